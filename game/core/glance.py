"""Where to turn the eyes: the way in which a glance finds most of what is believed."""

from math import sqrt

import numpy as np

from game.core.curves import exp_neg
from game.core.ground import Bytes, Floats, Ints, Shorts
from game.core.jit import kernel
from game.core.particles import THERE
from game.core.sight import FOCUS_COS, MID_COS, MID_REACH, MID_SHARE, clear, rate, visibility

WAYS = 16
WAY_X: Floats = np.array([1.0, 0.92388, 0.70711, 0.38268, 0.0, -0.38268, -0.70711, -0.92388] * 2)  # unit vectors
WAY_X[8:] *= -1.0
WAY_Y: Floats = np.roll(WAY_X, 4)
GLANCE = 0.5  # seconds that a glance lasts


@kernel
def turn_to(
    cell: Ints, goal: Ints, weight: Floats, x: float, y: float, hx: float, hy: float, back: float, bias: float,
    reach: float, opaque: Bytes, far: Shorts, light: Floats, way_x: Floats, way_y: Floats, found: Floats,
) -> int:  # fmt: skip
    """Return the way (an index) in which a glance finds most; -1 where there is nothing to find.

    hx, hy: the way of walking, unit, (0, 0) standing; back: least cosine to it that the neck allows; bias: share of
    belief that looking straight ahead is worth for its own sake; found f8 [ways]: scratch.
    """
    n, cols = way_x.shape[0], opaque.shape[1]
    found[:] = 0.0
    for i in range(cell.shape[0]):
        dx, dy = cell[i] % cols * 0.5 + 0.25 - x, cell[i] // cols * 0.5 + 0.25 - y
        d2 = dx * dx + dy * dy
        if d2 >= reach * reach or d2 < 1e-6:
            continue
        d = sqrt(d2)
        if not clear(opaque, x, y, x + dx, y + dy):
            continue
        moves = far[goal[i], cell[i]] > THERE
        a = rate(1.0, visibility(light[cell[i]], 3.0 if moves else 0.0, False, False, d), d, reach) * GLANCE
        for k in range(n):
            dot = (dx * way_x[k] + dy * way_y[k]) / d
            if dot >= FOCUS_COS:
                found[k] += weight[i] * (1.0 - exp_neg(a))
            elif dot >= MID_COS and d <= MID_REACH:
                found[k] += weight[i] * (1.0 - exp_neg(a * MID_SHARE))
    best, most = -1, 0.0
    for k in range(n):
        ahead = hx * way_x[k] + hy * way_y[k]
        if ahead < back:
            continue
        worth = found[k] + bias * (1.0 + ahead)
        if found[k] > 0.0 and worth > most:
            best, most = k, worth
    return best
