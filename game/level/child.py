"""Asks the map library in a child process, so that whatever it does to itself does not happen to the game."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

import msgspec

import game
from game.level.data import LevelError
from game.level.limits import LIMITS

Row = tuple[int, str, str, float, float, float, float, float, bool, int]


class Answer(msgspec.Struct, frozen=True):
    """Tiles of each tile layer (its number, gids as little-endian u4), and the objects' rows."""

    layers: list[tuple[int, bytes]]
    objects: list[Row]


def ask_library(clean: Element, shown: str) -> Answer:
    """Return the library's reading of a cleaned map; raises LevelError if it dies, stalls or answers nonsense."""
    root = Path(game.__file__).resolve().parent.parent
    hidden: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
    try:
        done = subprocess.run(
            command(),
            input=tostring(clean, encoding="utf-8"),
            capture_output=True,
            timeout=LIMITS.child_seconds,
            cwd=root,  # not the user's folder: nothing there may pass for a module
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])},
            creationflags=hidden,
            check=True,
        )
        return msgspec.msgpack.decode(done.stdout, type=Answer)
    except subprocess.TimeoutExpired as e:
        what = f"takes longer than {LIMITS.child_seconds:.0f} s to read"
        raise LevelError(shown, what, "make it smaller", code="library-time") from e
    except subprocess.CalledProcessError as e:
        raise LevelError(shown, "the map library cannot read it", "save it with Tiled", code="library") from e
    except msgspec.DecodeError as e:
        raise LevelError(shown, "the map library answered nonsense", "save it with Tiled", code="library") from e
    except OSError as e:
        raise LevelError(
            shown, "no second process could be started to read it", "free some memory", code="library"
        ) from e


def command() -> list[str]:
    """Return how the child is started; in a frozen build the program itself is the interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "_read"]
    return [sys.executable, "-m", "game.level.tiled"]
