"""The finish of a frame: bright parts blurred and added back, then a dark rim round the screen."""

import numpy as np
import pygame

from game.view.pixels import ADD, MULT, SIZE, SUB, H, W, opaque

THRESHOLD = 160
RIM = 0.35


class Bloom:
    """Bright parts of the frame, blurred at a quarter and an eighth, added back."""

    def __init__(self) -> None:
        self._quarter, self._sum = pygame.Surface((W // 4, H // 4)), pygame.Surface((W // 4, H // 4))
        self._eighth, self._soft = pygame.Surface((W // 8, H // 8)), pygame.Surface((W // 8, H // 8))
        self._big = pygame.Surface(SIZE)
        x, y = (np.arange(W) - W / 2)[None] / 420, (np.arange(H) - H / 2)[:, None] / 260
        rim = 255 * (1 - RIM * np.clip(np.hypot(x, y) - 0.45, 0, 1))
        self._rim = opaque(np.repeat(rim[..., None], 3, 2))

    def draw(self, frame: pygame.Surface) -> None:
        """Let bright things spill over."""
        pygame.transform.smoothscale(frame, self._quarter.get_size(), self._quarter)
        self._quarter.fill((THRESHOLD,) * 3, special_flags=SUB)
        pygame.transform.smoothscale(self._quarter, self._eighth.get_size(), self._eighth)
        pygame.transform.box_blur(self._eighth, 2, True, self._soft)
        pygame.transform.smoothscale(self._soft, self._sum.get_size(), self._sum)
        self._sum.blit(self._quarter, (0, 0), special_flags=ADD)
        pygame.transform.smoothscale(self._sum, SIZE, self._big)
        frame.blit(self._big, (0, 0), special_flags=ADD)

    def vignette(self, frame: pygame.Surface) -> None:
        """Darken the rim of the screen."""
        frame.blit(self._rim, (0, 0), special_flags=MULT)
