"""Each rule on a small world: moving, shooting, staggering, seizing, shoving, doors, devices."""

import pytest

from game.agent import command as C
from game.agent.command import Command, toward
from game.core.ground import DeviceSpot, DoorSpot, Zone
from game.sim import events as E
from game.sim.kernels.judge import RUSH_MOST
from game.sim.kernels.motion import SIDEWAYS
from game.sim.pack import restore, snapshot
from game.sim.step import step
from game.sim.systems.strikes import TRUST_PRICE, seize, start
from game.sim.systems.suspicion import SCAN_TICKS, WARY_AFTER, trusts
from game.sim.tables import GRAB, RELOADING, SCANNING
from game.sim.world import World
from tests.worlds import OPEN_ROOM, arm, ground_of, person, world_of


def live(world: World, ticks: int, **commands: Command) -> list[E.Event]:
    """Live some ticks with the same Commands; return all that happened."""
    happened: list[E.Event] = []
    for _ in range(ticks):
        happened += step(world, {world.slot(seat): command for seat, command in commands.items()})
    return happened


def of(kind: type, events: list[E.Event]) -> list[E.Event]:
    return [e for e in events if isinstance(e, kind)]


def test_a_walk_reaches_four_metres_a_second_in_six_ticks_and_stops_in_five() -> None:
    world = world_of(person("t800", 2, 2.5))
    live(world, 6, t800=toward(1, 0))
    assert world.b.vx[0] * 60 == pytest.approx(4.0)
    live(world, 5)
    assert world.b.vx[0] == pytest.approx(0.0)


def test_nobody_walks_through_a_wall() -> None:
    world = world_of(person("t800", 2, 2.5))
    for direction in ((-1, 0), (0, -1), (1, 1), (-1, 1)):
        live(world, 200, t800=toward(*direction, gait=C.RUN))
        assert 0.5 + 0.37 < world.b.x[0] < 11.5 - 0.37
        assert 0.5 + 0.37 < world.b.y[0] < 4.5 - 0.37


def test_two_bodies_part_and_the_boy_gives_way() -> None:
    world = world_of(person("t800", 3, 2.5), person("john", 3.2, 2.5))
    live(world, 30)
    assert world.gap(0, 1) >= 2 * SIDEWAYS - 0.03
    assert abs(world.b.x[0] - 3) < abs(world.b.x[1] - 3.2)


def test_two_shells_within_half_a_second_stagger_it() -> None:
    world = world_of(person("t800", 3, 2.5), person("t1000", 6, 2.5))
    arm(world)
    events = live(world, 40, t800=Command(aim_x=64, held=C.FIRE))
    assert len(of(E.ShotFired, events)) == 2
    assert len(of(E.Staggered, events)) == 1
    assert world.b.cohesion[1] < 0.85


def test_its_wounds_close_when_it_is_left_alone() -> None:
    world = world_of(person("t800", 3, 2.5), person("t1000", 6, 2.5))
    arm(world)
    live(world, 40, t800=Command(aim_x=64, held=C.FIRE))
    events = live(world, 300)
    assert of(E.Healed, events)
    assert world.b.cohesion[1] == 1.0


def test_guns_alone_never_end_it() -> None:
    world = world_of(person("t800", 3, 2.5), person("t1000", 5, 2.5))
    arm(world)
    for _ in range(60):
        world.state.gear[0].rounds["shotgun"] = 6
        live(world, 30, t800=Command(aim_x=64, held=C.FIRE))
    assert world.b.here[1]
    assert world.b.cohesion[1] >= 0.1


def test_a_shot_at_a_bystander_is_refused() -> None:
    world = world_of(person("t800", 3, 2.5), person("packer", 5, 2.5))
    arm(world)
    events = live(world, 40, t800=Command(aim_x=64, held=C.FIRE))
    assert not of(E.ShotFired, events)
    assert {e.why for e in of(E.ShotRefused, events)} == {"person"}  # type: ignore[attr-defined]


