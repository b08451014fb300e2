"""Tile layers and props to the arrays of the ground: walls, glass, sight, cover, where a body may stand, rooms."""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.content.props import PROPS
from game.core.ground import HALF, Bytes, Floats, Shorts, Zone, kept_off
from game.level.data import LevelError, PaneSpot, PropSpot
from game.level.plain import FLIP_D, FLIP_H, FLIP_V, GID, PlainMap
from game.level.where import brief

TALL = 1.5  # metres: from here on a prop stops sight
COVER = 0.5  # metres: lower than this hides nobody
GLASS = 0.1875  # metres: how thick a pane is
GLASS_TALL = 2.4
STYLE = 15  # wall tiles of a style: every set of quadrants but the empty one

# glass tile -> along x?, edge, from, to (metres in the tile)
STRIPS = [
    (along, edge, a, b)
    for along in (True, False)
    for edge in (0.0, HALF)
    for a, b in ((0.0, 1.0), (0.0, HALF), (HALF, 1.0))
]


def tiles(plain: PlainMap, name: str, need: bool = False) -> list[tuple[int, int, str, int, str, int]]:
    """Return (x, y, tileset, tile, class, flips) of a layer's tiles, row by row."""
    layer = plain.layer(name)
    if layer is None:
        if need:
            raise LevelError(plain.file, f"has no tile layer {name!r}", "add it", code="layer-missing")
        return []
    found = []
    known: dict[int, tuple[str, int, str]] = {}
    for y, x in zip(*np.nonzero(layer.cells), strict=True):
        raw = int(layer.cells[y, x])
        gid = raw & GID
        if gid not in known:
            sheet = plain.sheet_of(gid)
            known[gid] = sheet.name, gid - sheet.first, sheet.classes.get(gid - sheet.first, "")
        found.append((int(x), int(y), *known[gid], raw & (FLIP_H | FLIP_V | FLIP_D)))
    return found


def floor_grid(plain: PlainMap) -> tuple[Bytes, tuple[str, ...]]:
    """Return (u8 [h, w]: 0 nothing, else 1 + index of the material, the materials in order of name)."""
    laid = tiles(plain, "floor", need=True)
    for x, y, sheet, tile, kind, _ in laid:
        if not kind:
            what = f"floor: tile {tile} of {brief(sheet, 40)!r} at {x}, {y} has no class"
            raise LevelError(plain.file, what, "a floor tile's class is its material", code="tile-class")
    kinds = tuple(sorted({t[4] for t in laid}))
    grid = np.zeros((plain.height, plain.width), np.uint8)
    for x, y, _, _, kind, _ in laid:
        grid[y, x] = 1 + kinds.index(kind)
    return grid, kinds


