"""Who can get where at best: doors open as soon as somebody can open them, whatever may happen happens, nothing is lost.

What even this does not reach, nobody reaches. Glass stays whole and nobody vaults; what is not known here counts as possible.
"""

from collections.abc import Iterable, Iterator

import msgspec

from game.content.actors import ACTORS
from game.content.doors import DOORS
from game.core.ground import DeviceSpot
from game.level.data import Level
from game.level.references import atoms
from game.level.softlock.floor import Cells, Floor
from game.level.softlock.vehicles import rolls
from game.sim.conditions import And, AnyCondition, Done, Flag, Has, In, Not, Or, TimerIs
from game.sim.effects import Branch, Ending, GiveItem, SetDoor, SetFlag, SetTimer, Spawn
from game.sim.trigger import Trigger

SIDE = ("player", "ward", "ally")
ARM = 1.35  # metres from which a device is worked, as far as the middle of a free half cell can tell
TAKE = 1.15  # … and an item is taken
KEY = 2.0  # … and a door is unlocked


class Member(msgspec.Struct, frozen=True):
    """Somebody of the player's side; `waits`: comes in when a trigger says so."""

    name: str
    team: str
    hands: tuple[str, ...]
    at: Cells
    waits: bool = False


class Known:
    """What does not change while one looks at a level: floor, people, doors, cells near things."""

    def __init__(self, level: Level) -> None:
        self.level, self.floor = level, Floor(level.ground)
        rolls(level, self.floor)  # vehicles that can be moved are no obstacles at best
        self.walk = self.floor.walk
        self.heavy = {d.name: i for i, d in enumerate(level.ground.doors) if not d.pushes}
        self.doorways = {i: self.floor.doorway(level.ground.doors[i]) for i in self.heavy.values()}
        self.side = list(self._side())
        self.names = {m.name for m in self.side} | set(SIDE) | {"all"}

    def _side(self) -> Iterator[Member]:
        start = self.level.start
        yield Member(start.name, "player", ACTORS[start.kind].hands, self.floor.at(start.x, start.y))
        for s in self.level.spawns:
            if s.team in SIDE and s.count == 1:
                at = self.floor.at(s.x, s.y)
                yield Member(s.name, s.team, ACTORS[s.kind].hands, at, s.when is not None)

    def shut_first(self) -> set[int]:
        """Return the heavy doors that are shut when the start triggers have done their work."""
        doors = self.level.ground.doors
        shut = {i for i in self.heavy.values() if DOORS[doors[i].kind].waits_shut}
        for e in (e for t in self.level.triggers if t.on == "start" for e in t.do):
            if isinstance(e, SetDoor) and e.name in self.heavy:
                (shut.add if e.what == "shut" else shut.discard)(self.heavy[e.name])
        return shut

    def near_device(self, d: DeviceSpot) -> Cells:
        return self.floor.near_box(d.x, d.y, d.w, d.h, ARM)

    def near(self, x: float, y: float, reach: float) -> Cells:
        return self.floor.near_box(x, y, 0.0, 0.0, reach)


