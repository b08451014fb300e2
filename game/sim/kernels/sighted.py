"""What one pair of eyes has of everybody in its sight, as rows for Tracks."""

from math import sqrt
from typing import Any

import numpy as np

from game.agent import percept as P
from game.agent.command import SNEAK
from game.content.actors import ACTOR_INDEX, ACTORS, ONE_ARM
from game.content.weapons import WEAPONS
from game.core.jit import kernel
from game.sim.kernels.crowd import WOUND_TICKS
from game.sim.kernels.look import KNOWS
from game.sim.tables import (
    ASKING,
    BLADED,
    CHANGE,
    FLEE,
    GRAB,
    POUR,
    RELOADING,
    RISING,
    SCANNING,
    SETTLING,
    SHOVING,
    SPRING,
    USING,
)

GUNS = np.array([w.sort == "gun" for w in WEAPONS.values()], np.uint8)
METAL = np.array([a.body == "metal" for a in ACTORS.values()], np.uint8)
T800 = ACTOR_INDEX["t800"]
NEAR = 3.0  # metres within which a look is plain at first sight
FACING = 0.5  # cosine
JUST_FIRED = 30  # ticks
RUN_2 = (4.3 / 60.0) * (4.3 / 60.0)  # metres a tick, squared


@kernel
def signs(b: Any, j: Any, tick: Any) -> Any:
    """Return what can be seen of body j, as bits of Track.signs."""
    act, bits = b.act[j], 0
    if b.weapon[j] >= 0 and GUNS[b.weapon[j]]:
        bits |= P.ARMED
    if b.aiming[j] or tick - b.fired_at[j] < JUST_FIRED:
        bits |= P.AIMING
    if METAL[b.actor[j]] and b.cohesion[j] < 1.0 and tick - b.hurt_at[j] < WOUND_TICKS:
        bits |= P.WOUND
    if act in BLADED or act in (GRAB, SPRING):
        bits |= P.BLADE | P.BUSY
    elif act in (CHANGE, SETTLING, RISING):
        bits |= P.CHANGING
    elif act == SCANNING:
        bits |= P.SCANS
    elif act == ASKING:
        bits |= P.ASKS
    elif act in (USING, RELOADING, SHOVING, POUR):
        bits |= P.BUSY
    if b.mood[j] >= FLEE:
        bits |= P.PANICS
    if b.holds[j] >= 0:
        bits |= P.HOLDING
    if b.held_by[j] >= 0:
        bits |= P.HELD
    if b.down[j]:
        bits |= P.DOWN
    if b.stun_until[j] > tick:
        bits |= P.STAGGERED
    if b.actor[j] == T800 and b.health[j] <= ONE_ARM:
        bits |= P.ONE_ARMED
    if b.actor[j] == T800 and b.down[j] and b.down_until[j] < 0:
        bits |= P.POWERLESS
    if b.gait[j] == SNEAK:
        bits |= P.SNEAKING
    elif b.vx[j] * b.vx[j] + b.vy[j] * b.vy[j] > RUN_2:
        bits |= P.RUNNING
    return bits


@kernel
def made_out(awareness: Any, d: Any) -> Any:
    """Say whether somebody d metres away is known by look and face."""
    return awareness >= KNOWS or d < NEAR


@kernel
def faces(b: Any, j: Any, dx: Any, dy: Any, d: Any) -> Any:
    """Say whether body j looks towards an observer who is (-dx, -dy) from it, d metres."""
    return d > 1e-9 and -(dx * b.fx[j] + dy * b.fy[j]) / d > FACING


@kernel
def sighted(
    b: Any,
    i: Any,
    n: Any,
    aware: Any,
    sees: Any,
    track: Any,
    doubt: Any,
    tick: Any,
    whom: Any,
    whole: Any,
    real: Any,
) -> Any:
    """Write a row for each body that observer i sees (or for body `whom` alone, seen or not, unless it is -1); return how many.

    whole [n, 5]  track, look (-1 not made out yet), signs, whether it faces i, face (-1)
    real [n, 10]  x, y, vx, vy (metres a second), fx, fy, aware, distance, light, doubt
    """
    made = 0
    for j in range(n):
        if j != whom if whom >= 0 else not sees[i, j]:
            continue
        dx, dy = b.x[j] - b.x[i], b.y[j] - b.y[i]
        d = sqrt(dx * dx + dy * dy)
        plain = made_out(aware[i, j], d)
        whole[made, 0] = track[i, j]
        whole[made, 1] = b.look[j] if plain else -1
        whole[made, 2] = signs(b, j, tick)
        whole[made, 3] = faces(b, j, dx, dy, d)
        whole[made, 4] = b.face[j] if plain else -1
        real[made, 0] = b.x[j]
        real[made, 1] = b.y[j]
        real[made, 2] = b.vx[j] * 60.0
        real[made, 3] = b.vy[j] * 60.0
        real[made, 4] = b.fx[j]
        real[made, 5] = b.fy[j]
        real[made, 6] = aware[i, j]
        real[made, 7] = d
        real[made, 8] = b.light[j]
        real[made, 9] = doubt[i, j]
        made += 1
    return made
