"""Ways: how far everywhere is from a goal and which way to walk; derived from the ground, rebuilt at will, never state.

A field is a flood of integer path lengths (10 for a half cell straight, 14 aslant, corners never cut) on the half
grid. Shut doors come in as a bit mask of indexes into ground.doors; their rectangles block.
"""

from functools import lru_cache
from math import sqrt

import numpy as np

from game.core.fields import (
    ASLANT,
    FAR,
    TO_METRES,
    flood,
    footing,
    nearest,
    pull,
    room_to_try,
    steps,
    straight,
    without_pockets,
)
from game.core.ground import BODY, HALF, Bytes, Ground, Ints, Rectangle, kept_off

__all__ = ["FAR", "NOWHERE", "Field", "Ways", "ways_of"]

NOWHERE = 9999.0  # metres, where there is no way
PULL = 12  # cells that a string is pulled ahead
SQUEEZE = 0.2  # metres from what has come to stand in the way through which nobody gets out
POCKET = 12  # a set of cells smaller than this is a gap between props, not a place
CACHE_BYTES = 32 << 20
DETOURS, MARGIN = 1.6, 4.0  # times the straight line, and metres, that a way is looked for before all ways are

_tried = room_to_try()


class Field:
    """Everything's way to one goal: `x, y` the point itself, `far` the path length of every cell."""

    __slots__ = ("air", "cell", "far", "walk", "x", "y")

    def __init__(self, walk: Bytes, air: Bytes, far: Ints, cell: int, x: float, y: float) -> None:
        self.walk, self.air, self.far, self.cell, self.x, self.y = walk, air, far, cell, x, y

    def distance(self, x: float, y: float) -> float:
        """Return the metres to walk from a point to the goal; NOWHERE without a way."""
        at, _ = footing(self.walk, self.air, _tried, float(x), float(y))
        if at < 0 or self.far[at] >= FAR:
            return NOWHERE
        if self.far[at] <= ASLANT:
            return sqrt((self.x - x) * (self.x - x) + (self.y - y) * (self.y - y))
        return float(self.far[at] * TO_METRES)

    def steer(self, x: float, y: float) -> tuple[float, float]:
        """Return the vector to the next point to walk to, (0, 0) when there or without a way."""
        tx, ty = pull(self.walk, self.air, _tried, self.far, float(x), float(y), self.x, self.y, PULL)
        return tx - x, ty - y


