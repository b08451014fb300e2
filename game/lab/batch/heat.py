"""Where things happened in many runs: squares of a picture for the page, and layers that Tiled shows over the level."""

from collections import Counter
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from game.lab.batch.places import KINDS, Points
from game.level.data import Level
from game.level.typed import TILE

COLOURS = {
    "deaths": "#e5484d",
    "sightings": "#7aa2f7",
    "seizures": "#e5b04d",
    "stuck": "#bb6bd9",
    "time": "#56b881",
}
PIXELS = 6  # to a metre on the page


def counted(places: list[Points], kind: str) -> Counter[tuple[int, int]]:
    """Return how often something happened on each square metre."""
    return Counter((int(x), int(y)) for points in places for x, y in points[kind])


def picture(level: Level, places: list[Points], kind: str) -> str:
    """Return an SVG of the map with squares, the more of it the darker."""
    ground = level.ground
    heat = counted(places, kind)
    most = max(heat.values(), default=1)
    parts = [
        f'<svg viewBox="0 0 {ground.width} {ground.height}" width="{ground.width * PIXELS}"'
        f' height="{ground.height * PIXELS}" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#10151c"/>'
    ]
    for row in range(0, ground.height * 2, 2):
        walls = [bool(ground.wall[row, column]) for column in range(0, ground.width * 2, 2)]
        parts += [
            f'<rect x="{x}" y="{row // 2}" width="1" height="1" fill="#33404f"/>' for x, w in enumerate(walls) if w
        ]
    for (x, y), n in sorted(heat.items()):
        share = 0.25 + 0.75 * n / most
        parts.append(
            f'<rect x="{x}" y="{y}" width="1" height="1" fill="{COLOURS[kind]}" fill-opacity="{share:.2f}">'
            f"<title>{n} at {x}, {y}</title></rect>"
        )
    return "".join(parts) + "</svg>"


def tiled(level: Level, places: list[Points]) -> bytes:
    """Return a .tmx of the level's size with one object layer a kind: a square for each square metre, `n` how often."""
    ground = level.ground
    size = {"width": str(ground.width), "height": str(ground.height)}
    tiles = {"tilewidth": str(TILE), "tileheight": str(TILE)}
    top = Element("map", {"version": "1.10", "orientation": "orthogonal", **size, **tiles, "infinite": "0"})
    number = 0
    for layer, kind in enumerate(KINDS, 1):
        group = SubElement(
            top, "objectgroup", {"id": str(layer), "name": f"heat {kind}", "color": COLOURS[kind], "opacity": "0.6"}
        )
        for (x, y), n in sorted(counted(places, kind).items()):
            number += 1
            square: dict[str, Any] = {"id": number, "x": x * TILE, "y": y * TILE, "width": TILE, "height": TILE}
            thing = SubElement(group, "object", {name: str(value) for name, value in square.items()} | {"name": str(n)})
            properties = SubElement(thing, "properties")
            SubElement(properties, "property", {"name": "n", "type": "int", "value": str(n)})
    top.set("nextlayerid", str(len(KINDS) + 1))
    top.set("nextobjectid", str(number + 1))
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(top)
