"""Walls that stand up: lit sides drawn every frame as leaning quads, then one pre-scaled layer of tops."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pygame

from game.level.data import Level
from game.view import assets, kernels
from game.view.camera import LEAN, Camera
from game.view.floors import grown_index
from game.view.light import StandingLight
from game.view.pixels import CELL, METRE, Floats, H, W, hexc, over
from game.view.shadow import wall_edges
from game.view.smooth import widest
from game.view.things import prop_picture, standing

KEY = (255, 0, 255)
STYLE = {"top": "2b3444", "side": "8d8494", "trim": "2f8480", "wainscot": "5d5670", "edge": "7b8aa0"}
PIECE = 320  # pixels of a piece of the tops
SPREAD = 3  # quarter-size pixels round a top from which it takes its light
RIM = 2  # pixels of the bevel round a top
ON_TOP = 0.8  # brightness of what stands on the tops


def styles(level: Level) -> list[dict[str, str]]:
    """Return the colours of the level's wall styles, in order."""
    table: dict[str, Any] = assets.table("walls.json")
    return [table.get(name, STYLE) for name in level.wall_styles]


def _tones(style: dict[str, str]) -> Floats:
    """Return the colours of one wall side from floor to top: wainscot, trim line, upper wall."""
    side, out = np.array(hexc(style["side"]), np.float32), []
    for i in range(kernels.BANDS):
        t = i / kernels.BANDS
        c = side * (0.5 + 0.5 * t)
        if style.get("wainscot") and t < 0.42:
            c = np.array(hexc(style["wainscot"]), np.float32) * (0.55 + 0.6 * t)
        if style.get("trim") and 0.4 < t < 0.5:
            c = np.array(hexc(style["trim"]), np.float32)
        out.append(c)
    return np.stack(out).astype(np.float32)


