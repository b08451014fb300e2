"""What the search remembers of the story: the flags, objectives, timers, items and spent triggers that bear on an ending."""

from collections.abc import Iterable, Iterator

from game.level.data import Level
from game.level.references import atoms
from game.sim.conditions import And, AnyCondition, Count, Done, Flag, Not, Or, TimerIs
from game.sim.effects import Ask, Branch, Control, Ending, SetDoor, SetFlag, SetObjective, SetTimer, Spawn, Vehicle
from game.sim.state import ANSWERED, ANSWERED_RIGHT, ANSWERED_WRONG
from game.sim.trigger import Objective, Trigger

FIELD = 13  # bits that hold the objective on screen: more than a level has objects
OBJECTIVE = (1 << FIELD) - 1
NONE = OBJECTIVE  # no objective


class Facts:
    """Gives every fact that matters a bit of one whole number; the lowest FIELD bits are the objective on screen.

    triggers   those that can change something that matters, in map order
    shown      objectives that can come on screen
    flags, done, fired, taken   name or id -> bit
    timers     name -> bits: it runs, and that it has passed each of its marks
    marks      name -> ticks that conditions speak of, in order; empty where being able to wait is all that counts
    """

    def __init__(self, level: Level, waiting: Iterable[str] = (), rolling: Iterable[str] = ()) -> None:
        self.level = level
        self._next = FIELD
        self.objectives = {o.id: i for i, o in enumerate(level.objectives)}
        self.shown = shown(level)
        self.flags: dict[str, int] = {}
        self.timers: dict[str, list[int]] = {}
        self.marks: dict[str, list[int]] = {}
        self._heavy = {d.name for d in level.ground.doors if not d.pushes}
        self._keys = {d.key for d in level.ground.doors if not d.pushes}
        self._waiting, self._rolling = set(waiting), set(rolling)
        self.triggers = self._grow()
        counted = {a.kind for c in self.conditions() for a in atoms(c) if isinstance(a, Count)}
        self.done = {o.id: self._bit() for o in self.shown}
        self.fired = {t.id: self._bit() for t in self.triggers if t.once and not self._harmless(t)}
        self.taken = {i.id: self._bit() for i in level.items if i.kind in self._keys | counted}
        for name, marks in self._all_marks().items():
            self.marks[name] = marks
            self.timers[name] = [self._bit() for _ in range(1 + len(marks))]

    def _bit(self) -> int:
        self._next += 1
        return 1 << (self._next - 1)

    @property
    def width(self) -> int:
        """Return how many bits there are."""
        return self._next

    # ------------------------------------------------------------------ what matters
    def _grow(self) -> list[Trigger]:
        """Find the triggers that matter: first what ends, opens and leads on, then what the conditions of those read."""
        found: dict[int, Trigger] = {}
        for o in self.shown:
            self._read(o.done)
        while True:
            new = [t for t in self.level.triggers if t.id not in found and any(map(self.matters, t.do))]
            if not new:
                return [t for t in self.level.triggers if t.id in found]
            for t in new:
                found[t.id] = t
                self._read(t.when)
                if t.on == "flag" and _looks_about(t.when):
                    for name in self._all_flags():  # any of them makes it look again
                        self._flag(name)

    def matters(self, effect: object) -> bool:
        """Say whether an effect changes something that the search keeps."""
        if isinstance(effect, SetDoor):
            return effect.name in self._heavy
        if isinstance(effect, SetFlag):
            return effect.name in self.flags
        if isinstance(effect, SetTimer):
            return effect.name in self.timers
        if isinstance(effect, Control):
            return f"control_{effect.who}" in self.flags
        if isinstance(effect, Vehicle):
            return effect.what == "roll" and effect.prop in self._rolling
        if isinstance(effect, Spawn):
            return effect.name in self._waiting
        if isinstance(effect, Ask):
            return any(name in self.flags for name in (ANSWERED, ANSWERED_RIGHT, ANSWERED_WRONG))
        return isinstance(effect, Ending | Branch | SetObjective)

    def _read(self, condition: AnyCondition | None) -> None:
        for atom in atoms(condition) if condition is not None else ():
            if isinstance(atom, Flag):
                self._flag(atom.name)
            elif isinstance(atom, TimerIs):
                self.timers.setdefault(atom.name, [])

    def _flag(self, name: str) -> None:
        if name not in self.flags:
            self.flags[name] = self._bit()

    def _all_marks(self) -> dict[str, list[int]]:
        """Return for each timer the ticks that it is asked about, or nothing where waiting can only help."""
        asked: dict[str, set[int]] = {name: set() for name in self.timers}
        for c in self.conditions():
            for a in atoms(c):
                if isinstance(a, TimerIs):
                    asked[a.name].add(a.ticks)
        turns = {name for c in self.conditions() for name in turning(c)}
        return {name: sorted(marks) if name in turns else [] for name, marks in asked.items()}

    def _all_flags(self) -> Iterator[str]:
        for t in self.level.triggers:
            yield from (e.name for e in t.do if isinstance(e, SetFlag))
        yield from (o.id for o in self.shown)

    def _harmless(self, trigger: Trigger) -> bool:
        """Say whether a trigger could fire again and again without a difference."""
        kept = [e for e in trigger.do if self.matters(e)]
        return all(isinstance(e, SetFlag | Ask | Ending | Branch | Spawn | Control | Vehicle) for e in kept)

    def conditions(self) -> Iterator[AnyCondition]:
        """Yield every condition that the search asks."""
        yield from (o.done for o in self.shown)
        yield from (t.when for t in self.triggers if t.when is not None)

    # ------------------------------------------------------------------ reading
    def reads(self, condition: AnyCondition | None) -> int:
        """Return the bits that a condition depends on."""
        bits = 0
        for atom in atoms(condition) if condition is not None else ():
            if isinstance(atom, Flag):
                bits |= self.flags[atom.name]
            elif isinstance(atom, Done):
                bits |= self.done.get(atom.objective, 0)
            elif isinstance(atom, TimerIs):
                bits |= sum(self.timers[atom.name])
            elif isinstance(atom, Count):
                bits |= sum(self.taken.get(i.id, 0) for i in self.level.items if i.kind == atom.kind)
        return bits

    def count(self, facts: int, kind: str) -> int:
        """Return how many items of a kind have been taken."""
        return sum(bool(facts & self.taken.get(i.id, 0)) for i in self.level.items if i.kind == kind)


def shown(level: Level) -> list[Objective]:
    """Return the objectives that some trigger shows, and those that follow them, in map order."""
    known = {o.id: o for o in level.objectives}
    todo = [e.name for t in level.triggers for e in t.do if isinstance(e, SetObjective)]
    found: set[str] = set()
    while todo:
        name = todo.pop()
        if name in known and name not in found:
            found.add(name)
            todo.append(known[name].next)
    return [o for o in level.objectives if o.id in found]


def turning(condition: AnyCondition | None, sense: bool = True) -> Iterator[str]:
    """Yield the timers that a condition asks so that it holds at first, or for a moment, and then no longer."""
    if isinstance(condition, And | Or):
        for part in condition.parts:
            yield from turning(part, sense)
    elif isinstance(condition, Not):
        yield from turning(condition.part, not sense)
    elif isinstance(condition, TimerIs) and (condition.op in (">", ">=")) != sense:
        yield condition.name


def _looks_about(condition: AnyCondition | None) -> bool:
    """Say whether a condition depends on more than flags and objectives."""
    return condition is not None and any(not isinstance(a, Flag | Done) for a in atoms(condition))
