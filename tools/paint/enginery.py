"""A mill's great machines: a flywheel in its pit, the piston that drives it, a belt under the floor, a boiler house."""

import math

import numpy as np

from tools.paint.clay import Clay

SPOKES = 8
WHEEL_STEPS = 5  # pictures from one spoke to the next
STROKES = 10  # pictures from one end of a piston's way to the other
LACES, BELT_STEPS = 18.0, 6  # pixels from lace to lace of a belt, and pictures of that way
BRIM = 18.0  # how high the kerb of a pit stands over its machine


def flywheel(c: Clay, w: float, _: float, step: int) -> None:
    """A wheel as wide as a room, sunk in a kerbed pit under bars; turned by a share of the way to its next spoke."""
    r = w * 0.5
    c.disc((0, 0, BRIM), r, "yellow", bevel=1.6)
    u, v = c.local()
    far, angle = np.hypot(u, v), np.arctan2(v, u)
    c.paint(((angle / math.pi * 16 + far * 0.05 + 100) % 1 < 0.5) & (far > r - 7), "line", "yellow")
    c.disc((0, 0, BRIM + 0.6), r - 6.0, "gun", bevel=1.0)
    pit = far < r - 10
    c.height[pit] = 0.6
    c.paint(pit, "line")
    c.paint(pit & ((far % 17) < 1.6), "rust")
    turn = (step / WHEEL_STEPS) * 2 * math.pi / SPOKES
    rim = r - 14
    ring = (far < rim) & (far > rim - 15)
    c.height[ring] = 9.0 - np.abs(far[ring] - rim + 7.5) * 0.22
    c.paint(ring, "steel")
    c.paint((far < rim - 3) & (far > rim - 5.4), "gun", "steel")
    for i in range(SPOKES):
        a = turn + i * 2 * math.pi / SPOKES
        cos, sin = math.cos(a), math.sin(a)
        c.limb((cos * 12, sin * 12, 7), (cos * (rim - 12), sin * (rim - 12), 5), 6.0, 3.8, "steel")
        c.box((cos * (rim - 7.6), sin * (rim - 7.6), 6), (6.6, 4.4, 5), "bronze", yaw=a, round_=1.2, bevel=1.4)
        for side in (-0.1, 0.1):
            at = math.cos(a + side) * (rim - 2.4), math.sin(a + side) * (rim - 2.4)
            c.ball((*at, 9.4), 1.3, "bumper")
    c.disc((0, 0, 12), 17, "bronze", bevel=2.6)
    c.disc((0, 0, 13.4), 10.5, "gun", bevel=1.6)
    c.disc((0, 0, 14.6), 5.4, "bumper", bevel=1.6)
    for i in range(6):
        a = turn + i * math.pi / 3
        c.ball((13.6 * math.cos(a), 13.6 * math.sin(a), 13), 1.5, "gun")
    _bars(c, pit, 16.0)


def piston(c: Clay, w: float, h: float, step: int) -> None:
    """A steam cylinder in a trench, and how far its rod is out; the wheel lies toward u > 0."""
    hole = _trench(c, w, h)
    c.limb((-w * 0.40, 0, 4), (-w * 0.12, 0, 4), h * 0.30, h * 0.30, "green")
    for x in (-0.41, -0.26, -0.11):
        c.limb((w * x - 1.6, 0, 4.4), (w * x + 1.6, 0, 4.4), h * 0.34, h * 0.34, "bumper")
    c.box((-w * 0.26, 0, 15), (w * 0.07, h * 0.10, 2), "bronze", round_=1, bevel=1)
    out = w * (0.05 + 0.16 * (0.5 - 0.5 * math.cos(math.pi * step / (STROKES - 1))))
    c.limb((-w * 0.1, 0, 6), (out, 0, 6), 2.6, 2.6, "bumper")
    for side in (-1, 1):
        c.limb((-w * 0.08, side * h * 0.27, 4), (w * 0.3, side * h * 0.27, 4), 1.5, 1.5, "gun")
    c.limb((out, 0, 7), (w * 0.5, h * 0.05 * math.sin(math.pi * step / (STROKES - 1)), 6), 3.6, 2.8, "steel")
    c.box((out, 0, 8), (5.4, h * 0.31, 4), "bronze", round_=1.4, bevel=1.6)
    c.disc((out, 0, 13), 3.2, "cherry", bevel=1.0)
    _bars(c, hole, 12.0)


def belt(c: Clay, w: float, h: float, step: int) -> None:
    """A laced leather belt that runs under bars from pulley to pulley."""
    hole = _trench(c, w, h)
    c.box((0, 0, 3), (w * 0.46, h * 0.27, 4), "card", round_=1, bevel=2.2)
    u, v = c.local()
    lace = ((u - step / BELT_STEPS * LACES + 1000) % LACES) < 2.6
    c.paint(lace & (np.abs(v) < h * 0.27), "line", "card")
    c.paint((np.abs(v) < 0.9) & ~lace, "brown", "card")
    for side in (-1, 1):
        c.limb((side * w * 0.43, -h * 0.36, 5), (side * w * 0.43, h * 0.36, 5), 5.4, 5.4, "steel")
        c.limb((side * w * 0.43, -h * 0.27, 5.6), (side * w * 0.43, h * 0.27, 5.6), 5.8, 5.8, "card")
        seam = np.abs(v - side * (step / BELT_STEPS - 0.5) * h * 0.4) < 0.8
        c.paint(seam & (np.abs(u - side * w * 0.43) < 5), "line", "card")
    _bars(c, hole, 20.0)


