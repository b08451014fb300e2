"""What a footfall does to a belief: how loud it arrived and which way it came say where it may have been made (T1000.md 3.1)."""

import numpy as np

from game.core.curves import exp_neg
from game.core.ground import Bytes, Floats, Ints, Shorts
from game.core.jit import kernel
from game.core.particles import MODULUS, WALK_LENGTH, draw, even, turn, wishes

SPREAD = 3.0  # levels by which a sound may be louder or fainter than its way has it
CROOKED = 1.15  # levels that a metre of way costs: sound goes along the squares of the grid
BEYOND, ELSEWHERE = 0.8, 0.2  # how well places agree that lie past where the sound came in, and others
EARSHOT = 24.0  # metres
PAST = 1.0  # metres


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


@kernel
def footfall(
    cell: Ints, goal: Ints, temper: Ints, weight: Floats, mine: Ints, its: Ints, level: float, loud: Floats,
    share: Floats, his: float, moved: float, me: int, walk: Bytes, far: Shorts, pull: Floats, seed: int,
) -> int:  # fmt: skip
    """Weigh the particles by a footfall that was his with chance `his`, and draw a share `moved` anew where it may have been.

    mine, its i4 [cells]: path lengths from here and from where it came in (20 to a metre). Returns the seed.
    """
    n, cells = cell.shape[0], walk.size
    flat = walk.ravel()
    rising = np.empty(cells)
    total = 0.0
    for c in range(cells):
        if flat[c] and mine[c] < EARSHOT * WALK_LENGTH:
            total += agrees(mine[c] / WALK_LENGTH, its[c] / WALK_LENGTH, level, loud, share)
        rising[c] = total
    if total <= 0.0:
        return seed
    wish = np.empty(far.shape[0], np.float64)
    for i in range(n):
        c = cell[i]
        fit = 0.0
        if mine[c] < EARSHOT * WALK_LENGTH:
            fit = agrees(mine[c] / WALK_LENGTH, its[c] / WALK_LENGTH, level, loud, share)
        weight[i] *= his * fit + 1.0 - his
    even(weight)
    for i in range(n):
        seed = turn(seed)
        if seed / MODULUS >= moved * his:
            continue
        seed = turn(seed)
        cell[i], weight[i] = draw(rising, total, seed), 1.0 / n
        wished = wishes(wish, temper[i], cell[i], me, far, pull)
        seed = turn(seed)
        goal[i] = draw(wish, wished, seed)
    even(weight)
    return seed
