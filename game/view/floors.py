"""The ground: supertiles, grime, decals and standing props, shaded once at load into an albedo and a lit Surface."""

import math

import msgspec
import numpy as np
import numpy.typing as npt
import pygame

from game.content.props import PROPS
from game.level.data import DecalSpot, Level, PropSpot
from game.view import assets, below, kerbs, kernels, underneath
from game.view.light import StandingLight
from game.view.pixels import METRE, MULT, Floats, H, W, hexc, opaque, over
from game.view.smooth import cloud, distance, gauss, grown, twice
from game.view.things import height, prop_picture, standing

VOID = hexc("0a0c14")  # where the map has no floor
TILE = 128  # a supertile's side in pixels
PLAIN = hexc("565f69")  # a material without a picture
WALL_SHADE, WALL_REACH = 0.55, 6  # the dark along walls, and how far it goes (pixels)
PROP_SHADE = 0.62
# What lies as it fell: how many pictures there are of it (KIND, KIND_1 …); each is mirrored and moved by where it lies.
LOOSE = {"papers": 3, "puddle": 3, "spill": 1, "popcorn": 1, "bag": 1, "leaves": 1, "gum": 1, "scuff": 1}
LOOSE |= {"slag": 1, "slag_hot": 1, "soot": 1, "scale": 1, "splash": 1, "rime": 1, "frost_ring": 1}
PAINT = (
    "hazard",
    "walkway",
    "edge_line",
    "parking",
    "arrow",
    "side_line",
)  # lines that feet and wheels wear thin in places
THIN, LAP = 0.5, (0.61, 0.83)  # strength where most is worn, and how fast wear changes from tile to tile (radians)
WIDE = ("scuff", "puddle")  # what lies along the floor's length, and light in it from one side
ASIDE = 9  # pixels at most from the middle of its tile


class Floors:
    """Two level-wide Surfaces: `albedo` (for live lamps) and `lit` (what is seen); marks of play are stamped into both."""

    def __init__(self, level: Level, light: StandingLight, rng: np.random.Generator) -> None:
        rgb, shine = paint(level, standing(level), rng)
        self.light = light
        self.albedo, self.lit = opaque(rgb), pygame.Surface((rgb.shape[1], rgb.shape[0]))
        self._shine = (np.clip(shine, 0, 1) * 255).astype(np.uint8)
        self.relight(self.lit.get_rect())

    def relight(self, area: pygame.Rect) -> None:
        """Lay the standing light anew on a part of the floor."""
        a = area.clip(self.lit.get_rect())
        source, out = pygame.surfarray.pixels2d(self.albedo).T, pygame.surfarray.pixels2d(self.lit).T
        kernels.relight(source, self._shine, self.light.now, out, a.x, a.y, a.right, a.bottom)

    def draw(self, frame: pygame.Surface, x: int, y: int) -> None:
        """Blit what the screen shows of the lit floor; (x, y) is the world pixel in its corner."""
        area = pygame.Rect(x, y, W, H)
        if not self.lit.get_rect().contains(area):
            frame.fill((5, 6, 10))
        frame.blit(self.lit, (0, 0), area)

    def stamp(self, mark: pygame.Surface, x: float, y: float) -> None:
        """Leave a mark (blood, shell, scorch) with its middle at a world pixel, for good."""
        at = round(x - mark.get_width() / 2), round(y - mark.get_height() / 2)
        dim = mark.copy()
        dim.fill([min(255, int(c * 255)) for c in self.light.at(x, y)], special_flags=MULT)
        self.albedo.blit(mark, at)
        self.lit.blit(dim, at)


