"""Pacing: how often it changes its mind, how long it is quiet, how long a chase lasts, how long a face is worn near the prey."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from game.lab.ledger import QUIET_AFTER
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.statistics import mean, share
from game.lab.seat import live
from game.level.load import load
from game.session import Session
from game.sim import events as E

LEVELS = ("closing_time",)
RUNS, FULL_RUNS = 4, 100
TICKS = 7200
COMBAT = frozenset({"stunned", "carry", "seize", "strike", "chase", "pursue", "break off"})
TRAPS = frozenset({"lure", "ambush"})
ALIKE = {  # parts of one intent: a ruse from the touch to the hand on his shoulder, a search with leads and questions
    "shift": "deceive",
    "take a form": "deceive",
    "change": "deceive",
    "stalk": "deceive",
    "walk along": "deceive",
    "lead": "search",
    "question": "search",
}
ON_THE_WAY = frozenset({"take a form", "change", "shift"})  # a face put on before they meet is part of the search too
TO_AND_FRO = 120  # ticks
NEVER = -(1 << 30)
NEAR = 8.0  # metres
HAND_OUT = 60  # ticks after a hand has gone out that are no more the wearing of a face
HUNTS = COMBAT - {"break off"}
BREAK = 120  # ticks that end a chase: without it in sight, or while it turns away to mend or to be somebody else


class Paced(NamedTuple):
    """One run: minutes outside combat, changes of intent and A-B-A there, shares and lengths in seconds, faces worn.

    chase: the longest time for which it is after them in the open; in_sight: for which it is seen and known, whoever hunts whom.
    """

    level: str
    seed: int
    outcome: str
    ticks: int
    calm_minutes: float
    switches: int
    plans: int
    to_and_fro: int
    quiet: float
    chase: float
    in_sight: float
    silence: float
    worn: list[float]
    used: bool
    trapped: bool
    intents: list[tuple[int, str]]


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure G1, X6 and HUNT.md's faces."""
    runs = [
        paced(name, seed) for name in asked.levels or LEVELS for seed in range(FULL_RUNS if asked.full else RUNS)
    ]  # fmt: skip
    for run in runs:
        asked.log.row("pacing", **run._asdict())
    n = len(runs)
    for name, changes in (("switches", [r.switches for r in runs]), ("plans", [r.plans for r in runs])):
        a_minute = [k / max(0.1, r.calm_minutes) for k, r in zip(changes, runs, strict=True)]
        yield asked.figure(f"pacing.{name}", float(np.percentile(a_minute, 95)), n)
    m = mean([float(r.to_and_fro) for r in runs])
    yield asked.figure("pacing.to_and_fro", m.value, n, m.low, m.high)
    m = mean([r.quiet for r in runs])
    yield asked.figure("pacing.quiet", m.value, n, m.low, m.high)
    yield asked.figure("pacing.chase", max(r.chase for r in runs), n)
    yield asked.figure("pacing.silence", max(r.silence for r in runs), n)
    worn = [s for r in runs for s in r.worn]
    yield asked.figure("pacing.worn", float(np.median(worn)) if worn else 0.0, len(worn))
    s = share(sum(r.used for r in runs), n)
    yield asked.figure("pacing.faces", s.value, n, s.low, s.high)
    s = share(sum(r.trapped for r in runs), n)
    yield asked.figure("pacing.traps", s.value, n, s.low, s.high)


def paced(level: str, seed: int) -> Paced:
    """Play a run and keep its time."""
    session = Session(load(level), seed)
    watch = Clockwork()
    for _ in live(session, "base", TICKS):
        watch(session)
    return watch.told(level, seed, session)


