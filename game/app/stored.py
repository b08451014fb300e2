"""Small files of a user's own (settings, progress): every value checked, written whole, a broken one set aside."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from game.core.home import home
from game.core.sealed import backup, write_on
from game.core.trouble import Trouble

S = TypeVar("S", bound=msgspec.Struct)
MOST_BYTES = 1 << 20
BAD = (msgspec.MsgspecError, Trouble, ValueError, RecursionError, MemoryError)


def read(name: str, kind: type[S], decode: Callable[[bytes], S] | None = None) -> tuple[S, str]:
    """Return what a file under GAME_HOME says, or the version before it, or the defaults; then a line for the player if so.

    decode   reads the bytes, raising Trouble on bad ones; without it they are JSON
    """
    read_one = decode or (lambda data: msgspec.json.decode(data, type=kind))
    path = home() / name
    try:
        return _one(path, read_one), ""
    except FileNotFoundError:
        return kind(), ""
    except OSError as e:
        return kind(), f"CANNOT READ {path.name} ({e.strerror}): DEFAULTS ARE USED"
    except BAD:
        return _before(path, kind, read_one)


def _one(path: Path, decode: Callable[[bytes], S]) -> S:
    if path.stat().st_size > MOST_BYTES:
        raise ValueError("it is too large")
    return decode(path.read_bytes())


def _before(path: Path, kind: type[S], decode: Callable[[bytes], S]) -> tuple[S, str]:
    """Set a broken file aside; its backup, if it is whole, takes its place."""
    aside, moved = _set_aside(path)
    try:
        value = _one(backup(path), decode)
    except (OSError, *BAD):
        value, used = kind(), "DEFAULTS ARE USED"
    else:
        used = "THE ONE BEFORE IT IS USED"
    return value, f"{path.name} WAS BROKEN: KEPT AS {aside}, {used}" if moved else f"{aside}: {used}"


def keep(name: str, value: msgspec.Struct, encode: Callable[[Any], bytes] | None = None) -> str:
    """Write a file under GAME_HOME, keeping the one before; return '' or a line for the player if it could not be written."""
    path = home() / name
    data = encode(value) if encode else msgspec.json.format(msgspec.json.encode(value))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_on(path, data)
    except OSError as e:
        return f"CANNOT WRITE {path.name} ({e.strerror}): CHANGES LAST UNTIL YOU QUIT"
    return ""


def _set_aside(path: Path) -> tuple[str, bool]:
    """Rename a broken file, never over another one, so that its owner can mend it; return its name, or what went wrong."""
    aside = next(p for n in range(10**6) if not (p := path.with_name(f"{path.name}.corrupt{n or ''}")).exists())
    try:
        path.rename(aside)
    except OSError as e:
        return f"{path.name} IS BROKEN AND CANNOT BE MOVED ({e.strerror})", False
    return aside.name, True
