"""What objects a level may hold: one row a class; the reader, the lint and the editor's project files follow it."""

from dataclasses import dataclass, field

from game.content.actors import ACTORS, TEAMS
from game.content.doors import DOORS
from game.content.lamps import LAMPS
from game.content.looks import LOOK_IDS
from game.content.props import PROPS
from game.content.weapons import ITEMS, THINGS
from game.sim.trigger import ON


@dataclass(frozen=True, kw_only=True)
class Field:
    """A property: its form (text, lines, number, yes, colour, ref, words, when, do), range, choices or default.

    ref fields name the class of the object that they point at in `target`; words are split at commas and spaces.
    `known` are all the words that mean something in a field that takes any: the lint doubts others (`tag=…` is its `tag`).
    `examples` are usual values of a field in which any other is as good.
    """

    form: str = "text"
    need: bool = False
    default: str | float | bool = ""
    low: float = 0.0
    high: float = 1e6
    whole: bool = False
    choices: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    target: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Class:
    """A class of objects: its colour in the editor, its shapes, whether it needs a name, its properties, the most of it."""

    id: str
    note: str
    colour: str
    shapes: tuple[str, ...]
    named: bool = False
    most: int = 0
    fields: dict[str, Field] = field(default_factory=dict)


AREA, SPOT, LINE = ("rect", "polygon"), ("point", "rect", "tile"), ("polyline", "polygon")
BOX = ("rect", "ellipse", "tile", "point")
LOOK = Field(choices=LOOK_IDS, note="whom it looks like")
TAGS = ("room", "dark", "hide", "exit", "edge", "safe", "hot", "counter", "quiet")  # and restricted, restricted=ROLE
HAZARDS = ("steam", "cryo", "fire", "molten", "power", "press", "gears")
USERS = ("any", "t800", "john", "sarah")
WHO = "a name, a team, or all (the player's side)"
GEAR = Field(form="words", known=(*ITEMS, "radio", "frozen", "torn"), note="what is carried from the start")

