"""PPO of stable-baselines3 learns `find` on the maps for it and is judged, beside random acts, on maps that it never saw."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from game.lab.probe.statistics import Interval, mean, share
from tools.learn.finding import Finding, Row

STEPS, WORLDS, SEED = 200_000, 8, 1
JUDGED = range(10_000, 10_200)  # seeds of the runs to judge by: held-out maps, the same for whoever is judged
POINTS = 20  # judgements along the curve
GLANCE = 50  # runs of one of them
SETTINGS: dict[str, Any] = {
    "n_steps": 256,
    "batch_size": 256,
    "n_epochs": 10,
    "gamma": 0.99,
    "gae_lambda": 0.95,
    "learning_rate": 4e-4,
    "ent_coef": 0.005,
    "policy_kwargs": {"net_arch": [128, 128]},
}
Choose = Callable[[Row], int]


class Judged(NamedTuple):
    """Runs on held-out maps: the environment's own pay of a run, the share won, the seconds of a run; each with its interval."""

    paid: Interval
    won: Interval
    seconds: Interval


class Point(NamedTuple):
    """A place on the curve: steps learned, and how it did on a few held-out maps then."""

    steps: int
    paid: Interval
    won: Interval


def judge(choose: Choose, seeds: range) -> Judged:
    """Play a run for each seed on the held-out maps."""
    env = Finding("held_out", curious=False)
    paid, seconds, won = [], [], 0
    for seed in seeds:
        row, info = env.reset(seed=seed)
        total, over = 0.0, False
        while not over:
            row, more, ended, cut, info = env.step(np.int64(choose(row)))
            total, over = total + more, ended or cut
        paid.append(total)
        seconds.append(info["ticks"] / 60)
        won += info["outcome"] == "won"
    return Judged(mean(paid), share(won, len(paid)), mean(seconds))


def chance(seed: int = SEED) -> Choose:
    """Return who chooses among the same ways by dice alone."""
    dice = np.random.default_rng(seed)
    return lambda _row: int(dice.integers(8))


def learn(
    steps: int = STEPS, seed: int = SEED, tell: Callable[[Point], None] = print, judged: int = GLANCE
) -> tuple[Any, list[Point]]:
    """Learn for so many steps; return the model and the curve. The same seed learns the same on one machine."""
    from stable_baselines3 import PPO
    from stable_baselines3.common.vec_env import DummyVecEnv

    worlds = DummyVecEnv([Finding for _ in range(WORLDS)])
    model = PPO("MlpPolicy", worlds, seed=seed, device="cpu", **SETTINGS)
    curve: list[Point] = []

    def glance() -> None:
        at = judge(chooser(model), JUDGED[:judged])
        curve.append(Point(model.num_timesteps, at.paid, at.won))
        tell(curve[-1])

    def watch(_local: dict[str, Any], _global: dict[str, Any]) -> bool:
        if len(curve) * steps / POINTS <= model.num_timesteps < steps:
            glance()
        return True

    model.learn(steps, callback=watch)
    glance()
    return model, curve


def chooser(model: Any, seed: int = SEED) -> Choose:
    """Return who chooses as the model does: drawn from its odds, by dice of its own, so that judging does not stir the learning."""
    import torch

    dice = np.random.default_rng(seed)

    def choose(row: Row) -> int:
        with torch.no_grad():
            odds = model.policy.get_distribution(torch.as_tensor(row[None])).distribution.probs[0].numpy()
        return int(np.searchsorted(np.cumsum(odds), dice.random() * odds.sum()))

    return choose
