"""What the command line asks the window for: plain values, so that nothing heavy is imported to say them."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Start:
    """Where to begin.

    level       a mission's id or the path of a .tmx; empty begins at the title
    seed        None draws one
    difficulty  empty takes the one of the settings
    at          checkpoint to begin from, empty the start
    watch       read the level again whenever its file is saved; such a run is not recorded
    record      file that the run is recorded to
    replay      file of a replay to show instead of playing
    """

    level: str = ""
    seed: int | None = None
    difficulty: str = ""
    at: str = ""
    watch: bool = False
    record: Path | None = None
    replay: Path | None = None
