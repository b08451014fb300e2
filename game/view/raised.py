"""Tall props lean like the walls: what the floor shows of them is lifted, live light and all, over a dark stack of itself."""

import math

import numpy as np
import pygame

from game.level.data import Level, PropSpot
from game.view.camera import LEAN, Camera
from game.view.pixels import METRE, MULT, Colour, H, W, alpha
from game.view.things import height, prop_picture, standing

LEAST = 0.7  # metres: lower things stay flat
OVER = 1.85  # metres: from here on a thing hides the people behind it
WALL = 3.0  # metres at which a thing leans as far as a wall's top
NONE = (0, 0, 0, 0)
FLANK: Colour = (96, 98, 110)  # how dark its sides are, of 255
STEP = 1.5  # pixels between two slices of a side


class Raised:
    """The tall props of a level. First `lift` them off the finished floor, later `draw` them where they lean."""

    def __init__(self, level: Level) -> None:
        self._props = [_Block(p) for p in standing(level) if height(p) >= LEAST]
        self._props.sort(key=lambda p: p.tall)
        self._ready: list[tuple[_Block, pygame.Surface]] = []

    def lift(self, frame: pygame.Surface, cam: Camera) -> None:
        """Copy what the frame shows of each prop on the screen, cut to its outline."""
        self._ready = []
        cx, cy = cam.centre
        for p in self._props:
            if abs(p.x - cx) > W / 2 + p.w / 2 + 4 or abs(p.y - cy) > H / 2 + p.h / 2 + 4:
                continue
            top = p.top_now
            top.fill(NONE)
            top.blit(frame, (0, 0), (p.left - cam.x, p.top - cam.y, *top.get_size()))
            top.blit(p.outline, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
            self._ready.append((p, top))

    def draw(self, frame: pygame.Surface, cam: Camera, over: bool) -> None:
        """Draw those that hide people (`over`) or those that people overlap."""
        cx, cy = cam.centre
        for p, top in self._ready:
            if (p.tall >= OVER) != over:
                continue
            lean = 1 + (LEAN - 1) * min(1.15, p.tall / WALL)
            dx, dy = (p.x - cx) * (lean - 1), (p.y - cy) * (lean - 1)
            steps = math.ceil(max(abs(dx), abs(dy)) / STEP)
            x, y = p.left - cam.x, p.top - cam.y
            if steps:
                side = p.side_now
                side.fill(NONE)
                side.blit(top, (0, 0), special_flags=pygame.BLEND_RGBA_MAX)
                side.blit(p.core, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
                side.fill(FLANK, special_flags=MULT)
                frame.fblits([(side, (round(x + dx * k / steps), round(y + dy * k / steps))) for k in range(steps)])
            frame.blit(top, (round(x + dx), round(y + dy)))


class _Block:
    """One tall prop: its middle and corner in world pixels, and white pictures of its shape, with and without its outline."""

    def __init__(self, spot: PropSpot) -> None:
        picture = prop_picture(spot).copy()
        picture[..., :3] = 255
        self.outline = alpha(picture)
        inner = np.pad(picture[..., 3] > 127, 1)
        picture[..., 3] = 255 * (
            inner[1:-1, 1:-1] & inner[2:, 1:-1] & inner[:-2, 1:-1] & inner[1:-1, 2:] & inner[1:-1, :-2]
        )
        self.core = alpha(picture)
        self.top_now, self.side_now = self.outline.copy(), self.outline.copy()  # painted over each frame
        self.tall = height(spot)
        self.w, self.h = self.outline.get_size()
        self.x, self.y = (spot.x + spot.w / 2) * METRE, (spot.y + spot.h / 2) * METRE
        self.left, self.top = round(self.x - self.w / 2), round(self.y - self.h / 2)
