"""The kernel that finds a place out of sight of another."""

from game.core.ground import Bytes, Floats, Ints, Shorts
from game.core.jit import kernel
from game.core.sight import clear

HIDDEN, ITS_WAY, FAR_ENOUGH, PAST_IT = 8.0, 0.5, 14.0, 15.0  # worth of a place in metres of walk; metres
NO_PLACE = -1e9


@kernel
def shelter_post(
    x: Floats, y: Floats, cell: Ints, far: Shorts, view: Bytes, from_x: float, from_y: float,
    me: int, there: int, within: float,
) -> int:  # fmt: skip
    """Return the cell of the best post that cannot be seen from a place and does not lie past it, -1 none.

    x, y, cell [posts], far [posts, cells]: the posts; view: what blocks sight; me, there: cells of who hides and of the place;
    within: metres of walk.
    """
    best, most = -1, NO_PLACE
    for p in range(len(x)):
        mine, his = far[p, me] / 20.0, far[p, there] / 20.0
        if mine > within:
            continue
        score = ITS_WAY * min(his, FAR_ENOUGH) - mine - (PAST_IT if his < mine else 0.0)
        if score + HIDDEN > most and not clear(view, from_x, from_y, x[p], y[p]):
            score += HIDDEN
        if score > most:
            best, most = cell[p], score
    return best
