"""Ways: how far everywhere is from a goal and which way to walk; derived from the ground, rebuilt at will, never state.

A field is a flood of integer path lengths (10 for a half cell straight, 14 aslant, corners never cut) on the half
grid. Shut doors come in as a bit mask of indexes into ground.doors; their rectangles block.
"""

from functools import lru_cache
from math import sqrt

import numpy as np

from game.core.ground import HALF, Bytes, Ground, Ints
from game.core.jit import kernel

STRAIGHT, ASLANT = 10, 14  # what a step costs; STRAIGHT is half a metre
FAR = 1 << 28  # no way
TO_METRES = HALF / STRAIGHT
NOWHERE = 9999.0  # metres, where there is no way
ASTRAY = 6  # cells from floor that may be walked, at most: pushed against a wall, caught in a doorway
PULL = 12  # cells that a string is pulled ahead
POCKET = 12  # a set of cells smaller than this is a gap between props, not a place
CACHE_BYTES = 32 << 20


@kernel
def flood(walk: Bytes, goal: int) -> Ints:
    """Return the path length from every cell to the goal cell, i4 [cells], FAR where there is no way."""
    rows, cols = walk.shape
    n = rows * cols
    far = np.full(n, FAR, np.int32)
    queue = np.empty(n + 1, np.int32)
    waiting = np.zeros(n, np.uint8)
    far[goal] = 0
    queue[0] = goal
    head, tail = 0, 1
    while head != tail:
        at = queue[head]
        head += 1
        if head > n:
            head = 0
        waiting[at] = 0
        r = at // cols
        c = at - r * cols
        for dr in range(-1, 2):
            y = r + dr
            if y < 0 or y >= rows:
                continue
            for dc in range(-1, 2):
                x = c + dc
                if x < 0 or x >= cols or walk[y, x] == 0:
                    continue
                cost = far[at] + STRAIGHT
                if dr != 0 and dc != 0:
                    if walk[r, x] == 0 or walk[y, c] == 0:
                        continue
                    cost = far[at] + ASLANT
                to = y * cols + x
                if cost < far[to]:
                    far[to] = cost
                    if waiting[to] == 0:
                        waiting[to] = 1
                        queue[tail] = to
                        tail += 1
                        if tail > n:
                            tail = 0
    return far


@kernel
def descend(walk: Bytes, far: Ints, at: int) -> int:
    """Return the neighbour cell that lies nearest to the goal, or the cell itself at the goal."""
    rows, cols = walk.shape
    r = at // cols
    c = at - r * cols
    best, least = at, far[at]
    for dr in range(-1, 2):
        y = r + dr
        if y < 0 or y >= rows:
            continue
        for dc in range(-1, 2):
            x = c + dc
            if x < 0 or x >= cols or walk[y, x] == 0:
                continue
            if dr != 0 and dc != 0 and (walk[r, x] == 0 or walk[y, c] == 0):
                continue
            if far[y * cols + x] < least:
                best, least = y * cols + x, far[y * cols + x]
    return best


@kernel
def nearest(walk: Bytes, x: float, y: float, reach: int) -> int:
    """Return the cell nearest to a point that may be walked, within `reach` cells; -1 none."""
    rows, cols = walk.shape
    c0, r0 = int(x * 2.0), int(y * 2.0)
    if 0 <= r0 < rows and 0 <= c0 < cols and walk[r0, c0] != 0:
        return r0 * cols + c0
    best, least = -1, 1e18
    for ring in range(1, reach + 1):
        for r in range(r0 - ring, r0 + ring + 1):
            if r < 0 or r >= rows:
                continue
            edge = r == r0 - ring or r == r0 + ring
            for c in range(c0 - ring, c0 + ring + 1, 1 if edge else 2 * ring):
                if c < 0 or c >= cols or walk[r, c] == 0:
                    continue
                dx, dy = c * 0.5 + 0.25 - x, r * 0.5 + 0.25 - y
                if dx * dx + dy * dy < least:
                    best, least = r * cols + c, dx * dx + dy * dy
        if best >= 0 and least <= (ring * 0.5) * (ring * 0.5):
            break  # a farther ring cannot hold a nearer cell
    return best


