"""Presses, gears, cold and what hangs from a crane, each in a small drawn room."""

import pytest

from game.agent.command import IDLE, SHOVE, Command, toward
from game.core.ground import Zone
from game.sim import events as E
from game.sim.effects import RunHazard
from game.sim.step import step
from game.sim.systems.cold import LIMP
from game.sim.systems.hazards import Hazard
from game.sim.world import World
from tests.worlds import arm, ground_of, person, world_of

ALL = Zone(name="all", x=0.0, y=0.0, w=12.0, h=6.0)
WEST = Zone(name="west", x=0.0, y=0.0, w=3.0, h=6.0)
POOLS = [person(f"blob_{i}", 10.0, 4.0, "hunter", "blob")._replace(later=True) for i in range(1, 13)]


def place(kind: str, area: Zone = ALL, period: int = 0, share: float = 1.0, name: str = "it") -> Hazard:
    return Hazard(kind, area, period, share, None, name)


def room(*hazards: Hazard, x: float = 9.0) -> World:
    """Return a room with the two machines, and what lies about in it."""
    world = world_of(person("t800", 2.0, 2.5), person("t1000", x, 2.5), *POOLS)
    world.hazards = hazards
    return world


def live(world: World, ticks: int, **commands: Command) -> list[E.Event]:
    """Live on and return what happened."""
    given, found = {world.slot(name): c for name, c in commands.items()}, []
    for _ in range(ticks):
        found += step(world, {world.keeper: IDLE} | given)
    return found


def kinds(events: list[E.Event]) -> list[str]:
    return [type(e).__name__ for e in events]


# ------------------------------------------------------------------ warnings
@pytest.mark.parametrize("kind", ["press", "steam"])
def test_a_beat_is_told_of_before_it_strikes(kind: str):
    world = room(place(kind, period=180, share=0.33))
    told = [(world.tick, e) for _ in range(460) for e in live(world, 1) if isinstance(e, E.HazardArmed | E.HazardBegan)]
    armed = [(tick, e.ticks) for tick, e in told if isinstance(e, E.HazardArmed)]
    struck = [tick for tick, e in told if isinstance(e, E.HazardBegan)][1:]
    assert len(struck) == 2
    assert [tick + ticks for tick, ticks in armed] == struck


def test_what_only_a_hand_sets_off_does_not_ring_by_itself():
    world = room(place("press", period=180, share=0.0), place("gears"))
    assert "HazardArmed" not in kinds(live(world, 400))


# ------------------------------------------------------------------ cold
def test_cold_slows_and_after_three_seconds_it_is_solid():
    world = room(place("cryo"))
    live(world, 90)
    assert 0.4 < world.b.chill[world.hunter] < 0.6
    assert "Froze" in kinds(live(world, 100))
    x = world.b.x[world.hunter]
    live(world, 30, t1000=toward(1.0, 0.0))
    assert abs(world.b.x[world.hunter] - x) < 0.01


@pytest.mark.parametrize("blow", ["shot", "shove"])
def test_what_is_solid_shatters_at_a_touch(blow: str):
    world = room(place("cryo", Zone(name="e", x=5.0, y=0.0, w=7.0, h=6.0)), x=5.4)
    live(world, 190)
    world.b.x[0] = 4.2
    world.b.fx[0], world.b.fy[0] = 1.0, 0.0
    if blow == "shot":
        arm(world, "pistol")
    events = live(world, 60, t800=Command(aim_x=32, held=SHOVE if blow == "shove" else 1))
    assert {"Shattered", "Burst"} <= set(kinds(events))
    assert sum(world.b.share[s] for s in world.blobs) == pytest.approx(1.0)


def test_it_thaws_and_glitches_ever_after():
    world = room(place("cryo", share=0.0))
    RunHazard("it", 200).happen(world, -1)
    live(world, 200)
    assert world.state.glitches
    events = live(world, 720)
    assert "Thawed" in kinds(events)
    assert world.b.chill[world.hunter] == 0.0


def test_heat_thaws_three_times_as_fast():
    taken = []
    for hot in (False, True):
        world = room()
        world.hot = [ALL] if hot else []
        world.b.chill[world.hunter], world.b.stiff[world.hunter] = 1.0, 1
        ticks = 0
        while world.b.chill[world.hunter] > LIMP:
            live(world, 6)
            ticks += 6
        taken.append(ticks)
    assert taken[0] == pytest.approx(3 * taken[1], rel=0.1)


def test_people_and_the_t800_only_slow_down_in_the_cold():
    world = room(place("cryo"))
    live(world, 400)
    assert not world.b.stiff[0]
    assert 0.0 < world.b.chill[0] <= 0.5


# ------------------------------------------------------------------ beats
def test_a_press_strikes_in_its_beat_and_wounds_once_a_stroke():
    world = room(place("press", WEST, 180, 0.33))
    events = live(world, 540)
    assert kinds(events).count("HazardBegan") == 3
    assert sum(isinstance(e, E.BodyHurt) for e in events) == 3


def test_a_press_folds_the_machine_and_shatters_what_is_solid():
    world = room(place("press"))
    assert "Staggered" in kinds(live(world, 12))
    world = room(place("press"))
    world.b.chill[world.hunter], world.b.stiff[world.hunter] = 1.0, 1
    assert "Shattered" in kinds(live(world, 24))


def test_gears_stand_until_they_are_set_going():
    world = room(place("gears", share=0.0))
    assert "Scalded" not in kinds(live(world, 60))
    RunHazard("it", 120).happen(world, -1)
    assert "Scalded" in kinds(live(world, 30))
    live(world, 200)
    assert not world.state.working


def test_a_stroke_knocks_the_ward_over_and_does_not_wound_him():
    world = world_of(person("t800", 2.0, 2.5), person("john", 5.0, 2.5))
    world.hazards = (place("press"),)
    live(world, 12)
    assert world.b.stun_until[world.ward] > world.tick
    assert world.b.health[world.ward] == 60


# ------------------------------------------------------------------ what hangs from a crane
def test_what_swings_rams_and_hangs_again_where_it_hung():
    world = world_of(
        person("t800", 2.0, 4.0),
        person("t1000", 8.0, 2.5),
        ground=ground_of(
            zones=(Zone(name="there", x=9.0, y=2.0, w=1.0, h=1.0),), blocks=((4.0, 2.0, 5.0, 3.0, 2.0, False),)
        ),
    )
    world.props["ladle"] = (0, 4.0, 2.0, 1.0, 1.0)
    world.roll("ladle", "there", 0, swings=True)
    events = live(world, 200)
    assert "Staggered" in kinds(events)
    assert world.b.cohesion[world.hunter] < 1.0
    assert not world.state.rolled
    assert not world.block_off[0]
    world.roll("ladle", "there", 0, swings=True)
    assert world.state.rolling


# ------------------------------------------------------------------ steam
def test_steam_hides_and_blinds():
    world = room(x=6.0)
    live(world, 120)
    assert world.sees_now[0, world.hunter]
    world.hazards = (place("steam", Zone(name="e", x=5.0, y=0.0, w=2.0, h=6.0)),)
    world.plan = ()  # there is something new for the rules to do
    live(world, 12)
    assert not world.sees_now[0, world.hunter]
    assert not world.sees_now[world.hunter, 0]