def seized() -> World:
    world = world_of(person("t800", 3, 2.5), person("john", 6.2, 2.5), person("t1000", 7.2, 2.5))
    live(world, 45, t1000=Command(aim_x=-64, held=C.SHOVE))
    assert world.b.held_by[1] == 2
    return world


def test_a_grab_shows_itself_for_six_tenths_of_a_second() -> None:
    world = world_of(person("t800", 3, 2.5), person("john", 6.2, 2.5), person("t1000", 7.2, 2.5))
    events = live(world, 45, t1000=Command(aim_x=-64, held=C.SHOVE))
    began = of(E.StrikeBegan, events)
    assert [e.ticks for e in began] == [36]  # type: ignore[attr-defined]
    assert len(of(E.Seized, events)) == 1


def hand_out(*, known: bool = False, boy: float = -3.0, remembered: float = 0.0) -> World:
    """Let it put its hand out at him: known or not, in a face that he doubts so much, or that his guard remembers so."""
    world = world_of(person("t800", 3, 2.5), person("john", 6.2, 2.5), person("t1000", 7.2, 2.5))
    live(world, 6)
    if known:
        world.prove(world.hunter)
        world.doubt[:2, world.hunter] = 8.0
    world.sees_now[world.ward, world.hunter] = True
    world.doubt[world.ward, world.hunter] = max(world.doubt[world.ward, world.hunter], boy)
    if remembered:
        world.sees_now[world.player, world.hunter] = False
        world.face_doubt[world.player, world.b.face[world.hunter]] = remembered
        world.face_at[world.player, world.b.face[world.hunter]] = 1
    start(world, world.hunter, GRAB, 36, 60)
    return world


def test_the_clock_of_a_trusted_face_is_shorter() -> None:
    trusted, known = hand_out(), hand_out(known=True)
    for world in (trusted, known):
        world.tick += 40  # what the grab itself shows comes too late
        world.prove(world.hunter)
        seize(world, world.hunter, world.ward)
    assert trusted.state.clock is not None
    assert known.state.clock is not None
    assert known.state.clock.ends - trusted.state.clock.ends - int(TRUST_PRICE * 60) in (
        0,
        1,
    )  # whole ticks of two sums


def test_nobody_trusts_a_face_that_he_scans() -> None:
    world = hand_out()
    assert trusts(world)
    world.b.act[world.player], world.b.target[world.player] = SCANNING, world.ward
    assert trusts(world), "he scans somebody else"
    world.b.target[world.player] = world.hunter
    world.b.act_until[world.player] = world.tick + SCAN_TICKS - 10
    assert trusts(world), "a glance is no doubt yet"
    world.b.act_until[world.player] = world.tick + SCAN_TICKS - WARY_AFTER
    assert not trusts(world)


def test_a_face_is_trusted_only_while_neither_of_the_two_has_reason_to_doubt_it() -> None:
    assert hand_out().state.hand_trusted
    assert hand_out(boy=0.9).state.hand_trusted
    assert not hand_out(boy=1.1).state.hand_trusted
    assert not hand_out(known=True).state.hand_trusted
    assert not hand_out(remembered=5.0).state.hand_trusted


@pytest.mark.parametrize(("gait", "doubts"), [(C.RUN, True), (C.WALK, False)])
def test_who_runs_straight_at_the_boy_is_doubted_and_who_walks_is_not(gait: int, doubts: bool) -> None:
    world = world_of(person("john", 2.0, 2.5), person("t1000", 9.0, 2.5))
    live(world, 60, john=Command(aim_x=64), t1000=toward(-1, 0, gait=gait))
    doubt = world.doubt[world.ward, world.hunter]
    assert (doubt > 0.0) == doubts
    assert doubt <= RUSH_MOST


