"""The project file: classes and choices for Tiled 1.9 and later, the commands under F5 and F6, where the rest lies."""

import json
from typing import Any

from game.level.schema import CLASSES, MAP_FIELDS, Field

PLAIN = {"number": "float", "yes": "bool", "colour": "color", "ref": "object"}  # all others are strings
Row = dict[str, Any]


def kind_of(f: Field) -> str:
    """Return the type that Tiled keeps a field in."""
    return "int" if f.form == "number" and f.whole else PLAIN.get(f.form, "string")


def default_of(f: Field) -> Any:
    """Return what a field is where nobody says: nothing for one that is needed, so that nobody forgets it."""
    kind = kind_of(f)
    if kind == "object":
        return 0
    if f.form == "number":
        value = float(f.default or (f.low if f.need else 0))
        return int(value) if f.whole else value
    return False if kind == "bool" and not f.default else f.default


def choices_name(owner: str, name: str) -> str:
    """Return what Tiled calls the choices of a field."""
    return f"{owner}.{name}"


def text() -> str:
    """Return the project file, in the order and form in which Tiled itself writes it."""
    whole = {
        "automappingRulesFile": "../tools/tiled/automap/rules.txt",
        "commands": [
            command("Play this level", "F5", "play %mapfile --watch"),
            command("Check this level", "F6", "check %mapfile"),
        ],
        "compatibilityVersion": 1080,
        "extensionsPath": "extensions",
        "folders": ["."],
        "objectTypesFile": "objecttypes.xml",
        "properties": [],
        "propertyTypes": property_types(),
    }
    return json.dumps(whole, indent=4, sort_keys=True) + "\n"


def command(name: str, key: str, words: str) -> Row:
    """Return a command of Tiled's that calls the game from the folder above the levels."""
    return {
        "arguments": f"-m game {words}",
        "command": "python3",
        "enabled": True,
        "name": name,
        "saveBeforeExecute": True,
        "shortcut": key,
        "showOutput": True,
        "workingDirectory": "%projectpath/..",
    }


def property_types() -> list[Row]:
    """Return the choices of every field that has some, then every class and the map's own."""
    owners = [*((c.id, c.fields) for c in CLASSES.values()), ("map", MAP_FIELDS)]
    rows = [choices(choices_name(owner, n), f) for owner, some in owners for n, f in some.items() if f.choices]
    rows += [class_of(c.id, c.fields, c.colour, "object") for c in CLASSES.values()]
    rows.append(class_of("level", MAP_FIELDS, "#ffffff", "map"))
    return [{"id": i, **row} for i, row in enumerate(rows, 1)]


def choices(name: str, f: Field) -> Row:
    """Return the choices of a field, the empty one first where it may be left out."""
    values = list(f.choices) if f.default or f.form == "number" else ["", *f.choices]
    return {"name": name, "type": "enum", "storageType": "string", "values": values, "valuesAsFlags": False}


def class_of(name: str, fields: dict[str, Field], colour: str, use: str) -> Row:
    """Return a class with its members."""
    members = [member(name if use == "object" else "map", n, f) for n, f in fields.items()]
    return {
        "name": name,
        "type": "class",
        "color": f"#ff{colour[1:]}",
        "drawFill": True,
        "members": members,
        "useAs": [use, "tile"] if use == "object" else [use],
    }


def member(owner: str, name: str, f: Field) -> Row:
    """Return one member of a class; a field with choices of text gets them."""
    row: Row = {"name": name, "type": kind_of(f), "value": default_of(f)}
    if f.choices and kind_of(f) == "string":
        row["propertyType"] = choices_name(owner, name)
    return row
