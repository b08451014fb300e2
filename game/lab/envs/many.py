"""Many worlds as one vector environment: kernels write each world's percepts straight into a row of one table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import gymnasium
import numpy as np
from gymnasium.vector import AutoresetMode
from gymnasium.vector.utils import batch_space

from game.lab.envs.play import TOLD, check_seed
from game.lab.envs.solo import Escort, Hunt, SeatEnv, check_options
from game.lab.envs.vector import SIZE

Stepped = tuple[Any, Any, Any, Any, dict[str, Any]]


class Many(gymnasium.vector.VectorEnv[Any, Any, Any]):
    """num_envs runs side by side in one process; one that is over begins anew at the next step (AutoresetMode.NEXT_STEP).

    reset(seed=n) gives world k the seed n + k; a list gives each its own. Options as for the single environment, vectors only.
    """

    metadata: ClassVar[dict[str, Any]] = {"autoreset_mode": AutoresetMode.NEXT_STEP}  # type: ignore[misc]
    kind: type[SeatEnv]

    def __init__(self, num_envs: int = 1, **options: Any) -> None:
        if type(num_envs) is not int or num_envs < 1:
            raise ValueError(f"num_envs is {num_envs!r}: give a whole number from 1")
        if options.get("obs", "vector") != "vector":
            raise ValueError("worlds side by side give vectors only: leave obs out, or use AsyncVectorEnv")
        self.num_envs = num_envs
        self.envs = [self.kind(**options) for _ in range(num_envs)]
        first = self.envs[0]
        self.single_observation_space, self.single_action_space = first.observation_space, first.action_space
        self.observation_space = batch_space(first.observation_space, num_envs)
        self.action_space = batch_space(first.action_space, num_envs)
        self._over = np.zeros(num_envs, bool)

    def reset(
        self, *, seed: int | list[int | None] | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Any, dict[str, Any]]:
        """Begin a run in each world."""
        check_options(options)
        seeds = self._seeds(seed)
        infos = [env.restart(s, options) for env, s in zip(self.envs, seeds, strict=True)]
        self._over[:] = False
        return self._observed(), self._told(infos)

    def _seeds(self, seed: int | list[int | None] | None) -> list[int | None]:
        if isinstance(seed, list):
            if len(seed) != self.num_envs:
                raise ValueError(f"{len(seed)} seeds for {self.num_envs} worlds: give one each, or one number for all")
            return [None if s is None else check_seed(s) for s in seed]
        return [None] * self.num_envs if seed is None else [check_seed(seed + k) for k in range(self.num_envs)]

    def step(self, actions: Any) -> Stepped:
        """Live frame_skip ticks in each world; raises ValueError, and changes nothing, if any action is none."""
        if len(actions) != self.num_envs:
            raise ValueError(f"{len(actions)} actions for {self.num_envs} worlds: give one each")
        commands = [
            None if over else env.commanded(action)
            for env, over, action in zip(self.envs, self._over, actions, strict=True)
        ]
        paid = np.zeros(self.num_envs)
        ended, cut = np.zeros(self.num_envs, bool), np.zeros(self.num_envs, bool)
        infos = []
        for k, (env, command) in enumerate(zip(self.envs, commands, strict=True)):
            if command is None:
                infos.append(env.restart(None, None))
                continue
            paid[k] = env.play.step({env.seat: command})[env.seat]
            ended[k] = bool(env.play.running.outcome)
            cut[k] = env.play.over and not ended[k]
            infos.append(env.play.info())
        self._over = ended | cut
        return self._observed(), paid, ended, cut, self._told(infos)

    def _observed(self) -> Any:
        table = np.empty((self.num_envs, SIZE), np.float32)
        for env, row in zip(self.envs, table, strict=True):
            env.play.fill(env.seat, row)
        return table

    def _told(self, infos: list[dict[str, Any]]) -> dict[str, Any]:
        """Return a column and a mask for each word, laid out as Gymnasium's own _add_info does one by one."""
        columns = dict(zip(infos[0], zip(*[info.values() for info in infos], strict=True), strict=True))
        where = columns.pop("where")
        told: dict[str, Any] = {"where": {}}
        for name in TOLD:
            places = [places.get(name) for places in where]
            if any(places):
                told["where"] |= {name: column(places), f"_{name}": np.array([p is not None for p in places])}
        for word, values in columns.items():
            told[word] = column(values)
        return told | {f"_{word}": np.ones(self.num_envs, bool) for word in (*columns, "where")}

    def close_extras(self, **_: Any) -> None:
        """Let go of the runs."""
        for env in self.envs:
            env.close()


def column(values: Sequence[Any]) -> Any:
    """Return values as one array: whole numbers as such, anything else as objects."""
    if type(values[0]) is int:
        return np.array(values)
    made = np.empty(len(values), object)
    made[:] = values
    return made


class ManyEscort(Many):
    """Escort, many times."""

    kind = Escort


class ManyHunt(Many):
    """Hunt, many times."""

    kind = Hunt
