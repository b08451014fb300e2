"""Bodies on the ground: the same parts as the standing rig, laid flat along x with the head ahead."""

import numpy as np

from tools.paint.clay import Clay
from tools.paint.costume import Costume


def lying(clay: Clay, c: Costume) -> None:
    """Lay a person on his back, limbs splayed."""
    _legs(clay, c)
    _trunk(clay, c)
    _head(clay, c)


def _legs(clay: Clay, c: Costume) -> None:
    k = c.tall
    thigh = 2.9 * (c.arm / 2.6) ** 0.5
    for side, spread in ((-1, 1.0), (1, 0.6)):
        knee = (-13 * k, side * (3.4 + 2.0 * spread), 4.6)
        foot = (-22.5 * k, side * (4.6 + 3.4 * (1 - spread)), 3.0)
        clay.limb((-4, side * 2.9, 4), knee, thigh + 0.6, thigh, "pants", soft=0.8)
        clay.limb(knee, foot, thigh, thigh - 0.6, "shins", soft=0.5)
        toe = (foot[0] - 1.0, foot[1] + side * 2.4, 4.2)
        clay.limb((foot[0], foot[1], 3.5), toe, 2.0, 1.7, "shoes")
    if c.skirt:
        hem = [(-3, -c.shoulders * 0.6), (-3, c.shoulders * 0.6), (-13 * k, 7.2), (-13.6 * k, 0), (-13 * k, -8.6)]
        clay.slab(hem, 8.4, "pants", bevel=2.6, round_=0.8)


def _trunk(clay: Clay, c: Costume) -> None:
    k, arm = c.tall, c.arm
    clay.egg((-2.0, 0, 3), (7.5 * k, c.shoulders * 0.66, 5), "jacket", square=2.4)
    clay.egg((4.2 * k, 0, 3.4), (6.8 * k, c.shoulders * 0.86, 5.4), "jacket", square=2.5, soft=2)
    for side, x, y in ((-1, 13 * k, -(c.shoulders + 6.0)), (1, -7 * k, c.shoulders + 4.2)):
        shoulder = (7.5 * k, side * (c.shoulders - arm * 0.8), 4.5)
        elbow = ((shoulder[0] + x) / 2 - 1, side * (c.shoulders + 3.4), 3.6)
        clay.limb(shoulder, elbow, arm + 0.3, arm, "sleeves", soft=0.8)
        clay.limb(elbow, (x, y, 3), arm, arm - 0.5, "forearms", soft=0.5)
        clay.ball((x, y, 3.2), max(1.8, arm * 0.75), "hands")
    if c.jacket != "chrome":
        _details(clay, c)


def _details(clay: Clay, c: Costume) -> None:
    u, v = clay.local()
    wide = np.abs(v)
    if "badge" in c.dress:
        clay.paint((np.abs(u - 6) < 1.0) & (np.abs(v + 3.4) < 1.0), "gold", "jacket")
        clay.paint((wide < 0.5) & (u > -6) & (u < 9), "tank", "jacket")
    if "belt" in c.dress:
        clay.paint((np.abs(u + 6) < 1.0) & (wide < c.shoulders * 0.6), "gun", "jacket", "pants")
    if "tie" in c.dress:
        clay.paint((wide < 0.9) & (u > -2) & (u < 9), "cherry", "jacket")
    if {"dungarees", "apron"} & c.dress:
        clay.paint((wide < c.shoulders * 0.45) & (u < 4.5), "trim", "jacket")
        clay.paint((np.abs(wide - c.shoulders * 0.4) < 1.2) & (u >= 4.5), "trim", "jacket")
    if "vest" in c.dress:
        clay.paint((wide < c.shoulders * 0.66) & (wide > np.clip(u - 2, 0, 9) * 0.3), "trim", "jacket")
        clay.paint((np.abs(u - 5) < 0.9) & (np.abs(v + 3.6) < 1.5), "white", "trim", "jacket")
    if "open" in c.dress:
        clay.paint((wide < 1.8) & (u > -6), "trim", "jacket")
    if "checks" in c.dress:
        clay.paint((((v + 40) % 4.4) < 1.3) | (((u + 40) % 4.4) < 1.3), "trim", "jacket", "sleeves")
    if "stripes" in c.dress:
        clay.paint(((u + 40) % 4.8) < 2.0, "trim", "jacket", "sleeves")
    if "epaulettes" in c.dress:
        clay.paint((np.abs(u - 5.6) < 1.0) & (np.abs(v + 3.4) < 1.0), "steel", "jacket")
        clay.paint((wide < 0.6) & (u > -6) & (u < 9), "grey", "jacket")
    if "yoke" in c.dress:
        clay.paint((wide > c.shoulders * 0.55) & (u > 2), "trim", "jacket", "sleeves")
    if "satchel" in c.dress:
        clay.paint(np.abs(v * 0.8 + u * 0.6 - 0.6) < 0.9, "bag", "jacket")
    if c.pack:
        clay.paint((np.abs(wide - c.shoulders * 0.5) < 1.0) & (u > -1), "pack", "jacket")


def _head(clay: Clay, c: Costume) -> None:
    x = 15.4 * c.tall
    rx, ry = c.head
    clay.limb((10 * c.tall, 0, 5), (13 * c.tall, 0, 5), 2.3, 2.2, "skin")
    clay.egg((x + 0.4, 0, 4.5), (rx + 0.6, ry, 4.2), "skin")
    clay.egg((x + 2.6, 0, 4.0), (rx - 0.6, ry + 0.35, 4.4), "cap" if c.cap else "hair")
    clay.ball((x - 0.9, 0, 8.2), 0.8, "skin")
    if c.jacket == "chrome":
        return
    if "shades" in c.dress:
        clay.limb((x + 0.5, -2.4, 8.0), (x + 0.5, 2.4, 8.0), 0.95, 0.95, "gun")
        return
    for side in (-1, 1):
        clay.ball((x + 0.6, side * 1.5, 8.0), 0.62, "tank")
