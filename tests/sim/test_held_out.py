"""Who is held is carried before the holder, and never through a wall."""

from worlds import person, world_of

from game.agent.command import IDLE
from game.lab.run import run
from game.level.load import load
from game.sim.step import step


def test_nobody_is_held_into_a_wall() -> None:
    """A monkey that had the boy by the arm and faced a pillar put him two metres on, outside the map."""
    world = world_of(person("t800", 1.0, 2.0), person("john", 1.9, 2.0))
    b = world.b
    holder, held = world.slot("t800"), world.slot("john")
    b.holds[holder], b.held_by[held] = held, holder
    for way in ((-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)):
        b.x[holder], b.y[holder] = 0.9, 0.9
        for _ in range(30):
            b.fx[holder], b.fy[holder] = way
            step(world, {holder: IDLE})
            assert world.ground.free(b.x[held], b.y[held])
            assert world.gap(holder, held) < 0.7


def test_a_monkey_leaves_everybody_on_the_map() -> None:
    assert run(load("escort/3"), bot="monkey", seed=3, ticks=2800)["ticks"]
