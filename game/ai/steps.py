"""How the T-1000 goes: straight where it can, round what is shut, or under it where that is shorter and nobody looks."""

from game.agent.command import INTERACT, WALK, Command, toward
from game.agent.doors import barred, masks
from game.agent.legs import AT_SIGHT, walk_to
from game.agent.percept import Percept
from game.ai.memory import HunterMemory, begin
from game.core.curves import length
from game.core.dice import Dice
from game.core.ground import Rectangle
from game.core.paths import NOWHERE, ways_of

POUR_WORTH = 13.0  # metres of way round that the two seconds under a door are worth
POUR_WITHIN = 1.1  # metres from the door at which it begins
LEANS_WITHIN = 0.8  # metres
POUR_UNSEEN = 60  # ticks without eyes on it
PAUSE, POURED_LATELY = 60, 480  # ticks after its last drop under a door in which it does not run back
POUR_AGAIN = 240  # ticks before it tries again where somebody looked


def go(
    percept: Percept,
    memory: HunterMemory,
    dice: Dice,
    place: tuple[float, float],
    *,
    gait: int = WALK,
    stop: float = 0.25,
    held: int = 0,
    aim: tuple[float, float] | None = None,
) -> Command:
    """Return the Command that goes to a place (metres) and halts `stop` short of it."""
    me = percept.me
    dx, dy = place[0] - me.x, place[1] - me.y
    d = length(dx, dy)
    in_line = d < AT_SIGHT and ways_of(percept.ground).straight(me.x, me.y, *place, barred(percept))
    if percept.doors and not in_line:
        under = pourable(percept)
        ready = (
            not me.holding
            and percept.tick >= memory.pour_again
            and not PAUSE < percept.tick - memory.poured_at < POURED_LATELY
        )
        command = pour(percept, memory, place, under, gait) if under and ready else None
        if command is None and before_a_shut_door(percept, place):
            command = toward(0.0, 0.0, aim=(dx, dy))
        if command is not None:
            return command
    return walk_to(percept, memory.legs, dice, place, gait=gait, stop=stop, held=held, aim=aim)


def before_a_shut_door(percept: Percept, place: tuple[float, float]) -> bool:
    """Say whether it stands before a shut door that there is no way round: leaning on it would not help."""
    shut, me, ways = barred(percept), percept.me, ways_of(percept.ground)
    door = door_at(percept, shut, LEANS_WITHIN)
    if door is None or ways.to(*place, shut, (me.x, me.y)).distance(me.x, me.y) < NOWHERE:
        return False
    sx, sy = ways.to(*place, by=(me.x, me.y)).steer(me.x, me.y)
    return leads_through(door, me.x, me.y, sx, sy)


def pourable(percept: Percept) -> int:
    """Return the bit mask of the doors known to be shut that it can run out under."""
    bars, hides = masks(percept.ground)
    return barred(percept) & bars & hides


def pour(percept: Percept, memory: HunterMemory, place: tuple[float, float], under: int, gait: int) -> Command | None:
    """Go to a shut door and under it, if that is much shorter than the way round and nobody has it in view."""
    me, ways, shut = percept.me, ways_of(percept.ground), barred(percept)
    far = ways.to(*place, shut, (me.x, me.y)).distance(me.x, me.y)
    if far - length(place[0] - me.x, place[1] - me.y) < POUR_WORTH:
        return None  # PERF: no way through can be shorter than the crow's; this saves a flood for most steps
    through = ways.to(*place, shut & ~under, (me.x, me.y))
    near = through.distance(me.x, me.y)
    if near >= NOWHERE or far - near < POUR_WORTH:
        return None
    sx, sy = through.steer(me.x, me.y)
    door = door_at(percept, under, POUR_WITHIN)
    if door is None or not leads_through(door, me.x, me.y, sx, sy):
        return toward(sx, sy, gait)
    if percept.tick - memory.watched_at < POUR_UNSEEN:
        memory.pour_again = percept.tick + POUR_AGAIN
        return None
    begin(memory, "pour", percept.tick)
    memory.poured_at = percept.tick
    return toward(0.0, 0.0, held=INTERACT, aim=(sx, sy))


def door_at(percept: Percept, which: int, reach: float) -> Rectangle | None:
    """Return the rectangle of the first door of a bit mask within reach."""
    for i, d in enumerate(percept.ground.doors):
        if which >> i & 1 and outside(d.x, d.y, d.x + d.w, d.y + d.h, percept.me.x, percept.me.y) < reach:
            return d.x, d.y, d.x + d.w, d.y + d.h
    return None


def outside(x0: float, y0: float, x1: float, y1: float, x: float, y: float) -> float:
    """Return the metres from a point to a rectangle."""
    return float(length(max(x0 - x, 0.0, x - x1), max(y0 - y, 0.0, y - y1)))


def leads_through(door: Rectangle, x: float, y: float, sx: float, sy: float) -> bool:
    """Say whether the next steps cross a door."""
    x0, y0, x1, y1 = door
    size = max(1e-6, length(sx, sy))
    px, py = x + sx / size * 1.2, y + sy / size * 1.2
    return outside(x0, y0, x1, y1, px, py) < 0.45
