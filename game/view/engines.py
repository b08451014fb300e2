"""Gear wheels that turn while their teeth are at work: pictures of one tooth's way, each lit as the floor is."""

from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.level.data import Level, PropSpot
from game.view import assets
from game.view.camera import Camera
from game.view.light import StandingLight
from game.view.pixels import METRE, H, W, alpha
from game.view.things import prop_picture

if TYPE_CHECKING:
    from game.session import Session

PROP, HAZARD = "gear", "gears"
TICKS = 3  # that a picture stands: a tooth passes in about a third of a second


class Engines:
    """The gear wheels of a level; while they stand the floor shows them."""

    def __init__(self, level: Level, light: StandingLight) -> None:
        self._light = light
        wheels = [p for p in level.props if p.kind == PROP]
        self._wheels = [_Wheel(p, 1 if i % 2 else -1) for i, p in enumerate(wheels)]
        self._turned, self._lit = 0, light.dark

    def step(self, session: "Session") -> None:
        """Turn on, one tick, if anything drives the wheels."""
        world = session.world
        if self._wheels and any(h.kind == HAZARD and h.on(world) for h in world.hazards):
            self._turned += 1

    def forget(self) -> None:
        """Stand still: time has gone back."""
        self._turned = 0

    def draw(self, frame: pygame.Surface, cam: Camera) -> None:
        """Lay the wheels on the floor as they stand now; call it before tall things are lifted off it."""
        count = self._turned
        if not count:
            return
        if self._lit != self._light.dark:
            self._lit = self._light.dark
            for wheel in self._wheels:
                wheel.pictures.clear()
        for wheel in self._wheels:
            x, y = wheel.left - cam.x, wheel.top - cam.y
            if -wheel.size < x < W and -wheel.size < y < H:
                frame.blit(wheel.picture(count // TICKS, self._light), (x, y))


class _Wheel:
    """One gear wheel: where it lies, which way it turns, and its lit pictures as they become needed."""

    def __init__(self, spot: PropSpot, way: int) -> None:
        self.spot, self.way = spot, way
        self.size = prop_picture(spot).shape[0]
        self.left = round((spot.x + spot.w / 2) * METRE - self.size / 2)
        self.top = round((spot.y + spot.h / 2) * METRE - self.size / 2)
        self.pictures: dict[int, pygame.Surface] = {}

    def picture(self, count: int, light: StandingLight) -> pygame.Surface:
        """Return it `count` pictures on, lit by the standing light."""
        names = assets.variants(PROP, self.spot.turn % 360)
        step = (self.spot.id + self.way * count) % len(names)
        if step not in self.pictures:
            rgba = assets.rgba(names[step])
            picture = prop_picture(self.spot) if rgba is None else rgba
            self.pictures[step] = _lit(picture, light, self.left, self.top)
        return self.pictures[step]


def _lit(picture: np.ndarray, light: StandingLight, left: int, top: int) -> pygame.Surface:
    """Return a picture multiplied by the light of the floor under it, pixel by pixel."""
    h, w = picture.shape[:2]
    ys = np.clip((np.arange(h) + top) // 2, 0, light.now.shape[0] - 1)
    xs = np.clip((np.arange(w) + left) // 2, 0, light.now.shape[1] - 1)
    out = picture.astype(np.float32)
    out[..., :3] *= light.now[np.ix_(ys, xs)]
    return alpha(out)
