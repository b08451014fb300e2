"""A figure: what was measured, what it should be, and whether it is; and the raw rows behind it."""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from game.lab.probe.targets import TARGETS, Target

OK, SHORT = "ok", "short"
DIGITS = 4  # significant ones of a value


class Figure(msgspec.Struct, frozen=True):
    """One line of the table.

    value    what was measured; low, high: its 95 % interval, equal to it where nothing was sampled
    target   as the table of targets has it; verdict ok or short
    n        how many runs, strikes, looks … it rests on
    """

    name: str
    value: float
    target: str
    verdict: str
    low: float
    high: float
    n: int
    words: str

    def line(self) -> str:
        """Return it as a line of the table."""
        span = "" if self.low == self.high else f"[{self.low:g}, {self.high:g}]"
        head = f"{self.name:24} {self.value:>9g} {span:18} {self.target:>13}  {self.verdict:5}"
        return f"{head} {self.words} ({self.n})"

    def plain(self) -> dict[str, Any]:
        """Return what `--json` prints."""
        return {"name": self.name, "value": self.value, "target": self.target, "verdict": self.verdict}


class Asked(NamedTuple):
    """What a probe is asked for: full or small, on which levels (none: its own), and where its raw rows go.

    A small version is judged by its value alone and may be short by chance; a full one must have its whole interval
    inside the target.
    """

    full: bool
    levels: tuple[str, ...]
    log: "Log"

    def figure(self, name: str, value: float, n: int, low: float | None = None, high: float | None = None) -> Figure:
        """Judge a measured value."""
        target = TARGETS[name]
        low, high = value if low is None else low, value if high is None else high
        verdict = OK if inside(target, *((low, high) if self.full else (value, value))) else SHORT
        return Figure(name, rounded(value), target.text, verdict, rounded(low), rounded(high), n, target.words)


class Log:
    """Keeps the raw rows behind each figure, and leaves them in a folder as JSON lines if there is one."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.rows: dict[str, list[dict[str, Any]]] = {}

    def row(self, name: str, **row: Any) -> None:
        """Keep one row of a figure."""
        self.rows.setdefault(name, []).append(row)

    def write(self) -> None:
        """Write what has been kept, one file a figure, whole or not at all."""
        if self.folder is None:
            return
        for name, rows in self.rows.items():
            text = "".join(json.dumps(row, default=float) + "\n" for row in rows)
            whole(self.folder / f"{name}.jsonl", text.encode())


def whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    os.replace(part, path)


def inside(target: Target, low: float, high: float) -> bool:
    """Say whether all between two values is in a target's range; nothing that is no number is."""
    return (target.low is None or low >= target.low) and (target.high is None or high <= target.high) and low <= high


def rounded(value: float) -> float:
    """Return a value with a few significant digits."""
    return float(f"{value:.{DIGITS}g}")
