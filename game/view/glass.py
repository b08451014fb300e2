"""Glass: panes that stand between the rooms, and the shards they leave."""

from functools import lru_cache

import numpy as np
import pygame

from game.level.data import Level
from game.view import stamps
from game.view.camera import LEAN, Camera
from game.view.floors import Floors
from game.view.light import StandingLight
from game.view.pixels import METRE, PREMULTIPLIED, H, W, alpha, hexc

STREAK, BODY = hexc("b8e4f4"), hexc("5f93a8")
LEVELS = (1.02, 1.04)  # heights at which the faint sides are drawn


class Glass:
    """The panes of a level; those whose block is in the world's `broken` are gone."""

    def __init__(self, level: Level, light: StandingLight) -> None:
        self._spots = [(p.block, p.x * METRE, p.y * METRE, p.w * METRE, p.h * METRE) for p in level.panes]
        self._swept: set[int] = set()
        self._pictures: dict[int, tuple[pygame.Surface, pygame.Surface]] = {}
        self.relight(light)

    def relight(self, light: StandingLight, area: pygame.Rect | None = None) -> None:
        """Tint the panes with the standing light, all or those in an area of pixels."""
        for i, (_, x, y, w, h) in enumerate(self._spots):
            if area is None or area.colliderect((x, y, w, h)):
                self._pictures[i] = _pane(x, y, w, h, light.at(x + w / 2, y + h / 2))

    def sweep(self, broken: set[int], floors: Floors) -> None:
        """Strew shards where a pane has gone since last time."""
        for block, x, y, w, h in self._spots:
            if block in broken and block not in self._swept:
                self._swept.add(block)
                for i in range(max(1, int(max(w, h)) // 20)):
                    along = (i + 0.5) * 20
                    at = (x + along, y + h / 2) if w >= h else (x + w / 2, y + along)
                    floors.stamp(stamps.painted("shard", block * 7 + i) or _shards(block * 7 + i), *at)

    def draw(self, frame: pygame.Surface, cam: Camera, broken: set[int], lean: float = LEAN) -> None:
        """Draw what still stands, faint at the sides, streaked on top."""
        for i, (block, x, y, w, h) in enumerate(self._spots):
            if block in broken or x + w < cam.x - 20 or x > cam.x + W + 20 or y + h < cam.y - 20 or y > cam.y + H + 20:
                continue
            top, low = self._pictures[i]
            for scale in LEVELS:
                frame.blit(low, cam.lean(x, y, 1 + (scale - 1) * (lean - 1) / (LEAN - 1)), special_flags=PREMULTIPLIED)
            frame.blit(top, cam.lean(x, y, lean), special_flags=PREMULTIPLIED)


def _pane(
    x: float, y: float, w: float, h: float, light: tuple[float, float, float]
) -> tuple[pygame.Surface, pygame.Surface]:
    yy, xx = np.mgrid[0 : int(h * LEAN) + 1, 0 : int(w * LEAN) + 1]
    streak = ((xx + x + yy + y) * 0.5 % 22 < 5)[..., None]
    lit = np.array(light, np.float32) * 0.9 + 0.15
    rgb = np.where(streak, np.array(STREAK), np.array(BODY)) * lit
    top = alpha(np.dstack((rgb, np.where(streak[..., 0], 96, 72))), True)
    return top, alpha(np.dstack((rgb, np.full(rgb.shape[:2], 30))), True)


@lru_cache(maxsize=64)
def _shards(seed: int) -> pygame.Surface:
    """Splinters on the floor, a few of them catching the light."""
    g, s = np.random.default_rng(seed), pygame.Surface((40, 32), pygame.SRCALPHA)
    for _ in range(26):
        x, y = int(20 + g.normal() * 8), int(16 + g.normal() * 6)
        colour = STREAK if g.random() < 0.35 else BODY
        pygame.draw.line(s, (*colour, 210), (x, y), (x + int(g.integers(-2, 3)), y + int(g.integers(-2, 3))))
    return s
