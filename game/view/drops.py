"""The hunter in pieces: pools of chrome that lean together and run into one, and burn at the rim where they lie in steel."""

import math
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pygame

from game.view import stamps
from game.view.camera import Camera
from game.view.light import StandingLight
from game.view.pixels import ADD, METRE, MULT, Colour, H, W, alpha, hexc
from game.view.smooth import gauss

if TYPE_CHECKING:
    from game.session import Session

LEAST, WIDE = 6.0, 17.0  # pixels of radius of the smallest drop, and what a whole body's mass adds
REACH = 2.1  # sums of radii within which two run toward each other
PHASES, SWELL = 12, 6  # pictures of one slow swell, ticks of each
CHROME = np.array([hexc(c) for c in ["0a1224", "1f3654", "3f6c94", "7db0d2", "c4e8f6", "ffffff"]], np.float32)
OVER_STEEL = np.array([hexc(c) for c in ["2c0806", "7a200c", "c8642c", "9cb4c4", "dceef6", "ffffff"]], np.float32)
RIM, HOT_RIM = hexc("060a16"), hexc("3a0a04")
FLOOR = 0.65  # least brightness of the metal
HOT: Colour = (255, 240, 226)  # what light it has over steel
BURNS: Colour = hexc("ffc860")


class Drop(NamedTuple):
    """One pool: its middle in world pixels, its radius, whether it lies in steel."""

    x: float
    y: float
    r: float
    hot: bool


def drops(session: "Session", everybody: bool = False) -> list[Drop]:
    """Return the pools of the hunter that our side can see."""
    world, b = session.world, session.world.b
    return [
        Drop(b.x[s] * METRE, b.y[s] * METRE, LEAST + WIDE * math.sqrt(b.share[s]), world.in_steel(s))
        for s in world.blobs
        if b.here[s] and (everybody or b.seen[s])
    ]


def draw(frame: pygame.Surface, session: "Session", cam: Camera, light: StandingLight, everybody: bool = False) -> None:
    """Draw every pool near the screen, those that touch as one."""
    tick = session.world.tick
    for group in groups(drops(session, everybody)):
        x, y = sum(d.x for d in group) / len(group), sum(d.y for d in group) / len(group)
        if not (-96 < x - cam.x < W + 96 and -96 < y - cam.y < H + 96):
            continue
        hot = max(group, key=lambda d: d.r).hot
        for d in group:
            if d.hot:
                r = int(d.r * 2.1)
                halo = stamps.glow(r, BURNS, 0.55 + 0.05 * (tick // 4 % 3))
                frame.blit(halo, (int(d.x) - cam.x - r, int(d.y) - cam.y - r), special_flags=ADD)
        picture = metal(
            tuple((round(d.x - x), round(d.y - y), round(d.r * 2) / 2) for d in group), tick // SWELL % PHASES, hot
        )
        lit = picture.copy()
        colour = HOT if hot else tuple(min(255, int((c * (1 - FLOOR) + FLOOR) * 255)) for c in light.at(x, y))
        lit.fill(colour, special_flags=MULT)
        frame.blit(lit, (int(x) - cam.x - lit.get_width() // 2, int(y) - cam.y - lit.get_height() // 2))


def groups(found: list[Drop]) -> list[list[Drop]]:
    """Return the pools in groups of those that are near enough to run toward each other."""
    out: list[list[Drop]] = []
    for d in found:
        near = [g for g in out if any(math.dist((d.x, d.y), (e.x, e.y)) < REACH * (d.r + e.r) for e in g)]
        out = [g for g in out if g not in near] + [[d, *(e for g in near for e in g)]]
    return out


@lru_cache(maxsize=96)
def metal(blobs: tuple[tuple[int, int, float], ...], phase: int, hot: bool = False) -> pygame.Surface:
    """Return liquid chrome: blobs as (x, y from the middle, radius), at a phase of its swell; `hot` mirrors steel below."""
    n = int(max(max(abs(x), abs(y)) + r * 1.9 for x, y, r in blobs)) + 3
    y, x = np.mgrid[-n : n + 1, -n : n + 1].astype(np.float32)
    field, turn = np.zeros_like(x), 2 * math.pi * phase / PHASES
    for i, (bx, by, r) in enumerate(blobs):
        px, py = bx + 0.8 * math.cos(turn + i * 2.1), by + 0.8 * math.sin(turn + i * 1.7)
        field += (r * 0.8) ** 2 / ((x - px) ** 2 + ((y - py) * 1.12) ** 2 + 1)
    height = gauss(np.minimum(4.2 * np.sqrt(np.clip(field - 1, 0, 3)), 4.6), 1.0)
    slope_y, slope_x = np.gradient(height)
    t = (-slope_x * 0.45 - slope_y * 0.9) / np.sqrt(slope_x**2 + slope_y**2 + 0.5)
    sky = (
        0.14
        + 0.78 * np.clip(0.55 - 0.62 * t, 0, 1)
        + 0.09 * np.sin(x * 0.24 + turn) * np.sin(y * 0.21 - x * 0.08 - turn)
    )
    horizon = 0.55 * np.exp(-(((t - 0.30) / 0.18) ** 2)) - 0.4 * np.exp(-(((t - 0.7) / 0.16) ** 2))
    ramp = OVER_STEEL if hot else CHROME
    tone = ramp[np.clip((sky - horizon) * len(ramp), 0, len(ramp) - 1).astype(int)]
    tone[field <= 1.0] = HOT_RIM if hot else RIM
    return alpha(np.dstack((tone, (field > 0.86) * np.float32(255))))
