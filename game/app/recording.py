"""Writes a run down while it is played, often enough that a killed process loses little of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.agent.command import Command
from game.replay import Recorder, save

if TYPE_CHECKING:
    from game.session import Session

EVERY = 600  # ticks between two writings


class Recording:
    """A recorder and its file. Raises ReplayError where the file cannot be written."""

    def __init__(self, session: Session, level: str, path: Path) -> None:
        self._recorder, self._path = Recorder(session, level), path
        self._lived = 0

    def tick(self, given: dict[str, Command]) -> None:
        """Take down the tick just lived."""
        self._recorder.record(given)
        self._lived += 1
        if self._lived % EVERY == 0:
            self.write()

    def retry(self) -> None:
        """The session has gone back to a checkpoint."""
        self._recorder.retry()

    def write(self) -> None:
        """Write everything recorded so far."""
        save(self._recorder.replay(), self._path)
