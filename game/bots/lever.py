"""The base bot and what a door wants: works a quick device itself; a slow one is the boy's, and it stands guard beside him."""

from game.agent.command import HIDE, RUN, RUN_TO, WALK, Command, toward
from game.agent.legs import walk_to
from game.agent.percept import Percept
from game.bots.hold import hold_device
from game.bots.lead import call, far_from, hunted, in_danger, lags, left_behind, order
from game.bots.memory import BotMemory
from game.bots.way import REPLAN, between_us, home, needed_device
from game.core.dice import Dice
from game.core.ground import DeviceSpot

HIDES_WITHIN, HIDES_FOR = 12.0, 3600  # metres, ticks
WISH_WITHIN, WISH_FOR, QUIET = 12.0, 600, 300  # metres from him, ticks, ticks without a heavy tread
SLOW = 240  # ticks from which a device is the boy's work
SEND_WITHIN, HIS_AGAIN = 9.0, 300  # metres from it at which he is sent, ticks
BESIDE = 2.2  # metres from it that the guard stands
PATIENCE = 900  # ticks more than a device takes after which it is given up
TURN = 50  # ticks that the guard looks one way
WAYS = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))


def device_for(percept: Percept, memory: BotMemory) -> DeviceSpot | None:
    """Return the device that the way home wants, thought over again every half second."""
    if percept.tick - memory.device_at >= REPLAN:
        memory.device_at = percept.tick
        found = needed_device(percept, memory, home(percept))
        name = found.name if found is not None else ""
        if name != memory.device:
            memory.device, memory.device_since = name, percept.tick
        elif found is not None and percept.tick - memory.device_since > found.ticks + PATIENCE:
            memory.given_up[name] = percept.tick  # it does not get done: look for another way
    return next((d for d in percept.ground.devices if d.name == memory.device), None)


def slow(device: DeviceSpot) -> bool:
    return device.user == "any" and device.ticks > SLOW


def his(device: DeviceSpot, memory: BotMemory) -> bool:
    """Say whether a device is the boy's work."""
    return device.user == "john" or (slow(device) and not memory.holds_it)


def his_turn(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    device = device_for(percept, memory)
    memory.guarding = False
    if (
        device is None
        or not his(device, memory)
        or far_from(percept, memory) > SEND_WITHIN
        or in_danger(percept, memory)
    ):
        return ""
    if device.gap(percept.me.x, percept.me.y) > SEND_WITHIN:
        return ""
    memory.guarding = device.ticks > SLOW
    return f"he works {device.name}"


def alone(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    """A slow device is the bot's own in this run: the boy hides near by meanwhile."""
    device = device_for(percept, memory)
    if device is None or not slow(device) or not memory.holds_it or hunted(percept, memory):
        return ""
    near = device.gap(percept.me.x, percept.me.y) < SEND_WITHIN and far_from(percept, memory) < HIDES_WITHIN
    return f"holds {device.name}, he hides" if near else ""


def my_turn(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    device = device_for(percept, memory)
    return f"works {device.name}" if device is not None else ""


def he_is_behind(percept: Percept, memory: BotMemory, dice: Dice) -> str:
    """What is shut bars his way: calling him does not open it."""
    if not (left_behind(percept, memory, dice) or lags(percept, memory, dice)):
        return ""
    device = between_us(percept, memory)
    return f"works {device.name}, he is behind it" if device is not None else ""


# ------------------------------------------------------------------ what he would like to do himself
def his_wish(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    """In some runs there is time, while all is quiet, for something near by that is his alone and opens nothing."""
    quiet = memory.met and not hunted(percept, memory) and percept.tick - memory.tread.at > QUIET
    if not quiet or not memory.indulges or far_from(percept, memory) > SEND_WITHIN:
        return ""
    device = his_own(percept, memory)
    if device is None:
        return ""
    memory.wish_since = memory.wish_since if memory.wish_since >= 0 else percept.tick
    return f"lets him at {device.name}" if percept.tick - memory.wish_since < WISH_FOR else ""


def his_own(percept: Percept, memory: BotMemory) -> DeviceSpot | None:
    """Return a device near him that only he can work and that belongs to no door."""
    keys = {door.key for door in percept.ground.doors}
    return next(
        (
            d
            for d in percept.ground.devices
            if d.user == "john"
            and d.name not in keys
            and d.name not in percept.used
            and d.gap(memory.ward.x, memory.ward.y) < WISH_WITHIN
        ),
        None,
    )


def let_him(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Send him to it and stay beside him."""
    device = his_own(percept, memory)
    if device is None:
        return toward(0.0, 0.0)
    command = walk_to(percept, memory.legs, dice, device.middle, stop=BESIDE)
    return order(percept, memory, command, RUN_TO, device.middle, HIS_AGAIN)


# ------------------------------------------------------------------ acts
def guard(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Send him to it, stand beside him and look every way by turns."""
    device = device_for(percept, memory)
    if device is None:
        return toward(0.0, 0.0)
    x, y = device.middle
    dx, dy = WAYS[percept.tick // TURN % 4]
    aim = (dx * 4.0, dy * 4.0)
    command = walk_to(percept, memory.legs, dice, (x, y), gait=WALK, stop=BESIDE, aim=aim)
    return order(percept, memory, command, RUN_TO, (x, y), HIS_AGAIN)


def hold(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Send him into hiding and hold it."""
    return order(percept, memory, work(percept, memory, dice), HIDE, (-0.5, -0.5), HIDES_FOR)


def work(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Walk up to it and hold it until it is done."""
    device = device_for(percept, memory)
    if device is None:
        return toward(0.0, 0.0)
    if his(device, memory):
        return walk_to(percept, memory.legs, dice, device.middle, gait=gait(percept, memory), stop=0.3)
    return hold_device(percept, memory, dice, device, gait(percept, memory))


def open_to_him(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Work what bars his way, and call him."""
    device = between_us(percept, memory)
    if device is None:
        return toward(0.0, 0.0)
    return call(percept, memory, hold_device(percept, memory, dice, device, gait(percept, memory)))


def gait(percept: Percept, memory: BotMemory) -> int:
    return RUN if hunted(percept, memory) else WALK
