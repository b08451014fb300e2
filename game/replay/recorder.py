"""Writes a life down while it is lived; whoever steps the session feeds it."""

from game.agent.command import IDLE, Command
from game.replay.chain import BEAT, Chain
from game.replay.data import Replay, Segment
from game.session import RULES_VERSION, Session
from game.sim.carried import Carried


class Recorder:
    """Follows one session from now on: `record` after each step, `retry` after each retry, `replay` at the end."""

    def __init__(self, session: Session, level: str) -> None:
        """`level` is the mission's id, or the path under which the level can be found again."""
        self._session, self._level, self._seat = session, level, session.seat
        self._segments: list[Segment] = []
        fresh = session.world.tick == 0 and session.attempt == 0 and session.carried == Carried()
        self._begin(b"" if fresh else session.save())

    def record(self, commands: dict[str, Command] | None = None) -> None:
        """Take down the tick that the session has just lived; `commands` as step() got them, always the same seats."""
        given = {self._seat: IDLE} | (commands or {})
        self._marks.append(self._chain.follow(self._session, given))
        for seat, command in given.items():
            self._row(seat).append(command)
        if self._chain.tick % BEAT == 0:
            self._segment.beats.append(self._chain.beat(self._session))

    def retry(self) -> None:
        """Begin a new segment: the session has gone back to a checkpoint."""
        self._close(None)
        self._begin(b"")

    def replay(self) -> Replay:
        """Return what has been lived so far; recording may go on, and what it adds shows in the same replay."""
        s = self._session
        self._close(s)
        return Replay(
            level=self._level,
            content_hash=s.level.hash,
            rules_version=RULES_VERSION,
            seed=s.seed,
            difficulty=s.difficulty,
            pursuer=s.pursuer,
            seat=self._seat,
            segments=self._segments,
            digest=s.digest(),
        )

    def _begin(self, state: bytes) -> None:
        s = self._session
        self._chain, self._marks = Chain(), bytearray()
        first = self._chain.beat(s)
        self._segment = Segment(s.attempt, s.digest(), [], {}, [first], b"", state)
        self._segments.append(self._segment)

    def _close(self, session: Session | None) -> None:
        """Bring the running segment up to date; None where the session has already left its last moment."""
        self._segment.marks = bytes(self._marks)
        if self._segment.beats[-1].tick != self._chain.tick:
            self._segment.beats.append(self._chain.beat(session))

    def _row(self, seat: str) -> list[Command]:
        if seat == self._seat:
            return self._segment.commands
        return self._segment.others.setdefault(seat, [])
