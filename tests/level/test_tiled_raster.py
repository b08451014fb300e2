"""Where Tiled is installed: its picture of a shipped level's tile layers is the one that our reading gives."""

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import tiled_says
from odd_maps import ODD
from PIL import Image

from game.level.files import LevelFiles
from game.level.plain import FLIP_D, FLIP_H, FLIP_V, GID, PlainLayer, PlainMap
from game.level.read import read

LEVELS = Path(__file__).parents[2] / "levels"
SHIPPED = sorted(LEVELS.rglob("*.tmx"))
DRAWN = ("flipped tiles", "margin and spacing", "grown tileset", "base64 zlib", "tilesets in another order")
NEAR = 2  # steps of 255 by which two ways of rounding may differ
pytestmark = pytest.mark.skipif(tiled_says.RASTER is None, reason="Tiled is not installed")


def pictures(path: Path, plain: PlainMap) -> dict[int, Image.Image]:
    """Return the picture of every tile that is used, by gid without flags."""
    used = {int(g) for la in plain.layers if la.kind == "tile" for g in np.unique(la.cells & np.uint32(GID)) if g}
    found = {}
    for node in ElementTree.parse(path).iterfind("tileset"):
        first = int(node.get("firstgid", "0"))
        file = path.parent / node.get("source", path.name)
        sheet = node if node.get("source") is None else ElementTree.parse(file).getroot()
        picture = sheet.find("image")
        assert picture is not None
        whole = Image.open(file.parent / picture.get("source", "")).convert("RGBA")
        gap, margin = int(sheet.get("spacing", "0")), int(sheet.get("margin", "0"))
        columns = (whole.width - margin + gap) // (32 + gap)
        for gid in (g for g in used if plain.sheet_of(g).first == first):
            y, x = divmod(gid - first, columns)
            left, top = margin + x * (32 + gap), margin + y * (32 + gap)
            found[gid] = whole.crop((left, top, left + 32, top + 32))
    return found


def drawn(path: Path) -> Image.Image:
    """Return a map's visible tile layers, as our reading has them."""
    plain = read(LevelFiles(path, path.name))
    tiles = pictures(path, plain)
    whole = Image.new("RGBA", (plain.width * 32, plain.height * 32))
    for la in plain.layers:
        if la.kind == "tile" and la.visible:
            whole.alpha_composite(layer(la, tiles, whole.size))
    return whole


def layer(la: PlainLayer, tiles: dict[int, Image.Image], size: tuple[int, int]) -> Image.Image:
    """Return one layer with its opacity."""
    out = Image.new("RGBA", size)
    for y, x in zip(*np.nonzero(la.cells & np.uint32(GID)), strict=True):
        gid = int(la.cells[y, x])
        tile = tiles[gid & GID]
        for bit, turn in (
            (FLIP_D, Image.Transpose.TRANSPOSE),
            (FLIP_H, Image.Transpose.FLIP_LEFT_RIGHT),
            (FLIP_V, Image.Transpose.FLIP_TOP_BOTTOM),
        ):
            tile = tile.transpose(turn) if gid & bit else tile
        out.paste(tile, (int(x) * 32 + int(la.offset[0]), int(y) * 32 + int(la.offset[1])))
    if la.opacity < 1.0:
        out.putalpha(out.getchannel("A").point(lambda a: int(a * la.opacity + 0.5)))
    return out


def same(path: Path, out: Path) -> None:
    """Compare with Tiled's own picture, objects and image layers hidden."""
    plain = read(LevelFiles(path, path.name))
    hidden = [w for la in plain.layers if la.kind in ("object", "image") for w in ("--hide-layer", la.name)]
    tiled_says.call(tiled_says.RASTER, "--no-smoothing", *hidden, str(path), str(out))
    theirs = np.asarray(Image.open(out).convert("RGBA")).astype(int)
    ours = np.asarray(drawn(path)).astype(int)
    assert theirs.shape == ours.shape
    seen = (theirs[..., 3] > 0) | (ours[..., 3] > 0)
    assert np.abs(theirs - ours)[seen].max(initial=0) <= NEAR


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_tileds_picture_of_a_shipped_level_is_ours(path: Path, tmp_path: Path) -> None:
    same(path, tmp_path / "out.png")


@pytest.mark.parametrize("name", DRAWN)
def test_tileds_picture_of_an_odd_map_is_ours(name: str, tmp_path: Path) -> None:
    path = ODD[name](tmp_path)
    colour_up(tmp_path)
    same(path, tmp_path / "out.png")


def colour_up(folder: Path) -> None:
    """Paint every tileset so that no pixel is like another."""
    for file in folder.rglob("*.png"):
        with Image.open(file) as old:
            width, height = old.size
        y, x = np.mgrid[0:height, 0:width]
        rgb = np.stack([x * 5 % 256, y * 7 % 256, (x * y) % 256, np.full_like(x, 255)], axis=-1)
        Image.fromarray(rgb.astype(np.uint8), "RGBA").save(file)
