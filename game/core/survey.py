"""Which place to look at next: what a look has covered, what can be seen from where, what is believed and what is long unseen."""

from math import sqrt

from game.core.curves import exp_neg
from game.core.ground import Bytes, Floats, Ints, Shorts
from game.core.jit import kernel
from game.core.particles import WALK_LENGTH
from game.core.sight import FOCUS_REACH, attention, clear, rate, visibility

FAR_VIEW = 12.0  # metres: farther off nobody who keeps still is made out in good time
STARE = 0.5  # seconds of looking that a view is reckoned with
IDLE = 100.0  # seconds after which a place that was looked at counts as never seen
LOOK_ROUND = 6.0  # seconds that looking about a place takes, with what lies round it
NOBODY = 32000  # path length without a way


@kernel
def cover(
    x: float, y: float, fx: float, fy: float, reach: float, seconds: float, post_x: Floats, post_y: Floats, cell: Ints,
    opaque: Bytes, light: Floats, missed: Floats,
) -> None:  # fmt: skip
    """Bring up to date how likely somebody who keeps still at each post has been missed so far, missed f8 [posts]."""
    for g in range(post_x.shape[0]):
        missed[g] = min(1.0, missed[g] + seconds / IDLE)
        dx, dy = post_x[g] - x, post_y[g] - y
        d2 = dx * dx + dy * dy
        if d2 >= reach * reach:
            continue
        d = sqrt(d2)
        share = attention(dx, dy, d, fx, fy, False, False, reach)
        if share > 0.0 and clear(opaque, x, y, post_x[g], post_y[g]):
            missed[g] *= exp_neg(rate(share, visibility(light[cell[g]], 0.0, False, False, d), d, reach) * seconds)


@kernel
def views(post_x: Floats, post_y: Floats, cell: Ints, opaque: Bytes, light: Floats, view: Floats) -> None:
    """Write into view [n, n] the chance that somebody who keeps still at one post is made out from another."""
    n = post_x.shape[0]
    for p in range(n):
        for q in range(n):
            dx, dy = post_x[q] - post_x[p], post_y[q] - post_y[p]
            d2 = dx * dx + dy * dy
            view[p, q] = 0.0
            if p == q:
                view[p, q] = 1.0
            elif d2 < FAR_VIEW * FAR_VIEW and clear(opaque, post_x[p], post_y[p], post_x[q], post_y[q]):
                d = sqrt(d2)
                view[p, q] = 1.0 - exp_neg(
                    rate(1.0, visibility(light[cell[q]], 0.0, False, False, d), d, FOCUS_REACH) * STARE
                )


@kernel
def outlook(mass: Floats, view: Floats, out: Floats) -> None:
    """Write for each post how much of the belief is made out from there into out [posts]."""
    n = mass.shape[0]
    for p in range(n):
        out[p] = 0.0
        for q in range(n):
            out[p] += mass[q] * view[p, q]


@kernel
def doubted(mass: Floats, missed: Floats, refuge: Floats, share: float, out: Floats) -> None:
    """Write into out [posts] the belief, less a share of it that is spread over the places not looked at: it may be wrong.

    By the square of what was missed (a place never looked at counts for more than two that were half looked at), and by
    refuge f8 [posts], how likely he has gone to hide there, in proportion.
    """
    total = 0.0
    for g in range(mass.shape[0]):
        total += missed[g] * missed[g] * refuge[g]
    for g in range(mass.shape[0]):
        out[g] = (1.0 - share) * mass[g] + (share * missed[g] * missed[g] * refuge[g] / total if total > 0.0 else 0.0)


@kernel
def best_post(there: Floats, far: Shorts, me: int, keep: int, held: float, speed: float) -> int:
    """Return the post to go to, -1 none: what is made out from there by travel time, kept while most of it lasts.

    there f8 [posts]: what is made out from each; keep: the post on the way to, -1 none; held: its worth when chosen;
    speed: metres a second.
    """
    best, most, kept = -1, -1.0, -1.0
    for g in range(there.shape[0]):
        if far[g, me] >= NOBODY:
            continue
        u = there[g] / (far[g, me] / WALK_LENGTH / speed + LOOK_ROUND)
        if g == keep:
            kept = u
        if u > most:
            best, most = g, u
    if keep >= 0 and kept >= 0.0 and there[keep] > 0.3 * held and most < 1.5 * kept:
        return keep
    return best