@kernel
def straight(walk: Bytes, x0: float, y0: float, x1: float, y1: float) -> bool:
    """Say whether every half cell that a line touches may be walked; through a corner both sides must be free."""
    rows, cols = walk.shape
    c, r = int(x0 * 2.0), int(y0 * 2.0)
    c1, r1 = int(x1 * 2.0), int(y1 * 2.0)
    if c < 0 or r < 0 or c1 < 0 or r1 < 0 or c >= cols or r >= rows or c1 >= cols or r1 >= rows:
        return False
    dx, dy = x1 - x0, y1 - y0
    sc, sr = (1 if dx > 0.0 else -1), (1 if dy > 0.0 else -1)
    step_x = 0.5 / abs(dx) if dx != 0.0 else 1e18
    step_y = 0.5 / abs(dy) if dy != 0.0 else 1e18
    at_x = ((c + (1 if sc > 0 else 0)) * 0.5 - x0) / dx if dx != 0.0 else 1e18
    at_y = ((r + (1 if sr > 0 else 0)) * 0.5 - y0) / dy if dy != 0.0 else 1e18
    for _ in range(2 * (rows + cols)):
        if walk[r, c] == 0:
            return False
        if c == c1 and r == r1:
            return True
        if at_x > 1.0 and at_y > 1.0:
            return True
        if abs(at_x - at_y) < 1e-9:
            if c + sc < 0 or c + sc >= cols or r + sr < 0 or r + sr >= rows:
                return False
            if walk[r, c + sc] == 0 or walk[r + sr, c] == 0:
                return False
            c, r = c + sc, r + sr
            at_x, at_y = at_x + step_x, at_y + step_y
        elif at_x < at_y:
            c, at_x = c + sc, at_x + step_x
        else:
            r, at_y = r + sr, at_y + step_y
        if c < 0 or r < 0 or c >= cols or r >= rows:
            return False
    return False


@kernel
def pull(walk: Bytes, far: Ints, x: float, y: float, gx: float, gy: float, cells: int) -> tuple[float, float]:
    """Return the farthest point down the field, at most `cells` ahead, that a straight walk from (x, y) reaches."""
    cols = walk.shape[1]
    at = nearest(walk, x, y, ASTRAY)
    if at < 0 or far[at] >= FAR:
        return x, y
    if far[at] == 0:
        return gx, gy
    r = at // cols
    tx, ty = (at - r * cols) * 0.5 + 0.25, r * 0.5 + 0.25
    if int(x * 2.0) != at - r * cols or int(y * 2.0) != r:
        return tx, ty  # first back onto ground that may be walked
    for _ in range(cells):
        to = descend(walk, far, at)
        if to == at:
            break
        at = to
        r = at // cols
        px, py = (at - r * cols) * 0.5 + 0.25, r * 0.5 + 0.25
        if far[at] == 0:
            px, py = gx, gy
        if not straight(walk, x, y, px, py):
            break
        tx, ty = px, py
        if far[at] == 0:
            break
    return tx, ty


