"""Where Tiled is installed: what we read is what Tiled itself reads, in shipped levels and in maps of the odd kinds."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import tiled_says
from odd_maps import ODD

from game.level.dump import dump

LEVELS = Path(__file__).parents[2] / "levels"
SHIPPED = sorted(LEVELS.rglob("*.tmx"))
pytestmark = pytest.mark.skipif(tiled_says.TILED is None, reason="Tiled is not installed")


def same(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    """Compare two dumps part by part, so that a difference is readable; cells count in any order."""
    assert ours["map"] == theirs["map"]
    assert [rounded(row) for row in ours["layers"]] == [rounded(row) for row in theirs["layers"]]
    assert sorted(ours["cells"]) == sorted(theirs["cells"])
    assert len(ours["objects"]) == len(theirs["objects"])
    for one, other in zip(ours["objects"], theirs["objects"], strict=True):
        assert rounded(one) == rounded(other)


def rounded(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row whose numbers have twelve digits."""
    return {k: float(f"{v:.12g}") if isinstance(v, float) else v for k, v in row.items()}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_our_reading_of_a_shipped_level_is_tileds(path: Path, tmp_path: Path) -> None:
    same(dump(str(path)), tiled_says.dump(path, tmp_path / "out.json"))


@pytest.mark.parametrize("name", ODD)
def test_our_reading_of_an_odd_map_is_tileds(name: str, tmp_path: Path) -> None:
    path = ODD[name](tmp_path)
    ours = dump(str(path))
    as_old_as_tiled(tmp_path)
    same(ours, tiled_says.dump(path, path.with_suffix(".json")))


def as_old_as_tiled(folder: Path) -> None:
    """Write classes as Tiled before 1.9 does: some of those installed know no other."""
    for path in [*folder.rglob("*.tmx"), *folder.rglob("*.tsx")]:
        text = path.read_bytes()
        path.write_bytes(text.replace(b' class="', b' type="'))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_saving_in_tiled_loses_nothing(path: Path, tmp_path: Path) -> None:
    here = tmp_path / "levels"
    shutil.copytree(LEVELS, here)
    copy = here / path.relative_to(LEVELS)
    again = copy.with_name("again.tmx")
    tiled_says.export(copy, again, "tmx")
    assert dump(str(again)) == dump(str(copy))
