"""Measures how fast the rules, copies of them, and pictures are on this machine, on one fixed chase with nobody asleep."""

import statistics
import time
from collections.abc import Callable
from typing import Any

from game.agent.command import Command
from game.content.missions import MISSIONS
from game.lab.run import begin
from game.lab.seat import live
from game.level.data import Level
from game.level.load import load
from game.session import Session
from game.sim.pack import restore, snapshot

SEED, DIFFICULTY, PURSUER, BOT = 1, "standard", "t1000", "base"
TICKS = 1800
LAPS = 3  # the chase is lived so often; the median counts
COPIES = 50
ENV_STEPS = 600
ESCORT = "t800"  # whose environment is stepped, where the level has him
LARGEST = "closing_time"  # the mission with the most people, once it exists


def bench(name: str = "", *, frames: bool = False) -> dict[str, Any]:
    """Return the figures of a level, a mission's id or a path; without one, of the largest mission there is."""
    level = load(name or default())
    chase = record(level)
    laps = [lap(level, chase) for _ in range(LAPS)]
    session = laps[0][1]
    taken, back = copies(session)
    return {
        "level": level.id,
        "agents": session.world.count,
        "ticks": len(chase),
        "digest": session.digest(),
        "ticks_per_second": round(len(chase) / statistics.median(seconds for seconds, _ in laps), 1),
        "snapshot_us": taken,
        "restore_us": back,
        "frame_ms": drawn(level, chase) if frames else None,
        "env_steps_per_second": env_steps(name or default()) if ESCORT in session.seats() else None,
    }


def env_steps(name: str) -> float | None:
    """Return the steps a second of a T-800's environment, one tick each, random acts, resets included; None without Gymnasium.

    For levels with a T-800 alone.
    """
    try:
        from game.lab.envs.solo import Escort
    except ImportError:
        return None
    env = Escort(name, frame_skip=1, actions="few", limit=ENV_STEPS // 2)
    env.action_space.seed(SEED)
    env.reset(seed=SEED)
    times = []
    for _ in range(LAPS):
        began = time.perf_counter()
        for _ in range(ENV_STEPS):
            _, _, ended, cut, _ = env.step(env.action_space.sample())
            if ended or cut:
                env.reset()
        times.append(time.perf_counter() - began)
    return round(ENV_STEPS / statistics.median(times), 1)


def default() -> str:
    """Return the mission to measure when none is named."""
    ids = [m.id for m in MISSIONS]
    return LARGEST if LARGEST in ids else ids[-1]


def record(level: Level) -> list[dict[str, Command]]:
    """Let the bot play the chase once, and return what it commanded; this also compiles whatever is not compiled yet."""
    return list(live(begin(level, SEED, DIFFICULTY, PURSUER), BOT, TICKS))


def lap(level: Level, chase: list[dict[str, Command]]) -> tuple[float, Session]:
    """Live the chase again and return (seconds, the session at its end)."""
    session = begin(level, SEED, DIFFICULTY, PURSUER)
    began = time.perf_counter()
    for commands in chase:
        session.step(commands)
    return time.perf_counter() - began, session


def drawn(level: Level, chase: list[dict[str, Command]]) -> dict[str, float]:
    """Return the frame times of the chase; only here is pygame imported."""
    from game.lab.frames import frame_ms

    return frame_ms(level, begin(level, SEED, DIFFICULTY, PURSUER), chase)


def copies(session: Session) -> tuple[float, float]:
    """Return the microseconds that a snapshot takes, and going back to one."""
    moment = snapshot(session.world)
    return microseconds(lambda: snapshot(session.world)), microseconds(lambda: restore(session.world, moment))


def microseconds(work: Callable[[], object]) -> float:
    """Return the median time of a piece of work."""
    times = []
    for _ in range(COPIES):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return round(statistics.median(times) * 1e6, 1)
