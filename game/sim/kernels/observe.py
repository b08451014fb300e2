"""What one body perceives as a row of numbers for a policy: the same facts as its Percept, each between -1 and 1."""

from math import sqrt
from typing import Any

import numpy as np

from game.agent import percept as P
from game.content.looks import LOOKS
from game.core.compass import SIXTEEN
from game.core.ground import HALF
from game.core.jit import kernel
from game.core.sight import clear
from game.sim.kernels.sighted import faces, made_out, signs
from game.sim.tables import NOTHING, OCCUPIED, RELOADING

PEOPLE, PERSON = 12, 28  # rows, and numbers in each
NOISES, NOISE = 4, 6
DEVICES, DEVICE = 4, 5
THINGS, THING = 4, 6
RAYS = len(SIXTEEN)
SIDE = 15  # half cells of the tile window, oneself in the middle
OWN, SCREEN = 29, 11
FELT = 19  # of OWN that the body's own record says; the caller gathers the rest
TOLD = OWN - FELT + SCREEN + NOISES * NOISE  # numbers that the caller gathers
# whom somebody looks like, one-hot; who is none of these is other
ROLES = ("t800", "john", "sarah", "police", "machine")
ROLE = np.array([ROLES.index(row.role) if row.role in ROLES else len(ROLES) for row in LOOKS.values()], np.int64)
SIGNS = (P.ARMED, P.AIMING, P.WOUND, P.BLADE, P.HOLDING, P.HELD, P.DOWN, P.STAGGERED, P.CHANGING, P.RUNNING)

MAP, FAR, FAST, REACH = 128.0, 20.0, 6.0, 12.0  # metres, metres, metres a second, metres of a ray: what counts as 1
TICKS, HEALTH = 60.0, 100.0
VIEW = 10.0  # metres within which the player makes out what lies about, as the rules have it
WAYS = np.array(SIXTEEN)
BITS = np.array(SIGNS, np.int64)
FLOOR, DOOR, NO_FLOOR = 0, 1, 2  # cells of the map as a mind knows it: a door is one that is not known to be barred
SIZE = OWN + SCREEN + PEOPLE * PERSON + NOISES * NOISE + DEVICES * DEVICE + THINGS * THING + RAYS + SIDE * SIDE


@kernel
def share(value: Any, most: Any) -> Any:
    """Return value / most, cut to -1..1."""
    return min(1.0, max(-1.0, value / most))


@kernel
def felt(out: Any, b: Any, i: Any, width: Any, height: Any, tick: Any) -> Any:
    """Write a body as it feels itself, FELT numbers, on a map of so many metres."""
    act = b.act[i]
    out[0] = share(b.x[i], MAP)
    out[1] = share(b.y[i], MAP)
    out[2] = share(b.x[i], width)
    out[3] = share(b.y[i], height)
    out[4] = share(b.vx[i] * TICKS, FAST)
    out[5] = share(b.vy[i] * TICKS, FAST)
    out[6] = share(b.fx[i], 1.0)
    out[7] = share(b.fy[i], 1.0)
    out[8] = share(b.health[i], HEALTH)
    out[9] = share(b.cohesion[i], 1.0)
    out[10] = share(b.light[i], 1.0)
    out[11] = b.ready_at[i] <= tick and act == NOTHING
    out[12] = act == RELOADING
    out[13] = b.stun_until[i] > tick
    out[14] = b.down[i] != 0
    out[15] = b.held_by[i] >= 0
    out[16] = b.holds[i] >= 0
    out[17] = act in OCCUPIED
    out[18] = b.guise[i] != 0


@kernel
def ray(opaque: Any, x: Any, y: Any, dx: Any, dy: Any) -> Any:
    """Return how far one can look along a unit vector, 0..1 of REACH: from cell to cell that the ray crosses."""
    rows, columns = opaque.shape
    row, column = int(y / HALF), int(x / HALF)
    down, right = 1 if dy > 0.0 else -1, 1 if dx > 0.0 else -1
    per_x, per_y = HALF / abs(dx) if dx else 1e18, HALF / abs(dy) if dy else 1e18
    next_x = ((column + 1) * HALF - x if dx > 0.0 else x - column * HALF) / abs(dx) if dx else 1e18
    next_y = ((row + 1) * HALF - y if dy > 0.0 else y - row * HALF) / abs(dy) if dy else 1e18
    far = 0.0
    while far < REACH:
        if row < 0 or column < 0 or row >= rows or column >= columns or opaque[row, column]:
            return far / REACH
        if next_x < next_y:
            far, next_x, column = next_x, next_x + per_x, column + right
        else:
            far, next_y, row = next_y, next_y + per_y, row + down
    return 1.0


@kernel
def window(out: Any, at: Any, floor: Any, x: Any, y: Any) -> Any:
    """Write the half cells around a place: 0 floor, 1 where nobody walks, .5 a door that is not known to be barred."""
    rows, columns = floor.shape
    r0, c0 = int(y * 2.0) - SIDE // 2, int(x * 2.0) - SIDE // 2
    for r in range(r0, r0 + SIDE):
        for c in range(c0, c0 + SIDE):
            out[at] = floor[r, c] * 0.5 if 0 <= r < rows and 0 <= c < columns else 1.0
            at += 1


