"""Dust that hangs in the light under a glass roof and sinks so slowly that only a still eye sees it."""

import numpy as np
import pygame

from game.level.data import Level
from game.view.camera import Camera
from game.view.pixels import ADD, METRE, H, W

KIND, EACH = "skylight", 16  # lamps under which there is dust, and how much under each
LEAN = 1.03  # it hangs half way up
DRIFT, PERIOD = 7.0, 900.0  # pixels that it sways, and ticks of that
TONES = ((0, 0, 0), (26, 28, 36), (46, 50, 62), (70, 76, 90))


class Motes:
    """The dust of a level."""

    def __init__(self, level: Level, rng: np.random.Generator) -> None:
        lamps = [lamp for lamp in level.lamps if lamp.kind == KIND]
        places = np.array([(p.x, p.y, p.radius) for p in lamps for _ in range(EACH)], np.float32).reshape(-1, 3)
        n = len(places)
        a, r = rng.random(n) * 2 * np.pi, np.sqrt(rng.random(n)) * places[:, 2] * 0.8
        self._at = (places[:, :2] + np.stack((np.cos(a) * r, np.sin(a) * r), 1)) * METRE
        self._phase = rng.random((n, 3)) * 2 * np.pi
        self._dots = []
        for tone in TONES:
            dot = pygame.Surface((1, 1))
            dot.fill(tone)
            self._dots.append(dot)

    def draw(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Add what is on the screen."""
        if not len(self._at):
            return
        turn = tick * 2 * np.pi / PERIOD
        sway = np.sin(self._phase[:, :2] + turn * np.array((1.0, 1.7))) * DRIFT
        cx, cy = cam.centre
        q = (self._at + sway - (cx, cy)) * LEAN + (W / 2, H / 2)
        bright = np.clip((np.sin(self._phase[:, 2] + turn * 9) + 0.4) * 2.6, 0, len(TONES) - 1).astype(int)
        m = (bright > 0) & (q[:, 0] >= 0) & (q[:, 0] < W) & (q[:, 1] >= 0) & (q[:, 1] < H)
        places = zip(bright[m].tolist(), q[m].astype(int).tolist(), strict=True)
        frame.fblits([(self._dots[k], (x, y)) for k, (x, y) in places], ADD)
