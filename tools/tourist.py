"""A tourist: walks the player and his ward through a level to set off triggers, by commands alone and by the ways they know.

He has read the map's triggers, which no player has, and goes to each: works the device, walks into the area, fires in the
air, waits for the timer. Nobody is set down anywhere; doors, hands and people are as in play.
"""

from collections.abc import Iterator, Sequence

import msgspec

from game.agent.command import EDGES, FIRE, IDLE, INTERACT, RUN, Command, quantise, toward
from game.agent.legs import Legs, distance_to, walk_to
from game.core.dice import Dice
from game.level.references import atoms
from game.level.softlock.floor import Cells
from game.level.softlock.hands import in_reach
from game.level.softlock.play import Play
from game.session import Session
from game.sim.conditions import And, Flag, Near, Not, Sees, TimerIs
from game.sim.effects import Branch, Ending, SetFlag, SetTimer, Vehicle
from game.sim.events import DeviceUsed
from game.sim.systems.devices import at_hand
from game.sim.trigger import Trigger

PATIENCE = 2400  # ticks for one errand
HOW = ("use", "enter", "leave", "shot", "timer")  # what a tourist can set off, and in which order
BESIDE = 1.2  # metres that a companion keeps
TOGETHER = 3.0  # metres: nearer than this they count as being there together
THERE = 0.2  # metres
AROUND = ((6.0, 0.0), (0.0, 6.0), (-6.0, 0.0), (0.0, -6.0), (5.0, 5.0), (-5.0, 5.0), (-5.0, -5.0), (5.0, -5.0))
STAY = (60, 1500)  # ticks in an area: as a rule, and where somebody is waited for
HOLD = 12  # ticks that a finger is on the trigger, and off it

Place = tuple[float, float]


class Walker:
    """One pair of feet: goes by what its own body perceives."""

    def __init__(self, session: Session, seat: str) -> None:
        self.session, self.seat, self.slot = session, seat, session.world.slot(seat)
        self.legs, self.dice, self._command = Legs(), Dice(1 + self.slot), IDLE
        self.press = False  # straight on, off the floor that ways know

    @property
    def at(self) -> Place:
        return float(self.session.world.b.x[self.slot]), float(self.session.world.b.y[self.slot])

    def gap(self, place: Place) -> float:
        x, y = self.at
        return float(((place[0] - x) ** 2 + (place[1] - y) ** 2) ** 0.5)

    def toward(self, place: Place, stop: float = THERE) -> Command:
        """Return the command of this tick on the way to a place."""
        percept = self.session.percept(self.seat)
        if percept is None:
            self._command = msgspec.structs.replace(self._command, **EDGES)
        else:
            self._command = walk_to(percept, self.legs, self.dice, place, gait=RUN, stop=stop)
        return self._command

    def far(self, place: Place) -> float:
        """Return the metres to walk to a place, as far as can be told between two looks."""
        percept = self.session.percept(self.seat)
        return self.gap(place) if percept is None else distance_to(percept, *place)


