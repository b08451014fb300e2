"""What observers make of the people they see: log-odds that this is the machine, kept by body while in sight and by face after."""

from math import sqrt
from typing import Any

from game.agent.doubt import SURE
from game.core.jit import kernel
from game.sim.kernels.crowd import WOUND_TICKS, roll
from game.sim.kernels.look import LOOK
from game.sim.tables import BLADED, CHANGE, FLEE, GRAB, RISING, SETTLING, SPRING

MOST = 8.0  # log-odds are cut to -8..8
HARD = 8.0  # seen changing, closing a wound, with a blade
FADED = 1.9  # what is left of a proven face that has been out of sight for 3 s (HUNT.md 3)
FADE_AFTER = 180  # ticks
TELL_REACH_2 = 6.0 * 6.0  # metres, squared
TWIN = 4.0  # the owner of this face stands in view as well
RUSHING = 0.3  # doubt by a look at somebody who runs straight at the observer (HUNT.md's toy)
RUSH_MOST = 2.5  # and how far that goes
RUSH_FAST, RUSH_REACH_2, RUSH_COS = 4.5 / 60.0, 10.0 * 10.0, 0.9  # metres a tick, metres squared, cosine
STRANGERS = (2, 3, 4)  # teams hunter, civilian, law


@kernel
def shows_metal(b: Any, j: Any, hunter: Any, tick: Any) -> Any:
    """Say whether a body shows now what no person can."""
    if j != hunter:
        return False
    wounded = b.cohesion[j] < 1.0 and tick - b.hurt_at[j] < WOUND_TICKS
    act = b.act[j]
    return wounded or act in BLADED or act in (CHANGE, GRAB, SETTLING, SPRING, RISING) or b.holds[j] >= 0


@kernel
def rushes(b: Any, j: Any, dx: Any, dy: Any) -> Any:
    """Say whether a stranger who is in no panic runs straight at an observer who is (-dx, -dy) metres from him."""
    d2, v2 = dx * dx + dy * dy, b.vx[j] * b.vx[j] + b.vy[j] * b.vy[j]
    if b.team[j] not in STRANGERS or b.mood[j] >= FLEE or d2 > RUSH_REACH_2 or v2 < RUSH_FAST * RUSH_FAST:
        return False
    return -(dx * b.vx[j] + dy * b.vy[j]) > RUSH_COS * sqrt(d2 * v2)


@kernel
def judge(
    b: Any,
    o: Any,
    n: Any,
    sees: Any,
    track: Any,
    judged: Any,
    doubt: Any,
    face: Any,
    face_at: Any,
    stranger: Any,
    police: Any,
    police_look: Any,
    hunter: Any,
    calm: Any,
    shy: Any,
    tick: Any,
) -> Any:
    """Let observer o judge everybody in sight; return the slot that it proved on this look, -1 none.

    doubt [n, n] by body while the track lasts; face [n, n] by face (the slot it belongs to), face_at its last sight;
    judged [n, n] the track that a doubt belongs to; stranger, police: what o thinks of somebody just met, and of one in
    the police's look; calm: what a look without a tell takes away; shy: whether it counts against somebody that he runs at o.
    """
    proved = -1
    for j in range(n):
        if j == o or not sees[o, j]:
            continue
        f = b.face[j]
        before = doubt[o, j]
        prior = police if b.look[j] == police_look else stranger
        if judged[o, j] != track[o, j]:
            judged[o, j] = track[o, j]
            before = prior
            if face_at[o, f] > 0:
                before = max(before, face[o, f])
            doubt[o, j] = before
        dx, dy = b.x[j] - b.x[o], b.y[j] - b.y[o]
        if dx * dx + dy * dy < TELL_REACH_2:
            doubt[o, j] -= calm
        if shows_metal(b, j, hunter, tick):
            doubt[o, j] = min(MOST, doubt[o, j] + HARD)
        if shy and doubt[o, j] < RUSH_MOST and rushes(b, j, dx, dy):
            doubt[o, j] = min(RUSH_MOST, doubt[o, j] + RUSHING)
        for k in range(n):
            if k != j and k != o and sees[o, k] and b.face[k] == f and doubt[o, j] < 1.0 and b.here[k]:
                doubt[o, j] = max(doubt[o, j], prior + TWIN)
        doubt[o, j] = min(MOST, max(-MOST, doubt[o, j]))
        if doubt[o, j] >= SURE and before < SURE:
            proved = j
        if doubt[o, j] > prior:
            face[o, f] = doubt[o, j]
            face_at[o, f] = tick
    for f in range(n):
        if face[o, f] >= SURE and tick - face_at[o, f] > FADE_AFTER:
            face[o, f] = FADED
    return proved


@kernel
def judge_all(
    b: Any,
    who: Any,
    n: Any,
    sees: Any,
    track: Any,
    judged: Any,
    doubt: Any,
    face: Any,
    face_at: Any,
    priors: Any,
    police_look: Any,
    hunter: Any,
    calm: Any,
    ward: Any,
    tick: Any,
    proved: Any,
) -> Any:
    """Let those of `who` judge who are up and not the hunter, as in judge(); write whom each proved; say whether any did.

    priors f8 [n, 2]: what each thinks of somebody just met, and of one in the police's look.
    """
    found = False
    for k in range(len(who)):
        o = who[k]
        proved[k] = -1
        if o != hunter and b.here[o] and not b.down[o]:
            stranger, police = priors[o, 0], priors[o, 1]
            proved[k] = judge(
                b,
                o,
                n,
                sees,
                track,
                judged,
                doubt,
                face,
                face_at,
                stranger,
                police,
                police_look,
                hunter,
                calm,
                o == ward,
                tick,
            )
            found = found or proved[k] >= 0
    return found


@kernel
def tells(
    b: Any,
    n: Any,
    first: Any,
    hunter: Any,
    player: Any,
    ward: Any,
    r_machine: Any,
    r_human: Any,
    weight: Any,
    observers: Any,
    sees: Any,
    doubt: Any,
    out: Any,
) -> Any:
    """Let people near the player's side give tells, real and false; whoever watches from 6 m weighs them.

    r_machine, r_human: how often, a second; weight: the log of their ratio. Writes who told into `out`; returns how many.
    """
    made = 0
    for j in range(first, n):
        if not b.here[j] or b.down[j] or not b.seen[j] or j in (player, ward) or b.mood[j] >= FLEE:
            continue
        close = False
        for eye in (player, ward):
            if eye >= 0:
                dx, dy = b.x[j] - b.x[eye], b.y[j] - b.y[eye]
                close = close or dx * dx + dy * dy < TELL_REACH_2
        rate = r_machine if j == hunter else r_human
        if not close or roll(b, j, 100000) >= rate * LOOK * 100000.0:
            continue
        for o in observers:
            if o != j and sees[o, j]:
                dx, dy = b.x[j] - b.x[o], b.y[j] - b.y[o]
                if sqrt(dx * dx + dy * dy) < 6.0:
                    doubt[o, j] = min(MOST, doubt[o, j] + weight)
        out[made] = j
        made += 1
    return made
