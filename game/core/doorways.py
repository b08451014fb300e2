"""What doors hide: the ground's opaque cells with some of its doors shut, and the doors that fall shut behind people."""

from functools import lru_cache

from game.core.ground import Bytes, DoorSpot, Ground


@lru_cache(maxsize=16)
def pushed(ground: Ground) -> tuple[tuple[int, DoorSpot], ...]:
    """Return the doors that fall shut behind who walks through and then hide what is there, with the bit of each."""
    return tuple((1 << i, d) for i, d in enumerate(ground.doors) if d.pushes and d.opaque)


@lru_cache(maxsize=256)
def closed(ground: Ground, doors: int) -> Bytes:
    """Return ground.opaque with the doors of a bit mask shut, u8 [2h, 2w], read-only."""
    made = ground.opaque.copy()
    for i, d in enumerate(ground.doors):
        if doors >> i & 1:
            made[d.cells] = 1
    made.setflags(write=False)
    return made


def all_fallen_shut(ground: Ground) -> Bytes:
    """Return what stops sight while nobody stands at a door that people push, u8 [2h, 2w]."""
    return closed(ground, sum(bit for bit, _ in pushed(ground)))
