"""Heads from above: skull, nose, ears, and one short function a hair style."""

import math
from collections.abc import Callable

from tools.paint.clay import Clay, Place
from tools.paint.costume import Costume


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


def _cap_back(h: Head) -> None:
    """A cap worn back to front, a lock of hair through its strap."""
    h.egg(-0.4, 1.0, (h.rx, h.ry * 1.03, 5.8), "cap")
    h.egg(-4.6, 0.6, (2.7, h.ry * 0.8, 1.0), "cap")
    h.egg(3.0, 1.8, (1.5, 2.2, 3.2), "hair")
    h.clay.ball(h.at(-0.4, 0, 6.4), 0.7, "grey")


def _peaked(h: Head) -> None:
    """An officer's cap: polished peak, broad flat crown, a gold point over the brow."""
    h.egg(-1.2, -0.5, (h.rx * 0.8, h.ry * 1.02, 4.6), "hair")
    h.egg(4.6, 3.2, (3.2, h.ry * 0.86, 1.8), "leather")
    h.egg(-0.9, 4.2, (h.rx + 0.7, h.ry + 1.3, 3.0), "cap", square=2.8)
    h.egg(-0.8, 5.6, (h.rx - 0.9, h.ry - 0.4, 2.9), "leather")
    h.clay.ball(h.at(3.5, 0, 6.4), 1.25, "gold")


def _toque(h: Head) -> None:
    """A cook's hat: a band and a tall soft crown, drawn together in pleats."""
    h.egg(-0.5, 1.4, (h.rx * 1.02, h.ry * 1.06, 5.4), "cap")
    for i in range(7):
        angle = i * 2 * math.pi / 7
        h.clay.ball(h.at(-0.6 + 3.7 * math.cos(angle), 3.7 * math.sin(angle), 9.0), 2.6, "cap", soft=0.3)
    h.clay.ball(h.at(-0.6, 0, 9.4), 2.4, "cap")


def _beanie(h: Head) -> None:
    """A knitted cap with a rolled rim."""
    h.egg(-0.4, 0.6, (h.rx * 1.08, h.ry * 1.12, 4.4), "cap")
    h.egg(-0.4, 2.2, (h.rx * 0.88, h.ry * 0.92, 5.2), "cap")
    h.clay.ball(h.at(-0.4, 0, 7.6), 1.1, "cap")


def _kerchief(h: Head) -> None:
    """A cloth knotted at the nape, its ends hanging."""
    h.egg(-0.6, 1.2, (h.rx * 0.98, h.ry * 1.06, 5.5), "cap")
    h.egg(2.6, 1.6, (1.6, h.ry * 0.7, 3.2), "hair")
    for side in (-1, 1):
        h.lock((-h.rx, 0, 1.5), (-h.rx - 3.0, side * 2.2, -3.5), 1.3, 0.8, "cap")
    h.clay.ball(h.at(-h.rx - 0.2, 0, 2.2), 1.4, "cap")


def _curls(h: Head) -> None:
    """A great head of curls."""
    h.egg(-1.0, 0.6, (h.rx * 1.1, h.ry * 1.35, 5.2), "hair")
    for i in range(9):
        angle = 0.7 + i * (2 * math.pi - 1.4) / 8
        h.clay.ball(h.at(-0.8 + 4.4 * math.cos(angle), 5.0 * math.sin(angle), 0.6), 2.1, "hair", soft=0.3)
    for i in range(5):
        angle = i * 2 * math.pi / 5
        h.clay.ball(h.at(-1.2 + 2.2 * math.cos(angle), 2.6 * math.sin(angle), 4.6), 1.9, "hair", soft=0.3)


def _flat_top(h: Head) -> None:
    """Hair cut level as a table."""
    h.egg(-0.6, 0.9, (h.rx * 0.92, h.ry * 0.98, 4.6), "hair")
    h.clay.box(h.at(-0.5, 0, 3.2), (h.rx * 0.80, h.ry * 0.86, 5.0), "hair", yaw=h.turn, round_=1.6, bevel=0.8)


def _bob(h: Head) -> None:
    """Hair to the jaw, a straight fringe."""
    h.egg(-0.7, 1.0, (h.rx * 1.02, h.ry * 1.22, 5.5), "hair", square=2.5)
    h.egg(2.4, 2.0, (1.8, h.ry * 0.85, 3.4), "hair", soft=0.5)
    for side in (-1, 1):
        h.lock((1.6, side * h.ry * 1.02, 0.5), (-1.5, side * h.ry * 1.08, -2), 1.4, 1.6)


