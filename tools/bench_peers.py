"""Our environments beside others', in turns on one machine: steps for each second of processor time, resets included.

Only what is installed is measured. What counts are the ratios in one run; the rates are this machine's.
"""

import json
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any

ROUNDS, SECONDS = 5, 1.0
BASE = "knights_archers_zombies"
Step = Callable[[], None]


def stepping(env: Any) -> Step:
    """Return what takes one random step of a Gymnasium environment, and begins anew at an end."""
    env.reset(seed=0)
    env.action_space.seed(0)

    def step() -> None:
        _, _, ended, cut, _ = env.step(env.action_space.sample())
        if ended or cut:
            env.reset()

    return step


def stepping_together(env: Any) -> Step:
    """Return the same for a PettingZoo parallel environment: one step of everybody."""
    env.reset(seed=0)

    def step() -> None:
        if not env.agents:
            env.reset()
        env.step({agent: env.action_space(agent).sample() for agent in env.agents})

    return step


def ours(level: str, skip: int = 1, kind: str = "Escort") -> Step:
    """Return a step of one seat of ours."""
    made: Any = getattr(import_module("game.lab.envs.solo"), kind)
    return stepping(made(level, frame_skip=skip, actions="few"))


def ours_together(level: str) -> Step:
    """Return a step of all seats of ours."""
    return stepping_together(import_module("game.lab").parallel_env(level=level, frame_skip=1, actions="few"))


def zombies() -> Step:
    """Return a step of knights_archers_zombies with vector observations: four agents, up to ten zombies."""
    made = import_module("pettingzoo.butterfly.knights_archers_zombies_v11")
    return stepping_together(made.parallel_env(obs_method="vector"))


def gymnasium_named(name: str, library: str) -> Step:
    """Return a step of a registered environment of another library."""
    import_module(library)
    return stepping(import_module("gymnasium").make(name))


PEERS: dict[str, Callable[[], Step]] = {
    BASE: zombies,
    "minigrid DoorKey 8x8": lambda: gymnasium_named("MiniGrid-DoorKey-8x8-v0", "minigrid"),
    "vizdoom basic": lambda: gymnasium_named("VizdoomBasic-v1", "vizdoom.gymnasium_wrapper"),
    "crafter": lambda: gymnasium_named("CrafterReward-v1", "crafter"),
    "ours: find, 1 tick": lambda: ours("find"),
    "ours: find, 4 ticks": lambda: ours("find", 4),
    "ours: guard, 1 tick": lambda: ours("guard"),
    "ours: the mall, 1 tick": lambda: ours("closing_time"),
    "ours: the mall, all seats, 1 tick": lambda: ours_together("closing_time"),
}


def rate(step: Step, seconds: float) -> float:
    """Return steps for each second of processor time."""
    began, n = time.process_time(), 0
    while time.process_time() - began < seconds:
        for _ in range(20):
            step()
        n += 20
    return n / (time.process_time() - began)


def main(rounds: int = ROUNDS, seconds: float = SECONDS) -> list[dict[str, Any]]:
    """Measure in turns and print a row each: median rate, and how many times the first peer's."""
    steps: dict[str, Step] = {}
    for name, make in PEERS.items():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                steps[name] = make()
        except Exception as e:
            print(f"{name}: not measured ({type(e).__name__}: {e})", file=sys.stderr)
    for step in steps.values():
        rate(step, 0.2)  # compiles, and fills caches
    rates: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(rounds):
        for name, step in steps.items():
            rates[name].append(rate(step, seconds))
    base = statistics.median(rates.get(BASE, [1.0]))
    rows = [
        {
            "name": n,
            "steps_per_second": round(statistics.median(r), 1),
            "times_kaz": round(statistics.median(r) / base, 2),
        }
        for n, r in rates.items()
    ]
    for row in rows:
        print(json.dumps(row))
    return rows


if __name__ == "__main__":
    main()
