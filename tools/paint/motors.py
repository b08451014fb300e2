"""Cars, vans and a motorcycle, their noses at u > 0: coats of gloss, dark glass, bright metal, lamps."""

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array

DIGITS = {"2": "111 001 111 100 111", "7": "111 001 010 010 010", "4": "101 101 111 001 001"}
UNIT_NUMBER = "274"


def car(c: Clay, w: float, h: float, _: int) -> None:
    """A saloon of the time: long bonnet, long boot, a flat roof."""
    long, half = w / 2 - 1.5, h / 2 - 1.5
    _body(c, long, half)
    _cabin(c, long, half, "coat")
    _ends(c, long, half)


def cruiser(c: Clay, w: float, h: float, _: int) -> None:
    """A police car: black with white doors and roof, bar of lamps, push bar, its number on the roof."""
    long, half = w / 2 - 2.5, h / 2 - 1.5
    c.box((long + 1.2, 0, 4), (1.5, half * 0.55, 6), "gun", round_=0.6, bevel=0.6)
    _body(c, long, half)
    u, _v = c.local()
    c.paint((u > -long * 0.44) & (u < long * 0.28), "white", "coat")
    _cabin(c, long, half, "white")
    _ends(c, long, half)
    at = -long * 0.05
    c.box((at, 0, 20.5), (2.6, half * 0.62, 3), "gun", round_=1.2, bevel=0.8)
    for side, lamp in ((-1, "lamp_red"), (1, "lamp_blue")):
        c.box((at, side * half * 0.36, 21.8), (2.2, half * 0.22, 3), lamp, round_=1.1, bevel=1.0)
        c.ball((long * 0.24, side * (half - 1.4), 15), 1.9, "bumper")
    c.box((at, 0, 21.6), (1.8, half * 0.09, 3), "steel", round_=0.5, bevel=0.5)
    _number(c, at - long * 0.16, half)


def _number(c: Clay, at: float, half: float) -> None:
    """The car's number across its roof, to be read from behind."""
    u, v = c.local()
    size = half * 0.058
    ink = np.zeros(u.shape, bool)
    for i, digit in enumerate(UNIT_NUMBER):
        for row, bits in enumerate(DIGITS[digit].split()):
            for column, bit in enumerate(bits):
                x = (i * 4 + column - 5) * size
                y = (2 - row) * size
                if bit == "1":
                    ink |= (np.abs(v - x) <= size / 2) & (np.abs(u - at - y) <= size / 2)
    c.paint(ink, "tank", "white")


def _body(c: Clay, long: float, half: float) -> None:
    for x in (-0.60, 0.62):
        for side in (-1, 1):
            c.box((x * long, side * (half - 2.4), 1), (long * 0.13, 3.6, 5), "tire", round_=2, bevel=1.6)
    for end in (-1, 1):
        c.box((end * (long - 1.4), 0, 3), (2.8, half - 2.4, 4.6), "bumper", round_=2.4, bevel=1.5)
    flank = [(-0.98, 0.80), (-0.88, 0.95), (-0.44, 1.0), (0.3, 1.0), (0.84, 0.95), (0.975, 0.76), (0.995, 0.4)]
    right = [(x * long, y * half) for x, y in flank]
    left = [(x, -y) for x, y in reversed(right)]

    def crown(u: Array, v: Array) -> Array:
        ends = np.clip((np.abs(u) - long * 0.58) / (long * 0.42), 0, 1) ** 2
        return 1.8 * (1 - (v / half) ** 2) - 2.4 * ends

    c.slab([*right, *left], 12, "coat", bevel=4.2, round_=0.6, relief=crown)
    u, v = c.local()
    wide = np.abs(v)
    seams = ((np.abs(u - long * 0.33) < 0.5) | (np.abs(u + long * 0.57) < 0.5)) & (wide < half * 0.86)
    creases = (np.abs(wide - half * 0.78) < 0.45) & (np.abs(u) > long * 0.36) & (np.abs(u) < long * 0.92)
    doors = ((np.abs(u + long * 0.09) < 0.5) | (np.abs(u - long * 0.3) < 0.45)) & (wide > half * 0.74)
    c.paint(seams | creases | doors, "line", "coat")
    c.limb((long * 0.36, -0.2, 13.6), (long * 0.9, -0.2, 12.0), 0.8, 0.6, "coat")


