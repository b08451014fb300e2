"""What reaches one pair of ears, and by which way: the flood of the rules, run from the listener; looks and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from game.core.ground import Ground
from game.sim.kernels.sound import FAR, LEAST, flood, room, way_to

if TYPE_CHECKING:
    from game.sim.places import Places
    from game.sim.world import World

REACH = 80  # levels: the loudest noise there is
MUFFLED = 7  # what a way takes above open air from which on something shut lies in it
TURN = 4  # metres before the ears where a sound seems to come from: the door that it comes through


class Way(NamedTuple):
    """How a sound comes: what it loses (levels), metres walked, the way it seems to come from, near, open or shut."""

    cost: int
    metres: int
    x: float
    y: float
    kind: str


class Earshot:
    """The ears of one body. Their flood is made when it is first asked for, and kept until the body enters another cell or a
    door moves.
    """

    def __init__(self, ground: Ground) -> None:
        self.ground = g = ground
        self._far, self._back, self._ring = room(g.height, g.width)
        self._steps = np.zeros(2, np.int32)
        self._at = (-1, -1)
        self._doors = b""
        self._world: Places | None = None  # whose flood is still to be made
        self._cell = (-1, -1)
        self.x, self.y = 0.0, 0.0

    def listen(self, world: Places, slot: int) -> None:
        """Put the ears where a body stands."""
        self.x, self.y = float(world.b.x[slot]), float(world.b.y[slot])
        self._cell = self._cell_of(self.x, self.y)
        self._world = world

    def _cell_of(self, x: float, y: float) -> tuple[int, int]:
        g = self.ground
        return min(g.width - 1, max(0, int(x))), min(g.height - 1, max(0, int(y)))

    @property
    def far(self) -> npt.NDArray[np.int32]:
        """What the way from each metre cell takes, i4 [h, w]; FAR beyond hearing."""
        world, self._world = self._world, None
        if world is not None:
            doors = world.doors_key()
            if self._cell != self._at or doors != self._doors:
                self._at, self._doors = self._cell, doors
                flood(world.sound.cost, REACH, *self._cell, self._far, self._back, self._ring)
        return self._far

    def way(self, x: float, y: float, level: float) -> Way | None:
        """Return the way of a sound of a level from a place to the ears; None where it is not heard."""
        g = self.ground
        cx, cy = self._cell_of(x, y)
        if level - LEAST < abs(cx - self._cell[0]) + abs(cy - self._cell[1]):
            return None  # not even through open air
        cost = int(self.far[cy, cx])
        if cost >= FAR or level - cost < LEAST:
            return None
        way_to(self._back, cx, cy, TURN, self._steps)
        metres, turn = int(self._steps[0]), int(self._steps[1])
        if metres <= TURN:
            from_x, from_y = x, y
        else:
            from_x, from_y = turn % g.width + 0.5, turn // g.width + 0.5
        near = self.ground.room_at(x, y) == self.ground.room_at(self.x, self.y)
        kind = "shut" if cost - metres >= MUFFLED else "near" if near else "open"
        return Way(cost, metres, from_x, from_y, kind)


def tells_nothing(world: World, who: int) -> bool:
    """Say whether a tell of somebody is no news: he is not the machine, and where that is everybody on this side knows.

    It is gone, lies about in pieces, or stands before the player's eyes as what it is.
    """
    hunter, state = world.hunter, world.state
    if hunter < 0 or who == hunter:
        return False
    stands_there = bool(world.b.known[hunter]) and world.player >= 0 and world.sees(world.player, hunter)
    return world.names[hunter] in state.gone or state.split_at >= 0 or stands_there
