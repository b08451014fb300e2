"""The trigger language as text: `when` and `do` to the structs of sim/conditions and sim/effects and back; errors name the word."""

from functools import cache
from typing import Any, Literal, get_args, get_origin

import msgspec

from game.level.data import LevelError
from game.level.where import brief
from game.sim.conditions import WHEN, And, AnyCondition, Not, Or
from game.sim.effects import DO, AnyEffect

PARTED = {"do": ", each effect on a line of its own", "when": ", and & or | between two conditions"}
GAPS = "&|!"  # what may not stand inside a word of a condition


class Place(msgspec.Struct, frozen=True):
    """Whose words these are, for the message."""

    file: str = "level"
    object_id: int = 0

    def wrong(self, what: str, cure: str, code: str = "trigger-word") -> LevelError:
        return LevelError(self.file, what, cure, self.object_id, code)


NOWHERE = Place()


def parse_when(text: str, place: Place = NOWHERE) -> AnyCondition:
    """Read a condition: `a & b | !c`, where & binds tighter than | and ! belongs to one word."""
    ways = [_all(part, text, place) for part in text.split("|")]
    return ways[0] if len(ways) == 1 else Or(tuple(ways))


def _all(part: str, text: str, place: Place) -> AnyCondition:
    atoms = [_atom(a.strip(), text, place) for a in part.split("&")]
    return atoms[0] if len(atoms) == 1 else And(tuple(atoms))


def _atom(text: str, whole: str, place: Place) -> AnyCondition:
    turned = False
    while text.startswith("!"):
        text, turned = text[1:].strip(), not turned
    if turned:
        return Not(_atom(text, whole, place))
    if not text:
        raise place.wrong(f"a word is missing in {brief(whole)!r}", "between & | ! stands a condition")
    if "(" in text or ")" in text:
        raise place.wrong(f"{brief(text)!r} has a bracket", "write it without: & binds tighter than |")
    if any(c in text for c in GAPS):
        raise place.wrong(f"{brief(text)!r} has a ! in its middle", "put & or | between two conditions")
    made: AnyCondition = _build(text.split(), WHEN, "when", place)
    return made


def parse_do(text: str, place: Place = NOWHERE) -> tuple[AnyEffect, ...]:
    """Read effects, one a line; empty lines do nothing."""
    return tuple(_build(line.split(), DO, "do", place) for line in text.splitlines() if line.strip())


@cache
def fields_of(kind: Any) -> tuple[msgspec.structs.FieldInfo, ...]:
    """Return the fields of a word's struct."""
    return msgspec.structs.fields(kind)


def _build(words: list[str], table: dict[str, Any], where: str, place: Place) -> Any:
    word, given = words[0], words[1:]
    kind = table.get(word)
    if kind is None:
        raise place.wrong(f"{where}: unknown word {brief(word, 40)!r}", f"one of: {' '.join(table)}")
    fields = fields_of(kind)
    least = sum(f.default is msgspec.NODEFAULT for f in fields)
    if not least <= len(given) <= len(fields):
        what = f"{where}: {brief(' '.join(words))!r} has {len(given)} words after it"
        raise place.wrong(what, f"write: {usage(word, kind)}" + (PARTED[where] if len(given) > len(fields) else ""))
    return kind(*(_value(g, f, word, kind, where, place) for g, f in zip(given, fields, strict=False)))


def _value(given: str, field: msgspec.structs.FieldInfo, word: str, kind: Any, where: str, place: Place) -> Any:
    """Turn a word into what its field holds."""
    wrong = place.wrong(f"{where}: {word}: {brief(given, 40)!r} is no {field.name}", f"write: {usage(word, kind)}")
    if get_origin(field.type) is Literal:
        if given not in get_args(field.type):
            raise wrong
        return given
    if field.type is str:
        return given
    try:
        number = int(given) if field.type is int else float(given)
    except ValueError:
        raise wrong from None
    if "_" in given or not given.isascii() or not abs(number) < 1e9:
        raise wrong
    return number


def usage(word: str, kind: Any) -> str:
    """Return how a word is written: `door NAME open|shut`."""
    return " ".join([word, *(_slot(f) for f in fields_of(kind))])


def _slot(field: msgspec.structs.FieldInfo) -> str:
    name = "|".join(get_args(field.type)) if get_origin(field.type) is Literal else field.name.upper()
    return name if field.default is msgspec.NODEFAULT else f"[{name}]"


def write_when(condition: AnyCondition) -> str:
    """Return the text of a condition that parse_when could have made."""
    if isinstance(condition, Or):
        return " | ".join(map(write_when, condition.parts))
    if isinstance(condition, And):
        return " & ".join(map(write_when, condition.parts))
    if isinstance(condition, Not):
        return f"!{write_when(condition.part)}"
    return _text(condition, WHEN)


def write_do(effects: tuple[AnyEffect, ...]) -> str:
    """Return the lines of effects."""
    return "\n".join(_text(e, DO) for e in effects)


def _text(made: Any, table: dict[str, Any]) -> str:
    word = next(w for w, kind in table.items() if kind is type(made))
    return " ".join([word, *(str(v) for v in msgspec.structs.astuple(made))])
