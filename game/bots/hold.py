"""The base bot's hand on a device: walks up to it and holds it."""

from game.agent.command import INTERACT, RUN, Command, toward
from game.agent.legs import walk_to
from game.agent.percept import Percept
from game.bots.memory import BotMemory
from game.core.dice import Dice
from game.core.ground import DeviceSpot

ARM = 0.9  # metres


def hold_device(percept: Percept, memory: BotMemory, dice: Dice, device: DeviceSpot, gait: int = RUN) -> Command:
    """Return the Command that goes to a device and, there, holds it."""
    me, (x, y) = percept.me, device.middle
    if device.gap(me.x, me.y) < ARM:
        return toward(0.0, 0.0, held=INTERACT, aim=(x - me.x, y - me.y))
    return walk_to(percept, memory.legs, dice, (x, y), gait=gait, stop=0.3)
