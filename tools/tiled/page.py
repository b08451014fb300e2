"""The level maker's reference: classes with their properties, the words of triggers, limits, the lint's codes."""

from typing import Any

from game.level.codes import CODES
from game.level.limits import LIMITS
from game.level.schema import CLASSES, MAP_FIELDS, OBJECT_LAYERS, TAGS, TILE_LAYERS, Field
from game.level.words import usage
from game.sim.conditions import WHEN
from game.sim.effects import DO
from game.sim.trigger import ON

BEGIN, END = "<!-- written by python -m tools.tiled: begin -->", "<!-- written by python -m tools.tiled: end -->"
MANY = 1e6  # a number that has no end of its own
FORMS = {
    "text": "text",
    "number": "number",
    "yes": "yes or no",
    "colour": "colour",
    "ref": "object",
    "words": "words",
    "when": "condition",
    "do": "effects",
}


def text(before: str) -> str:
    """Return the page with the part between the two marks written anew; without marks it is put at the end."""
    head, _, rest = before.partition(BEGIN)
    tail = rest.partition(END)[2] if rest else "\n"
    return f"{head}{BEGIN}\n{reference()}\n{END}{tail}"


def reference() -> str:
    """Return everything that follows from the schema."""
    parts = [layers(), map_part(), *(class_part(c.id) for c in CLASSES.values()), words(), limits(), codes()]
    return "\n\n".join(parts)


def layers() -> str:
    """Return which layers there are."""
    return (
        "## Reference\n\n"
        f"Tile layers: {_list(TILE_LAYERS)}. Object layers, for order only: {_list(OBJECT_LAYERS)}.\n"
        f"Tags of a zone: {_list(TAGS)}, `restricted` and `restricted=ROLE`."
    )


def map_part() -> str:
    """Return the map's own properties."""
    return "### The map itself\n\n" + table(MAP_FIELDS)


def class_part(cls: str) -> str:
    """Return a class: what it is, how it is drawn, its properties."""
    c = CLASSES[cls]
    more = [f"Drawn as {' or '.join(c.shapes)}."]
    more += ["It needs a name."] if c.named else []
    more += [f"At most {c.most}."] if c.most else []
    return f"### `{c.id}`: {c.note}\n\n{' '.join(more)}" + (f"\n\n{table(c.fields)}" if c.fields else "")


def table(fields: dict[str, Field]) -> str:
    """Return a table of properties."""
    rows = [f"| `{name}` | {FORMS[f.form]} | {said(f)} |" for name, f in fields.items()]
    return "\n".join(["| property | holds | |", "|---|---|---|", *rows])


def said(f: Field) -> str:
    """Return what there is to say of a field: whether it is needed, what it is about, range, choices, default."""
    parts = ["**needed**"] if f.need else []
    parts += [f.note] if f.note else []
    if f.choices:
        parts.append(f"one of {_list(f.choices)}")
    elif f.form == "number":
        parts.append(
            (f"{f.low:g} to {f.high:g}" if f.high < MANY else f"from {f.low:g}") + (", whole" if f.whole else "")
        )
    if f.known:
        parts.append(f"of {_list(f.known)}")
    if f.examples:
        parts.append(f"such as {_list(f.examples)}")
    if f.target:
        parts.append(f"points at a `{f.target}`")
    if f.default not in ("", False) and not f.need:
        parts.append(f"else `{_plain(f.default)}`")
    return "; ".join(parts)


def words() -> str:
    """Return the trigger language: what a trigger listens for, conditions, effects."""
    heard = "\n".join(f"| `{word}` | {note} |" for word, note in ON.items())
    return (
        "### What a trigger listens for (`on`)\n\n"
        f"| `on` | when |\n|---|---|\n{heard}\n\n"
        "### Conditions (`when` of triggers, spawns and hazards, `done` of objectives)\n\n"
        "Joined with `&` and `|` (`&` binds tighter); `!` before a condition turns it round.\n\n"
        f"{word_table(WHEN)}\n\n"
        f"### Effects (`do`, one a line)\n\n{word_table(DO)}"
    )


def word_table(kinds: dict[str, Any]) -> str:
    """Return a table of words, in the words of their structs."""
    rows = []
    for word, kind in kinds.items():
        told = (kind.__doc__ or "").strip().splitlines()[0]
        note = told.partition("`: ")[2] or told
        rows.append(f"| `{_cell(usage(word, kind))}` | {_cell(note)} |")
    return "\n".join(["| word | |", "|---|---|", *rows])


def _cell(words: str) -> str:
    """Return words whose bars are no ends of cells."""
    return words.replace("|", "\\|")


def limits() -> str:
    """Return what a level may hold."""
    side, last = LIMITS.side, LIMITS
    return (
        "### Limits\n\n"
        f"{side} x {side} tiles, {last.layers} layers, {last.objects} objects, {last.people} people, {last.tilesets} tilesets, "
        f"{last.templates} templates, {last.points} points of a line, {last.properties} properties of an object, "
        f"{last.text} characters of a text; a map of {last.map_bytes >> 20} MiB, pictures of {last.image_side} pixels a side."
    )


def codes() -> str:
    """Return the lint's codes."""
    rows = "\n".join(f"| `{code}` | {note} |" for code, note in CODES.items())
    return f"### Codes of `check`\n\n| code | |\n|---|---|\n{rows}"


def _list(some: tuple[str, ...]) -> str:
    return " ".join(f"`{s}`" for s in some)


def _plain(value: object) -> str:
    if value is True:
        return "true"
    return f"{value:g}" if isinstance(value, float) else str(value)
