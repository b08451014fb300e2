"""Makes maps of rooms and doorways, for hunts on ground that nobody has tuned for."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.core.fields import FAR, flood, steps
from game.core.ground import Ground, Zone
from game.level.grids import room_grid, walk_grid
from game.level.made.ground import ground_from

LEAST_SIDE = 7  # metres
DOORWAY = 2  # metres
LOOPS = 0.35  # share of the walls between two rooms that have a doorway beyond the ones needed
SMALL, LEAVES = 200, 0.4  # a room of fewer square metres is left whole so often
PILLAR_EVERY = 25  # square metres


class Room(NamedTuple):
    """A room's inside, metres: left, top, right and bottom edge."""

    x0: int
    y0: int
    x1: int
    y1: int


@lru_cache(maxsize=32)
def office(seed: int, width: int = 64, height: int = 64) -> Ground:
    """Return a map of rooms with walls a metre thick, doorways with loops, and pillars."""
    dice = np.random.default_rng(seed)
    rooms: list[Room] = []
    split(dice, rooms, Room(1, 1, width - 1, height - 1), 0)
    solid = np.ones((height, width), bool)
    for r in rooms:
        solid[r.y0 : r.y1, r.x0 : r.x1] = False
    ways = doorways(dice, rooms)
    for x, y, w, h in ways:
        solid[y : y + h, x : x + w] = False
    pillars(dice, solid, rooms, ways)
    wall = np.kron(solid, np.ones((2, 2), bool)).astype(np.uint8)
    walk = walk_grid(wall, np.ones((height, width), np.uint8), np.zeros((0, 4)))
    keep = largest(walk)
    zones = tuple(
        Zone(name=f"room_{i}", x=r.x0, y=r.y0, w=r.x1 - r.x0, h=r.y1 - r.y0, room=f"room {i}", tags=("room",))
        for i, r in enumerate(rooms)
        if keep[r.y0 * 2 : r.y1 * 2, r.x0 * 2 : r.x1 * 2].any()
    )
    room, names = room_grid(height, width, zones)
    return ground_from(wall, keep, zones=zones, room=room, rooms=names)


def split(dice: np.random.Generator, rooms: list[Room], r: Room, depth: int) -> None:
    """Cut an area in two, and those again, until they are rooms."""
    w, h = r.x1 - r.x0, r.y1 - r.y0
    least = 2 * LEAST_SIDE + 1
    if (w < least and h < least) or (depth > 2 and w * h < SMALL and dice.random() < LEAVES):
        rooms.append(r)
        return
    upright = h < least or (w >= least and (w > h if abs(w - h) > 4 else dice.random() < 0.5))
    if upright:
        at = int(dice.integers(r.x0 + LEAST_SIDE, r.x1 - LEAST_SIDE))
        parts = r._replace(x1=at), r._replace(x0=at + 1)
    else:
        at = int(dice.integers(r.y0 + LEAST_SIDE, r.y1 - LEAST_SIDE))
        parts = r._replace(y1=at), r._replace(y0=at + 1)
    for part in parts:
        split(dice, rooms, part, depth + 1)


def doorways(dice: np.random.Generator, rooms: list[Room]) -> list[tuple[int, int, int, int]]:
    """Return doorways x, y, w, h: enough to reach every room, and some more."""
    found: list[tuple[int, int, tuple[int, int, int, int]]] = []
    for i, a in enumerate(rooms):
        for j, b in enumerate(rooms):
            low, high = max(a.y0, b.y0), min(a.y1, b.y1)
            if a.x1 + 1 == b.x0 and high - low >= DOORWAY + 2:
                found.append((i, j, (a.x1, int(dice.integers(low + 1, high - DOORWAY)), 1, DOORWAY)))
            low, high = max(a.x0, b.x0), min(a.x1, b.x1)
            if a.y1 + 1 == b.y0 and high - low >= DOORWAY + 2:
                found.append((i, j, (int(dice.integers(low + 1, high - DOORWAY)), a.y1, DOORWAY, 1)))
    parent = list(range(len(rooms)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    made = []
    for k in dice.permutation(len(found)):
        i, j, way = found[k]
        if root(i) != root(j) or dice.random() < LOOPS:
            parent[root(i)] = root(j)
            made.append(way)
    return made


def pillars(
    dice: np.random.Generator, solid: np.ndarray, rooms: list[Room], ways: list[tuple[int, int, int, int]]
) -> None:
    """Stand pillars in the rooms, away from the doorways."""
    for r in rooms:
        for _ in range((r.x1 - r.x0) * (r.y1 - r.y0) // PILLAR_EVERY):
            x, y = int(dice.integers(r.x0 + 1, r.x1 - 1)), int(dice.integers(r.y0 + 1, r.y1 - 1))
            if all(x < wx - 2 or x > wx + w + 1 or y < wy - 2 or y > wy + h + 1 for wx, wy, w, h in ways):
                solid[y, x] = True


def largest(walk: np.ndarray) -> np.ndarray:
    """Return the walk table without what cannot be reached from its largest part."""
    left, best, free = walk.copy(), np.zeros_like(walk), steps(walk)
    while left.any():
        reached = (flood(free, walk.shape[1], int(np.flatnonzero(left)[0])) < FAR).reshape(walk.shape)
        if reached.sum() > best.sum():
            best = reached.astype(np.uint8)
        left[reached] = 0
    return best
