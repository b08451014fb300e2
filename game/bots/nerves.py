"""How quick a player is: what the base bot asks instead of having it in its rules. One row a kind of player."""

import msgspec

from game.core.dice import Dice

Spread = tuple[int, int]  # ticks: the least, and what the dice may add


class Nerves(msgspec.Struct, frozen=True):
    """reads, startled, hands, finger: the card at the start; by a blade out of a calm; until it is known to be in reach; to fire.

    disbelief   until it knows what it sees when the boy is seized; aware: the same with the machine in view
    confused    how often it looks the wrong way then
    """

    reads: Spread = (60, 240)
    startled: Spread = (33, 22)
    hands: Spread = (15, 18)
    finger: Spread = (18, 24)
    disbelief: Spread = (34, 30)
    aware: Spread = (18, 24)
    confused: float = 0.16


SENSIBLE = Nerves()
PRACTISED = Nerves(
    reads=(20, 20),
    startled=(14, 8),
    hands=(9, 6),
    finger=(9, 8),
    disbelief=(15, 12),
    aware=(9, 8),
    confused=0.0,
)


def after(spread: Spread, dice: Dice) -> int:
    """Return so many ticks."""
    return spread[0] + dice.below(spread[1])
