"""What objects a level may hold: one row a class; the reader, the lint and the editor's project files follow it."""

from dataclasses import dataclass, field

from game.content.actors import ACTORS, TEAMS
from game.content.doors import DOORS
from game.content.looks import LOOK_IDS
from game.content.props import PROPS
from game.content.weapons import ITEMS, THINGS
from game.sim.effects import ON


@dataclass(frozen=True, kw_only=True)
class Field:
    """A property: its form (text, lines, number, yes, colour, ref, words, when, do), range, choices or default.

    ref fields name the class of the object that they point at in `target`; words are split at commas and spaces.
    """

    form: str = "text"
    need: bool = False
    default: str | float | bool = ""
    low: float = 0.0
    high: float = 1e6
    whole: bool = False
    choices: tuple[str, ...] = ()
    target: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Class:
    """A class of objects: the shapes it may have, whether it needs a name, its properties, the most of it."""

    id: str
    note: str
    shapes: tuple[str, ...]
    named: bool = False
    most: int = 0
    fields: dict[str, Field] = field(default_factory=dict)


AREA, SPOT, LINE = ("rect", "polygon"), ("point", "rect", "tile"), ("polyline", "polygon")
BOX = ("rect", "ellipse", "tile", "point")
LOOK = Field(choices=LOOK_IDS, note="whom it looks like")
TICKS = Field(form="number", whole=True, note="ticks, 60 a second")
TAGS = ("room", "dark", "hide", "exit", "edge", "safe", "hot", "counter", "quiet")  # and restricted, restricted=ROLE
HAZARDS = ("steam", "cryo", "fire", "molten", "power")
USERS = ("any", "t800", "john", "sarah")

CLASSES: dict[str, Class] = {
    c.id: c
    for c in (
        Class(
            id="start",
            note="where the player begins",
            shapes=SPOT,
            most=1,
            fields={"kind": Field(default="t800", choices=tuple(ACTORS)), "form": LOOK, "gear": Field(form="words")},
        ),
        Class(
            id="spawn",
            note="who stands where at the beginning",
            shapes=SPOT,
            fields={
                "kind": Field(need=True, choices=tuple(ACTORS)),
                "count": Field(form="number", whole=True, default=1, low=1, high=60),
                "team": Field(default="civilian", choices=TEAMS),
                "route": Field(form="ref", target="path"),
                "gear": Field(form="words"),
                "form": LOOK,
                "when": Field(form="when", note="waits outside for this, until a trigger says `spawn NAME`"),
            },
        ),
        Class(
            id="zone",
            note="a named area",
            shapes=AREA,
            named=True,
            fields={"room": Field(), "tags": Field(form="words")},
        ),
        Class(
            id="trigger",
            note="what happens when",
            shapes=(*AREA, "point"),
            fields={
                "on": Field(need=True, choices=ON),
                "who": Field(),
                "when": Field(form="when"),
                "do": Field(form="do", need=True),
                "once": Field(form="yes", default=True),
                "wait": TICKS,
            },
        ),
        Class(
            id="objective",
            note="a line on the player's screen",
            shapes=SPOT,
            named=True,
            fields={
                "text": Field(need=True),
                "done": Field(form="when", need=True),
                "next": Field(),
                "optional": Field(form="yes", default=False),
                "marker": Field(),
            },
        ),
        Class(
            id="path",
            note="a line of places",
            shapes=LINE,
            fields={
                "kind": Field(need=True, choices=("patrol", "errand", "way", "vehicle", "bot")),
                "act": Field(),
                "dwell": Field(form="number", default=0.0, high=600, note="seconds at each place"),
            },
        ),
        Class(
            id="door",
            note="a door; its rectangle fills the opening",
            shapes=("rect",),
            named=True,
            fields={"kind": Field(need=True, choices=tuple(DOORS)), "key": Field(), "delay": TICKS},
        ),
        Class(
            id="light",
            note="a lamp",
            shapes=SPOT,
            fields={
                "kind": Field(default="bulb"),
                "radius": Field(form="number", need=True, low=0.5, high=40, note="metres"),
                "colour": Field(form="colour", default="#fff2cc"),
                "flicker": Field(form="number", default=0.0, high=1),
                "group": Field(),
                "power": Field(form="number", default=1.0, high=4),
            },
        ),
        Class(
            id="device",
            note="something to hold Interact at",
            shapes=("rect",),
            named=True,
            fields={
                "user": Field(default="any", choices=USERS),
                "ticks": Field(form="number", whole=True, default=30, low=1, high=3600),
                "tags": Field(form="words"),
            },
        ),
        Class(
            id="item",
            note="something to pick up",
            shapes=SPOT,
            fields={"kind": Field(need=True, choices=(*ITEMS, *THINGS))},
        ),
        Class(
            id="hazard",
            note="steam, cold, fire, melt or a live rail",
            shapes=(*AREA, "ellipse"),
            fields={
                "kind": Field(need=True, choices=HAZARDS),
                "period": TICKS,
                "share": Field(form="number", default=1.0, high=1),
                "when": Field(form="when"),
            },
        ),
        Class(
            id="mimic",
            note="a thing that a T-1000 may be",
            shapes=("rect", "ellipse", "point"),
            fields={"form": Field(need=True), "tell_a": Field(need=True), "tell_b": Field(need=True)},
        ),
        Class(id="lure", note="where it calls from", shapes=SPOT, fields={"form": Field()}),
        Class(id="lesson", note="what is learned here", shapes=SPOT, fields={"teacher": Field(), "act": Field()}),
        Class(
            id="prop",
            note="furniture and cargo; its rectangle is its footprint",
            shapes=BOX,
            fields={
                "kind": Field(need=True, choices=tuple(PROPS)),
                "turn": Field(form="number", whole=True, default=0, choices=("0", "90", "180", "270")),
            },
        ),
        Class(
            id="sign",
            note="words on a wall or floor",
            shapes=SPOT,
            fields={"text": Field(need=True), "colour": Field(form="colour", default="#e8e0d0")},
        ),
    )
}

MAP_FIELDS: dict[str, Field] = {
    "mission": Field(),
    "title": Field(),
    "par": Field(form="number", default=300.0, low=1, high=7200, note="seconds"),
    "ambient": Field(form="colour", default="#20242e"),
    "control": Field(default="t800", choices=tuple(ACTORS)),
    "hour": Field(default="night"),
    "stage": Field(),
    "quiet": Field(form="yes", default=False),
}
TILE_LAYERS = ("floor", "walls", "glass", "decor", "overhead")
OBJECT_LAYERS = ("entities", "triggers", "lights")
