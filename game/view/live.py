"""Live light: lamps that flash, swing or flicker, drawn each tick as albedo x light with hard shadows."""

import math
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pygame

from game.view.camera import Camera
from game.view.light import Lamp, falloff
from game.view.pixels import ADD, MULT, Floats, H, W, opaque
from game.view.shadow import Edges, quads

TURNS = 128  # ways in which a cone may point


@lru_cache(maxsize=400)
def _grey(radius: int, cone_width: float, cone_step: int) -> tuple[pygame.Surface, int, int]:
    """Return a half-size picture of a white lamp, cut to what it lights, and its corner from the lamp."""
    r = max(2, radius // 2)
    y, x = np.mgrid[-r : r + 1, -r : r + 1].astype(np.float32)
    cone = (cone_step * 2 * math.pi / TURNS, cone_width) if cone_width else None
    f = falloff(Lamp(x=0, y=0, radius=r, colour=(255, 255, 255), cone=cone), x, y)
    ys, xs = np.nonzero(f > 0.004)
    y0, x0 = int(ys.min()), int(xs.min())
    return opaque(np.repeat(f[y0 : ys.max() + 1, x0 : xs.max() + 1, None] * 255, 3, 2)), x0 - r, y0 - r


def merged(areas: list[pygame.Rect]) -> list[pygame.Rect]:
    """Join areas that overlap, so that no pixel is lit twice; none overlaps another afterwards."""
    out: list[pygame.Rect] = []
    for area in areas:
        joined = area
        while (hit := joined.collidelist(out)) >= 0:
            joined = joined.union(out.pop(hit))
        out.append(joined)
    return out


class LiveLight:
    """The lamps of this tick. `map`: their light on the screen at half size, aligned to even world pixels, or it swims."""

    def __init__(self, now: Floats) -> None:
        self.map = pygame.Surface((W // 2 + 2, H // 2 + 2))
        self._big, self._tint = pygame.Surface((W + 8, H + 8)), pygame.Surface((W + 8, H + 8))
        self._used: list[pygame.Rect] = []
        self._kept: dict[int, pygame.Surface] = {}
        self._edges: Edges = np.zeros((0, 7), np.float32)
        self.set_standing(now)

    def set_standing(self, now: Floats, area: pygame.Rect | None = None) -> None:
        """Take over the standing light, all or an area of pixels: what it leaves free is all that a live lamp may add."""
        if area is None:
            self._room = opaque(255 * np.clip(1.15 - now, 0.15, 1))
        else:
            x, y = max(0, area.left // 2), max(0, area.top // 2)
            part = now[y : area.bottom // 2 + 1, x : area.right // 2 + 1]
            self._room.blit(opaque(255 * np.clip(1.15 - part, 0.15, 1)), (x, y))
        self._kept.clear()

    def set_edges(self, edges: Edges) -> None:
        """Take over what throws shadows."""
        self._edges = edges
        self._kept.clear()

    def draw(self, frame: pygame.Surface, albedo: pygame.Surface, lamps: list[Lamp], cam: Camera) -> None:
        """Add every lamp near the screen to the frame."""
        for area in self._used:
            self.map.fill(0, area)
        self._used = []
        ox, oy = cam.x & ~1, cam.y & ~1
        for lamp in lamps:
            step = round(lamp.cone[0] / (2 * math.pi) * TURNS) % TURNS if lamp.cone else 0
            grey, left, top = _grey(int(lamp.radius), lamp.cone[1] if lamp.cone else 0.0, step)
            left, top = left + int(lamp.x) // 2, top + int(lamp.y) // 2  # half-size world pixels
            area = grey.get_rect(topleft=(left - ox // 2, top - oy // 2)).clip(self.map.get_rect())
            if not area.w or not area.h:
                continue
            shape = self._shaped(lamp, grey, left, top)
            power = min(lamp.power, 255 / max(1.0, *lamp.colour))  # beyond that a lamp would change its colour
            shape.fill([int(c * power) for c in lamp.colour], special_flags=MULT)
            self.map.blit(shape, (left - ox // 2, top - oy // 2), special_flags=ADD)
            self._used.append(area)
        for area in merged(self._used):
            part = self.map.subsurface(area)
            self._shine(frame, albedo, part, area.x * 2 + ox - cam.x, area.y * 2 + oy - cam.y, cam)

    def _shaped(self, lamp: Lamp, grey: pygame.Surface, left: int, top: int) -> pygame.Surface:
        """Return a lamp's own white picture with its shadows cut out; kept for those that stand still."""
        kept = self._kept.get(lamp.id) if lamp.id >= 0 else None
        if kept is not None:
            return kept.copy()
        shape = grey.copy()
        if lamp.shadow:
            x, y = left * 2, top * 2
            box = (x, y, x + grey.get_width() * 2, y + grey.get_height() * 2)
            for q in ((quads(self._edges, lamp.x, lamp.y, box, lamp.radius * 1.6) - (x, y)) / 2).tolist():
                pygame.draw.polygon(shape, 0, q)
        shape.blit(self._room, (0, 0), (left, top, *shape.get_size()), special_flags=MULT)
        if lamp.id >= 0:
            self._kept[lamp.id] = shape.copy()
        return shape

    def _shine(
        self, frame: pygame.Surface, albedo: pygame.Surface, part: pygame.Surface, x: int, y: int, cam: Camera
    ) -> None:
        size = part.get_width() * 2, part.get_height() * 2
        big = self._big.subsurface((0, 0, *size))
        pygame.transform.smoothscale(part, size, big)
        if not albedo.get_rect().contains((x + cam.x, y + cam.y, *size)):
            self._tint.fill(0)
        self._tint.blit(albedo, (0, 0), (x + cam.x, y + cam.y, *size))
        self._tint.blit(big, (0, 0), special_flags=MULT)
        frame.blit(self._tint, (x, y), (0, 0, *size), special_flags=ADD)

    def at(self, xy: Floats, cam: Camera) -> Floats:
        """Return the live light (0..1) at world pixels [n, 2]: [n, 3]."""
        p = ((xy - (cam.x & ~1, cam.y & ~1)) / 2).astype(int)
        v: npt.NDArray[np.uint32] = pygame.surfarray.pixels2d(self.map)[
            p[:, 0].clip(0, W // 2), p[:, 1].clip(0, H // 2)
        ]
        return np.stack((v >> 16 & 255, v >> 8 & 255, v & 255), 1).astype(np.float32) / np.float32(255)