def _trench(c: Clay, w: float, h: float) -> np.ndarray:
    """Lay a kerb of striped steel round a dark trench, and return where that is."""
    c.box((0, 0, BRIM - 4), (w * 0.5, h * 0.5, 4), "yellow", round_=2, bevel=1.2)
    u, v = c.local()
    c.paint(((u + v + 1000) % 14) < 7, "line", "yellow")
    c.box((0, 0, BRIM - 3.4), (w * 0.5 - 2.4, h * 0.5 - 2.4, 4), "gun", round_=1.6, bevel=0.8)
    hole: np.ndarray = (np.abs(u) < w * 0.5 - 4.4) & (np.abs(v) < h * 0.5 - 4.4)
    c.height[hole] = 0.6
    c.paint(hole, "line")
    return hole


def _bars(c: Clay, hole: np.ndarray, apart: float) -> None:
    """Lay bars of a grating over a hole: one carries, two cross."""
    u, v = c.local()
    across = ((u + 1000 * apart) % apart) < 1.7
    along = ((v + 1000 * apart + apart / 2) % (apart * 2)) < 1.5
    for where, high in ((across, BRIM - 1.0), (along, BRIM - 1.6)):
        c.height[where & hole] = high
        c.paint(where & hole, "gun")


def boilerhouse(c: Clay, w: float, h: float, _: int) -> None:
    """A great boiler on the roof of its house: lagged drum, dome, stack, gauges, three fire doors toward v > 0."""
    c.box((0, h * 0.02, 1), (w * 0.49, h * 0.47, 3), "concrete", round_=2, bevel=1.6)
    c.limb((-w * 0.33, -h * 0.10, 4), (w * 0.26, -h * 0.10, 4), h * 0.30, h * 0.30, "green")
    u, v = c.local()
    for x in (-0.34, -0.22, -0.08, 0.06, 0.20, 0.28):
        strap = (np.abs(u - x * w) < 1.8) & c.has("green")
        c.height[strap] += 1.2
        c.paint(strap, "bumper", "green")
    c.limb((-w * 0.40, -h * 0.10, 4), (-w * 0.36, -h * 0.10, 4), h * 0.27, h * 0.31, "gun")
    for i in range(12):
        a = i * math.pi / 6
        c.ball((-w * 0.355, -h * 0.10 + math.sin(a) * h * 0.27, 16 + math.cos(a) * 14), 1.4, "bumper")
    c.disc((-w * 0.14, -h * 0.10, 38), h * 0.13, "bronze", bevel=3.0)
    c.egg((-w * 0.14, -h * 0.10, 38), (h * 0.11, h * 0.11, 8), "gold")
    for x in (0.02, 0.11):
        c.disc((w * x, -h * 0.10, 40), 4.6, "bumper", bevel=1.4)
        c.limb((w * x, -h * 0.10, 41), (w * x + 9, -h * 0.10, 41), 1.4, 1.4, "cherry")
    c.disc((w * 0.39, -h * 0.12, 46), h * 0.21, "rust", bevel=2.4)
    c.disc((w * 0.39, -h * 0.12, 47), h * 0.16, "gun", bevel=1.4)
    stack = np.hypot(u - w * 0.39, v + h * 0.12)
    hole = stack < h * 0.125
    c.height[hole] = 20.0
    c.paint(hole, "line")
    c.paint(stack < h * 0.07, "heat_dull")
    c.paint(stack < h * 0.035, "heat_red")
    c.limb((w * 0.26, -h * 0.10, 24), (w * 0.34, -h * 0.12, 30), h * 0.11, h * 0.11, "rust")
    c.limb((-w * 0.14, -h * 0.2, 34), (-w * 0.14, -h * 0.5, 26), 4.2, 4.2, "rust")
    c.limb((w * 0.06, h * 0.04, 26), (w * 0.06, h * 0.5, 16), 3.4, 3.4, "bronze")
    c.limb((-w * 0.47, h * 0.22, 12), (w * 0.47, h * 0.22, 12), 2.4, 2.4, "rust")
    c.limb((-w * 0.47, h * 0.28, 10), (w * 0.47, h * 0.28, 10), 1.6, 1.6, "sky")
    for i, x in enumerate((-0.30, -0.04, 0.22)):
        _fire_door(c, w * x, h * 0.41)
        _dial(c, w * (x + 0.12), h * 0.38, 0.6 + 1.1 * i)


def _fire_door(c: Clay, x: float, y: float) -> None:
    """An iron door with the fire behind its slits."""
    c.box((x, y, 8), (13, 7.4, 8), "gun", round_=2, bevel=1.6)
    c.box((x, y + 0.6, 9), (9.6, 4.8, 8), "heat_amber", round_=1, bevel=0.4)
    c.box((x, y + 0.6, 9.2), (6.0, 2.8, 8), "heat_yellow", round_=1, bevel=0.2)
    for k in range(4):
        c.box((x + (k - 1.5) * 5.2, y + 0.6, 10), (0.9, 5.2, 8), "line", round_=0.2, bevel=0.1)


def _dial(c: Clay, x: float, y: float, angle: float) -> None:
    """A white gauge with a red needle."""
    c.disc((x, y, 17), 5.6, "bumper", bevel=1.0)
    c.disc((x, y, 17.6), 4.3, "paper", bevel=0.2)
    c.limb((x, y, 18), (x + 3.4 * math.cos(angle), y - 3.4 * math.sin(angle), 18), 0.7, 0.5, "cherry")