def _cabin(c: Clay, long: float, half: float, roof: str) -> None:
    front, back = long * 0.31, -long * 0.54

    def rises(u: Array, _: Array) -> Array:
        return np.clip((front - u) / (long * 0.2), 0, 1) * 5.5

    def falls(u: Array, _: Array) -> Array:
        return np.clip((u - back) / (long * 0.2), 0, 1) * 5.5

    def sides(_: Array, v: Array) -> Array:
        return np.clip((half - 3 - np.abs(v)) / 4, 0, 1) * 5

    screen = [(front - 2, -half * 0.8), (front + 1.2, 0), (front - 2, half * 0.8), (long * 0.09, half * 0.72)]
    c.slab([*screen, (long * 0.09, -half * 0.72)], 14, "glass", bevel=0.8, relief=rises)
    rear = [(back + 2, -half * 0.78), (back - 1, 0), (back + 2, half * 0.78), (-long * 0.34, half * 0.72)]
    c.slab([*rear, (-long * 0.34, -half * 0.72)], 14, "glass", bevel=0.8, relief=falls)
    x0, x1, y = -long * 0.44, long * 0.22, half * 0.88
    c.slab([(x1, -y), (x1, y), (x0, y), (x0, -y)], 13, "glass", bevel=1.2, relief=sides)
    x0, x1, y = -long * 0.35, long * 0.10, half * 0.74
    c.slab([(x1, -y), (x1 + 2, 0), (x1, y), (x0, y), (x0 - 1, 0), (x0, -y)], 20.2, roof, bevel=2.2, round_=0.5)
    for side in (-1, 1):
        c.box((-long * 0.10, side * half * 0.80, 13.5), (0.9, half * 0.09, 5), roof, round_=0.4, bevel=0.6)
        c.egg((long * 0.21, side * (half + 0.6), 12), (1.7, 2.0, 3), "coat")
        c.limb((front - 0.5, side * 2.2 - 3, 15), (front - 4.5, side * 7 - 2, 17.5), 0.4, 0.4, "line")
    u, v = c.local()
    gleam = (np.abs(u + v * 0.5 - long * 0.2) < 1.2) & (u > long * 0.11)
    c.paint(gleam & (v < half * 0.4), "sky", "glass")


def _ends(c: Clay, long: float, half: float) -> None:
    for side in (-1, 1):
        c.box((long - 2.2, side * half * 0.70, 8.4), (1.7, half * 0.17, 4), "headlamp", round_=1, bevel=0.6)
        c.box((-long + 1.6, side * half * 0.68, 8.4), (1.5, half * 0.19, 4), "tail_lamp", round_=0.8, bevel=0.6)
    c.box((long - 1.4, 0, 8), (1.1, half * 0.42, 3.6), "gun", round_=0.4, bevel=0.4)
    c.box((-long + 0.9, 0, 7.6), (0.9, half * 0.2, 4), "crt", round_=0.2, bevel=0.2)


def van(c: Clay, w: float, h: float, variant: int) -> None:
    """A delivery van: stub nose, steep screen, a long ribbed roof with a ladder or a hatch."""
    nose, tail, half = w / 2 - 1.5, -w / 2 + 1.5, h / 2 - 1.5
    for x in (nose - 24, tail + 30):
        for side in (-1, 1):
            c.box((x, side * (half - 2.2), 2), (10, 3.4, 6), "tire", round_=2, bevel=1.6)
    for x in (nose - 1.6, tail + 1.2):
        c.box((x, 0, 4), (2.4, half - 2, 5), "bumper", round_=1.6, bevel=1.3)

    def slopes(u: Array, v: Array) -> Array:
        return -(np.clip((u - nose + 22) / 20, 0, 1) ** 2) * 5 - (v / half) ** 2 * 2

    front = [(nose - 1, half * 0.62), (nose - 6, half * 0.92), (nose - 30, half), (nose - 30, -half)]
    c.slab([*front, (nose - 6, -half * 0.92), (nose - 1, -half * 0.62)], 15, "coat", bevel=4, relief=slopes)
    u, v = c.local()
    c.paint((np.abs(v) < 0.5) & (u > nose - 19) & (u < nose - 4), "line", "coat")
    top = nose - 20

    def rises(u: Array, _: Array) -> Array:
        return np.clip((top - u) / 12, 0, 1) * 9

    screen = [(top, -half * 0.82), (top + 2, 0), (top, half * 0.82), (top - 12, half * 0.9), (top - 12, -half * 0.9)]
    c.slab(screen, 17, "glass", bevel=0.8, relief=rises)
    gleam = (np.abs(u + v * 0.4 - top + 8) < 1.2) & (v < half * 0.4)
    c.paint(gleam, "sky", "glass")
    middle, reach = (top - 11 + tail) / 2, (top - 11 - tail) / 2
    c.box((middle, 0, 20), (reach, half, 8), "coat", round_=4, bevel=3)
    c.box((middle - 1, 0, 21.2), (reach - 3, half - 4, 8), "coat", round_=2, bevel=1.6)
    for x in np.arange(tail + 12, top - 18, 11.0):
        c.box((float(x), 0, 22), (0.9, half - 6, 8), "coat", round_=0.4, bevel=0.7)
    if variant == 0:
        for y in (-4.0, 5.0):
            c.limb((tail + 10, y, 32), (top - 20, y, 32), 0.9, 0.9, "bumper")
        for x in np.arange(tail + 14, top - 20, 8.0):
            c.limb((float(x), -4.0, 32), (float(x), 5.0, 32), 0.7, 0.7, "bumper")
    else:
        c.paint((np.abs(np.abs(v) - half * 0.72) < 2.2) & (u < top - 14), "teal", "coat")
        c.box((middle - 8, 0, 24), (9, 8, 8), "grey", round_=1.6, bevel=1.2)
    for side in (-1, 1):
        c.box((nose - 3, side * half * 0.66, 9), (1.8, half * 0.14, 4), "headlamp", round_=0.9, bevel=0.6)
        c.box((tail + 1, side * half * 0.8, 10), (1.2, 3.6, 5), "tail_lamp", round_=0.6, bevel=0.5)
        c.box((top - 5, side * (half + 0.2), 16), (1.6, 2.0, 5), "gun", round_=0.6, bevel=0.6)