def test_a_shot_into_the_shield_is_refused_and_one_from_the_flank_frees_him() -> None:
    world = seized()
    arm(world)
    events = live(world, 20, t800=Command(aim_x=64, held=C.FIRE), t1000=Command(aim_x=-64))
    assert {e.why for e in of(E.ShotRefused, events)} == {"ward"}  # type: ignore[attr-defined]
    assert world.b.held_by[1] == 2
    events = live(world, 40, t800=Command(aim_x=64, held=C.FIRE), t1000=Command(aim_x=64))
    assert [e.how for e in of(E.Freed, events)] == ["stagger"]  # type: ignore[attr-defined]


def test_a_shove_frees_him_and_stops_the_clock() -> None:
    world = seized()
    world.b.x[0] = world.b.x[2] + 0.9
    events = live(world, 12, t800=Command(aim_x=-64, held=C.SHOVE))
    assert [e.how for e in of(E.Freed, events)] == ["shove"]  # type: ignore[attr-defined]
    assert world.state.clock is None
    assert world.b.stun_until[2] > world.tick


def test_hands_that_fill_a_gun_are_free_for_a_shove() -> None:
    """An empty gun fills itself, shell by shell: with the boy in its arms nothing could be done for six seconds."""
    world = seized()
    world.b.x[0] = world.b.x[2] + 0.9
    arm(world)
    gear = world.state.gear[0]
    gear.rounds["shotgun"], gear.spare["shotgun"] = 0, 12
    live(world, 4, t800=Command(aim_x=-64, held=C.FIRE))
    assert world.b.act[0] == RELOADING
    events = live(world, 12, t800=Command(aim_x=-64, held=C.SHOVE))
    assert [e.how for e in of(E.Freed, events)] == ["shove"]  # type: ignore[attr-defined]


def test_who_draws_another_weapon_fills_the_first_no_longer() -> None:
    world = seized()
    world.b.act[0], world.b.act_until[0] = RELOADING, world.tick + 60
    world.give(0, "pistol")
    world.draw(0, "fists" if world.state.gear[0].weapon == "pistol" else "pistol")
    assert not world.b.act[0]


def test_only_the_clock_loses() -> None:
    world = seized()
    assert world.state.clock is not None
    left = world.state.clock.ends - world.tick
    live(world, left)
    assert world.state.outcome == ""
    live(world, 1)
    assert (world.state.outcome, world.state.reason[:6]) == ("lost", "seized")


def test_a_held_boy_goes_where_it_goes_at_two_metres_a_second() -> None:
    world = seized()
    x = world.b.x[2]
    live(world, 60, t1000=toward(1, 0, gait=C.RUN))
    assert world.b.x[2] - x < 2.1
    assert world.gap(1, 2) < 0.7


def test_a_t800_that_falls_rises_once_on_its_reserve_cell() -> None:
    world = world_of(person("t800", 3, 2.5), person("t1000", 4.2, 2.5))
    world.b.health[0] = 5
    events = live(world, 40, t1000=Command(aim_x=-64, held=C.FIRE))
    assert of(E.BodyDowned, events)
    assert world.b.down[0]
    world.b.x[1] = 10.0
    live(world, 480)
    assert not world.b.down[0]
    assert world.b.health[0] == 40
    world.b.x[1], world.b.health[0] = world.b.x[0] + 1.2, 5
    live(world, 40, t1000=Command(aim_x=-64, held=C.FIRE))
    assert world.state.clock is not None
    assert world.state.clock.cause == "down"


def test_a_light_door_opens_for_who_walks_at_it_and_falls_shut() -> None:
    drawing = OPEN_ROOM.replace("#......................#", "#..........#...........#")
    drawing = drawing.replace("#..........#...........#", "#......................#", 4).replace(
        "#......................#", "#..........#...........#", 2
    )
    door = DoorSpot(name="door", kind="swing", x=5.5, y=1.5, w=0.5, h=1.0)
    world = world_of(person("t800", 4, 2.0), ground=ground_of(drawing, doors=(door,)))
    assert world.d.shut[0]
    live(world, 40, t800=toward(1, 0))
    assert not world.d.shut[0]
    live(world, 60, t800=toward(1, 0))
    assert world.b.x[0] > 6.5
    live(world, 90)
    assert world.d.shut[0]


