"""The expert: the base bot with practised nerves; it knows the tells by heart and does not let go of the boy."""

from game.bots.memory import BotMemory
from game.bots.nerves import PRACTISED


def memory() -> BotMemory:
    """Return the blank memory of a practised player; what it does is base's."""
    return BotMemory(nerves=PRACTISED)
