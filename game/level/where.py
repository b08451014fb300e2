"""Where the game's own data lies: the repository's root in a checkout, game/_data in an installed wheel."""

from pathlib import Path

import game
from game.content.missions import MISSIONS
from game.level.data import LevelError


def data_root() -> Path:
    """Return the folder that holds levels/ and assets/."""
    package = Path(game.__file__).resolve().parent
    inside = package / "_data"
    return inside if inside.is_dir() else package.parent


def find(level: str) -> tuple[Path, str]:
    """Return (path, name to show) of a mission id or of a .tmx path; raises LevelError that lists the known ids."""
    for mission in MISSIONS:
        if mission.id == level:
            return data_root() / mission.file, mission.file
    if level.lower().endswith(".tmx"):
        return Path(level), level
    if Path(level).exists():
        cure = "name a .tmx in it" if Path(level).is_dir() else "unpack it if it is packed; in Tiled: Save As, .tmx"
        raise LevelError(brief(level), "is no .tmx file", cure, code="file-kind")
    known = ", ".join(m.id for m in MISSIONS)
    raise LevelError(
        brief(level),
        "no such level",
        f"known levels: {known}; or name a scenario, or the path of a .tmx",
        code="unknown-level",
    )


def a(word: str) -> str:
    """Return a word with its article."""
    return f"an {word}" if word[:1] in "aeiou" else f"a {word}"


def brief(text: str, most: int = 120) -> str:
    """Return a text fit for one line of a message: no control characters, not too long."""
    clean = "".join(c if c.isprintable() else "?" for c in text)
    return clean if len(clean) <= most else clean[: most - 1] + "…"