def bike(c: Clay, w: float, _: float, __: int) -> None:
    """A heavy motorcycle: fat tyres, long fork, broad bars, black tank, pipes of bright metal."""
    k = w / 59
    c.limb((-26 * k, 0, 4), (-15 * k, 0, 4), 3.2 * k, 3.2 * k, "tire")
    c.limb((17 * k, 0, 4), (27 * k, 0, 4), 2.5 * k, 2.5 * k, "tire")
    for side in (-1, 1):
        c.limb((8 * k, side * 3.0, 12), (23 * k, side * 2.9, 6), 1.0, 1.1, "bumper")
        c.limb((-26 * k, side * 3.4, 6), (-12 * k, side * 3.8, 8), 0.9, 1.0, "bumper")
    c.box((-1, 0, 4), (8.5 * k, 4.8 * k, 4), "gun", round_=2, bevel=1.5)
    for x in (-5.0, -1.2, 2.6):
        c.box((x * k, 0, 5.2), (1.1, 5.4 * k, 4), "bumper", round_=0.6, bevel=0.8)
    for y in (4.6, 6.6):
        c.limb((4 * k, y * k, 6), (-24 * k, (y + 0.5) * k, 5), 1.05, 1.35, "bumper")
    c.egg((-19 * k, 0, 8), (8.5 * k, 3.4 * k, 3.8), "coat")
    c.egg((21 * k, 0, 8), (6.6 * k, 2.7 * k, 3.0), "coat")
    c.egg((4.0 * k, 0, 12), (8.0 * k, 4.6 * k, 5.4), "coat", square=2.3)
    c.limb((0.5 * k, 0, 17.2), (8.0 * k, 0, 16.2), 0.9, 0.9, "amber")
    c.ball((4.0 * k, 0, 16.8), 1.2, "bumper")
    c.egg((-9 * k, 0, 12), (5.4 * k, 3.9 * k, 3.6), "brown")
    c.egg((-16.5 * k, 0, 13), (4.2 * k, 3.0 * k, 3.2), "brown")
    for side in (-1, 1):
        c.egg((-19 * k, side * 5.8 * k, 8), (5.6 * k, 2.3 * k, 4), "leather", square=3)
        c.limb((-22 * k, side * 5.8 * k, 12), (-16 * k, side * 5.8 * k, 12), 0.5, 0.5, "bumper")
        c.limb((11 * k, side * 2.4, 15), (9.6 * k, side * 10.0 * k, 17), 0.95, 0.9, "bumper")
        c.limb((9.6 * k, side * 9.4 * k, 17), (6.4 * k, side * 11.4 * k, 17), 1.35, 1.3, "tire")
        c.egg((11.4 * k, side * 8.0 * k, 19), (1.5, 2.1, 1.4), "bumper")
    c.egg((13.6 * k, 0, 15), (2.9, 3.2, 2.8), "bumper")
    c.egg((15.6 * k, 0, 15.6), (1.8, 2.6, 2.6), "headlamp")
    c.box((-27.4 * k, 0, 8.4), (1.1, 2.0, 2.2), "tail_lamp", round_=0.6)
