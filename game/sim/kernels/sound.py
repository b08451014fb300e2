"""Floods a noise over the metre grid, through doors and, muffled, through thin walls (T1000.md 2.2)."""

from typing import Any

from game.core.jit import kernel

WALL_COST = 18
LEAST = 4  # a noise fainter than this is not heard
FAR = 1 << 20


@kernel
def flood(cost: Any, level: Any, sx: Any, sy: Any, far: Any, back: Any, ring: Any) -> Any:
    """Write what each cell's way from the source costs (levels) into `far` and the cell it came from into `back`.

    cost [h, w] is what entering a cell takes; ring [buckets, cells] is scratch for Dial's algorithm (whole costs).
    Cells beyond level - LEAST keep FAR. Returns nothing.
    """
    h, w = cost.shape
    limit = level - LEAST
    for y in range(h):
        for x in range(w):
            far[y, x] = FAR
    if limit < 0:
        return
    buckets = ring.shape[0]
    for k in range(buckets):
        ring[k, 0] = 0
    far[sy, sx] = 0
    back[sy, sx] = sy * w + sx
    ring[0, 0] = 1
    ring[0, 1] = sy * w + sx
    for d in range(limit + 1):
        k = d % buckets
        at = 1
        while at <= ring[k, 0]:
            c = ring[k, at]
            at += 1
            y, x = c // w, c % w
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
