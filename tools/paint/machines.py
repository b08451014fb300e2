"""Machines of the yard: conveyor, generator and fork-lift; the fork-lift's forks are at u > 0."""

import numpy as np

from tools.paint.clay import Clay


def conveyor(c: Clay, w: float, h: float, _: int) -> None:
    """A belt between two rails, with rollers at its ends."""
    c.box((0, 0, 2), (w * 0.5, h * 0.5, 5), "steel", round_=0.8, bevel=1)
    c.box((0, 0, 3), (w * 0.5 - 2, h * 0.5 - 4.5, 5), "tire", round_=0.6, bevel=0.5)
    u, v = c.local()
    belt = np.abs(v) < h * 0.5 - 5
    c.paint(((u % 8) < 1.1) & belt, "gun", "tire")
    chevron = ((u + np.abs(v) * 0.7) % 32) < 3.4
    c.paint(chevron & (np.abs(v) < h * 0.22), "yellow", "tire")
    for end in (-1, 1):
        x = end * (w * 0.5 - 3.4)
        c.limb((x, -h * 0.5 + 4, 5.6), (x, h * 0.5 - 4, 5.6), 2.4, 2.4, "bumper")
    for x in np.arange(-w * 0.5 + 7, w * 0.5 - 4, 16):
        for side in (-1, 1):
            c.ball((float(x), side * (h * 0.5 - 2.2), 7), 1.1, "gun")
    c.box((w * 0.5 - 14, h * 0.5 - 2.4, 5), (6.4, 2.2, 6), "green", round_=0.8, bevel=0.8)
    c.ball((w * 0.5 - 17, h * 0.5 - 2.4, 11), 1.2, "red")
    c.ball((w * 0.5 - 12, h * 0.5 - 2.4, 11), 1.2, "lamp")


def generator(c: Clay, w: float, h: float, _: int) -> None:
    """A diesel set on a skid: radiator at one end, stack, lit panel at the other."""
    c.box((0, 0, 0), (w * 0.5, h * 0.5, 4), "gun", round_=1.2, bevel=0.8)
    c.box((-w * 0.04, 0, 6), (w * 0.40, h * 0.43, 8), "green", round_=2.2, bevel=2.2)
    u, v = c.local()
    louvre = (np.abs(u + w * 0.10) < w * 0.13) & (np.abs(v) < h * 0.30) & (((u + 40) % 3.4) < 1.4)
    c.paint(louvre & (c.height > 12), "line", "green")
    for x in (-w * 0.27, w * 0.07, w * 0.22):
        c.box((x, 0, 6.6), (0.8, h * 0.42, 8), "green", round_=0.2, bevel=0.3)
    c.box((-w * 0.40, 0, 5), (w * 0.055, h * 0.40, 9), "gun", round_=0.8, bevel=0.8)
    c.paint((u < -w * 0.36) & (np.abs(v) < h * 0.36) & ((v % 3) < 1.2) & (c.height > 12), "line", "gun")
    c.disc((w * 0.15, -h * 0.22, 19), 4.2, "rust", bevel=1.2)
    c.disc((w * 0.15, -h * 0.22, 19.5), 2.4, "line", bevel=0.2)
    c.disc((w * 0.15, h * 0.20, 15.4), 2.8, "bumper", bevel=0.8)
    c.box((w * 0.40, 0, 5), (w * 0.075, h * 0.36, 8), "grey", round_=1, bevel=1, tilt=(-0.2, 0))
    c.box((w * 0.40, -h * 0.16, 6), (2.4, 3.4, 8), "screen_green", round_=0.5, bevel=0.4)
    for i, y in enumerate((0.04, 0.14, 0.24)):
        c.ball((w * 0.40, y * h, 13), 1.1, ("lamp_red", "lamp", "red")[i])
    for side in (-1, 1):
        c.limb((-w * 0.46, side * h * 0.47, 5), (w * 0.46, side * h * 0.47, 5), 1.2, 1.2, "yellow")


def forklift(c: Clay, w: float, h: float, _: int) -> None:
    """Counterweight, seat under a guard of bars, mast, two forks."""
    for x, y in ((-0.30, -0.40), (-0.30, 0.40), (0.16, -0.42), (0.16, 0.42)):
        c.box((x * w, y * h, 1), (5.2, 2.8, 5), "tire", round_=1.6, bevel=1.2)
    c.box((-w * 0.16, 0, 4), (w * 0.32, h * 0.40, 6), "coat", round_=3, bevel=1.8)
    c.egg((-w * 0.40, 0, 6), (w * 0.10, h * 0.40, 7), "gun", square=3)
    c.box((-w * 0.06, 0, 8), (5.0, 5.4, 3), "tank", round_=1.6, bevel=1.4)
    c.box((-w * 0.155, 0, 11), (1.6, 5.6, 3), "tank", round_=1.2, bevel=1)
    c.limb((w * 0.07, -2.4, 13), (w * 0.07, 2.4, 13), 0.9, 0.9, "gun")
    for side in (-1, 1):
        c.limb((-w * 0.24, side * h * 0.36, 20), (w * 0.14, side * h * 0.36, 20), 1.2, 1.2, "gun")
        c.box((w * 0.20, side * h * 0.24, 14), (2.0, 1.8, 8), "bumper", round_=0.4, bevel=0.6)
        c.limb((w * 0.22, side * h * 0.22, 3), (w * 0.49, side * h * 0.22, 1.4), 1.7, 1.2, "bumper")
    for x in (-0.24, -0.12, 0.0, 0.12):
        c.limb((x * w, -h * 0.36, 20), (x * w, h * 0.36, 20), 0.8, 0.8, "gun")
    c.box((w * 0.17, 0, 12), (1.4, h * 0.30, 8), "gun", round_=0.4, bevel=0.5)
    c.box((w * 0.20, 0, 18), (1.0, h * 0.26, 3), "steel", round_=0.4, bevel=0.4)
    c.ball((-w * 0.24, h * 0.22, 20), 1.6, "headlamp")
    u, v = c.local()
    c.paint((u < -w * 0.36) & ((v % 8) < 4) & c.has("gun"), "coat", "gun")
