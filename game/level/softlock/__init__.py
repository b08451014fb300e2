"""Soft-locks: an exhaustive search says that from every state that can be reached, an ending still can be (AG EF ending).

It is a picture of a level, on purpose coarse. A state is: how each heavy door stands; which flags, objectives, timers,
spent triggers and taken keys bear on an ending; in which connected part of the floor the player and the ward are. The
hunter, the crowd, eyes, noses and guns may do as they like at any time, and time may pass. Nobody breaks glass or vaults.
"""

from game.level.softlock.findings import findings
from game.level.softlock.search import Report, Trace, search

__all__ = ["Report", "Trace", "findings", "search"]
