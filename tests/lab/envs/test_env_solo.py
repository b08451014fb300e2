"""One seat: the environments keep to Gymnasium's word, to their seeds, and to what they refuse."""

import copy
import hashlib
import pickle
import subprocess
import sys
import warnings
from typing import Any

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env

import game.lab  # noqa: F401  (makes the environments known)
from game.lab.envs.many import ManyEscort
from game.lab.envs.solo import Escort, Hunt, SeatEnv
from game.lab.envs.vector import SIZE

LEVEL = "closing_time"
KINDS: tuple[type[SeatEnv], ...] = (Escort, Hunt)


def acted(env: SeatEnv, steps: int, seed: int) -> str:
    """Play random actions and return a fingerprint of everything that came back."""
    h = hashlib.blake2b(digest_size=16)
    env.action_space.seed(seed)
    seen, _ = env.reset(seed=seed)
    h.update(seen.tobytes())
    for _ in range(steps):
        seen, paid, ended, cut, _ = env.step(env.action_space.sample())
        h.update(seen.tobytes() + repr((paid, ended, cut)).encode())
        assert np.isfinite(seen).all()
        assert env.observation_space.contains(seen)
        if ended or cut:
            env.reset()
    h.update(env.play.running.digest().encode())
    return h.hexdigest()


@pytest.mark.parametrize("name", ["game/Escort-v0", "game/Hunt-v0"])
@pytest.mark.parametrize("actions", ["parts", "box", "few"])
def test_gymnasium_finds_nothing_wrong(name: str, actions: str) -> None:
    env = gymnasium.make(name, level=LEVEL, difficulty="hunted", frame_skip=2, actions=actions)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check_env(env.unwrapped)
    env.close()
    env.close()


