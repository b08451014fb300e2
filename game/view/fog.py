"""What the eyes do not reach stays at 55 %: sight polygons at quarter size, cast from the player and his ward."""

import numpy as np
import pygame

from game.view.camera import Camera
from game.view.pixels import MAX, MULT, H, W
from game.view.shadow import Edges, quads

HIDDEN = 140  # 55 % of 255
FACTOR = 4  # the mask is a quarter as large as the screen
FAR = W * 1.3


class Fog:
    """The mask of the unseen; made anew only when somebody has moved a pixel, or a door has."""

    def __init__(self) -> None:
        size = W // FACTOR + 2, H // FACTOR + 2
        self._mask, self._one = pygame.Surface(size), pygame.Surface(size)
        self._big = pygame.Surface((size[0] * FACTOR, size[1] * FACTOR))
        self._edges: Edges = np.zeros((0, 7), np.float32)
        self._key: tuple[object, ...] | None = None

    def set_edges(self, edges: Edges) -> None:
        """Take over what stops sight."""
        self._edges, self._key = edges, None

    def draw(self, frame: pygame.Surface, cam: Camera, viewers: list[tuple[float, float]]) -> None:
        """Darken what no viewer (world pixels) can see."""
        ox, oy = cam.x // FACTOR * FACTOR, cam.y // FACTOR * FACTOR  # aligned to the world, so that it never swims
        key = ox, oy, tuple((round(x), round(y)) for x, y in viewers)
        if key != self._key:
            self._key = key
            self._cast(ox, oy, viewers)
        frame.blit(self._big, (ox - cam.x, oy - cam.y), special_flags=MULT)

    def _cast(self, ox: int, oy: int, viewers: list[tuple[float, float]]) -> None:
        self._mask.fill((HIDDEN,) * 3)
        for x, y in viewers:
            self._one.fill((255, 255, 255))
            box = min(x, ox), min(y, oy), max(x, ox + W), max(y, oy + H)
            for q in ((quads(self._edges, x, y, box, FAR) - (ox, oy)) / FACTOR).tolist():
                pygame.draw.polygon(self._one, (HIDDEN,) * 3, q)
            self._mask.blit(self._one, (0, 0), special_flags=MAX)
        pygame.transform.smoothscale(self._mask, self._big.get_size(), self._big)
