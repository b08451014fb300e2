"""A learner in seventy lines, numpy alone: the cross-entropy method on a linear policy; then it is judged on maps held back."""

import sys

import numpy as np
import numpy.typing as npt

from game.lab.envs.solo import Escort
from game.lab.envs.vector import MAP, layout

Floats = npt.NDArray[np.float64]
LEVEL, LIMIT, SKIP = "find", 2400, 15  # ticks of a run, ticks of a step
CURIOUS, CELL = 0.01, 2.0  # what each new square of so many metres is worth while it learns
POPULATION, ELITE, EPISODES = 24, 6, 3
PARTS = ("rays", "screen")  # of the observation, beside who is in sight
WALKS = 8  # the running ways of the short list come after as many walking ones


def seen(row: npt.NDArray[np.float32], last: int) -> Floats:
    """Return what the policy looks at: rays, screen, the boy's way if he is in sight, and the way it took last."""
    parts = layout()
    people = row[parts["people"]].reshape(12, -1)
    boy = next((p for p in people if p[0] and p[23]), None)
    way = np.zeros(WALKS)
    way[last] = 1.0
    sight = (boy[1], boy[2], 1.0) if boy is not None else (0.0, 0.0, 0.0)
    return np.concatenate([*(row[parts[name]] for name in PARTS), sight, way, (1.0,)]).astype(np.float64)


def played(env: Escort, weights: Floats, seed: int) -> tuple[float, int]:
    """Play one run; return what it was paid, and how many squares it has been in."""
    row, _ = env.reset(seed=seed)
    paid, last, over, been = 0.0, 0, False, set()
    while not over:
        last = int((weights @ seen(row, last)).argmax())
        row, more, ended, cut, _ = env.step(np.int64(1 + WALKS + last))
        paid, over = paid + more, ended or cut
        been.add((int(row[0] * MAP / CELL), int(row[1] * MAP / CELL)))
    return paid, len(been)


def worth(env: Escort, weights: Floats, seeds: list[int]) -> float:
    """Return how good a policy is to learn from: its pay, and something for getting about."""
    runs = [played(env, weights, seed) for seed in seeds]
    return float(np.mean([paid + CURIOUS * squares for paid, squares in runs]))


def random_runs(env: Escort, seeds: range) -> Floats:
    """Return what random acts are paid."""
    dice, made = np.random.default_rng(0), []
    for seed in seeds:
        env.reset(seed=seed)
        paid, over = 0.0, False
        while not over:
            _, more, ended, cut, _ = env.step(np.int64(1 + WALKS + dice.integers(WALKS)))
            paid, over = paid + more, ended or cut
        made.append(paid)
    return np.array(made)


def main(rounds: int = 40, judged: int = 30, population: int = POPULATION) -> tuple[float, float]:
    """Learn, and return the mean pay on maps held back: learned, random."""
    env = Escort(LEVEL, frame_skip=SKIP, actions="few", limit=LIMIT)
    dice = np.random.default_rng(1)
    size = (WALKS, len(seen(env.reset(seed=0)[0], 0)))
    mean, spread = np.zeros(size), np.ones(size)
    for n in range(rounds):
        tries = mean + spread * dice.standard_normal((population, *size))
        seeds = [int(s) for s in dice.integers(0, 2**31, EPISODES)]
        paid = np.array([worth(env, w, seeds) for w in tries])
        best = tries[np.argsort(-paid)[:ELITE]]
        mean, spread = best.mean(0), best.std(0) + 0.05
        print(f"round {n + 1}: mean {paid.mean():+.2f}, best {paid.max():+.2f}", flush=True)
    kept = Escort(LEVEL, frame_skip=SKIP, actions="few", limit=LIMIT, split="held_out")
    learned = float(np.mean([played(kept, mean, s)[0] for s in range(judged)]))
    chance = float(random_runs(kept, range(judged)).mean())
    print(f"on maps held back: learned {learned:+.2f}, random {chance:+.2f}")
    return learned, chance


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:2]))