class Walls:
    """runs: the walls' sides, as shadow.wall_edges."""

    def __init__(self, level: Level, light: StandingLight) -> None:
        self.runs, self.light = wall_edges(level.ground.wall), light
        rows = styles(level)
        self._tones = np.stack([_tones(r) for r in rows]) if rows else np.zeros((1, kernels.BANDS, 3), np.float32)
        self._bright = _tops(level.ground.wall, rows)
        _set_on_top(self._bright[0], level)
        self._spread = widest(light.now[::2, ::2], SPREAD)  # a top takes the light that reaches its foot
        self._tops: dict[tuple[float, int, int], pygame.Surface | None] = {}
        h, w = self._bright[1].shape
        for y in range(0, int(h * LEAN), PIECE):
            for x in range(0, int(w * LEAN), PIECE):
                self._piece(LEAN, x // PIECE, y // PIECE)

    def relight(self, area: pygame.Rect) -> None:
        """Forget the lit tops in an area of pixels."""
        x, y, n = max(0, area.left // 4), max(0, area.top // 4), 2 * SPREAD
        left, top = max(0, x - n), max(0, y - n)
        part = widest(self.light.now[::2, ::2][top : area.bottom // 4 + n, left : area.right // 4 + n], SPREAD)
        place = self._spread[y : area.bottom // 4, x : area.right // 4]
        place[...] = part[y - top : y - top + place.shape[0], x - left : x - left + place.shape[1]]
        for key in [k for k in self._tops if area.colliderect(_world_of(*k))]:
            del self._tops[key]

    def _piece(self, lean: float, column: int, row: int) -> pygame.Surface | None:
        """Return a piece of the tops of all walls, lit, at their leaning size; None where there are none."""
        key = lean, column, row
        if key not in self._tops:
            rgb, wall = self._bright
            w, h = (
                min(PIECE, int(n * lean) - at * PIECE) for n, at in zip(wall.shape[::-1], (column, row), strict=True)
            )
            s = pygame.Surface((w, h))
            s.fill(KEY)
            pixels = pygame.surfarray.pixels2d(s).T
            made = kernels.tops(pixels, rgb, wall, self._spread, lean, column * PIECE, row * PIECE)
            del pixels
            s.set_colorkey(KEY, pygame.RLEACCEL)
            self._tops[key] = s if made else None
        return self._tops[key]

    def draw_sides(self, frame: pygame.Surface, cam: Camera, live: pygame.Surface) -> None:
        """Draw the sides that can be seen from the middle of the screen, lit by the standing and the live light before them."""
        pixels, lamps = pygame.surfarray.pixels2d(frame).T, pygame.surfarray.pixels2d(live).T
        kernels.sides(pixels, lamps, self.light.now, self.runs, self._tones, cam.x, cam.y, LEAN)

    def draw_tops(self, frame: pygame.Surface, cam: Camera, lean: float = LEAN) -> None:
        """Draw the tops; they lie on pieces of one leaning layer, so shifting it is the parallax."""
        h, w = self._bright[1].shape
        x, y = (round(v) for v in cam.lean(0, 0, lean))
        for row in range(max(0, -y // PIECE), min(int(h * lean) - 1, H - 1 - y) // PIECE + 1):
            for column in range(max(0, -x // PIECE), min(int(w * lean) - 1, W - 1 - x) // PIECE + 1):
                s = self._piece(lean, column, row)
                if s is not None:
                    frame.blit(s, (x + column * PIECE, y + row * PIECE))


def _world_of(lean: float, column: int, row: int) -> pygame.Rect:
    """Return the world pixels that a piece takes its light from."""
    more = 4 * SPREAD + 4
    side = int(PIECE / lean) + 2 * more
    return pygame.Rect(int(column * PIECE / lean) - more, int(row * PIECE / lean) - more, side, side)


def _tops(cells: npt.NDArray[np.uint8], rows: list[dict[str, str]]) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Paint the tops of all walls in full light, with a pale edge to the north west and a dark one round: (rgb, mask)."""
    ids = grown_index(cells, CELL)
    h, w = ids.shape
    wall = ids > 0
    noise = _grain(h, w)
    inner = wall.copy()
    for axis in (0, 1):
        for way in (-RIM, RIM):
            inner &= _moved(wall, way, axis)
    north_west = wall & ~(_moved(wall, RIM, 0) & _moved(wall, RIM, 1))
    rgb = np.zeros((h, w, 3), np.float32)
    grain = ((0.92 + 0.16 * noise) * np.where(inner, 1.0, 0.7))[..., None].astype(np.float32)
    for k, style in enumerate(rows):
        m = ids == k + 1
        rgb[m] = grain[m] * np.array(hexc(style["top"]), np.float32)
        rgb[m & north_west] = hexc(style["edge"])
    return rgb, wall


def _set_on_top(rgb: Floats, level: Level) -> None:
    """Lay the props whose middle is in a wall on the walls' tops, where they stop nobody and hide nothing."""
    wall = level.ground.wall
    for p in standing(level):
        x, y = (p.x + p.w / 2) * METRE, (p.y + p.h / 2) * METRE
        row, column = int(y / CELL), int(x / CELL)
        if 0 <= row < wall.shape[0] and 0 <= column < wall.shape[1] and wall[row, column]:
            picture = prop_picture(p).copy()
            picture[..., :3] = np.minimum(255, picture[..., :3] * ON_TOP)
            over(rgb, picture, x, y)


def _moved(mask: npt.NDArray[np.bool_], by: int, axis: int) -> npt.NDArray[np.bool_]:
    """Shift a mask; what comes in from outside counts as wall."""
    out = np.roll(mask, by, axis)
    edge = [slice(None), slice(None)]
    edge[axis] = slice(0, by) if by > 0 else slice(by, None)
    out[tuple(edge)] = True
    return out


def _grain(h: int, w: int) -> Floats:
    picture = assets.rgba("walls/grain.png")
    if picture is None:
        return np.full((h, w), 0.5, np.float32)
    n = picture.shape[0]
    return np.tile(picture[..., 0].astype(np.float32) / np.float32(255), (h // n + 1, w // n + 1))[:h, :w]
