"""Every file that is written from the schema: path below levels/ -> text; and which of them are not so on the disk."""

import os
from pathlib import Path

from tools.tiled import page, project, rules, templates, types

LEVELS = Path(__file__).resolve().parents[2] / "levels"
PAGE = "README.md"


def texts(levels: Path) -> dict[str, str]:
    """Return the text of every written file by its path below the folder of levels."""
    return {
        "metal.tiled-project": project.text(),
        "objecttypes.xml": types.text(),
        PAGE: page.text((levels / PAGE).read_text(encoding="utf-8")),
        **{f"templates/{name}": text for name, text in templates.texts().items()},
        **(rule_files() if levels == LEVELS else {}),
    }


def rule_files() -> dict[str, str]:
    """Return the automapping rules by their path from the folder of levels."""
    return {
        os.path.relpath(rules.FOLDER / name, LEVELS).replace(os.sep, "/"): text for name, text in rules.texts().items()
    }


def stale(levels: Path) -> list[str]:
    """Return the files that are missing, not as they should be, or no longer wanted."""
    wanted = texts(levels)
    there = {p.relative_to(levels).as_posix() for f in ("templates",) for p in (levels / f).rglob("*.t*x*")}
    changed = [name for name, text in wanted.items() if _read(levels / name) != text]
    return sorted([*changed, *(there - wanted.keys())])


def write(levels: Path) -> None:
    """Make every written file as it should be, and remove what is no longer wanted."""
    wanted = texts(levels)
    for name in stale(levels):
        path = levels / name
        if name not in wanted:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[name], encoding="utf-8", newline="\n")


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return None
