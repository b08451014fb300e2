"""Writes a level's mirror image, left for right: what is true of a game must be true on it, or it is tuned to one map.

    python -m tools.mirror levels/closing_time.tmx /tmp/mirrored

Reads trusted levels only: ours, saved by Tiled as CSV, with tilesets of their own files.
"""

import shutil
import sys
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, parse

TILE = 32  # pixels
FLAGS = 0xF0000000
FLIP_H = 0x80000000
# a wall tile is a set of quarters (1 north-west, 2 north-east, 4 south-west, 8 south-east), fifteen a style
QUARTERS = 15
# a pane that lies along x: whole, its left half, its right half; then one along y at the tile's left edge, then in its middle
HALVES = {1: 2, 2: 1, 4: 5, 5: 4}
AT_LEFT_EDGE = (6, 7, 8)


def mirrored(level: Path, folder: Path) -> Path:
    """Write the mirror image of a level, and copies of its tilesets, into a folder; return its path."""
    tree = parse(level)
    root = tree.getroot()
    width = int(root.get("width", "0"))
    firsts = [take_along(sheet, level.parent, folder) for sheet in root.iterfind("tileset")]
    for layer in root.iter("layer"):
        turn_layer(layer, width, firsts)
    for thing in root.iter("object"):
        turn_object(thing, width * TILE)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / level.name
    ElementTree(root).write(path, encoding="UTF-8", xml_declaration=True)
    return path


def take_along(sheet: Element, base: Path, folder: Path) -> tuple[int, str]:
    """Copy a tileset and its picture beside the mirrored level; return its first gid and its name."""
    source = base / sheet.get("source", "")
    inside = folder / "tiles"
    inside.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, inside)
    for image in parse(source).getroot().iter("image"):
        shutil.copy(source.parent / image.get("source", ""), inside)
    sheet.set("source", f"tiles/{source.name}")
    return int(sheet.get("firstgid", "1")), source.stem


def turn_layer(layer: Element, width: int, firsts: list[tuple[int, str]]) -> None:
    """Turn the rows of a tile layer round, and each tile with them."""
    data = layer.find("data")
    assert data is not None, "a layer without tiles"
    numbers = [int(word) for word in (data.text or "").replace("\n", "").split(",")]
    rows = [numbers[i : i + width] for i in range(0, len(numbers), width)]
    data.text = "\n" + ",\n".join(",".join(map(str, turn_row(row, layer, firsts))) for row in rows) + "\n"


def turn_row(row: list[int], layer: Element, firsts: list[tuple[int, str]]) -> list[int]:
    """Return a row the other way round; a pane at a tile's left edge ends up at the left edge of the next tile."""
    out = [0] * len(row)
    for x, gid in enumerate(row):
        if not gid & ~FLAGS:
            continue
        first, sheet = max(f for f in firsts if f[0] <= gid & ~FLAGS)
        local = (gid & ~FLAGS) - first
        at = len(row) - 1 - x + (sheet == "glass" and local in AT_LEFT_EDGE)
        assert not out[at], f"two panes in one tile of {layer.get('name')}"
        out[at] = turned_tile(gid, first, sheet)
    return out


def turned_tile(gid: int, first: int, sheet: str) -> int:
    """Return the mirror image of one tile."""
    local = (gid & ~FLAGS) - first
    if sheet == "walls":
        style, quarters = divmod(local, QUARTERS)
        quarters += 1
        swapped = (quarters & 0b0101) << 1 | (quarters & 0b1010) >> 1
        return first + style * QUARTERS + swapped - 1
    if sheet == "glass":
        return first + HALVES.get(local, local)
    return gid if sheet == "floors" else gid ^ FLIP_H


def turn_object(thing: Element, width: float) -> None:
    """Move an object to the other side, its points and a prop's turn with it."""
    thing.set("x", f"{width - float(thing.get('x', '0')) - float(thing.get('width', '0')):g}")
    for line in (*thing.iterfind("polygon"), *thing.iterfind("polyline")):
        pairs = [pair.split(",") for pair in line.get("points", "").split()]
        line.set("points", " ".join(f"{-float(x):g},{y}" for x, y in pairs))
    for value in thing.iter("property"):
        if value.get("name") == "turn":
            value.set("value", str(-int(value.get("value", "0")) % 360))


def main() -> None:
    """Mirror one level."""
    if len(sys.argv) != 3:
        raise SystemExit("usage: python -m tools.mirror LEVEL.tmx FOLDER")
    print(mirrored(Path(sys.argv[1]), Path(sys.argv[2])))


if __name__ == "__main__":
    main()
