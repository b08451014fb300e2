"""Where its pools may run: along the floor that they can reach, never through a wall; and how long a burst buys."""

import numpy as np
import pytest

from game.level.load import load
from game.session import Session
from game.sim import events as E
from game.sim.kernels.seep import seep
from game.sim.systems.pools import LIES, WHOLE_AFTER
from game.sim.systems.shatter import burst, explode
from game.sim.world import World
from tests.sim.test_forms import live, of
from tests.sim.test_shatter import edge, mass
from tests.worlds import ground_of, person, world_of

ROW = "#" + "." * 10 + "#" + "." * 11 + "#"
TWO_ROOMS = "\n".join(["#" * 24, *[ROW] * 7, "#" + "." * 22 + "#", "#" * 24])


def two_rooms(x: float = 4.9, y: float = 2.5) -> World:
    """Return a world of two rooms with one gap in the thin wall between them, below; it stands close to that wall."""
    pools = [person(f"blob_{i}", x, y, "hunter", "blob")._replace(later=True) for i in range(12)]
    return world_of(person("t800", 1.0, 1.0), person("t1000", x, y), *pools, ground=ground_of(TWO_ROOMS))


def parts(world: World) -> list[tuple[float, float]]:
    return [(world.b.x[s], world.b.y[s]) for s in world.blobs if world.b.here[s]]


def burst_apart(world: World, heart_at: tuple[float, float], others_at: tuple[float, float]) -> int:
    """Burst it, lay its largest part in one place and all others in another, and return the largest."""
    burst(world, world.hunter, 0.0)
    b = world.b
    heart = max((s for s in world.blobs if b.here[s]), key=lambda s: b.share[s])
    for s in world.blobs:
        if b.here[s]:
            b.vx[s] = b.vy[s] = 0.0
            b.x[s], b.y[s] = heart_at if s == heart else others_at
    return heart


def on_floor(world: World, x: float, y: float) -> bool:
    wall = world.ground.wall
    return 0 <= y * 2 < wall.shape[0] and 0 <= x * 2 < wall.shape[1] and not wall[int(y * 2), int(x * 2)]


@pytest.mark.parametrize("x", [0.6, 4.9, 11.4])
def test_blasts_never_drive_a_part_of_it_into_a_wall_or_off_the_map(x: float) -> None:
    world = two_rooms(x)
    burst(world, world.hunter, 0.0)
    dice = np.random.default_rng(5)
    for _ in range(40):
        at = parts(world)
        near = at[int(dice.integers(len(at)))] if at else (x, 2.5)
        explode(world, near[0] + float(dice.normal()), near[1] + float(dice.normal()), -1)
        live(world, int(dice.integers(1, 40)))
        assert all(on_floor(world, *p) for p in parts(world))
    assert mass(world) == pytest.approx(1.0, abs=1e-9)


def test_parts_on_both_sides_of_a_wall_go_round_it_and_do_not_join_through_it() -> None:
    world = two_rooms()
    burst_apart(world, (5.3, 1.0), (6.2, 1.0))
    events = live(world, LIES + 60)
    assert not of(E.Merged, events)
    events = live(world, 700)
    assert of(E.Reformed, events)
    assert all(on_floor(world, *p) for p in parts(world))


def test_a_burst_buys_between_seven_and_fifteen_seconds() -> None:
    world = edge(3.0)
    world.b.x[0] = 14.0
    burst(world, world.hunter, 0.0)
    assert not of(E.Reformed, live(world, WHOLE_AFTER - 1))
    assert of(E.Reformed, live(world, 15 * 60 - WHOLE_AFTER))


def test_its_parts_fly_apart_and_come_to_rest_within_four_metres() -> None:
    world = edge(4.0, rails=False)
    world.b.x[0] = 1.0
    burst(world, world.hunter, 0.0)
    live(world, LIES - 1)
    far = [((x - 4.0) ** 2 + (y - 4.0) ** 2) ** 0.5 for x, y in parts(world)]
    assert 1.2 < max(far) < 4.3


def test_a_pool_slides_along_a_wall() -> None:
    wall = np.zeros((10, 10), np.uint8)
    wall[:, 4] = 1
    assert seep(wall, 1.9, 1.0, 0.2, 0.1) == (1.9, 1.1)
    assert seep(wall, 0.05, 0.05, -0.2, -0.2) == (0.05, 0.05)


def test_what_bursts_in_the_steel_stays_in_it() -> None:
    for x in (9.6, 12.0, 14.4):
        world = edge(x, rails=False)
        burst(world, world.hunter, 0.0)
        live(world, 30)
        assert all(world.in_steel(s) for s in world.blobs if world.b.here[s])
        assert of(E.Gone, live(world, 300))


def test_its_parts_come_together_on_a_ledge_that_no_way_leads_to() -> None:
    world = Session(load("levels/examples/edge.tmx"), 1).world
    heart = burst_apart(world, (14.975, 7.978), (12.75, 7.75))
    assert not world.ways.walk[15, 29]
    assert not world.in_steel(heart)
    events = live(world, LIES + 1200)
    assert of(E.Reformed, events)
    assert mass(world) == pytest.approx(1.0, abs=1e-9)
