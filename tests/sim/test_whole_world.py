"""The world as a whole: the same again, saved, copied, fingerprinted; numbers stay numbers."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.agent.command import LIMITS, Command
from game.core.curves import exp_neg, log, sigmoid, sine
from game.core.dice import Dice, seed_of
from game.sim import pack
from game.sim.step import step
from game.sim.tables import BODY, DOOR, SHOT
from tests.worlds import arm, person, world_of

ANY_COMMAND = st.builds(Command, **{name: st.integers(low, high) for name, (low, high) in LIMITS.items()})


def crowd():
    return world_of(
        person("t800", 2, 2.5),
        person("john", 3, 3),
        person("t1000", 9, 2.5),
        person("a", 6, 1.5),
        person("b", 7, 3.5),
        minds=True,
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(ANY_COMMAND, min_size=5, max_size=30))
def test_no_command_breaks_the_rules(commands: list[Command]) -> None:
    world, twin = crowd(), crowd()
    arm(world)
    arm(twin)
    for command in commands:
        for _ in range(4):
            step(world, {0: command})
            step(twin, {0: command})
    assert pack.digest(world) == pack.digest(twin)
    table = np.asarray(world.bodies)
    for name in table.dtype.names or ():
        assert np.isfinite(table[name].astype(float)).all(), name
    assert ((table["cohesion"] >= 0.1) & (table["cohesion"] <= 1)).all()
    assert ((table["x"] > 0.5) & (table["x"] < 11.5) & (table["y"] > 0.5) & (table["y"] < 4.5)).all()


def test_saving_and_loading_on_every_tick_changes_nothing() -> None:
    world, heavy = crowd(), crowd()
    for t in range(240):
        command = Command(move_x=127 if t % 50 < 25 else -127, held=1 if t % 40 < 10 else 0, aim_x=64)
        step(world, {0: command})
        data = pack.to_bytes(pack.snapshot(heavy))
        heavy = crowd()
        pack.restore(heavy, pack.from_bytes(heavy, data))
        step(heavy, {0: command})
        assert pack.digests(heavy) == pack.digests(world), t


def test_going_back_and_living_it_again_is_the_same() -> None:
    world = crowd()
    for _ in range(60):
        step(world, {})
    moment = pack.snapshot(world)
    for _ in range(200):
        step(world, {})
    first = pack.digest(world)
    pack.restore(world, moment)
    for _ in range(200):
        step(world, {})
    assert pack.digest(world) == first


def test_a_fingerprint_sees_every_part() -> None:
    world = crowd()
    before = pack.digests(world)
    world.b.x[3] += 1e-9
    world.state.flags["x"] = 1
    after = pack.digests(world)
    assert {k for k in before if before[k] != after[k]} == {"bodies", "state"}


def test_streams_are_apart_and_repeat() -> None:
    a, b = Dice(seed_of(1, 2, "x")), Dice(seed_of(1, 2, "y"))
    assert [a.bits() for _ in range(4)] != [b.bits() for _ in range(4)]
    assert Dice(7).bits() == 7191089600892374487
    assert all(0 <= Dice(s).below(6) < 6 for s in range(200))


def test_curves_keep_to_their_formulas() -> None:
    import math

    for x in np.linspace(0, 12, 200).tolist():
        assert abs(exp_neg(x) - math.exp(-x)) < 4e-5
        assert abs(sigmoid(x - 6) - 1 / (1 + math.exp(6 - x))) < 4e-5
        assert abs(sine(x / 12) - math.sin(2 * math.pi * x / 12)) < 2e-5
    for x in (0.01, 0.5, 1.0, 1.5, 7.0, 1000.0):
        assert abs(log(x) - math.log(x)) < 1e-5


def test_no_field_hides_behind_a_method_of_arrays() -> None:
    for table in (BODY, SHOT, DOOR):
        assert not [name for name in table.names or () if hasattr(np.recarray, name)]
