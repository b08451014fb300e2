"""A replay as a file: sealed, with the commands as columns of differences, which squeeze to a few bytes a second."""

from pathlib import Path
from typing import Annotated

import msgspec
import numpy as np

from game.agent.command import LIMITS, Command
from game.core.sealed import Damaged, seal, unseal, write
from game.replay.data import Beat, Replay, ReplayError, Segment

MAGIC = b"RPLY"
VERSION = 1
MOST_BYTES = 64 << 20  # of a file
FIELDS = Command.__struct_fields__

Count = Annotated[int, msgspec.Meta(ge=0, le=60 * 60 * 60 * 24)]
Seed = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
Name = Annotated[str, msgspec.Meta(max_length=1024)]


class Columns(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """Commands of one seat: i4 [fields, ticks], each row the differences along time."""

    ticks: Count
    data: bytes


class PackedSegment(msgspec.Struct, forbid_unknown_fields=True):
    attempt: Count
    start: Name
    commands: Columns
    others: dict[Name, Columns]
    beats: list[Beat]
    marks: bytes
    state: bytes


class PackedReplay(msgspec.Struct, forbid_unknown_fields=True):
    level: Name
    content_hash: Name
    rules_version: Count
    seed: Seed
    difficulty: Name
    pursuer: Name
    seat: Name
    segments: Annotated[list[PackedSegment], msgspec.Meta(min_length=1)]
    digest: Name


def save(replay: Replay, path: str | Path) -> None:
    """Write a replay, whole or not at all; raises ReplayError where the file cannot be written."""
    plain = msgspec.msgpack.encode(_packed(replay))
    try:
        write(Path(path), seal(MAGIC, VERSION, plain))
    except OSError as e:
        raise ReplayError(f"{path}: cannot write the replay ({e.strerror}); choose a folder that exists") from e


def load(path: str | Path) -> Replay:
    """Read a replay; raises ReplayError where the file is missing, damaged or of another version."""
    try:
        version, plain = unseal(MAGIC, _bytes(Path(path)))
        if version != VERSION:
            raise ReplayError(f"{path}: replay format {version}, this game reads {VERSION}; use the game that wrote it")
        return _unpacked(msgspec.msgpack.decode(plain, type=PackedReplay))
    except OSError as e:
        raise ReplayError(f"{path}: cannot read the replay ({e.strerror}); check the name") from e
    except (Damaged, msgspec.MsgspecError, ValueError, RecursionError, MemoryError) as e:
        raise ReplayError(f"{path}: not a whole replay: {e}; record it again") from e


def _bytes(path: Path) -> bytes:
    with path.open("rb") as f:
        data = f.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Damaged(f"it is larger than {MOST_BYTES} bytes")
    return data


def _packed(replay: Replay) -> PackedReplay:
    plain = msgspec.structs.asdict(replay)
    plain["segments"] = [_packed_segment(s) for s in replay.segments]
    return PackedReplay(**plain)


def _packed_segment(segment: Segment) -> PackedSegment:
    plain = msgspec.structs.asdict(segment)
    plain["commands"] = columns(segment.commands)
    plain["others"] = {seat: columns(row) for seat, row in segment.others.items()}
    return PackedSegment(**plain)


def _unpacked(packed: PackedReplay) -> Replay:
    plain = msgspec.structs.asdict(packed)
    plain["segments"] = [_unpacked_segment(s) for s in packed.segments]
    return Replay(**plain)


def _unpacked_segment(packed: PackedSegment) -> Segment:
    plain = msgspec.structs.asdict(packed)
    plain["commands"] = commands(packed.commands)
    plain["others"] = {seat: commands(row) for seat, row in packed.others.items()}
    return Segment(**plain)


def columns(row: list[Command]) -> Columns:
    """Return commands as columns."""
    table = np.array([msgspec.structs.astuple(c) for c in row], "<i4").reshape(len(row), len(FIELDS))
    return Columns(len(row), np.diff(table, axis=0, prepend=0).T.astype("<i4").tobytes())


def commands(packed: Columns) -> list[Command]:
    """Return columns as commands; raises ValueError where they do not fit."""
    steps = np.frombuffer(packed.data, "<i4").astype(np.int64)
    if steps.size != packed.ticks * len(FIELDS):
        raise ValueError(f"{packed.ticks} ticks of commands were announced, {steps.size // len(FIELDS)} are there")
    table = np.cumsum(steps.reshape(len(FIELDS), packed.ticks), axis=1)
    for name, column in zip(FIELDS, table, strict=True):
        low, high = LIMITS[name]
        if column.size and not (low <= column.min() and column.max() <= high):
            raise ValueError(f"a command's {name} is outside {low} to {high}")
    return [Command(*row) for row in table.T.tolist()]
