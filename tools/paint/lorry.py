"""The box lorry, seven metres of it, cab at u > 0: bumper, bonnet, screen, cab roof with its deflector, and a ribbed box."""

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array

BOX_TOP, CAB_TOP, BONNET_TOP = 40.0, 27.0, 17.0


def lorry(c: Clay, w: float, h: float, variant: int) -> None:
    """Lay the whole lorry, w px long and h px wide; the variant gives the box's marks."""
    half = h / 2 - 1.5
    nose, tail = w / 2 - 1, -w / 2 + 1
    _chassis(c, nose, tail, half)
    _bonnet(c, nose, half)
    _cab(c, nose, half)
    _box(c, nose - 68, tail, half, variant)


def _chassis(c: Clay, nose: float, tail: float, half: float) -> None:
    for x in (nose - 22, tail + 46, tail + 68):
        for side in (-1, 1):
            c.box((x, side * (half - 3.0), 2), (10, 3.6, 6), "tire", round_=2.2, bevel=1.6)
    c.box(((nose + tail) / 2, 0, 3), ((nose - tail) / 2 - 4, 10, 5), "gun", round_=1, bevel=1)
    c.box((nose - 66, half * 0.62, 4), (5, 6, 6), "bumper", round_=1.6, bevel=1.4)
    c.box((nose - 66, -half * 0.62, 4), (5, 6, 6), "bumper", round_=1.6, bevel=1.4)
    c.box((nose - 1.6, 0, 3), (2.4, half - 2, 6), "bumper", round_=1.6, bevel=1.4)
    c.box((tail + 1.4, 0, 3), (2.0, half - 4, 6), "gun", round_=0.8, bevel=1)
    for side in (-1, 1):
        c.box((tail + 1.0, side * (half - 8), 6), (1.4, 4, 5), "tail_lamp", round_=0.6, bevel=0.5)


def _bonnet(c: Clay, nose: float, half: float) -> None:
    def falls(u: Array, v: Array) -> Array:
        return -(np.clip((u - nose + 22) / 20, 0, 1) ** 2) * 4 - (v / half) ** 2 * 3

    front, back = nose - 3, nose - 30
    narrow = half * 0.70
    outline = [(front, -narrow + 7), (front + 2, 0), (front, narrow - 7), (back, half - 8), (back, -half + 8)]
    c.slab(outline, BONNET_TOP, "coat", bevel=4, relief=falls)
    for side in (-1, 1):
        c.egg((nose - 20, side * (half - 8.5), 6), (14, 8, 8), "coat", square=2.6)
        c.egg((nose - 6, side * (half - 11), 10), (2.6, 4.2, 3), "headlamp")
    u, v = c.local()
    seam = (np.abs(v) < 0.5) | (np.abs(np.abs(v) - narrow * 0.55) < 0.5)
    c.paint(seam & (u > back + 2) & (u < front - 3), "line", "coat")
    c.paint((u > nose - 8) & (u < nose - 4) & (np.abs(v) < narrow - 9) & ((v % 4) < 1.6), "line", "coat")


def _cab(c: Clay, nose: float, half: float) -> None:
    front, back = nose - 28, nose - 64
    c.slab(
        [(front, -half + 4), (front + 2, 0), (front, half - 4), (back, half - 2), (back, -half + 2)],
        20,
        "coat",
        bevel=2.5,
    )

    def slopes(u: Array, v: Array) -> Array:
        return np.clip((front - u) / 11, 0, 1) * 6 - (v / half) ** 2 * 2

    screen = [
        (front - 1, -half + 7),
        (front + 1.5, 0),
        (front - 1, half - 7),
        (front - 12, half - 9),
        (front - 12, -half + 9),
    ]
    c.slab(screen, 21, "glass", bevel=0.8, relief=slopes)
    for side in (-1, 1):
        c.slab(
            [
                (front - 8, side * (half - 5.6)),
                (front - 24, side * (half - 4)),
                (front - 24, side * (half - 7)),
                (front - 11, side * (half - 8)),
            ],
            22,
            "glass",
            bevel=0.5,
        )
        c.limb((front - 3, side * (half - 4), 20), (front + 2, side * (half + 1.2), 19), 0.8, 0.8, "gun")
        c.box((front + 2.4, side * (half - 0.6), 17), (1.3, 2.9, 4), "gun", round_=0.6, bevel=0.6)
        c.limb((back + 2.0, side * (half - 9), 24), (back + 2.0, side * (half - 9), 30), 2.7, 2.7, "bumper")
    roof = [
        (front - 11, -half + 8),
        (front - 9.5, 0),
        (front - 11, half - 8),
        (back + 2, half - 7),
        (back + 2, -half + 7),
    ]
    c.slab(roof, CAB_TOP + 2, "coat", bevel=2.6)

    def deflects(u: Array, v: Array) -> Array:
        return np.clip((front - 15 - u) / 16, 0, 1) * 7 - (v / half) ** 2 * 4

    wing = [
        (front - 15, -half * 0.42),
        (front - 13.5, 0),
        (front - 15, half * 0.42),
        (back + 3, half * 0.62),
        (back + 3, -half * 0.62),
    ]
    c.slab(wing, CAB_TOP + 4, "coat", bevel=2.0, relief=deflects)
    for y in (-0.5, -0.25, 0.0, 0.25, 0.5):
        c.ball((front - 12.5, y * half, CAB_TOP + 2.2), 1.1, "headlamp")


def _box(c: Clay, front: float, tail: float, half: float, variant: int) -> None:
    middle, long = (front + tail) / 2, (front - tail) / 2
    c.box((middle, 0, BOX_TOP - 10), (long, half, 9), "bumper", round_=1.6, bevel=1.2)
    c.box((middle, 0, BOX_TOP - 8), (long - 2.2, half - 2.4, 9), "roof", round_=1.0, bevel=1.0)
    for x in np.arange(tail + 14, front - 6, 13.0):
        c.box((float(x), 0, BOX_TOP - 7.2), (1.0, half - 3.6, 9), "roof", round_=0.4, bevel=0.8)
    for x, y in ((tail + 4, 1), (tail + 4, -1), (front - 4, 1), (front - 4, -1)):
        c.box((x, y * (half - 3.4), BOX_TOP - 6.5), (3.0, 3.0, 9), "bumper", round_=1.4, bevel=1.2)
    c.box((front - 1.6, 0, BOX_TOP - 6), (1.6, half - 6, 8), "bumper", round_=0.8, bevel=0.8)
    u, v = c.local()
    on_roof = c.height > BOX_TOP - 1.6
    if variant == 0:
        c.paint(on_roof & (np.abs(np.abs(v) - half * 0.50) < 2.6) & (u > tail + 9) & (u < front - 9), "denim", "roof")
    else:
        c.box((middle + 18, 0, BOX_TOP - 6), (11, 9, 8), "grey", round_=1.6, bevel=1.2)
        c.disc((middle + 18, 0, BOX_TOP + 3.2), 6.2, "gun", bevel=0.8)
        c.disc((middle + 18, 0, BOX_TOP + 3.6), 1.8, "grey", bevel=0.5)
        for k in range(4):
            angle = k * np.pi / 4
            end = (middle + 18 + 5.2 * float(np.cos(angle)), 5.2 * float(np.sin(angle)), BOX_TOP + 3.0)
            c.limb((2 * middle + 36 - end[0], -end[1], end[2]), end, 0.45, 0.45, "grey")
