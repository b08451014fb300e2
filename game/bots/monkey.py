"""The monkey: pushes whatever comes to hand; it finds what no sensible player would do."""

import msgspec

from game.agent.command import FULL, IDLE, LIMITS, Command
from game.agent.percept import Percept
from game.core.dice import Dice

KEEPS = (3, 20)  # looks for which it goes on with one thing: least, and what the dice add
HANDS = (0, 0, 0, 1, 2, 4, 8, 16, 16, 16, 32, 64, 128, 256, 512)  # what it holds: mostly nothing, or Interact
TALKS = 8  # it gives an order or an answer once in so many choices
AIMS = 80  # sixteenths of a metre


class MonkeyMemory(msgspec.Struct):
    """intent and why are the debug overlay's words; command is what it goes on doing for `left` looks."""

    intent: str = "play about"
    why: str = "there it is"
    command: Command = IDLE
    left: int = 0


def decide(percept: Percept, memory: MonkeyMemory, dice: Dice) -> Command:
    """Go on, or do something else that a Command can say."""
    if memory.left <= 0:
        memory.command, memory.left = anything(percept, dice), KEEPS[0] + dice.below(KEEPS[1])
    memory.left -= 1
    return memory.command


def anything(percept: Percept, dice: Dice) -> Command:
    """Return a Command drawn from all that there are, its places on the map."""
    talks = dice.below(TALKS) == 0
    return Command(
        move_x=dice.below(2 * FULL + 1) - FULL,
        move_y=dice.below(2 * FULL + 1) - FULL,
        aim_x=dice.below(2 * AIMS + 1) - AIMS,
        aim_y=dice.below(2 * AIMS + 1) - AIMS,
        gait=dice.below(3),
        held=HANDS[dice.below(len(HANDS))],
        weapon=dice.below(LIMITS["weapon"][1] + 1) if talks else 0,
        order=dice.below(LIMITS["order"][1] + 1) if talks else 0,
        order_x=dice.below(percept.ground.width * 2),
        order_y=dice.below(percept.ground.height * 2),
        choice=dice.below(LIMITS["choice"][1] + 1) if talks else 0,
    )
