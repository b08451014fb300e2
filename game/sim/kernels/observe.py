"""What one body perceives as a row of numbers for a policy: the same facts as its Percept, each between -1 and 1."""

from typing import Any

import numpy as np

from game.agent import percept as P
from game.core.compass import SIXTEEN
from game.core.jit import kernel
from game.core.sight import clear
from game.sim.kernels.sighted import sighted

PEOPLE, PERSON = 12, 28  # rows, and numbers in each
NOISES, NOISE = 4, 6
DEVICES, DEVICE = 4, 5
THINGS, THING = 4, 6
RAYS = len(SIXTEEN)
SIDE = 15  # half cells of the tile window, oneself in the middle
OWN, SCREEN = 29, 11
FELT = 19  # of OWN that the body's own record says; the caller gathers the rest
TOLD = OWN - FELT + SCREEN + NOISES * NOISE  # numbers that the caller gathers
ROLES = 6  # one-hot places for whom somebody looks like
SIGNS = (P.ARMED, P.AIMING, P.WOUND, P.BLADE, P.HOLDING, P.HELD, P.DOWN, P.STAGGERED, P.CHANGING, P.RUNNING)

MAP, FAR, FAST, REACH = 128.0, 20.0, 6.0, 12.0  # metres, metres, metres a second, metres of a ray: what counts as 1
TICKS, HEALTH = 60.0, 100.0
HALF = 0.5  # metres: the side of a cell that stops sight
VIEW = 10.0  # metres within which the player makes out what lies about, as the rules have it
WAYS = np.array(SIXTEEN)
BITS = np.array(SIGNS, np.int64)
SIZE = OWN + SCREEN + PEOPLE * PERSON + NOISES * NOISE + DEVICES * DEVICE + THINGS * THING + RAYS + SIDE * SIDE
NOBODY = -1


@kernel
def share(value: Any, most: Any) -> Any:
    """Return value / most, cut to -1..1."""
    return min(1.0, max(-1.0, value / most))


@kernel
def felt(out: Any, b: Any, i: Any, width: Any, height: Any, tick: Any, nothing: Any, reloading: Any, busy: Any) -> Any:
    """Write a body as it feels itself, FELT numbers; nothing, reloading: those acts; busy u8 [acts]: in the middle of something."""
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
    out[11] = b.ready_at[i] <= tick and act == nothing
    out[12] = act == reloading
    out[13] = b.stun_until[i] > tick
    out[14] = b.down[i] != 0
    out[15] = b.held_by[i] >= 0
    out[16] = b.holds[i] >= 0
    out[17] = busy[act]
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
def window(out: Any, at: Any, walk: Any, barred: Any, x: Any, y: Any) -> Any:
    """Write the half cells around a place: 0 floor, 1 where nobody walks, .5 a door that is not known to be shut."""
    rows, columns = walk.shape
    r0, c0 = int(y * 2.0) - SIDE // 2, int(x * 2.0) - SIDE // 2
    for r in range(r0, r0 + SIDE):
        for c in range(c0, c0 + SIDE):
            value = 1.0
            if 0 <= r < rows and 0 <= c < columns and walk[r, c]:
                value = 0.0 if barred[r, c] == 0 else 0.5 if barred[r, c] == 1 else 1.0
            out[at] = value
            at += 1


@kernel
def person(out: Any, at: Any, b: Any, i: Any, whole: Any, real: Any, role: Any) -> Any:
    """Write what is known of one body in sight; whole, real: its row from `sighted`."""
    out[at] = 1.0
    out[at + 1] = share(real[0] - b.x[i], FAR)
    out[at + 2] = share(real[1] - b.y[i], FAR)
    out[at + 3] = share(real[2], FAST)
    out[at + 4] = share(real[3], FAST)
    out[at + 5] = real[4]
    out[at + 6] = real[5]
    out[at + 7] = share(real[6], 1.6)
    out[at + 8] = share(real[7], FAR)
    out[at + 9] = real[8]
    out[at + 10] = whole[3]
    out[at + 11] = share(real[9], 6.0)
    for k in range(len(BITS)):
        out[at + 12 + k] = 1.0 if whole[2] & BITS[k] else 0.0
    if whole[1] >= 0:
        out[at + 22 + role[whole[1]]] = 1.0


