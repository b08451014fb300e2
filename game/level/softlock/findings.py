"""The search's report as findings of the lint, code `softlock`, and doors through which nobody gets, code `door-blocked`."""

from collections.abc import Iterator

from game.core.ground import DoorSpot
from game.level.data import Level
from game.level.rules.doubt import Doubt, error, warning
from game.level.softlock.floor import Floor
from game.level.softlock.search import search

HINT = "give the other side a lever, let the door go back by itself, or do not shut it there"


def findings(level: Level, *, hunter: bool = True) -> Iterator[Doubt]:
    """Yield a finding for each way into a dead end, each objective that no run can do and each door that is no way."""
    report = search(level, hunter=hunter)
    if not report.whole:
        yield warning("softlock", f"not all states were searched, only {report.states}", "use fewer doors and flags")
    for trace in report.dead:
        yield error("softlock", f"no ending can be reached: {trace}", HINT)
    for name in report.never:
        yield error("softlock", f"no run can do the objective {name}", "see what it asks for, and what shows it")
    for name in blocked(level):
        yield error("door-blocked", f"no grown body gets through the door {name}", "move what stands before it")


def blocked(level: Level) -> list[str]:
    """Return the doors that lead from nowhere to nowhere, those at the edge of the map aside."""
    ground, floor = level.ground, Floor(level.ground)
    inner = [d for d in ground.doors if min(d.x, d.y) > 0 and d.x + d.w < ground.width and d.y + d.h < ground.height]
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
