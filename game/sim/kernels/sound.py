"""Floods a noise over the metre grid, through doors and, muffled, through thin walls (T1000.md 2.2)."""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.core.jit import kernel

WALL_COST = 18
LEAST = 4  # a noise fainter than this is not heard
FAR = 1 << 20
BUCKETS = 64  # more than entering any cell costs

Cells = npt.NDArray[np.int32]


def room(height: int, width: int) -> tuple[Cells, Cells, Cells]:
    """Return far, back and ring for floods of a map, where nothing has been heard yet."""
    far, back = np.full((height, width), FAR, np.int32), np.zeros((height, width), np.int32)
    return far, back, np.zeros((BUCKETS + 1, height * width + 1), np.int32)


@kernel
def flood(cost: Any, level: Any, sx: Any, sy: Any, far: Any, back: Any, ring: Any) -> Any:
    """Write what each cell's way from the source costs (levels) into `far` and the cell it came from into `back`.

    cost [h, w] is what entering a cell takes; far, back and ring are those of room(). Cells beyond level - LEAST keep FAR.
    ring [buckets + 1, cells + 1] is for Dial's algorithm (whole costs): how many cells wait at each cost, and which; its last
    row holds those that this flood has reached. PERF: the next one wipes these alone; most sounds reach a few hundred.
    """
    h, w = cost.shape
    limit = level - LEAST
    last = ring.shape[0] - 1
    for k in range(1, ring[last, 0] + 1):
        y = ring[last, k] // w
        far[y, ring[last, k] - y * w] = FAR
    ring[last, 0] = 0
    if limit < 0:
        return
    buckets = last
    far[sy, sx] = 0
    back[sy, sx] = sy * w + sx
    ring[last, 0] = 1
    ring[last, 1] = sy * w + sx
    ring[0, 0] = 1
    ring[0, 1] = sy * w + sx
    for d in range(limit + 1):
        k = d % buckets
        at = 1
        while at <= ring[k, 0]:
            c = ring[k, at]
            at += 1
            y = c // w
            x = c - y * w
            if far[y, x] != d:
                continue
            for way in range(4):
                if way == 0:
                    v, u = y, x - 1
                elif way == 1:
                    v, u = y, x + 1
                elif way == 2:
                    v, u = y - 1, x
                else:
                    v, u = y + 1, x
                if u < 0 or v < 0 or u >= w or v >= h:
                    continue
                nd = d + cost[v, u]
                if nd <= limit and nd < far[v, u]:
                    if far[v, u] == FAR:
                        ring[last, 0] += 1
                        ring[last, ring[last, 0]] = v * w + u
                    far[v, u] = nd
                    back[v, u] = c
                    q = nd % buckets
                    if ring[q, 0] + 1 < ring.shape[1]:
                        ring[q, 0] += 1
                        ring[q, ring[q, 0]] = v * w + u
        ring[k, 0] = 0


@kernel
def came_from(back: Any, x: Any, y: Any, cells: Any) -> Any:
    """Return where a sound seems to come from, the cell (y * w + x) some steps back on its way, and how many steps it went."""
    w = back.shape[1]
    c = y * w + x
    seems, steps = c, 0
    p = back[c // w, c % w]
    while p != c:
        c = p
        steps += 1
        if steps == cells:
            seems = c
        p = back[c // w, c % w]
    return (seems if steps > cells else c), steps


@kernel
def way_to(back: Any, x: Any, y: Any, cells: Any, out: Any) -> None:
    """Walk a sound's way from a cell to where the flood began: out[0] its cells, out[1] the one `cells` before the end."""
    w = back.shape[1]
    c = y * w + x
    n = 0
    p = back[c // w, c % w]
    while p != c:
        n += 1
        c = p
        p = back[c // w, c % w]
    out[0] = n
    out[1] = y * w + x
    c = y * w + x
    for _ in range(n - cells):
        c = back[c // w, c % w]
    out[1] = c


@kernel
def heard(
    cost: Any,
    level: Any,
    sx: Any,
    sy: Any,
    far: Any,
    back: Any,
    ring: Any,
    b: Any,
    ears: Any,
    by: Any,
    cells: Any,
    out: Any,
) -> Any:
    """Flood a noise, as flood() does, and write whom of `ears` (slots) it reaches but `by`; return how many.

    out i8 [ears, 4]: the slot, what the way there costs, the cell it seems to come from as came_from() has it, how many it went.
    """
    flood(cost, level, sx, sy, far, back, ring)
    made = 0
    for i in ears:
        if i == by or not b.here[i]:
            continue
        x, y = int(b.x[i]), int(b.y[i])
        if far[y, x] < FAR:
            seems, steps = came_from(back, x, y, cells)
            out[made, 0] = i
            out[made, 1] = far[y, x]
            out[made, 2] = seems
            out[made, 3] = steps
            made += 1
    return made
