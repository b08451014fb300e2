"""Small things of play: items that lie about, devices to hold Interact at, and vehicles that may have rolled."""

import math
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pygame

from game.content.props import PROPS
from game.level.data import Level, PropSpot
from game.view import assets, hanging
from game.view.camera import Camera
from game.view.hanging import HANGS, swinging
from game.view.light import SIGHT_STOP, StandingLight
from game.view.pixels import METRE, MULT, H, W, alpha, hexc
from game.view.sky import DAWN, LOW_FALL, LOW_LENGTH
from game.view.smooth import gauss
from game.view.things import height, prop_picture, vehicles

if TYPE_CHECKING:
    from game.session import Session

FLOOR, VEHICLE_FLOOR = 0.35, 0.1  # least brightness of what can be taken or used, and of a vehicle
BOB = 40  # ticks of an item's slow pulse
# How dark a long shadow is, 0..255, its colour, how much longer it is than still ones'.
LONG, LONG_TONE, REACH = 205, (14, 10, 28), 4.0
LOW_MOST = 0.74  # and most, where a morning comes and lightens it once more
TURN = 3  # degrees between two pictures of a vehicle that is driven
LIFT = 0.1  # how much brighter it is at the top of the pulse
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
        self._turns: dict[tuple[int, int], tuple[pygame.Surface, pygame.Surface]] = {}
        self._vehicles = []
        for p in vehicles(level):
            picture = prop_picture(p)
            self._vehicles.append((p, alpha(picture), _shade(picture)))
        self._low = level.hour == DAWN
        self._long: dict[tuple[int, int], pygame.Surface] = {}  # long shadows by vehicle and turn

    def boxes(self, session: "Session") -> list[tuple[float, float, float, float]]:
        """Return where the tall vehicles stand now, as x0, y0, x1, y1 in pixels."""
        out, swung = [], swinging(session)
        for p, _, _ in self._vehicles:
            ride = session.world.state.rides.get(p.name)
            if height(p) >= SIGHT_STOP and not (ride and ride.riders) and p.name not in swung:
                x, y = _middle(p, session)
                dx, dy = p.w * METRE / 2, p.h * METRE / 2
                out.append((x - dx, y - dy, x + dx, y + dy))
        return out

    def draw(self, frame: pygame.Surface, session: "Session", cam: Camera) -> None:
        """Draw what still lies about, lit by the floor under it."""
        taken, tick, swung = session.world.state.taken, session.world.tick, swinging(session)
        for picture, x, y in self._devices:
            self._blit(frame, picture, x, y, cam, FLOOR)
        for item, picture, x, y in self._items:
            if item not in taken:
                self._blit(frame, picture, x, y, cam, FLOOR + (LIFT if tick % (2 * BOB) < BOB else 0.0))
        for p, picture, shade in self._vehicles:
            x, y = _middle(p, session)
            ride = session.world.state.rides.get(p.name)
            if ride is not None:
                picture, shade = self._turned(p, picture, shade, ride.hx, ride.hy)
            far = HANGS if p.name in swung else 0
            if self._low and not far:
                self._blit_long(frame, p, picture, x, y, cam)
            at = int(x) - cam.x - shade.get_width() // 2 + 4 + far, int(y) - cam.y - shade.get_height() // 2 + 5 + far
            frame.blit(shade, at)
            if not far:
                self._blit(frame, picture, x, y, cam, VEHICLE_FLOOR, LOW_MOST if self._low else 1.0)

    def draw_hanging(self, frame: pygame.Surface, session: "Session", cam: Camera) -> None:
        """Draw what swings from a crane, over people."""
        swung = swinging(session)
        for p, picture, _ in self._vehicles if swung else ():
            if p.name in swung:
                hanging.draw(frame, picture, *_middle(p, session), cam, self._light)

    def _blit_long(
        self, frame: pygame.Surface, p: PropSpot, picture: pygame.Surface, x: float, y: float, cam: Camera
    ) -> None:
        """Draw the shadow that a low sun throws of a vehicle, by its picture as it is turned now."""
        key = p.id, id(picture)
        if key not in self._long:
            self._long[key] = _thrown(picture, height(p))
        long = self._long[key]
        frame.blit(long, (int(x) - cam.x - long.get_width() // 2, int(y) - cam.y - long.get_height() // 2))

    def _turned(
        self, p: PropSpot, picture: pygame.Surface, shade: pygame.Surface, hx: float, hy: float
    ) -> tuple[pygame.Surface, pygame.Surface]:
        """Return a vehicle's picture and its shadow along its heading."""
        step = round((math.degrees(math.atan2(hy, hx)) - p.turn) / TURN)
        if not step:
            return picture, shade
        key = p.id, step
        if key not in self._turns:
            self._turns[key] = (
                pygame.transform.rotate(picture, -step * TURN),
                pygame.transform.rotate(shade, -step * TURN),
            )
        return self._turns[key]

    def _blit(
        self,
        frame: pygame.Surface,
        picture: pygame.Surface,
        x: float,
        y: float,
        cam: Camera,
        floor: float,
        most: float = 1.0,
    ) -> None:
        px, py = int(x) - cam.x - picture.get_width() // 2, int(y) - cam.y - picture.get_height() // 2
        if not (-picture.get_width() < px < W and -picture.get_height() < py < H):
            return
        lit = picture.copy()
        light = [min(most, c * (1 - floor) + floor) for c in self._light.at(x, y)]
        lit.fill([int(255 * c) for c in light], special_flags=MULT)
        frame.blit(lit, (px, py))


def _middle(p: PropSpot, session: "Session") -> tuple[float, float]:
    """Return the world pixel of a vehicle's middle, wherever it has rolled."""
    x, y = session.world.state.rolled.get(p.name, (p.x + p.w / 2, p.y + p.h / 2))
    return x * METRE, y * METRE


def _item(kind: str) -> npt.NDArray[np.uint8]:
    """Return an item's picture from above, or a small amber box."""
    for name in (*assets.variants(f"item_{kind}", 0), *assets.variants(kind, 0), f"icons/{kind}.png"):
        picture = assets.rgba(name)
        if picture is not None:
            return picture
    return _box(12, 8, "bb8f2a")


def _device(name: str, tags: tuple[str, ...]) -> npt.NDArray[np.uint8]:
    """Return a device's picture by its name or a word of it (lever, phone …; never a prop's), or a wall box with a light."""
    for word in (name, f"{name}_switch", *(w for w in name.split("_") if w not in PROPS)):
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
    return alpha(np.dstack((np.zeros((*solid.shape, 3)), gauss(solid, 3.0) * 150)))


def _thrown(picture: pygame.Surface, tall: float) -> pygame.Surface:
    """Return the long shadow of a thing so many metres high, its middle where the thing's is: soft, and thin at its end."""
    far = round(REACH * LOW_LENGTH * tall)
    solid = np.pad((pygame.surfarray.array_alpha(picture).T > 127).astype(np.float32), far + 6)
    shade = np.zeros_like(solid)
    for k in range(0, far + 1, 2):
        moved = np.roll(solid, (round(LOW_FALL[1] * k), round(LOW_FALL[0] * k)), (0, 1))
        np.maximum(shade, moved * np.float32(1 - 0.75 * k / far), out=shade)
    return alpha(np.dstack((np.broadcast_to(np.array(LONG_TONE), (*shade.shape, 3)), gauss(shade, 2.0) * LONG)))
