"""Runs that were left: one save file a level, written at checkpoints and on leaving; Continue takes the last one."""

import contextlib
import hashlib
import re
from pathlib import Path

from game.core.home import home
from game.core.sealed import write
from game.core.trouble import Trouble

PLAIN = re.compile(r"[a-z0-9_]{1,40}\Z")  # a mission's id


def path(level: str) -> Path:
    """Return the save file of a level: a mission's id, or the path of somebody's own .tmx."""
    mark = hashlib.blake2b(level.encode(), digest_size=4).hexdigest()
    name = level if PLAIN.match(level) else f"own-{mark}"
    return home() / "saves" / f"{name}.save"


def save(level: str, data: bytes) -> str:
    """Write a run; return '' or a line for the player."""
    try:
        path(level).parent.mkdir(parents=True, exist_ok=True)
        write(path(level), data)
    except OSError as e:
        return f"CANNOT SAVE THE RUN ({e.strerror})"
    return ""


def load(level: str) -> bytes:
    """Return the bytes of a level's run; raises Trouble if they cannot be read."""
    try:
        return path(level).read_bytes()
    except OSError as e:
        raise Trouble(f"{path(level)}: cannot be read ({e.strerror}); begin a new game") from e


def set_aside(level: str) -> str:
    """Keep a damaged save under another name; return that name."""
    aside = path(level).with_suffix(".save.corrupt")
    with contextlib.suppress(OSError):
        path(level).replace(aside)
    return aside.name


def forget(level: str) -> None:
    """Remove a level's run: it was finished."""
    with contextlib.suppress(OSError):
        path(level).unlink()