@kernel
def people(
    out: Any,
    at: Any,
    b: Any,
    i: Any,
    n: Any,
    aware: Any,
    sees: Any,
    track: Any,
    doubt: Any,
    guns: Any,
    metal: Any,
    tick: Any,
    opaque: Any,
    role: Any,
    whole: Any,
    real: Any,
    near: Any,
) -> Any:
    """Write the nearest of those whom body i has made out; who has gone behind something since its last look is left out.

    near i8 [PEOPLE]: scratch
    """
    made = sighted(b, i, n, aware, sees, track, doubt, guns, metal, tick, NOBODY, whole, real)
    kept, row = 0, 0
    for j in range(n):
        if not sees[i, j]:
            continue
        row += 1
        if not b.here[j] or b.guise[j] != 0 or not clear(opaque, b.x[i], b.y[i], b.x[j], b.y[j]):
            continue
        k = kept if kept < PEOPLE else PEOPLE - 1
        if kept == PEOPLE and real[row - 1, 7] >= real[near[k], 7]:
            continue
        while k > 0 and real[near[k - 1], 7] > real[row - 1, 7]:
            near[k] = near[k - 1]
            k -= 1
        near[k] = row - 1
        kept = min(PEOPLE, kept + 1)
    for k in range(kept):
        person(out, at + k * PERSON, b, i, whole[near[k]], real[near[k]], role)
    return made


@kernel
def devices(out: Any, at: Any, x: Any, y: Any, spots: Any, used: Any) -> Any:
    """Write the nearest devices of the map. spots f8 [n, 3]: middle, and whether these hands can work it; used u8 [n]."""
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
        out[at + 4] = used[best]
        at += DEVICE


@kernel
def things(out: Any, at: Any, x: Any, y: Any, lies: Any, taken: Any, opaque: Any) -> Any:
    """Write the nearest of what lies in view. lies f8 [n, 3]: x, y, and which of three sorts; taken u8 [n]."""
    last = -1.0
    for _ in range(THINGS):
        best, least = -1, VIEW * VIEW
        for j in range(len(lies)):
            dx, dy = lies[j, 0] - x, lies[j, 1] - y
            d = dx * dx + dy * dy
            if not taken[j] and last < d < least and clear(opaque, x, y, lies[j, 0], lies[j, 1]):
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
    track: Any,
    doubt: Any,
    guns: Any,
    metal: Any,
    tick: Any,
    opaque: Any,
    known: Any,
    walk: Any,
    barred: Any,
    role: Any,
    nothing: Any,
    reloading: Any,
    busy: Any,
    spots: Any,
    used: Any,
    lies: Any,
    taken: Any,
    whole: Any,
    real: Any,
    near: Any,
) -> Any:
    """Write one row f4 [SIZE].

    told     f8 [TOLD]: what the body's record does not say, as gathered: the rest of OWN, SCREEN, noises
    opaque   what stops sight now (only for who or what has gone behind it); known: as far as this body knows
    barred   u8 [2h, 2w]: 1 a door, 2 one known to be shut that pushing does not open
    role     i8 [looks]: the one-hot place of each look
    the rest as in felt, devices, things and people
    """
    out[:] = 0.0
    x, y = b.x[i], b.y[i]
    felt(out, b, i, walk.shape[1] * HALF, walk.shape[0] * HALF, tick, nothing, reloading, busy)
    own = OWN - FELT + SCREEN
    for k in range(own):
        out[FELT + k] = share(told[k], 1.0)
    at = OWN + SCREEN
    people(out, at, b, i, n, aware, sees, track, doubt, guns, metal, tick, opaque, role, whole, real, near)
    at += PEOPLE * PERSON
    for k in range(NOISES * NOISE):
        out[at + k] = share(told[own + k], 1.0)
    at += NOISES * NOISE
    devices(out, at, x, y, spots, used)
    at += DEVICES * DEVICE
    things(out, at, x, y, lies, taken, opaque)
    at += THINGS * THING
    for k in range(RAYS):
        out[at + k] = ray(known, x, y, WAYS[k, 0], WAYS[k, 1])
    at += RAYS
    window(out, at, walk, barred, x, y)
