"""Keeps the books of a run: first times, forms, what the hunter did; reads the truth, so it is for reports only."""

from typing import Any

from game.content.keys import KEYS, Key
from game.lab.moments import MOMENTS
from game.lab.stuck import Stuck
from game.session import Session
from game.sim.events import Event, Said
from game.sim.places import LOOK

NEAR = 12.0  # metres
QUIET_AFTER = 480  # ticks since the prey last had a proven hunter in sight, or in its grip


def meant(found: object, wanted: object) -> bool:
    """Say whether a field of an event is what a key asks for, or one of several."""
    return found in wanted if isinstance(wanted, tuple) else found == wanted


class Ledger:
    """Looks at a session after each tick and writes the report at the end."""

    def __init__(self, session: Session) -> None:
        self.ticks = 0
        self.first: dict[str, int] = {}
        self._stuck = Stuck(session)
        self._keys: dict[str, list[Key]] = {}
        for key in KEYS:
            self._keys.setdefault(key.event, []).append(key)
        self._moments = dict(MOMENTS)  # those that have not come yet
        self._worn_seen: dict[str, int] = {}
        self._aware = self._quiet = self._touches = self._questions = 0
        self._hunted_at = -QUIET_AFTER
        self._touching = False

    def look(self, session: Session) -> None:
        """Take in the tick just lived."""
        self.ticks += 1
        for event in session.events:
            if type(event).__name__ in self._keys or isinstance(event, Said):
                self._event(event)
        if self.ticks % LOOK == 0:
            self._ask(session)
        self._stuck.look(session, self.ticks)
        if session.hunter >= 0:
            self._hunter(session)

    def _ask(self, session: Session) -> None:
        """Ask for the states of things that have not come yet."""
        for name, holds in list(self._moments.items()):
            if holds(session):
                self.first[name] = self.ticks
                del self._moments[name]

    def _event(self, event: Event) -> None:
        for key in self._keys.get(type(event).__name__, ()):
            if all(meant(getattr(event, name), value) for name, value in key.where):
                self.first.setdefault(key.id, self.ticks)
        if isinstance(event, Said) and (event.speaker, event.key) == ("t1000", "ask"):
            self._questions += 1

    def _hunter(self, session: Session) -> None:
        world, hunter, ward = session.world, session.hunter, session.ward
        b = world.b
        prey = ward if ward >= 0 else session.player
        if world.aware[hunter, prey] >= 1.0 and world.gap(hunter, prey) <= NEAR:
            self._aware += 1
        if (b.seen[hunter] and b.known[hunter]) or b.holds[hunter] >= 0:
            self._hunted_at = self.ticks
        self._quiet += self.ticks - self._hunted_at > QUIET_AFTER
        touching = b.touching[hunter] > 0
        self._touches += touching and not self._touching
        self._touching = touching
        if b.seen[hunter]:
            look = world.look(hunter)
            self._worn_seen[look] = self._worn_seen.get(look, 0) + 1

    def report(self, session: Session) -> dict[str, Any]:
        """Return the part of a run's result that the run itself decided; its ticks count those lived, from 1."""
        state = session.world.state
        done = {name: tick + 1 for name, tick in state.done.items()}
        forms = [
            {"tick": at + 1, "form": look, "touched_tick": felt + 1, "seen_by_prey_ticks": self._worn_seen.get(look, 0)}
            for look, at, felt in state.forms
        ]
        world = session.world
        trust = {world.names[slot]: world.trust_of(slot) for slot in world.ours}
        return {
            "ticks": self.ticks,
            "outcome": session.outcome or "timeout",
            "reason": session.reason,
            "objectives": [{"id": o.id, "done_tick": done.get(o.id)} for o in session.level.objectives],
            "human_cost": len(state.human_cost),
            "trust": {name: trust.get(name) for name in ("john", "sarah")},
            "seizures": state.seizures,
            "rescues": state.rescues,
            "proofs": state.proofs,
            "forms": forms,
            "hunter": {
                "aware_within_12m_ticks": self._aware,
                "quiet_ticks": self._quiet,
                "touches": self._touches,
                "questions": self._questions,
                "lures": sum(entry.what == "called" for entry in state.ledger),
                "ambushes": sum(entry.what == "lay" for entry in state.ledger),
            },
            "stuck": self._stuck.found,
            "events": self.first,
            "digest": session.digest(),
        }
