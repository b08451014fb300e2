"""Small things of play: items that lie about, devices to hold Interact at, and vehicles that may have rolled."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pygame

from game.level.data import Level
from game.view import assets
from game.view.camera import Camera
from game.view.floors import rolling
from game.view.light import StandingLight
from game.view.pixels import METRE, MULT, H, W, alpha, hexc
from game.view.smooth import gauss
from game.view.things import prop_picture

if TYPE_CHECKING:
    from game.session import Session

FLOOR = 0.35  # least brightness of what can be taken or used
BOB = 40  # ticks of an item's slow pulse
LEDS = {"counter": "ffb43a", "": "30d8f0"}


class SmallThings:
    """Pictures of items, devices and vehicles."""

    def __init__(self, level: Level, light: StandingLight) -> None:
        self._light = light
        self._items = [(i.id, alpha(_item(i.kind)), i.x * METRE, i.y * METRE) for i in level.items]
        own = {p.name for p in level.props if p.name}  # a device that bears a prop's name is that prop
        self._devices = [
            (alpha(_device(d.name, d.tags)), (d.x + d.w / 2) * METRE, (d.y + d.h / 2) * METRE)
            for d in level.ground.devices
            if d.name not in own
        ]
        names = rolling(level)
        self._vehicles = []
        for p in level.props:
            if p.name and p.name in names:
                picture = prop_picture(p)
                self._vehicles.append(
                    (p.name, alpha(picture), _shade(picture), (p.x + p.w / 2) * METRE, (p.y + p.h / 2) * METRE)
                )

    def draw(self, frame: pygame.Surface, session: "Session", cam: Camera) -> None:
        """Draw what still lies about, lit by the floor under it."""
        state = session.world.state
        for picture, x, y in self._devices:
            self._blit(frame, picture, x, y, cam)
        for item, picture, x, y in self._items:
            if item not in state.taken:
                lift = 0.1 if session.world.tick % (2 * BOB) < BOB else 0.0
                self._blit(frame, picture, x, y, cam, lift)
        for name, picture, shade, x, y in self._vehicles:
            if name in state.rolled:
                at = state.rolled[name]
                x, y = at[0] * METRE, at[1] * METRE
            frame.blit(
                shade, (int(x) - cam.x - shade.get_width() // 2 + 4, int(y) - cam.y - shade.get_height() // 2 + 5)
            )
            self._blit(frame, picture, x, y, cam, floor=0.1)

    def _blit(
        self,
        frame: pygame.Surface,
        picture: pygame.Surface,
        x: float,
        y: float,
        cam: Camera,
        lift: float = 0.0,
        floor: float = FLOOR,
    ) -> None:
        px, py = int(x) - cam.x - picture.get_width() // 2, int(y) - cam.y - picture.get_height() // 2
        if not (-picture.get_width() < px < W and -picture.get_height() < py < H):
            return
        lit = picture.copy()
        lit.fill(
            [min(255, int((c * (1 - floor) + floor + lift) * 255)) for c in self._light.at(x, y)], special_flags=MULT
        )
        frame.blit(lit, (px, py))


def _item(kind: str) -> npt.NDArray[np.uint8]:
    """Return an item's picture from above, or a small amber box."""
    for name in (f"props/item_{kind}_0_0.png", f"props/{kind}_0_0.png", f"icons/{kind}.png"):
        picture = assets.rgba(name)
        if picture is not None:
            return picture
    return _box(12, 8, "bb8f2a")


def _device(name: str, tags: tuple[str, ...]) -> npt.NDArray[np.uint8]:
    """Return a device's picture by the first word of its name (lever, phone …), or a wall box with a light."""
    for word in (name, f"{name}_switch", name.split("_")[0]):
        for found in assets.variants(word, 0):
            picture = assets.rgba(found)
            if picture is not None:
                return picture
    out = _box(14, 12, "46566a")
    out[3:6, 5:9, :3] = hexc(LEDS["counter" if "counter" in tags else ""])
    return out


def _box(w: int, h: int, colour: str) -> npt.NDArray[np.uint8]:
    out = np.zeros((h, w, 4), np.uint8)
    out[...] = (9, 11, 18, 255)
    base = np.array(hexc(colour), np.float32)
    out[1:-1, 1:-1, :3] = base
    out[1, 1:-1, :3] = np.minimum(255, base * 1.4)
    out[-2, 1:-1, :3] = base * 0.6
    return out


def _shade(picture: npt.NDArray[np.uint8]) -> pygame.Surface:
    """Return the soft shadow of a thing that moves."""
    solid = np.pad((picture[..., 3] > 127).astype(np.float32), 10)
    s = gauss(solid, 3.0) * 150
    return alpha(np.dstack((np.zeros((*s.shape, 3)), s)))
