"""Finds the level of a replay and lives it again, tick by tick."""

from collections.abc import Iterator
from pathlib import Path

from game.agent.command import IDLE, Command
from game.level.data import Level, LevelError
from game.level.load import load as load_level
from game.replay.data import Replay, ReplayError, Segment
from game.session import RULES_VERSION, Session


def level_of(replay: Replay, path: str | Path) -> Level:
    """Return the level that a replay (read from `path`) was played on; raises ReplayError if it is another by now."""
    if replay.rules_version != RULES_VERSION:
        was, now = replay.rules_version, RULES_VERSION
        raise ReplayError(f"{path}: played under rules version {was}, this game has {now}; use the game that wrote it")
    level = _find(replay, Path(path))
    if level.hash != replay.content_hash:
        raise ReplayError(
            f"{path}: level {replay.level} has changed since; bring back the level of then or record again"
        )
    return level


def _find(replay: Replay, path: Path) -> Level:
    """Look for the level under its name, then beside the replay."""
    beside = path.parent / Path(replay.level).name
    name = replay.level if not beside.is_file() or Path(replay.level).is_file() else str(beside)
    try:
        return load_level(name)
    except LevelError as e:
        raise ReplayError(f"{path}: its level cannot be read: {e}") from e


def given(replay: Replay, segment: Segment, index: int) -> dict[str, Command]:
    """Return what step() got on a tick of a segment."""
    rows = {replay.seat: segment.commands} | segment.others
    return {seat: row[index] if index < len(row) else IDLE for seat, row in rows.items()}


def relive(replay: Replay, level: Level) -> Iterator[tuple[Session, Segment, int]]:
    """Yield (session, segment, ticks lived in it) before the first tick of each segment and after each tick."""
    session = _begun(replay, level)
    for number, segment in enumerate(replay.segments):
        if segment.state:
            session.load(segment.state)
        elif number:
            session.retry()
        yield session, segment, 0
        for index in range(len(segment.commands)):
            _step(session, given(replay, segment, index))
            yield session, segment, index + 1


def _begun(replay: Replay, level: Level) -> Session:
    try:
        return Session(level, replay.seed, replay.difficulty, replay.pursuer)
    except ValueError as e:
        raise ReplayError(f"the replay cannot be lived: {e}; record it again") from e


def _step(session: Session, commands: dict[str, Command]) -> None:
    try:
        session.step(commands)
    except ValueError as e:
        raise ReplayError(f"the replay cannot be lived: {e}; record it again") from e
