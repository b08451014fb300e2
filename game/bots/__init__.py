"""Players without hands: bots for the player's seat, with the same signature as a mind."""

from collections.abc import Callable
from typing import Any

from game.agent.command import IDLE, Command
from game.agent.percept import Percept
from game.bots import base, captions, expert, monkey, novice
from game.bots.memory import BotMemory
from game.bots.monkey import MonkeyMemory
from game.bots.novice import NoviceMemory
from game.core.dice import Dice


def idle(_percept: Percept, _memory: BotMemory, _dice: Dice) -> Command:
    """Do nothing: a level that this wins is no level."""
    return IDLE


# Name -> what decides, and the memory that it keeps.
BOTS: dict[str, tuple[Callable[[Percept, Any, Dice], Command], Callable[[], Any]]] = {
    "base": (base.decide, BotMemory),
    "expert": (base.decide, expert.memory),
    "idle": (idle, BotMemory),
    "novice": (novice.decide, NoviceMemory),
    "captions": (captions.decide, BotMemory),
    "monkey": (monkey.decide, MonkeyMemory),
}
