"""Press heads: they hang over their lane, fall in time with its beat, lie on it while it is deadly, and rise again."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.level.data import Level
from game.view import assets
from game.view.camera import LEAN, Camera
from game.view.light import StandingLight
from game.view.pixels import METRE, MULT, H, W, alpha
from game.view.sparks import Sparks

if TYPE_CHECKING:
    from game.session import Session

KIND = "press"
PICTURE = "props/press_head_0_0.png"
FALL, RISE = 24, 50  # ticks in which a head comes down before its stroke, and goes up after it
UP = 1.10  # how much farther from the screen's middle it hangs than the floor under it
STEPS = 8  # sizes between up and down
DIM = 0.42  # least brightness of a head
SHADE, SHADE_DOWN, SHADE_X, SHADE_Y = 70, 170, 10, 14  # its shadow: strength up and down; pixels to where it falls
CLEAR, NEAR = 96, 0.6  # strength of a head that hangs over somebody who matters; metres round its lane that count
SPARKS, SHAKE = 46, 0.16


class Presses:
    """The heads of a level's presses. `height`: 1 up .. 0 on the floor, for each."""

    def __init__(self, level: Level, light: StandingLight, sparks: Sparks) -> None:
        self._light, self._sparks = light, sparks
        self._heads = [_Head(i, h.area) for i, h in enumerate(level.hazards) if h.kind == KIND]

    def forget(self) -> None:
        """Raise every head: time has gone back."""
        for head in self._heads:
            head.height, head.down = 1.0, False

    def step(self, session: "Session", cam: Camera) -> None:
        """Move every head one tick; where one lands sparks fly."""
        for head in self._heads:
            hazard = session.world.hazards[head.row]
            down = hazard.on(session.world)
            if down and not head.down:
                self._land(head, cam)
            head.down = down
            left = hazard.period - session.world.tick % hazard.period if hazard.period and hazard.share > 0 else FALL
            ready = left < FALL and (hazard.when is None or hazard.when.holds(session.world))
            if down:
                head.height = 0.0
            elif ready:
                head.height = min(head.height, 1.0 - (1.0 - left / FALL) ** 2)
            else:
                head.height = min(1.0, head.height + 1 / RISE)

    def _land(self, head: "_Head", cam: Camera) -> None:
        x, y = head.x, head.y
        for dx in (-head.w / 2, head.w / 2):
            for dy in (-head.h / 2, head.h / 2):
                self._sparks.emit(x + dx, y + dy, SPARKS // 4, np.arctan2(dy, dx), 0.8, (30, 200), "warm", (0.2, 0.7))
        self._sparks.emit(x, y, SPARKS // 2, 0.0, np.pi, (30, 120), "dust", (0.3, 0.9))
        cx, cy = cam.centre
        if abs(x - cx) < W / 2 and abs(y - cy) < H / 2:
            cam.shake(SHAKE)

    def draw_low(self, frame: pygame.Surface, cam: Camera) -> None:
        """Draw the shadows under the heads."""
        for head in self._seen(cam):
            far = 1.0 if head.height > 0 else 0.0
            shade = head.shade(head.height)
            x, y = head.x - head.w / 2 + SHADE_X * head.height * far, head.y - head.h / 2 + SHADE_Y * head.height
            frame.blit(shade, (int(x) - cam.x, int(y) - cam.y))

    def draw_high(
        self, frame: pygame.Surface, cam: Camera, under: list[tuple[float, float]], lean: float = LEAN
    ) -> None:
        """Draw the heads, over people; thin where one of `under` (world pixels) stands beneath a raised one."""
        cx, cy = cam.centre
        for head in self._seen(cam):
            scale = 1 + (UP - 1) * head.height * (lean > 1)
            picture = head.sized(scale).copy()
            light = self._light.at(head.x, head.y)
            picture.fill([min(255, int((c * (1 - DIM) + DIM) * 255)) for c in light], special_flags=MULT)
            if head.height > 0.15 and any(head.covers(x, y) for x, y in under):
                picture.set_alpha(CLEAR)
            x, y = (head.x - cx) * scale + W / 2, (head.y - cy) * scale + H / 2
            frame.blit(picture, (round(x - picture.get_width() / 2), round(y - picture.get_height() / 2)))

    def _seen(self, cam: Camera) -> list["_Head"]:
        cx, cy = cam.centre
        return [h for h in self._heads if abs(h.x - cx) < (W + h.w) / 2 + 40 and abs(h.y - cy) < (H + h.h) / 2 + 40]


class _Head:
    """One head: the row of its hazard, its middle and size in world pixels, how high it hangs."""

    def __init__(self, row: int, area: Any) -> None:
        self.row = row
        self.w, self.h = round(area.w * METRE), round(area.h * METRE)
        self.x, self.y = (area.x + area.w / 2) * METRE, (area.y + area.h / 2) * METRE
        self.height, self.down = 1.0, False
        self._whole = _cut(self.w, self.h)
        self._sizes: dict[int, pygame.Surface] = {}
        self._shades: dict[int, pygame.Surface] = {}

    def covers(self, x: float, y: float) -> bool:
        """Say whether a world pixel lies under it, or nearly."""
        near = NEAR * METRE
        return bool(abs(x - self.x) < self.w / 2 + near and abs(y - self.y) < self.h / 2 + near)

    def sized(self, scale: float) -> pygame.Surface:
        """Return it as large as it looks at a height."""
        step = round((scale - 1) / (UP - 1) * STEPS)
        if step not in self._sizes:
            k = 1 + (UP - 1) * step / STEPS
            self._sizes[step] = pygame.transform.scale(self._whole, (round(self.w * k), round(self.h * k)))
        return self._sizes[step]

    def shade(self, height: float) -> pygame.Surface:
        """Return its shadow: the lower it hangs, the darker."""
        step = round(height * STEPS)
        if step not in self._shades:
            s = pygame.Surface((self.w, self.h), pygame.SRCALPHA)
            s.fill((4, 4, 8, SHADE_DOWN + (SHADE - SHADE_DOWN) * step // STEPS))
            self._shades[step] = s
        return self._shades[step]


def _cut(w: int, h: int) -> pygame.Surface:
    """Return the painted head cut to a lane: its four corners keep their drawing."""
    picture = assets.rgba(PICTURE)
    out = pygame.Surface((w, h), pygame.SRCALPHA)
    if picture is None:
        out.fill((60, 64, 72, 255))
        return out
    whole = alpha(picture)
    pw, ph = whole.get_size()
    for right in (False, True):
        for low in (False, True):
            wide, tall = (w - w // 2 if right else w // 2), (h - h // 2 if low else h // 2)
            source = (pw - wide if right else 0, ph - tall if low else 0, wide, tall)
            out.blit(whole, (w // 2 if right else 0, h // 2 if low else 0), source)
    return out
