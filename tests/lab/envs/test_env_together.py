"""All seats at once: PettingZoo's own tests pass, and exact ones beside them, since those stop at the first step."""

import copy
import pickle
import subprocess
import sys
import warnings

import numpy as np
import pytest

from game.lab import aec_env, parallel_env
from game.lab.envs.together import Together

with warnings.catch_warnings():  # of their own making, while they are imported
    warnings.simplefilter("ignore")
    from pettingzoo.test import api_test, parallel_api_test, parallel_seed_test, seed_test

LEVEL = "closing_time"


def short() -> Together:
    return parallel_env(level=LEVEL, limit=120)  # type: ignore[no-any-return]


def played(env: Together, steps: int, seed: int) -> bytes:
    """Play random actions and return everything that came back."""
    env.reset(seed=seed)
    rng, out = np.random.default_rng(seed), b""
    for _ in range(steps):
        if not env.agents:
            env.reset()
        actions = {a: rng.integers(0, env.action_space(a).nvec) for a in env.agents}  # type: ignore[attr-defined]
        seen, paid, ended, cut, _ = env.step(actions)
        for agent, row in seen.items():
            assert env.observation_space(agent).contains(row)
            out += row.tobytes()
        out += repr((paid, ended, cut)).encode()
    return out


def test_pettingzoo_finds_nothing_wrong() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", "We recommend agents to be named")  # ours have the names of the story
        parallel_api_test(short(), num_cycles=60)
        api_test(aec_env(level=LEVEL, limit=120, actions="few"), num_cycles=60)  # it wants a Box or a Discrete
        parallel_seed_test(short, num_cycles=20)
        seed_test(lambda: aec_env(level=LEVEL, limit=120), num_cycles=20)


def test_the_same_seed_gives_the_same_bits_for_all_of_them() -> None:
    assert played(short(), 40, 5) == played(short(), 40, 5)
    assert played(short(), 20, 5) != played(short(), 20, 6)


def test_who_is_there_acts() -> None:
    assert short().possible_agents == ["t800", "john", "t1000"]


def test_a_run_ends_for_all_at_once() -> None:
    env = parallel_env(level=LEVEL, limit=8)
    env.reset(seed=0)
    stand = {a: np.zeros(8, int) for a in env.agents}
    env.step(stand)
    seen, _, ended, cut, _ = env.step(stand)
    assert set(seen) == set(stand)
    assert not any(ended.values())
    assert all(cut.values())
    assert env.agents == []
    with pytest.raises(ValueError, match="over"):
        env.step(stand)


def test_bad_actions_raise_and_change_nothing() -> None:
    env = short()
    with pytest.raises(ValueError, match="reset"):
        env.step({})
    env.reset(seed=0)
    before = env.play.running.digest()
    stand = {a: np.zeros(8, int) for a in env.agents}
    for bad in ({}, stand | {"nobody": stand["john"]}, stand | {"john": [0] * 3}, stand | {"john": None}):
        with pytest.raises(ValueError, match=r"action|agent"):
            env.step(bad)
    assert env.play.running.digest() == before


def test_a_moment_is_cloned_with_everybody_in_it() -> None:
    env = parallel_env(level=LEVEL, limit=400)
    played(env, 30, 2)
    moment = env.save()
    futures = set()
    for one in (env, parallel_env(level=LEVEL, limit=400), copy.deepcopy(env), pickle.loads(pickle.dumps(env))):
        one.load(moment)
        rng, row = np.random.default_rng(0), b""
        for _ in range(15):
            seen = one.step({a: rng.integers(0, one.action_space(a).nvec) for a in one.agents})[0]  # type: ignore[attr-defined]
            row += b"".join(v.tobytes() for v in seen.values())
        futures.add(row)
    assert len(futures) == 1
    env.close()
    env.close()


def test_sarah_acts_where_she_is() -> None:
    env = parallel_env(level="melt", limit=40)
    assert env.possible_agents == ["t800", "john", "sarah", "t1000"]
    played(env, 12, 1)


def test_having_it_leaves_the_sound_of_the_game_alone() -> None:
    name = "SDL_AUDIODRIVER"
    code = f"import os; os.environ.pop('{name}', 0); from game.lab import parallel_env; print(os.environ.get('{name}'))"
    told = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["None"]
