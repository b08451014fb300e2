"""Molten steel: a loop of tones tiled over every pool, dark at its bank, seen through gratings near it; its glow above."""

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

from game.level.data import Level
from game.view import assets, stamps
from game.view.camera import Camera
from game.view.pixels import ADD, METRE, Colour, Floats, H, Mask, W, alpha, hexc
from game.view.smooth import distance, grown
from game.view.sparks import Sparks

STEEL, GRATING = "molten", "grating"  # materials of the floor
TILE, ACROSS, FRAMES, TICKS = 256, 8, 32, 9  # as the painter lays the sheet; ticks that a picture stands
CREEP, RUNS = 0.07, 0.22  # pixels a tick that steel drifts in a vat, and in a channel
TONES = tuple(hexc(c) for c in ["4d0a06", "a81f06", "ea4d0b", "ff8f1a", "ffcf52", "fff5c4"])
DIM, PULSE, PERIOD = 0.95, 0.05, 150  # its brightness, how far it breathes, ticks of a breath
VAT, BRIM = "vat", 13  # the prop that goes round a pool, and pixels of its brim
BANK = 9  # pixels of shade along the bank
LIP, LOW_LIP = 0.8, 0.3  # how dark that is under the near bank and under the far one
UNDER, REACH = 0.72, 3.6  # how bright it is under a grating, and metres from the steel to where it ends
BAR = 60  # a grating's picture is a bar where its red, green and blue add up to more
HAZE: Colour = hexc("ff6a10")
HAZE_POWER, HAZE_WIDE = 0.2, 1.5
EMBERS = 0.16  # chance a tick that a pool throws up an ember


class Pool(NamedTuple):
    """A pool, or a grating over one: where it lies (pixels), what to multiply its picture with, and whether it is open."""

    box: pygame.Rect
    cover: pygame.Surface
    open: bool
    drift: float = 0.0  # pixels a tick that it moves along
    round: bool = False


