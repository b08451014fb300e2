"""Who perceives what: cones, light, posture, doors, sound; and that sight is fair both ways."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.agent import command as C
from game.agent.command import Command
from game.core.ground import DoorSpot
from game.core.sight import clear, rate, visibility
from game.sim.pack import digest, restore, snapshot
from game.sim.step import step
from game.sim.systems.percepts import percept
from game.sim.world import World
from tests.worlds import OPEN_ROOM, coming, ground_of, person, world_of

HALL = OPEN_ROOM.replace("......................", "." * 70).replace("#" * 24, "#" * 72)


def wait_until_known(world: World, who: int, whom: int, limit: int = 600) -> int:
    """Return the ticks until somebody has made somebody out; the limit if never."""
    for t in range(limit):
        step(world, {world.slot("t1000"): Command(aim_x=64)})
        if world.sees(who, whom):
            return t
    return limit


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_if_it_can_see_you_you_can_see_it(seed: int) -> None:
    dice = np.random.default_rng(seed)
    opaque = (dice.random((20, 24)) < 0.25).astype(np.uint8)
    x0, y0, x1, y1 = dice.random(4) * (12.0, 10.0, 12.0, 10.0)
    assert clear(opaque, x0, y0, x1, y1) == clear(opaque, x1, y1, x0, y0)


def test_a_wall_between_stops_sight() -> None:
    opaque = np.zeros((10, 24), np.uint8)
    assert clear(opaque, 1.0, 2.5, 11.0, 2.5)
    opaque[:, 12] = 1
    assert not clear(opaque, 1.0, 2.5, 11.0, 2.5)


def test_the_dark_and_a_low_back_take_three_times_as_long() -> None:
    lit = rate(1.0, visibility(1.0, 0.0, False, False, 8.0), 8.0, 16.0)
    dark = rate(1.0, visibility(0.2, 0.0, True, False, 8.0), 8.0, 16.0)
    assert lit >= 3 * dark > 0


def test_arms_length_is_seen_even_in_the_dark() -> None:
    assert visibility(0.0, 0.0, True, True, 2.5) == 0.5


def test_it_sees_ahead_and_not_behind() -> None:
    ahead = world_of(person("t800", 10, 2.5), person("t1000", 4, 2.5), ground=ground_of(HALL))
    behind = world_of(person("t800", 1, 2.5), person("t1000", 8, 2.5), ground=ground_of(HALL))
    assert wait_until_known(ahead, 1, 0) < 120
    assert wait_until_known(behind, 1, 0) == 600


def test_a_shut_door_hides_and_hushes() -> None:
    drawing = "\n".join(
        line[:20] + "#" + line[21:] if set(line) != {"#"} else line for line in HALL.strip().splitlines()
    )
    rows = drawing.splitlines()
    for r in (3, 4, 5):
        rows[r] = rows[r][:20] + "." + rows[r][21:]
    door = DoorSpot(name="door", kind="swing", x=10.0, y=1.5, w=0.5, h=1.5)
    heard = {}
    for shut in (True, False):
        world = world_of(
            person("t800", 14, 2.2), person("t1000", 6, 2.2), ground=ground_of("\n".join(rows), doors=(door,))
        )
        world.d.shut[0] = int(shut)
        world.refresh_doors()
        assert world.clear_between(0, 1) is not shut
        world.noise("shout", world.b.x[0], world.b.y[0], 32, 0)
        heard[shut] = coming(world)[0].noise.level
    assert heard[True] < heard[False]


def test_a_noise_is_heard_through_a_door_and_not_at_its_source() -> None:
    world = world_of(person("t800", 1, 2.5), person("t1000", 20, 2.5), ground=ground_of(HALL))
    world.noise("shout", 1.0, 2.5, 32, 0)
    (sound,) = coming(world)
    assert abs(sound.noise.x - 1.0) > 10.0


def test_a_sound_takes_its_time_and_arrives_though_its_listener_walks_on() -> None:
    world = world_of(person("t800", 1.5, 2.5), person("t1000", 17.5, 2.5), ground=ground_of(HALL))
    world.noise("shout", 1.5, 2.5, 32, 0)
    came = 0
    while not came and world.tick < 60:
        step(world, {0: Command(), 1: Command(move_x=127)})
        ear, heard = world.ear(1), world.state.heard.get(1)
        came = world.tick if [*ear.noises, *(heard.noises if heard else [])] else 0
    assert 16 * 60 / 40 <= came - 1 <= 18 * 60 / 40 + 1
    assert not coming(world)


def test_a_sound_on_its_way_is_saved_and_makes_its_digest() -> None:
    world = world_of(person("t800", 1.5, 2.5), person("t1000", 17.5, 2.5), ground=ground_of(HALL))
    silent, moment = digest(world), snapshot(world)
    world.noise("shout", 1.5, 2.5, 32, 0)
    assert digest(world) != silent
    loud = snapshot(world)
    restore(world, moment)
    assert not coming(world)
    restore(world, loud)
    assert len(coming(world)) == 1


def test_who_leaves_before_it_arrives_does_not_hear_it() -> None:
    world = world_of(person("t800", 1.5, 2.5), person("t1000", 17.5, 2.5), ground=ground_of(HALL))
    world.noise("shout", 1.5, 2.5, 32, 0)
    world.b.here[1] = 0
    for _ in range(40):
        step(world, {0: Command()})
    assert not world.ear(1).noises


def test_a_track_ends_with_sight_and_a_new_one_has_another_id() -> None:
    world = world_of(person("t800", 8, 2.5), person("t1000", 4, 2.5), ground=ground_of(HALL))
    wait_until_known(world, 1, 0)
    first = percept(world, 1).sight_of("t800")
    assert first is not None
    for _ in range(12):
        step(world, {1: Command(aim_x=-64)})
    assert percept(world, 1).sight_of("t800") is None
    wait_until_known(world, 1, 0)
    again = percept(world, 1).sight_of("t800")
    assert again is not None
    assert again.id != first.id


def test_a_percept_holds_nothing_of_the_world() -> None:
    world = world_of(person("t800", 8, 2.5), person("t1000", 4, 2.5))
    wait_until_known(world, 1, 0)
    seen = percept(world, 1)
    world.b.x[0] = 1.0
    track = seen.sight_of("t800")
    assert track is not None
    assert track.x == 8.0


def test_only_the_players_seat_reads_the_screen() -> None:
    world = world_of(person("t800", 8, 2.5), person("t1000", 4, 2.5))
    step(world, {})
    world.start_clock("seized", 300)
    assert percept(world, 0).clock > 0
    assert percept(world, 1).clock == -1


def test_an_eye_that_lies_down_sees_nothing() -> None:
    world = world_of(person("t800", 8, 2.5), person("t1000", 4, 2.5))
    world.b.down[1] = 1
    assert wait_until_known(world, 1, 0, 120) == 120


def test_sneaking_is_quieter_than_walking_and_running_is_louder() -> None:
    def levels(gait: int) -> float:
        world = world_of(person("t800", 2, 2.5), person("t1000", 8, 1.5), ground=ground_of(HALL))
        most = 0.0
        for _ in range(60):
            step(world, {0: Command(move_x=127, gait=gait)})
            most = max([most, *(n.level for n in world.state.ears[1].noises)])
        return most

    assert levels(C.SNEAK) < levels(C.WALK) < levels(C.RUN)


def test_a_door_that_moves_leaves_the_grids_as_if_all_were_made_anew() -> None:
    for shared in (0.0, 0.5):  # the second door may share a cell of sound with the first
        first = DoorSpot(name="a", kind="shutter", x=5.0, y=1.0, w=0.5, h=2.0)
        second = DoorSpot(name="b", kind="shutter", x=6.5 - 2 * shared, y=1.0, w=0.5, h=2.0)
        world = world_of(person("t800", 3, 4), ground=ground_of(doors=(first, second)))
        for k in (0, 1, 0, 1, 1, 0):
            world.move_door(k, not world.d.shut[k])
            opaque, cost, mask = world.opaque.copy(), world.sound.cost.copy(), world.shut_mask
            world.refresh_doors()
            assert (world.opaque == opaque).all()
            assert (world.sound.cost == cost).all()
            assert world.shut_mask == mask
