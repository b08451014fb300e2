"""Where Tiled is installed: what we read of the shipped levels is what Tiled itself writes."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from game.level.dump import dump

LEVELS = Path(__file__).parents[2] / "levels"
TILED = shutil.which("tiled")
pytestmark = pytest.mark.skipif(TILED is None, reason="Tiled is not installed")


def export(path: Path, out: Path, kind: str) -> None:
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(out.parent)}
    subprocess.run([str(TILED), "--export-map", kind, str(path), str(out)], env=quiet, check=True, capture_output=True)


def properties(row: dict[str, Any]) -> dict[str, Any]:
    return {p["name"]: p["value"] for p in row.get("properties", [])}


@pytest.mark.parametrize("path", sorted(LEVELS.rglob("*.tmx")), ids=lambda p: p.stem)
def test_our_reading_is_tileds(path: Path, tmp_path: Path) -> None:
    export(path, tmp_path / "out.json", "json")
    theirs = json.loads((tmp_path / "out.json").read_text())
    ours = dump(str(path))
    assert ours["map"]["properties"] == properties(theirs)
    assert [la["path"] for la in ours["layers"]] == [la["name"] for la in theirs["layers"]]
    for la in theirs["layers"]:
        if la["type"] == "tilelayer":
            cells = [c for c in ours["cells"] if c[0] == la["name"]]
            assert len(cells) == sum(g > 0 for g in la["data"])
            assert [c[2] * la["width"] + c[1] for c in cells] == [i for i, g in enumerate(la["data"]) if g]
    objects = {o["id"]: o for la in theirs["layers"] for o in la.get("objects", [])}
    assert {o["id"] for o in ours["objects"]} == set(objects)
    for o in ours["objects"]:
        other = objects[o["id"]]
        assert o["properties"] == properties(other)
        for ours_key, key in (("name", "name"), ("class", "type"), ("x", "x"), ("y", "y"), ("width", "width")):
            assert o[ours_key] == other[key]
        line = other.get("polygon") or other.get("polyline")
        assert o.get("points") == ([[p["x"], p["y"]] for p in line] if line else None)


@pytest.mark.parametrize("path", sorted(LEVELS.rglob("*.tmx")), ids=lambda p: p.stem)
def test_saving_in_tiled_loses_nothing(path: Path, tmp_path: Path) -> None:
    here = tmp_path / "levels"
    shutil.copytree(LEVELS, here)
    copy = here / path.relative_to(LEVELS)
    again = copy.with_name("again.tmx")
    export(copy, again, "tmx")
    assert dump(str(again)) == dump(str(copy))
