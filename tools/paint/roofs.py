"""What stands on roofs: an air plant with two fans, a skylight over somebody's late work, a vent that breathes."""

import math

import numpy as np

from tools.paint.clay import Clay


def roof_plant(c: Clay, w: float, h: float, _: int) -> None:
    """A box of sheet metal with two fans behind their grilles, a duct at its end."""
    c.limb((w * 0.3, 0, 4), (w * 0.49, 0, 4), h * 0.20, h * 0.20, "grey")
    c.box((-w * 0.06, 0, 5), (w * 0.40, h * 0.46, 8), "grey", round_=2, bevel=1.6)
    for x in (-0.26, 0.12):
        c.disc((w * x, 0, 14), h * 0.36, "bumper", bevel=1.2)
        c.disc((w * x, 0, 14.6), h * 0.30, "line", bevel=0.4)
        for i in range(5):
            a = i * 2 * math.pi / 5 + x * 9
            c.limb((w * x, 0, 15), (w * x + math.cos(a) * h * 0.26, math.sin(a) * h * 0.26, 15), 2.4, 1.6, "gun")
        c.disc((w * x, 0, 16.4), 2.6, "steel", bevel=0.8)
    u, v = c.local()
    c.paint(((v + 100) % 4 < 1) & (u < -w * 0.43), "line", "grey")
    c.ball((w * 0.3, -h * 0.34, 14), 1.5, "lamp_red")


def roof_light(c: Clay, w: float, h: float, variant: int) -> None:
    """A skylight in its frame: some panes dark, some lit from below."""
    c.box((0, 0, 2), (w * 0.49, h * 0.48, 3), "gun", round_=1, bevel=1.2)
    lit = np.random.default_rng(81 + variant).random((2, 5)) < 0.3
    for row in range(2):
        for column in range(5):
            at = (w * 0.18 * (column - 2), h * 0.42 * (row - 0.5), 3.4)
            c.box(at, (w * 0.075, h * 0.17, 3), "heat_amber" if lit[row, column] else "glass", round_=0.6, bevel=0.6)
    c.limb((-w * 0.48, 0, 6), (w * 0.48, 0, 6), 1.4, 1.4, "steel")


def roof_vent(c: Clay, w: float, _: float, __: int) -> None:
    """A mushroom of sheet metal on its pipe."""
    c.box((0, 0, 1), (w * 0.46, w * 0.46, 2), "gun", round_=2, bevel=1)
    c.disc((0, 0, 8), w * 0.34, "grey", bevel=3.4)
    c.disc((0, 0, 10), w * 0.16, "bumper", bevel=1.6)
    u, v = c.local()
    c.paint((np.abs((np.arctan2(v, u) * 6 / math.pi + 24) % 1 - 0.5) < 0.06) & c.has("grey"), "line")
