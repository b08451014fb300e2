"""The base bot's way: along the level's bot path to the marker, through what a device must open first."""

from game.agent.command import INTERACT, RUN, WALK, Command, toward
from game.agent.doors import barred
from game.agent.legs import walk_to
from game.agent.percept import Percept
from game.bots.memory import BotMemory
from game.core.curves import length
from game.core.dice import Dice
from game.core.ground import DeviceSpot
from game.core.paths import NOWHERE, ways_of

REACHED = 1.2  # metres
DETOUR = 12.0  # metres that a shut door may cost before it is worth a lever
AT_DEVICE = 0.8  # metres
REPLAN, HUNTED = 30, 600  # ticks


def next_place(percept: Percept, memory: BotMemory) -> tuple[float, float]:
    """Return the next point of the bot path, or the marker when it is near or the path is done."""
    goal, path, me = percept.goal, percept.ground.bot_path, percept.me
    if goal is not None and goal.known:
        near = ways_of(percept.ground).to(goal.x, goal.y, barred(percept)).distance(me.x, me.y)
        if near < 4.0 or not path or goal.marker == "john":
            return goal.x, goal.y
    if not path:
        return me.x, me.y
    while memory.leg < len(path) - 1 and length(path[memory.leg][0] - me.x, path[memory.leg][1] - me.y) < REACHED:
        memory.leg += 1
    if percept.tick - memory.leg_at > REPLAN and percept.tick - memory.foe.at < HUNTED:
        memory.leg_at = percept.tick
        memory.leg = best_leg(percept, memory)
    return path[memory.leg]


def join(percept: Percept, memory: BotMemory) -> None:
    """Take up the path at the point nearest to where the boy was met; of two as near, the later."""
    path, me = percept.ground.bot_path, percept.me
    for i in range(memory.leg, len(path)):
        if length(path[i][0] - me.x, path[i][1] - me.y) <= length(
            path[memory.leg][0] - me.x, path[memory.leg][1] - me.y
        ):
            memory.leg = i


def best_leg(percept: Percept, memory: BotMemory) -> int:
    """Return the leg at which a hunted bot is soonest at the end of the path, never one already passed."""
    path, me = percept.ground.bot_path, percept.me
    ways, shut = ways_of(percept.ground), barred(percept)
    rest, best, least = 0.0, memory.leg, 1e9
    if not memory.met:
        return best  # on the way to him every point matters: he may be at any of them
    for i in range(len(path) - 1, memory.leg - 1, -1):
        if i < len(path) - 1:
            rest += length(path[i + 1][0] - path[i][0], path[i + 1][1] - path[i][1])
        mine = ways.to(path[i][0], path[i][1], shut).distance(me.x, me.y)
        if mine + rest < least - 0.5:
            best, least = i, mine + rest
    return best


def needed_device(percept: Percept, place: tuple[float, float]) -> DeviceSpot | None:
    """Return the device that opens a shut door on the way, if going round costs much more."""
    ground, me, shut = percept.ground, percept.me, barred(percept)
    if not shut:
        return None
    ways = ways_of(ground)
    round_it, through = ways.to(*place, shut).distance(me.x, me.y), ways.to(*place).distance(me.x, me.y)
    if round_it < NOWHERE and round_it < through + DETOUR:
        return None
    best, least = None, 1e9
    for i, door in enumerate(ground.doors):
        device = next((d for d in ground.devices if d.name == door.key), None)
        if not shut >> i & 1 or device is None or device.user not in ("any", "t800"):
            continue
        d = ways.to(door.x + door.w / 2, door.y + door.h / 2).distance(me.x, me.y)
        if d < least:
            best, least = device, d
    return best


def go_on(percept: Percept, memory: BotMemory, dice: Dice, gait: int = WALK) -> Command:
    """Go toward the goal; where a shut door is in the way, work what opens it first."""
    me = percept.me
    place = next_place(percept, memory)
    device = needed_device(percept, place)
    if device is None:
        return walk_to(percept, memory.legs, dice, place, gait=gait)
    x, y = device.x + device.w / 2, device.y + device.h / 2
    memory.why = f"works {device.name}"
    if length(x - me.x, y - me.y) < AT_DEVICE + max(device.w, device.h) / 2:
        return toward(0.0, 0.0, held=INTERACT, aim=(x - me.x, y - me.y))
    return walk_to(percept, memory.legs, dice, (x, y), gait=RUN if gait == RUN else WALK)