def _pony_high(h: Head) -> None:
    """A pony tail that springs from the crown and swings to one side, in a pink band."""
    h.egg(-0.4, 1.1, (h.rx * 0.96, h.ry * 1.02, 5.4), "hair")
    h.lock((-2.6, 0.4, 6.4), (-6.2, 1.8, 4.4), 1.7, 2.0)
    h.lock((-6.2, 1.8, 4.4), (-9.4, 3.2, -1.0), 2.0, 0.9)
    h.clay.ball(h.at(-2.6, 0.3, 6.8), 1.5, "white")


def _plait(h: Head) -> None:
    """A thick plait down the back."""
    h.egg(-0.5, 1.1, (h.rx * 0.98, h.ry * 1.06, 5.4), "hair")
    h.egg(2.0, 2.4, (1.8, h.ry * 0.75, 3.0), "hair", soft=0.6)
    for i in range(4):
        h.clay.ball(h.at(-h.rx - 0.6 - 1.9 * i, 0.5 * (-1) ** i, 1.4 - 2.6 * i), 1.75 - 0.12 * i, "hair")


def _helmet(h: Head) -> None:
    """A hard hat: a shell with three ridges, a brim that is longer in front."""
    h.egg(-1.6, -0.4, (h.rx * 0.82, h.ry * 1.02, 4.6), "hair")
    h.egg(0.4, 1.6, (h.rx + 1.5, h.ry + 1.0, 2.2), "cap", square=2.3)
    h.egg(-0.5, 2.6, (h.rx * 1.04, h.ry * 1.04, 6.2), "cap")
    for y in (-1.7, 0.0, 1.7):
        h.lock((-3.2, y, 7.4), (2.4, y, 7.4), 0.62, 0.62, "cap")


def _helmet_tail(h: Head) -> None:
    """A hard hat over hair tied behind."""
    h.lock((-h.rx, 0, 1.0), (-h.rx - 3.6, 0.8, -5), 1.6, 0.9)
    _helmet(h)


STYLES: dict[str, Callable[[Head], None]] = {
    "short": _short,
    "buzz": _buzz,
    "mop": _mop,
    "pony": _pony,
    "long": _long,
    "bun": _bun,
    "bald": _bald,
    "cap": _cap,
    "cap_back": _cap_back,
    "peaked": _peaked,
    "toque": _toque,
    "beanie": _beanie,
    "kerchief": _kerchief,
    "curls": _curls,
    "flat_top": _flat_top,
    "bob": _bob,
    "pony_high": _pony_high,
    "plait": _plait,
    "helmet": _helmet,
    "helmet_tail": _helmet_tail,
}


def _shades(h: Head) -> None:
    h.lock((h.rx - 0.25, -2.7, 1.9), (h.rx - 0.25, 2.7, 1.9), 1.05, 1.05, "gun")
    for side in (-1, 1):
        h.lock((h.rx - 0.9, side * (h.ry - 0.2), 1.6), (0, side * h.ry, 0), 0.5, 0.4, "gun")


def _glasses(h: Head) -> None:
    for side in (-1, 1):
        h.clay.ball(h.at(h.rx - 0.2, side * 2.0, 1.7), 1.15, "white")
    h.lock((h.rx + 0.1, -2.6, 2.4), (h.rx + 0.1, 2.6, 2.4), 0.6, 0.6, "gun")


def _torn(h: Head) -> None:
    """Skin gone from the right of the face: metal, and a red eye."""
    h.clay.egg(h.at(1.9, 2.5, 2.6), (2.3, 1.7, 3.4), "bumper", yaw=h.turn)
    h.clay.egg(h.at(-1.6, 3.2, 3.2), (1.7, 1.1, 2.6), "bumper", yaw=h.turn)
    h.clay.ball(h.at(h.rx - 0.5, 2.2, 2.4), 1.15, "lamp_red")


def _headphones(h: Head) -> None:
    h.lock((-0.6, -h.ry - 0.4, 1.2), (-0.8, 0, 7.2), 0.85, 0.85, "tank")
    h.lock((-0.6, h.ry + 0.4, 1.2), (-0.8, 0, 7.2), 0.85, 0.85, "tank")
    for side in (-1, 1):
        h.clay.ball(h.at(-0.4, side * (h.ry + 0.7), 0.6), 1.9, "tank")
        h.clay.ball(h.at(-0.4, side * (h.ry + 1.5), 1.2), 1.0, "pink")


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
    if "glasses" in costume.dress:
        _glasses(h)
    if "headphones" in costume.dress:
        _headphones(h)
    if "torn" in costume.dress:
        _torn(h)
