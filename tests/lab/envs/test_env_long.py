"""What must hold however long one plays: the same bits in two processes, no action that does harm, no number that is none, no leak.

The short versions run always; METAL_LONG=1 runs the long ones (a quarter of an hour for all).
"""

import gc
import hashlib
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.lab import parallel_env
from game.lab.envs.solo import Escort, Hunt, SeatEnv

LEVEL = "closing_time"
LONG = pytest.mark.skipif("METAL_LONG" not in os.environ, reason="takes minutes: set METAL_LONG to run it")
TIME_FOR_LONG = pytest.mark.timeout(7200)
Task = tuple[str, int, int, int]  # which environment, seed, steps, ticks of a step


def alone(kind: type[SeatEnv], seed: int, steps: int, skip: int) -> Iterator[bytes]:
    """Play random actions in one seat; yield all that comes back as bytes."""
    env = kind(LEVEL, limit=2400, frame_skip=skip)
    env.action_space.seed(seed)
    yield env.reset(seed=seed)[0].tobytes()
    for _ in range(steps):
        seen, paid, ended, cut, _ = env.step(env.action_space.sample())
        yield seen.tobytes() + repr((paid, ended, cut)).encode()
        if ended or cut:
            env.reset()
    yield env.play.running.digest().encode()


def together(seed: int, steps: int, skip: int) -> Iterator[bytes]:
    """Play random actions in all seats."""
    env = parallel_env(level=LEVEL, limit=2400, frame_skip=skip)
    for agent in env.possible_agents:
        env.action_space(agent).seed(seed)
    env.reset(seed=seed)
    for _ in range(steps):
        if not env.agents:
            env.reset()
        seen, *rest, _ = env.step({a: env.action_space(a).sample() for a in env.agents})
        yield b"".join(row.tobytes() for row in seen.values()) + repr(rest).encode()
    yield env.play.running.digest().encode()


PLAYS: dict[str, Callable[[int, int, int], Iterator[bytes]]] = {
    "escort": lambda *how: alone(Escort, *how),
    "hunt": lambda *how: alone(Hunt, *how),
    "together": together,
}


def fingerprint(task: Task) -> str:
    """Return a fingerprint of everything that comes back from one environment."""
    name, *how = task
    h = hashlib.blake2b(digest_size=16)
    for part in PLAYS[name](*how):
        h.update(part)
    return h.hexdigest()


def same_in_two_processes(seeds: range, steps: int) -> None:
    tasks: list[Task] = [(name, seed, steps, 1) for name in PLAYS for seed in seeds]
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        there = pool.map_async(fingerprint, tasks, chunksize=1)
        here = [fingerprint(task) for task in tasks]
        assert there.get() == here
    assert len({*here}) == len(tasks)


@pytest.mark.timeout(600)
def test_two_processes_perceive_the_same_bits() -> None:
    same_in_two_processes(range(2), 1000)


@LONG
@TIME_FOR_LONG
@pytest.mark.slow
def test_two_processes_perceive_the_same_bits_for_long() -> None:
    same_in_two_processes(range(20), 10_000)


# ------------------------------------------------------------------ actions that are none
def rubbish(dice: np.random.Generator, good: Any) -> Any:
    """Return something that is no action: out of range, of another shape or type, or no number."""
    whole = np.atleast_1d(np.asarray(good)).copy()
    broken = int(dice.integers(len(whole)))
    off = whole.astype(np.float64)
    off[broken] = dice.choice([np.nan, np.inf, -np.inf, 1.0000001, -7.5, 1e300])
    far = whole.astype(np.int64)
    far[broken] = dice.choice([-2, 64, 2**31, -(2**63)])
    odd: list[Any] = [
        far if len(far) > 1 else int(far[0]),
        off if len(off) > 1 else float(off[0]),
        whole[:-1],
        np.concatenate([whole, whole]),
        whole[None],
        [[]],
        None,
        "north",
        {"move": 1},
        whole.astype(object),
        whole.astype(complex),
        whole.astype(str),
        bytes(8),
        float("nan"),
        object(),
    ]
    return odd[int(dice.integers(len(odd)))]


@pytest.mark.parametrize("actions", ["parts", "box", "few"])
def test_ten_thousand_bad_actions_leave_the_world_as_it_was(actions: str) -> None:
    env = Escort("guard/3", actions=actions)
    env.reset(seed=0)
    env.action_space.seed(0)
    env.step(env.action_space.sample())
    before, dice = env.play.running.digest(), np.random.default_rng(1)
    for n in range(10_000 // 3 + 1):
        with pytest.raises(ValueError, match="action"):
            env.step(rubbish(dice, env.action_space.sample()))
        if n % 1000 == 0:
            assert env.play.running.digest() == before
    assert env.play.running.digest() == before
    assert env.play.ticks == 4


# ------------------------------------------------------------------ numbers that are none
def finite(env: SeatEnv, steps: int) -> None:
    env.reset(seed=1)
    env.action_space.seed(1)
    for _ in range(steps):
        seen, paid, ended, cut, _ = env.step(env.action_space.sample())
        assert np.abs(seen).max() <= 1.0  # also false where one is not a number
        assert -4.0 < paid < 4.0
        if ended or cut:
            env.reset()


@LONG
@TIME_FOR_LONG
@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "level", "actions", "steps"),
    [
        (Escort, "find", "few", 300_000),
        (Escort, "guard", "parts", 300_000),
        (Hunt, "duel", "box", 200_000),
        (Escort, LEVEL, "box", 100_000),
        (Hunt, LEVEL, "parts", 100_000),
    ],
)
def test_a_million_steps_hold_no_number_that_is_none(kind: type[SeatEnv], level: str, actions: str, steps: int) -> None:
    finite(kind(level, actions=actions, frame_skip=1), steps)


# ------------------------------------------------------------------ what is left over
def opened_and_closed(times: int) -> None:
    for n in range(times):
        env = (Escort, Hunt)[n % 2](("guard/3", LEVEL)[n // 2 % 2], frame_skip=1)
        env.reset(seed=n)
        env.step(env.action_space.sample())
        env.close()


def left_over() -> tuple[int, int, int]:
    """Return open files, threads, and objects that Python looks after."""
    gc.collect()
    return len(list(Path("/proc/self/fd").iterdir())), threading.active_count(), len(gc.get_objects())


def memory() -> int:
    """Return the bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def growth(times: int) -> tuple[int, int, int, int]:
    """Return by how many files, threads, objects and bytes this process grows while environments come and go."""
    opened_and_closed(min(times, 40))  # the same ones as are counted: what is compiled or read late is there by now
    before, held = left_over(), memory()
    opened_and_closed(times)
    files, threads, objects = (now - then for now, then in zip(left_over(), before, strict=True))
    return files, threads, objects, memory() - held


def leaks_nothing(times: int, allowed: int) -> None:
    """Look in a process of its own: in this one, what an earlier test left is let go of while one counts."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        files, threads, objects, bytes_held = pool.apply(growth, (times,))
    assert (files, threads) == (0, 0)
    assert objects < times  # not one object for each
    assert bytes_held < allowed


NEEDS_PROC = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads /proc")


@NEEDS_PROC
def test_what_is_closed_leaves_nothing() -> None:
    leaks_nothing(40, 16 << 20)


@NEEDS_PROC
@LONG
@TIME_FOR_LONG
@pytest.mark.slow
def test_a_thousand_times_open_and_closed_leave_nothing() -> None:
    leaks_nothing(1000, 32 << 20)
