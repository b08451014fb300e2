"""Dawn: the light of a morning that comes while one drives, warm from the side where the road goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.level.data import Level
from game.view.pixels import ADD, MULT, H, W, opaque

if TYPE_CHECKING:
    from game.session import Session

LASTS = 4200  # ticks from the dark to the morning
STEPS = 48  # of the light in that time
NIGHT, MORNING = np.array((0.68, 0.80, 1.0)), np.array((1.0, 1.0, 1.0))  # what it leaves of the picture
GAIN = np.array((0.24, 0.26, 0.28))  # of the picture that is added to itself when it is morning
GLOW = np.array((84.0, 50.0, 24.0))  # added at the bright side when it is morning
DROWNS = 0.7  # share of a lamp's own light that the morning leaves nothing of
FROM, STEEP = 0.10, 1.7  # share of the glow on the dark side, and how steeply it rises from there


class Dawn:
    """Tints the picture of a level whose hour is dawn, by how long it has been played."""

    def __init__(self, level: Level) -> None:
        self.comes = level.hour == "dawn"
        self._step = -1
        self._tint = self._gain = (255, 255, 255)
        self._copy = pygame.Surface((W, H))
        self._glow = pygame.Surface((W, H))

    def lamps(self, session: Session) -> float:
        """Return what the morning leaves of lamps that burn into it, 1 in the dark."""
        return 1 - DROWNS * min(1.0, session.world.tick / LASTS) if self.comes else 1.0

    def draw(self, frame: pygame.Surface, session: Session) -> None:
        """Tint the frame."""
        if not self.comes:
            return
        step = min(STEPS, session.world.tick * STEPS // LASTS)
        if step != self._step:
            self._step = step
            share = step / STEPS
            tone = (NIGHT + (MORNING - NIGHT) * share) * 255
            self._tint = int(tone[0]), int(tone[1]), int(tone[2])
            gain = GAIN * share * 255
            self._gain = int(gain[0]), int(gain[1]), int(gain[2])
            across = (FROM + (1 - FROM) * np.linspace(0, 1, W) ** STEEP)[None, :, None] * np.ones((H, 1, 1))
            self._glow = opaque((across * GLOW * share).astype(np.float32))
        frame.fill(self._tint, special_flags=MULT)
        self._copy.blit(frame, (0, 0))
        self._copy.fill(self._gain, special_flags=MULT)
        frame.blit(self._copy, (0, 0), special_flags=ADD)
        frame.blit(self._glow, (0, 0), special_flags=ADD)
