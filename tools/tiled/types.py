"""objecttypes.xml: the classes with their properties, for Tiled 1.8 and whoever imports them elsewhere."""

from xml.sax.saxutils import quoteattr

from game.level.schema import CLASSES, Class
from tools.tiled.project import default_of, kind_of


def text() -> str:
    """Return the whole file."""
    rows = "\n".join(class_lines(c) for c in CLASSES.values())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<objecttypes>\n{rows}\n</objecttypes>\n'


def class_lines(c: Class) -> str:
    """Return a class's lines."""
    head = f" <objecttype name={quoteattr(c.id)} color={quoteattr(c.colour)}"
    if not c.fields:
        return f"{head}/>"
    rows = [
        f"  <property name={quoteattr(n)} type={quoteattr(kind_of(f))} default={quoteattr(written(default_of(f)))}/>"
        for n, f in c.fields.items()
    ]
    return "\n".join([f"{head}>", *rows, " </objecttype>"])


def written(value: object) -> str:
    """Return a value as Tiled writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)
