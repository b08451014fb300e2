"""What others see, for the machine's sight: the cone of an eye, cut off where walls and shut doors stop it."""

import math

import numpy as np
import numpy.typing as npt
import pygame

from game.core.sight import FOCUS_COS
from game.view.camera import Camera
from game.view.pixels import ADD, METRE, Colour, H, W, hexc

REACH, STEP = 10.0, 0.25  # metres that a cone is drawn, and between two looks along a ray
RAYS = 15
NEAR = 0.5  # metres from the eye at which the cone begins
AWARE, BLIND = hexc("401410"), hexc("1c0806")  # added inside the cone: of somebody who sees us now, of others
EDGE_AWARE, EDGE_BLIND = hexc("ff7a52"), hexc("7a0e14")
_angles = np.linspace(-math.acos(FOCUS_COS), math.acos(FOCUS_COS), RAYS)
_far = np.arange(NEAR, REACH, STEP)


def cone(opaque: npt.NDArray[np.uint8], x: float, y: float, fx: float, fy: float) -> list[tuple[float, float]]:
    """Return the outline of what an eye at (x, y) sees sharply along (fx, fy), metres: the eye first."""
    ways = math.atan2(fy, fx) + _angles
    px, py = x + np.cos(ways)[:, None] * _far, y + np.sin(ways)[:, None] * _far
    h, w = opaque.shape
    row, column = (py * 2).astype(int).clip(0, h - 1), (px * 2).astype(int).clip(0, w - 1)
    stopped = opaque[row, column] > 0
    reach = np.where(stopped.any(1), _far[stopped.argmax(1)], REACH)
    ends = zip((x + np.cos(ways) * reach).tolist(), (y + np.sin(ways) * reach).tolist(), strict=True)
    return [(x, y), *ends]


class Cones:
    """Draws cones over a frame."""

    def __init__(self) -> None:
        self._layer = pygame.Surface((W, H))

    def draw(
        self,
        frame: pygame.Surface,
        opaque: npt.NDArray[np.uint8],
        eyes: list[tuple[float, float, float, float, bool]],
        cam: Camera,
    ) -> None:
        """Draw the cones of `eyes`: x, y in metres, fx, fy, and whether they see the player or his ward now."""
        if not eyes:
            return
        self._layer.fill(0)
        outlines: list[tuple[list[tuple[float, float]], Colour]] = []
        for x, y, fx, fy, aware in eyes:
            points = [(px * METRE - cam.x, py * METRE - cam.y) for px, py in cone(opaque, x, y, fx, fy)]
            pygame.draw.polygon(self._layer, AWARE if aware else BLIND, points)
            outlines.append((points, EDGE_AWARE if aware else EDGE_BLIND))
        frame.blit(self._layer, (0, 0), special_flags=ADD)
        for points, colour in outlines:
            pygame.draw.line(frame, colour, points[0], points[1])
            pygame.draw.line(frame, colour, points[0], points[-1])
            pygame.draw.lines(frame, colour, False, points[1:])