@kernel
def without_pockets(walk: Bytes, least: int) -> Bytes:
    """Return a copy of the walk table from which every connected set of fewer than `least` cells is gone."""
    rows, cols = walk.shape
    out = walk.copy()
    done = np.zeros(rows * cols, np.uint8)
    stack = np.empty(rows * cols, np.int32)
    for first in range(rows * cols):
        if done[first] != 0 or walk[first // cols, first % cols] == 0:
            continue
        done[first] = 1
        stack[0] = first
        i, n = 0, 1
        while i < n:
            r = stack[i] // cols
            c = stack[i] - r * cols
            i += 1
            for k in range(4):
                y = r + (1 if k == 0 else -1 if k == 1 else 0)
                x = c + (1 if k == 2 else -1 if k == 3 else 0)
                if 0 <= y < rows and 0 <= x < cols and walk[y, x] != 0 and done[y * cols + x] == 0:
                    done[y * cols + x] = 1
                    stack[n] = y * cols + x
                    n += 1
        if n < least:
            for j in range(n):
                out[stack[j] // cols, stack[j] % cols] = 0
    return out


class Field:
    """Everything's way to one goal: `x, y` the point itself, `far` the path length of every cell."""

    __slots__ = ("cell", "far", "walk", "x", "y")

    def __init__(self, walk: Bytes, far: Ints, cell: int, x: float, y: float) -> None:
        self.walk, self.far, self.cell, self.x, self.y = walk, far, cell, x, y

    def distance(self, x: float, y: float) -> float:
        """Return the metres to walk from a point to the goal; NOWHERE without a way."""
        at = nearest(self.walk, float(x), float(y), ASTRAY)
        if at < 0 or self.far[at] >= FAR:
            return NOWHERE
        if self.far[at] <= ASLANT:
            return sqrt((self.x - x) * (self.x - x) + (self.y - y) * (self.y - y))
        return float(self.far[at] * TO_METRES)

    def steer(self, x: float, y: float) -> tuple[float, float]:
        """Return the vector to the next point to walk to, (0, 0) when there or without a way."""
        tx, ty = pull(self.walk, self.far, float(x), float(y), self.x, self.y, PULL)
        return tx - x, ty - y


class Ways:
    """All fields of one ground, made when asked for and kept while there is room."""

    __slots__ = ("_fields", "_room", "_walks", "ground", "walk")

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.walk = without_pockets(ground.walk, POCKET)
        self._walks: dict[int, Bytes] = {0: self.walk}
        self._fields: dict[tuple[int, int], Ints] = {}
        self._room = max(32, CACHE_BYTES // (4 * self.walk.size))

    def walk_with(self, shut: int) -> Bytes:
        """Return the walk table with the doors of a bit mask blocking."""
        made = self._walks.get(shut)
        if made is None:
            made = self.walk.copy()
            for i, d in enumerate(self.ground.doors):
                if shut >> i & 1:
                    rows = slice(int(d.y * 2 + 0.01), int((d.y + d.h) * 2 + 0.99))
                    made[rows, int(d.x * 2 + 0.01) : int((d.x + d.w) * 2 + 0.99)] = 0
            if len(self._walks) > 64:
                self._walks = {0: self.walk}
            self._walks[shut] = made
        return made

    def snap(self, x: float, y: float, shut: int = 0) -> int:
        """Return the walkable cell nearest to a point (index r * columns + c), -1 if there is none at all."""
        walk = self.walk_with(shut)
        return nearest(walk, float(x), float(y), max(walk.shape))

    def middle(self, cell: int) -> tuple[float, float]:
        """Return the middle of a cell in metres."""
        r, c = divmod(cell, self.walk.shape[1])
        return c * HALF + HALF / 2, r * HALF + HALF / 2

    def to(self, x: float, y: float, shut: int = 0) -> Field:
        """Return the field toward a point in metres; an unwalkable point counts as the nearest walkable cell."""
        x, y = float(x), float(y)  # one compiled version, whatever the caller's numbers are
        cell = self.snap(x, y, shut)
        if cell < 0:
            return Field(self.walk, np.full(self.walk.size, FAR, np.int32), 0, x, y)
        r, c = divmod(cell, self.walk.shape[1])
        if int(x * 2) != c or int(y * 2) != r:
            x, y = self.middle(cell)
        return Field(self.walk_with(shut), self.lengths(cell, shut), cell, x, y)

    def lengths(self, cell: int, shut: int = 0) -> Ints:
        """Return the path length (STRAIGHT each half metre) from every cell to a cell."""
        key = (cell, shut)
        far = self._fields.pop(key, None)
        if far is None:
            far = flood(self.walk_with(shut), cell)
            far.setflags(write=False)
            if len(self._fields) >= self._room:
                del self._fields[next(iter(self._fields))]
        self._fields[key] = far  # last in the dict = last used
        return far

    def straight(self, x0: float, y0: float, x1: float, y1: float, shut: int = 0) -> bool:
        """Say whether one can walk from point to point in a straight line."""
        return bool(straight(self.walk_with(shut), float(x0), float(y0), float(x1), float(y1)))


@lru_cache(maxsize=16)
def ways_of(ground: Ground) -> Ways:
    """Return the ways of a ground: one object for each, remembered by identity."""
    return Ways(ground)
