"""The scenario `find` as a task to learn: eight ways to run, and a memory of where it has been and what it heard."""

from __future__ import annotations

from typing import Any, ClassVar

import gymnasium
import numpy as np
import numpy.typing as npt
from gymnasium import spaces

from game.lab.envs.solo import Escort
from game.lab.envs.vector import MAP, NEAR, NOISE, PERSON, layout

LEVEL, LIMIT = "find", 2400  # ticks of a run
LOOK, LOOKS = 6, 2  # ticks of a look, and looks of a step: no noise falls between two looks
WALKS, RUNS = 8, 8  # the running ways of the short list come after as many walking ones
CURIOUS, CELL = 0.03, 2.0  # what each new square of so many metres is worth while it learns
AROUND = 4  # squares to each side of which it remembers whether it has been there
FORGETS = 300.0  # ticks after which a call counts as old
PART, ROW = layout(), {name: k for k, name in enumerate(PERSON)}
Row = npt.NDArray[np.float32]
SIGHT = CALL = 3
WIDTH = {name: part.stop - part.start for name, part in PART.items()}
SIZE = WIDTH["rays"] + WIDTH["tiles"] + SIGHT + CALL + RUNS + (2 * AROUND + 1) ** 2


class Finding(gymnasium.Env[Row, np.int64]):
    """One step: run one of eight ways for two looks.

    Observation f4 [SIZE], all worked out of the environment's own vectors: rays, floor around, the boy if he is in sight, the
    last call that was heard and how old it is, the way run last, and which squares around it has been in. The reward is the
    environment's own, and CURIOUS for each new square if `curious` (to learn by, never to judge by); `info["paid"]` is the
    environment's own alone.
    """

    metadata: ClassVar[dict[str, Any]] = {"render_modes": []}  # type: ignore[misc]

    def __init__(self, split: str = "train", *, curious: bool = True) -> None:
        self.env = Escort(LEVEL, frame_skip=LOOK, actions="few", limit=LIMIT, split=split)
        self.curious = curious
        self.action_space = spaces.Discrete(RUNS)
        self.observation_space = spaces.Box(-1.0, 1.0, (SIZE,), np.float32)

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[Row, dict[str, Any]]:
        """Begin a run."""
        row, info = self.env.reset(seed=seed, options=options)
        self._been: set[tuple[int, int]] = set()
        self._call, self._called_at, self._way = (0.0, 0.0), -FORGETS, -1
        self._take_in(row, 0)
        return self._seen(row), info

    def step(self, action: np.int64) -> tuple[Row, float, bool, bool, dict[str, Any]]:
        """Run one way."""
        paid, before = 0.0, len(self._been)
        for _ in range(LOOKS):
            row, more, ended, cut, info = self.env.step(np.int64(1 + WALKS + action))
            paid += more
            self._take_in(row, info["ticks"])
            if ended or cut:
                break
        self._way = int(action)
        new = CURIOUS * (len(self._been) - before) if self.curious else 0.0
        return self._seen(row), paid + new, ended, cut, info | {"paid": paid}

    def _take_in(self, row: Row, tick: int) -> None:
        """Remember the square that it is in, and the place of a call."""
        self._tick, self._at = tick, (float(row[0]) * MAP, float(row[1]) * MAP)
        self._been.add((int(self._at[0] / CELL), int(self._at[1] / CELL)))
        for noise in row[PART["noises"]].reshape(-1, len(NOISE)):
            if noise[5]:  # a voice, or a whistle
                self._call = self._at[0] + float(noise[1]) * NEAR, self._at[1] + float(noise[2]) * NEAR
                self._called_at = tick

    def _seen(self, row: Row) -> Row:
        x, y = self._at
        age = (self._tick - self._called_at) / FORGETS
        call = ((self._call[0] - x) / NEAR, (self._call[1] - y) / NEAR, 1.0 - age) if age < 1.0 else (0.0, 0.0, 0.0)
        people = row[PART["people"]].reshape(-1, len(PERSON))
        boy = next((p for p in people if p[0] and p[ROW["is_john"]]), None)
        sight = (boy[ROW["x"]], boy[ROW["y"]], 1.0) if boy is not None else (0.0, 0.0, 0.0)
        way = np.zeros(RUNS, np.float32)
        if self._way >= 0:
            way[self._way] = 1.0
        cx, cy = int(x / CELL), int(y / CELL)
        around = range(-AROUND, AROUND + 1)
        been = [(cx + dx, cy + dy) in self._been for dy in around for dx in around]
        parts = (row[PART["rays"]], row[PART["tiles"]], sight, call, way, been)
        made: Row = np.clip(np.concatenate(parts, dtype=np.float32), -1.0, 1.0)
        return made
