"""Notices that a level, or anything that it is made of, was saved again, so that its maker sees the change at once."""

from collections.abc import Iterable
from pathlib import Path

Stamp = tuple[int, int]  # when it was changed (nanoseconds), bytes


class Watch:
    """Looks at files; `changed` is true once for each time that one of them was saved."""

    EVERY = 6  # ticks between two looks

    def __init__(self, paths: Iterable[Path]) -> None:
        self._seen: dict[Path, Stamp | None] = {path: stamp(path) for path in paths}
        self._age = 0

    def follow(self, paths: Iterable[Path]) -> None:
        """Look at these files from now on; what changed in those known before still counts."""
        self._seen = {path: self._seen[path] if path in self._seen else stamp(path) for path in paths}

    def tick(self) -> bool:
        """Count a tick; say whether a file was saved since the last look."""
        self._age += 1
        return self._age % self.EVERY == 0 and self.changed()

    def changed(self) -> bool:
        """Look now. A file that is gone for a moment, as some editors save, has not changed yet."""
        now = {path: stamp(path) for path in self._seen}
        new = {path: s for path, s in now.items() if s is not None and s != self._seen[path]}
        self._seen |= new
        return bool(new)


def stamp(path: Path) -> Stamp | None:
    """Return what tells a file from itself before it was saved, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def watch(level: str) -> Watch:
    """Watch a mission or a .tmx path and all that it is made of; raises Trouble if there is no such level."""
    from game.level.load import attempt

    return Watch(attempt(level)[1])
