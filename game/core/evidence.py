"""What looking does to a belief: particles that should have been seen weigh less, and what is left says where to look next."""

from math import sqrt

import numpy as np

from game.core.curves import exp_neg
from game.core.ground import Bytes, Floats, Ints, Shorts
from game.core.jit import kernel, maker
from game.core.particles import MODULUS, THERE, anywhere, draw, turn, wishes
from game.core.sight import attention, clear, rate, visibility

LOST = 0.03  # share that survives a look when everything expected was false
STRAY = 0.03  # share thrown anywhere at each resampling


@kernel
def watch(
    cell: Ints, goal: Ints, weight: Floats, x: float, y: float, fx: float, fy: float, reach: float, seconds: float,
    opaque: Bytes, far: Shorts, light: Floats,
) -> float:  # fmt: skip
    """Weigh each particle by the chance that this look would have missed it; return how much of the whole is left."""
    cols = opaque.shape[1]
    left = 0.0
    for i in range(cell.shape[0]):
        r = cell[i] // cols
        px, py = (cell[i] - r * cols) * 0.5 + 0.25, r * 0.5 + 0.25
        dx, dy = px - x, py - y
        d2 = dx * dx + dy * dy
        if d2 < reach * reach:
            d = sqrt(d2)
            moves = far[goal[i], cell[i]] > THERE
            share = attention(dx, dy, d, fx, fy, moves, False, reach)
            if share > 0.0 and clear(opaque, x, y, px, py):
                seen = visibility(light[cell[i]], 3.0 if moves else 0.0, False, False, d)
                weight[i] *= exp_neg(rate(share, seen, d, reach) * seconds)
        left += weight[i]
    return left


@maker
def renew(
    cell: Ints, goal: Ints, temper: Ints, weight: Floats, left: float, me: int,
    near: Shorts, pull: Floats, open_cells: Ints, seed: int,
) -> int:  # fmt: skip
    """After a look: weights back to a sum of one, resampled when few carry all; all anew when nothing is left."""
    n = cell.shape[0]
    if left < LOST:
        for i in range(n):
            seed = anywhere(cell, i, open_cells, seed)
            weight[i] = 1.0 / n
            goal[i] = goal[(i * 7 + 1) % n]
        return seed
    squares = 0.0
    for i in range(n):
        weight[i] /= left
        squares += weight[i] * weight[i]
    if squares * n <= 2.0:
        return seed
    wish = np.empty(near.shape[1], np.float64)
    old_cell, old_goal, old_temper = cell.copy(), goal.copy(), temper.copy()
    seed = turn(seed)
    at, j, sum_to = seed / MODULUS / n, 0, weight[0]
    for i in range(n):
        while sum_to < at + i / n and j < n - 1:
            j += 1
            sum_to += weight[j]
        cell[i], goal[i], temper[i] = old_cell[j], old_goal[j], old_temper[j]
    for i in range(n):
        weight[i] = 1.0 / n
        seed = turn(seed)
        if seed / MODULUS < STRAY:
            seed = anywhere(cell, i, open_cells, seed)
            total = wishes(wish, temper[i], cell[i], me, near, pull)
            seed = turn(seed)
            goal[i] = draw(wish, total, seed)
    return seed


@kernel
def masses(cell: Ints, weight: Floats, owner: Ints, out: Floats) -> None:
    """Write the share of belief round each post into out [posts]."""
    for g in range(out.shape[0]):
        out[g] = 0.0
    for i in range(cell.shape[0]):
        if owner[cell[i]] >= 0:
            out[owner[cell[i]]] += weight[i]


@kernel
def share_within(cell: Ints, weight: Floats, cols: int, x: float, y: float, reach: float) -> float:
    """Return the share of belief within some metres of a place, as the crow flies."""
    share = 0.0
    for i in range(cell.shape[0]):
        dx, dy = cell[i] % cols * 0.5 + 0.25 - x, cell[i] // cols * 0.5 + 0.25 - y
        if dx * dx + dy * dy < reach * reach:
            share += weight[i]
    return share


@kernel
def heaviest(cell: Ints, weight: Floats, owner: Ints, post: int) -> int:
    """Return the cell of the heaviest particle round a post, -1 if there is none."""
    best, most = -1, 0.0
    for i in range(cell.shape[0]):
        if owner[cell[i]] == post and weight[i] > most:
            best, most = cell[i], weight[i]
    return best
