"""Doors: leaves that swing, shutters that roll up, gates and glass that slide; and which of them stop light and sight now."""

import math
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame

from game.content.doors import DOORS
from game.core.ground import DoorSpot
from game.sim.events import DoorMoved, Event
from game.view import assets
from game.view.camera import LEAN, Camera
from game.view.light import StandingLight
from game.view.pixels import METRE, MULT, H, W, alpha

STRIPS = {"slide": "glass", "fire": "swing", "staff": "swing"}  # kinds that may borrow another's picture
# kinds that turn on hinges; kinds that part in the middle
LEAVES, HALVES = ("swing", "fire", "staff"), ("glass", "slide")
SLICES = 7  # a door is a stack of its own picture from the floor to the lintel
HEIGHT = 0.92  # of a wall's lean
DOUBLE = 40  # pixels: a wider swing door has two leaves
QUARTER = 12  # steps of a swinging leaf
ROLLED = 64  # strength of a rolled-up shutter, overhead
THIN = {"gate": 3, "glass": 3, "slide": 3, "bars": 3}  # slices of what one can see through
PUSHED = 2.0  # metres within which somebody can have pushed a door
AJAR = 84  # degrees of an open leaf


class Doors:
    """The doors of a level as pictures. `solid` changes when one of them starts or stops to stop sight."""

    def __init__(self, spots: tuple[DoorSpot, ...], light: StandingLight) -> None:
        self.spots, self.light = spots, light
        self.solid: tuple[int, ...] = ()
        self._ways = [1] * len(spots)  # 1 or -1: to which side a leaf swings

    def notice(self, events: list[Event], b: Any, count: int) -> None:
        """Let a leaf that begins to swing go away from whoever is nearest: they pushed it."""
        for e in events:
            if isinstance(e, DoorMoved) and not e.shut and self.spots[e.door].kind in LEAVES:
                here = [(math.dist((e.x, e.y), (b.x[i], b.y[i])), i) for i in range(count) if b.here[i]]
                if here and min(here)[0] < PUSHED:
                    self._ways[e.door] = away(self.spots[e.door], b.x[min(here)[1]], b.y[min(here)[1]])

    def look(self, d: Any) -> bool:
        """Note which doors are shut and opaque; say whether that has changed."""
        solid = tuple(i for i in range(len(self.spots)) if d.shut[i] and d.opaque[i])
        changed = solid != self.solid
        self.solid = solid
        return changed

    def boxes(self) -> list[tuple[float, float, float, float]]:
        """Return what stops sight now as x0, y0, x1, y1 in pixels: the leaf's thickness, not the whole doorway."""
        out = []
        for i in self.solid:
            x, y, w, h = _box(self.spots[i])
            if w >= h:
                out.append((x, y + h / 2 - 3, x + w, y + h / 2 + 3))
            else:
                out.append((x + w / 2 - 3, y, x + w / 2 + 3, y + h))
        return out

    def draw(self, frame: pygame.Surface, cam: Camera, d: Any, tick: int, lean: float = LEAN) -> None:
        """Draw every door on the screen in the middle of its move, if it moves."""
        for i, spot in enumerate(self.spots):
            x, y, w, h = _box(spot)
            if x + w < cam.x - 40 or x > cam.x + W + 40 or y + h < cam.y - 40 or y > cam.y + H + 40:
                continue
            light = self.light.at(x + w / 2, y + h / 2)
            tint = tuple(min(255, int((c * 0.85 + 0.15) * 255)) | 15 for c in light)
            _draw_one(frame, cam, spot, how_open(spot, d.shut[i], d.moved_at[i], tick), self._ways[i], tint, lean)


def _box(spot: DoorSpot) -> tuple[float, float, float, float]:
    return spot.x * METRE, spot.y * METRE, spot.w * METRE, spot.h * METRE


def away(spot: DoorSpot, x: float, y: float) -> int:
    """Return to which side a door swings that somebody at (x, y), metres, pushes: a leaf along x turns south with 1."""
    if spot.w >= spot.h:
        return 1 if y < spot.y + spot.h / 2 else -1
    return 1 if x > spot.x + spot.w / 2 else -1


def how_open(spot: DoorSpot, shut: int, moved_at: int, tick: int) -> float:
    """Return 0 shut .. 1 open, eased over the kind's moving time."""
    moves = DOORS[spot.kind].moves if spot.kind in DOORS else 12
    t = 1.0 if moved_at <= 0 else min(1.0, max(0.0, (tick - moved_at) / moves))
    t = t * t * (3 - 2 * t)
    return 1 - t if shut else t


