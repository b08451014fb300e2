"""Where what has burst comes to lie, and where it may stand up again."""

import pytest

from game.core.ground import Ground
from game.core.paths import ways_of
from game.sim import events as ev
from game.sim.systems.shatter import burst
from game.sim.world import World
from tests.sim.test_forms import live, of
from tests.sim.test_shatter import edge, mass


def test_the_heaviest_part_stays_where_it_fell() -> None:
    world = edge(4.0, rails=False)
    world.b.x[0] = 14.0
    burst(world, world.hunter, 0.0)
    live(world, 60)
    b = world.b
    heart = max((s for s in world.blobs if b.here[s]), key=lambda s: b.share[s])
    assert (b.x[heart], b.y[heart]) == (4.0, 4.0)
    assert all((b.x[s], b.y[s]) != (4.0, 4.0) for s in world.blobs if b.here[s] and s != heart)
    assert mass(world) == pytest.approx(1.0, abs=1e-9)


def on_a_ledge() -> World:
    """Return a world in which it has burst on a ledge that a rail cuts off from all other floor."""
    world = edge()
    fenced = with_ledge(world.ground)
    world.ground, world.ways = fenced, ways_of(fenced)
    world.b.x[0] = 2.0
    world.b.x[world.hunter], world.b.y[world.hunter] = 9.4, 7.4
    burst(world, world.hunter, 0.0)
    for s in world.blobs:
        if world.b.here[s]:
            world.b.x[s], world.b.y[s] = 9.4, 7.4
    return world


def with_ledge(ground: Ground) -> Ground:
    """Return a ground on which nobody walks right of x = 9."""
    walk = ground.walk.copy()
    walk[:, 17:] = 0
    facts = {name: getattr(ground, name) for name in Ground.__slots__}
    return Ground(**(facts | {"walk": walk}))


def test_it_stands_up_only_where_there_is_room() -> None:
    world = on_a_ledge()
    events = live(world, 600)
    risen = of(ev.Reformed, events)
    assert len(risen) == 1
    assert world.ways.walk[int(risen[0].y * 2), int(risen[0].x * 2)]
    assert mass(world) == pytest.approx(1.0, abs=1e-9)
