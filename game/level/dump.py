"""What the game read in a map, in the file's own units, as `check --dump` prints it."""

from typing import Any

import numpy as np

from game.level.files import LevelFiles
from game.level.plain import FLIP_D, FLIP_H, FLIP_V, GID, PlainLayer, PlainMap, PlainObject
from game.level.read import read
from game.level.where import find

Row = dict[str, Any]


def dump(level: str) -> Row:
    """Return map, layers, cells and objects of a file that can be read at all; raises LevelError if it cannot."""
    path, shown = find(level)
    plain = read(LevelFiles(path, shown))
    return {
        "map": {
            "width": plain.said[0],
            "height": plain.said[1],
            "tilewidth": plain.tile_width,
            "tileheight": plain.tile_height,
            "infinite": plain.infinite,
            "properties": plain.properties,
        },
        "layers": [_layer(la) for la in plain.layers],
        "cells": [cell for la in plain.layers if la.kind == "tile" for cell in _cells(la, plain)],
        "objects": [_object(o, plain) for o in plain.objects],
    }


def _layer(la: PlainLayer) -> Row:
    return {"path": la.path, "kind": la.kind, "visible": la.visible, "opacity": la.opacity, "offset": list(la.offset)}


def _cells(la: PlainLayer, plain: PlainMap) -> list[list[Any]]:
    found: list[list[Any]] = []
    for y, x in zip(*np.nonzero(la.cells & np.uint32(GID)), strict=True):
        gid = int(la.cells[y, x])
        found.append(
            [
                la.path,
                int(x) + plain.origin[0],
                int(y) + plain.origin[1],
                *_tile(gid, plain),
                *_flips(gid),
                bool(gid & FLIP_D),
            ]
        )
    return found


def _tile(gid: int, plain: PlainMap) -> tuple[str, int]:
    sheet = plain.sheet_of(gid & GID)
    return sheet.name, (gid & GID) - sheet.first


def _flips(gid: int) -> tuple[bool, bool]:
    return bool(gid & FLIP_H), bool(gid & FLIP_V)


def _object(o: PlainObject, plain: PlainMap) -> Row:
    row: Row = {
        "id": o.id,
        "layer": o.layer,
        "shape": o.shape,
        "name": o.name,
        "class": o.cls,
        "x": o.x,
        "y": o.y,
        "width": o.w,
        "height": o.h,
        "rotation": o.rotation,
        "visible": o.visible,
        "properties": o.properties,
    }
    if o.points:
        row["points"] = [list(p) for p in o.points]
    if o.shape == "text":
        row["text"] = o.text
    if o.gid:
        row["tileset"], row["local"] = _tile(o.gid, plain)
        row["h"], row["v"] = _flips(o.gid)
    return row
