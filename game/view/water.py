"""The fountain's water: rings that spread from its jets, glints, drops in flight, and the light it throws on the floor round it."""

import math

import numpy as np
import pygame

from game.level.data import Level, PropSpot
from game.view.camera import Camera
from game.view.pixels import ADD, METRE, Floats, H, Mask, Picture, W, hexc, opaque
from game.view.smooth import cloud
from game.view.things import prop_picture

KIND = "fountain"
FRAMES, TICKS = 20, 4  # pictures of the loop, and ticks that each stands
HALO = 56  # pixels beyond the basin that its light reaches
JETS, SPOUT, FALLS = 10, 0.40, 0.78  # jets; where they leave and where they land, in shares of the basin's radius
RIPPLE, GLINT = 0.55, 0.62  # pixels^-1 of the rings; height of a wave from which it glints
FOAM, DEEP, DROP, CAUSTIC = hexc("5c98ac"), hexc("12344a"), hexc("bfeefc"), hexc("286f86")


class Fountains:
    """The fountains of a level as loops of pictures to add."""

    def __init__(self, level: Level, rng: np.random.Generator) -> None:
        self._loops = [(_loop(spot, rng), *_middle(spot)) for spot in level.props if spot.kind == KIND]

    def draw(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Add what moves; call it before tall things are lifted off the floor."""
        for loop, x, y in self._loops:
            s = loop[tick // TICKS % FRAMES]
            at = int(x) - cam.x - s.get_width() // 2, int(y) - cam.y - s.get_height() // 2
            if -s.get_width() < at[0] < W and -s.get_height() < at[1] < H:
                frame.blit(s, at, special_flags=ADD)


def _middle(spot: PropSpot) -> tuple[float, float]:
    return (spot.x + spot.w / 2) * METRE, (spot.y + spot.h / 2) * METRE


def water_of(picture: Picture) -> Mask:
    """Return which pixels of a painted basin are water: the blue ones."""
    r, g, b = (picture[..., i].astype(np.int16) for i in range(3))
    water: Mask = (picture[..., 3] > 127) & (b - r > 40) & (b >= g)
    return water


def _loop(spot: PropSpot, rng: np.random.Generator) -> list[pygame.Surface]:
    """Paint the frames of one fountain."""
    basin = prop_picture(spot)
    water = np.pad(water_of(basin), HALO)
    h, w = water.shape
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    x, y = x - w / 2, y - h / 2
    far = np.hypot(x, y)
    radius = basin.shape[1] / 2
    grain = cloud(h, w, 14, rng), cloud(h, w, 14, rng)
    reach = np.clip(1 - (far - radius) / HALO, 0, 1) ** 1.6 * (far > radius)
    lands = [_jet(i, FALLS * radius) for i in range(JETS)]
    return [opaque(_frame(x, y, water, reach, grain, lands, radius, k)) for k in range(FRAMES)]


def _jet(i: int, far: float) -> tuple[float, float]:
    """Return a place along a jet, `far` pixels from the middle."""
    a = 2 * math.pi * i / JETS - math.pi / 2
    return far * math.cos(a), far * math.sin(a)


def _frame(
    x: Floats,
    y: Floats,
    water: Mask,
    reach: Floats,
    grain: tuple[Floats, Floats],
    lands: list[tuple[float, float]],
    radius: float,
    k: int,
) -> Picture:
    """Return one picture [h, w, 3] to add."""
    turn = 2 * math.pi * k / FRAMES
    waves = np.zeros_like(x)
    for i, (px, py) in enumerate(lands):
        d = np.hypot(x - px, y - py)
        waves += np.sin(d * RIPPLE - turn * 2 + i) / (1 + d * 0.12)
    waves += 1.2 * (np.sin(turn + 9 * grain[0]) * grain[1])
    out: Picture = np.zeros((*x.shape, 3), np.float32)
    out[water & (waves > GLINT * 0.6)] = DEEP
    out[water & (waves > GLINT * 1.7)] = FOAM
    for i in range(JETS):
        for drop in range(3):  # drops on their way out
            t = (k / FRAMES * 2 + drop / 3 + i * 0.37) % 1
            dx, dy = _jet(i, radius * (SPOUT + (FALLS - SPOUT) * t))
            cy, cx = int(dy + x.shape[0] / 2), int(dx + x.shape[1] / 2)
            out[cy : cy + 2, cx : cx + 2] = DROP
    net = np.abs(np.sin(turn + 11 * grain[0]) + np.sin(turn * 2 - 9 * grain[1]))
    caustic = np.clip(0.55 - net, 0, 0.55) / 0.55 * reach * 0.6
    out += caustic[..., None] * np.array(CAUSTIC, np.float32)
    return out