@pytest.mark.parametrize("first", ["gymnasium", "game.lab"])
def test_either_may_be_imported_first_and_a_run_needs_neither(first: str) -> None:
    second = {"gymnasium": "game.lab", "game.lab": "gymnasium"}[first]
    code = (
        f"import sys, {first}, {second}; assert 'game/Hunt-v0' in gymnasium.registry; "
        "assert not any(m.startswith('game.lab.envs.solo') for m in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    code = "import sys, game.lab, game.lab.run; assert not {'gymnasium', 'pettingzoo', 'pygame'} & {*sys.modules}"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_saved_moment_is_lived_again_to_the_bit(kind: type[SeatEnv]) -> None:
    env = kind(LEVEL, limit=400)
    acted(env, 40, 3)
    moment = env.save()
    kept = pickle.loads(pickle.dumps(moment))
    futures = []
    for from_here in (env, env, kind(LEVEL, limit=400), pickle.loads(pickle.dumps(env)), copy.deepcopy(env)):
        from_here.load(kept)
        rng, row = np.random.default_rng(5), b""
        for _ in range(90):
            action = rng.integers(0, from_here.action_space.nvec)
            seen, paid, ended, cut, info = from_here.step(action)
            row += seen.tobytes() + repr((paid, ended, cut, info["seed"])).encode()
            if ended or cut:
                row += from_here.reset()[0].tobytes()
        futures.append((row, from_here.play.running.digest()))
    assert len({*futures}) == 1


def test_going_back_forgets_what_was_last_told() -> None:
    """A body that stood when one went back must not keep running, nor the other way round."""
    env = Escort(LEVEL)
    env.reset(seed=1)
    run, stand = np.array([1, 1, 0, 0, 0, 0, 0, 0]), np.zeros(8, int)
    for _ in range(10):
        env.step(run)
    moment = env.save()
    for _ in range(10):
        env.step(stand)
    env.load(moment)
    env.step(stand)
    for _ in range(3):
        env.step(stand)
    body = env.play.slots["t800"]
    assert env.play.running.world.b.stick_x[body] == 0.0


def test_seeds_are_kept_and_the_next_one_is_told() -> None:
    env = Escort(LEVEL)
    told = [env.reset(seed=11)[1]["seed"], env.reset()[1]["seed"], env.reset()[1]["seed"]]
    assert told[0] == 11
    again = Escort(LEVEL)
    assert [again.reset(seed=11)[1]["seed"], again.reset()[1]["seed"], again.reset()[1]["seed"]] == told
    assert len({*told}) == 3
    assert env.reset(seed=2**63 - 1)[1]["seed"] == 2**63 - 1


BAD: dict[str, list[Any]] = {
    "parts": [None, "run", [0] * 7, [9, 0, 0, 0, 0, 0, 0, 0], [-1] + [0] * 7, np.zeros(8), [[0] * 8], [0.5] * 8],
    "box": [None, [np.nan] * 8, [1.5] + [0.0] * 7, [0.0] * 7, [np.inf] * 8, "x"],
    "few": [None, -1, 99, 1.5, [1], np.nan],
}


@pytest.mark.parametrize("actions", BAD)
def test_a_bad_action_raises_and_changes_nothing(actions: str) -> None:
    env = Escort(LEVEL, actions=actions)
    env.reset(seed=0)
    env.step(env.action_space.sample())
    before = env.play.running.digest()
    for bad in BAD[actions]:
        with pytest.raises(ValueError, match="action"):
            env.step(bad)
    assert env.play.running.digest() == before
    assert env.play.ticks == 4


def test_what_cannot_be_is_refused_in_words() -> None:
    env = Escort(LEVEL, limit=8)
    with pytest.raises(ValueError, match="reset"):
        env.step(env.action_space.sample())
    for seed in (-1, 2**63, 1.5, True, "x"):
        with pytest.raises(ValueError, match="seed"):
            env.reset(seed=seed)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown"):
        env.reset(options={"level": "x"})
    env.reset(seed=0, options={"difficulty": "gentle"})
    assert env.play.running.difficulty == "gentle"
    env.step(env.action_space.sample())
    assert env.step(env.action_space.sample())[3]
    with pytest.raises(ValueError, match="over"):
        env.step(env.action_space.sample())
    for wrong in ({"level": "nowhere"}, {"frame_skip": 0}, {"obs": "belief"}, {"actions": "x"}, {"difficulty": "x"}):
        with pytest.raises(ValueError, match=r"unknown|no such|give|use"):
            Escort(**{"level": LEVEL} | wrong)


def test_an_observation_is_nobodys_to_change() -> None:
    env = Escort(LEVEL)
    first, _ = env.reset(seed=0)
    kept = first.copy()
    for _ in range(20):
        env.step(env.action_space.sample())
    assert (first == kept).all()
    first[:] = 0.0
    digest = env.play.running.digest()
    env.play.vector("t800")
    assert env.play.running.digest() == digest


def test_the_machine_may_have_its_own_belief_and_it_is_cloned_too() -> None:
    env = Hunt(LEVEL, obs="belief")
    seen, _ = env.reset(seed=4)
    rng = np.random.default_rng(0)
    for _ in range(60):
        seen = env.step(rng.integers(0, env.action_space.nvec))[0]  # type: ignore[attr-defined]
    assert env.observation_space.contains(seen)
    assert seen["belief"].sum() == pytest.approx(1.0, abs=1e-5)
    moment = env.save()
    ways = []
    for _ in range(2):
        env.load(moment)
        seen = [env.step(np.zeros(8, int))[0]["belief"] for _ in range(10)][-1]
        ways.append(seen.tobytes())
    assert ways[0] == ways[1]


def test_worlds_side_by_side_are_the_same_as_alone() -> None:
    many = gymnasium.make_vec("game/Escort-v0", 3, "vector_entry_point", level=LEVEL, limit=120)
    seen, info = many.reset(seed=5)
    assert seen.shape == (3, SIZE)
    assert info["seed"].tolist() == [5, 6, 7]
    alone = [Escort(LEVEL, limit=120) for _ in range(3)]
    rows = [env.reset(seed=5 + k)[0] for k, env in enumerate(alone)]
    over = [False] * 3
    rng = np.random.default_rng(1)
    for _ in range(70):
        assert (seen == np.stack(rows)).all()
        actions = rng.integers(0, many.single_action_space.nvec, (3, 8))  # type: ignore[attr-defined]
        seen, paid, ended, cut, _ = many.step(actions)
        for k, env in enumerate(alone):
            if over[k]:
                rows[k], want, over[k] = env.reset()[0], 0.0, False
            else:
                rows[k], want, one, other, _ = env.step(actions[k])
                over[k] = one or other
            assert paid[k] == want
            assert over[k] == (ended[k] or cut[k])
    many.close()


def test_the_infos_of_worlds_side_by_side_are_laid_out_as_gymnasium_lays_them_out() -> None:
    many = ManyEscort(3, level="guard", frame_skip=1)
    many.reset(seed=1)
    many.step(np.zeros((3, 8), int))
    many.envs[1].play.running.world.b.here[many.envs[1].play.slots["t800"]] = 0
    infos = [env.play.info() for env in many.envs]
    told: dict[str, Any] = {}
    for k, info in enumerate(infos):
        told = many._add_info(told, info, k)
    made = many._told(infos)
    assert flat(made) == flat(told)
    assert made["_where"].all()
    assert made["where"]["_t800"].tolist() == [True, False, True]


def flat(told: dict[str, Any]) -> dict[str, Any]:
    return {word: flat(v) if isinstance(v, dict) else (v.dtype, v.tolist()) for word, v in told.items()}


def test_the_players_screen_can_be_had_and_is_the_same_each_time() -> None:
    pytest.importorskip("pygame")
    pictures = []
    for _ in range(2):
        env = Escort("closing_time", obs="pixels", render_mode="rgb_array")
        env.reset(seed=2)
        seen = env.step(np.zeros(8, int))[0]
        assert env.observation_space.contains(seen)
        pictures.append(seen.tobytes())
    assert pictures[0] == pictures[1]
    assert seen.std() > 5
