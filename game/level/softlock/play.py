"""The rules as the search knows them: what a trigger does to doors, story and people, and what flags set off in turn."""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import product
from operator import or_

import msgspec

from game.content.doors import DOORS
from game.level.data import Level
from game.level.softlock.facts import NONE, OBJECTIVE, Facts
from game.level.softlock.floor import Floor
from game.level.softlock.side import Side
from game.level.softlock.truth import Stand, Truth
from game.level.softlock.vehicles import rolls
from game.sim.conditions import AnyCondition
from game.sim.effects import Ask, Branch, Control, Ending, SetDoor, SetFlag, SetObjective, SetTimer, Spawn, Vehicle
from game.sim.state import ANSWERED, ANSWERED_RIGHT, ANSWERED_WRONG
from game.sim.trigger import Trigger

PUSHED = 6  # half metres that a falling door or a vehicle pushes whoever is in its way, at most
MOST = 4096  # moments that one step may come to


class TooMuch(Exception):
    """There is more to look at than a search should."""


class Moment(msgspec.Struct, frozen=True):
    """How things stand in the middle of a move.

    mask     heavy doors that are shut, vehicles that have rolled
    stand    the cells where each of the side may be
    flagged  a flag was set and has not been listened to; `won` an ending was reached
    held     conditions that held on the way: (condition, facts, doors then)
    """

    facts: int
    mask: int
    stand: Stand
    flagged: bool = False
    won: bool = False
    held: tuple[tuple[AnyCondition, int, int], ...] = ()


class Place(msgspec.Struct, frozen=True):
    """The mask of a moment, and the region of each of the side (a row of floor.regions(mask), -1 not here)."""

    mask: int
    regions: tuple[int, ...]


