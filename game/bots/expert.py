"""The expert: the base bot with practised nerves, that knows what it sees in a third of the time."""

from game.bots.memory import BotMemory
from game.bots.nerves import PRACTISED


def memory() -> BotMemory:
    """Return the blank memory of a practised player; what it does is base's."""
    return BotMemory(nerves=PRACTISED)