CLASSES: dict[str, Class] = {
    c.id: c
    for c in (
        Class(
            id="start",
            note="where the player begins",
            colour="#5ad1ff",
            shapes=SPOT,
            most=1,
            fields={"kind": Field(default="t800", choices=tuple(ACTORS), note="who it is"), "form": LOOK, "gear": GEAR},
        ),
        Class(
            id="spawn",
            note="who stands where at the beginning",
            colour="#ffd166",
            shapes=SPOT,
            fields={
                "kind": Field(need=True, choices=tuple(ACTORS), note="who it is"),
                "count": Field(form="number", whole=True, default=1, low=1, high=60, note="so many, named NAME_1 …"),
                "team": Field(default="civilian", choices=TEAMS, note="on whose side"),
                "route": Field(form="ref", target="path", note="the path that is walked: a patrol or an errand"),
                "gear": GEAR,
                "form": LOOK,
                "when": Field(form="when", note="waits outside for this, until a trigger says `spawn NAME`"),
            },
        ),
        Class(
            id="zone",
            note="a named area",
            colour="#6ab187",
            shapes=AREA,
            named=True,
            fields={
                "room": Field(note="the room that it is a part of"),
                "tags": Field(form="words", known=(*TAGS, "restricted"), note="what the place is to people"),
            },
        ),
        Class(
            id="trigger",
            note="what happens when",
            colour="#ff8c42",
            shapes=(*AREA, "point"),
            fields={
                "on": Field(need=True, choices=tuple(ON), note="what it listens for"),
                "who": Field(note=WHO + "; nobody: whoever it is"),
                "when": Field(form="when", note="only while this holds"),
                "do": Field(form="do", need=True, note="the effects, one a line"),
                "once": Field(form="yes", default=True, note="never again after the first time"),
                "wait": Field(form="number", whole=True, note="ticks before it may fire again"),
            },
        ),
        Class(
            id="objective",
            note="a line on the player's screen",
            colour="#f4f1de",
            shapes=SPOT,
            named=True,
            fields={
                "text": Field(need=True, note="the words on the screen"),
                "done": Field(form="when", need=True, note="done when this holds; then the flag of its name is set"),
                "next": Field(note="the objective after it"),
                "optional": Field(form="yes", default=False, note="beside the others"),
                "marker": Field(note="where to: a zone, a room or a person; nothing: at the object itself"),
            },
        ),
        Class(
            id="path",
            note="a line of places",
            colour="#9ad1d4",
            shapes=LINE,
            fields={
                "kind": Field(
                    need=True,
                    choices=("patrol", "errand", "way", "vehicle", "bot"),
                    note="whose: bot is the base bot's way",
                ),
                "act": Field(note="what is done at each place"),
                "dwell": Field(form="number", default=0.0, high=600, note="seconds at each place"),
            },
        ),
        Class(
            id="door",
            note="a door; its rectangle fills the opening",
            colour="#c08552",
            shapes=("rect",),
            named=True,
            fields={
                "kind": Field(need=True, choices=tuple(DOORS), note="how it opens, what it stops"),
                "key": Field(note="the item that opens it, or the device that works it (a note; triggers do the work)"),
                "delay": Field(form="number", whole=True, note="ticks after which a heavy door goes back by itself"),
            },
        ),
        Class(
            id="light",
            note="a lamp",
            colour="#fff2a8",
            shapes=SPOT,
            fields={
                "kind": Field(
                    default="bulb",
                    examples=LAMPS,
                    note="the lamp; some throw no shadows; nobody sees by a glint; another word is a plain lamp",
                ),
                "radius": Field(form="number", need=True, low=0.5, high=40, note="metres"),
                "colour": Field(form="colour", default="#fff2cc"),
                "flicker": Field(form="number", default=0.0, high=1, note="how restless it is"),
                "group": Field(note="a name for `set`, that switches all lamps of it"),
                "power": Field(form="number", default=1.0, high=4, note="how bright"),
            },
        ),
        Class(
            id="device",
            note="something to hold Interact at",
            colour="#e76fce",
            shapes=("rect",),
            named=True,
            fields={
                "user": Field(default="any", choices=USERS, note="whose hands can work it"),
                "ticks": Field(
                    form="number", whole=True, default=30, low=1, high=3600, note="how long Interact is held"
                ),
                "tags": Field(form="words", known=("counter", "quiet"), note="counter: it helps against the hunter"),
            },
        ),
        Class(
            id="item",
            note="something to pick up",
            colour="#80ed99",
            shapes=SPOT,
            fields={"kind": Field(need=True, choices=(*ITEMS, *THINGS), note="what it is")},
        ),
        Class(
            id="hazard",
            note="steam, cold, fire, melt or a live rail",
            colour="#ff4d4d",
            shapes=(*AREA, "ellipse"),
            fields={
                "kind": Field(need=True, choices=HAZARDS, note="what it does to bodies"),
                "period": Field(form="number", whole=True, note="ticks from one burst to the next, 0 without pause"),
                "share": Field(form="number", default=1.0, high=1, note="the part of each period in which it bursts"),
                "when": Field(form="when", note="only while this holds"),
            },
        ),
        Class(
            id="mimic",
            note="a thing that a T-1000 may be",
            colour="#b8c0ff",
            shapes=("rect", "ellipse", "point"),
            fields={
                "form": Field(
                    need=True, note="the thing that it may be: a kind of prop, or `floor` and what you like after it"
                ),
                "tell_a": Field(need=True, note="what gives it away"),
                "tell_b": Field(need=True, note="what else does; never the same"),
            },
        ),
        Class(
            id="lure",
            note="where it calls from",
            colour="#b298dc",
            shapes=SPOT,
            fields={"form": Field(note="in whose voice it would fit (a note: it calls in one that it has learned)")},
        ),
        Class(
            id="lesson",
            note="where the machine learns something (a note: the word `lesson` does it)",
            colour="#94d2bd",
            shapes=SPOT,
            fields={"teacher": Field(note="who shows it"), "act": Field(note="what is shown")},
        ),
        Class(
            id="prop",
            note="furniture and cargo; its rectangle is its footprint",
            colour="#8d99ae",
            shapes=BOX,
            fields={
                "kind": Field(need=True, choices=tuple(PROPS), note="what it is; drawn as a point it has its own size"),
                "turn": Field(
                    form="number", whole=True, default=0, choices=("0", "90", "180", "270"), note="degrees, clockwise"
                ),
            },
        ),
        Class(
            id="sign",
            note="words on a wall or floor",
            colour="#e8e0d0",
            shapes=SPOT,
            fields={"text": Field(need=True, note="the words"), "colour": Field(form="colour", default="#e8e0d0")},
        ),
    )
}

MAP_FIELDS: dict[str, Field] = {
    "mission": Field(note="the mission's id; without one, and without objectives, the map is a hunt"),
    "title": Field(note="the name on the screen; without it the file's name"),
    "par": Field(form="number", default=300.0, low=1, high=7200, note="seconds that a good player takes"),
    "ambient": Field(form="colour", default="#20242e", note="light where no lamp reaches"),
    "control": Field(default="t800", choices=tuple(ACTORS), note="whom the player plays"),
    "hour": Field(default="night", known=("night", "dusk", "dawn", "day"), note="what the sky adds"),
    "stage": Field(note="a note on the place"),
    "quiet": Field(form="yes", default=False, note="no hunt here: counters are not asked for"),
}
TILE_LAYERS = ("floor", "walls", "glass", "decor", "overhead")
OBJECT_LAYERS = ("entities", "triggers", "lights", "dressing", "signs")
