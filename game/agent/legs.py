"""How a mind walks: from a place it wants to a Command, round doors it knows are shut, out of a corner when stuck."""

import msgspec

from game.agent.command import WALK, Command, toward
from game.agent.doors import barred, blocked
from game.agent.percept import Percept
from game.core.curves import length
from game.core.dice import Dice
from game.core.paths import NOWHERE, Field, ways_of

STUCK_AFTER, STUCK_WITHIN = 120, 0.5  # ticks of wanting to move, metres moved
DETOUR = 54  # ticks
NEAREST = 0.2  # metres
AT_SIGHT = 8.0  # metres within which a straight way needs no map
ASIDE = ((1.5, 0.0), (1.0, 1.0), (0.0, 1.5), (-1.0, 1.0), (-1.5, 0.0), (-1.0, -1.0), (0.0, -1.5), (1.0, -1.0))


class Legs(msgspec.Struct):
    """What walking remembers: where it last got on, and the way round that it is trying."""

    x: float = -1.0
    y: float = -1.0
    tick: int = 0
    last: int = 0
    detour_x: float = 0.0
    detour_y: float = 0.0
    detour_until: int = 0


def field_to(percept: Percept, x: float, y: float) -> Field:
    """Return the field toward a place round all that is known to bar the way; else through doors; at last through all."""
    ways, me = ways_of(percept.ground), percept.me
    shut = barred(percept)
    field = ways.to(x, y, shut, (me.x, me.y))
    for less in (blocked(percept), 0):
        if not shut or field.distance(me.x, me.y) < NOWHERE:
            break
        field = ways.to(x, y, less, by=(me.x, me.y))
    return field


def distance_to(percept: Percept, x: float, y: float) -> float:
    """Return the metres to walk to a place, as far as the mind knows; NOWHERE without a way."""
    here = percept.me.x, percept.me.y
    return ways_of(percept.ground).to(x, y, barred(percept), here).distance(*here)


def walk_to(
    percept: Percept,
    legs: Legs,
    dice: Dice,
    place: tuple[float, float],
    *,
    gait: int = WALK,
    stop: float = 0.25,
    held: int = 0,
    aim: tuple[float, float] | None = None,
) -> Command:
    """Return the Command that walks to a place (metres) and halts `stop` short of it; `aim` is metres from the body."""
    me = percept.me
    dx, dy = place[0] - me.x, place[1] - me.y
    far = length(dx, dy)
    if far <= stop:
        legs.tick = percept.tick
        return toward(0.0, 0.0, gait, held, aim)
    if far < AT_SIGHT and ways_of(percept.ground).straight(me.x, me.y, *place, barred(percept)):
        if stuck(percept, legs, dice, dx, dy):
            return toward(legs.detour_x - me.x, legs.detour_y - me.y, gait, held, aim)
        return toward(dx, dy, gait, held, aim)  # PERF: no flood for a place that moves, as who is followed does
    field = field_to(percept, *place)
    if length(field.x - me.x, field.y - me.y) <= min(stop, NEAREST):
        legs.tick = percept.tick  # as near as the floor goes
        return toward(0.0, 0.0, gait, held, aim or (dx, dy))
    if stuck(percept, legs, dice, dx, dy):
        return toward(legs.detour_x - me.x, legs.detour_y - me.y, gait, held, aim)
    sx, sy = field.steer(me.x, me.y)
    if sx == 0.0 and sy == 0.0:
        sx, sy = dx, dy
    return toward(sx, sy, gait, held, aim)


def stuck(percept: Percept, legs: Legs, dice: Dice, dx: float, dy: float) -> bool:
    """Say whether a detour is on: two seconds of wanting to move along (dx, dy) without half a metre of it begin one."""
    me, tick = percept.me, percept.tick
    fresh = tick - legs.last > 30
    legs.last = tick
    if tick < legs.detour_until:
        return True
    if fresh or length(me.x - legs.x, me.y - legs.y) > STUCK_WITHIN:
        legs.x, legs.y, legs.tick = me.x, me.y, tick
    if tick - legs.tick < STUCK_AFTER:
        return False
    legs.tick = tick
    ways = ways_of(percept.ground)
    first = dice.below(len(ASIDE))
    for i in range(len(ASIDE)):
        ax, ay = ASIDE[(first + i) % 8]
        if ax * dx + ay * dy > length(dx, dy):
            continue  # that is where it does not get on
        x, y = me.x + ax, me.y + ay
        if percept.ground.free(x, y) and ways.straight(me.x, me.y, x, y):
            legs.detour_x, legs.detour_y, legs.detour_until = x, y, tick + DETOUR
            return True
    x, y = ways.middle(ways.snap(me.x, me.y))
    legs.detour_x, legs.detour_y, legs.detour_until = x, y, tick + DETOUR // 3
    return True
