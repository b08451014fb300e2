"""Sparks: up to 600 streaks in one ring buffer, drawn with one fblits from a wheel of painted lines."""

import math

import numpy as np
import pygame

from game.view.camera import Camera
from game.view.pixels import ADD, Colour, H, W, hexc

RAMPS = {  # kind: tones from cold to hot
    "warm": "3c0a02 96280a f06e14 ffb43c ffe696 ffffeb",
    "cool": "0c1626 24466e 5a92c0 9cd0ee d6f4ff ffffff",
    "dust": "14161a 24282e 3a4048 525a64 6a727c 848c94",
    "wood": "1a0d09 371c11 5c321b 875128 b57c42 d8a868",
    "flesh": "240408 3c060c 5c0a12 7a0e18 96121e b01824",
}
KINDS = {name: i for i, name in enumerate(RAMPS)}
TONES, TURNS = 6, 16


def _streak(colour: Colour, length: float, way: int) -> pygame.Surface:
    s, a = pygame.Surface((9, 9)), way * math.pi / TURNS
    dx, dy = math.cos(a) * length, math.sin(a) * length
    pygame.draw.line(s, [c // 3 for c in colour], (4 - dx, 4 - dy), (4 + dx, 4 + dy))
    pygame.draw.line(s, colour, (4 - dx / 2, 4 - dy / 2), (4 + dx / 2, 4 + dy / 2))
    return s


class Sparks:
    """Streaks that fly, slow down and cool."""

    def __init__(self, rng: np.random.Generator, size: int = 600) -> None:
        self._n, self._rng, self._next = size, rng, 0
        self._p, self._v = np.zeros((size, 2)), np.zeros((size, 2))
        self._life, self._kind = np.zeros(size), np.zeros(size, int)
        ramps = [[hexc(c) for c in ramp.split()] for ramp in RAMPS.values()]
        self._wheel = [
            _streak(c, 0.8 + i * 0.45, a) for ramp in ramps for i, c in enumerate(ramp) for a in range(TURNS)
        ]

    def forget(self) -> None:
        """Put all sparks out."""
        self._life[:] = 0

    def emit(
        self,
        x: float,
        y: float,
        count: int,
        way: float = 0.0,
        spread: float = math.pi,
        speed: tuple[float, float] = (40, 190),
        kind: str = "warm",
        life: tuple[float, float] = (0.25, 0.7),
    ) -> None:
        """Throw `count` sparks from a world pixel; way and spread in radians, speed in pixels a second, life in seconds."""
        i = (self._next + np.arange(count)) % self._n
        self._next = (self._next + count) % self._n
        a = way + (self._rng.random(count) - 0.5) * 2 * spread
        v = speed[0] + self._rng.random(count) * (speed[1] - speed[0])
        self._v[i] = np.stack((np.cos(a) * v, np.sin(a) * v), 1)
        self._p[i] = (x, y) + self._v[i] * 0.09  # born a little apart, or they make a star
        self._life[i] = life[0] + self._rng.random(count) * (life[1] - life[0])
        self._kind[i] = KINDS[kind]

    def step(self) -> None:
        """Move everything one tick."""
        self._v *= 0.94
        self._p += self._v / 60
        self._life -= 1 / 60

    def draw(self, frame: pygame.Surface, cam: Camera) -> None:
        """Add what is alive and on the screen."""
        q = self._p - (cam.x + 4, cam.y + 4)
        m = (self._life > 0) & (q[:, 0] > -9) & (q[:, 0] < W) & (q[:, 1] > -9) & (q[:, 1] < H)
        if not m.any():
            return
        way = np.round(np.arctan2(self._v[m, 1], self._v[m, 0]) / np.pi * TURNS).astype(int) % TURNS
        tone = np.minimum(self._life[m] * 9, TONES - 1).astype(int)
        pick = (self._kind[m] * TONES + tone) * TURNS + way
        frame.fblits(
            [(self._wheel[i], (int(x), int(y))) for i, (x, y) in zip(pick.tolist(), q[m].tolist(), strict=True)], ADD
        )
