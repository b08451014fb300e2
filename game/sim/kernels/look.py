"""Eyes: awareness grows where somebody can be made out, and fades where not."""

from math import sqrt
from typing import Any

from game.agent.command import SNEAK
from game.core.jit import kernel
from game.core.sight import attention, clear, rate, visibility

FADE = 0.15  # a second
MOST = 1.6
KNOWS = 1.0  # awareness: 'identified'
KEPT = 0.5  # from here on somebody is a track
BEYOND = 1.001  # times the square of a reach: farther off, whatever a root rounds to
LOOK = 0.1  # seconds between two looks
ALERT_REACH, CALM_REACH = 20.0, 16.0  # metres
SCREEN_REACH_2 = 20.0 * 20.0  # metres, squared
DOOR_REACH, DOOR_NEAR = 16.0, 2.5  # metres within which a door is seen, and within which it is plain anyhow
THICK = 0.6  # square metres of doorway from which on its own leaf would hide its middle


@kernel
def grow(b: Any, i: Any, j: Any, opaque: Any, low: Any, all_round: Any, reach: Any) -> Any:
    """Return how fast observer i makes out j, a second; 0 where it cannot."""
    dx, dy = b.x[j] - b.x[i], b.y[j] - b.y[i]
    d2 = dx * dx + dy * dy
    if d2 > reach * reach * BEYOND:  # PERF: asked first, most are far off, and a root takes as long as all else here
        return 0.0
    d = sqrt(d2)
    if d >= reach:
        return 0.0
    if not b.here[j] or b.guise[j] != 0:  # a thing among things
        return 0.0
    speed = sqrt(b.vx[j] * b.vx[j] + b.vy[j] * b.vy[j]) * 60.0
    share = attention(dx, dy, d, b.fx[i], b.fy[i], speed > 0.3, all_round, reach)
    if share <= 0.0 or not clear(opaque, b.x[i], b.y[i], b.x[j], b.y[j]):
        return 0.0
    h2, w2 = low.shape
    row, col = min(h2 - 1, int(b.y[j] * 2.0)), min(w2 - 1, int(b.x[j] * 2.0))
    seen = visibility(b.light[j], speed, b.gait[j] == SNEAK, low[row, col], d)
    return rate(share, seen, d, reach)


@kernel
def look(
    b: Any,
    i: Any,
    n: Any,
    aware: Any,
    sees: Any,
    track: Any,
    next_track: Any,
    opaque: Any,
    low: Any,
    all_round: Any,
    keen: Any,
    alert: Any,
) -> Any:
    """Update row i of aware, sees (1 made out now) and track (an id that lasts while sight lasts); return how many it sees."""
    reach = ALERT_REACH if alert else CALM_REACH
    count = 0
    for j in range(n):
        if j == i:
            continue
        grows = 0.0 if b.down[i] else grow(b, i, j, opaque, low, all_round, reach) * keen
        if grows > 0.0:
            aware[i, j] = min(MOST, aware[i, j] + grows * LOOK)
        else:
            aware[i, j] = max(0.0, aware[i, j] - FADE * LOOK)
        now = 1 if grows > 0.0 and aware[i, j] >= KEPT else 0
        if now and not sees[i, j]:
            next_track[i] += 1
            track[i, j] = next_track[i]
        sees[i, j] = now
        count += now
    return count


KNEW_KEEPER, KNOWS_KEEPER, KNEW_WARD, KNOWS_WARD, SAW_WARD, IN_STEAM = 1, 2, 4, 8, 16, 32


@kernel
def one_in(b: Any, i: Any, n: Any, sees: Any, boxes: Any) -> Any:
    """Say whether body i, or anybody whom it sees, is within one of some rectangles f8 [k, 4]."""
    for k in range(len(boxes)):
        x0, y0, x1, y1 = boxes[k, 0], boxes[k, 1], boxes[k, 2], boxes[k, 3]
        for j in range(n):
            if (j == i or sees[i, j]) and x0 <= b.x[j] <= x1 and y0 <= b.y[j] <= y1:
                return True
    return False


@kernel
def look_all(
    b: Any,
    who: Any,
    n: Any,
    aware: Any,
    sees: Any,
    track: Any,
    next_track: Any,
    opaque: Any,
    low: Any,
    all_round: Any,
    keen: Any,
    alert_until: Any,
    tick: Any,
    keeper: Any,
    ward: Any,
    steam: Any,
    out: Any,
) -> None:
    """Let those of `who` look who are here, as in look(), and write what each knew of keeper and ward before and knows after.

    all_round: the slot that sees behind itself; keen f8 [n]; alert_until i8 [n]; steam f8 [k, 4]: rectangles that blind;
    out i8 [who]: bits KNEW_KEEPER .. IN_STEAM (it, or one whom it sees, is in such a rectangle).
    """
    for k in range(len(who)):
        i = who[k]
        out[k] = 0
        if not b.here[i]:
            continue
        bits = 0
        if keeper >= 0 and keeper != i and aware[i, keeper] >= KNOWS:
            bits |= KNEW_KEEPER
        if ward >= 0 and ward != i and aware[i, ward] >= KNOWS:
            bits |= KNEW_WARD
        look(b, i, n, aware, sees, track, next_track, opaque, low, i == all_round, keen[i], tick < alert_until[i])
        if keeper >= 0 and keeper != i and aware[i, keeper] >= KNOWS:
            bits |= KNOWS_KEEPER
        if ward >= 0 and ward != i and aware[i, ward] >= KNOWS:
            bits |= KNOWS_WARD
            if sees[i, ward]:
                bits |= SAW_WARD
        if one_in(b, i, n, sees, steam):
            bits |= IN_STEAM
        out[k] = bits


@kernel
def on_screen(b: Any, n: Any, first: Any, second: Any, opaque: Any) -> Any:
    """Mark who stands in a clear line of the player (`first`) or the ward (`second`, -1 none): field `seen`."""
    for j in range(n):
        seen = 0
        for eye in (first, second):
            if b.here[j] and b.guise[j] == 0 and eye >= 0 and b.here[eye]:
                dx, dy = b.x[j] - b.x[eye], b.y[j] - b.y[eye]
                if eye == j or (
                    dx * dx + dy * dy < SCREEN_REACH_2 and clear(opaque, b.x[eye], b.y[eye], b.x[j], b.y[j])
                ):
                    seen = 1
        b.seen[j] = seen


@kernel
def doors_in_sight(b: Any, i: Any, which: Any, rects: Any, opaque: Any, out: Any) -> Any:
    """Write into `out` those doors of `which` (indexes) that body i can see; return how many. rects [doors, 4] metres."""
    made = 0
    for k in which:
        x0, y0, x1, y1 = rects[k, 0], rects[k, 1], rects[k, 2], rects[k, 3]
        mx, my = (x0 + x1) * 0.5, (y0 + y1) * 0.5
        dx, dy = mx - b.x[i], my - b.y[i]
        d = sqrt(dx * dx + dy * dy)
        if d >= DOOR_REACH:
            continue
        w, h = x1 - x0, y1 - y0
        back = min(1.0, (max(w, h) * 0.5 + 0.3) / max(d, 1e-6)) if w * h > THICK else 0.0
        if d < DOOR_NEAR or clear(opaque, b.x[i], b.y[i], mx - dx * back, my - dy * back):
            out[made] = k
            made += 1
    return made
