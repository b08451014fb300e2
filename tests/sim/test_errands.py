"""People on their errands: who goes together stays together, and everybody looks at what he came for."""

import numpy as np

from game.content.difficulty import DIFFICULTIES
from game.core.ground import Zone
from game.sim import build
from game.sim.systems.crowd import decide, toward
from game.sim.tables import CALM, FLEE, UNEASY
from game.sim.world import World
from tests.worlds import ground_of

TABLE, BENCH = (4.0, 2.0, 5.0, 3.0, 0.75, False), (8.0, 1.0, 10.0, 1.5, 0.5, False)


def walkers(
    *at: tuple[float, float], places: list[tuple[float, float]], dwell: int = 60, zones: tuple[Zone, ...] = ()
) -> World:
    """Make a room in which people share one errand."""
    ground = ground_of(blocks=(TABLE,), zones=zones)
    people = [build.Person(f"p{i}", "packer", "civilian", x, y, 0, (), "") for i, (x, y) in enumerate(at)]
    world = World(ground, [p.name for p in people], [p.kind for p in people], 1, DIFFICULTIES["standard"])
    build.place(world, people)
    build.hang_doors(world)
    build.brief(world, [(places, dwell)])
    build.light(world, 1.0, [])
    build.finish(world, [(places, dwell)])
    world.crowd_from = 0
    return world


def live(world: World, ticks: int) -> list[float]:
    """Walk wishes straight out and return how far the first two are apart, tick by tick."""
    b, gaps = world.b, []
    for _ in range(ticks):
        world.tick += 1
        decide(world)
        for i in range(world.count):
            b.x[i] += b.wish_x[i]
            b.y[i] += b.wish_y[i]
        gaps.append(float(np.hypot(b.x[0] - b.x[1], b.y[0] - b.y[1])) if world.count > 1 else 0.0)
    return gaps


def test_two_who_share_an_errand_stay_together_over_many_places() -> None:
    world = walkers((2.0, 4.0), (2.6, 4.2), places=[(2.0, 4.0), (9.0, 4.0), (9.0, 1.5)])
    gaps = live(world, 3000)
    assert max(gaps) < 3.0
    assert sum(g > 2.0 for g in gaps) < 300
    assert world.b.leg[0] == world.b.leg[1] or gaps[-1] < 2.0


def test_who_went_along_goes_on_alone_when_the_first_has_fled() -> None:
    world = walkers((2.0, 4.0), (2.6, 4.2), places=[(2.0, 4.0), (9.0, 4.0)])
    live(world, 30)
    world.b.mood[0] = FLEE
    world.b.here[0] = 0
    legs = set()
    for _ in range(20):
        live(world, 60)
        legs.add(int(world.b.leg[1]))
    assert legs == {0, 1}
    assert world.b.mood[1] == CALM


def test_who_arrives_turns_to_what_stands_there() -> None:
    world = walkers((4.5, 3.75), places=[(4.5, 3.75), (9.0, 4.0)])
    world.b.fx[0], world.b.fy[0] = 1.0, 0.0
    live(world, 12)
    assert (world.b.fx[0], world.b.fy[0]) == (0.0, -1.0)


def test_two_who_arrive_where_nothing_stands_look_at_each_other() -> None:
    world = walkers((9.0, 4.0), (8.25, 4.0), places=[(9.0, 4.0), (2.0, 4.0)])
    live(world, 60)
    b = world.b
    assert b.fx[0] * b.fx[1] + b.fy[0] * b.fy[1] < -0.99
    assert b.fx[1] * (b.x[0] - b.x[1]) + b.fy[1] * (b.y[0] - b.y[1]) > 0


def test_a_bench_is_sat_on_with_the_back_to_it_and_a_far_thing_draws_nobody() -> None:
    ground = ground_of(blocks=(TABLE, BENCH))
    assert toward(ground, 9.0, 2.0) == (0.0, 1.0)
    assert toward(ground, 4.5, 1.5) == (0.0, 1.0)
    assert toward(ground, 7.0, 4.0) == (0.0, 0.0)


def test_every_second_one_who_gets_out_stops_to_look_and_no_bell_moves_him() -> None:
    door = Zone(name="out", x=10.0, y=2.0, w=1.0, h=1.0, tags=("exit",))
    world = walkers((2.0, 2.0), (2.6, 2.2), places=[(2.0, 4.0), (9.0, 4.0)], zones=(door,))
    b = world.b
    for i in range(2):
        b.mood[i], b.fright_x[i], b.fright_y[i], b.fright_at[i] = FLEE, -1.0, -1.0, 1
    live(world, 300)
    assert not b.here[0]  # gone
    assert (b.here[1], b.mood[1], b.route[1]) == (1, UNEASY, -1)
    assert b.x[1] > 4.0
    assert b.fx[1] < 0.0
    world.noise("bell", 6.0, 2.0, 60, 1)
    live(world, 60)
    assert (b.here[1], b.mood[1]) == (1, UNEASY)
