"""Turns what Commands ask of feet into wished velocities, for everybody at once."""

from typing import Any

from game.agent.command import RUN, WALK
from game.content.actors import ONE_ARM
from game.core.jit import kernel
from game.sim.tables import BLADED, CHANGE, GRAB, RISING, SETTLING, SPRING

CARRYING = 2.0 / 60.0  # metres a tick with somebody in its arms (FEEL.md)
STRIKING = 1.6 / 60.0  # and in the middle of a strike
ONE_ARMED = 0.9  # of its speed
LEAST_OF_IT = 0.5  # of its speed that the last of the T-1000 keeps, when molten steel has taken the rest


@kernel
def speed_of(b: Any, i: Any, speeds: Any, machine: Any, tick: Any) -> Any:
    """Return how fast body i may go now, metres a tick."""
    act = b.act[i]
    if act in (CHANGE, SETTLING, RISING):
        return 0.0
    gait = b.pace[i]
    if gait == RUN and (b.slow_until[i] > tick or b.aiming[i]):
        gait = WALK
    speed = speeds[b.actor[i], gait]
    if b.holds[i] >= 0:
        speed = min(speed, CARRYING)
    if act in BLADED or act in (GRAB, SPRING):
        speed = min(speed, STRIKING)
    if machine[b.actor[i]] and b.health[i] <= ONE_ARM:
        speed *= ONE_ARMED
    if 0.0 < b.share[i] < 1.0:
        speed *= LEAST_OF_IT + (1.0 - LEAST_OF_IT) * b.share[i]
    return speed * (1.0 - b.chill[i])


@kernel
def walk(b: Any, acting: Any, speeds: Any, machine: Any, rushes: Any, fixed: Any, tick: Any) -> Any:
    """Set wished velocity, gait and facing of those who act.

    speeds f8 [actors, gaits] metres a tick, machine u1 [actors]; rushes, fixed i8 [acts]: for how many ticks at the end
    of an act a body throws itself forward, and cannot turn.
    """
    for i in acting:
        if not b.here[i]:
            continue
        if b.stun_until[i] > tick or b.down[i] or b.held_by[i] >= 0:
            b.wish_x[i] = 0.0
            b.wish_y[i] = 0.0
            continue
        b.aiming[i] = b.steady[i]
        b.gait[i] = b.pace[i]
        speed = speed_of(b, i, speeds, machine, tick)
        b.wish_x[i] = b.stick_x[i] * speed
        b.wish_y[i] = b.stick_y[i] * speed
        left = b.act_until[i] - tick
        if left <= rushes[b.act[i]]:
            b.wish_x[i] = b.fx[i] * speeds[b.actor[i], RUN]
            b.wish_y[i] = b.fy[i] * speeds[b.actor[i], RUN]
        if left > fixed[b.act[i]] and (b.turn_x[i] != 0.0 or b.turn_y[i] != 0.0):
            b.fx[i] = b.turn_x[i]
            b.fy[i] = b.turn_y[i]
