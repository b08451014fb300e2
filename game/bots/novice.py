"""The novice: the base bot with slow eyes and an unsteady hand, as somebody plays who has the game for the first time."""

import msgspec

from game.agent.command import FIRE, IDLE, Command
from game.agent.percept import Percept
from game.bots import base
from game.bots.memory import BotMemory
from game.core.dice import Dice

LATE = 3  # looks between seeing and doing: .3 s on top of what base's hands take
SLIPS = 12  # one command in so many is not given at all
WOBBLE = 5  # an aim is off by up to one part in so many of its length


class NoviceMemory(msgspec.Struct):
    """intent and why are the debug overlay's words; base: what it makes of things; coming: what its hands are yet to do."""

    intent: str = ""
    why: str = ""
    base: BotMemory = msgspec.field(default_factory=BotMemory)
    coming: list[Command] = msgspec.field(default_factory=list)


def decide(percept: Percept, memory: NoviceMemory, dice: Dice) -> Command:
    """Do what base would have done some looks ago, and not very well."""
    memory.coming.append(base.decide(percept, memory.base, dice))
    memory.intent, memory.why = memory.base.intent, memory.base.why
    if len(memory.coming) <= LATE:
        return IDLE
    command = memory.coming.pop(0)
    if dice.below(SLIPS) == 0:
        return msgspec.structs.replace(command, held=0)
    return off(command, dice) if command.held & FIRE else command


def off(command: Command, dice: Dice) -> Command:
    """Return the Command with its aim turned a little to one side."""
    side = dice.below(2 * WOBBLE + 1) - WOBBLE
    ax, ay = command.aim_x, command.aim_y
    return msgspec.structs.replace(
        command, aim_x=ax - ay * side // (WOBBLE * WOBBLE), aim_y=ay + ax * side // (WOBBLE * WOBBLE)
    )
