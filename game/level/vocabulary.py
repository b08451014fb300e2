"""The words of Tiled's files: which element may stand in which, which attributes count, and what each may hold."""

import math
import re
from dataclasses import dataclass

from game.level.limits import LIMITS

WHOLE = re.compile(r"[+-]?[0-9]{1,10}")
REAL = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{0,17})?([eE][+-]?[0-9]{1,3})?")


@dataclass(frozen=True)
class Kind:
    """What an attribute may hold: text of bounded length, a whole number, a number, or yes and no."""

    form: str = "text"
    low: float = 0.0
    high: float = float(LIMITS.text)

    def fault(self, value: str) -> str:
        """Return what is wrong with a value, or an empty string."""
        if self.form == "text":
            return "" if len(value) <= self.high else f"is longer than {self.high:.0f} characters"
        if self.form == "yes":
            return "" if value in ("0", "1", "true", "false") else "is neither 0 nor 1"
        pattern = WHOLE if self.form == "whole" else REAL
        if not pattern.fullmatch(value):
            return "is no whole number" if self.form == "whole" else "is no number"
        number = float(value)
        if not math.isfinite(number) or not self.low <= number <= self.high:
            return f"is not between {self.low:g} and {self.high:g}"
        return ""


def whole(low: float, high: float) -> Kind:
    return Kind("whole", low, high)


TEXT, YES = Kind(), Kind("yes")
REALS = Kind("real", -LIMITS.number, LIMITS.number)
IDS = whole(0, 2**31 - 1)
PIXELS = whole(*LIMITS.tile_side)
SPACE = whole(0, LIMITS.tile_side[1])
IMAGE_SIDE = whole(0, 2**31 - 1)  # what a file says of its picture; the picture itself is measured
SIDE = whole(1, LIMITS.side)
FAR = whole(-LIMITS.far, LIMITS.far)
POINTS = Kind("text", 0, LIMITS.points * 64)
SHARE = Kind("real", 0, 1)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LAYER = {
    "id": IDS,
    "name": TEXT,
    "class": TEXT,
    "visible": YES,
    "opacity": SHARE,
    "offsetx": REALS,
    "offsety": REALS,
}
_LAYER_LOOKS = _names("x y width height locked tintcolor parallaxx parallaxy mode color draworder repeatx repeaty")

# context -> attribute -> what it may hold; other attributes are dropped, with a warning unless MUTE knows them
ATTRIBUTES: dict[str, dict[str, Kind]] = {
    "map": {
        "version": TEXT,
        "tiledversion": TEXT,
        "orientation": TEXT,
        "width": SIDE,
        "height": SIDE,
        "tilewidth": PIXELS,
        "tileheight": PIXELS,
        "infinite": YES,
    },
    "tileset": {
        "firstgid": whole(1, LIMITS.gid),
        "source": TEXT,
        "name": TEXT,
        "tilewidth": PIXELS,
        "tileheight": PIXELS,
        "spacing": SPACE,
        "margin": SPACE,
        "columns": IDS,
        "tilecount": IDS,
        "objectalignment": TEXT,
    },
    "image": {"source": TEXT, "format": TEXT, "width": IMAGE_SIDE, "height": IMAGE_SIDE},
    "tile": {"id": whole(0, LIMITS.gid), "type": TEXT, "class": TEXT},
    "cell": {"gid": whole(0, 2**32 - 1)},
    "layer": _LAYER | {"width": SIDE, "height": SIDE},
    "data": {"encoding": TEXT, "compression": TEXT},
    "chunk": {"x": FAR, "y": FAR, "width": SIDE, "height": SIDE},
    "objectgroup": _LAYER,
    "imagelayer": _LAYER,
    "group": _LAYER,
    "object": {
        "id": whole(0, 2**31 - 1),
        "name": TEXT,
        "type": TEXT,
        "class": TEXT,
        "x": REALS,
        "y": REALS,
        "width": REALS,
        "height": REALS,
        "rotation": REALS,
        "gid": whole(0, 2**32 - 1),
        "visible": YES,
        "template": TEXT,
    },
    "polygon": {"points": POINTS},
    "polyline": {"points": POINTS},
    "point": {},
    "ellipse": {},
    "text": {},
    "properties": {},
    "property": {"name": TEXT, "type": TEXT, "propertytype": TEXT, "value": TEXT},
    "template": {},
}

# attributes that Tiled writes and the game has no use for
MUTE: dict[str, frozenset[str]] = {
    "map": _names(
        "class renderorder compressionlevel hexsidelength staggeraxis staggerindex parallaxoriginx parallaxoriginy "
        "backgroundcolor nextlayerid nextobjectid skewx skewy"
    ),
    "tileset": _names("class version tiledversion tilerendersize fillmode backgroundcolor"),
    "image": _names("trans id"),
    "tile": _names("terrain probability x y width height"),
    "layer": _LAYER_LOOKS,
    "objectgroup": _LAYER_LOOKS,
    "imagelayer": _LAYER_LOOKS,
    "group": _LAYER_LOOKS,
    "object": _names("opacity"),
    "text": _names("fontfamily pixelsize wrap color bold italic underline strikeout kerning halign valign"),
}

_ANY_LAYER = {t: t for t in ("layer", "objectgroup", "imagelayer", "group", "properties")}

# context -> child element -> its context; '' is known to Tiled and of no use here; others are dropped with a warning
CHILDREN: dict[str, dict[str, str]] = {
    "": {"map": "map", "tileset": "tileset", "template": "template"},
    "map": _ANY_LAYER | {"tileset": "tileset", "editorsettings": ""},
    "tileset": {
        "image": "image",
        "tile": "tile",
        "properties": "properties",
        **dict.fromkeys(("tileoffset", "grid", "terraintypes", "wangsets", "transformations"), ""),
    },
    "tile": {"image": "image", "properties": "properties", "objectgroup": "", "animation": ""},
    "layer": {"properties": "properties", "data": "data"},
    "data": {"tile": "cell", "chunk": "chunk"},
    "chunk": {"tile": "cell"},
    "objectgroup": {"properties": "properties", "object": "object"},
    "imagelayer": {"properties": "properties", "image": "image"},
    "group": _ANY_LAYER,
    "object": {t: t for t in ("properties", "polygon", "polyline", "point", "ellipse", "text")},
    "properties": {"property": "property"},
    "property": {"properties": "", "item": ""},
    "image": {},
    "template": {"tileset": "tileset", "object": "object"},
}
SPEAKS = frozenset(("data", "chunk", "property", "text"))  # contexts whose text counts