class Steel:
    """The molten pools of a level."""

    def __init__(self, level: Level, rng: np.random.Generator) -> None:
        self._rng = rng
        pit = tiles(level, STEEL)
        self.pools = [_pool(part, _hole(level, _box(part))) for part in parts(pit)]
        if self.pools:
            near = distance(grown(pit, 2), round(REACH * 2) + 1)[::2, ::2] / 2 < REACH
            self.pools += [_under(part, pit) for part in parts(tiles(level, GRATING) & near)]
        self._scratch = pygame.Surface((W, H), pygame.SRCALPHA)

    @property
    def baths(self) -> list[pygame.Rect]:
        """Where open steel lies, in world pixels."""
        return [pool.box for pool in self.pools if pool.open]

    def draw(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Draw what the screen shows of every pool, over the floor and under all that stands."""
        if not self.pools:
            return
        tile, bright = frames()[tick // TICKS % FRAMES], DIM + PULSE * math.sin(2 * math.pi * tick / PERIOD)
        tile.set_palette([tuple(int(v * bright) for v in c) for c in TONES])
        for pool in self.pools:
            seen = pool.box.move(-cam.x, -cam.y).clip(frame.get_rect())
            if seen.w and seen.h:
                part = self._scratch.subsurface((0, 0, *seen.size))
                x0, y0 = seen.x + cam.x, seen.y + cam.y  # world pixels of the part's corner
                across = range(-((x0 - int(tick * pool.drift)) % TILE), seen.w, TILE)
                part.fblits([(tile, (x, y)) for y in range(-(y0 % TILE), seen.h, TILE) for x in across])
                cut = (x0 - pool.box.x, y0 - pool.box.y, *seen.size)
                part.blit(pool.cover, (0, 0), cut, special_flags=pygame.BLEND_RGBA_MULT)
                frame.blit(part, seen.topleft)

    def glow(self, frame: pygame.Surface, cam: Camera) -> None:
        """Add the glow that hangs over open steel."""
        for pool in self.pools:
            if pool.open:
                r = int(max(pool.box.w, pool.box.h) / 2 * HAZE_WIDE)
                x, y = pool.box.centerx - cam.x - r, pool.box.centery - cam.y - r
                if -2 * r < x < W and -2 * r < y < H:
                    frame.blit(stamps.glow(r, HAZE, HAZE_POWER), (x, y), special_flags=ADD)

    def spit(self, sparks: Sparks) -> None:
        """Throw up an ember here and there."""
        for pool in self.pools:
            if pool.open and self._rng.random() < EMBERS:
                a, r = self._rng.random() * 2 * math.pi, math.sqrt(self._rng.random()) * 0.45
                x, y = pool.box.centerx + pool.box.w * r * math.cos(a), pool.box.centery + pool.box.h * r * math.sin(a)
                sparks.emit(x, y, 2, -math.pi / 2, 0.9, (10, 70), "warm", (0.4, 1.3))


@lru_cache(maxsize=1)
def frames() -> tuple[pygame.Surface, ...]:
    """Return the loop as 8-bit Surfaces of tones, or one flat picture where the painter's is missing."""
    sheet = assets.rgba("molten.png")
    tones = np.full((TILE * FRAMES // ACROSS, TILE * ACROSS), 2, np.uint8) if sheet is None else sheet[..., 0]
    out = []
    for k in range(FRAMES):
        y, x = k // ACROSS * TILE, k % ACROSS * TILE
        s = pygame.Surface((TILE, TILE), 0, 8)
        pygame.surfarray.pixels2d(s).T[...] = tones[y : y + TILE, x : x + TILE]
        out.append(s)
    return tuple(out)


def parts(cells: Mask) -> list[Mask]:
    """Return the connected parts of a grid of metres, each as a grid of its own."""
    left, found = cells.copy(), []
    while left.any():
        part, todo = np.zeros_like(cells), [tuple(np.argwhere(left)[0].tolist())]
        while todo:
            r, c = todo.pop()
            if 0 <= r < cells.shape[0] and 0 <= c < cells.shape[1] and left[r, c]:
                left[r, c], part[r, c] = False, True
                todo += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
        found.append(part)
    return found


def tiles(level: Level, material: str) -> Mask:
    """Return the metres that are of a material."""
    if material not in level.materials:
        return np.zeros(level.floor.shape, bool)
    found: Mask = level.floor == 1 + level.materials.index(material)
    return found


def is_round(part: Mask) -> bool:
    """Say whether a pool is a vat: its tiles leave the corners of their box free."""
    ys, xs = np.nonzero(part)
    return not part[ys.min(), xs.min()] and not part[ys.max(), xs.max()]


def _box(part: Mask) -> pygame.Rect:
    ys, xs = np.nonzero(part)
    x0, y0 = int(xs.min()), int(ys.min())
    return pygame.Rect(x0 * METRE, y0 * METRE, (int(xs.max()) + 1 - x0) * METRE, (int(ys.max()) + 1 - y0) * METRE)


def _cut(part: Mask, box: pygame.Rect) -> Mask:
    """Return a grid of metres as pixels within a box."""
    rows, columns = slice(box.y // METRE, box.bottom // METRE), slice(box.x // METRE, box.right // METRE)
    return grown(part[rows, columns], METRE)


def _hole(level: Level, box: pygame.Rect) -> pygame.Rect | None:
    """Return what the brim of a vat leaves open of a pool, None where there is no vat over it."""
    for p in level.props:
        middle = pygame.Rect(0, 0, METRE * 2, METRE * 2)
        middle.center = round((p.x + p.w / 2) * METRE), round((p.y + p.h / 2) * METRE)
        if p.kind == VAT and middle.collidepoint(box.center):
            hole = pygame.Rect(0, 0, *(2 * (round(side * METRE / 2) - BRIM) for side in (p.w, p.h)))
            hole.center = middle.center
            return hole
    return None


def _pool(part: Mask, hole: pygame.Rect | None) -> Pool:
    """Return an open pool: as a vat's brim leaves it, else round where its corners are missing, else as the tiles lie."""
    box = hole or _box(part)
    y, x = np.mgrid[0 : box.h, 0 : box.w].astype(np.float32) + 0.5
    if hole or is_round(part):
        depth = (1 - np.hypot((x - box.w / 2) / (box.w / 2), (y - box.h / 2) / (box.h / 2))) * min(box.w, box.h) / 2
    else:
        depth = distance(np.pad(~_cut(part, box), 1, constant_values=True), BANK + 2)[1:-1, 1:-1]
    lip = np.where((y - box.h / 2) + (x - box.w / 2) * 0.6 < 0, LIP, LOW_LIP)
    bright = 1 - lip * np.clip((BANK - depth) / BANK, 0, 1)
    return Pool(box, _cover(depth > 0, bright), True, CREEP if is_round(part) else RUNS, bool(hole) or is_round(part))


def _under(part: Mask, pit: Mask) -> Pool:
    """Return what is seen through the holes of a grating: the dimmer the farther from open steel."""
    box = _box(part)
    room = round(REACH * METRE) + METRE
    wide = np.pad(grown(pit, METRE), room)
    area = np.s_[box.y : box.bottom + 2 * room, box.x : box.right + 2 * room]
    far = distance(wide[area], room)[room:-room, room:-room] / METRE
    return Pool(box, _cover(_cut(part, box) & _holes(box), UNDER * np.clip(1 - far / REACH, 0, 1)), False, RUNS)


def _holes(box: pygame.Rect) -> Mask:
    """Return where a grating's picture has holes, laid by world position."""
    picture = assets.rgba("floors/grating.png")
    if picture is None:
        return np.ones((box.h, box.w), bool)
    hole = picture[..., :3].astype(int).sum(2) <= BAR
    y, x = np.mgrid[box.y : box.bottom, box.x : box.right]
    holes: Mask = hole[y % hole.shape[0], x % hole.shape[1]]
    return holes


def _cover(inside: Mask, bright: Floats | npt.NDArray[np.float64]) -> pygame.Surface:
    """Return what a pool's picture is multiplied with."""
    grey = np.repeat((np.clip(bright, 0, 1) * 255)[..., None], 3, 2)
    return alpha(np.dstack((grey, np.where(inside, 255, 0))))
