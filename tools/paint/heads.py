"""Heads from above: skull, nose, ears, and one short function a hair style."""

import math
from collections.abc import Callable

from tools.paint.clay import Clay, Place
from tools.paint.costumes import Costume


class Head:
    """A head's own axes on the clay: x to the nose, y to the right ear, z from the middle of the skull."""

    def __init__(self, clay: Clay, costume: Costume, ahead: float, turn: float, z: float) -> None:
        self.clay, self.turn, self.z, self.ahead = clay, turn, z, ahead
        self.rx, self.ry = costume.head
        self.cos, self.sin = math.cos(turn), math.sin(turn)

    def at(self, x: float, y: float, z: float) -> Place:
        """Return a point of the head as a point of the body."""
        return self.ahead + x * self.cos - y * self.sin, x * self.sin + y * self.cos, self.z + z

    def egg(self, x: float, z: float, r: Place, role: str, soft: float = 0.0, square: float = 2.0) -> None:
        """Lay an ellipsoid on the head's middle line."""
        self.clay.egg(self.at(x, 0, z), r, role, yaw=self.turn, soft=soft, square=square)

    def lock(self, a: Place, b: Place, ra: float, rb: float, role: str = "hair", soft: float = 0.0) -> None:
        """Lay a lock of hair, a strap or a rim from a to b."""
        self.clay.limb(self.at(*a), self.at(*b), ra, rb, role, soft=soft)


def _short(h: Head) -> None:
    h.egg(-0.75, 1.1, (h.rx * 0.92, h.ry, 5.4), "hair")
    h.egg(1.9, 2.6, (1.9, h.ry * 0.72, 3.2), "hair", soft=0.8)


def _buzz(h: Head) -> None:
    h.egg(-0.6, 0.9, (h.rx * 0.92, h.ry * 0.98, 5.2), "hair")


def _mop(h: Head) -> None:
    """A curtain fringe, parted."""
    h.egg(-0.7, 1.1, (h.rx * 1.02, h.ry * 1.12, 5.6), "hair")
    h.lock((0.6, -0.8, 5.6), (3.3, -3.0, 2.2), 1.8, 1.2, soft=0.4)
    h.lock((0.6, 0.6, 5.8), (4.0, 2.1, 2.2), 1.9, 1.3, soft=0.4)
    h.lock((-1.0, 0, 6.2), (1.2, 0, 6.0), 0.5, 0.3)


def _pony(h: Head) -> None:
    h.egg(-0.5, 1.1, (h.rx * 0.96, h.ry * 1.02, 5.4), "hair")
    h.egg(2.0, 2.4, (1.8, h.ry * 0.75, 3.0), "hair", soft=0.6)
    h.lock((-h.rx - 0.3, 0, 2.5), (-h.rx - 3.8, 0.6, -5), 1.7, 1.0)
    h.clay.ball(h.at(-h.rx + 0.1, 0, 3.4), 1.15, "tank")


def _long(h: Head) -> None:
    h.egg(-0.6, 1.2, (h.rx, h.ry * 1.14, 5.4), "hair")
    h.egg(-2.6, -3, (h.rx * 0.8, h.ry * 1.25, 6), "hair", soft=1)
    for side in (-1, 1):
        h.lock((0.6, side, 5.4), (2.6, side * 3.4, 1), 1.6, 1.2, soft=0.4)


def _bun(h: Head) -> None:
    h.egg(-0.4, 1.1, (h.rx * 0.98, h.ry * 1.06, 5.4), "hair")
    h.clay.ball(h.at(-h.rx + 0.2, 0, 3.0), 2.2, "hair")


def _bald(h: Head) -> None:
    h.egg(-1.9, -0.4, (h.rx * 0.8, h.ry * 1.06, 4.6), "hair")


def _cap(h: Head) -> None:
    h.egg(-0.6, 1.0, (h.rx, h.ry * 1.03, 5.8), "cap")
    h.egg(3.6, 2.6, (2.9, h.ry * 0.8, 1.0), "cap")
    h.clay.ball(h.at(-0.6, 0, 6.4), 0.7, "grey")


STYLES: dict[str, Callable[[Head], None]] = {
    "short": _short,
    "buzz": _buzz,
    "mop": _mop,
    "pony": _pony,
    "long": _long,
    "bun": _bun,
    "bald": _bald,
    "cap": _cap,
}


def _shades(h: Head) -> None:
    h.lock((h.rx - 0.25, -2.7, 1.9), (h.rx - 0.25, 2.7, 1.9), 1.05, 1.05, "gun")
    for side in (-1, 1):
        h.lock((h.rx - 0.9, side * (h.ry - 0.2), 1.6), (0, side * h.ry, 0), 0.5, 0.4, "gun")


def head(clay: Clay, costume: Costume, ahead: float, turn: float, z: float) -> None:
    """Lay the head of a standing person, its middle `ahead` of the hips."""
    h = Head(clay, costume, ahead, turn, z)
    h.egg(0.3, 0, (h.rx, h.ry, 5.6), "skin")
    clay.ball(h.at(h.rx + 0.25, 0, -0.6), 0.95, "skin")
    for side in (-1, 1):
        clay.ball(h.at(0, side * (h.ry - 0.05), -1), 0.95, "skin")
    if costume.style in STYLES:
        STYLES[costume.style](h)
    if "shades" in costume.dress:
        _shades(h)
