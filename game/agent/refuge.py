"""Where somebody runs to from another: the place that the other reaches last."""

from game.agent.doors import barred, screens
from game.agent.percept import Percept
from game.agent.seen import Seen
from game.core.paths import ways_of
from game.core.posts import posts_of
from game.core.sight import clear

NEAREST, FARTHEST, MOST_WAY = 3.0, 30.0, 60.0  # metres of way to a refuge; ways longer than the last count as that
MY_WAY, HEAD_START, CAUGHT, HIDDEN = 0.5, 1.0, 15.0, 5.0  # worth of a refuge in metres of the other's way to it
TO_GUARD, ASTRAY = 0.6, 20.0  # what a metre of way to one's guard beyond so many costs
NO_PLACE = -1e9


def refuge(percept: Percept, it: Seen, guard: Seen | None = None) -> tuple[float, float]:
    """Return the post that `it` reaches last, near, out of its sight, and not far from a guard if there is a choice."""
    posts, me = posts_of(percept.ground), percept.me
    ways, view, shut = ways_of(percept.ground), screens(percept), barred(percept)
    mine_to = ways.to(me.x, me.y, shut, within=FARTHEST)
    its_to = ways.to(it.x, it.y, shut, within=MOST_WAY)
    his_to = ways.to(guard.x, guard.y, shut, within=MOST_WAY) if guard is not None else None
    best, most = (me.x, me.y), NO_PLACE
    for p in range(posts.n):
        x, y = float(posts.x[p]), float(posts.y[p])
        mine = mine_to.distance(x, y)
        if not NEAREST <= mine <= FARTHEST:
            continue
        its = min(MOST_WAY, its_to.distance(x, y))
        score = its - MY_WAY * mine - (CAUGHT if its < mine + HEAD_START else 0.0)
        if not clear(view, it.x, it.y, x, y):
            score += HIDDEN
        if his_to is not None:
            score -= TO_GUARD * max(0.0, min(MOST_WAY, his_to.distance(x, y)) - ASTRAY)
        if score > most:
            best, most = (x, y), score
    return best
