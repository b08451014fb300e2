"""Teleport: every step of its body within its legal speed, on and off the screen."""

from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from game.content.actors import ACTORS
from game.lab.probe.figure import Asked, Figure
from game.lab.seat import live
from game.level.load import load
from game.session import Session
from game.sim import events as E
from game.sim.systems.vehicles import depth

LEVELS = ("yard", "closing_time")
RUNS, FULL_RUNS = 2, 25
TICKS, FULL_TICKS = 1800, 7200
LEGAL = ACTORS["t1000"].run / 60.0  # metres a tick
PUSHED = 0.12  # metres a tick that bodies in a crush may add
AFTER_A_BLOW = 45  # ticks in which it flies from a shove, a blast, or what has been set rolling
UNDER_A_DOOR = 2.9  # metres: its reach to a door, the thickest door, and its body beyond it, in two seconds
BEFORE_IT = 0.2  # metres that it is thrown ahead of what rolls
ROUNDING = 1e-3  # metres: what a push is rounded to, a slide along a corner, a shoulder that turns back


class Leap(NamedTuple):
    """A step too long."""

    tick: int
    metres: float
    seen: bool


class Steps:
    """Looks on after each tick of a session, and keeps every step that no legs, blow or door explain."""

    def __init__(self) -> None:
        self.leaps: list[Leap] = []
        self.steps = 0
        self.longest = 0.0
        self._at: tuple[float, float] | None = None
        self._blown_until = -1

    def __call__(self, session: Session) -> None:
        """Take in the tick just lived."""
        world, hunter = session.world, session.hunter
        if hunter < 0 or not world.b.here[hunter] or session.attempt:
            self._at = None
            return
        b = world.b
        blows = (E.Staggered, E.Shoved, E.Blast, E.Flung, E.Burst, E.Reformed, E.Scalded, E.Freed)
        if any(isinstance(e, blows) for e in session.events) or driven(session, hunter):
            self._blown_until = world.tick + AFTER_A_BLOW
        poured = any(isinstance(e, E.Poured) for e in session.events)
        if self._at is not None:
            metres = sqrt((b.x[hunter] - self._at[0]) ** 2 + (b.y[hunter] - self._at[1]) ** 2)
            self._take(world.tick, metres, bool(b.seen[hunter]), poured, touched(session, hunter))
        self._at = b.x[hunter], b.y[hunter]

    def _take(self, tick: int, metres: float, seen: bool, poured: bool, crushed: bool) -> None:
        self.steps += 1
        if poured:
            legal = UNDER_A_DOOR
        elif tick <= self._blown_until:
            return
        else:
            legal = LEGAL + (PUSHED if crushed else 0.0) + ROUNDING
            self.longest = max(self.longest, metres)
        if metres > legal:
            self.leaps.append(Leap(tick, metres, seen))


def driven(session: Session, hunter: int) -> bool:
    """Say whether what rolls pushes it before itself."""
    state = session.world.state
    return any(depth(session.world, r.prop, hunter, *state.rolled[r.prop]) > -BEFORE_IT for r in state.rolling)


def touched(session: Session, hunter: int) -> bool:
    """Say whether another body is against its own."""
    world, b = session.world, session.world.b
    for j in range(world.count):
        reach = b.radius[hunter] + b.radius[j] + 0.2
        if j != hunter and b.here[j] and abs(b.x[j] - b.x[hunter]) < reach and abs(b.y[j] - b.y[hunter]) < reach:
            return True
    return False


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure X5."""
    leaps = steps = 0
    for name in asked.levels or LEVELS:
        level = load(name)
        for seed in range(FULL_RUNS if asked.full else RUNS):
            session, watch = Session(level, seed, "standard", "t1000"), Steps()
            for _ in live(session, "base", FULL_TICKS if asked.full else TICKS):
                watch(session)
            leaps, steps = leaps + len(watch.leaps), steps + watch.steps
            asked.log.row(
                "teleport", level=name, seed=seed, steps=watch.steps, longest=watch.longest, leaps=watch.leaps
            )
    yield asked.figure("teleport.steps", leaps, steps)
