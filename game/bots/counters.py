"""The base bot's counters: drops a shutter between the machine and them, or pulls what is at hand, when it is hunted."""

from game.agent.command import Command, toward
from game.agent.doors import barred
from game.agent.percept import Percept
from game.bots.hold import hold_device
from game.bots.lead import far_from
from game.bots.memory import BotMemory
from game.bots.way import home
from game.core.curves import length
from game.core.dice import Dice
from game.core.ground import DeviceSpot
from game.core.paths import NOWHERE, ways_of

FRESH, AGAIN, TRIES = 240, 720, 120  # ticks: since the machine was seen, between two uses, for one
WORTH, NO_LONGER = 10.0, 2.0  # metres of way that it must cost the machine, and may cost them
SHUT_WITHIN, PULL_WITHIN = 6.0, 2.5  # metres to a shutter's lever, and to an alarm or a brake that is on the way
TOO_LATE, TOO_EARLY = 4.0, 15.0  # metres to the machine
WITH_ME = 5.0  # metres to the boy
QUICK = 60  # ticks


def at_hand(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    if percept.tick < memory.counter_until and memory.counter and not done(percept, memory.counter):
        return f"works {memory.counter}"
    memory.counter = ""
    foe, me = memory.foe, percept.me
    d = length(foe.x - me.x, foe.y - me.y)
    if percept.tick - foe.at > FRESH or not TOO_LATE < d < TOO_EARLY or far_from(percept, memory) > WITH_ME:
        return ""
    device = counter(percept, memory)
    if device is None:
        return ""
    memory.counter, memory.counter_until = device.name, percept.tick + TRIES
    memory.countered[device.name] = percept.tick
    return f"works {device.name}"


def belongs_to_door(percept: Percept, name: str) -> bool:
    return any(door.key == name for door in percept.ground.doors)


def shut_by(percept: Percept, key: str) -> bool:
    """Say whether a device's door is known to be shut."""
    shut = barred(percept)
    return any(shut >> i & 1 and door.key == key for i, door in enumerate(percept.ground.doors))


def done(percept: Percept, name: str) -> bool:
    """Say whether what was begun has been done: its door is shut, or it has been pulled."""
    return shut_by(percept, name) if belongs_to_door(percept, name) else name in percept.used


def counter(percept: Percept, memory: BotMemory) -> DeviceSpot | None:
    """Return the nearest device worth working now."""
    me = percept.me
    found = []
    for device in percept.ground.devices:
        d = device.gap(me.x, me.y)
        recent = percept.tick - memory.countered.get(device.name, -AGAIN) < AGAIN
        if "counter" not in device.tags or device.user not in ("any", "t800") or device.ticks > QUICK or recent:
            continue
        if belongs_to_door(percept, device.name):
            if d < SHUT_WITHIN and shuts_it_out(percept, memory, device):
                found.append((d, device))
        elif d < PULL_WITHIN and device.name not in percept.used:
            found.append((d, device))
    return min(found, key=lambda f: f[0])[1] if found else None


def shuts_it_out(percept: Percept, memory: BotMemory, device: DeviceSpot) -> bool:
    """Say whether a device's door, shut, keeps the machine away for a while and not the two of them."""
    ground, me, foe, shut = percept.ground, percept.me, memory.foe, barred(percept)
    i = next((i for i, door in enumerate(ground.doors) if door.key == device.name and not door.pushes), -1)
    if i < 0 or shut >> i & 1:
        return False
    ways, place, ward = ways_of(ground), home(percept), memory.ward
    then = shut | 1 << i
    now, later = ways.to(*place, shut), ways.to(*place, then)
    for x, y in ((me.x, me.y), (ward.x, ward.y), device.middle):
        if later.distance(x, y) > now.distance(x, y) + NO_LONGER:
            return False
    before, after = (ways.to(me.x, me.y, mask).distance(foe.x, foe.y) for mask in (shut, then))
    return after >= NOWHERE or after > before + WORTH


def use(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Run to it and hold it."""
    device = next((d for d in percept.ground.devices if d.name == memory.counter), None)
    return hold_device(percept, memory, dice, device) if device is not None else toward(0.0, 0.0)
