"""Rules of the file: version, layers, properties, classes, tags."""

from collections.abc import Iterator, Sequence

from game.level.data import Level
from game.level.plain import PlainMap
from game.level.rules.doubt import Doubt, error, warning
from game.level.schema import CLASSES, MAP_FIELDS, OBJECT_LAYERS, TILE_LAYERS, Field
from game.level.typed import Thing
from game.level.where import brief

# what pytmx keeps for itself: other readers of the map would stumble over such a property
RESERVED = frozenset(
    (
        *("id", "name", "type", "class", "x", "y", "width", "height", "rotation", "gid", "visible", "template"),
        *("points", "closed", "image", "data", "layers", "source", "parent", "properties", "opacity", "offsetx"),
        "offsety",
    )
)
OLDEST, NEWEST = (1, 8), (1, 12)  # versions of Tiled that were tried


def version(plain: PlainMap, _t: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """The file should come from a Tiled that was tried."""
    numbers = plain.version.split(".")[:2]
    if len(numbers) == 2 and all(n.isdigit() for n in numbers):
        made = int(numbers[0]), int(numbers[1])
        if not OLDEST <= made <= NEWEST:
            what = f"was saved by Tiled {brief(plain.version, 20)}"
            yield warning("tiled-version", what, "Tiled 1.8 to 1.12 were tried")


def layers(plain: PlainMap, _t: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """Layers have known names; image layers are not drawn."""
    for layer in plain.layers:
        known = {"tile": TILE_LAYERS, "object": OBJECT_LAYERS}.get(layer.kind, ())
        if layer.kind != "group" and layer.name not in known:
            what = f"layer {brief(layer.path, 40)!r} ({layer.kind}) means nothing to the game"
            yield warning("layer-unknown", what, f"tile layers: {' '.join(TILE_LAYERS)}")


def properties(plain: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """Properties are known to their class, and none is named like an attribute."""
    for name in plain.properties:
        if name not in MAP_FIELDS:
            yield warning("property-unknown", f"the map's property {brief(name, 40)!r} means nothing", "remove it")
    classes = {t.id: CLASSES[t.cls] for t in things}
    for o in plain.objects:
        for name in o.properties:
            if name in RESERVED:
                what = f"a property is named {name!r}, like an attribute of Tiled"
                yield error("property-reserved", what, "give it another name", o.id)
            elif o.id in classes and name not in classes[o.id].fields:
                what = f"the property {brief(name, 40)!r} means nothing to a {classes[o.id].id}"
                yield warning("property-unknown", what, "correct or remove it", o.id)


def classless(plain: PlainMap, _t: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """An object without class does nothing; a text is a note to oneself."""
    for o in plain.objects:
        if not o.cls and o.shape != "text":
            yield warning("object-class", "an object without class does nothing", "give it a class", o.id)


def meanings(plain: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """Words mean something where only some do."""
    for name, f in MAP_FIELDS.items():
        yield from odd_words(name, f, plain.properties.get(name, ""))
    for t in things:
        for name, f in CLASSES[t.cls].fields.items():
            yield from odd_words(name, f, t.v[name], t.id)


ODD = {"tags": "tag-unknown", "gear": "item-unknown"}


def odd_words(name: str, field: Field, value: object, object_id: int = 0) -> Iterator[Doubt]:
    """Doubt the words of a property that are none of those it knows."""
    words = value if isinstance(value, tuple) else (str(value),)
    for word in words if field.known else ():
        if word and word.partition("=")[0] not in field.known:
            what = f"{name} {brief(word, 40)!r} means nothing"
            yield warning(ODD.get(name, "property-value"), what, f"one of: {' '.join(field.known)}", object_id)