@kernel
def person(out: Any, at: Any, b: Any, i: Any, j: Any, d: Any, awareness: Any, doubt: Any, tick: Any) -> Any:
    """Write what body i knows of j, d metres away and in sight."""
    dx, dy, bits = b.x[j] - b.x[i], b.y[j] - b.y[i], signs(b, j, tick)
    out[at] = 1.0
    out[at + 1] = share(dx, FAR)
    out[at + 2] = share(dy, FAR)
    out[at + 3] = share(b.vx[j] * TICKS, FAST)
    out[at + 4] = share(b.vy[j] * TICKS, FAST)
    out[at + 5] = b.fx[j]
    out[at + 6] = b.fy[j]
    out[at + 7] = share(awareness, 1.6)
    out[at + 8] = share(d, FAR)
    out[at + 9] = b.light[j]
    out[at + 10] = faces(b, j, dx, dy, d)
    out[at + 11] = share(doubt, 6.0)
    for k in range(len(BITS)):
        out[at + 12 + k] = 1.0 if bits & BITS[k] else 0.0
    if made_out(awareness, d):
        out[at + 22 + ROLE[b.look[j]]] = 1.0


@kernel
def people(
    out: Any, at: Any, b: Any, i: Any, n: Any, aware: Any, sees: Any, doubt: Any, tick: Any, opaque: Any, near: Any
) -> Any:
    """Write the nearest of those whom body i has made out; who has gone behind something since its last look is left out.

    near f8 [PEOPLE, 2]: scratch for who that is, and how far off
    """
    kept = 0
    for j in range(n):
        if not sees[i, j] or not b.here[j] or b.guise[j] != 0 or not clear(opaque, b.x[i], b.y[i], b.x[j], b.y[j]):
            continue
        dx, dy = b.x[j] - b.x[i], b.y[j] - b.y[i]
        d = sqrt(dx * dx + dy * dy)
        k = kept if kept < PEOPLE else PEOPLE - 1
        if kept == PEOPLE and d >= near[k, 1]:
            continue
        while k > 0 and near[k - 1, 1] > d:
            near[k, 0], near[k, 1] = near[k - 1, 0], near[k - 1, 1]
            k -= 1
        near[k, 0], near[k, 1] = j, d
        kept = min(PEOPLE, kept + 1)
    for k in range(kept):
        j = int(near[k, 0])
        person(out, at + k * PERSON, b, i, j, near[k, 1], aware[i, j], doubt[i, j], tick)


@kernel
def devices(out: Any, at: Any, x: Any, y: Any, spots: Any) -> Any:
    """Write the nearest devices of the map. spots f8 [n, 4]: middle, whether these hands can work it, whether it is used."""
    last = -1.0
    for _ in range(DEVICES):
        best, least = -1, 1e18
        for j in range(len(spots)):
            dx, dy = spots[j, 0] - x, spots[j, 1] - y
            d = dx * dx + dy * dy
            if last < d < least:
                best, least = j, d
        if best < 0 or least > FAR * FAR:
            return
        last = least
        out[at] = 1.0
        out[at + 1] = share(spots[best, 0] - x, FAR)
        out[at + 2] = share(spots[best, 1] - y, FAR)
        out[at + 3] = spots[best, 2]
        out[at + 4] = spots[best, 3]
        at += DEVICE


@kernel
def things(out: Any, at: Any, x: Any, y: Any, lies: Any, opaque: Any) -> Any:
    """Write the nearest of what lies in view. lies f8 [n, 4]: x, y, which of three sorts, whether it is gone."""
    last = -1.0
    for _ in range(THINGS):
        best, least = -1, VIEW * VIEW
        for j in range(len(lies)):
            dx, dy = lies[j, 0] - x, lies[j, 1] - y
            d = dx * dx + dy * dy
            if lies[j, 3] == 0.0 and last < d < least and clear(opaque, x, y, lies[j, 0], lies[j, 1]):
                best, least = j, d
        if best < 0:
            return
        last = least
        out[at] = 1.0
        out[at + 1] = share(lies[best, 0] - x, FAR)
        out[at + 2] = share(lies[best, 1] - y, FAR)
        out[at + 3 + int(lies[best, 2])] = 1.0
        at += THING


@kernel
def observe(
    out: Any,
    told: Any,
    b: Any,
    i: Any,
    n: Any,
    aware: Any,
    sees: Any,
    doubt: Any,
    tick: Any,
    opaque: Any,
    known: Any,
    floor: Any,
    spots: Any,
    lies: Any,
    near: Any,
) -> Any:
    """Write one row f4 [SIZE], and wipe `told` for the next.

    told     f8 [TOLD]: what the body's record does not say, as gathered: the rest of OWN, SCREEN, noises
    opaque   what stops sight now (only for who or what has gone behind it); known: as far as this body knows
    floor    u8 [2h, 2w]: FLOOR, DOOR or NO_FLOOR, as this body knows it
    spots, lies, near   as in devices, things and people
    """
    out[:] = 0.0
    x, y = b.x[i], b.y[i]
    felt(out, b, i, floor.shape[1] * HALF, floor.shape[0] * HALF, tick)
    own = OWN - FELT + SCREEN
    for k in range(own):
        out[FELT + k] = share(told[k], 1.0)
    at = OWN + SCREEN
    people(out, at, b, i, n, aware, sees, doubt, tick, opaque, near)
    at += PEOPLE * PERSON
    for k in range(NOISES * NOISE):
        out[at + k] = share(told[own + k], 1.0)
    told[:] = 0.0
    at += NOISES * NOISE
    devices(out, at, x, y, spots)
    at += DEVICES * DEVICE
    things(out, at, x, y, lies, opaque)
    at += THINGS * THING
    for k in range(RAYS):
        out[at + k] = ray(known, x, y, WAYS[k, 0], WAYS[k, 1])
    at += RAYS
    window(out, at, floor, x, y)
