"""Strategies for levels that nobody would draw: any object of the schema with any values, and files with bytes astray."""

from typing import Any
from xml.sax.saxutils import quoteattr

import msgspec
from hypothesis import strategies as st
from level_maps import START, H, W, csv, layer, room, tmx

from game.level.schema import CLASSES, MAP_FIELDS, Class, Field
from game.level.words import write_do, write_when
from game.sim.conditions import WHEN, And, Not, Or
from game.sim.effects import DO
from tools.tiled.project import kind_of

# what is in every wild level, so that names mean something
BASE = START + (
    '<object id="90" name="hall" type="zone" x="64" y="64" width="96" height="64"/>'
    '<object id="89" name="rim" type="zone" x="224" y="0" width="32" height="192"/>'
    '<object id="91" name="gate" type="door" x="128" y="64" width="16" height="48">'
    '<properties><property name="kind" value="shutter"/></properties></object>'
    '<object id="92" name="lever" type="device" x="40" y="40" width="16" height="16"/>'
    '<object id="93" name="round" type="path" x="64" y="64"><properties><property name="kind" value="patrol"/></properties>'
    '<polyline points="0,0 64,0"/></object>'
    '<object id="94" name="goal" type="objective" x="64" y="64"><properties><property name="text" value="Go"/>'
    '<property name="done" value="flag a"/></properties><point/></object>'
    '<object id="95" name="car" type="prop" x="192" y="96" width="32" height="32"><properties>'
    '<property name="kind" value="car"/></properties></object>'
    '<object id="96" name="john" type="spawn" x="80" y="96"><properties><property name="kind" value="john"/>'
    '<property name="team" value="ward"/></properties><point/></object>'
    '<object id="97" name="t1000" type="spawn" x="200" y="60"><properties><property name="kind" value="t1000"/>'
    '<property name="team" value="hunter"/></properties><point/></object>'
    '<object id="98" name="late" type="spawn" x="150" y="140"><properties><property name="kind" value="guard"/>'
    '<property name="team" value="law"/><property name="when" value="flag a"/></properties><point/></object>'
)
PEOPLE = ("t800", "john", "t1000", "late", "all", "law", "nobody")
# what a word's field may name, by the field; all others name anything
KNOWN = {
    "SetDoor.name": ("gate",),
    "SetObjective.name": ("goal",),
    "Done.objective": ("goal",),
    "In.zone": ("hall", "rim"),
    "Vehicle.prop": ("car",),
    "Vehicle.zone": ("hall", "rim"),
    "Alarm.place": ("hall",),
    "Goto.place": ("hall", "rim"),
    "Spawn.name": ("late",),
    "GiveItem.kind": ("pistol", "shotgun", "key_staff", "nothing"),
    "Has.item": ("pistol", "key_staff", "nothing"),
    "Checkpoint.name": ("first", "second"),
}
NAMES = ("t800", "john", "a", "b", "hall", "lever", "all", "law", "goal", "gate", "flag")
WILD = st.sampled_from(
    ["", "0", "-1", "nan", "1e9", "true", "#12", "x" * 30, "a b,c", "!", "flag a", "\u202e", "2147483647"]
)


def value_of(owner: str, name: str, kind: Any) -> st.SearchStrategy[Any]:
    """Return words for a field of a struct of the trigger language."""
    if known := KNOWN.get(f"{owner}.{name}"):
        return st.sampled_from(known)
    if name in ("who", "a", "b"):
        return st.sampled_from(PEOPLE)
    if kind is int:
        return st.integers(-5, 2000)
    if kind is float:
        return st.floats(-2, 50, allow_nan=False).map(lambda x: round(x, 3))
    if kind is str:
        return st.sampled_from(NAMES)
    return st.sampled_from(kind.__args__)


def structs(table: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        [
            st.builds(k, *(value_of(k.__name__, f.name, f.type) for f in msgspec.structs.fields(k)))
            for k in table.values()
        ]
    )


ATOMS = st.one_of(structs(WHEN), st.builds(Not, structs(WHEN)))
CONDITIONS = st.one_of(
    ATOMS, st.lists(ATOMS, min_size=2, max_size=3).map(lambda p: And(tuple(p))), st.tuples(ATOMS, ATOMS).map(Or)
)
WHENS = CONDITIONS.map(write_when)
DOS = st.lists(structs(DO), min_size=1, max_size=3).map(lambda d: write_do(tuple(d)))