def _draw_one(
    frame: pygame.Surface, cam: Camera, spot: DoorSpot, wide: float, way: int, tint: tuple[int, ...], lean: float
) -> None:
    x, y, w, h = _box(spot)
    flat = w >= h
    long = int(w if flat else h)
    middle = (x, y + h / 2) if flat else (x + w / 2, y)  # where the leaf begins
    turn = 0 if flat else 90
    if spot.kind in LEAVES:
        _swing(frame, cam, spot.kind, middle, long, turn, way * wide, tint, lean)
    elif spot.kind == "shutter":
        open_from = wide * (SLICES - 1)
        weak = 255 - round((255 - ROLLED) * wide / 24) * 24 if wide < 0.98 else ROLLED
        if 0.02 < wide < 0.98:  # it rattles in its rails
            shake = round(wide * 40) % 2
            middle = (middle[0], middle[1] + shake) if flat else (middle[0] + shake, middle[1])
        for k in range(SLICES):
            if k >= open_from or k == SLICES - 1:
                _slice(frame, cam, "shutter", middle, long, turn, k / (SLICES - 1), tint, lean, weak)
    else:
        left = long // 2 if spot.kind in HALVES else long
        keep = max(0, round(left * (1 - wide)))
        for k in range(THIN.get(spot.kind, SLICES)):
            up = (k + 1) / THIN.get(spot.kind, SLICES)
            if keep > 2:
                _slice(frame, cam, spot.kind, middle, keep, turn, up, tint, lean)
                if left < long:
                    other = (x + w - keep, y + h / 2) if flat else (x + w / 2, y + h - keep)
                    _slice(frame, cam, spot.kind, other, keep, turn, up, tint, lean)


def _swing(
    frame: pygame.Surface,
    cam: Camera,
    kind: str,
    at: tuple[float, float],
    long: int,
    turn: int,
    wide: float,
    tint: tuple[int, ...],
    lean: float,
) -> None:
    """Draw one leaf or two, each about its own hinge; `wide` -1..1, its sign the side to which they swing."""
    step = round(wide * QUARTER)
    angle = AJAR * step / QUARTER
    leaves = [(at, long, turn + angle)]
    if long >= DOUBLE:
        end = (at[0] + long, at[1]) if turn == 0 else (at[0], at[1] + long)
        leaves = [(at, long // 2, turn + angle), (end, long // 2, turn + 180 - angle)]
    for hinge, size, way in leaves:
        for k in range(SLICES):
            _slice(frame, cam, kind, hinge, size, way, k / (SLICES - 1), tint, lean)


def _slice(
    frame: pygame.Surface,
    cam: Camera,
    kind: str,
    hinge: tuple[float, float],
    long: int,
    degrees: float,
    up: float,
    tint: tuple[int, ...],
    lean: float,
    strength: int = 255,
) -> None:
    """Blit a leaf at a height (0 floor .. 1 lintel), `long` pixels from its hinge toward `degrees` (0 east, 90 south)."""
    s, dx, dy = _leaf(kind, long, round(degrees), round(up * 8), tint, strength)
    x, y = cam.lean(*hinge, 1 + (lean - 1) * HEIGHT * up)
    frame.blit(s, (round(x) + dx, round(y) + dy))


@lru_cache(maxsize=2048)
def _leaf(
    kind: str, long: int, degrees: int, shade: int, tint: tuple[int, ...], strength: int
) -> tuple[pygame.Surface, int, int]:
    """Return a turned, lit leaf and its corner from the hinge."""
    strip = _strip(kind)
    n = -(-long // strip.shape[1])
    s = alpha(np.tile(strip, (1, n, 1))[:, :long])
    power = 0.45 + 0.55 * shade / 8
    s.fill([int(c * power) for c in tint], special_flags=MULT)
    if degrees % 90 == 0:
        s = pygame.transform.rotate(s, -degrees)
    else:
        s = pygame.transform.rotozoom(s, -degrees, 1)
    s.set_alpha(strength)
    a = math.radians(degrees)
    middle = long / 2 * math.cos(a), long / 2 * math.sin(a)
    return s, round(middle[0] - s.get_width() / 2), round(middle[1] - s.get_height() / 2)


@lru_cache(maxsize=8)
def _strip(kind: str) -> npt.NDArray[np.uint8]:
    """Return a door's strip seen from above, cut to the rows that are not empty."""
    picture = assets.rgba(f"doors/{kind}.png")
    if picture is None:
        picture = assets.rgba(f"doors/{STRIPS.get(kind, kind)}.png")
    if picture is None:
        picture = np.zeros((6, 128, 4), np.uint8)
        picture[...] = (122, 98, 74, 255) if kind == "swing" else (120, 132, 146, 255)
        picture[0] = picture[-1] = (30, 32, 40, 255)
    rows = np.flatnonzero(picture[..., 3].any(1))
    return picture[rows[0] : rows[-1] + 1]
