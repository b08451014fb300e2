"""What moves in a mill: gear wheels while something drives them; flywheels, pistons and belts always; lit as the floor is."""

from typing import TYPE_CHECKING, NamedTuple

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


class Engine(NamedTuple):
    """How a prop moves: ticks that a picture stands, the hazard that drives it ("": it never stands), whether to and fro."""

    ticks: int
    hazard: str = ""
    back: bool = False


ENGINES = {  # a flywheel turns once in two seconds, and a piston goes out and in as often
    "gear": Engine(3, "gears"),
    "flywheel": Engine(3),
    "piston": Engine(6, back=True),
    "belt": Engine(2),
}


class Engines:
    """The engines of a level; while they stand the floor shows them."""

    def __init__(self, level: Level, light: StandingLight) -> None:
        self._light = light
        self._lit = light.dark
        props = [p for p in level.props if p.kind in ENGINES]
        self._wheels = [_Wheel(p, 1 if i % 2 else -1) for i, p in enumerate(props)]
        self._turned = dict.fromkeys(ENGINES, 0)

    def step(self, session: "Session") -> None:
        """Move on, one tick, what anything drives."""
        if not self._wheels:
            return
        at_work = {h.kind for h in session.world.hazards if h.on(session.world)}
        for kind, engine in ENGINES.items():
            self._turned[kind] += not engine.hazard or engine.hazard in at_work

    def forget(self) -> None:
        """Stand still: time has gone back."""
        self._turned = dict.fromkeys(ENGINES, 0)

    def draw(self, frame: pygame.Surface, cam: Camera) -> None:
        """Lay the engines on the floor as they stand now; call it before tall things are lifted off it."""
        if self._lit != self._light.dark:
            self._lit = self._light.dark
            for wheel in self._wheels:
                wheel.pictures.clear()
        for wheel in self._wheels:
            x, y, turned = wheel.left - cam.x, wheel.top - cam.y, self._turned[wheel.spot.kind]
            if turned and -wheel.wide < x < W and -wheel.tall < y < H:
                frame.blit(wheel.picture(turned // ENGINES[wheel.spot.kind].ticks, self._light), (x, y))


class _Wheel:
    """One engine: where it lies, which way it turns, and its lit pictures as they become needed."""

    def __init__(self, spot: PropSpot, way: int) -> None:
        self.spot, self.way = spot, way
        self.tall, self.wide = prop_picture(spot).shape[:2]
        self.left = round((spot.x + spot.w / 2) * METRE - self.wide / 2)
        self.top = round((spot.y + spot.h / 2) * METRE - self.tall / 2)
        self.pictures: dict[int, pygame.Surface] = {}

    def picture(self, count: int, light: StandingLight) -> pygame.Surface:
        """Return it `count` pictures on, lit by the standing light."""
        names = assets.variants(self.spot.kind, self.spot.turn % 360) or assets.variants(self.spot.kind, 0)
        n = max(1, len(names))
        step = _to_and_fro(count, n) if ENGINES[self.spot.kind].back else (self.spot.id + self.way * count) % n
        if step not in self.pictures:
            rgba = assets.rgba(names[step]) if names else None
            picture = prop_picture(self.spot) if rgba is None else rgba
            self.pictures[step] = _lit(picture, light, self.left, self.top)
        return self.pictures[step]


def _to_and_fro(count: int, n: int) -> int:
    """Return which of n pictures comes after `count`: to the last and back, twice at each end."""
    at = count % (2 * n)
    return at if at < n else 2 * n - 1 - at


def _lit(picture: np.ndarray, light: StandingLight, left: int, top: int) -> pygame.Surface:
    """Return a picture multiplied by the light of the floor under it, pixel by pixel."""
    h, w = picture.shape[:2]
    ys = np.clip((np.arange(h) + top) // 2, 0, light.now.shape[0] - 1)
    xs = np.clip((np.arange(w) + left) // 2, 0, light.now.shape[1] - 1)
    out = picture.astype(np.float32)
    out[..., :3] *= light.now[np.ix_(ys, xs)]
    return alpha(out)
