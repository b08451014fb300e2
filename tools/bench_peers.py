"""Our environments beside others', in turns on one machine: steps for each second of processor time, resets included.

Only what is installed is measured (extra `peers`; procgen wants a Python of its own, before 3.11). What counts are the ratios
in one run; the rates are this machine's. Engines that run as processes of their own are counted with their processor time.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import numpy as np

ROUNDS, SECONDS, WARM = 5, 1.0, 3.0
BASE = "knights_archers_zombies"
Step = Callable[[], None]
Rate = Callable[[float], float]  # seconds -> steps a second


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


def doom() -> Step:
    """Return a step of ViZDoom's basic.cfg, 160 x 120 grey, frame skip 4; its engine is a process of its own."""
    vizdoom: Any = import_module("vizdoom")
    game = vizdoom.DoomGame()
    game.load_config(str(Path(vizdoom.scenarios_path) / "basic.cfg"))
    game.set_screen_resolution(vizdoom.ScreenResolution.RES_160X120)
    game.set_screen_format(vizdoom.ScreenFormat.GRAY8)
    game.set_window_visible(False)
    game.set_doom_config_path(str(Path(gettempdir()) / "vizdoom.ini"))  # else it writes one where it stands
    game.init()
    game.new_episode()
    dice = np.random.default_rng(0)
    buttons = np.eye(game.get_available_buttons_size()).tolist()

    def step() -> None:
        game.make_action(buttons[dice.integers(len(buttons))], 4)
        if game.is_episode_finished():
            game.new_episode()
        game.get_state()

    return step


def crafting() -> Step:
    """Return a step of Crafter, which still speaks Gym's old words."""
    env = import_module("crafter").Env(seed=0)
    env.reset()
    dice, n = np.random.default_rng(0), env.action_space.n

    def step() -> None:
        if env.step(int(dice.integers(n)))[2]:
            env.reset()

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
    "vizdoom basic, 4 ticks": doom,
    "crafter": crafting,
    "ours: find, 1 tick": lambda: ours("find"),
    "ours: find, 4 ticks": lambda: ours("find", 4),
    "ours: guard, 1 tick": lambda: ours("guard"),
    "ours: the mall, 1 tick": lambda: ours("closing_time"),
    "ours: the mall, all seats, 1 tick": lambda: ours_together("closing_time"),
}


def rate(step: Step, seconds: float) -> float:
    """Return steps for each second of processor time, of this process and those that it has begun."""
    began, first, n = time.process_time(), spent(), 0
    while time.process_time() - began < seconds and spent() - first < seconds:
        for _ in range(100):
            step()
        n += 100
    return n / (spent() - first)


def spent() -> float:
    """Return the processor time of this process and, where the system tells, of those that it has begun and that still run."""
    return time.process_time() + sum(map(spent_by, children()))


def children() -> list[int]:
    """Return the processes that this one has begun and that still run."""
    tasks = Path("/proc/self/task")
    if not tasks.is_dir():
        return []
    return [int(pid) for task in tasks.iterdir() for pid in (task / "children").read_text().split()]


def spent_by(pid: int) -> float:
    """Return the processor time of a process, seconds; 0 once it is gone."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


PROCGEN = """
import sys, time
import numpy as np
from procgen import ProcgenGym3Env
env = ProcgenGym3Env(num=1, env_name="coinrun", num_threads=0, rand_seed=1)
dice = np.random.default_rng(0)
for line in sys.stdin:
    began, n = time.process_time(), 0
    while time.process_time() - began < float(line):
        for _ in range(100):
            env.act(dice.integers(0, 15, (1,), dtype=np.int32))
            env.observe()
        n += 100
    print(n / (time.process_time() - began), flush=True)
"""


def procgen(python: str) -> Rate:
    """Return who measures procgen's coinrun in a Python that has it; raises OSError or ValueError where none does."""
    pipe = subprocess.PIPE
    there = subprocess.Popen([python, "-c", PROCGEN], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True)

    def rated(seconds: float) -> float:
        assert there.stdin is not None
        assert there.stdout is not None
        there.stdin.write(f"{seconds}\n")
        there.stdin.flush()
        return float(there.stdout.readline())

    rated(0.1)
    return rated


def measured(peers: dict[str, Callable[[], Rate]], rounds: int, seconds: float) -> dict[str, list[float]]:
    """Return the rates of every peer that is there, a round after another."""
    rates: dict[str, Rate] = {}
    for name, make in peers.items():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                rates[name] = make()
                rates[name](WARM)  # compiles, and fills caches
        except Exception as e:
            print(f"{name}: not measured ({type(e).__name__}: {e})", file=sys.stderr)
    made: dict[str, list[float]] = {name: [] for name in rates}
    for _ in range(rounds):
        for name, one in rates.items():
            made[name].append(one(seconds))
    return made


def main(rounds: int = ROUNDS, seconds: float = SECONDS, python: str = "") -> list[dict[str, Any]]:
    """Measure in turns and print a row each: median rate, and how many times the first peer's.

    python   one that has procgen
    """
    peers: dict[str, Callable[[], Rate]] = {n: partial(lambda m: partial(rate, m()), make) for n, make in PEERS.items()}
    if python:
        peers = {"procgen coinrun": lambda: procgen(python)} | peers
    made = measured(peers, rounds, seconds)
    base = statistics.median(made.get(BASE, [1.0]))
    rows = [
        {
            "name": n,
            "steps_per_second": round(statistics.median(r), 1),
            "times_kaz": round(statistics.median(r) / base, 2),
        }
        for n, r in made.items()
    ]
    for row in rows:
        print(json.dumps(row))
    return rows


if __name__ == "__main__":
    words = argparse.ArgumentParser(prog="python -m tools.bench_peers", description=__doc__)
    words.add_argument("--rounds", type=int, default=ROUNDS)
    words.add_argument("--seconds", type=float, default=SECONDS, help="of processor time, for each peer in each round")
    words.add_argument("--procgen", default="", metavar="PYTHON", help="a Python that has procgen")
    said = words.parse_args()
    main(said.rounds, said.seconds, said.procgen)
