"""Custom properties of Tiled: typed, finite, bounded; class and list properties are left out with a note."""

import math
from collections.abc import Callable
from xml.etree.ElementTree import Element

from game.level.data import LevelError
from game.level.limits import LIMITS
from game.level.plain import Value
from game.level.tree import Notes
from game.level.vocabulary import REAL, WHOLE
from game.level.where import brief

FLAT = "use flat string, bool, int, float, color or object properties"


def read_values(node: Element, shown: str, notes: Notes, object_id: int = 0) -> dict[str, Value]:
    """Return the properties of an element by name, in order; raises LevelError on a value of another type."""
    found: dict[str, Value] = {}
    for one in node.iterfind("properties/property"):
        name, kind = one.get("name", ""), one.get("type", "string")
        where = f"property {brief(name, 40)!r}"
        if not name or len(found) >= LIMITS.properties:
            what = "a property without a name" if not name else f"more than {LIMITS.properties} properties"
            raise LevelError(shown, what, "remove some", object_id, "property-name")
        if kind in ("class", "list"):
            notes.add("property-type", f"{where} is a {kind} and was left out", FLAT, object_id)
            continue
        if kind not in READERS:
            raise LevelError(
                shown, f"{where} has the unknown type {brief(kind, 20)!r}", FLAT, object_id, "property-type"
            )
        try:
            found[name] = READERS[kind](one.get("value", one.text or ""))
        except (ValueError, OverflowError) as e:
            what = f"{where} is no {kind}: {brief(one.get('value', one.text or ''), 40)!r}"
            raise LevelError(shown, what, "correct it in Tiled", object_id, "property-value") from e
    return found


def _text(value: str) -> str:
    return value


def _colour(value: str) -> str:
    return f"#ff{value[1:]}" if len(value) == 7 and value[0] == "#" else value  # as Tiled writes it back


def _whole(value: str) -> int:
    if value and not WHOLE.fullmatch(value):
        raise ValueError(value)
    number = int(value or 0)
    if not -(2**31) <= number < 2**32:
        raise ValueError(value)
    return number


def _real(value: str) -> float:
    if value and not REAL.fullmatch(value):
        raise ValueError(value)
    number = float(value or 0)
    if not math.isfinite(number) or abs(number) > 1e9:
        raise ValueError(value)
    return number


def _yes(value: str) -> bool:
    if value not in ("true", "false", ""):
        raise ValueError(value)
    return value == "true"


READERS: dict[str, Callable[[str], Value]] = {
    "string": _text,
    "color": _colour,
    "file": _text,
    "int": _whole,
    "object": _whole,
    "float": _real,
    "bool": _yes,
}
