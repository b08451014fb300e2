"""Doors that are no way: a grown body gets through none that stands in a wall, or behind something."""

from game.core.ground import DoorSpot
from game.level.softlock.floor import Floor


def blocked(floor: Floor) -> list[str]:
    """Return the doors that lead from nowhere to nowhere, those at the edge of the map aside."""
    g = floor.ground
    inner = [d for d in g.doors if min(d.x, d.y) > 0 and d.x + d.w < g.width and d.y + d.h < g.height]
    return [d.name for d in inner if not is_way(floor, d)]


def is_way(floor: Floor, door: DoorSpot) -> bool:
    """Say whether one connected part of a doorway touches floor on two opposite sides."""
    left = cells = floor.doorway(door)
    while left:
        part = floor.flood(left & -left, left)
        left &= ~part
        beside = list(floor.middles(floor.grown(part) & floor.walk & ~cells))
        across = any(x < door.x for x, _ in beside) and any(x > door.x + door.w for x, _ in beside)
        if across or (any(y < door.y for _, y in beside) and any(y > door.y + door.h for _, y in beside)):
            return True
    return False
