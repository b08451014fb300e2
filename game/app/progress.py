"""How far the player has come: the best time of each mission that was finished, and which run was left last."""

from typing import Annotated

import msgspec

from game.app import stored

FILE = "progress.json"
VERSION = 1

Ticks = Annotated[int, msgspec.Meta(ge=0)]
Name = Annotated[str, msgspec.Meta(max_length=200)]


class Progress(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Ticks of the best run by mission id; `last`: the level (id or path) whose run was left last; `told`: hints no more needed."""

    version: Annotated[int, msgspec.Meta(ge=1, le=VERSION)] = VERSION
    ticks: dict[Name, Ticks] = {}
    last: Annotated[str, msgspec.Meta(max_length=4096)] = ""
    told: Annotated[tuple[Name, ...], msgspec.Meta(max_length=100)] = ()

    def best(self, mission: str) -> str:
        """Return a mission's best time in words, '' if it was never finished."""
        return clock(self.ticks[mission]) if mission in self.ticks else ""

    def won(self, mission: str, ticks: int) -> bool:
        """Take in a finished run; say whether it is the best so far."""
        better = ticks < self.ticks.get(mission, ticks + 1)
        if better:
            self.ticks = self.ticks | {mission: ticks}
        return better


def clock(ticks: int) -> str:
    """Return a time as minutes and seconds."""
    return f"{ticks // 3600}:{ticks // 60 % 60:02d}"


def load() -> tuple[Progress, str]:
    """Return the progress, and a line for the player if its file could not be used."""
    return stored.read(FILE, Progress)


def save(progress: Progress) -> str:
    """Write the progress; return '' or a line for the player."""
    return stored.keep(FILE, progress)
