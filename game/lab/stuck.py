"""Finds bodies that want to walk and do not get anywhere."""

from typing import Any

import numpy as np

from game.core.jit import kernel
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
        self._out = np.zeros(n, np.int64)

    def look(self, session: Session, tick: int) -> None:
        """Take in the tick just lived."""
        if tick % LOOK_EVERY:
            return
        world = session.world
        made = nowhere(world.bodies, world.count, world.tick, tick, self._from, self._since, self._out)
        for slot in self._out[:made].tolist():
            x, y = round(world.b.x[slot], 2), round(world.b.y[slot], 2)
            self.found.append({"who": world.names[slot], "tick": tick, "x": x, "y": y})


@kernel
def nowhere(b: Any, n: Any, now: Any, tick: Any, start: Any, since: Any, out: Any) -> Any:
    """Write into `out` who has wished to walk for STUCK_TICKS and is still where it began (start [n, 2], since [n])."""
    made = 0
    for i in range(n):
        walks = b.here[i] == 1 and b.down[i] == 0 and b.held_by[i] < 0 and b.stun_until[i] <= now
        walks = walks and (b.wish_x[i] != 0.0 or b.wish_y[i] != 0.0)
        dx, dy = b.x[i] - start[i, 0], b.y[i] - start[i, 1]
        if not walks or dx * dx + dy * dy >= STUCK_METRES * STUCK_METRES:
            start[i, 0], start[i, 1] = b.x[i], b.y[i]
            since[i] = tick
        elif tick - since[i] >= STUCK_TICKS:
            since[i] = tick
            out[made] = i
            made += 1
    return made
