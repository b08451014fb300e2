"""Levels for environments: read once in a process, so that worlds side by side share their ground and all that is derived of it."""

from functools import lru_cache

from game.level.data import Level
from game.level.load import load


@lru_cache(maxsize=512)
def level_named(name: str) -> Level:
    """Return a level by a mission's id, a path, or the name of a made one; raises LevelError."""
    return load(name)
