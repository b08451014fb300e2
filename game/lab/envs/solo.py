"""Gymnasium environments of one seat: Escort (the T-800) and Hunt (the T-1000)."""

from __future__ import annotations

from typing import Any, ClassVar

import gymnasium
import numpy as np
from gymnasium import spaces

from game.agent.command import Command
from game.lab.envs import belief
from game.lab.envs.actions import SCHEMES
from game.lab.envs.play import Config, Moment, Play, check_difficulty, check_seed, next_seed
from game.lab.envs.vector import SIZE
from game.session import Session

OPTIONS = ("difficulty",)  # of reset()


def scheme_for(word: str, seat: str) -> Any:
    """Return how a seat's actions are read; raises ValueError if there is no such way."""
    if word not in SCHEMES:
        raise ValueError(f"actions {word!r} is unknown: use {', '.join(SCHEMES)}")
    return SCHEMES[word](seat)


def check_options(options: dict[str, Any] | None) -> dict[str, Any]:
    """Return reset()'s options; raises ValueError on one that does not exist."""
    for word in options or {}:
        if word not in OPTIONS:
            raise ValueError(f"reset option {word!r} is unknown: use {', '.join(OPTIONS)}")
    if options and "difficulty" in options:
        check_difficulty(options["difficulty"])
    return options or {}


class SeatEnv(gymnasium.Env[Any, Any]):
    """One seat of a run; the rest is played by the minds of the game and by `bot`.

    obs       "vector" (f4 [SIZE]); "pixels" (the player's screen); "belief" (the T-1000's vector and its own belief)
    actions   "parts" (MultiDiscrete), "box" (continuous) or "few" (Discrete)
    the rest  as in play.Config
    """

    metadata: ClassVar[dict[str, Any]] = {"render_modes": ["rgb_array"], "render_fps": 60}  # type: ignore[misc]
    seat = ""

    def __init__(
        self,
        level: str = "closing_time",
        difficulty: str = "standard",
        frame_skip: int = 4,
        obs: str = "vector",
        actions: str = "parts",
        bot: str = "base",
        pursuer: str = "t1000",
        limit: int = 0,
        split: str = "train",
        render_mode: str | None = None,
    ) -> None:
        config = Config(
            level=level,
            difficulty=difficulty,
            frame_skip=frame_skip,
            bot=bot,
            pursuer=pursuer,
            limit=limit,
            split=split,
        )
        self.scheme = scheme_for(actions, self.seat)
        self.obs = check_obs(obs, self.seat)
        if render_mode not in (None, *self.metadata["render_modes"]):
            raise ValueError(f"render_mode {render_mode!r} is unknown: use rgb_array, or none")
        self.render_mode = render_mode
        self.play = Play(config, (self.seat,))
        self.action_space = self.scheme.space
        self.observation_space = space_of(self.obs)
        self._believer = belief.Believer() if self.obs == "belief" else None
        self._picture: Any = None

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[Any, dict[str, Any]]:
        """Begin a run; without a seed, the next one of this environment's own dice. info["seed"] says which."""
        info = self.restart(seed, options)
        return self._observe(), info

    def restart(self, seed: int | None, options: dict[str, Any] | None) -> dict[str, Any]:
        """Begin a run and return its info."""
        how = check_options(options)
        if seed is not None:
            seed = check_seed(seed)
        super().reset(seed=seed)
        run = next_seed(self.np_random) if seed is None else seed
        self.play.begin(run, how.get("difficulty", ""))
        self._picture = None
        if self._believer:
            self._believer.begin(self.play.running)
        return self.play.info()

    def step(self, action: Any) -> tuple[Any, float, bool, bool, dict[str, Any]]:
        """Live frame_skip ticks under an action; raises ValueError, and changes nothing, if it is none."""
        play, seat = self.play, self.seat
        paid = play.step({seat: self.commanded(action)}, self._watch if self._believer or self._picture else None)
        ended = bool(play.running.outcome)
        return self._observe(), paid[seat], ended, play.over and not ended, play.info()

    def commanded(self, action: Any) -> Command:
        """Return the Command of an action; raises ValueError if it is none, or if no run is going on."""
        command: Command = self.scheme.command(action, self.play.going.world, self.play.slots[self.seat])
        return command

    def _watch(self, session: Session) -> None:
        """See every tick that is lived: belief and picture both need them all."""
        if self._believer:
            self._believer.look(session)
        if self._picture is not None:
            self._picture.notice(session)

    def _observe(self) -> Any:
        if self.obs == "pixels":
            return self._draw()
        vector = self.play.vector(self.seat)
        if self._believer:
            return {"vector": vector, "belief": self._believer.grid(self.play.running)}
        return vector

    def render(self) -> Any:
        """Return the player's screen as u8 [height, width, 3]."""
        return self._draw() if self.render_mode else None

    def _draw(self) -> Any:
        from game.lab.envs.pixels import Picture

        session = self.play.running
        if self._picture is None:
            self._picture = Picture(session)
        return self._picture.draw(session)

    def save(self) -> Moment:
        """Return this moment, dice included; load() goes back to it, here or in another environment that is set up alike."""
        kept = {"np_random": self.np_random.bit_generator.state}
        if self._believer:
            kept["belief"] = self._believer.save()
        return self.play.save(kept)

    def load(self, moment: Moment) -> tuple[Any, dict[str, Any]]:
        """Go to a moment that save() returned, and return what reset() would: observation and info."""
        self.play.load(moment)
        self.np_random.bit_generator.state = moment.dice["np_random"]
        if self._believer:
            self._believer.load(moment.dice.get("belief"), self.play.running)
        self._picture = None
        return self._observe(), self.play.info()

    def close(self) -> None:
        """Let go of the run; more than once is no harm."""
        self.play.session, self.play.over, self._picture = None, True, None

    def __getstate__(self) -> dict[str, Any]:
        return dict(self.__dict__) | {"_picture": None}


class Escort(SeatEnv):
    """You are the T-800: find John, keep the machine off him, bring him out."""

    seat = "t800"


class Hunt(SeatEnv):
    """You are the T-1000: find John, whoever you have to be for it."""

    seat = "t1000"


def check_obs(word: str, seat: str) -> str:
    """Return the word; raises ValueError if there is no such observation for a seat."""
    known = ("vector", "belief") if seat == "t1000" else ("vector", "pixels")
    if word not in known:
        raise ValueError(f"obs {word!r} is not to be had for the {seat}: use {' or '.join(known)}")
    return word


def space_of(obs: str) -> spaces.Space[Any]:
    """Return the space of an observation."""
    if obs == "pixels":
        from game.lab.envs.pixels import HEIGHT, WIDTH

        return spaces.Box(0, 255, (HEIGHT, WIDTH, 3), np.uint8)
    vector = spaces.Box(-1.0, 1.0, (SIZE,), np.float32)
    if obs == "vector":
        return vector
    return spaces.Dict({"vector": vector, "belief": spaces.Box(0.0, 1.0, (belief.SIDE, belief.SIDE), np.float32)})
