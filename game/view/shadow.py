"""What stops light and sight, as straight edges, and the dark quads that they throw."""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from game.view.pixels import CELL, Floats

Edges = Floats  # [n, 7]: x0, y0, x1, y1 in pixels, outward normal x, y, index of the wall style (-1 none)


def wall_edges(cells: npt.NDArray[np.uint8]) -> Edges:
    """Merge the open borders of the half-cell grid (0 open, else 1 + style) into runs."""
    g = np.pad(cells, 1).astype(int)
    out: list[tuple[float, ...]] = []
    for y in range(cells.shape[0] + 1):
        up, down = g[y, 1:-1], g[y + 1, 1:-1]
        out += [(a, y, b, y, 0, -1, k) for a, b, k in _runs(down * (up == 0))]
        out += [(a, y, b, y, 0, 1, k) for a, b, k in _runs(up * (down == 0))]
    for x in range(cells.shape[1] + 1):
        left, right = g[1:-1, x], g[1:-1, x + 1]
        out += [(x, a, x, b, -1, 0, k) for a, b, k in _runs(right * (left == 0))]
        out += [(x, a, x, b, 1, 0, k) for a, b, k in _runs(left * (right == 0))]
    e = np.array(out, np.float32).reshape(-1, 7)
    e[:, :4] *= CELL
    e[:, 6] -= 1
    return e


def _runs(row: npt.NDArray[np.int_]) -> list[tuple[int, int, int]]:
    d = np.flatnonzero(np.diff(np.concatenate(([0], row, [0]))))
    return [(a, b, int(row[a])) for a, b in pairwise(d.tolist()) if row[a]]


def box_edges(boxes: Iterable[tuple[float, float, float, float]]) -> Edges:
    """Return the four sides of each box x0, y0, x1, y1 (pixels)."""
    out: list[tuple[float, ...]] = []
    for a, b, c, d in boxes:
        out += [(a, b, c, b, 0, -1, -1), (a, d, c, d, 0, 1, -1), (a, b, a, d, -1, 0, -1), (c, b, c, d, 1, 0, -1)]
    return np.array(out, np.float32).reshape(-1, 7)


def quads(edges: Edges, x: float, y: float, box: tuple[float, float, float, float], far: float) -> Floats:
    """Return the shadows [n, 4, 2] thrown from (x, y) by the far sides of what touches a box, so that these stay lit."""
    x0, y0, x1, y1, nx, ny = edges.T[:6]
    e = edges[(x0 < box[2]) & (x1 > box[0]) & (y0 < box[3]) & (y1 > box[1]) & ((x - x0) * nx + (y - y0) * ny < 0)]
    ends = e[:, :4].reshape(-1, 2, 2)
    way = ends - np.array((x, y), np.float32)
    thrown = ends + way * (far / np.maximum(np.abs(way).max(2, keepdims=True), 1))
    return np.concatenate((ends, thrown[:, ::-1]), 1)
