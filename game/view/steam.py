"""Steam from a broken main: white puffs that stand up fast where a hazard is at work, and thin out."""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.view import stamps
from game.view.camera import Camera
from game.view.pixels import METRE, H, W

if TYPE_CHECKING:
    from game.session import Session

KIND = "steam"
EVERY, LASTS = 2, 46  # ticks from puff to puff, and that one hangs
RISE, DRIFT = 0.55, 0.5  # pixels a tick
NEAR = 60  # pixels beyond the screen
PALE, STRONG = 90, 1.0


class Steam:
    """The puffs of every jet."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._puffs: list[tuple[float, float, float, int]] = []  # x, y, drift, born

    def forget(self) -> None:
        """Clear the air."""
        self._puffs.clear()

    def step(self, session: "Session") -> None:
        """Let every jet that is at work blow."""
        tick = session.world.tick
        self._puffs = [p for p in self._puffs if 0 <= tick - p[3] < LASTS]
        if tick % EVERY:
            return
        for hazard in session.world.hazards:
            if hazard.kind == KIND and hazard.on(session.world):
                area = hazard.area
                x, y = area.x + area.w * self._rng.random(), area.y + area.h * self._rng.random()
                self._puffs.append((x * METRE, y * METRE, (self._rng.random() - 0.5) * 2 * DRIFT, tick))

    def draw(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Draw what hangs in the air."""
        for x, y, drift, born in self._puffs:
            age = tick - born
            px, py = int(x + drift * age) - cam.x, int(y - RISE * age) - cam.y
            if -NEAR < px < W + NEAR and -NEAR < py < H + NEAR:
                frame.blit(cloud(min(stamps.PUFFS - 1, age * stamps.PUFFS // LASTS)), (px - 32, py - 32))


@lru_cache(maxsize=stamps.PUFFS)
def cloud(step: int) -> pygame.Surface:
    """Return a puff of white, thinner with age."""
    s = stamps.puff(step).copy()
    s.fill((PALE, PALE, PALE, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return s
