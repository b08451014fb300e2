"""What ends it: only molten steel, and only after a grenade; everything else it survives, and its mass adds up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.agent import command as C
from game.agent.command import Command
from game.core.ground import Ground, Zone
from game.sim import events as E
from game.sim.build import Person
from game.sim.step import step
from game.sim.systems.combat import lose_cohesion, stagger
from game.sim.systems.hazards import Hazard
from game.sim.systems.shatter import burst, explode
from game.sim.world import World
from tests.sim.test_forms import live, of
from tests.worlds import arm, ground_of, person, world_of

HALL = "\n".join("#" * 32 if r in (0, 15) else "#" + "." * 30 + "#" for r in range(16))
RAIL = (9.0, 1.0, 9.2, 7.0, 1.0, False)


def with_pit(rails: bool = True) -> Ground:
    plain = ground_of(HALL, blocks=(RAIL,) if rails else ())
    pit = plain.wall.copy() * 0
    pit[2:14, 19:29] = 1
    return Ground(**{name: getattr(plain, name) for name in Ground.__slots__ if name != "pit"}, pit=pit)


def edge(hunter_x: float = 8.2, rails: bool = True) -> World:
    pools = [Person(f"blob_{i}", "blob", "hunter", hunter_x, 4.0, -1, (), "", later=True) for i in range(12)]
    world = world_of(person("t800", 4.0, 4.0), person("t1000", hunter_x, 4.0), *pools, ground=with_pit(rails))
    world.block_material = ["rail"]
    return world


def mass(world: World) -> float:
    return world.b.share[world.hunter] + sum(world.b.share[s] for s in world.blobs) + world.state.melted


def test_a_grenade_in_a_folded_body_tears_the_rail_and_it_melts() -> None:
    world = edge()
    arm(world, "grenade")
    stagger(world, world.hunter, "test")
    events = live(world, 400, t800=Command(aim_x=64, held=C.FIRE))
    for kind in (E.Embedded, E.Blast, E.RailTorn, E.Flung, E.Burst, E.Melting, E.Gone):
        assert of(kind, events), kind.__name__
    assert world.state.gone == ["t1000"]
    assert world.state.last_hit == "grenade"
    assert abs(mass(world) - 1.0) < 1e-6


def test_it_takes_about_four_seconds_to_melt() -> None:
    world = edge()
    world.b.x[world.hunter] = 12.0
    burst(world, world.hunter, 0.0)
    events = live(world, 300)
    assert of(E.Gone, events)
    assert 235 <= world.tick - 0 <= 300


def test_a_fresh_grenade_only_staggers_and_a_second_bursts() -> None:
    world = edge(6.0, rails=False)
    explode(world, 6.0, 4.0, 0)
    assert world.b.here[world.hunter]
    assert world.b.cohesion[world.hunter] == pytest.approx(0.4)
    lose_cohesion(world, world.hunter, 0.0)
    explode(world, 6.0, 4.0, 0)
    assert not world.b.here[world.hunter]
    assert sum(world.b.here[s] for s in world.blobs) >= 3


def test_burst_on_the_floor_it_stands_up_again_within_twenty_seconds() -> None:
    world = edge(3.0)
    world.b.x[0] = 14.0
    burst(world, world.hunter, 0.0)
    events = live(world, 1200)
    assert of(E.Reformed, events)
    assert not world.state.gone
    live(world, 600)
    assert world.b.share[world.hunter] == pytest.approx(1.0, abs=1e-6)


def test_rails_give_way_to_nothing_but_a_blast() -> None:
    world = edge()
    arm(world)
    for _ in range(8):
        world.state.gear[0].rounds["shotgun"] = 6
        live(world, 30, t800=Command(aim_x=64, held=C.FIRE))
    live(world, 300, t1000=Command(move_x=127, gait=C.RUN))
    assert not world.state.rails
    assert world.b.x[world.hunter] < 9.0


def test_nobody_walks_into_the_steel() -> None:
    world = edge(rails=False)
    live(world, 300, t800=Command(move_x=127, gait=C.RUN), t1000=Command(move_x=127, gait=C.RUN))
    assert world.b.x[0] <= 9.5
    assert world.b.x[world.hunter] <= 9.5
    assert world.b.here[world.hunter]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(1.0, 14.0), st.floats(1.0, 7.0), st.integers(1, 90)), min_size=1, max_size=8))
def test_its_mass_always_adds_up(blasts: list[tuple[float, float, int]]) -> None:
    world = edge(5.0)
    world.b.x[0], world.b.y[0] = 1.0, 1.0
    melted = 0.0
    for x, y, ticks in blasts:
        explode(world, x, y, 0)
        for _ in range(ticks):
            step(world, {})
            assert abs(mass(world) - 1.0) < 1e-6
            assert world.state.melted >= melted
            melted = world.state.melted
    assert bool(world.state.gone) == (melted > 1.0 - 1e-6)


def test_steam_folds_it_and_makes_it_let_go() -> None:
    world = world_of(person("t800", 2.0, 4.0), person("t1000", 8.0, 4.0))
    world.hazards = (Hazard("steam", Zone(name="jet", x=7, y=3, w=2, h=2), 0, 1.0, None),)
    events = live(world, 12)
    assert of(E.Scalded, events)
    assert of(E.Staggered, events)


def test_what_molten_steel_has_left_of_it_runs_as_slowly_as_little_is_left() -> None:
    ways = []
    for share in (1.0, 0.11):
        world = edge(2.0, rails=False)
        world.b.share[world.hunter], world.state.melted = share, 1.0 - share
        live(world, 60, t1000=C.toward(0.0, -1.0, gait=C.RUN))
        live(world, 40, t1000=C.toward(0.0, 1.0, gait=C.RUN))
        ways.append(abs(world.b.vy[world.hunter]))
    assert ways[1] == pytest.approx(ways[0] * (0.5 + 0.5 * 0.11), rel=0.01)
