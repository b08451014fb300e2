"""One object of a map as its class means it: shape checked, properties typed, pixels to metres."""

import re
from typing import Any

import msgspec

from game.core.ground import Zone
from game.level.data import LevelError
from game.level.plain import GID, PlainMap, PlainObject, Value
from game.level.schema import CLASSES, MAP_FIELDS, Class, Field
from game.level.where import a, brief
from game.level.words import Place, parse_do, parse_when

TILE = 32  # pixels of a metre
# where a tile object's x, y lies: share of its width and height; all others are bottomleft
CORNERS = {
    "topleft": (0.0, 0.0),
    "top": (0.5, 0.0),
    "topright": (1.0, 0.0),
    "left": (0.0, 0.5),
    "center": (0.5, 0.5),
    "right": (1.0, 0.5),
    "bottom": (0.5, 1.0),
    "bottomright": (1.0, 1.0),
}
GAPS = re.compile(r"[,\s]+")
COLOUR = re.compile(r"#([0-9a-fA-F]{2})?([0-9a-fA-F]{6})")


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """An object in metres: `v` holds its properties by name, typed; points are places, not offsets."""

    id: int
    cls: str
    name: str
    shape: str
    x: float
    y: float
    w: float
    h: float
    points: tuple[tuple[float, float], ...]
    v: dict[str, Any]

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def zone(self, tags: tuple[str, ...] = (), room: str = "") -> Zone:
        """Return the area that the object covers."""
        points = self.points if self.shape == "polygon" else ()
        return Zone(name=self.name, x=self.x, y=self.y, w=self.w, h=self.h, room=room, tags=tags, points=points)


def things(plain: PlainMap) -> list[Thing]:
    """Return all objects that have a class, in map order; raises LevelError on the first bad one."""
    return [thing(o, plain) for o in plain.objects if o.cls]


def thing(o: PlainObject, plain: PlainMap) -> Thing:
    """Return one object, checked against its class."""
    place = Place(plain.file, o.id)
    kind = CLASSES.get(o.cls)
    if kind is None:
        raise place.wrong(f"unknown class {brief(o.cls, 40)!r}", f"one of: {' '.join(CLASSES)}", "object-class")
    if o.shape not in kind.shapes:
        shapes = " or ".join(kind.shapes)
        raise place.wrong(f"{a(kind.id)} may not be drawn as {o.shape}", f"draw it as {shapes}", "object-shape")
    if kind.named and not o.name:
        raise place.wrong(f"{a(kind.id)} needs a name", "give it one", "object-name")
    if o.rotation % 360 and o.shape != "point":
        raise place.wrong("it is turned", "set its rotation to 0 (a prop has the property turn)", "object-rotation")
    x, y, w, h, points = _place(o, plain)
    _bounds(x, y, w, h, plain, kind, o, place)
    v = {name: field_value(name, f, o.properties, kind.id, place) for name, f in kind.fields.items()}
    return Thing(id=o.id, cls=o.cls, name=clean(o.name), shape=o.shape, x=x, y=y, w=w, h=h, points=points, v=v)


def _place(o: PlainObject, plain: PlainMap) -> tuple[float, float, float, float, tuple[tuple[float, float], ...]]:
    """Return box and points in metres from the corner of the map's grid, its layer's offset added."""
    dx, dy = plain.moved(o.layer)
    left, top = o.x + dx - plain.origin[0] * TILE, o.y + dy - plain.origin[1] * TILE
    if not o.points:
        if o.shape == "tile":
            across, down = CORNERS.get(plain.sheet_of(o.gid & GID).corner, (0.0, 1.0))
            left, top = left - across * o.w, top - down * o.h
        return left / TILE, top / TILE, o.w / TILE, o.h / TILE, ()
    points = tuple(((left + px) / TILE, (top + py) / TILE) for px, py in o.points)
    x, y = min(p[0] for p in points), min(p[1] for p in points)
    return x, y, max(p[0] for p in points) - x, max(p[1] for p in points) - y, points


