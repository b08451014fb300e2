"""What was set rolling: it throws aside whoever it meets with its whole body, and comes to rest on nobody."""

import pytest
from worlds import ground_of, person, world_of

from game.core.ground import Zone
from game.level.data import PropSpot
from game.level.softlock.vehicles import rest
from game.sim.step import step
from game.sim.systems.vehicles import GIVES, depth

WIDE, TALL = 80, 40  # half metres
LOT = "\n".join(["#" * WIDE, *["#" + "." * (WIDE - 2) + "#"] * (TALL - 2), "#" * WIDE])


def rolled(*people, to=34.0, at=8.0):
    """Set a van rolling east and live until it rests; return the world and how deep each was in it at worst."""
    world = world_of(*people, ground=ground_of(LOT, zones=(Zone(name="east", x=to - 1, y=9, w=2, h=2),)))
    world.props["van"] = (-1, at, 9.0, 4.6, 2.0)
    world.roll("van", "east", -1)
    deepest = dict.fromkeys(range(world.count), -9.0)
    while world.state.rolling:
        step(world, {})
        for slot in deepest:
            deepest[slot] = max(deepest[slot], depth(world, "van", slot, *world.state.rolled["van"]))
    return world, deepest


@pytest.mark.parametrize("y", [9.0, 10.0, 10.9])
def test_it_pushes_with_the_whole_of_its_front(y):
    world, deepest = rolled(person("t800", 4.0, 4.0), person("t1000", 15.0, y))
    assert deepest[1] < GIVES
    assert world.b.x[1] > world.state.rolled["van"][0] + 2.3


def test_it_leaves_alone_whoever_stands_beside_its_way():
    world, _ = rolled(person("t800", 4.0, 4.0), person("t1000", 15.0, 12.0))
    assert (world.b.x[1], world.b.y[1]) == (15.0, 12.0)


def test_with_somebody_at_the_wall_before_it_it_stops_rather_than_come_to_rest_on_him():
    world, deepest = rolled(person("t800", 4.0, 4.0), person("t1000", 37.5, 10.0), to=39.0, at=29.0)
    assert deepest[1] < GIVES
    assert world.b.x[1] > 38.5
    x = world.b.x[1]
    step(world, {})
    assert abs(world.b.x[1] - x) < GIVES


def test_its_nose_and_not_its_middle_stops_at_a_wall():
    world, _ = rolled(person("t800", 4.0, 4.0), to=39.0)
    assert world.state.rolled["van"][0] == pytest.approx(10.3 + 8.0, abs=0.1)
    ground = ground_of(
        "\n".join(["#" * 40, *["#" + "." * 38 + "#"] * 38, "#" * 40]), zones=(Zone(name="east", x=18, y=9, w=1, h=2),)
    )
    world = world_of(person("t800", 4.0, 4.0), ground=ground)
    world.props["van"] = (-1, 10.0, 9.0, 4.6, 2.0)
    world.roll("van", "east", -1)
    while world.state.rolling:
        step(world, {})
    assert world.state.rolled["van"][0] + 2.3 <= 19.5


@pytest.mark.parametrize("to", [12.0, 20.0, 34.0, 39.0])
@pytest.mark.parametrize("at", [8.0, 30.0])
def test_the_search_for_dead_ends_knows_where_it_comes_to_rest(to, at):
    world, _ = rolled(person("t800", 4.0, 4.0), to=to, at=at)
    van = PropSpot(id=1, name="van", kind="van", x=at, y=9.0, w=4.6, h=2.0, turn=0, block=0)
    assert rest(world.ground.wall, van, world.ground.zone("east")) == world.state.rolled["van"]
