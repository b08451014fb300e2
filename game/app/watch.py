"""Notices that a level's file was saved again, so that its maker sees the change at once."""

from pathlib import Path


class Watch:
    """Looks at one file; `changed` is true once for each time it was saved."""

    EVERY = 30  # ticks between two looks

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = self._stamp()
        self._age = 0

    def tick(self) -> bool:
        """Count a tick; say whether the file was saved since the last look."""
        self._age += 1
        return self._age % self.EVERY == 0 and self.changed()

    def changed(self) -> bool:
        """Look now. A file that is gone for a moment, as some editors save, has not changed yet."""
        now = self._stamp()
        new = now is not None and now != self._seen
        if new:
            self._seen = now
        return new

    def _stamp(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size


def watch(level: str) -> Watch:
    """Watch the file of a mission or of a .tmx path; raises Trouble if there is no such level."""
    from game.level.where import find

    return Watch(find(level)[0])
