"""What a replay holds, in memory: plain values that a tool may read and change."""

from __future__ import annotations

import msgspec

from game.agent.command import Command
from game.core.trouble import Trouble


class ReplayError(Trouble):
    """A replay that cannot be read, written or lived: one line with the file and the cure."""


class Beat(msgspec.Struct, frozen=True, array_like=True):
    """Fingerprints of a moment.

    tick     ticks lived in this segment
    rolling  over every state and command of the segment so far
    parts    of each part of the state now, and of the commands since the last beat
    """

    tick: int
    rolling: bytes
    parts: dict[str, bytes]


class Segment(msgspec.Struct):
    """One attempt: from the level's start, or from the checkpoint that a retry went back to.

    start     digest of the state that it begins with
    commands  the player's, one a tick
    others    {seat: commands} of minds that were replaced
    beats     one at the start, one a second, one at the end
    marks     one byte a tick: the first of the rolling fingerprint
    state     a saved run to begin from; empty where the seed and the segments before lead there
    """

    attempt: int
    start: str
    commands: list[Command]
    others: dict[str, list[Command]]
    beats: list[Beat]
    marks: bytes
    state: bytes = b""


class Replay(msgspec.Struct):
    """A run as it was played.

    level   a mission's id or the path of a .tmx
    seat    the player's
    digest  of the state after the last tick
    """

    level: str
    content_hash: str
    rules_version: int
    seed: int
    difficulty: str
    pursuer: str
    seat: str
    segments: list[Segment]
    digest: str = ""

    @property
    def ticks(self) -> int:
        """How long all attempts took together."""
        return sum(len(s.commands) for s in self.segments)


class Difference(msgspec.Struct, frozen=True):
    """Where a life left its record: ticks lived over all segments, and the first part that differs."""

    tick: int
    part: str


class Verdict(msgspec.Struct, frozen=True):
    """What living a replay again has shown."""

    verified: bool
    ticks: int
    digest: str
    first_difference: Difference | None