def paint(level: Level, props: list[PropSpot], rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return the bright floor [y, x, 3] of a level and how far each pixel shines by itself [y, x]."""
    rgb = _materials(level)
    below.lay(rgb, level)
    h, w = rgb.shape[:2]
    rgb *= (0.88 + 0.2 * twice(cloud(h // 2, w // 2, 110, rng), h, w))[..., None]
    kerbs.lay(rgb, level)
    for spot in level.decals:
        _decal(rgb, spot)
    underneath.lay(rgb, level)
    wall = grown(level.ground.wall > 0, METRE // 4)  # at half size
    rgb *= (1 - WALL_SHADE * twice(np.exp(-distance(wall, 12) * 2 / WALL_REACH), h, w))[..., None]
    _shade_props(rgb, props)
    shine = np.zeros((h, w), np.float32)
    for p in sorted(props, key=height):
        picture = prop_picture(p)
        cut = over(rgb, picture, (p.x + p.w / 2) * METRE, (p.y + p.h / 2) * METRE)
        if cut and p.kind in PROPS and PROPS[p.kind].shine:
            place = shine[cut[0], cut[1]]
            place[picture[cut[2], cut[3], 3] > 127] = PROPS[p.kind].shine
    return rgb, shine


def _materials(level: Level) -> Floats:
    """Lay the supertiles by world position, with a dark and a light line where two materials meet."""
    rows, columns = level.floor.shape
    rgb = np.empty((rows * METRE, columns * METRE, 3), np.float32)
    rgb[:] = VOID
    tiles = [_tile(name) for name in level.materials]
    for r, c in np.argwhere(level.floor > 0).tolist():
        y, x = r * METRE, c * METRE
        tile, ty, tx = tiles[level.floor[r, c] - 1], y % TILE, x % TILE
        rgb[y : y + METRE, x : x + METRE] = tile[ty : ty + METRE, tx : tx + METRE]
    _seams(rgb, level.floor)
    return rgb


def _seams(rgb: Floats, floor: npt.NDArray[np.uint8]) -> None:
    """Draw the lines where two materials meet."""
    for turned, cells in ((rgb, floor), (rgb.transpose(1, 0, 2), floor.T)):
        met = (cells[1:] != cells[:-1]) & (cells[1:] > 0) & (cells[:-1] > 0)
        for r, c in np.argwhere(met).tolist():
            along = slice(c * METRE, c * METRE + METRE)
            turned[(r + 1) * METRE, along] *= 0.6
            turned[(r + 1) * METRE + 1, along] *= 1.12


def _tile(material: str) -> Floats:
    picture = assets.rgba(f"floors/{material}.png")
    if picture is None:
        tile = np.empty((TILE, TILE, 3), np.float32)
        tile[:] = PLAIN
        tile[::32] *= 0.9
        tile[:, ::32] *= 0.9
        return tile
    return picture[..., :3].astype(np.float32)


def grown_index(cells: npt.NDArray[np.uint8], factor: int) -> npt.NDArray[np.uint8]:
    """Repeat each cell `factor` times along both axes."""
    return np.repeat(np.repeat(cells, factor, 0), factor, 1)


def laid(spot: DecalSpot) -> tuple[npt.NDArray[np.uint8] | None, float, float]:
    """Return a mark's picture (None: not painted) and its middle in pixels; what lies loose lies nowhere twice alike."""
    name, dx, dy = spot.kind, 0, 0
    if spot.kind in LOOSE:
        dice = np.random.default_rng((spot.x, spot.y))
        n, turn = int(dice.integers(LOOSE[spot.kind])), int(dice.integers(8))
        dx, dy = dice.integers(-ASIDE, ASIDE + 1, 2).tolist()
        name = f"{name}_{n}" if n else name
        flips = {"flip_h": bool(turn & 1), "flip_v": bool(turn & 2), "flip_d": bool(turn & 4) and spot.kind not in WIDE}
        spot = msgspec.structs.replace(spot, **flips)
    return assets.turned(f"decals/{name}.png", spot), (spot.x + 0.5) * METRE + dx, (spot.y + 0.5) * METRE + dy


def _decal(rgb: Floats, spot: DecalSpot) -> None:
    picture, x, y = laid(spot)
    if picture is not None:
        over(rgb, picture, x, y, worn(spot.x, spot.y) if spot.kind in PAINT else 1.0)


def worn(x: int, y: int) -> float:
    """Return how much is left of a painted line on a tile, THIN..1: long waves, so that no line looks like a row of stamps."""
    wave = math.sin(x * LAP[0] + 1.7 * math.sin(y * 0.37)) * math.cos(y * LAP[1] + 1.3 * math.sin(x * 0.29))
    return THIN + (1.0 - THIN) * (0.5 + 0.5 * wave)


def _shade_props(rgb: Floats, props: list[PropSpot]) -> None:
    """Darken the floor round the feet of props: a tight line for all, a wide one for tall things."""
    h, w = rgb.shape[:2]
    feet, tall = np.zeros((h // 2 + 1, w // 2 + 1), np.float32), np.zeros((h // 2 + 1, w // 2 + 1), np.float32)
    for p in props:
        solid = prop_picture(p)[::2, ::2]
        for layer, least in ((feet, 0.0), (tall, 1.3)):
            if height(p) >= least:
                stamp = np.dstack((np.ones((*solid.shape[:2], 1), np.uint8), (solid[..., 3:] > 127) * np.uint8(255)))
                over(layer[..., None], stamp, (p.x + p.w / 2) * METRE / 2, (p.y + p.h / 2) * METRE / 2)
    near, wide = gauss(np.roll(feet, (2, 1), (0, 1)), 1.6), gauss(np.roll(tall, (4, 3), (0, 1)), 5.0)
    shade = np.clip(near * 1.15 + wide * 0.55, 0, 1)
    rgb *= (1 - PROP_SHADE * twice(shade, h, w))[..., None]
