"""Many people cost in proportion, and however many they are, they part as they would compared one by one."""

import numpy as np

from game.session import Session
from game.sim.kernels import motion
from tools.bench_people import OURS, crowded, measured


def test_a_crowded_map_holds_everybody_on_floor() -> None:
    level = crowded(80)
    world = Session(level, 0).world
    assert world.count == 80
    assert all(level.ground.free(s.x, s.y) for s in (level.start, *level.spawns))
    assert [world.names[k] for k in range(len(OURS))] == [name for name, _, _ in OURS]


def test_a_row_of_the_bench_says_what_a_tick_costs() -> None:
    row = measured(20, 30)
    assert row["people"] == 20
    assert row["ticks_per_second"] > 0
    assert row["ended"] == ""


def test_a_throng_parts_as_each_beside_each() -> None:
    world = Session(crowded(90), 0).world
    dice = np.random.default_rng(3)
    bodies, n = world.bodies, world.count
    bodies["x"][:n], bodies["y"][:n] = dice.random(n) * 6 + 3, dice.random(n) * 6 + 3
    plain, quick = bodies.copy(), bodies.copy()
    for i in range(n):
        for j in range(i + 1, n):
            motion.part(plain, i, j)
    solid = np.arange(n)
    at = np.column_stack((quick["x"][:n], quick["y"][:n]))
    motion.part_many(quick, solid, at, n, 60, world.chains)
    assert (plain["push_x"] != 0).sum() > 60
    assert (plain["push_x"] == quick["push_x"]).all()
    assert (plain["push_y"] == quick["push_y"]).all()
