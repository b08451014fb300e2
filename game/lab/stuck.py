"""Finds bodies that want to walk and do not get anywhere."""

from typing import Any

import numpy as np

from game.session import Session

LOOK_EVERY = 6  # ticks; minds choose anew at this pace
STUCK_TICKS = 180
STUCK_METRES = 0.5


class Stuck:
    """Watches every body of a session; `found` lists {who, tick, x, y}, once for each stretch of STUCK_TICKS."""

    def __init__(self, session: Session) -> None:
        n = session.world.count
        self.found: list[dict[str, Any]] = []
        self._from = np.zeros((n, 2))
        self._since = np.zeros(n, np.int64)

    def look(self, session: Session, tick: int) -> None:
        """Take in the tick just lived."""
        if tick % LOOK_EVERY:
            return
        bodies = session.world.bodies[: session.world.count]
        at = np.stack([bodies["x"], bodies["y"]], axis=1)
        free = (bodies["here"] == 1) & (bodies["down"] == 0) & (bodies["held_by"] < 0)
        walks = (
            free & (bodies["stun_until"] <= session.world.tick) & ((bodies["wish_x"] != 0) | (bodies["wish_y"] != 0))
        )
        away = ((at - self._from) ** 2).sum(axis=1) >= STUCK_METRES**2
        begins = away | ~walks
        self._from[begins], self._since[begins] = at[begins], tick
        for slot in np.flatnonzero(tick - self._since >= STUCK_TICKS).tolist():
            x, y = (round(float(v), 2) for v in at[slot])
            self.found.append({"who": session.world.names[slot], "tick": tick, "x": x, "y": y})
            self._since[slot] = tick