class Reach:
    """The best case from some beginning; `where[i]` are the cells that side[i] reaches, 0 while not here."""

    def __init__(
        self, known: Known, shut: Iterable[int], begin: list[Cells] | None = None, facts: "Reach | None" = None
    ):
        self.known, self.shut = known, set(shut)
        self.begin = begin or [0 if m.waits else m.at for m in known.side]
        self.where = [0] * len(known.side)
        self.flags: set[str] = set(facts.flags) if facts else set()
        self.done: set[str] = set(facts.done) if facts else set()
        self.got: set[str] = set(facts.got) if facts else self._carried()
        self.timers: set[str] = set(facts.timers) if facts else set()
        self.fired: set[int] = set()
        self.ended = False
        self._near = {i: known.near_device(d) for i, d in enumerate(known.level.ground.devices)}
        while self._more():
            pass

    def _carried(self) -> set[str]:
        level = self.known.level
        return {w for s in (level.start, *level.spawns) for w in (*s.gear, *ACTORS[s.kind].weapons)}

    # ------------------------------------------------------------------ one round
    def _more(self) -> bool:
        """Let everything happen once that can; say whether something new did."""
        before = (len(self.shut), len(self.fired), len(self.done), len(self.got), sum(map(bool, self.where)))
        closed = 0
        for i in self.shut:
            closed |= self.known.doorways[i]
        free = self.known.walk & ~closed
        self.where = [self.known.floor.flood(at, free) if at else 0 for at in self.begin]
        self._take()
        self._unlock()
        for trigger in self.known.level.triggers:
            if trigger.id not in self.fired and self.can_fire(trigger):
                self._fire(trigger)
        for o in self.known.level.objectives:
            if o.id not in self.done and self.may(o.done):
                self.done.add(o.id)
                self.flags.add(o.id)
        return before != (len(self.shut), len(self.fired), len(self.done), len(self.got), sum(map(bool, self.where)))

    def anywhere(self, names: str = "all") -> Cells:
        """Return the cells that anybody reaches whom a word means."""
        cells = 0
        for m, at in zip(self.known.side, self.where, strict=True):
            cells |= at if names in ("all", m.name, m.team) else 0
        return cells

    def _take(self) -> None:
        mine = self.anywhere()
        for item in self.known.level.items:
            if item.kind not in self.got and mine & self.known.near(item.x, item.y, TAKE):
                self.got.add(item.kind)

    def _unlock(self) -> None:
        mine = self.anywhere()
        for i in sorted(self.shut):
            d = self.known.level.ground.doors[i]
            if d.key in self.got and mine & self.known.floor.near_box(d.x, d.y, d.w, d.h, KEY):
                self.shut.discard(i)

    def _fire(self, trigger: Trigger) -> None:
        self.fired.add(trigger.id)
        for e in trigger.do:
            if isinstance(e, SetFlag):
                self.flags.add(e.name)
            elif isinstance(e, SetTimer) and e.what == "start":
                self.timers.add(e.name)
            elif isinstance(e, GiveItem):
                self.got.add(e.kind)
            elif isinstance(e, SetDoor) and e.what == "open":
                self.shut.discard(self.known.heavy.get(e.name, -1))
            elif isinstance(e, Spawn):
                self._arrive(e.name)
            elif isinstance(e, Ending | Branch):
                self.ended = True

    def _arrive(self, name: str) -> None:
        for i, m in enumerate(self.known.side):
            if m.waits and m.name == name and not self.begin[i]:
                self.begin[i] = m.at

    # ------------------------------------------------------------------ what can be
    def can_fire(self, t: Trigger) -> bool:
        """Say whether a trigger can be set off by somebody, and its condition may hold."""
        return self.may(t.when) and self.can_hear(t)

    def can_hear(self, t: Trigger) -> bool:
        """Say whether what a trigger listens for can happen."""
        if t.on in ("start", "flag", "timer", "see", "hear", "down") or (t.who and t.who not in self.known.names):
            return True
        if t.on == "use":
            return any(self.can_work(i, t.who) for i in self.devices_of(t))
        if t.area is None:
            return t.on != "enter"
        area = self.known.floor.inside(t.area)
        if t.on == "enter" and t.who == "all":
            return all(at & area for at in self.where if at)
        if t.on not in ("enter", "leave") and not t.who:
            return True  # somebody else may do it
        return bool(self.anywhere(t.who or "all") & area)

    def devices_of(self, t: Trigger) -> list[int]:
        """Return the devices that a `use` trigger listens to."""
        all_of = enumerate(self.known.level.ground.devices)
        return [i for i, d in all_of if t.area is None or t.area.holds(d.x + d.w / 2, d.y + d.h / 2)]

    def can_work(self, device: int, who: str = "") -> bool:
        """Say whether somebody (whom a word means) comes near a device and has the hands for it."""
        user = self.known.level.ground.devices[device].user
        return any(
            user in m.hands and who in ("", "all", m.name, m.team) and at & self._near[device]
            for m, at in zip(self.known.side, self.where, strict=True)
        )

    def may(self, asked: AnyCondition | None) -> bool:
        """Say whether a condition may hold at some time."""
        if asked is None or isinstance(asked, Not):
            return True
        if isinstance(asked, And):
            return all(map(self.may, asked.parts))
        if isinstance(asked, Or):
            return any(map(self.may, asked.parts))
        if isinstance(asked, Flag):
            return asked.name in self.flags
        if isinstance(asked, Done):
            return asked.objective in self.done
        if isinstance(asked, TimerIs):
            return asked.name in self.timers
        if isinstance(asked, Has):
            return asked.item in self.got or asked.who not in self.known.names
        if isinstance(asked, In) and asked.who in self.known.names:
            return self._in(asked)
        return True

    def _in(self, asked: In) -> bool:
        zone = self.known.level.ground.zone(asked.zone)
        if zone is None:
            return False
        cells = self.known.floor.inside(zone)
        if asked.who == "all":
            return all(at & cells for at in self.where if at)
        return bool(self.anywhere(asked.who) & cells)

    def lacking(self, asked: AnyCondition) -> list[AnyCondition]:
        """Return the plain conditions inside one that can never hold."""
        return [a for a in atoms(asked) if not self.may(a)]