def test_a_shutter_with_a_delay_comes_down_again() -> None:
    door = DoorSpot(name="shutter", kind="shutter", x=5.5, y=1.0, w=0.5, h=3.0, delay=120)
    world = world_of(person("t800", 3, 2.5), ground=ground_of(doors=(door,)))
    world.set_door("shutter", True)
    live(world, 10)
    assert world.d.shut[0]
    world.set_door("shutter", False, by=0)
    live(world, 100)
    assert not world.d.shut[0]
    live(world, 60)
    assert world.d.shut[0]


def test_a_device_wants_its_ticks_and_its_hands() -> None:
    lever = DeviceSpot(name="lever", x=3.4, y=2.4, w=0.4, h=0.4, user="t800", ticks=30)
    world = world_of(person("t800", 3, 2.5), person("john", 3.5, 3.2), ground=ground_of(devices=(lever,)))
    events = live(world, 60, john=Command(held=C.INTERACT))
    assert not of(E.DeviceUsed, events)
    events = live(world, 20, t800=Command(held=C.INTERACT))
    assert not of(E.DeviceUsed, events)
    live(world, 2)
    events = live(world, 32, t800=Command(held=C.INTERACT))
    assert [e.device for e in of(E.DeviceUsed, events)] == ["lever"]  # type: ignore[attr-defined]


def test_glass_breaks_and_lets_the_rest_through() -> None:
    pane = (4.9, 1.0, 5.1, 4.0, 3.0, True)
    world = world_of(person("t800", 3, 2.5), person("t1000", 7, 2.5), ground=ground_of(blocks=(pane,)))
    arm(world, "pistol")
    events = live(world, 40, t800=Command(aim_x=64, held=C.FIRE))
    assert len(of(E.GlassBroke, events)) == 1
    assert any(e.what == "metal" for e in of(E.ShotHit, events))  # type: ignore[attr-defined]
    assert world.state.broken == [0]


def test_low_props_are_shot_over_by_who_stands_and_not_by_who_sneaks() -> None:
    barrier = (4.5, 1.0, 5.0, 4.0, 0.9, False)
    for gait, gets_through in ((C.WALK, True), (C.SNEAK, False)):
        world = world_of(person("t800", 3, 2.5), person("t1000", 7, 2.5), ground=ground_of(blocks=(barrier,)))
        arm(world, "pistol")
        events = live(world, 40, t800=Command(aim_x=64, held=C.FIRE, gait=gait))
        assert any(e.what == "metal" for e in of(E.ShotHit, events)) is gets_through  # type: ignore[attr-defined]


def test_a_gunshot_sends_the_crowd_running() -> None:
    world = world_of(person("t800", 3, 2.5), person("packer", 8, 3.5))
    arm(world)
    live(world, 30, t800=Command(aim_x=-64, held=C.FIRE))
    assert world.b.mood[1] >= 2


def test_the_clock_allows_for_a_shutter_that_is_about_to_fall() -> None:
    drawing = "\n".join(
        "#" * 24 if r in (0, 9) else "#" + "." * 10 + ("#" if r < 8 else ".") + "." * 11 + "#" for r in range(10)
    )
    rows = drawing.splitlines()
    for r in (1, 2):
        rows[r] = rows[r][:11] + "." + rows[r][12:]
    door = DoorSpot(name="shutter", kind="shutter", x=5.5, y=0.5, w=0.5, h=1.0, delay=120)
    world = world_of(
        person("t800", 4.5, 1.2), person("john", 7.5, 1.2), ground=ground_of("\n".join(rows), doors=(door,))
    )
    world.set_door("shutter", True)
    far = world.path(0, 1)
    live(world, 1)
    world.set_door("shutter", False, by=0)
    assert world.path(0, 1) == far > 4.0


