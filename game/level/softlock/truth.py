"""What may be true: for a condition and where people may be, every way in which it can come out as wished.

Flags, objectives, items and who stands in which area are known exactly. What the hunter, the crowd, eyes and guns do is
free: it may hold or not. How near somebody is and whether he can be seen is free too, as far as the walls allow it.
"""

from collections.abc import Iterator

from game.level.data import Level
from game.level.softlock.facts import Facts
from game.level.softlock.floor import Cells, Floor
from game.level.softlock.side import Side
from game.sim.conditions import And, AnyCondition, Count, Done, Flag, Held, In, Near, Not, Or, Sees, TimerIs, compare

Stand = tuple[Cells, ...]  # for each of the side the cells where he may be; 0 is not here


class Truth:
    """Asks conditions of one level."""

    def __init__(self, level: Level, floor: Floor, side: Side, facts: Facts) -> None:
        self.level, self.floor, self.side, self.facts = level, floor, side, facts

    def ways(self, asked: AnyCondition | None, wish: bool, facts: int, mask: int, stand: Stand) -> Iterator[Stand]:
        """Yield where people then are, for each way in which a condition comes out as wished."""
        if asked is None:
            if wish:
                yield stand
        elif isinstance(asked, Not):
            yield from self.ways(asked.part, not wish, facts, mask, stand)
        elif isinstance(asked, And | Or):
            if isinstance(asked, And) == wish:
                yield from self._every(asked.parts, wish, facts, mask, stand)
            else:
                for part in asked.parts:
                    yield from self.ways(part, wish, facts, mask, stand)
        elif isinstance(asked, In):
            yield from self._in(asked, wish, stand)
        elif wish in self._can_be(asked, facts, mask, stand):
            yield stand

    def _every(
        self, parts: tuple[AnyCondition, ...], wish: bool, facts: int, mask: int, stand: Stand
    ) -> Iterator[Stand]:
        if not parts:
            yield stand
            return
        for one in self.ways(parts[0], wish, facts, mask, stand):
            yield from self._every(parts[1:], wish, facts, mask, one)

    def may(self, asked: AnyCondition | None, facts: int, mask: int, stand: Stand) -> bool:
        """Say whether a condition can hold."""
        return next(self.ways(asked, True, facts, mask, stand), None) is not None

    # ------------------------------------------------------------------ one condition
    def _can_be(self, asked: AnyCondition, facts: int, mask: int, stand: Stand) -> tuple[bool, ...]:
        """Return how a plain condition can come out."""
        known = self.facts
        if isinstance(asked, Flag):
            return (bool(facts & known.flags[asked.name]),)
        if isinstance(asked, Done):
            return (bool(facts & known.done.get(asked.objective, 0)),)
        if isinstance(asked, TimerIs):
            return self._timer(asked, facts)
        if isinstance(asked, Count):
            if any(i.kind == asked.kind for i in self.level.items):
                return (compare(known.count(facts, asked.kind), asked.op, asked.n),)
            return True, False
        if isinstance(asked, Held):
            return (True, False) if self.side.hunted and self._anybody(asked.who, stand) else (False,)
        if isinstance(asked, Near | Sees):
            return self._meet(asked, mask, stand)
        return True, False

    def _timer(self, asked: TimerIs, facts: int) -> tuple[bool, ...]:
        bits, marks = self.facts.timers[asked.name], self.facts.marks[asked.name]
        if not facts & bits[0]:
            return (False,)
        if not marks:
            return True, False
        passed = bool(facts & bits[1 + marks.index(asked.ticks)])
        if asked.op in (">", ">="):
            return (passed,)
        if asked.op in ("<", "<="):
            return (not passed,)
        return (False,) if passed else (True, False)

    def _in(self, asked: In, wish: bool, stand: Stand) -> Iterator[Stand]:
        zone = self.floor.ground.zone(asked.zone)
        held = self.floor.inside(zone) if zone is not None else 0
        slots = [s for s in self.side.meant(asked.who) if stand[s]]
        if self.side.others_too(asked.who) or not slots:
            if not wish or self.side.others_too(asked.who):
                yield stand
        elif wish:
            moved = list(stand)
            for s in slots:
                moved[s] &= held
            if all(moved[s] for s in slots):
                yield tuple(moved)
        else:
            for s in slots:
                if outside := stand[s] & ~held:
                    yield (*stand[:s], outside, *stand[s + 1 :])

    def _meet(self, asked: Near | Sees, mask: int, stand: Stand) -> tuple[bool, ...]:
        if not (self._anybody(asked.a, stand) and self._anybody(asked.b, stand)):
            return (False,)
        if self.side.others_too(asked.a) or self.side.others_too(asked.b):
            return True, False
        pairs = [(stand[a], stand[b]) for a in self.side.meant(asked.a) for b in self.side.meant(asked.b)]
        for a, b in pairs:
            if isinstance(asked, Near) and a and b and self.floor.linked(a, b, asked.metres, mask):
                return True, False
            if isinstance(asked, Sees) and a and b and self.floor.visible(a, b, mask):
                return True, False
        return (False,)

    def _anybody(self, who: str, stand: Stand) -> bool:
        """Say whether a word means anybody who may be here."""
        return self.side.others_too(who) or any(stand[s] for s in self.side.meant(who))
