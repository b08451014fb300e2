"""What hands hold: guns of metal and wood, a photograph, a telephone, and blades that are the hand itself."""

import math
from collections.abc import Callable

import numpy as np

from tools.paint.clay import Clay
from tools.paint.posture import Place


def _pistol(c: Clay, left: Place, right: Place) -> None:
    c.box((right[0] + 3.0, (right[1] + left[1]) / 2, right[2] + 2.6), (3.3, 0.95, 1), "gun", round_=0.4, bevel=0.6)


def _shotgun(c: Clay, left: Place, right: Place) -> None:
    (lx, ly, lz), (rx, ry, rz) = left, right
    c.limb((rx - 4.0, ry + 0.5, rz + 2.2), (rx + 0.5, ry - 0.1, rz + 2.2), 1.5, 1.2, "wood")
    c.limb((rx, ry, rz + 2.6), (lx + 7.5, ly - 0.6, lz + 3.0), 1.0, 0.95, "gun")
    c.limb((lx - 2.0, ly + 0.1, lz + 2.8), (lx + 2.4, ly - 0.5, lz + 2.8), 1.4, 1.3, "wood")
    c.ball((lx + 0.2, ly - 1.3, lz + 3.4), 1.7, "hands")


def _shotgun_one(c: Clay, _: Place, right: Place) -> None:
    x, y, z = right
    c.limb((x - 3.5, y, z + 2), (x - 0.5, y, z + 2), 1.3, 1.1, "wood")
    c.limb((x - 0.5, y, z + 2.3), (x + 11, y, z + 2.8), 1.05, 0.95, "gun")
    c.limb((x + 2.5, y, z + 2.4), (x + 5.8, y, z + 2.6), 1.35, 1.25, "wood")


def _launcher(c: Clay, left: Place, right: Place) -> None:
    """A short wide barrel, a drum's worth of grenade before the hand."""
    (lx, ly, lz), (rx, ry, rz) = left, right
    c.limb((rx - 4.0, ry + 0.5, rz + 2.2), (rx + 0.5, ry - 0.1, rz + 2.2), 1.6, 1.3, "wood")
    c.limb((rx + 0.6, ry - 0.1, rz + 2.8), (lx + 4.6, ly - 0.5, lz + 3.2), 2.1, 2.1, "gun")
    c.limb((lx + 4.0, ly - 0.5, lz + 3.4), (lx + 5.2, ly - 0.55, lz + 3.4), 2.5, 2.5, "gun")
    c.ball((lx + 0.2, ly - 1.3, lz + 3.6), 1.7, "hands")


BLADE_LENGTH = 15.0


def _sword(c: Clay, hand: Place) -> None:
    """A forearm that has run out into a tapering edge, turned in a little towards the middle."""
    x, y, z = hand
    turn = -0.22 if y > 0 else 0.22
    tip = (x + BLADE_LENGTH * math.cos(turn), y + BLADE_LENGTH * math.sin(turn))
    bow = math.sin(turn) * 6
    c.limb((x - 6, y + 0.4, z + 0.6), (x + 1, y, z + 1.4), 2.9, 2.3, "chrome")
    edge = [(x - 1, y - 2.2), (x + 6, y - 1.9 + bow), tip, (x + 6, y + 1.9 + bow), (x - 1, y + 2.2)]
    c.slab(edge, z + 3.2, "chrome", bevel=1.9)


def _blade(c: Clay, _: Place, right: Place) -> None:
    _sword(c, right)


def _blades(c: Clay, left: Place, right: Place) -> None:
    _sword(c, right)
    _sword(c, left)


def _receiver(c: Clay, _: Place, right: Place) -> None:
    """A telephone's receiver at the ear."""
    x, y, z = right
    c.limb((x - 2.0, y + 0.6, z + 1.6), (x + 3.6, y - 1.0, z + 0.6), 1.15, 1.15, "crt")
    c.ball((x - 2.0, y + 0.4, z + 1.8), 1.7, "crt")


def _photograph(c: Clay, _: Place, right: Place) -> None:
    """A photograph held out: a white edge, a dark picture with a pale face."""
    x, y, z = right
    c.box((x + 3.0, y, z + 2.4), (2.9, 2.3, 0.6), "paper", round_=0.1, bevel=0.1)
    u, v = c.local()
    inside = (np.abs(u - x - 3.0) < 2.1) & (np.abs(v - y) < 1.5)
    c.paint(inside, "tank", "paper")
    c.paint(inside & (np.hypot(u - x - 3.2, v - y) < 1.0), "skin", "tank")


def _missile(c: Clay, _: Place, right: Place) -> None:
    """Whatever is to hand, about to be thrown."""
    x, y, z = right
    c.limb((x - 1.2, y - 1.6, z + 2.4), (x - 1.2, y + 1.6, z + 2.4), 2.2, 2.2, "steel")


WEAPONS: dict[str, Callable[[Clay, Place, Place], None]] = {
    "pistol": _pistol,
    "shotgun": _shotgun,
    "shotgun_one": _shotgun_one,
    "launcher": _launcher,
    "blade": _blade,
    "blades": _blades,
    "receiver": _receiver,
    "photograph": _photograph,
    "missile": _missile,
}
