"""Small painted things of a moment: muzzle stars, tracers, glows, smoke, shells, stains."""

import math
from functools import lru_cache

import numpy as np
import pygame

from game.view import assets
from game.view.pixels import Colour, Picture, alpha, hexc, opaque, radial

STAR_WAYS, STREAK_WAYS, PUFFS = 32, 128, 8
VARIANTS = 4  # pictures that the painter makes of a mark


@lru_cache(maxsize=512)
def star(length: int, way: int) -> pygame.Surface:
    """Return a flash of three tones that points one of STAR_WAYS ways."""
    n = length + 4
    y, x = np.mgrid[-n : n + 1, -n : n + 1].astype(np.float32)
    a, out = way * 2 * np.pi / STAR_WAYS, np.zeros((2 * n + 1, 2 * n + 1, 4), np.uint8)
    u, v = x * math.cos(a) + y * math.sin(a), -x * math.sin(a) + y * math.cos(a)
    for s, c in ((1.0, "d8600e"), (0.72, "ffb43a"), (0.42, "fff6c8")):
        reach = length * s
        m = (u > -2) & (u < reach) & (np.abs(v) < reach * 0.24 * np.clip(1 - (u / reach - 0.25) ** 2 * 1.6, 0.05, 1))
        for b in (-0.75, 0.75):
            p, q = u * math.cos(b) + v * math.sin(b), -u * math.sin(b) + v * math.cos(b)
            m |= (p > -1) & (p < reach * 0.55) & (np.abs(q) < 1.7 * s * (1 - p / (reach * 0.56)))
        out[m] = (*hexc(c), 255)
    return alpha(out)


@lru_cache(maxsize=1024)
def streak(length: int, way: int) -> pygame.Surface:
    """Return a shot in flight, to add: its bright head in the middle, its tail behind it, STREAK_WAYS ways."""
    n = length + 2
    s = pygame.Surface((2 * n + 1, 2 * n + 1))
    c, d = math.cos(way * 2 * math.pi / STREAK_WAYS), math.sin(way * 2 * math.pi / STREAK_WAYS)
    for i in range(8):
        a, b = (-length * (1 - (i + k) / 8) for k in (0, 1))
        tone = [int(v * (0.12 + 0.78 * (i / 7) ** 1.5)) for v in hexc("ffd890")]
        pygame.draw.line(s, tone, (n + c * a, n + d * a), (n + c * b, n + d * b))
    return s


@lru_cache(maxsize=256)
def glow(radius: int, colour: Colour, power: float) -> pygame.Surface:
    """Return a soft disc of light to add."""
    return opaque((radial(radius) * power)[..., None] * np.array(colour, np.float32))


@lru_cache(maxsize=PUFFS)
def puff(step: int) -> pygame.Surface:
    """Return smoke of hard steps, thinner with age (0..PUFFS - 1)."""
    g, d = np.random.default_rng(3), np.zeros((64, 64), np.float32)
    y, x = np.mgrid[-32:32, -32:32].astype(np.float32)
    for _ in range(9):
        a, r = g.random() * 6.28, 20 * g.random() ** 0.6
        d = np.maximum(d, np.clip(1 - np.hypot(x - r * math.cos(a), y - r * math.sin(a)) / (7 + 11 * g.random()), 0, 1))
    grey = np.broadcast_to(np.array(hexc("8a94a4")), (64, 64, 3))
    return alpha(np.dstack((grey, np.ceil(d * 4) / 4 * (d > 0.12) * 58 * (1 - step / PUFFS))))


@lru_cache(maxsize=16)
def shell(way: int, red: bool) -> pygame.Surface:
    """Return a spent case: red for a shotgun's, brass else."""
    s = pygame.Surface((5, 5), pygame.SRCALPHA)
    long = 2 if red else 1
    dx, dy = round(long * math.cos(way * math.pi / 8)), round(long * math.sin(way * math.pi / 8))
    pygame.draw.line(s, hexc("b8321e" if red else "b98a1a"), (2 - dx, 2 - dy), (2 + dx, 2 + dy))
    s.set_at((2 + dx, 2 + dy), hexc("f8de7c"))
    return s


def painted(kind: str, seed: int, size: int = 32) -> pygame.Surface | None:
    """Return one of the painter's marks for the floor (`decals/KIND_n.png`), turned at random, or None."""
    picture = assets.rgba(f"decals/{kind}_{seed % VARIANTS}.png")
    if picture is None:
        return None
    s = pygame.transform.rotate(alpha(picture), 90 * (seed // VARIANTS % 4))
    return s if size == s.get_width() else pygame.transform.scale(s, (size, size))


@lru_cache(maxsize=16)
def decal(kind: str) -> pygame.Surface | None:
    """Return a painted mark (`decals/KIND.png`), or None."""
    picture = assets.rgba(f"decals/{kind}.png")
    return None if picture is None else alpha(picture)


def blood(seed: int, colour: str = "5c0a12", reach: int = 12) -> pygame.Surface:
    """Return a stain for the floor: the painter's, or drops of our own."""
    found = painted("blood", seed, 32 if reach >= 10 else 3 * reach)
    if found is not None:
        return found
    g, n = np.random.default_rng(seed), reach + 4
    y, x = np.mgrid[-n : n + 1, -n : n + 1].astype(np.float32)
    m = np.zeros(x.shape, bool)
    for _ in range(22):
        a, d = g.random() * 6.28, reach * g.random() ** 0.8
        m |= (x - d * math.cos(a)) ** 2 + (y - d * math.sin(a)) ** 2 < max(
            0.8, (reach - d) * 0.42 * g.random() + 0.8
        ) ** 2
    tone: Picture = np.broadcast_to(np.array(hexc(colour), np.uint8), (*m.shape, 3))
    return alpha(np.dstack((tone, m * np.uint8(190))))


@lru_cache(maxsize=32)
def scar(seed: int) -> pygame.Surface:
    """Return a bullet's chip in the ground."""
    g, s = np.random.default_rng(seed), pygame.Surface((7, 7), pygame.SRCALPHA)
    for _ in range(5):
        s.set_at((3 + int(g.integers(-2, 3)), 3 + int(g.integers(-2, 3))), (8, 9, 12, 150))
    s.set_at((3, 3), (6, 7, 10, 230))
    return s


@lru_cache(maxsize=64)
def ripple(radius: int, colour: Colour) -> pygame.Surface:
    """Return a thin ring to add, for sounds and orders."""
    s = pygame.Surface((2 * radius + 3, 2 * radius + 3))
    pygame.draw.circle(s, colour, (radius + 1, radius + 1), radius, 1)
    return s
