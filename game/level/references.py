"""Names that one object says of another: doors, objectives, zones and props that triggers speak of must exist."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

import msgspec

from game.level.data import LevelError
from game.level.plain import PlainMap
from game.level.spots import of
from game.level.typed import Thing, map_values
from game.level.where import brief
from game.sim.conditions import And, Done, In, Lit, Not, Or
from game.sim.effects import Alarm, Goto, RunHazard, SetDoor, SetObjective, Spawn, Throw, Vehicle

MOST_NEAR, LIKE = 5, 0.5  # so many names are offered for a mistaken one, if they are so like it; else all
UNIQUE = ("door", "device", "zone", "objective", "spawn")
# word -> its field -> the class that the name belongs to; a word left out names nobody
WORDS: dict[type, dict[str, str]] = {
    SetDoor: {"name": "door"},
    SetObjective: {"name": "objective"},
    Done: {"objective": "objective"},
    In: {"zone": "zone"},
    Vehicle: {"prop": "prop", "zone": "zone", "to": "zone"},
    Lit: {"prop": "prop"},
    Alarm: {"place": "zone"},
    Goto: {"place": "zone"},
    Spawn: {"name": "spawn"},
    RunHazard: {"hazard": "hazard"},
    Throw: {"zone": "zone"},
}


class Names(msgspec.Struct, frozen=True):
    """The names of each class; a zone also answers to its room."""

    of: dict[str, frozenset[str]]

    def everything(self) -> frozenset[str]:
        return frozenset().union(*self.of.values())


def names(things: Sequence[Thing]) -> Names:
    """Gather the names of all objects by class."""
    found: dict[str, set[str]] = {}
    for t in things:
        found.setdefault(t.cls, set()).update(n for n in (t.name, t.v.get("room", "")) if n)
    return Names({cls: frozenset(some) for cls, some in found.items()})


def faults(things: Sequence[Thing], plain: PlainMap) -> Iterator[LevelError]:
    """Yield everything that is named twice or does not exist."""
    file = plain.file
    yield from _twice(things, file)
    control = map_values(plain)["control"]
    if of(things, "start") and control not in people(things):
        what = f"nobody here is named {control!r}, whom the player controls"
        yield LevelError(file, what, "set the map's property control", code="reference-name")
    known = names(things)
    for t in things:
        for word in words_of(t):
            for field, cls in WORDS.get(type(word), {}).items():
                name = getattr(word, field)
                if name and name not in known.of.get(cls, frozenset()):
                    what = f"there is no {cls} named {brief(name, 40)!r}"
                    yield LevelError(
                        file, what, _near(name, known.of.get(cls, frozenset()), cls), t.id, "reference-name"
                    )
    for t in of(things, "objective"):
        if t.v["next"] and t.v["next"] not in known.of["objective"]:
            what = f"its next objective {brief(t.v['next'], 40)!r} does not exist"
            yield LevelError(file, what, _near(t.v["next"], known.of["objective"], "objective"), t.id, "reference-name")
        if t.v["marker"] and t.v["marker"] not in known.everything():
            what = f"its marker {brief(t.v['marker'], 40)!r} does not exist"
            yield LevelError(
                file, what, _near(t.v["marker"], known.everything(), "zone, device or person"), t.id, "reference-name"
            )


def people(things: Sequence[Thing]) -> frozenset[str]:
    """Return the names that people will have: several of one spawn are numbered."""
    found = {t.name or t.v["kind"] for t in of(things, "start")}
    for t in of(things, "spawn"):
        count = t.v["count"]
        found |= {t.name} if count == 1 else {f"{t.name}_{i + 1}" for i in range(count)}
    return frozenset(found)


def words_of(t: Thing) -> Iterator[Any]:
    """Yield every effect and every plain condition that a thing holds."""
    yield from t.v.get("do") or ()
    for key in ("when", "done"):
        if t.v.get(key) is not None:
            yield from atoms(t.v[key])


def atoms(condition: Any) -> Iterator[Any]:
    """Yield the plain conditions inside one."""
    if isinstance(condition, (And, Or)):
        for part in condition.parts:
            yield from atoms(part)
    elif isinstance(condition, Not):
        yield from atoms(condition.part)
    else:
        yield condition


def _twice(things: Sequence[Thing], file: str) -> Iterator[LevelError]:
    for cls in UNIQUE:
        seen: set[str] = set()
        for t in of(things, cls):
            if t.name and t.name in seen:
                what = f"another {cls} is named {brief(t.name, 40)!r} too"
                yield LevelError(file, what, "rename one", t.id, "object-name")
            seen.add(t.name)


def _near(name: str, known: frozenset[str], cls: str) -> str:
    some = sorted(known)
    near = get_close_matches(name, some, MOST_NEAR, LIKE) or some
    return f"there is: {brief(', '.join(near))}" if some else f"add the {cls}"
