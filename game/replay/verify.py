"""Compares a life lived again with its record, and names the first tick and part that differ."""

from game.agent.command import Command
from game.level.data import Level
from game.replay.chain import COMMANDS, Chain
from game.replay.data import Difference, Replay, Segment, Verdict
from game.replay.relive import given, relive
from game.session import Session

STATE = "state"  # the part, where the record does not say more


def verify(replay: Replay, level: Level) -> Verdict:
    """Live a replay again and compare every fingerprint; stop at the first second that differs."""
    lived, digest = 0, ""
    watch = Watch(replay.segments[0], 0)
    for session, segment, index in relive(replay, level):
        if index == 0:
            watch = Watch(segment, lived)
            found = watch.start(session)
        else:
            lived += 1
            found = watch.tick(session, given(replay, segment, index - 1))
        if found is None and index == len(segment.commands):
            found = watch.end()
        digest = session.digest() if found or index == len(segment.commands) else ""
        if found:
            return Verdict(False, lived, digest, found)
    if digest != replay.digest:
        return Verdict(False, lived, digest, Difference(lived, STATE))
    return Verdict(True, lived, digest, None)


class Watch:
    """Compares one segment's life with its record; each question answers with the first difference, or None."""

    def __init__(self, segment: Segment, before: int) -> None:
        """`before`: ticks lived in earlier segments."""
        self._segment, self._before = segment, before
        self._beats = {beat.tick: beat for beat in segment.beats}
        self._chain = Chain()
        self._doubt = 0  # first tick whose mark differs; the next beat will name the part

    def start(self, session: Session) -> Difference | None:
        """Compare the state that the segment begins with."""
        found = self._beat(session)
        if found is None and session.digest() != self._segment.start:
            return self._difference(STATE)
        return found

    def tick(self, session: Session, commands: dict[str, Command]) -> Difference | None:
        """Compare the tick that the session has just lived."""
        mark = self._chain.follow(session, commands)
        at = self._chain.tick
        if not self._doubt and self._segment.marks[at - 1 : at] != bytes([mark]):
            self._doubt = at
        return self._beat(session)

    def end(self) -> Difference | None:
        """Say whether the record goes on after the last command, or a mark is still in doubt."""
        if self._doubt:
            return self._difference(STATE)
        longer = len(self._segment.marks) > self._chain.tick or max(self._beats, default=0) > self._chain.tick
        return self._difference(COMMANDS) if longer else None

    def _beat(self, session: Session) -> Difference | None:
        then = self._beats.get(self._chain.tick)
        if then is None:
            return None
        now = self._chain.beat(session)
        other = next((name for name in then.parts if now.parts.get(name) != then.parts[name]), "")
        if other or self._doubt or now.rolling != then.rolling:
            return self._difference(other or STATE)
        return None

    def _difference(self, part: str) -> Difference:
        return Difference(self._before + (self._doubt or self._chain.tick), part)
