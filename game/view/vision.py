"""The machine's red sight: luminance and edges through eight reds with an ordered dither; where it is dark, hatching."""

from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.view import kernels
from game.view.camera import Camera
from game.view.pixels import H, W

if TYPE_CHECKING:
    from game.session import Session

RED = "0a0103 22040a 480810 7a0e14 b41a1a e83a2a ff7a52 ffd0a8"
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.47
DARK = 0.2  # light in which the rules say that somebody stands in the dark
MOST, LIFT = 205, 0.68  # the machine sees more in the dark, and is not dazzled: tone of white, and the bend below it
ROW, RIM = 0.8, 0.55  # brightness of every second line; how much the rim of the picture loses


class Vision:
    """Turns a finished frame red."""

    def __init__(self) -> None:
        levels = np.arange(256) / 255
        tones = np.array([int(c, 16) for c in RED.split()], np.uint32)
        self._ramp = tones[np.clip((levels**0.85 * 7.4 + 0.7).astype(int), 0, 7)]
        self._lift = (MOST * levels**LIFT).astype(np.uint8)
        self._dither = (np.tile(BAYER, (H // 4, W // 4)) * 26 + 14).astype(np.uint8)
        gain = np.full((H, W), 1.0)
        gain[1::2] = ROW
        gain *= (1 - 0.04 * np.abs(np.random.default_rng(5).standard_normal((1, W)))).clip(0, 1)
        v = np.hypot((np.arange(W) - W / 2)[None] / 400, (np.arange(H) - H / 2)[:, None] / 250)
        self._gain = (gain * (1 - RIM * np.clip(v - 0.5, 0, 1)) * 255).astype(np.uint8)
        self._grey = np.zeros((H, W), np.uint8)

    def draw(self, frame: pygame.Surface, session: "Session", cam: Camera) -> None:
        """Turn the frame red."""
        world = session.world
        dark = ((world.light < DARK) & (world.ground.wall == 0)).view(np.uint8)
        pixels = pygame.surfarray.pixels2d(frame).T
        kernels.redden(pixels, self._grey, self._lift, self._dither, self._gain, self._ramp, dark, cam.x, cam.y)
