"""load(): a mission id, a scenario or the path of a .tmx -> Level, from the compiled cache if nothing has changed."""

from pathlib import Path

from game.level import cache
from game.level.compile import compile_level
from game.level.data import Level, LevelError
from game.level.files import LevelFiles, digest
from game.level.made import scenario
from game.level.read import read
from game.level.where import find


def load(level: str | Path) -> Level:
    """Return a level; raises LevelError, and nothing else, whatever was given."""
    made, _ = attempt(level)
    if isinstance(made, LevelError):
        raise made
    return made


def attempt(level: str | Path) -> tuple[Level | LevelError, tuple[Path, ...]]:
    """Return a level, or why it is none, and every file that it is made of, missing ones too, to look at for changes.

    Raises LevelError if the name means nothing.
    """
    made: Level | None = scenario(str(level))
    if made is not None:
        return made, ()
    path, shown = find(str(level))
    files = None
    try:
        files = LevelFiles(path, shown)
        made = cache.fetch(files, path.stem)
        if made is None:
            made = compile_level(read(files), path.stem, content_hash(files))
            cache.keep(made, files, path.stem)
    except LevelError as e:
        return e, (path, *(files.wanted if files else ()))
    return made, (path, *files.wanted)


def content_hash(files: LevelFiles) -> str:
    """Return a fingerprint of map, tilesets and templates; repainting a tile does not change it."""
    parts = sorted(p.digest for p in files.parts.values() if not p.ref.lower().endswith(".png"))
    return digest(files.map, *(p.encode() for p in parts))
