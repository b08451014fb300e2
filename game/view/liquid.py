"""Metal that flows: craters that bullets leave in the hunter, chrome that sweeps over him, the pool that he becomes."""

import math
from functools import lru_cache

import numpy as np
import pygame

from game.view.pixels import alpha, hexc

CLOSES = 72  # ticks until a crater has closed over
FRONTS = 40  # steps of a wipe
LIPS = ((1.0, "16263f"), (0.0, "bfe6f7"), (-0.9, "6ea2c8"), (-1.8, "060a16"))  # radius beyond the crater's, tone

POOL, POOL_TALL = 72, 60  # pixels of the square that a pool fills at most
PHASES, AMOUNTS = 16, 12  # pictures of one slow swell; sizes of a pool
TONES = np.array([hexc(c) for c in ["060a16", "16263f", "3c5f88", "6ea2c8", "bfe6f7", "f4fdff"]], np.float32)
BLOBS = (
    (0.0, 0.0, 0.8),
    (0.95, 0.12, 0.52),
    (-0.9, 0.3, 0.5),
    (0.35, -0.72, 0.42),
    (-0.5, -0.6, 0.4),
    (0.25, 0.75, 0.44),
)


@lru_cache(maxsize=64)
def crater(radius: float) -> pygame.Surface:
    """Return a bullet's splash in metal: dark rim, bright lip, blue bowl, black heart, one glint."""
    n = int(radius) + 3
    y, x = np.mgrid[-n : n + 1, -n : n + 1].astype(np.float32)
    d, out = np.hypot(x, y), np.zeros((2 * n + 1, 2 * n + 1, 4), np.uint8)
    for more, tone in LIPS:
        out[d < radius + more] = (*hexc(tone), 255)
    out[np.hypot(x + radius * 0.6, y + radius * 0.6) < 0.9] = (255, 255, 255, 255)
    return alpha(out)


def dig(figure: pygame.Surface, craters: list[tuple[float, float, float]]) -> None:
    """Press craters (x, y from the middle, radius) into a square figure, never beyond its outline."""
    size = figure.get_width()
    holes, inside = pygame.Surface((size, size), pygame.SRCALPHA), figure.copy()
    for x, y, r in craters:
        stamp = crater(round(r * 2) / 2)
        holes.blit(stamp, (size // 2 + x - stamp.get_width() // 2, size // 2 + y - stamp.get_height() // 2))
    inside.fill((255, 255, 255), special_flags=pygame.BLEND_RGB_MAX)
    holes.blit(inside, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    figure.blit(holes, (0, 0))


@lru_cache(maxsize=128)
def _front(size: int, step: int, wide: float) -> tuple[pygame.Surface, pygame.Surface]:
    """Return a ragged diagonal front at step/FRONTS of the way: (mask of the metal, bright line); `wide` pixels of metal, 0 all."""
    y, x = np.mgrid[0:size, 0:size].astype(np.float32) - size / 2
    p = x * math.cos(0.9) + y * math.sin(0.9) + np.sin(y * 0.9) * 1.6
    at = (step / FRONTS - 0.5) * size * 0.62
    keep = np.zeros((size, size, 4), np.uint8)
    keep[(p < at) & ((p > at - wide) | (wide == 0))] = 255
    line = np.zeros((size, size, 4), np.uint8)
    line[np.abs(p - at) < 0.8] = (232, 250, 255, 255)
    return alpha(keep), alpha(line)


def wipe(skin: pygame.Surface, metal: pygame.Surface, amount: float, wide: float = 0.0) -> pygame.Surface:
    """Let chrome sweep over a figure, both square and of one size: 0 skin .. 1 metal; only a band `wide` pixels across if given."""
    keep, line = _front(skin.get_width(), round(min(1.0, max(0.0, amount)) * FRONTS), wide)
    out, part, edge = skin.copy(), metal.copy(), metal.copy()
    part.blit(keep, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    edge.fill((255, 255, 255), special_flags=pygame.BLEND_RGB_MAX)
    edge.blit(line, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    out.blit(part, (0, 0))
    out.blit(edge, (0, 0))
    return out


def closing(radius: float, age: int) -> float:
    """Return how wide a crater of some age still is; 0 when it has closed."""
    return 0.0 if age >= CLOSES else radius * (1 - age / CLOSES) ** 0.6


@lru_cache(maxsize=PHASES * (AMOUNTS + 1))
def pool(amount: int, phase: int) -> pygame.Surface:
    """Return liquid metal on the floor, `amount` of AMOUNTS wide, at a phase of its swell: few large blobs that lean together."""
    y, x = np.mgrid[0:POOL_TALL, 0:POOL].astype(np.float32)
    x, y = x - POOL / 2, (y - POOL_TALL / 2) * 1.2
    size = 20.0 * math.sqrt(max(amount, 1) / AMOUNTS)
    field, turn = np.zeros_like(x), 2 * math.pi * phase / PHASES
    for i, (bx, by, r) in enumerate(BLOBS):
        sway = turn + i * 2.1
        px, py = size * (bx + 0.1 * math.cos(sway)), size * (by + 0.1 * math.sin(sway))
        field += (size * r * 0.66) ** 2 / np.maximum((x - px) ** 2 + (y - py) ** 2, 1.0)
    height = 1 - np.exp(-1.6 * np.clip(field - 1.0, 0, 4))  # a flat film with a round rim
    slope_y, slope_x = np.gradient(height)
    sky = y * 0.045 + 0.5 * np.sin(x * 0.14 + turn) + 0.35 * np.sin(y * 0.21 - x * 0.09 + 2 * turn)  # what it mirrors
    lit = 0.5 + 0.24 * np.sin(sky * 2.2) + 2.6 * (slope_x * 0.55 + slope_y * 0.8)
    tone = TONES[np.clip(lit * len(TONES), 0, len(TONES) - 1).astype(int)]
    tone[(field > 1.0) & (field < 1.1)] = TONES[0]
    return alpha(np.dstack((tone, (field > 1.0) * np.float32(255))))


def sink(figure: pygame.Surface, share: float) -> pygame.Surface:
    """Return a square figure as it runs down into the floor: 0 whole .. 1 gone; the canvas keeps its size."""
    size = figure.get_width()
    shrunk = pygame.transform.rotozoom(figure, 0, 1 - 0.45 * share)
    out = pygame.Surface((size, size), pygame.SRCALPHA)
    out.blit(shrunk, ((size - shrunk.get_width()) // 2, (size - shrunk.get_height()) // 2))
    out.fill((255, 255, 255, int(255 * min(1.0, 2.2 * (1 - share)))), special_flags=pygame.BLEND_RGBA_MULT)
    return out
