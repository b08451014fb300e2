"""The task that a learner gets is the scenario, and its memory holds only what has been observed."""

import numpy as np
import pytest

from game.lab.envs.solo import Escort
from tools.learn import ppo
from tools.learn.finding import CURIOUS, LEVEL, LIMIT, LOOK, LOOKS, RUNS, WALKS, Finding


def test_its_pay_is_the_environments_own_and_a_little_for_new_squares() -> None:
    env, bare = Finding(), Escort(LEVEL, frame_skip=LOOK, actions="few", limit=LIMIT)
    row, info = env.reset(seed=3)
    assert bare.reset(seed=3)[1]["level"] == info["level"]
    assert env.observation_space.contains(row)
    dice, squares = np.random.default_rng(0), 0.0
    for _ in range(60):
        way = dice.integers(RUNS)
        row, paid, ended, cut, info = env.step(way)
        own = sum(float(bare.step(np.int64(1 + WALKS + way))[1]) for _ in range(LOOKS))
        assert info["paid"] == pytest.approx(own)
        assert env.observation_space.contains(row)
        squares += paid - info["paid"]
        assert not ended
        assert not cut
    assert squares == pytest.approx(CURIOUS * round(squares / CURIOUS))
    assert squares > 0
    assert env.env.play.running.digest() == bare.play.running.digest()


def test_judging_is_on_held_out_maps_by_seeds_that_repeat() -> None:
    seen = Finding("held_out", curious=False).reset(seed=ppo.JUDGED[0])[1]["level"]
    assert int(seen.partition("/")[2]) >= 1000
    assert ppo.judge(ppo.chance(), ppo.JUDGED[:2]) == ppo.judge(ppo.chance(), ppo.JUDGED[:2])


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.filterwarnings("default")
def test_the_learner_learns_a_little_and_the_same_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("stable_baselines3")
    monkeypatch.setattr(ppo, "POINTS", 2)
    runs = [ppo.learn(2048, tell=lambda _at: None, judged=1)[1] for _ in range(2)]
    assert runs[0] == runs[1]
    assert runs[0][-1].steps == 2048
