"""PettingZoo environments: all who act in the story at once, each with its own percepts and pay."""

from __future__ import annotations

from typing import Any, ClassVar

import gymnasium
import numpy as np
from gymnasium import spaces
from pettingzoo import AECEnv, ParallelEnv
from pettingzoo.utils import parallel_to_aec
from pettingzoo.utils.wrappers import OrderEnforcingWrapper

from game.lab.envs.actions import Parts
from game.lab.envs.play import TOLD, Config, Moment, Play, check_seed, next_seed
from game.lab.envs.solo import check_options, scheme_for, space_of
from game.session import Session

OF_THEIR_TESTS = "options"  # a reset option that PettingZoo's own test hands to every environment


class Together(ParallelEnv[str, Any, Any]):  # type: ignore[misc]
    """t800, john, sarah where she is there, and t1000; a run ends for all of them at once.

    Options as for the Gymnasium environments; `bot` plays the player's seat where it is none of theirs.
    """

    metadata: ClassVar[dict[str, Any]] = {"name": "metal_v0", "render_modes": ["rgb_array"], "is_parallelizable": True}

    def __init__(
        self,
        level: str = "closing_time",
        difficulty: str = "standard",
        frame_skip: int = 4,
        actions: str = "parts",
        bot: str = "base",
        limit: int = 0,
        split: str = "train",
        render_mode: str | None = None,
    ) -> None:
        if render_mode not in (None, *self.metadata["render_modes"]):
            raise ValueError(f"render_mode {render_mode!r} is unknown: use rgb_array, or none")
        config = Config(level=level, difficulty=difficulty, frame_skip=frame_skip, bot=bot, limit=limit, split=split)
        first = Play(config, ())
        there = Session(first.level, 0, difficulty).seats()
        self.possible_agents = [name for name in TOLD if name in there]
        self.agents: list[str] = []
        self.render_mode = render_mode
        self.schemes: dict[str, Parts] = {name: scheme_for(actions, name) for name in self.possible_agents}
        self.observation_spaces = {name: space_of("vector") for name in self.possible_agents}
        self.action_spaces = {name: self.schemes[name].space for name in self.possible_agents}
        self.play = Play(config, tuple(self.possible_agents))
        self.np_random: np.random.Generator = gymnasium.utils.seeding.np_random()[0]
        self._picture: Any = None

    def observation_space(self, agent: str) -> spaces.Space[Any]:
        """Return the space of what a seat perceives."""
        return self.observation_spaces[agent]

    def action_space(self, agent: str) -> spaces.Space[Any]:
        """Return the space of what a seat may do."""
        return self.action_spaces[agent]

    def reset(
        self, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
        """Begin a run; without a seed, the next one of this environment's own dice."""
        how = check_options({word: value for word, value in (options or {}).items() if word != OF_THEIR_TESTS})
        if seed is not None:
            seed = check_seed(seed)
            self.np_random = gymnasium.utils.seeding.np_random(seed)[0]
        self.play.begin(next_seed(self.np_random) if seed is None else seed, how.get("difficulty", ""))
        self.agents, self._picture = list(self.possible_agents), None
        return self._observed(), self._told()

    def step(self, actions: dict[str, Any]) -> tuple[dict[str, Any], ...]:
        """Live frame_skip ticks; `actions` holds one of everybody. Raises ValueError, and changes nothing, on a bad one."""
        play = self.play
        world = play.going.world
        for name in actions:
            if name not in self.agents:
                raise ValueError(f"agent {name!r} is not in this run: use {', '.join(self.agents)}")
        missing = [name for name in self.agents if name not in actions]
        if missing:
            raise ValueError(f"agent {missing[0]} has no action: give one for each of {', '.join(self.agents)}")
        commands = {n: self.schemes[n].command(actions[n], world, play.slots[n]) for n in self.agents}
        paid = play.step(commands, self._picture.notice if self._picture else None)
        there, ended = self.agents, bool(play.running.outcome)
        seen, told = self._observed(), self._told()
        self.agents = [] if play.over else there
        return seen, paid, dict.fromkeys(there, ended), dict.fromkeys(there, play.over and not ended), told

    def _observed(self) -> dict[str, Any]:
        return {name: self.play.vector(name) for name in self.agents}

    def _told(self) -> dict[str, dict[str, Any]]:
        return {name: self.play.info() for name in self.agents}

    def render(self) -> Any:
        """Return the player's screen as u8 [height, width, 3]."""
        if not self.render_mode:
            return None
        from game.lab.envs.pixels import Picture

        if self._picture is None:
            self._picture = Picture(self.play.running)
        return self._picture.draw(self.play.running)

    def save(self) -> Moment:
        """Return this moment, dice included."""
        return self.play.save({"np_random": self.np_random.bit_generator.state, "agents": list(self.agents)})

    def load(self, moment: Moment) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
        """Go to a moment that save() returned, and return observations and infos."""
        self.play.load(moment)
        self.np_random.bit_generator.state = moment.dice["np_random"]
        self.agents, self._picture = list(moment.dice["agents"]), None
        return self._observed(), self._told()

    def close(self) -> None:
        """Let go of the run; more than once is no harm."""
        self.play.session, self.play.over, self.agents, self._picture = None, True, [], None

    def __getstate__(self) -> dict[str, Any]:
        return dict(self.__dict__) | {"_picture": None}


def parallel_env(**options: Any) -> Together:
    """Return the environment in which all act at once; options as for Together."""
    return Together(**options)


def aec_env(**options: Any) -> AECEnv[str, Any, Any]:
    """Return the environment in which they act one after the other, and the world lives on when all have."""
    return OrderEnforcingWrapper(parallel_to_aec(Together(**options)))


__all__ = ["Together", "aec_env", "parallel_env"]
