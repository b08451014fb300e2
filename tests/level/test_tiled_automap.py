"""Where Tiled is installed: its AutoMap, with our rules, puts walls round painted floor and leaves those that are there."""

import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import tiled_says

from tools.tiled import rules

pytestmark = pytest.mark.skipif(tiled_says.TILED is None, reason="Tiled is not installed")

PLAN = """
........
..ooo...
..ooo.x.
..oooo..
....oo..
........
"""
WALLED = """
.#####..
.#ooo#..
.#ooo##.
.#oooo#.
.###oo#.
...####.
"""
DRIVER = """
tiled.assetOpened.connect(function (asset) {
    asset.autoMap("%s");
    tiled.trigger("Save");
    new Process().exec("sh", ["-c", "kill $PPID"], false);
});
"""


def drawn(plan: str) -> np.ndarray:
    return np.array([list(row) for row in plan.strip().split("\n")])


def test_floor_gets_a_wall_round_it(tmp_path: Path) -> None:
    plan = drawn(PLAN)
    height, width = plan.shape
    shutil.copytree(rules.TILES, tmp_path / "levels" / "tiles")  # Tiled knows a tileset by where it lies
    shutil.copytree(rules.FOLDER, tmp_path / "tools" / "tiled" / "automap")

    def layer(number: int, name: str, cells: np.ndarray) -> str:
        rows = ",\n".join(",".join(map(str, row)) for row in cells)
        return f'<layer id="{number}" name="{name}" width="{width}" height="{height}"><data encoding="csv">{rows}</data></layer>'

    quarter = 18 + 2  # a wall that somebody has put there stays
    level = tmp_path / "levels" / "plan.tmx"
    level.write_text(
        f'<map version="1.8" tiledversion="1.8.2" orientation="orthogonal" width="{width}" height="{height}" tilewidth="32" '
        'tileheight="32" infinite="0"><tileset firstgid="1" source="tiles/floors.tsx"/>'
        '<tileset firstgid="18" source="tiles/walls.tsx"/>'
        + layer(1, "floor", np.where(plan == "o", 3, 0))
        + layer(2, "walls", np.where(plan == "x", quarter, 0))
        + "</map>"
    )
    extensions = tmp_path / "home" / ".config" / "tiled" / "extensions"
    extensions.mkdir(parents=True)
    (extensions / "driver.js").write_text(DRIVER % (tmp_path / "tools" / "tiled" / "automap" / "rules.txt"))
    home = {"HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": str(tmp_path / "home" / ".config")}
    quiet = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(tmp_path)}
    subprocess.run(
        [str(tiled_says.TILED), str(level)], env={**os.environ, **home, **quiet}, capture_output=True, timeout=120
    )
    cells = tiled_says.dump(level, tmp_path / "out.json")["cells"]
    walls = {(x, y): tile for name, x, y, sheet, tile, *_ in cells if name == "walls"}
    assert walls.pop((6, 2)) == quarter - 18
    wanted = {(int(x), int(y)) for y, x in np.argwhere(drawn(WALLED) == "#")} - {(6, 2)}
    assert walls == dict.fromkeys(wanted, rules.STYLE - 1)
