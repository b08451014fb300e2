"""The rows of a folder of runs: one SQLite file, a row a run, written one at a time so that a batch can be broken off."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from game.core.trouble import Trouble
from game.lab.batch.job import Job

FILE = "runs.sqlite"
KEY = ("level", "bot", "pursuer", "difficulty", "seed", "limit_ticks")
TELLS = ("content_hash", "rules_version", "outcome", "reason", "ticks", "seizures", "rescues", "human_cost", "digest")
TABLE = (
    f"create table if not exists runs ({', '.join(KEY)}, {', '.join(TELLS)}, report text, places text,"
    f" primary key ({', '.join(KEY)}))"
)


class Rows:
    """The results of a folder; open it with `opened`."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def done(self) -> dict[Job, tuple[str, int]]:
        """Return the runs that are there, each with the content hash and rules version that it was made with."""
        asked = f"select {', '.join(KEY)}, content_hash, rules_version from runs"
        return {Job(*row[:-2]): (row[-2], row[-1]) for row in self._base.execute(asked)}

    def add(self, job: Job, result: dict[str, Any], places: dict[str, Any]) -> None:
        """Write one run, in place of an older one."""
        told = [result[name] for name in TELLS]
        marks = ", ".join("?" * (len(KEY) + len(TELLS) + 2))
        with self._base:
            self._base.execute(
                f"insert or replace into runs values ({marks})",
                (*job, *told, json.dumps(result), json.dumps(places)),
            )

    def all(self) -> list[tuple[Job, dict[str, Any], dict[str, Any]]]:
        """Return every run with its report and places, in the order of their words."""
        order = ", ".join(KEY)
        rows = self._base.execute(f"select {order}, report, places from runs order by {order}")
        return [(Job(*row[:-2]), json.loads(row[-2]), json.loads(row[-1])) for row in rows]


@contextmanager
def opened(folder: Path, *, new: bool = True) -> Iterator[Rows]:
    """Open the rows of a folder; raises Trouble where there are none (unless `new`), or where they cannot be read."""
    file = folder / FILE
    if not new and not file.is_file():
        raise Trouble(f"{folder}: there are no runs in it; make them with lab run … --out {folder}")
    try:
        base = sqlite3.connect(file)
        try:
            base.execute(TABLE)
            yield Rows(base)
        finally:
            base.close()
    except sqlite3.Error as e:
        raise Trouble(f"{file}: cannot be used ({e}); move it away and run again") from e
