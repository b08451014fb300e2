"""A move: something that may happen next, in words, and what may come of it."""

from collections.abc import Callable, Iterator

import msgspec

from game.level.softlock.floor import Cells
from game.level.softlock.play import Moment

Way = Callable[[Moment], Iterator[Moment]]


class Move(msgspec.Struct, frozen=True):
    """A kind of step: its words, the bits that it reads or changes, and what may come of it from a moment."""

    words: str
    reads: int
    way: Way


def narrowed(at: Moment, slot: int, cells: Cells) -> Iterator[Moment]:
    """Yield the moment with somebody in certain cells, if he can be there."""
    if held := at.stand[slot] & cells:
        yield msgspec.structs.replace(at, stand=(*at.stand[:slot], held, *at.stand[slot + 1 :]))
