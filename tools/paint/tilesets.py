"""The tilesets that Tiled shows: the same ids and classes as the maps use, painted from the game's own pictures."""

import numpy as np

from tools.paint.colour import Array, Picture, colour
from tools.paint.floors import FLOORS, TILE, floor, painted
from tools.paint.graffiti import GRAFFITI
from tools.paint.hoists import HOISTS
from tools.paint.litter import LITTER
from tools.paint.noise import clouds
from tools.paint.output import Folder
from tools.paint.overhead import OVERHEAD
from tools.paint.roadside import GROUNDS, ROADSIDE
from tools.paint.slag import FOUNDRY
from tools.paint.stains import STAINS
from tools.paint.walls import WALLS

PANES = ("h0", "h0l", "h0r", "h1", "h1l", "h1r", "v0", "v0t", "v0b", "v1", "v1t", "v1b")
DECOR = ("hazard", "parking", "drain", "scuff", "arrow", "seam", "puddle")
QUADRANTS = 15  # masks of quarters: 1 north-west, 2 north-east, 4 south-west, 8 south-east
Row = tuple[str, Picture]


def _opaque(rgb: Array) -> Picture:
    return np.dstack([rgb, np.full(rgb.shape[:2], 255)]).clip(0, 255).astype(np.uint8)


def wall(style: str, mask: int) -> Picture:
    """One wall tile: its quarters as seen from above, with a lit and a dark edge and a strip of the south face."""
    quarters = np.array([[mask & 1, mask & 2], [mask & 4, mask & 8]], bool)
    solid = np.kron(quarters, np.ones((TILE // 2, TILE // 2))) > 0
    tones = {part: colour(word) for part, word in WALLS[style].items()}
    grain = clouds(77, 0.6, low=3)[:TILE, :TILE]
    rgb = tones["top"] * (1.25 + 0.45 * grain)[..., None]

    def edge(dy: int, dx: int) -> Array:
        """Where the neighbour that way is open floor inside this tile."""
        padded = np.pad(solid, 8, mode="edge")
        return solid & ~np.roll(padded, (dy, dx), (0, 1))[8:-8, 8:-8]

    for depth in range(1, 7):
        face = edge(-depth, 0)
        rgb[face] = (tones["side"] if depth > 2 else tones["wainscot"]) * 0.95
    rgb[edge(-6, 0) & ~edge(-5, 0)] = tones["trim"]
    rgb[edge(-1, 0) | edge(0, -1)] *= 0.55
    rgb[edge(1, 0) | edge(0, 1)] = tones["edge"]
    return np.dstack([rgb, solid * 255]).clip(0, 255).astype(np.uint8)


def pane(code: str) -> Picture:
    """One glass tile: h or v, edge 0 (top, left) or 1 (middle), whole or half."""
    along = {"": (0, 32), "l": (0, 16), "t": (0, 16), "r": (16, 32), "b": (16, 32)}[code[2:]]
    across = (0, 3) if code[1] == "0" else (13, 19)
    out = np.zeros((TILE, TILE, 4), np.uint8)
    u, v = np.mgrid[0:TILE, 0:TILE]
    inside = (u >= across[0]) & (u < across[1]) & (v >= along[0]) & (v < along[1])
    rim = inside & ((u == across[0]) | (u == across[1] - 1)) & (across[1] - across[0] > 3)
    streak = ((v - u) % 11) < 3
    tone = np.where(streak[..., None], colour("e6f8ff"), colour("8fd6f4"))
    out[..., :3] = np.where(rim[..., None], colour("4a7c9c"), tone)
    out[..., 3] = np.where(inside, 235, 0)
    return out if code[0] == "h" else out.transpose(1, 0, 2)


def _tile(drawn: Picture) -> Picture:
    """Bring a picture of any size onto one tile, its middle in the middle; larger ones are shown smaller."""
    step = -(-max(drawn.shape[:2]) // TILE)
    small = drawn[step // 2 :: step, step // 2 :: step][:TILE, :TILE]
    out = np.zeros((TILE, TILE, 4), np.uint8)
    y, x = (TILE - small.shape[0]) // 2, (TILE - small.shape[1]) // 2
    out[y : y + small.shape[0], x : x + small.shape[1]] = small
    return out


def rows() -> dict[str, tuple[int, list[Row]]]:
    """Return every tileset: its columns, and class and picture of each tile by id."""
    return {
        "floors": (len(FLOORS), [(kind, _opaque(floor(kind)[:TILE, :TILE])) for kind in FLOORS]),
        "walls": (QUADRANTS, [(style, wall(style, mask)) for style in WALLS for mask in range(1, QUADRANTS + 1)]),
        "glass": (4, [("glass", pane(code)) for code in PANES]),
        "decor": (len(DECOR), [(kind, STAINS[kind]()) for kind in DECOR]),
        "litter": (len(LITTER), [(kind, _tile(painter())) for kind, painter in LITTER.items()]),
        "overhead": (len(OVERHEAD), [(kind, painter()) for kind, painter in OVERHEAD.items()]),
        "foundry": (len(FOUNDRY), [(kind, _tile(painter())) for kind, painter in FOUNDRY.items()]),
        "ground": (len(GROUNDS), [(kind, _opaque(painted(GROUNDS[kind])[:TILE, :TILE])) for kind in GROUNDS]),
        "roadside": (len(ROADSIDE), [(kind, _tile(painter())) for kind, painter in ROADSIDE.items()]),
        "graffiti": (len(GRAFFITI), [(kind, _tile(painter())) for kind, painter in GRAFFITI.items()]),
        "hoists": (len(HOISTS), [(kind, _tile(painter())) for kind, painter in HOISTS.items()]),
    }


def paint_tilesets(folder: Folder) -> None:
    """Paint levels/tiles: one picture and one .tsx a tileset, without empty places (Tiled would renumber)."""
    for name, (columns, tiles) in rows().items():
        height = len(tiles) // columns
        sheet = np.zeros((height * TILE, columns * TILE, 4), np.uint8)
        for number, (_, tile) in enumerate(tiles):
            y, x = number // columns * TILE, number % columns * TILE
            sheet[y : y + TILE, x : x + TILE] = tile
        folder.picture(f"{name}.png", sheet)
        folder.text(f"{name}.tsx", _tsx(name, columns, [kind for kind, _ in tiles], sheet.shape[1], sheet.shape[0]))


def _tsx(name: str, columns: int, kinds: list[str], width: int, height: int) -> str:
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<tileset version="1.8" tiledversion="1.8.2" name="{name}" tilewidth="{TILE}" tileheight="{TILE}" '
        f'tilecount="{len(kinds)}" columns="{columns}">\n'
        f' <image source="{name}.png" width="{width}" height="{height}"/>\n'
    )
    return head + "\n".join(f' <tile id="{i}" type="{kind}"/>' for i, kind in enumerate(kinds)) + "\n</tileset>\n"
