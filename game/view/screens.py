"""Machines that play by themselves: arcade cabinets whose games move and whose light falls on the carpet before them."""

from functools import lru_cache

import numpy as np
import pygame

from game.level.data import Level, PropSpot
from game.view import stamps
from game.view.camera import Camera
from game.view.pixels import ADD, METRE, Colour, H, W, hexc
from game.view.things import prop_picture

KINDS = ("arcade",)
BOX = (4, 12, 24, 13)  # the screen in a cabinet's picture at turn 0: x, y, w, h
REACH, POWER, BEFORE = 32, 0.40, 18  # pixels and strength of the light on the carpet; how far before the screen it lies
STEPS, SPAN = 5, 14  # strengths of that light; ticks that each stands: it never flickers faster than three a second
GAME = 7  # ticks between two pictures of a game
PHASES = 24
HUES = ("40e8ff", "ff58c8", "ffd050", "78ff90", "b880ff", "ff7a48")


class Screens:
    """The cabinets of a level: where each stands, its colour, its own time."""

    def __init__(self, level: Level) -> None:
        self._machines = [_Machine(p) for p in level.props if p.kind in KINDS]

    def draw(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Add the games and their light; call it before tall things are lifted off the floor."""
        out = []
        for m in self._machines:
            x, y = int(m.x) - cam.x, int(m.y) - cam.y
            if -60 < x < W + 60 and -60 < y < H + 60:
                step = (tick // SPAN * 7 + m.id * 5) % 9
                power = POWER * (0.55 + 0.45 * min(step, STEPS) / STEPS)
                out.append((stamps.glow(REACH, m.colour, round(power, 2)), (x + m.fx - REACH, y + m.fy - REACH)))
                phase = (tick // GAME + m.id * 3) % PHASES
                out.append((game(m.size, m.id % 4, phase, m.colour), (x + m.sx, y + m.sy)))
        if out:
            frame.fblits(out, ADD)


class _Machine:
    """One cabinet: its middle, its screen's corner and size from there, and the place before it, pixels."""

    def __init__(self, spot: PropSpot) -> None:
        picture = prop_picture(spot)
        h, w = picture.shape[:2]
        self.id, self.x, self.y = spot.id, (spot.x + spot.w / 2) * METRE, (spot.y + spot.h / 2) * METRE
        x, y, bw, bh = BOX
        pw, ph = (w, h) if spot.turn % 180 == 0 else (h, w)  # of the picture at turn 0
        for _ in range(spot.turn // 90):
            x, y, bw, bh, pw, ph = ph - y - bh, x, bh, bw, ph, pw
        self.size, self.sx, self.sy = (bw, bh), x - w // 2, y - h // 2
        self.fx, self.fy = {0: (0, BEFORE), 90: (-BEFORE, 0), 180: (0, -BEFORE), 270: (BEFORE, 0)}[spot.turn % 360]
        self.colour: Colour = hexc(HUES[spot.id % len(HUES)])


@lru_cache(maxsize=1024)
def game(size: tuple[int, int], kind: int, phase: int, colour: Colour) -> pygame.Surface:
    """Return a moment of a game to add: things that march, fall, bounce or scroll."""
    w, h = size
    s = pygame.Surface(size)
    dim = tuple(c // 3 for c in colour)
    if kind == 0:  # rows that march
        shift = abs(phase % 8 - 4)
        for row in range(2):
            for column in range(4):
                s.fill(colour, (shift + column * max(3, w // 5), 1 + row * 4 + phase // 8, 2, 1))
        s.fill((255, 255, 255), (phase * 5 % w, h - 2, 2, 1))
    elif kind == 1:  # a road
        for i in range(3):
            s.fill(dim, (w // 2, (i * 5 + phase) % h, 1, 2))
        s.fill(colour, (w // 2 + round(2.5 * np.sin(phase / 3.8)), h - 4, 3, 2))
    elif kind == 2:  # a ball
        bx, by = phase % 12, (phase * 2) % 16
        s.fill(
            (255, 255, 255),
            ((bx if bx < 6 else 12 - bx) * (w - 2) // 6, (by if by < 8 else 16 - by) * (h - 2) // 8, 2, 2),
        )
        s.fill(colour, (1, 2 + phase % 6, 1, 4))
        s.fill(colour, (w - 2, 3 + phase * 2 % 5, 1, 4))
    else:  # things that fall
        for i in range(4):
            s.fill(colour if i % 2 else dim, ((i * 7 + 3) % max(1, w - 3), (phase + i * 6) % h, 3, 1))
    return s
