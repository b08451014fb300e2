"""What a mind makes of the doors it knows: which ones bar the way and which ones hide what is behind them."""

from functools import lru_cache

from game.agent.percept import DoorView, Percept
from game.core.doorways import closed, pushed
from game.core.ground import Bytes, Ground
from game.core.paths import ways_of

# metres from a pushed door within which whoever stands there may hold it open: it opens from a little nearer (a test holds them)
HELD_OPEN = 1.0


@lru_cache(maxsize=16)
def masks(ground: Ground) -> tuple[int, int]:
    """Return the bit masks of the doors that can bar a way and of those that can hide a view."""
    bars = sum(1 << i for i, d in enumerate(ground.doors) if not d.pushes)
    hides = sum(1 << i for i, d in enumerate(ground.doors) if d.opaque)
    return bars, hides


_last: list[tuple[tuple[DoorView, ...], int]] = [((), 0)]  # the doors last asked about, and their mask


def shut(percept: Percept) -> int:
    """Return the bit mask of the doors known to be shut. PERF: a mind asks several times about one percept."""
    doors, mask = _last[0]
    if doors is not percept.doors:
        mask = sum(1 << d.index for d in percept.doors if d.shut)
        _last[0] = percept.doors, mask
    return mask


def barred(percept: Percept) -> int:
    """Return the bit mask of what is known to bar the way: doors that walking does not open, and vehicles past their bits."""
    doors = shut(percept) & masks(percept.ground)[0] if percept.doors else 0
    return doors | blocked(percept) if percept.stands else doors


def blocked(percept: Percept) -> int:
    """Return the bit mask of the vehicles that are known to stand in the way: no lever opens them."""
    return ways_of(percept.ground).bars(percept.stands)


def opaque(percept: Percept) -> Bytes:
    """Return what stops a shot as far as the mind knows, u8 [2h, 2w]: a pushed door does not."""
    hiding = shut(percept) & masks(percept.ground)[1] if percept.doors else 0
    return closed(percept.ground, hiding) if hiding else percept.ground.opaque


@lru_cache(maxsize=4096)
def fallen_shut(ground: Ground, column: int, row: int) -> int:
    """Return the bit mask of the pushed doors that stand shut for all somebody in a half cell knows: he is not at them."""
    x, y = column * 0.5 + 0.25, row * 0.5 + 0.25
    return sum(bit for bit, door in pushed(ground) if door.gap(x, y) > HELD_OPEN)


def screens(percept: Percept) -> Bytes:
    """Return what hides somebody as far as the mind knows, u8 [2h, 2w]: `opaque`, and pushed doors but the one it stands at."""
    me = percept.me
    hiding = fallen_shut(percept.ground, int(me.x * 2.0), int(me.y * 2.0))
    if percept.doors:
        hiding |= shut(percept) & masks(percept.ground)[1]
    return closed(percept.ground, hiding) if hiding else percept.ground.opaque
