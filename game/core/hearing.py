"""What a footfall does to a belief: how loud it arrived and which way it came say where it may have been made (T1000.md 3.1)."""

import numpy as np

from game.core.curves import exp_neg
from game.core.ground import Bytes, Floats, Ints, Shorts
from game.core.jit import kernel, maker
from game.core.particles import MODULUS, WALK_LENGTH, draw, even, turn, wishes

SPREAD = 3.0  # levels by which a sound may be louder or fainter than its way has it
CROOKED = 1.15  # levels that a metre of way costs: sound goes along the squares of the grid
BEYOND, ELSEWHERE = 0.8, 0.2  # how well places agree that lie past where the sound came in, and others
EARSHOT = 24.0  # metres
PAST = 1.0  # metres
SPEED = 40  # metres of way a second at which sounds come, for the rules too


def reach(level: float, loud: Floats) -> float:
    """Return the metres of way beyond which a sound of that level cannot have been made, in all likelihood."""
    return min(EARSHOT, max(PAST, (float(loud.max()) - level + 2.0 * SPREAD) / CROOKED))


def late(level: float, loud: Floats) -> float:
    """Return the seconds that a sound of that level has been on its way, if it was as loud as any where it was made."""
    return (max(0.0, float(loud.max()) - level) / CROOKED + PAST) / SPEED


@kernel
def agrees(mine: float, its: float, level: float, loud: Floats, share: Floats) -> float:
    """Return 0..1, how well a place agrees with a sound.

    mine, its: metres of way from here and from where the sound came in; level: as it arrived; loud, share f8 [kinds]: how
    loud it may have been where it was made, and how likely each is.
    """
    fit = 0.0
    for k in range(loud.shape[0]):
        off = (level - loud[k] + CROOKED * mine) / SPREAD
        fit += share[k] * exp_neg(0.5 * off * off)
    return fit * (BEYOND if its < mine - PAST else ELSEWHERE) / BEYOND


@maker
def footfall(
    cell: Ints, goal: Ints, temper: Ints, weight: Floats, mine: Ints, its: Ints, level: float, loud: Floats,
    share: Floats, reach: int, his: float, moved: float, me: int, walk: Bytes, near: Shorts, pull: Floats, seed: int,
) -> int:  # fmt: skip
    """Weigh the particles by a footfall that was his with chance `his`, and draw a share `moved` anew where it may have been.

    mine, its i4 [cells]: path lengths from here and from where it came in (20 to a metre), which hold up to `reach`: farther
    off nobody has made the sound. Those drawn anew come to one cell of four, a metre apart: ears place nobody better.
    Returns the seed.
    """
    n, cols = cell.shape[0], walk.shape[1]
    flat = walk.ravel()
    places, rising = np.empty(walk.size // 4 + 1, np.int32), np.empty(walk.size // 4 + 1)
    total, count = 0.0, 0
    for r in range(0, walk.shape[0], 2):
        for c in range(0, cols, 2):
            at = r * cols + c
            if flat[at] and mine[at] < reach:
                total += agrees(mine[at] / WALK_LENGTH, its[at] / WALK_LENGTH, level, loud, share)
                places[count], rising[count] = at, total
                count += 1
    if total <= 0.0:
        return seed
    rising, wish = rising[:count], np.empty(near.shape[1], np.float64)
    for i in range(n):
        c = cell[i]
        fit = 0.0
        if mine[c] < reach:
            fit = agrees(mine[c] / WALK_LENGTH, its[c] / WALK_LENGTH, level, loud, share)
        weight[i] *= his * fit + 1.0 - his
    even(weight)
    for i in range(n):
        seed = turn(seed)
        if seed / MODULUS >= moved * his:
            continue
        seed = turn(seed)
        cell[i], weight[i] = places[draw(rising, total, seed)], 1.0 / n
        wished = wishes(wish, temper[i], cell[i], me, near, pull)
        seed = turn(seed)
        goal[i] = draw(wish, wished, seed)
    even(weight)
    return seed