def test_a_vehicle_that_rolled_blocks_where_it_stopped_and_not_where_it_stood() -> None:
    car = (2.0, 2.0, 4.0, 3.2, 1.4, False)
    world = world_of(
        person("t800", 1.2, 4.2), ground=ground_of(blocks=(car,), zones=(Zone(name="far", x=7, y=2, w=1, h=1.2),))
    )
    world.props["car"] = (0, 2.0, 2.0, 2.0, 1.2)
    world.roll("car", "far", 0)
    live(world, 120)
    assert not world.state.rolling
    x, _ = world.state.rolled["car"]
    world.b.x[0], world.b.y[0] = 1.2, 2.6
    live(world, 200, t800=toward(1, 0))
    assert 4.5 < world.b.x[0] < x - 1.0 - 0.3
    moment = snapshot(world)
    restore(world, moment)
    assert world.g.blocks[0, 0] == x - 1.0
    assert (
        not world.g.near_start.flags.writeable
    )  # as the ground's: else the mover is compiled anew, in the middle of play
    assert not world.g.near_item.flags.writeable


def test_a_lever_left_half_way_goes_on_from_there() -> None:
    lever = DeviceSpot(name="lever", x=3.4, y=2.4, w=0.4, h=0.4, ticks=60)
    world = world_of(person("t800", 3, 2.5), ground=ground_of(devices=(lever,)))
    live(world, 40, t800=Command(held=C.INTERACT))
    live(world, 40)
    assert of(E.DeviceUsed, live(world, 25, t800=Command(held=C.INTERACT)))


def test_nobody_stays_wedged_in_a_narrow_gap() -> None:
    gap = ((5.0, 0.5, 6.0, 2.2, 1.4, False), (5.0, 2.8, 6.0, 4.5, 1.4, False))
    world = world_of(person("t800", 5.5, 2.5), ground=ground_of(blocks=gap))
    live(world, 300, t800=toward(1, 0))
    assert world.b.x[0] > 7.0


def test_a_machine_goes_through_glass_and_a_boy_does_not() -> None:
    pane = (4.9, 0.5, 5.1, 4.5, 3.0, True)
    for name, through in (("t800", True), ("john", False)):
        world = world_of(
            person("t800", 3 if through else 1, 2.5),
            person("john", 3 if not through else 1, 2.5),
            ground=ground_of(blocks=(pane,)),
        )
        live(world, 240, **{name: toward(1, 0)})
        assert (world.b.x[world.slot(name)] > 6.0) is through


def test_two_friends_pass_each_other_in_a_doorway() -> None:
    wall = ((4.5, 0.5, 5.5, 2.0, 3.0, False), (4.5, 3.0, 5.5, 4.5, 3.0, False))
    world = world_of(person("t800", 3, 2.5), person("john", 7, 2.5), ground=ground_of(blocks=wall))
    live(world, 150, t800=toward(1, 0), john=toward(-1, 0))
    assert world.b.x[world.slot("t800")] > 6.0
    assert world.b.x[world.slot("john")] < 4.0


def test_people_of_one_kind_let_each_other_by_in_a_jam() -> None:
    wall = ((4.5, 0.5, 5.5, 2.2, 3.0, False), (4.5, 2.8, 5.5, 4.5, 3.0, False))
    people = person("one", 3, 2.5, "law", "guard"), person("other", 7, 2.5, "law", "guard")
    world = world_of(person("t800", 1, 1), *people, ground=ground_of(blocks=wall))
    live(world, 300, one=toward(1, 0), other=toward(-1, 0))
    assert world.b.x[world.slot("one")] > 6.0
    assert world.b.x[world.slot("other")] < 4.0