class Play:
    """Fires triggers and says where everybody may be afterwards."""

    def __init__(self, level: Level, *, hunter: bool = True) -> None:
        self.level = level
        self.floor, self.side = Floor(level.ground), Side(level, hunter)
        self.rolls = rolls(level, self.floor)
        waiting = [p.name for p in self.side.people if p.waits]
        self.facts = Facts(level, waiting, [prop for prop, _ in self.rolls])
        self.truth = Truth(level, self.floor, self.side, self.facts)
        self._doors: dict[str, int] = {}
        for k, i in enumerate(self.floor.heavy):
            name = level.ground.doors[i].name
            self._doors[name] = self._doors.get(name, 0) | 1 << k
        self._on_flag = [t for t in self.facts.triggers if t.on == "flag"]
        self.echo = 0  # bits that may be read or changed when a flag is set
        self.echo = reduce(or_, map(self.touches, self._on_flag), 0)
        self.spots = [self.floor.at(p.x, p.y) for p in self.side.people]
        self.floor.keep(sum(set(self.spots)))
        self.rest = sum(1 << k for k, i in enumerate(self.floor.heavy) if DOORS[level.ground.doors[i].kind].waits_shut)

    # ------------------------------------------------------------------ the beginning
    def begin(self) -> list[Moment]:
        """Return how a level may begin: its start triggers, and what their flags set off; doors rest as they then stand.

        Raises TooMuch.
        """
        stand = tuple(0 if p.waits else at for p, at in zip(self.side.people, self.spots, strict=True))
        moments = [Moment(NONE, self.rest, stand)]
        moments = self.asked([t for t in self.facts.triggers if t.on == "start"], moments)
        self.rest = moments[0].mask
        return [n for m in moments for n in self.settled(m)]

    # ------------------------------------------------------------------ triggers
    def attempt(self, trigger: Trigger, at: Moment) -> Iterator[Moment]:
        """Yield what may come of asking a trigger that has been set off: it fires, or its condition does not hold."""
        yield from self.fired(trigger, at)
        if at.facts & self.facts.fired.get(trigger.id, 0):
            yield at
        elif trigger.when is not None:
            for stand in self.truth.ways(trigger.when, False, at.facts, at.mask, at.stand):
                yield msgspec.structs.replace(at, stand=stand)

    def asked(self, triggers: Sequence[Trigger], moments: list[Moment]) -> list[Moment]:
        """Return what may come of asking triggers one after the other; raises TooMuch."""
        for t in triggers:
            moments = list(dict.fromkeys(n for m in moments for n in self.attempt(t, m)))
            if len(moments) > MOST:
                raise TooMuch
        return moments

    def fired(self, trigger: Trigger, at: Moment) -> Iterator[Moment]:
        """Yield each way in which a trigger may fire."""
        spent = self.facts.fired.get(trigger.id, 0)
        if at.facts & spent or at.won:
            return
        for stand in self.truth.ways(trigger.when, True, at.facts, at.mask, at.stand):
            held = at.held if trigger.when is None else (*at.held, (trigger.when, at.facts, at.mask))
            done = self._done(trigger, Moment(at.facts | spent, at.mask, stand, at.flagged, held=held))
            yield from self._answered(trigger, done)

    def _answered(self, trigger: Trigger, at: Moment) -> Iterator[Moment]:
        """Yield what comes of a question that a trigger has put: the right answer, or a wrong one."""
        if not any(isinstance(e, Ask) for e in trigger.do):
            yield at
            return
        for bits in dict.fromkeys(self._answer_bits(right) for right in (ANSWERED_RIGHT, ANSWERED_WRONG)):
            yield msgspec.structs.replace(at, facts=at.facts | bits, flagged=at.flagged or bool(bits & ~at.facts))

    def _answer_bits(self, right: str) -> int:
        return self.facts.flags.get(ANSWERED, 0) | self.facts.flags.get(right, 0)

    def _done(self, trigger: Trigger, at: Moment) -> Moment:
        """Do the effects of a trigger."""
        facts, mask, stand, flagged, won = at.facts, at.mask, at.stand, at.flagged, at.won
        for e in trigger.do:
            if isinstance(e, SetDoor):
                bits = self._doors.get(e.name, 0)
                mask = mask | bits if e.what == "shut" else mask & ~bits
            elif isinstance(e, SetFlag | Control):
                bit = self.flag_bit(e)
                flagged |= bool(bit & ~facts)
                facts |= bit
            elif isinstance(e, SetObjective):
                facts = facts & ~OBJECTIVE | self.facts.objectives.get(e.name, NONE)
            elif isinstance(e, SetTimer) and e.name in self.facts.timers:
                runs, *passed = self.facts.timers[e.name]
                facts = facts & ~(runs | sum(passed)) | (runs if e.what == "start" else 0)
            elif isinstance(e, Vehicle) and e.what == "roll":
                if not any(bit & mask for (prop, _), bit in self.rolls.items() if prop == e.prop):
                    mask |= self.rolls.get((e.prop, e.zone), 0)
            elif isinstance(e, Spawn):
                come = [p.waits and p.name == e.name and not s for p, s in zip(self.side.people, stand, strict=True)]
                stand = tuple(at if c else s for c, s, at in zip(come, stand, self.spots, strict=True))
            elif isinstance(e, Ending | Branch):
                won = True
        return Moment(facts, mask, stand, flagged, won, at.held)

    def flag_bit(self, effect: SetFlag | Control) -> int:
        name = effect.name if isinstance(effect, SetFlag) else f"control_{effect.who}"
        return self.facts.flags.get(name, 0)

    def settled(self, at: Moment) -> Iterator[Moment]:
        """Yield what comes of a moment once every trigger that listens for flags has been asked."""
        if at.won or not at.flagged:
            yield at
            return
        for m in self.asked(self._on_flag, [msgspec.structs.replace(at, flagged=False)]):
            yield from self.settled(m)

    def touches(self, trigger: Trigger) -> int:
        """Return the bits that a trigger reads or changes, with what its flags set off."""
        bits = self.facts.reads(trigger.when) | self.facts.fired.get(trigger.id, 0)
        flags = 0
        for e in trigger.do:
            if isinstance(e, SetFlag | Control):
                flags |= self.flag_bit(e)
            elif isinstance(e, Ask):
                flags |= self._answer_bits(ANSWERED_RIGHT) | self._answer_bits(ANSWERED_WRONG)
            elif isinstance(e, SetObjective):
                bits |= OBJECTIVE
            elif isinstance(e, SetTimer):
                bits |= sum(self.facts.timers.get(e.name, ()))
        return bits | flags | (self.echo if flags else 0)

    # ------------------------------------------------------------------ where people are then
    def places(self, at: Moment) -> Iterator[Place]:
        """Yield where everybody may be: those whom a falling door has parted may be on either side of it."""
        regions = self.floor.regions(at.mask)
        options = []
        for cells in at.stand:
            beside, steps = cells, 0
            while cells and not any(beside & r for r in regions) and steps < PUSHED:
                beside, steps = self.floor.grown(beside), steps + 1
            options.append([i for i, r in enumerate(regions) if r & beside] or [-1])
        combos = list(product(*options))
        for regions_of in combos:
            if len(combos) == 1 or self._could(at, tuple(regions[i] if i >= 0 else 0 for i in regions_of)):
                yield Place(at.mask, regions_of)

    def _could(self, at: Moment, regions: Stand) -> bool:
        """Say whether the conditions that held could have held with everybody in these regions."""
        stand = tuple(cells & r or cells for cells, r in zip(at.stand, regions, strict=True))
        return all(self.truth.may(asked, facts, mask, stand) for asked, facts, mask in at.held)

    def stand(self, place: Place) -> Stand:
        """Return the cells where everybody may be."""
        regions = self.floor.regions(place.mask)
        return tuple(regions[i] if i >= 0 else 0 for i in place.regions)
