"""Templates: everybody, every prop, door, device, item and lamp as an object ready to be put down."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from game.content.actors import ACTORS
from game.content.doors import DOORS
from game.content.lamps import LAMPS
from game.content.props import PROPS
from game.content.weapons import ITEMS, THINGS
from game.level.schema import CLASSES, HAZARDS
from game.level.typed import TILE
from tools.tiled.project import kind_of
from tools.tiled.types import written

NOBODY = ("blob",)  # drops of the T-1000 are made by the rules alone
OPENING = (1.5, 0.5)  # metres of a door in a thin wall


@dataclass(frozen=True)
class Model:
    """A template's object: class, name, size in metres (None: a point) and what it says."""

    cls: str
    name: str
    size: tuple[float, float] | None
    values: dict[str, str | int | float]


# kind -> radius in metres, colour, flicker
SHINE: dict[str, tuple[float, str, float]] = {
    "bulb": (3.0, "#ffb050", 0.3),
    "tube": (4.5, "#c4d2f4", 0.0),
    "sodium": (4.2, "#ff9030", 0.1),
    "neon": (2.5, "#ff4fa0", 0.2),
    "exit": (1.5, "#4fe08a", 0.0),
    "screen": (1.6, "#7fb8ff", 0.5),
    "sky": (8.0, "#86aef0", 0.0),
    "furnace": (6.0, "#ff7a20", 0.4),
    "molten": (5.0, "#ff8a28", 0.3),
    "monitor": (1.4, "#9fd0ff", 0.4),
    "glint": (3.0, "#ffb050", 0.0),
}
# name -> who works it, ticks, tags; a device's picture goes by the first word of its name
WORKED: dict[str, tuple[str, int, str]] = {
    "lever": ("any", 60, "counter"),
    "switch": ("any", 20, ""),
    "alarm": ("any", 20, "counter"),
    "breakers": ("any", 90, ""),
    "phone": ("any", 60, ""),
    "valve": ("any", 60, "counter"),
    "keypad": ("john", 120, ""),
    "monitors": ("t800", 90, ""),
}


def texts() -> dict[str, str]:
    """Return every template by its path below templates/."""
    return dict(made())


def made() -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every template."""
    yield "start.tx", text(Model("start", "t800", None, {"kind": "t800"}))
    for kind in ACTORS:
        if kind not in NOBODY:
            yield f"actors/{kind}.tx", text(_actor(kind))
    for prop in PROPS.values():
        yield f"props/{prop.id}.tx", text(Model("prop", "", (prop.w, prop.h), {"kind": prop.id, "turn": 0}))
    for kind in DOORS:
        yield f"doors/{kind}.tx", text(Model("door", f"door_{kind}", OPENING, {"kind": kind}))
    for name, (user, ticks, tags) in WORKED.items():
        yield (
            f"devices/{name}.tx",
            text(Model("device", name, (0.5, 0.5), {"user": user, "ticks": ticks, "tags": tags})),
        )
    for kind in (*ITEMS, *THINGS):
        yield f"items/{kind}.tx", text(Model("item", "", None, {"kind": kind}))
    for kind in HAZARDS:
        yield f"hazards/{kind}.tx", text(Model("hazard", "", (1.0, 1.0), {"kind": kind}))
    for kind in LAMPS:
        radius, colour, flicker = SHINE[kind]
        yield (
            f"lights/{kind}.tx",
            text(Model("light", "", None, {"kind": kind, "radius": radius, "colour": colour, "flicker": flicker})),
        )


def _actor(kind: str) -> Model:
    return Model("spawn", kind, None, {"kind": kind, "team": ACTORS[kind].team, "count": 1})


def text(model: Model) -> str:
    """Return a template's file as Tiled writes it."""
    fields = CLASSES[model.cls].fields
    head = f"name={quoteattr(model.name)} " if model.name else ""
    size = "" if model.size is None else f' width="{model.size[0] * TILE:g}" height="{model.size[1] * TILE:g}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<template>",
        f' <object {head}type="{model.cls}"{size}>',
        "  <properties>",
    ]
    for name, value in sorted(model.values.items()):
        kind = kind_of(fields[name])
        kept = "" if kind == "string" else f' type="{kind}"'
        lines.append(f'   <property name="{name}"{kept} value={quoteattr(written(value))}/>')
    lines += ["  </properties>", *(["  <point/>"] if model.size is None else []), " </object>", "</template>"]
    return "\n".join(lines) + "\n"
