"""What was set rolling stands in the way where it came to rest: who has seen it walks round it."""

import numpy as np
from worlds import ground_of

from game.agent.command import RUN
from game.agent.legs import Legs, walk_to
from game.core.dice import Dice
from game.core.paths import ways_of
from game.level.load import load
from game.session import Session
from game.sim.systems.percepts import percept
from game.sim.systems.vehicles import let_out

LOT = "\n".join(["#" * 48, *["#" + "." * 46 + "#"] * 38, "#" * 48])
WEST, EAST, AWAY = (18.8, 15.3), (23.0, 15.3), (3.0, 3.0)  # of the yard's forklift at rest, and far from it


def rolled(x: float, y: float) -> Session:
    """Begin the yard without the hunter and with the T-800 at a place, and let its forklift roll to its end."""
    session = Session(load("levels/examples/yard.tmx"), 1, pursuer="none")
    world = session.world
    world.b.x[world.player], world.b.y[world.player] = x, y
    world.roll("forklift", "fork_stop", -1)
    while world.state.rolling:
        session.step()
    for _ in range(60):
        session.step()
    return session


def test_a_rectangle_bars_the_half_cells_in_which_a_body_would_touch_it() -> None:
    ways = ways_of(ground_of(LOT))
    box = (8.0, 8.0, 12.0, 10.0)
    shut = ways.bars((box,))
    assert ways.straight(10.0, 4.0, 10.0, 15.0)
    assert not ways.straight(10.0, 4.0, 10.0, 15.0, shut)
    assert ways.to(10.0, 15.0, shut).distance(10.0, 4.0) > ways.to(10.0, 15.0).distance(10.0, 4.0) + 1.0


def test_the_same_rectangle_keeps_its_bit_and_another_has_another() -> None:
    ways = ways_of(ground_of(LOT))
    a, b = (2.0, 2.0, 4.0, 4.0), (6.0, 2.0, 8.0, 4.0)
    assert ways.bars((a,)) == ways.bars((a,))
    assert ways.bars((a, b)) == ways.bars((b, a)) == ways.bars((a,)) | ways.bars((b,))
    assert ways.bars((a,)) & ways.bars((b,)) == 0


def test_only_who_has_had_it_in_sight_knows_where_it_stands() -> None:
    near, far = rolled(*EAST), rolled(*AWAY)
    (box,) = percept(near.world, near.world.player).stands
    assert np.allclose(box, near.world.rest_box[0])
    assert percept(far.world, far.world.player).stands == ()


def test_it_is_walked_round_and_not_walked_against() -> None:
    session = rolled(*WEST)
    world, legs, dice = session.world, Legs(), Dice(1)
    me = world.player
    for _ in range(240):
        session.step({session.seat: walk_to(percept(world, me), legs, dice, EAST, gait=RUN)})
    assert world.b.x[me] < WEST[0] - 10.0  # the only other way is the long one, by the shutter of the store


def test_it_is_known_after_a_save_as_before() -> None:
    session = rolled(*EAST)
    again = Session(session.level, 1, pursuer="none")
    again.load(session.save())
    assert percept(again.world, again.world.player).stands == percept(session.world, session.world.player).stands != ()


def test_nobody_stays_wedged_where_it_comes_to_rest() -> None:
    session = Session(load("levels/examples/yard.tmx"), 1, pursuer="none")
    world, john = session.world, session.ward
    at = 20.28, 14.79  # a hand's breadth beside a conveyor
    world.state.rolled["forklift"] = at
    world.refresh_blocks()
    ways = ways_of(world.ground)
    shut = ways.bars((tuple(world.rest_box[0].tolist()),))
    world.b.x[john], world.b.y[john] = 19.75, 14.0
    assert ways.wedged(19.75, 14.0, shut)
    let_out(world, "forklift", *at)
    here = world.b.x[john], world.b.y[john]
    assert not ways.wedged(*here, shut)
    assert abs(here[0] - 19.75) + abs(here[1] - 14.0) < 3.0


def test_who_stands_beside_a_thing_with_room_behind_is_not_wedged() -> None:
    ways = ways_of(ground_of(LOT))
    shut = ways.bars(((8.0, 8.0, 12.0, 10.0), (8.0, 10.4, 12.0, 12.0)))
    assert ways.wedged(10.0, 10.2, shut)
    assert not ways.wedged(10.0, 7.9, shut)
    assert not ways.wedged(10.0, 7.0, shut)
