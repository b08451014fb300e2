"""Leaves, benches and bins: planters, shrubs, trees, and what stands beside them in a hall."""

import math

import numpy as np

from tools.paint.clay import Clay


def planter(c: Clay, w: float, _: float, variant: int) -> None:
    """A square tub of concrete with a fan of leaves, or one of ferns and pink flowers."""
    dice = np.random.default_rng(variant + 1)
    half = w / 2 - 3
    c.box((0, 0, 0), (half, half, 8), "concrete", round_=4, bevel=1.5)
    c.box((0, 0, 0.6), (half - 3.4, half - 3.4, 8), "soil", round_=3, bevel=0.3)
    u, v = c.local()
    band = (np.maximum(np.abs(u), np.abs(v)) > half - 1.8) & (np.maximum(np.abs(u), np.abs(v)) < half - 0.8)
    c.paint(band & ((u + v) % 8 < 4), "teal", "concrete")
    if variant == 0:
        for ring, (count, long, z) in enumerate(((12, 0.46, 12), (10, 0.36, 17), (6, 0.22, 22))):
            for i in range(count):
                angle = i / count * 2 * math.pi + dice.random() * 0.5 + ring
                _leaf(c, angle, w * long * (0.85 + 0.3 * dice.random()), z)
        return
    for _ in range(100):
        angle, far = dice.random() * 2 * math.pi, half * 0.92 * dice.random() ** 0.55
        at = (far * math.cos(angle), far * math.sin(angle), 9 + 6 * (1 - far / half))
        c.ball(at, 2.6 + 2.0 * dice.random(), "leaf")
    for _ in range(20):
        angle, far = dice.random() * 2 * math.pi, half * 0.8 * dice.random() ** 0.5
        c.ball((far * math.cos(angle), far * math.sin(angle), 15 + 4 * (1 - far / half)), 1.5, "pink")


def _leaf(c: Clay, angle: float, long: float, z: float) -> None:
    x, y = long * math.cos(angle), long * math.sin(angle)
    middle = (0.55 * x, 0.55 * y, z + 6)
    c.limb((0, 0, z + 3), middle, 1.1, 2.4, "leaf")
    c.limb(middle, (x, y, z - 1), 2.4, 0.5, "leaf")


def shrub(c: Clay, w: float, _: float, variant: int) -> None:
    """A clipped bush."""
    _foliage(c, w * 0.5, 44, 2.0, 8, variant)


def tree(c: Clay, w: float, _: float, variant: int) -> None:
    """A young tree in an iron grid; its crown reaches well beyond its foot."""
    half = w / 2 - 1
    c.box((0, 0, 0), (half, half, 2), "gun", round_=1, bevel=0.6)
    u, v = c.local()
    c.paint((np.hypot(u, v) % 5 < 1.6) & (np.hypot(u, v) < half), "line", "gun")
    c.disc((0, 0, 16), 3.0, "wood", bevel=1)
    _foliage(c, w * 1.06, 130, 3.0, 20, variant + 7)


def _foliage(c: Clay, reach: float, count: int, smallest: float, z: float, seed: int) -> None:
    dice = np.random.default_rng(seed)
    c.egg((0, 0, z - 2), (reach * 0.72, reach * 0.72, reach * 0.3), "leaf")
    for _ in range(count):
        angle, far = dice.random() * 2 * math.pi, (dice.random() ** 0.55) * reach * 0.84
        lump = smallest + dice.random() * smallest * 1.1
        lift = (reach - far) * 0.42 + dice.random() * 2
        c.ball((far * math.cos(angle), far * math.sin(angle), z + lift), lump, "leaf")


def bench(c: Clay, w: float, h: float, _: int) -> None:
    """Slats of wood on two iron feet, an arm rest at either end."""
    for x in (-w * 0.36, 0.0, w * 0.36):
        c.box((x, 0, 2), (2, h * 0.42, 3), "gun", round_=1)
    for i in range(4):
        y = (i - 1.5) * h * 0.235
        c.box((0, y, 6), (w * 0.48, h * 0.098, 2), "wood", round_=0.8, bevel=0.8)
    for x in (-w * 0.47, w * 0.47):
        c.limb((x, -h * 0.4, 10), (x, h * 0.4, 10), 1.3, 1.3, "gun")


def bin_(c: Clay, w: float, _: float, variant: int) -> None:
    """A steel drum with a dark mouth; one is full to the brim."""
    r = w * 0.47
    c.disc((0, 0, 13), r, "steel", bevel=2.6)
    c.disc((0, 0, 14.2), r * 0.72, "gun", bevel=1)
    c.disc((0, 0, 14.6), r * 0.5, "line", bevel=0.2)
    if variant:
        c.ball((-1.2, 0.6, 13.4), 2.2, "paper")
        c.box((1.6, -1.0, 12.4), (1.8, 2.4, 2.6), "pink", yaw=0.6, round_=0.4, bevel=0.5)
        c.disc((0.6, 2.4, 16), 1.5, "cherry", bevel=0.4)
