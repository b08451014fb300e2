"""What a mind makes of the doors it knows: which ones bar the way and which ones hide what is behind them."""

from functools import lru_cache

from game.agent.percept import Percept
from game.core.ground import Bytes, Ground


@lru_cache(maxsize=16)
def masks(ground: Ground) -> tuple[int, int]:
    """Return the bit masks of the doors that can bar a way and of those that can hide a view."""
    bars = sum(1 << i for i, d in enumerate(ground.doors) if not d.pushes)
    hides = sum(1 << i for i, d in enumerate(ground.doors) if d.opaque)
    return bars, hides


def shut(percept: Percept) -> int:
    """Return the bit mask of the doors known to be shut."""
    mask = 0
    for d in percept.doors:
        if d.shut:
            mask |= 1 << d.index
    return mask


def barred(percept: Percept) -> int:
    """Return the bit mask of the doors known to be shut that walking does not open."""
    return shut(percept) & masks(percept.ground)[0] if percept.doors else 0


@lru_cache(maxsize=256)
def views(ground: Ground, closed: int) -> Bytes:
    """Return ground.opaque with some doors shut."""
    made = ground.opaque.copy()
    for i, d in enumerate(ground.doors):
        if closed >> i & 1:
            made[d.cells] = 1
    made.setflags(write=False)
    return made


def opaque(percept: Percept) -> Bytes:
    """Return what stops sight as far as the mind knows, u8 [2h, 2w]."""
    closed = shut(percept) & masks(percept.ground)[1] if percept.doors else 0
    return views(percept.ground, closed) if closed else percept.ground.opaque
