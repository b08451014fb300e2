"""A corner that a body nearly clears is forgiven: who walks straight at it goes round it, and who walks at a wall stops."""

import pytest

from game.agent.command import toward
from game.sim.step import step
from game.sim.world import World
from tests.worlds import ground_of, person, world_of

CRATE = (5.0, 2.0, 6.5, 3.0, 1.0, False)  # metres: x 5 to 6.5, y 2 to 3


def walked(x: float, y: float, way: tuple[float, float], ticks: int = 90) -> World:
    world = world_of(person("t800", x, y), ground=ground_of(blocks=(CRATE,)))
    for _ in range(ticks):
        step(world, {0: toward(*way)})
    return world


@pytest.mark.parametrize("inside", [-0.3, -0.1, 0.0, 0.1])
@pytest.mark.parametrize("upper", [True, False])
def test_a_corner_within_a_hand_of_clearing_is_forgiven(inside: float, upper: bool) -> None:
    edge = 2.0 + inside if upper else 3.0 - inside
    world = walked(3.5, edge, (1.0, 0.0))
    assert world.b.x[0] > 7.0
    assert (world.b.y[0] < 2.0) is upper


def test_the_same_from_every_side() -> None:
    for x, y, way in ((8.0, 2.05, (-1.0, 0.0)), (5.05, 1.0, (0.0, 1.0)), (6.45, 4.0, (0.0, -1.0))):
        world = walked(x, y, way)
        assert (world.b.x[0] - x) * way[0] + (world.b.y[0] - y) * way[1] > 2.0


def test_who_walks_at_the_middle_of_a_crate_or_at_a_wall_stops_there() -> None:
    world = walked(3.5, 2.5, (1.0, 0.0))
    assert world.b.x[0] < 5.0
    assert world.b.y[0] == pytest.approx(2.5)
    world = walked(9.0, 2.5, (1.0, 0.0), 200)
    assert world.b.y[0] == pytest.approx(2.5)


def test_who_stands_at_a_corner_stays() -> None:
    world = walked(4.62, 2.05, (0.0, 0.0))
    assert (world.b.x[0], world.b.y[0]) == pytest.approx((4.62, 2.05), abs=0.02)