class Tourist:
    """The player, with his ward or apart from him, on a tour of one session."""

    def __init__(self, session: Session, most: int, *, apart: bool = False) -> None:
        self.session, self.most = session, most
        self.play = Play(session.level, hunter=session.hunter >= 0)
        names = [p.name for p in self.play.side.people][: 1 if apart else 2]
        self.party = [Walker(session, n) for n in names if session.world.slot(n) in session.world.acting]
        triggers = session.level.triggers
        self.last = {t.id for e in triggers if ends(e) for t in (e, *needed(e, triggers))}

    # ------------------------------------------------------------------ the tour
    def tour(self, wanted: Sequence[Trigger]) -> None:
        """Meet, go to what is wanted, and again to what could not be had; then to what rolls, and to what ends the mission."""
        if len(self.party) > 1:
            self._live(self._meet())
        rolls = {t.id for t in wanted if any(isinstance(e, Vehicle) for e in t.do)}
        first = [t for t in wanted if t.id not in self.last | rolls]
        for some in (
            first,
            first,
            [t for t in wanted if t.id in rolls - self.last],
            [t for t in wanted if t.id in self.last],
        ):
            self._visit(some)

    def _visit(self, triggers: Sequence[Trigger]) -> None:
        """Go to triggers, the nearest first and those that need no walking last, until all have been tried."""
        left = [t for t in triggers if t.on in HOW]
        while left and self._goes_on():
            left.sort(key=self._order)
            t = left.pop(0)
            for one in (*needed(t, self.session.level.triggers), t):
                if one.id not in self.session.world.state.fired and (errand := self.errand(one)) is not None:
                    self._live(errand, one)

    def _order(self, t: Trigger) -> tuple[int, float]:
        place = self.place(t)
        return HOW.index(t.on), self.party[0].far(place) if place else 0.0

    def _goes_on(self) -> bool:
        return not self.session.outcome and self.session.world.tick < self.most

    def _live(self, script: Iterator[dict[str, Command]], t: Trigger | None = None) -> None:
        """Live an errand until it is over, the trigger has fired, or patience ends."""
        fired = self.session.world.state.fired
        for _, commands in zip(range(PATIENCE), script, strict=False):
            self.session.step(commands)
            if not self._goes_on() or (t is not None and t.id in fired):
                return

    # ------------------------------------------------------------------ errands
    def errand(self, t: Trigger) -> Iterator[dict[str, Command]] | None:
        """Return the commands, tick by tick, that should set a trigger off; None where nothing that one does will."""
        if any(who in self.play.side.absent for who in watched(t)):
            return None
        if t.on == "use" and (found := self._device(t)) is not None:
            return self._use(*found)
        if t.on in ("enter", "leave") and t.area is not None and (not t.who or self.play.side.meant(t.who)):
            return self._enter(
                self.play.floor.inside(t.area),
                STAY[any(map(self.play.side.others_too, watched(t)))],
                leave=t.on == "leave",
            )
        if t.on == "shot" and not (t.who and self.play.side.others_too(t.who)):
            return self._shoot(self.play.floor.inside(t.area) if t.area is not None else 0)
        if t.on == "timer":
            return self._wait(
                max((a.ticks for a in atoms(t.when) if isinstance(a, TimerIs)), default=0) if t.when else 0
            )
        return None

    def place(self, t: Trigger) -> Place | None:
        """Return where a trigger is set off, None for anywhere."""
        if t.on == "use" and (found := self._device(t)) is not None:
            return self._middle(self._reach(*found))
        return self._middle(self.play.floor.inside(t.area)) if t.area is not None and t.on != "timer" else None

    def _device(self, t: Trigger) -> tuple[int, int] | None:
        """Return (device, index in the party) of somebody who can work a device in the trigger's area."""
        for i, d in enumerate(self.session.level.ground.devices):
            if t.area is None or t.area.holds(d.x + d.w / 2, d.y + d.h / 2):
                for k in range(len(self.party)):
                    if (not t.who or k in self.play.side.meant(t.who)) and self._reach(i, k):
                        return i, k
        return None

    def _reach(self, device: int, who: int) -> Cells:
        return in_reach(self.play, device, who)

    def _middle(self, cells: Cells) -> Place | None:
        """Return the middle of the cell that is nearest to the middle of some cells."""
        spots = list(self.play.floor.middles(cells))
        if not spots:
            return None
        x, y = sum(s[0] for s in spots) / len(spots), sum(s[1] for s in spots) / len(spots)
        return min(spots, key=lambda s: (s[0] - x) ** 2 + (s[1] - y) ** 2)

    def _meet(self) -> Iterator[dict[str, Command]]:
        first, other = self.party
        while first.gap(other.at) > BESIDE:
            yield {first.seat: first.toward(other.at, BESIDE), other.seat: IDLE}

    def _use(self, device: int, who: int) -> Iterator[dict[str, Command]]:
        """Work a device, once the others are near; from the last of the floor on straight toward it."""
        world, d, user = self.session.world, self.session.level.ground.devices[device], self.party[who]
        place = self._middle(self._reach(device, who)) or (d.x, d.y)
        used = False
        while not used:
            commands = {w.seat: w.toward(place, BESIDE) for w in self.party if w is not user}
            commands[user.seat] = user.toward(place)
            dx, dy = d.x + d.w / 2 - user.at[0], d.y + d.h / 2 - user.at[1]
            if at_hand(world, user.slot) == device and all(w.gap(user.at) < TOGETHER for w in self.party):
                aim = quantise(dx, dy)
                commands[user.seat] = Command(held=INTERACT, aim_x=aim[0], aim_y=aim[1])
            elif at_hand(world, user.slot) != device and user.gap(place) < THERE + 0.1:
                user.press = True
            if user.press and at_hand(world, user.slot) != device and user.gap(place) < BESIDE:
                commands[user.seat] = toward(dx, dy)
            yield commands
            used = any(isinstance(e, DeviceUsed) and e.by == user.slot for e in self.session.events)
        user.press = False
        yield {w.seat: IDLE for w in self.party}

    def _enter(self, area: Cells, stay: int, leave: bool) -> Iterator[dict[str, Command]]:
        """Go into an area together, stay there for some ticks, and leave it where that is asked."""
        inside = self._middle(area)
        away = self._middle(self.play.floor.walk & self.play.floor.spread(area, 3.0) & ~area) if leave else inside
        for place in (inside, away):
            while place is not None and any(w.gap(place) > BESIDE for w in self.party):
                yield {w.seat: w.toward(place, THERE + 0.4 * i) for i, w in enumerate(self.party)}
            for _ in range(stay):
                yield {w.seat: w.toward(place or w.at, THERE + 0.4 * i) for i, w in enumerate(self.party)}

    def _shoot(self, area: Cells) -> Iterator[dict[str, Command]]:
        """Fire where nobody stands in the way, in the area if there is one."""
        place = self._middle(area) if area else None
        while place is not None and any(w.gap(place) > BESIDE for w in self.party):
            yield {w.seat: w.toward(place, THERE + 0.4 * i) for i, w in enumerate(self.party)}
        for way in AROUND:
            aim = quantise(*way)
            for tick in range(4 * HOLD):
                still = {w.seat: IDLE for w in self.party}
                held = FIRE if tick // HOLD % 2 else 0
                yield still | {self.party[0].seat: Command(held=held, aim_x=aim[0], aim_y=aim[1], weapon=2)}

    def _wait(self, ticks: int) -> Iterator[dict[str, Command]]:
        for _ in range(ticks + 60):
            yield {w.seat: IDLE for w in self.party}


def ends(t: Trigger) -> bool:
    """Say whether a trigger ends the mission."""
    return any(isinstance(e, Ending | Branch) for e in t.do)


def watched(t: Trigger) -> list[str]:
    """Return whom a trigger wants to be near or in sight."""
    return [who for a in (atoms(t.when) if t.when else ()) if isinstance(a, Near | Sees) for who in (a.a, a.b)]


def needed(t: Trigger, triggers: Sequence[Trigger]) -> list[Trigger]:
    """Return the triggers that set a flag or start a timer which another one asks for."""
    flags = {a.name for a in atoms(t.when) if isinstance(a, Flag)} if t.when else set()
    timers = {a.name for a in atoms(t.when) if isinstance(a, TimerIs)} if t.when else set()
    for part in t.when.parts if isinstance(t.when, And) else (t.when,):
        if isinstance(part, Not) and isinstance(part.part, Flag):
            flags.discard(part.part.name)
    return [
        other
        for other in triggers
        for e in other.do
        if (isinstance(e, SetFlag) and e.name in flags) or (isinstance(e, SetTimer) and e.name in timers)
    ]