def values(f: Field) -> st.SearchStrategy[str]:
    """Return good values of a property, now and then a wild one."""
    good: st.SearchStrategy[str]
    if f.choices:
        good = st.sampled_from(f.choices)
    elif f.form == "number":
        top = min(f.high, 60.0)
        low = min(f.low, top)
        good = (
            st.integers(int(low) + 1, max(int(low) + 1, int(top))).map(str) if f.whole else st.floats(low, top).map(str)
        )
    elif f.form in ("when", "do"):
        good = WHENS if f.form == "when" else DOS
    elif f.form == "yes":
        good = st.sampled_from(["true", "false"])
    elif f.form == "colour":
        good = st.just("#ff8040")
    elif f.form == "ref":
        good = st.sampled_from(["0", "93"])
    else:
        good = st.sampled_from([*NAMES, *f.known, *f.examples])
    return st.integers(0, 40).flatmap(lambda n: good if n else WILD)


@st.composite
def things(draw: st.DrawFn, number: int) -> str:
    """Return one object, drawn somewhere in the room in some way."""
    c: Class = draw(st.sampled_from([c for c in CLASSES.values() if c.id != "start"]))
    shape = draw(st.sampled_from(c.shapes))
    x, y = draw(st.integers(33, W * 32 - 70)), draw(st.integers(33, H * 32 - 70))
    w, h = draw(st.integers(1, 64)), draw(st.integers(1, 64))
    inner = {
        "rect": "",
        "tile": "",
        "point": "<point/>",
        "ellipse": "<ellipse/>",
        "polygon": f'<polygon points="0,0 {w},0 {w},{h}"/>',
        "polyline": f'<polyline points="0,0 {w},0 {w},{h}"/>',
    }[shape]
    size = f'width="{w}" height="{h}"' if shape in ("rect", "ellipse", "tile") else ""
    y, gid = (y + h, 'gid="18"') if shape == "tile" else (y, "")
    told = [(n, f, draw(values(f))) for n, f in c.fields.items() if f.need or draw(st.booleans())]
    rows = "".join(f'<property name="{n}" type="{kind_of(f)}" value={quoteattr(v)}/>' for n, f, v in told)
    return (
        f'<object id="{number}" name="n{number}" type="{c.id}" x="{x}" y="{y}" {size} {gid}>'
        f"<properties>{rows}</properties>{inner}</object>"
    )


@st.composite
def levels(draw: st.DrawFn) -> str:
    """Return a map of one room with wild objects, walls, glass and properties."""
    count = draw(st.integers(0, 10))
    objects = "".join(draw(things(i)) for i in range(2, 2 + count))
    walls = room() if draw(st.integers(0, 3)) else [[0] * W for _ in range(H)]
    glass = [[0] * W for _ in range(H)]
    for _ in range(draw(st.integers(0, 5))):
        x, y = draw(st.integers(0, W - 1)), draw(st.integers(0, H - 1))
        walls[y][x] = draw(st.integers(0, 17).filter(lambda g: g == 0 or g > 2))
        glass[y][x] = draw(st.sampled_from([0, 18, 24, 29]))
    own = "".join(
        f'<property name="{n}" type="{kind_of(f)}" value={quoteattr(draw(values(f)))}/>'
        for n, f in MAP_FIELDS.items()
        if n != "control" and not draw(st.integers(0, 4))
    )
    text = tmx(objects=BASE + objects, walls=layer("walls", csv(walls), 2), more=layer("glass", csv(glass), 3))
    return text.replace(" <tileset", f"<properties>{own}</properties> <tileset", 1)


@st.composite
def astray(draw: st.DrawFn, text: bytes) -> bytes:
    """Return a file with a few pieces cut, doubled, moved or overwritten."""
    data = bytearray(text)
    for _ in range(draw(st.integers(1, 4))):
        at, more = draw(st.integers(0, len(data) - 1)), draw(st.integers(1, 40))
        piece = bytes(data[at : at + more])
        how = draw(st.sampled_from(["cut", "twice", "move", "digits", "bytes"]))
        if how == "cut":
            del data[at : at + more]
        elif how == "twice":
            data[at:at] = piece
        elif how == "move":
            del data[at : at + more]
            to = draw(st.integers(0, len(data)))
            data[to:to] = piece
        elif how == "digits":
            data[at : at + more] = bytes(
                draw(st.sampled_from(b"0123456789-.,")) if chr(c).isdigit() else c for c in piece
            )
        else:
            data[at : at + more] = draw(st.binary(max_size=more))
        if not data:
            return b""
    return bytes(data)
