"""Asks real Tiled, where it is installed: its JSON export of a map in the form of our dump, and its picture of tile layers."""

import base64
import gzip
import json
import os
import shutil
import subprocess
import zlib
from pathlib import Path
from typing import Any

TILED, RASTER = shutil.which("tiled"), shutil.which("tmxrasterizer")
FLIPS, GID = (1 << 31, 1 << 30, 1 << 29), (1 << 28) - 1
KINDS = {"tilelayer": "tile", "objectgroup": "object", "imagelayer": "image", "group": "group"}
SHAPES = ("ellipse", "point", "polygon", "polyline", "text")
ALL = ("--embed-tilesets", "--detach-templates", "--resolve-types-and-properties")
Row = dict[str, Any]


def call(program: str | None, *words: str) -> None:
    """Run a program of Tiled's without a screen; raises CalledProcessError."""
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": "/tmp"}
    subprocess.run([str(program), *words], env=quiet, check=True, capture_output=True, timeout=60)


def export(path: Path, out: Path, kind: str, *options: str) -> None:
    """Let Tiled export a map."""
    call(TILED, *options, "--export-map", kind, str(path), str(out))


def dump(path: Path, out: Path) -> Row:
    """Return what Tiled reads in a map, as our dump would say it."""
    export(path, out, "json", *ALL)
    said = json.loads(out.read_text(encoding="utf-8"))
    rows: Row = {
        "map": {
            **{key: said[key] for key in ("width", "height", "tilewidth", "tileheight", "infinite")},
            "properties": properties(said),
        },
        "layers": [],
        "cells": [],
        "objects": [],
    }
    sheets = [(t["firstgid"], t["name"]) for t in sorted(said["tilesets"], key=lambda t: t["firstgid"])]
    for layer in said["layers"]:
        walk(layer, {"path": "", "visible": True, "opacity": 1.0, "offset": [0.0, 0.0]}, rows, sheets)
    return rows


def properties(row: Row) -> Row:
    return {p["name"]: p["value"] for p in row.get("properties", [])}


def walk(layer: Row, under: Row, rows: Row, sheets: list[tuple[int, str]]) -> None:
    """Add a layer and what is in it."""
    path = f"{under['path']}/{layer['name']}" if under["path"] else layer["name"]
    here = {
        "path": path,
        "visible": under["visible"] and layer["visible"],
        "opacity": under["opacity"] * layer["opacity"],
        "offset": [under["offset"][0] + layer.get("offsetx", 0), under["offset"][1] + layer.get("offsety", 0)],
    }
    rows["layers"].append({**here, "kind": KINDS[layer["type"]]})
    for inner in layer.get("layers", []):
        walk(inner, here, rows, sheets)
    whole = [{"x": 0, "y": 0, "width": layer["width"], "data": layer["data"]}] if "data" in layer else []
    for piece in [*whole, *layer.get("chunks", [])]:
        for i, gid in enumerate(gids(piece["data"], layer.get("compression", ""))):
            if gid & GID:
                x, y = piece["x"] + i % piece["width"], piece["y"] + i // piece["width"]
                rows["cells"].append([path, x, y, *tile(gid, sheets), *(bool(gid & f) for f in FLIPS)])
    rows["objects"] += [thing(o, path, sheets) for o in layer.get("objects", [])]


def gids(data: list[int] | str, compression: str) -> list[int]:
    """Return the gids of a layer or chunk."""
    if not isinstance(data, str):
        return data
    raw = base64.b64decode(data)
    raw = {"": bytes, "zlib": zlib.decompress, "gzip": gzip.decompress}[compression](raw)
    return list(memoryview(raw).cast("I"))


def tile(gid: int, sheets: list[tuple[int, str]]) -> tuple[str, int]:
    """Return the tileset and the tile of a gid."""
    first, name = max(s for s in sheets if s[0] <= gid & GID)
    return name, (gid & GID) - first


def thing(o: Row, path: str, sheets: list[tuple[int, str]]) -> Row:
    """Return an object."""
    shape = next((s for s in SHAPES if s in o), "tile" if "gid" in o else "rect")
    row = {
        **{key: o[key] for key in ("id", "name", "x", "y", "width", "height", "rotation", "visible")},
        "class": o.get("type", o.get("class", "")),
        "layer": path,
        "shape": shape,
        "properties": properties(o),
    }
    if shape in ("polygon", "polyline"):
        row["points"] = [[p["x"], p["y"]] for p in o[shape]]
    if shape == "text":
        row["text"] = o["text"]["text"]
    if "gid" in o:
        row["tileset"], row["local"] = tile(o["gid"], sheets)
        row["h"], row["v"] = bool(o["gid"] & FLIPS[0]), bool(o["gid"] & FLIPS[1])
    return row