def _bounds(x: float, y: float, w: float, h: float, plain: PlainMap, kind: Class, o: PlainObject, place: Place) -> None:
    if w < 0 or h < 0 or (o.shape in ("rect", "ellipse", "polygon") and "point" not in kind.shapes and not (w and h)):
        raise place.wrong(f"{a(kind.id)} without size", "draw it again", "object-size")
    if x < 0 or y < 0 or x + w > plain.width or y + h > plain.height:
        raise place.wrong("it reaches outside the map", "move it inside", "object-outside")


def map_values(plain: PlainMap) -> dict[str, Any]:
    """Return the map's own properties, typed."""
    place = Place(plain.file)
    return {name: field_value(name, f, plain.properties, "map", place) for name, f in MAP_FIELDS.items()}


def field_value(name: str, f: Field, given: dict[str, Value], owner: str, place: Place) -> Any:
    """Return a property as its field means it; raises LevelError that names it."""
    value = given.get(name)
    if value is None or (value == "" and (f.need or f.choices or f.form != "text")):
        if f.need:
            raise place.wrong(f"{a(owner)} needs the property {name}", "add it", "property-missing")
        value = f.default
    where = f"{owner}.{name}"
    made = FORMS[f.form](value, f, where, place)
    if made == "" and f.need:  # nothing of it can be seen
        raise place.wrong(f"{a(owner)} needs the property {name}", "add it", "property-missing")
    if made == "" and f.choices:
        made = f.default
    if f.choices and made not in ("", *f.choices) and f"{made}" not in f.choices:
        raise _no(value, where, place, f"one of: {' '.join(f.choices)}")
    return made


def _no(value: Any, where: str, place: Place, cure: str) -> LevelError:
    return place.wrong(f"{where} may not be {brief(str(value), 40)!r}", cure, "property-value")


def _raw(value: Any, _f: Field, where: str, place: Place) -> str:
    if not isinstance(value, str):
        raise _no(value, where, place, "a text")
    return value


def _text(value: Any, f: Field, where: str, place: Place) -> str:
    return clean(_raw(value, f, where, place))


def clean(text: str) -> str:
    """Return a text without what nobody sees and some screens stumble over: control and bidirectional characters."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "" for c in text)


def _number(value: Any, f: Field, where: str, place: Place) -> float:
    if value == "":
        value = 0
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not f.low <= value <= f.high:
        raise _no(value, where, place, f"a number from {f.low:g} to {f.high:g}")
    if f.whole and value != int(value):
        raise _no(value, where, place, "a whole number")
    return int(value) if f.whole else float(value)


def _yes(value: Any, _f: Field, where: str, place: Place) -> bool:
    if not isinstance(value, bool):
        raise _no(value, where, place, "true or false")
    return value


def _colour(value: Any, _f: Field, where: str, place: Place) -> tuple[float, float, float]:
    found = COLOUR.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise _no(value, where, place, "a colour such as #ffb050")
    red, green, blue = (int(found[2][i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def _ref(value: Any, _f: Field, where: str, place: Place) -> int:
    if value == "":
        return 0
    if isinstance(value, bool) or not isinstance(value, int):
        raise _no(value, where, place, "an object reference")
    return value


def _words(value: Any, f: Field, where: str, place: Place) -> tuple[str, ...]:
    return tuple(w for w in GAPS.split(_raw(value, f, where, place)) if w)


def _when(value: Any, f: Field, where: str, place: Place) -> Any:
    text = _raw(value, f, where, place)
    return parse_when(text, place) if text.strip() else None


def _do(value: Any, f: Field, where: str, place: Place) -> Any:
    return parse_do(_raw(value, f, where, place), place)


FORMS: dict[str, Any] = {
    "text": _text,
    "number": _number,
    "yes": _yes,
    "colour": _colour,
    "ref": _ref,
    "words": _words,
    "when": _when,
    "do": _do,
}