def wall_grid(plain: PlainMap) -> tuple[Bytes, tuple[str, ...]]:
    """Return (u8 [2h, 2w]: 0 open, else 1 + index of the style, the styles in order of name)."""
    laid = tiles(plain, "walls", need=True)
    for x, y, sheet, tile, kind, flips in laid:
        if sheet != "walls" or flips or not kind:
            what = f"walls: tile {tile} of {brief(sheet, 40)!r} at {x}, {y} is no plain wall tile"
            raise LevelError(plain.file, what, "use the tiles of the walls tileset, unturned", code="tile-wall")
    styles = tuple(sorted({t[4] for t in laid}))
    grid = np.zeros((plain.height * 2, plain.width * 2), np.uint8)
    for x, y, _, tile, kind, _ in laid:
        for bit in range(4):
            if (tile % STYLE + 1) >> bit & 1:
                grid[y * 2 + bit // 2, x * 2 + bit % 2] = 1 + styles.index(kind)
    return grid, styles


def glass(plain: PlainMap, first: int) -> tuple[PaneSpot, ...]:
    """Return the panes; the first one takes the row `first` of the blocks."""
    panes: list[PaneSpot] = []
    for x, y, sheet, tile, _, flips in tiles(plain, "glass"):
        if sheet != "glass" or flips or tile >= len(STRIPS):
            what = f"glass: tile {tile} of {brief(sheet, 40)!r} at {x}, {y} is no plain glass tile"
            raise LevelError(plain.file, what, "use the tiles of the glass tileset, unturned", code="tile-glass")
        along, edge, a, b = STRIPS[tile]
        side = edge - GLASS / 2
        box = (x + a, y + side, b - a, GLASS) if along else (x + side, y + a, GLASS, b - a)
        panes.append(PaneSpot(x=box[0], y=box[1], w=box[2], h=box[3], block=first + len(panes)))
    return tuple(panes)


def middles(height: int, width: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the y of the half cells' middles [2h, 1] and their x [1, 2w]."""
    down, along = np.arange(height * 2, dtype=np.float64), np.arange(width * 2, dtype=np.float64)
    return (down[:, None] + 0.5) * HALF, (along[None, :] + 0.5) * HALF


def sight_grids(wall: Bytes, props: tuple[PropSpot, ...]) -> tuple[Bytes, Bytes]:
    """Return (what stops sight, where a low thing gives cover to one who sneaks), u8 [2h, 2w]."""
    ys, xs = middles(wall.shape[0] // 2, wall.shape[1] // 2)
    opaque, low = (wall > 0).astype(np.uint8), np.zeros(wall.shape, np.uint8)
    for p in props:
        tall = PROPS[p.kind].tall
        beside = 0.0 if tall >= TALL else HALF
        if tall < COVER:
            continue
        inside = (abs(xs - p.x - p.w / 2) <= p.w / 2 + beside) & (abs(ys - p.y - p.h / 2) <= p.h / 2 + beside)
        (opaque if tall >= TALL else low)[inside] = 1
    low[wall > 0] = 0
    return opaque, low


def walk_grid(wall: Bytes, floor: Bytes, blocks: Floats) -> Bytes:
    """Return u8 [2h, 2w]: 1 where a circle of BODY metres at the half cell's middle touches nothing, on floor."""
    solid = np.pad(wall > 0, 1, constant_values=True)
    rows, columns = wall.shape
    free = np.kron(floor > 0, np.ones((2, 2), bool))
    for dy in (0, 1, 2):  # the eight around: their nearest corners are within BODY
        for dx in (0, 1, 2):
            free &= ~solid[dy : dy + rows, dx : dx + columns]
    for x0, y0, x1, y1 in blocks.tolist():
        free &= ~kept_off(rows, columns, (x0, y0, x1, y1))
    return free.astype(np.uint8)


def room_grid(height: int, width: int, zones: tuple[Zone, ...]) -> tuple[Shorts, tuple[str, ...]]:
    """Return (i2 [h, w]: index of the room or -1, the rooms' names); where two overlap the smaller one wins."""
    rooms = [z for z in zones if "room" in z.tags]
    names = tuple(dict.fromkeys(z.room or z.name for z in rooms))
    grid = np.full((height, width), -1, np.int16)
    for z in sorted(rooms, key=lambda z: -z.w * z.h):
        number = names.index(z.room or z.name)
        for y in range(max(0, int(z.y) - 1), min(height, int(z.y + z.h) + 2)):
            for x in range(max(0, int(z.x) - 1), min(width, int(z.x + z.w) + 2)):
                if z.holds(x + 0.5, y + 0.5):
                    grid[y, x] = number
    return grid, names


def block_rows(props: tuple[PropSpot, ...], panes: tuple[PaneSpot, ...]) -> dict[str, Any]:
    """Return blocks, block_height and block_pane of the ground: solid props first, then panes."""
    solid = [p for p in props if p.block >= 0]
    spots: list[PropSpot | PaneSpot] = [*solid, *panes]
    boxes = [(p.x, p.y, p.x + p.w, p.y + p.h) for p in spots]
    return {
        "blocks": np.array(boxes, np.float64).reshape(-1, 4),
        "block_height": np.array([PROPS[p.kind].tall for p in solid] + [GLASS_TALL] * len(panes), np.float64),
        "block_pane": np.array([0] * len(solid) + [1] * len(panes), np.uint8),
    }
