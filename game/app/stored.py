"""Small files of a user's own (settings, progress): every value checked, written whole, a broken one set aside."""

from pathlib import Path
from typing import TypeVar

import msgspec

from game.core.home import home
from game.core.sealed import write

S = TypeVar("S", bound=msgspec.Struct)
MOST_BYTES = 1 << 20


def read(name: str, kind: type[S]) -> tuple[S, str]:
    """Return what a file under GAME_HOME says, or the defaults; then a line for the player if it could not be used."""
    path = home() / name
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError("it is too large")
        return msgspec.json.decode(path.read_bytes(), type=kind), ""
    except FileNotFoundError:
        return kind(), ""
    except OSError as e:
        return kind(), f"CANNOT READ {path.name} ({e.strerror}): DEFAULTS ARE USED"
    except (msgspec.MsgspecError, ValueError, RecursionError, MemoryError):
        return kind(), _set_aside(path)


def keep(name: str, value: msgspec.Struct) -> str:
    """Write a file under GAME_HOME; return '' or a line for the player if it could not be written."""
    path = home() / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, msgspec.json.format(msgspec.json.encode(value)))
    except OSError as e:
        return f"CANNOT WRITE {path.name} ({e.strerror}): CHANGES LAST UNTIL YOU QUIT"
    return ""


def _set_aside(path: Path) -> str:
    """Rename a broken file, never over another one, so that its owner can mend it."""
    aside = next(p for n in range(10**6) if not (p := path.with_name(f"{path.name}.corrupt{n or ''}")).exists())
    try:
        path.rename(aside)
    except OSError as e:
        return f"{path.name} IS BROKEN AND CANNOT BE MOVED ({e.strerror}): DEFAULTS ARE USED"
    return f"{path.name} WAS BROKEN: KEPT AS {aside.name}, DEFAULTS ARE USED"
