"""Tile layers as pieces of an endless plane: a finite layer is one piece, an infinite one many; laid out on one grid."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

import msgspec
import numpy as np

from game.level.cells import decode
from game.level.data import LevelError
from game.level.limits import LIMITS
from game.level.plain import GID, Cells
from game.level.where import brief

SAVE = "save it with Tiled"


class Piece(msgspec.Struct, frozen=True):
    """Some tiles of a layer and where the first of them lies; cells [h, w]."""

    x: int
    y: int
    cells: Cells


class Box(msgspec.Struct, frozen=True):
    """A part of the plane in tiles."""

    x: int
    y: int
    w: int
    h: int


def whole_layer(data: Element | None, size: tuple[int, int], shown: str, name: str) -> list[Piece]:
    """Return the one piece of a finite layer of size (width, height)."""
    return [Piece(0, 0, _cells(_there(data, shown, name), size, shown, name))]


def in_chunks(data: Element) -> bool:
    """Say whether a layer's <data> holds chunks, or nothing at all, as Tiled writes an empty infinite layer."""
    return data.find("chunk") is not None or (data.find("tile") is None and not (data.text or "").strip())


def chunks(data: Element | None, shown: str, name: str) -> list[Piece]:
    """Return the pieces of an infinite layer, those without any tile left out."""
    found = []
    there = _there(data, shown, name)
    for i, one in enumerate(there.iterfind("chunk")):
        if i >= LIMITS.chunks:
            what = f"layer {brief(name, 40)!r} has more than {LIMITS.chunks} chunks"
            raise LevelError(shown, what, "make it smaller", code="map-infinite")
        if not {"x", "y", "width", "height"} <= set(one.keys()):
            raise LevelError(shown, f"a chunk of layer {brief(name, 40)!r} is nowhere", SAVE, code="tiles-missing")
        size = int(one.attrib["width"]), int(one.attrib["height"])
        cells = _cells(one, size, shown, name, there)
        if cells.any():
            found.append(Piece(int(one.attrib["x"]), int(one.attrib["y"]), cells))
    return found


def _there(data: Element | None, shown: str, name: str) -> Element:
    if data is None:
        raise LevelError(shown, f"layer {brief(name, 40)!r} holds no tiles", SAVE, code="tiles-missing")
    return data


def _cells(node: Element, size: tuple[int, int], shown: str, name: str, how: Element | None = None) -> Cells:
    width, height = size
    cells: Cells = decode(node, width * height, shown, name, how).reshape(height, width)
    return cells


def around(layers: Sequence[Sequence[Piece]], shown: str) -> Box | None:
    """Return the smallest box round all tiles, None where there is none; raises LevelError if a level may not be so large."""
    spots = [spot for pieces in layers for p in pieces for spot in _ends(p)]
    if not spots:
        return None
    x, y = min(s[0] for s in spots), min(s[1] for s in spots)
    box = Box(x, y, max(s[0] for s in spots) + 1 - x, max(s[1] for s in spots) + 1 - y)
    if max(box.w, box.h) > LIMITS.side:
        what = f"is infinite, and its tiles lie {box.w} x {box.h} apart"
        raise LevelError(shown, what, f"at most {LIMITS.side} x {LIMITS.side}", code="map-infinite")
    return box


def _ends(p: Piece) -> list[tuple[int, int]]:
    """Return the corners of what is laid in a piece."""
    ys, xs = np.nonzero(p.cells & np.uint32(GID))
    if not len(xs):
        return []
    return [(p.x + int(xs.min()), p.y + int(ys.min())), (p.x + int(xs.max()), p.y + int(ys.max()))]


def laid(pieces: Sequence[Piece], box: Box) -> Cells:
    """Return the cells of a box [h, w]; where pieces lie over one another the last one counts."""
    if len(pieces) == 1 and pieces[0].cells.shape == (box.h, box.w) and (pieces[0].x, pieces[0].y) == (box.x, box.y):
        return pieces[0].cells
    grid = np.zeros((box.h, box.w), np.uint32)
    for p in pieces:
        height, width = p.cells.shape
        x0, y0 = max(p.x, box.x), max(p.y, box.y)
        x1, y1 = min(p.x + width, box.x + box.w), min(p.y + height, box.y + box.h)
        if x0 < x1 and y0 < y1:
            grid[y0 - box.y : y1 - box.y, x0 - box.x : x1 - box.x] = p.cells[y0 - p.y : y1 - p.y, x0 - p.x : x1 - p.x]
    return grid