class Ways:
    """All fields of one ground, made when asked for and kept while there is room."""

    __slots__ = ("_airs", "_fields", "_near", "_room", "_stands", "_steps", "_walks", "air", "ground", "walk")

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        roomy = without_pockets(ground.walk, POCKET)
        self.walk = roomy if roomy.any() else ground.walk  # where all are pockets, they are places
        self.air = open_air(ground)
        self._walks: dict[int, Bytes] = {0: self.walk}
        self._airs: dict[int, Bytes] = {}
        self._stands: dict[Rectangle, int] = {}  # what has come to stand in the way -> its bit, past the doors'
        self._steps: dict[int, Bytes] = {}
        self._fields: dict[tuple[int, int], Ints] = {}
        self._near: dict[tuple[int, int], tuple[int, Ints]] = {}  # and up to which path length
        self._room = max(32, CACHE_BYTES // (4 * self.walk.size))

    def bars(self, stands: tuple[Rectangle, ...]) -> int:
        """Return the bit mask of things that stand in the way now (x0 y0 x1 y1, metres), to be joined with that of shut doors."""
        first = len(self.ground.doors)
        return sum(1 << self._stands.setdefault(box, first + len(self._stands)) for box in stands)

    def walk_with(self, shut: int) -> Bytes:
        """Return the walk table with the doors and the things of a bit mask blocking."""
        made = self._walks.get(shut)
        if made is None:
            made = self._off_what_stands(self.walk, shut, BODY)
            for i, d in enumerate(self.ground.doors):
                if shut >> i & 1:
                    made[d.cells] = 0
            if len(self._walks) > 64:
                self._walks, self._steps = {0: self.walk}, {}
            self._walks[shut] = made
        return made

    def air_with(self, shut: int) -> Bytes:
        """Return the air table with the things of a bit mask in it."""
        if not shut >> len(self.ground.doors):
            return self.air
        if shut not in self._airs:
            if len(self._airs) > 64:
                self._airs = {}
            self._airs[shut] = self._off_what_stands(self.air, shut, SQUEEZE)
        return self._airs[shut]

    def _off_what_stands(self, table: Bytes, shut: int, reach: float) -> Bytes:
        """Return a copy of a table without the cells that are nearer than `reach` metres to the things of a bit mask."""
        made = table.copy()
        for box, bit in self._stands.items():
            if shut >> bit & 1:
                made[kept_off(made.shape[0], made.shape[1], box, reach)] = 0
        return made

    def wedged(self, x: float, y: float, shut: int = 0) -> bool:
        """Say whether somebody at a place is held between what stands there: no floor is to be reached through air."""
        columns = self.walk.shape[1]
        _, on = footing(self.walk_with(shut), self.air_with(shut), _tried, float(x), float(y))
        return abs(on - int(y * 2.0) * columns - int(x * 2.0)) not in (0, 1, columns)

    def snap(self, x: float, y: float, shut: int = 0) -> int:
        """Return the walkable cell nearest to a point (index r * columns + c), -1 if there is none at all."""
        walk = self.walk_with(shut)
        at, _ = footing(walk, self.air_with(shut), _tried, float(x), float(y))
        return at if at >= 0 else int(nearest(walk, float(x), float(y), max(walk.shape)))

    def middle(self, cell: int) -> tuple[float, float]:
        """Return the middle of a cell in metres."""
        r, c = divmod(cell, self.walk.shape[1])
        return c * HALF + HALF / 2, r * HALF + HALF / 2

    def to(
        self, x: float, y: float, shut: int = 0, by: tuple[float, float] | None = None, within: float | None = None
    ) -> Field:
        """Return the field toward a point in metres; an unwalkable point counts as the nearest walkable cell.

        by       the place of whoever asks: the field then need hold for this place alone, and is made the faster the nearer it is
        within   metres of way up to which it need hold, made the faster the fewer they are; there may be no way from beyond
        """
        x, y = float(x), float(y)  # one compiled version, whatever the caller's numbers are
        cell = self.snap(x, y, shut)
        if cell < 0:
            return Field(self.walk, self.air, np.full(self.walk.size, FAR, np.int32), 0, x, y)
        r, c = divmod(cell, self.walk.shape[1])
        if int(x * 2) != c or int(y * 2) != r:
            x, y = self.middle(cell)
        if within is not None:
            far = self.lengths_within(cell, shut, int(within / TO_METRES) + 1)
        else:
            far = self.lengths(cell, shut) if by is None else self._lengths_by(cell, shut, by)
        return Field(self.walk_with(shut), self.air_with(shut), far, cell, x, y)

    def _lengths_by(self, cell: int, shut: int, by: tuple[float, float]) -> Ints:
        """Return path lengths to a cell that hold at least on the way from a place."""
        x, y = self.middle(cell)
        crow = sqrt((by[0] - x) * (by[0] - x) + (by[1] - y) * (by[1] - y))
        far = self.lengths_within(cell, shut, int((crow * DETOURS + MARGIN) / TO_METRES))
        at, _ = footing(self.walk_with(shut), self.air_with(shut), _tried, float(by[0]), float(by[1]))
        return far if at >= 0 and far[at] < FAR else self.lengths(cell, shut)

    def lengths_within(self, cell: int, shut: int, most: int) -> Ints:
        """Return the path length from every cell to a cell as lengths() does, FAR perhaps where it is longer than `most`."""
        key = (cell, shut)
        if key in self._fields:
            return self.lengths(cell, shut)
        reach, far = self._near.pop(key, (-1, NO_FIELD))
        if reach < most:
            reach, far = most, flood(self._free(shut), self.walk.shape[1], cell, most)
            far.setflags(write=False)
            if len(self._near) >= self._room // 2:
                del self._near[next(iter(self._near))]
        self._near[key] = reach, far
        return far

    def lengths(self, cell: int, shut: int = 0) -> Ints:
        """Return the path length (STRAIGHT each half metre) from every cell to a cell."""
        key = (cell, shut)
        far = self._fields.pop(key, None)
        if far is None:
            far = flood(self._free(shut), self.walk.shape[1], cell)
            far.setflags(write=False)
            if len(self._fields) >= self._room:
                del self._fields[next(iter(self._fields))]
        self._fields[key] = far  # last in the dict = last used
        return far

    def _free(self, shut: int) -> Bytes:
        """Return the steps that each cell allows with the doors of a bit mask blocking."""
        free = self._steps.get(shut)
        if free is None:
            free = self._steps[shut] = steps(self.walk_with(shut))
        return free

    def straight(self, x0: float, y0: float, x1: float, y1: float, shut: int = 0) -> bool:
        """Say whether one can walk from point to point in a straight line."""
        return bool(straight(self.walk_with(shut), float(x0), float(y0), float(x1), float(y1)))


def open_air(ground: Ground) -> Bytes:
    """Return 1 for each half cell whose middle neither a wall nor a block covers, u8 [2h, 2w]."""
    rows, columns = ground.wall.shape
    y, x = np.arange(rows) * HALF + HALF / 2, np.arange(columns) * HALF + HALF / 2
    air: Bytes = (ground.wall == 0).astype(np.uint8)
    for x0, y0, x1, y1 in ground.blocks.tolist():
        air[np.ix_((y0 <= y) & (y <= y1), (x0 <= x) & (x <= x1))] = 0
    return air


NO_FIELD: Ints = np.zeros(0, np.int32)


@lru_cache(maxsize=16)
def ways_of(ground: Ground) -> Ways:
    """Return the ways of a ground: one object for each, remembered by identity."""
    return Ways(ground)