class Clockwork:
    """Looks on after each tick."""

    def __init__(self) -> None:
        self.ticks = self.calm = self.quiet = self.since_proof = 0
        self.intents: list[tuple[int, str]] = []
        self.plans: list[str] = []
        self.worn: list[float] = []
        self.used = False
        self._hunted_at, self._sign_at = NEVER, 0
        self._chase_from = self._chased_at = self._sight_from = -1
        self.chase = self.in_sight = self.silence = 0
        self._worn, self._face, self._struck_at = 0, -1, -HAND_OUT

    def __call__(self, session: Session) -> None:
        """Take in the tick just lived."""
        world, hunter, b = session.world, session.hunter, session.world.b
        self.ticks += 1
        if hunter < 0 or not b.here[hunter]:
            return
        memory = world.memories[hunter]
        early = memory.intent in ON_THE_WAY and memory.ruse.early
        intent = "search" if early else ALIKE.get(memory.intent, memory.intent)
        if intent and (not self.intents or self.intents[-1][1] != intent):
            self.intents.append((self.ticks, intent))
        if intent not in COMBAT:
            self.calm += 1
            if memory.plan and memory.plan not in COMBAT and (not self.plans or self.plans[-1] != memory.plan):
                self.plans.append(memory.plan)
        hunted = (b.seen[hunter] and b.known[hunter]) or b.holds[hunter] >= 0
        if hunted:
            if self.ticks - self._hunted_at > BREAK:
                self._sight_from = self.ticks
            self._hunted_at = self.ticks
            self.in_sight = max(self.in_sight, self.ticks - self._sight_from)
        if hunted and memory.intent in HUNTS:
            if self._chased_at < 0 or self.ticks - self._chased_at > BREAK:
                self._chase_from = self.ticks
            self._chased_at = self.ticks
            self.chase = max(self.chase, self.ticks - self._chase_from)
        if self._hunted_at != NEVER:  # until it has been seen for what it is, its lie is the tension: nobody rests
            self.since_proof += 1
            self.quiet += self.ticks - self._hunted_at > QUIET_AFTER
        sign = b.seen[hunter] or any(isinstance(e, (E.FormChanged, E.StrikeBegan, E.Poured)) for e in session.events)
        self.silence = max(self.silence, self.ticks - self._sign_at)
        if sign:
            self._sign_at = self.ticks
        self._wears(session)

    def _wears(self, session: Session) -> None:
        """Count how long a touched face is worn near the prey before it raises a hand or is known; one put off is no end."""
        world, hunter, b = session.world, session.hunter, session.world.b
        prey = session.ward if session.ward >= 0 else session.player
        face = b.face[hunter]
        struck = any(isinstance(e, E.StrikeBegan) and e.by == hunter for e in session.events)
        ends = struck or b.known[hunter]
        if ends and self._worn:
            self.worn.append(self._worn / 60.0)
        if ends or face != self._face:
            self._worn = 0
        self._struck_at = self.ticks if struck else self._struck_at
        if face != hunter and not b.known[hunter] and self.ticks - self._struck_at > HAND_OUT:
            self._worn += world.gap(hunter, prey) < NEAR
            self.used = self.used or bool(b.seen[hunter])
        self._face = face

    def told(self, level: str, seed: int, session: Session) -> Paced:
        """Return the run's figures."""
        calm = [i for i in range(1, len(self.intents)) if not {self.intents[i][1], self.intents[i - 1][1]} & COMBAT]
        aba = sum(
            1
            for i in calm
            if i >= 2
            and self.intents[i][1] == self.intents[i - 2][1]
            and self.intents[i][0] - self.intents[i - 2][0] <= TO_AND_FRO
        )
        return Paced(
            level=level,
            seed=seed,
            outcome=session.outcome,
            ticks=self.ticks,
            calm_minutes=self.calm / 3600.0,
            switches=len(calm),
            plans=max(0, len(self.plans) - 1),
            to_and_fro=aba,
            quiet=self.quiet / max(1, self.since_proof),
            chase=self.chase / 60.0,
            in_sight=self.in_sight / 60.0,
            silence=self.silence / 60.0,
            worn=self.worn,
            used=self.used,
            trapped=any(intent in TRAPS for _, intent in self.intents),
            intents=self.intents,
        )
