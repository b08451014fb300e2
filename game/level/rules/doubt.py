"""A finding before it knows its file, and what a rule is."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from game.level.data import Level
from game.level.plain import PlainMap
from game.level.typed import Thing


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """A finding before it knows its file."""

    severity: str
    code: str
    message: str
    hint: str = ""
    object_id: int = 0
    at: tuple[float, float] | None = None


Rule = Callable[[PlainMap, Sequence[Thing], Level | None], Iterator[Doubt]]


def error(code: str, message: str, hint: str, object_id: int = 0) -> Doubt:
    return Doubt(severity="error", code=code, message=message, hint=hint, object_id=object_id)


def warning(code: str, message: str, hint: str, object_id: int = 0) -> Doubt:
    return Doubt(severity="warning", code=code, message=message, hint=hint, object_id=object_id)
