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
RAYS = len(SIXTEEN)
SIDE = 15  # half cells of the tile window, oneself in the middle
OWN, SCREEN = 29, 11  # numbers that the caller gathers
ROLES = 6  # one-hot places for whom somebody looks like
SIGNS = (P.ARMED, P.AIMING, P.WOUND, P.BLADE, P.HOLDING, P.HELD, P.DOWN, P.STAGGERED, P.CHANGING, P.RUNNING)

FAR, FAST, REACH = 20.0, 6.0, 12.0  # metres, metres a second, metres of a ray: what counts as 1
RAY_STEP = 0.1  # metres
WAYS = np.array(SIXTEEN)
BITS = np.array(SIGNS, np.int64)
SIZE = OWN + SCREEN + PEOPLE * PERSON + NOISES * NOISE + DEVICES * DEVICE + RAYS + SIDE * SIDE
NOBODY = -1


@kernel
def share(value: Any, most: Any) -> Any:
    """Return value / most, cut to -1..1."""
    return min(1.0, max(-1.0, value / most))


@kernel
def ray(opaque: Any, x: Any, y: Any, dx: Any, dy: Any) -> Any:
    """Return how far one can look along a unit vector, 0..1 of REACH."""
    rows, columns = opaque.shape
    d = 0.0
    while d < REACH:
        row, column = int((y + dy * d) * 2.0), int((x + dx * d) * 2.0)
        if row < 0 or column < 0 or row >= rows or column >= columns or opaque[row, column]:
            return d / REACH
        d += RAY_STEP
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
def observe(
    out: Any,
    own: Any,
    screen: Any,
    noises: Any,
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
    spots: Any,
    used: Any,
    whole: Any,
    real: Any,
    near: Any,
) -> Any:
    """Write one row f4 [SIZE].

    own [OWN], screen [SCREEN], noises [heard, NOISE]   as gathered
    opaque   what stops sight now (only for who has gone behind it); known: as far as this body knows
    barred   u8 [2h, 2w]: 1 a door, 2 one known to be shut that pushing does not open
    role     i8 [looks]: the one-hot place of each look
    """
    out[:] = 0.0
    at = 0
    for k in range(OWN):
        out[at + k] = share(own[k], 1.0)
    at += OWN
    for k in range(SCREEN):
        out[at + k] = share(screen[k], 1.0)
    at += SCREEN
    people(out, at, b, i, n, aware, sees, track, doubt, guns, metal, tick, opaque, role, whole, real, near)
    at += PEOPLE * PERSON
    for k in range(min(NOISES, len(noises))):
        for m in range(NOISE):
            out[at + k * NOISE + m] = share(noises[k, m], 1.0)
    at += NOISES * NOISE
    devices(out, at, b.x[i], b.y[i], spots, used)
    at += DEVICES * DEVICE
    for k in range(RAYS):
        out[at + k] = ray(known, b.x[i], b.y[i], WAYS[k, 0], WAYS[k, 1])
    at += RAYS
    window(out, at, walk, barred, b.x[i], b.y[i])
