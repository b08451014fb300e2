"""John's hands: staying, running to where he was sent, and working the devices that want a boy and a deck."""

from game.agent.command import IDLE, INTERACT, RUN, Command, toward
from game.agent.doors import barred
from game.agent.legs import walk_to
from game.agent.percept import Percept
from game.agent.seen import NEVER
from game.ai.ward_memory import WardMemory
from game.core.curves import length
from game.core.dice import Dice
from game.core.ground import DeviceSpot

SENT_WITHIN, ARM, THERE = 1.0, 0.9, 1.0  # metres: to a device that is meant, to one that he can reach, to a place
DEVICE_FOR = 1800  # ticks after an order in which he works the device that he was sent to
WAITS_AT, WAITS = 3.5, 0.5  # metres from a shut door's device, metres a second: the leader wants it open
MINE_WITHIN = 6.0  # metres


def stay(percept: Percept, memory: WardMemory, _dice: Dice) -> Command:
    """Stand and look where the danger or the leader is."""
    seen = memory.threat if memory.threat.at > memory.leader.at - 120 else memory.leader
    if seen.at == NEVER:
        return IDLE
    return toward(0.0, 0.0, aim=(seen.x - percept.me.x, seen.y - percept.me.y))


def run_to(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Run to the place, and work the device there if there is one for his hands."""
    device = works(percept, memory)
    if device is None:
        device = sent_to(percept, memory)
    place = (memory.order_x, memory.order_y) if device is None else device.middle
    me = percept.me
    if device is not None and device.gap(me.x, me.y) < ARM:
        memory.why = f"works {device.name}"
        return toward(0.0, 0.0, held=INTERACT, aim=(place[0] - me.x, place[1] - me.y))
    if device is None and length(place[0] - me.x, place[1] - me.y) < THERE:
        return stay(percept, memory, dice)
    return walk_to(percept, memory.legs, dice, place, gait=RUN, stop=0.3)


def sent_to(percept: Percept, memory: WardMemory) -> DeviceSpot | None:
    """Return the device for his hands at the place of the order, until it has been worked."""
    if percept.tick - memory.order_at > DEVICE_FOR:
        return None
    for device in percept.ground.devices:
        near = device.gap(memory.order_x, memory.order_y) < SENT_WITHIN
        if near and device.user in (percept.me.look, "any") and device.name not in percept.used:
            return device
    return None


def works(percept: Percept, memory: WardMemory) -> DeviceSpot | None:
    """Return the device that only he can work beside which the leader waits, while its door is shut."""
    leader, shut = memory.leader, barred(percept)
    if not shut or percept.tick - leader.at > 30 or length(leader.vx, leader.vy) > WAITS:
        return None
    for device in percept.ground.devices:
        if device.user != "john":
            continue
        waits = device.gap(leader.x, leader.y) < WAITS_AT
        if waits and device.gap(percept.me.x, percept.me.y) < MINE_WITHIN and locks(percept, device.name, shut):
            return device
    return None


def locks(percept: Percept, key: str, shut: int) -> bool:
    """Say whether a device belongs to a door that is shut."""
    return any(shut >> i & 1 and door.key == key for i, door in enumerate(percept.ground.doors))
