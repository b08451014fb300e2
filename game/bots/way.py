"""The base bot's way: by the level's bot path or the shortest, round what is shut, or through it by the device that opens it."""

from functools import lru_cache
from itertools import pairwise

from game.agent.doors import barred
from game.agent.legs import distance_to
from game.agent.percept import Percept
from game.bots.memory import BotMemory
from game.bots.notice import WARD
from game.core.curves import length
from game.core.ground import DeviceSpot, Ground
from game.core.paths import NOWHERE, ways_of

REACHED = 1.2  # metres
PACE = 4.5  # metres a second that the two of them make
TROUBLE = 5.0  # seconds that a device is dearer than its ticks: one stands there, and it is heard
SHORT = 12.0  # seconds of way that are nothing to fear
DARES = (1.2, 0.5)  # how much longer than it is the rest of a way in the open counts: least, and what the dice add
KEEPS_TO = 0.75  # share of its cost at which what has been begun is thought over again
IN_THE_WAY, WAIT_FOR_IT = 5.0, 15.0  # metres that a way leads past the machine, seconds that that is worth
GIVEN_UP = 1800  # ticks for which a device that did not get done is left alone
REPLAN, HUNTED = 30, 600  # ticks
NEAR_GOAL, DETOUR = 4.0, 6.0  # metres


def home(percept: Percept) -> tuple[float, float]:
    """Return where the two of them want to be in the end: the marker if it is a place, else the end of the bot path."""
    goal, path, me = percept.goal, percept.ground.bot_path, percept.me
    if goal is not None and goal.known and goal.marker != WARD:
        return goal.x, goal.y
    return path[-1] if path else (me.x, me.y)


def next_place(percept: Percept, memory: BotMemory) -> tuple[float, float]:
    """Return the next point of the bot path; hunted, near the end, or where the path is a detour, the end itself."""
    path, me = percept.ground.bot_path, percept.me
    x, y = home(percept)
    near = ways_of(percept.ground).to(x, y, barred(percept)).distance(me.x, me.y)
    if near < NEAR_GOAL or not path or percept.tick - memory.foe.at < HUNTED:
        return x, y
    while memory.leg < len(path) - 1 and length(path[memory.leg][0] - me.x, path[memory.leg][1] - me.y) < REACHED:
        memory.leg += 1
    if percept.tick - memory.leg_at > REPLAN:
        memory.leg_at = percept.tick
        skip(percept, memory)
        memory.direct = near + DETOUR < along(percept, memory)
    return (x, y) if memory.direct else path[memory.leg]


def along(percept: Percept, memory: BotMemory) -> float:
    """Return the metres home by the rest of the path, its doors taken as open."""
    path, ways = percept.ground.bot_path, ways_of(percept.ground)
    legs = path[memory.leg :]
    rest = sum(ways.to(bx, by).distance(ax, ay) for (ax, ay), (bx, by) in pairwise(legs))
    return ways.to(*legs[0]).distance(percept.me.x, percept.me.y) + rest


def skip(percept: Percept, memory: BotMemory) -> None:
    """Leave out the points of the path that lie behind already."""
    path, me = percept.ground.bot_path, percept.me
    ways, shut = ways_of(percept.ground), barred(percept)
    while memory.leg < len(path) - 1:
        (ax, ay), (bx, by) = path[memory.leg], path[memory.leg + 1]
        on = ways.to(bx, by, shut)
        if on.distance(me.x, me.y) > on.distance(ax, ay):
            return
        memory.leg += 1


def join(percept: Percept, memory: BotMemory) -> None:
    """Take up the path at the point nearest to where the boy was met; of two as near, the later."""
    path, me = percept.ground.bot_path, percept.me
    for i in range(memory.leg, len(path)):
        if length(path[i][0] - me.x, path[i][1] - me.y) <= length(
            path[memory.leg][0] - me.x, path[memory.leg][1] - me.y
        ):
            memory.leg = i


def foe_between(percept: Percept, memory: BotMemory, place: tuple[float, float], shut: int) -> bool:
    """Say whether the way to a place leads past where the machine was a moment ago."""
    foe, me, ways = memory.foe, percept.me, ways_of(percept.ground)
    if percept.tick - foe.at > HUNTED:
        return False
    to_it, on = ways.to(foe.x, foe.y, shut).distance(me.x, me.y), ways.to(*place, shut).distance(foe.x, foe.y)
    return to_it + on < ways.to(*place, shut).distance(me.x, me.y) + IN_THE_WAY


@lru_cache(maxsize=16)
def devices_by_name(ground: Ground) -> dict[str, DeviceSpot]:
    """Return the first device of each name."""
    return {d.name: d for d in reversed(ground.devices)}


def needed_device(percept: Percept, memory: BotMemory, place: tuple[float, float]) -> DeviceSpot | None:
    """Return the device that opens a shut door on the way, if going round takes longer than working it."""
    ground, me, shut = percept.ground, percept.me, barred(percept)
    if not shut:
        return None
    ways = ways_of(ground)
    best, least = None, seconds(percept, memory, place, shut)
    least += (memory.dares - 1.0) * max(0.0, least - SHORT)
    for i, door in enumerate(ground.doors):
        if not shut >> i & 1:
            continue
        device = devices_by_name(ground).get(door.key)
        if device is None or device.user == "sarah" or device.name in percept.used:
            continue
        if least < NOWHERE and percept.tick - memory.given_up.get(device.name, -GIVEN_UP) < GIVEN_UP:
            continue
        x, y = device.middle
        to_it = ways.to(x, y, shut).distance(me.x, me.y)
        if to_it >= NOWHERE:
            continue
        on = ways.to(*place, shut & ~(1 << i)).distance(x, y)
        cost = to_it / PACE + device.ticks / 60.0 + TROUBLE + on / PACE
        cost += WAIT_FOR_IT * foe_between(percept, memory, (x, y), shut)
        cost *= KEEPS_TO if device.name == memory.device else 1.0
        if cost < least:
            best, least = device, cost
    return best


def between_us(percept: Percept, memory: BotMemory) -> DeviceSpot | None:
    """Return the device for the bot's own hands that opens the way to the boy, where none leads to him as things stand."""
    x, y = memory.ward.x, memory.ward.y
    if distance_to(percept, x, y) < NOWHERE:
        return None
    device = needed_device(percept, memory, (x, y))
    return device if device is not None and device.user != "john" else None


def seconds(percept: Percept, memory: BotMemory, place: tuple[float, float], shut: int) -> float:
    """Return how long the way to a place takes with these doors shut, the machine in it counted."""
    me = percept.me
    walk = ways_of(percept.ground).to(*place, shut).distance(me.x, me.y)
    return walk / PACE + WAIT_FOR_IT * foe_between(percept, memory, place, shut) if walk < NOWHERE else NOWHERE
