"""The player's craft: photograph, long scan, marks, hauling, throwing, vaulting; and what the crowd passes on."""

from game.agent import command as C
from game.agent.command import Command, toward
from game.core.ground import Zone
from game.sim import events as E
from game.sim.systems.percepts import percept
from game.sim.tables import COWER, FLEE
from game.sim.world import World
from tests.sim.test_forms import live, of
from tests.worlds import arm, ground_of, person, world_of


def facing_one(name: str = "packer", gap: float = 4.0) -> World:
    return world_of(person("t800", 3, 2.5), person(name, 3 + gap, 2.5))


def test_a_face_is_matched_by_looking() -> None:
    world = world_of(person("t800", 3, 2.5), person("john", 7, 2.5), person("packer", 7, 3.6))
    events = live(world, 120, t800=Command(aim_x=64))
    assert {(e.who, e.his) for e in of(E.FaceMatched, events)} == {(1, True), (2, False)}  # type: ignore[attr-defined]


def test_nobody_is_matched_behind_ones_back() -> None:
    world = facing_one()
    assert not of(E.FaceMatched, live(world, 120, t800=Command(aim_x=-64)))


def test_a_complete_scan_is_never_wrong() -> None:
    for name, machine in (("packer", False), ("t1000", True)):
        world = facing_one(name)
        events = live(world, 120, t800=Command(aim_x=64, held=C.SCAN))
        assert [e.machine for e in of(E.Scanned, events)][:1] == [machine]  # type: ignore[attr-defined]
        assert bool(world.doubt[0, 1] >= 3) is machine


def test_a_scan_wants_stillness_and_time() -> None:
    world = facing_one("t1000", 3.0)
    assert not of(E.Scanned, live(world, 80, t800=Command(aim_x=64, held=C.SCAN)))
    world = facing_one("t1000", 3.0)
    assert not of(E.Scanned, live(world, 150, t800=Command(aim_x=64, move_y=30, held=C.SCAN)))


def test_the_one_who_is_scanned_feels_it() -> None:
    world = facing_one("t1000")
    felt = 0
    for _ in range(60):
        live(world, 1, t800=Command(aim_x=64, held=C.SCAN))
        felt += sum(t.kind == "scan" for t in world.state.ears[1].touches)
    assert felt


def test_a_mark_is_passed_on_to_the_ward() -> None:
    world = world_of(person("t800", 3, 2.5), person("john", 4, 3.5), person("t1000", 7, 2.5))
    live(world, 60, t800=Command(aim_x=64), john=Command(aim_x=64))
    track = percept(world, 0).sight_of("officer")
    assert track is not None
    before = world.doubt[1, 2]
    live(world, 2, t800=Command(aim_x=64, mark=track.id, verdict=3), john=Command(aim_x=64))
    assert world.doubt[1, 2] > before + 3


def test_he_takes_hold_of_somebody_and_lets_go() -> None:
    world = facing_one("packer", 1.0)
    assert not of(E.Hauled, live(world, 20, t800=Command(aim_x=64, held=C.SHOVE)))
    world.b.x[1] = 4.0  # the tap at the beginning moved him
    events = live(world, 10, t800=Command(aim_x=64, held=C.SHOVE))
    assert of(E.Hauled, events)
    assert world.b.held_by[1] == 0
    live(world, 60, t800=toward(1, 0))
    assert world.gap(0, 1) < 0.8
    live(world, 2, t800=Command(aim_x=64, held=C.SHOVE))
    assert world.b.held_by[1] == -1
    assert world.state.rescues == 0


def test_whom_he_holds_against_a_bench_does_not_end_behind_it() -> None:
    bench = (10.7, 0.5, 11.2, 4.5, 0.9, False)
    world = world_of(person("t800", 10.3, 2.5), person("packer", 10.3, 1.7), ground=ground_of(blocks=(bench,)))
    live(world, 40, t800=Command(aim_y=-64))
    live(world, 30, t800=Command(aim_y=-64, held=C.SHOVE))
    assert world.b.held_by[1] == 0
    live(world, 60, t800=toward(1, 0))
    live(world, 2, t800=Command(aim_x=64, held=C.SHOVE))
    live(world, 60, t800=Command(aim_x=64))
    assert world.b.held_by[1] == -1
    assert world.b.x[1] < bench[0]


