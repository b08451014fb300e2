"""What the score should say: follows what the player has perceived, never the hidden hunter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.actors import TEAM_INDEX
from game.content.music import CALM, CUED, HUNTED, MELTED, MOURNING, RELIEF, SEARCHING, SEIZED, TENSE
from game.sim import events as E

if TYPE_CHECKING:
    from game.session import Session

CONTACT = 240  # ticks that a hunt lasts after the machine was last seen for what it is
LEAD = 1200  # ticks that a lead lives
EASE = 400  # ticks of relief: four bars
NEAR = 16.0  # metres: a machine that is seen farther off does not hunt yet
LEADS = (E.Unmasked, E.Burst, E.Reformed, E.Poured)
ENDS = (E.Melting, E.Gone)
TELLING = {E.StrikeBegan, E.Stepped, E.Alerted, E.MusicCued, E.BodyDowned, E.ObjectiveSet, *LEADS, *ENDS}


class Mood:
    """Keeps when the player last saw, heard or was told of the machine."""

    def __init__(self) -> None:
        self._attempt = 0
        self.forget()

    def forget(self) -> None:
        """Time has gone back."""
        self._contact = self._lead = self._eased = -(10**6)
        self._cue, self._cue_until = CALM, -1
        self._mourning = self._melted = False
        self._was = CALM

    def notice(self, session: Session, heard: list[E.Event]) -> None:
        """Take in the events of a tick, those that reached the player."""
        if session.attempt != self._attempt:
            self._attempt = session.attempt
            self.forget()
        world, tick = session.world, session.world.tick
        for e in heard:
            if type(e) in TELLING:
                self._event(session, e, tick)
        hunter, player = session.hunter, session.player
        if hunter >= 0 and player >= 0:
            b = world.b
            if b.known[hunter] and b.seen[hunter] and b.here[hunter]:
                self._lead = tick
                if world.gap(hunter, player) < NEAR:
                    self._contact = tick

    def _event(self, session: Session, e: E.Event, tick: int) -> None:
        hunter, player, b = session.hunter, session.player, session.world.b
        if isinstance(e, E.StrikeBegan) and e.by == hunter:
            self._contact = self._lead = tick
        elif (isinstance(e, E.Stepped) and e.kind == "machine") or isinstance(e, LEADS):
            self._lead = tick
        elif isinstance(e, E.Alerted):
            if e.who == hunter and e.whom in (player, session.ward):
                self._lead = tick  # the cause line has told of it
        elif isinstance(e, E.MusicCued):
            self._cue, seconds = CUED.get(e.cue, (CALM, 0.0))
            self._cue_until = tick + int(seconds * 60)
        elif isinstance(e, E.BodyDowned):
            side = (player, session.ward)
            if e.by in side and b.team[e.whom] in (TEAM_INDEX["civilian"], TEAM_INDEX["law"]):
                self._mourning = True
        elif isinstance(e, E.ObjectiveSet):
            self._mourning = False
        elif isinstance(e, ENDS):
            self._melted = True

    def state(self, session: Session) -> str:
        """Return what the score should be now."""
        tick, clock = session.world.tick, session.world.state.clock
        now = CALM
        if tick - self._contact < CONTACT:
            now = HUNTED
        elif tick - self._lead < LEAD:
            now = SEARCHING
        if self._was in (SEARCHING, HUNTED, SEIZED) and now == CALM:
            self._eased = tick
        self._was = now
        if now == CALM and tick - self._eased < EASE:
            now = RELIEF
        if tick < self._cue_until and (TENSE[self._cue] > TENSE[now] or self._cue == MOURNING):
            now = self._cue
        if clock is not None:
            self._was = SEIZED
            return SEIZED
        if self._melted:
            return MELTED
        return MOURNING if self._mourning else now
