"""A program of its own: plants each hostile level, reads and lints it, and prints what that took and what was opened.

python hostile_worker.py FOLDER: one JSON object a line {name, code, other, seconds, mb, outside}.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from hostile_files import HOSTILE, plant

from game.level import child
from game.level.compile import compile_level
from game.level.data import LevelError
from game.level.files import LevelFiles
from game.level.lint import check_file
from game.level.read import read

opened: list[str] = []


def note(event: str, given: tuple[Any, ...]) -> None:
    """Remember what is opened while a level is read."""
    if event == "open" and isinstance(given[0], str | bytes):
        opened.append(os.fsdecode(given[0]))


def memory(word: str, process: str = "self") -> float:
    """Return a figure of a process's memory in MiB: VmRSS now, VmHWM at most since it was reset; 0 where nobody says."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(word))
    except (OSError, StopIteration):
        return 0.0


def forget_peak() -> None:
    """Let the system count the most memory anew, where it can."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return


def one(name: str, folder: Path) -> dict[str, Any]:
    """Read one level as `run` does, then as `check` does."""
    folder.mkdir()
    path = plant(name, folder)
    forget_peak()
    before, code, other = memory("VmRSS"), "", ""
    opened.clear()
    began = time.perf_counter()
    try:
        compile_level(read(LevelFiles(path, "level.tmx")), "level", "")
    except LevelError as e:
        code = e.code
    except BaseException as e:  # whatever it is, it is what is looked for
        other = repr(e)
    took = time.perf_counter() - began
    mb = memory("VmHWM") - before
    here = [p for p in opened if not p.startswith(("/proc/", "/dev/null"))]
    began = time.perf_counter()
    check_file(str(path))
    return {
        "name": name,
        "code": code,
        "other": other,
        "seconds": took,
        "lint_seconds": time.perf_counter() - began,
        "mb": mb,
        "outside": [p for p in here if not os.path.realpath(p).startswith(os.path.realpath(folder) + os.sep)],
    }


def main() -> None:
    """Do it for every hostile level."""
    root = Path(sys.argv[1])
    (root / "warm").mkdir()
    read(LevelFiles(plant("doctype of a file", root / "warm"), "warm"))  # imports and the child are not counted
    sys.addaudithook(note)
    for i, name in enumerate(HOSTILE):
        print(json.dumps(one(name, root / f"{i}")), flush=True)
    child._end()


if __name__ == "__main__":
    main()