def test_what_he_throws_makes_a_noise_where_it_lands() -> None:
    world = world_of(person("t800", 3, 2.5), person("t1000", 10, 3.5))
    live(world, 5, t800=Command(aim_x=64, held=C.THROW))
    events = live(world, 60, t800=Command())
    assert [round(e.to_x) for e in of(E.Thrown, events)] == [7]  # type: ignore[attr-defined]
    assert any(e.kind == "clatter" for e in of(E.NoiseMade, events))  # type: ignore[attr-defined]


def test_he_vaults_low_cover_and_not_high() -> None:
    for tall, over in ((0.9, True), (2.0, False)):
        rail = (4.5, 0.5, 5.0, 4.5, tall, False)
        world = world_of(person("t800", 4.0, 2.5), ground=ground_of(blocks=(rail,)))
        live(world, 3, t800=toward(1, 0))
        live(world, 30, t800=toward(1, 0, held=C.VAULT))
        assert (world.b.x[0] > 5.0) is over


def test_fright_passes_by_sight_and_not_through_walls() -> None:
    world = world_of(person("t800", 2, 2.5), person("a", 8, 1.5), person("b", 10, 1.5))
    run_about(world)
    assert world.b.fright_at[2] > 0
    wall = ground_of("\n".join("#" * 24 if r in (0, 9) else "#" + "." * 17 + "#" + "." * 4 + "#" for r in range(10)))
    world = world_of(person("t800", 2, 2.5), person("a", 8, 1.5), person("b", 10, 1.5), ground=wall)
    run_about(world)
    assert world.b.fright_at[2] < 0


def run_about(world: World) -> None:
    """Keep one of them in flight for a second."""
    for _ in range(60):
        world.b.mood[1], world.b.fright_x[1], world.b.fright_y[1] = FLEE, 2.0, 2.5
        live(world, 1)


def frightened(*, seconds: int) -> World:
    """Return a hall some while after a shot at its west end, with six people seven metres and more from it."""
    way_out = Zone(name="out", x=10.5, y=3.0, w=1.0, h=1.0, tags=("exit",))
    crowd = [person(f"packer_{k}", 8.5 + k % 2, 1.5 + k // 2, kind="packer") for k in range(6)]
    world = world_of(person("t800", 1.2, 2.5), *crowd, ground=ground_of(zones=(way_out,)))
    for slot in range(world.crowd_from, world.count):
        world.b.mood[slot], world.b.fright_at[slot] = FLEE, 1
        world.b.fright_x[slot], world.b.fright_y[slot] = 1.2, 2.5
    live(world, 60 * seconds)
    return world


def test_some_of_those_who_are_out_of_the_worst_kneel_and_stay_and_the_others_leave() -> None:
    world = frightened(seconds=20)
    moods = [world.b.mood[s] for s in range(world.crowd_from, world.count) if world.b.here[s]]
    assert len(moods) == 3
    assert all(m == COWER for m in moods)


def test_a_bell_brings_those_who_kneel_to_their_feet() -> None:
    world = frightened(seconds=20)
    world.alarm("fire", "", world.player)
    live(world, 60 * 15)
    assert not any(world.b.here[s] for s in range(world.crowd_from, world.count))


def test_a_quiet_crowd_knows_nothing() -> None:
    world = world_of(person("t800", 2, 2.5), person("john", 3, 2.5), person("a", 8, 1.5), person("b", 10, 3.5))
    arm(world)
    live(world, 300)
    assert all(world.b.mood[s] < FLEE for s in (2, 3))
    assert not world.state.human_cost


def test_a_steadied_pistol_aims_at_legs_and_nobody_dies() -> None:
    world = facing_one("packer", 4.0)
    arm(world, "pistol")
    events = live(world, 30, t800=Command(aim_x=64, held=C.FIRE | C.STEADY))
    assert of(E.BodyDowned, events)
    assert (len(world.state.human_cost), world.state.wounds) == (0, 1)
    live(world, 1230)
    assert not world.b.down[1]
