"""Posts: the places on a ground that somebody may be on his way to, a few metres apart; derived, never state."""

from functools import lru_cache

import numpy as np

from game.core.doorways import all_fallen_shut
from game.core.fields import FAR, flood, steps
from game.core.ground import Bytes, Floats, Ground, Ints, Shorts
from game.core.particles import UNKNOWN
from game.core.paths import Ways, ways_of
from game.core.survey import views

SPACING = 70  # path length (20 to a metre) that every cell comes within of some post
MOST = 240
NO_WAY = 32000
DIM, LIT = 0.2, 0.75  # how light a mind takes a place to be, which is told only by the map's dark zones


class Posts:
    """The posts of a ground.

    x, y     f8 [n] metres      cell  i4 [n] half cell, r * columns + c
    far      i2 [n, cells]      path length from post to cell (20 to a metre), NO_WAY without a way
    near     i2 [cells, n]      the same, a cell's own in a row
    hop      u8 [n, cells]      the step from a cell toward a post (particles.hop_of), filled as it is asked for
    owner    i4 [cells]         the post nearest to each cell, -1 where nobody walks
    hide     u8 [n]             1 where the map says that one can hide
    exit     u8 [n]             1 where the map says that one can leave
    light    f8 [cells]         how light a mind takes the cell to be
    room     names              the room that each post lies in
    view     f8 [n, n]          chance that somebody who keeps still at a post (column) is made out from another (row)
    """

    __slots__ = ("cell", "exit", "far", "hide", "hop", "light", "n", "near", "owner", "room", "view", "walk", "x", "y")

    def __init__(self, ground: Ground) -> None:
        ways = ways_of(ground)
        self.walk = ways.walk
        cells, rows = choose(ways, [ways.snap(*z.middle) for z in ground.zones if {"hide", "exit"} & set(z.tags)])
        self.n = len(cells)
        self.cell: Ints = np.array(cells, np.int32)
        self.far: Shorts = np.minimum(np.array(rows, np.int32).reshape(self.n, -1), NO_WAY).astype(np.int16)
        self.near: Shorts = np.ascontiguousarray(self.far.T)
        self.hop: Bytes = np.full(self.far.shape, UNKNOWN, np.uint8)
        spots = [ways.middle(c) for c in cells]
        self.x: Floats = np.array([x for x, _ in spots], np.float64)
        self.y: Floats = np.array([y for _, y in spots], np.float64)
        self.owner: Ints = nearest_of(self.far)
        self.hide, self.exit = marked(ground, ways, cells, "hide"), marked(ground, ways, cells, "exit")
        self.light = gloom(ground)
        self.room = tuple(ground.room_at(x, y) for x, y in spots)
        self.view: Floats = np.zeros((self.n, self.n))
        views(self.x, self.y, self.cell, all_fallen_shut(ground), self.light, self.view)


def choose(ways: Ways, first: list[int]) -> tuple[list[int], list[Ints]]:
    """Return the posts' cells and their path lengths: the given ones, then always the cell farthest from all."""
    cells: list[int] = []
    rows: list[Ints] = []
    least = np.where(ways.walk.ravel() > 0, FAR, -1).astype(np.int64)
    queue = list(dict.fromkeys(c for c in first if c >= 0))
    free = steps(ways.walk)
    while len(cells) < MOST:
        cell = queue.pop(0) if queue else int(least.argmax())
        if not queue and least[cell] < SPACING:
            break
        if least[cell] <= 0:
            continue
        row = flood(free, ways.walk.shape[1], cell)
        cells.append(cell)
        rows.append(row)
        least = np.minimum(least, row)
    return cells, rows


def nearest_of(far: Shorts) -> Ints:
    """Return for each cell the row of `far` that is least there, -1 where none has a way."""
    best: Ints = far.argmin(axis=0).astype(np.int32)
    best[far.min(axis=0) >= NO_WAY] = -1
    return best


def marked(ground: Ground, ways: Ways, cells: list[int], tag: str) -> Bytes:
    """Return 1 for each post that stands for a zone of that tag."""
    zones = {ways.snap(*z.middle) for z in ground.tagged(tag)}
    return np.array([1 if c in zones else 0 for c in cells], np.uint8)


def gloom(ground: Ground) -> Floats:
    """Return how light each half cell is to somebody who knows the map's dark zones only."""
    rows, columns = ground.height * 2, ground.width * 2
    light = np.full((rows, columns), LIT)
    for z in ground.tagged("dark"):
        for r in range(int(z.y * 2), min(rows, int((z.y + z.h) * 2) + 1)):
            for c in range(int(z.x * 2), min(columns, int((z.x + z.w) * 2) + 1)):
                if z.holds(c * 0.5 + 0.25, r * 0.5 + 0.25):
                    light[r, c] = DIM
    return light.ravel()


@lru_cache(maxsize=16)
def posts_of(ground: Ground) -> Posts:
    """Return the posts of a ground: one object for each, remembered by identity."""
    return Posts(ground)
