"""The T-1000's own belief of where its prey is, kept beside a seat that a policy drives: from its percepts alone."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np

from game.ai import notice
from game.ai.memory import HunterMemory
from game.core.dice import Dice, seed_of
from game.session import Session

SIDE = 16  # cells of the picture of belief, laid over the whole map
SEAT = "t1000"


class Believer:
    """Takes in the hunter's percepts as its own mind would, and decides nothing."""

    def begin(self, session: Session) -> None:
        """Begin anew, with what the briefing told."""
        self.memory, self.dice = HunterMemory(), Dice(seed_of("belief", session.seed))

    def look(self, session: Session) -> None:
        """Take in what it perceived on the last tick, if its turn was then."""
        percept = session.percept(SEAT) if session.hunter >= 0 else None
        if percept is not None and session.world.b.here[session.hunter]:
            notice.take_in(percept, self.memory, self.dice)

    def grid(self, session: Session) -> Any:
        """Return where it takes the boy to be: f4 [SIDE, SIDE] over the map, summing to 1; nothing before its first look."""
        out = np.zeros((SIDE, SIDE), np.float32)
        prey, ground = self.memory.prey, session.level.ground
        if not len(prey.cell):
            return out
        if prey.fixed:
            out[cut(prey.y / ground.height), cut(prey.x / ground.width)] = 1.0
            return out
        columns = ground.walk.shape[1]
        rows = (prey.cell // columns) * SIDE // ground.walk.shape[0]
        cols = (prey.cell % columns) * SIDE // columns
        made = np.zeros((SIDE, SIDE))
        np.add.at(made, (rows, cols), prey.weight)
        return np.clip(made / max(1e-12, float(prey.weight.sum())), 0.0, 1.0).astype(np.float32)

    def save(self) -> Any:
        """Return what it has in mind."""
        return copy.deepcopy((self.memory, self.dice.state))

    def load(self, kept: Any, session: Session) -> None:
        """Take over what save() returned, or begin anew where there is nothing."""
        self.begin(session)
        if kept is not None:
            self.memory, self.dice.state = copy.deepcopy(kept)


def cut(share: float) -> int:
    """Return the cell of a share of the map's side."""
    return max(0, min(SIDE - 1, int(share * SIDE)))
