"""Yard goods: crates, pallets, drums, a skip, posts, barriers; u runs along w and v along h, from the middle."""

import numpy as np

from tools.paint.clay import Clay, Place
from tools.paint.colour import Array


def crate(c: Clay, at: Place, half: tuple[float, float], role: str, braced: bool = True) -> None:
    """Lay one planked box with a frame, its top at z + 8."""
    x, y, z = at
    w, h = half
    c.box((x, y, z), (w, h, 8), role, round_=1, bevel=1)
    u, v = c.local()
    inside = (np.abs(u - x) < w - 3.5) & (np.abs(v - y) < h - 3.5)
    c.paint(inside & ((np.abs(v - y) % 5) < 0.6), "line", role)
    if braced:
        c.box(
            (x, y, z + 1.0),
            (float(np.hypot(w, h)) - 3, 1.7, 8),
            role,
            yaw=float(np.arctan2(h, w)),
            round_=0.5,
            bevel=0.7,
        )
    for side in (-1, 1):
        c.box((x + side * (w - 1.9), y, z + 1.5), (1.9, h, 8), role, round_=0.5, bevel=0.7)
        c.box((x, y + side * (h - 1.9), z + 1.5), (w, 1.9, 8), role, round_=0.5, bevel=0.7)
    beyond = (np.abs(u - x) > w + 0.3) | (np.abs(v - y) > h + 0.3)
    c.cut(beyond & (np.abs(u - x) < w + 4) & (np.abs(v - y) < h + 4) & (c.height > z + 7.5) & c.has(role))


def carton(c: Clay, at: Place, half: tuple[float, float], yaw: float = 0.0, role: str = "card") -> None:
    """Lay one cardboard box, taped along its length."""
    x, y, z = at
    c.box((x, y, z), (half[0], half[1], 6), role, yaw=yaw, round_=0.5, bevel=0.6)
    c.box((x, y, z + 0.25), (half[0] - 0.3, 1.1, 6), "crt", yaw=yaw, round_=0.2, bevel=0.1)


def crates(c: Clay, w: float, h: float, variant: int) -> None:
    """A stack: planked boxes, cartons, or a load under a tied sheet."""
    if variant == 0:
        crate(c, (-w * 0.17, 0, 6), (w * 0.33, h * 0.5), "wood")
        crate(c, (w * 0.335, -h * 0.16, 0), (w * 0.165, h * 0.33), "wood", braced=False)
        carton(c, (w * 0.335, h * 0.34, -2), (w * 0.15, h * 0.14))
    elif variant == 1:
        for x, y, z, half, yaw in _cartons(w, h):
            carton(c, (x, y, z), half, yaw)
    else:
        crate(c, (0, 0, 0), (w * 0.5, h * 0.5), "khaki", braced=False)
        _sheet(c, w * 0.46, h * 0.46)


def _cartons(w: float, h: float) -> list[tuple[float, float, float, tuple[float, float], float]]:
    return [
        (-w * 0.30, -h * 0.25, 0, (w * 0.20, h * 0.25), 0.0),
        (-w * 0.30, h * 0.26, 2, (w * 0.20, h * 0.23), 0.05),
        (w * 0.12, -h * 0.24, 4, (w * 0.21, h * 0.25), -0.03),
        (w * 0.13, h * 0.26, -1, (w * 0.21, h * 0.23), 0.0),
        (w * 0.41, 0, -3, (w * 0.085, h * 0.36), 0.0),
        (-w * 0.12, -h * 0.02, 12, (w * 0.22, h * 0.26), 0.22),
    ]


def _sheet(c: Clay, w: float, h: float) -> None:
    """A tarpaulin with soft folds and two ropes."""

    def folds(u: Array, v: Array) -> Array:
        return 1.3 * np.sin(u * 0.32 + v * 0.12) + 0.9 * np.sin(v * 0.5 - u * 0.08)

    corners = [(-w, -h + 3), (-w + 3, -h), (w - 2, -h), (w, -h + 2), (w, h - 3), (w - 3, h), (-w + 2, h), (-w, h - 2)]
    c.slab(corners, 12, "tarp", bevel=3.5, relief=folds)
    for x in (-w * 0.4, w * 0.42):
        c.limb((x, -h, 13.5), (x + 1.0, h, 13.5), 0.75, 0.75, "crt")


def dumpster(c: Clay, w: float, h: float, _: int) -> None:
    """A steel skip with two plastic lids, hinged at the back (v < 0)."""
    c.box((0, 0, 4), (w * 0.5, h * 0.5, 8), "green", round_=2, bevel=1.2)
    c.box((0, h * 0.03, 4.4), (w * 0.5 - 2.5, h * 0.5 - 3.4, 8), "line", round_=1, bevel=0.2)
    for side in (-1, 1):
        middle = side * (w * 0.25 - 0.6)
        c.box((middle, 0, 6.4), (w * 0.25 - 2.6, h * 0.5 - 2.0, 8), "tank", round_=1.6, bevel=1.2, tilt=(0, -0.06))
        for rib in (-1, 0, 1):
            c.box((middle + rib * w * 0.12, 0.6, 7.4), (1.3, h * 0.5 - 5, 8), "tank", round_=0.8, bevel=0.9)
        c.limb((middle - 6, h * 0.5 - 4.2, 14.4), (middle + 6, h * 0.5 - 4.2, 14.4), 0.8, 0.8, "gun")
        c.box((side * (w * 0.5 - 1.2), 0, 5), (1.5, h * 0.3, 9), "gun", round_=0.6, bevel=0.6)
    c.limb((-w * 0.46, -h * 0.5 + 2.2, 14), (w * 0.46, -h * 0.5 + 2.2, 14), 1.3, 1.3, "gun")


def pallet(c: Clay, w: float, h: float, variant: int) -> None:
    """A wooden pallet, bare or with wrapped sacks."""
    for side in (-1, 0, 1):
        c.box((side * (w * 0.5 - 2.6), 0, 0), (2.4, h * 0.5, 3), "wood", round_=0.4, bevel=0.5)
    for y in np.linspace(-h * 0.5 + 2.4, h * 0.5 - 2.4, 6):
        c.box((0, float(y), 2), (w * 0.5, 2.1, 3), "wood", round_=0.4, bevel=0.6)
    if not variant:
        c.box((w * 0.1, h * 0.12, 4), (5.2, 3.6, 1.6), "paper", yaw=0.4, round_=0.2, bevel=0.1)
        return
    for i, (x, y) in enumerate(((-0.23, -0.24), (0.23, -0.24), (-0.23, 0.24), (0.23, 0.24), (0.0, 0.0))):
        role = ("sheet", "crt", "crt", "sheet", "crt")[i]
        lift = 6.0 if i < 4 else 11.0
        c.egg((x * w, y * h, lift), (w * 0.235, h * 0.24, 4.5), role, square=3.4)
    for x in (-0.23, 0.23):
        c.limb((x * w, -h * 0.46, 10.5), (x * w, h * 0.46, 10.5), 0.55, 0.55, "line")


def drum(c: Clay, w: float, _: float, variant: int) -> None:
    """An oil drum: rusty, blue or grey, with a dished lid and two bungs."""
    role = ("brown", "denim", "grey")[variant]
    r = w * 0.48
    c.disc((0, 0, 14), r, role, bevel=1.6)
    c.disc((0, 0, 14.8), r - 0.6, role, bevel=0.9)
    lid = np.hypot(*c.local()) < r - 2.2
    c.height[lid] -= 1.9
    c.limb((-r * 0.5, r * 0.2, 12.8), (r * 0.5, -r * 0.2, 12.8), 0.75, 0.75, role)
    c.ball((r * 0.40, r * 0.32, 13.6), 1.5, "gun")
    c.ball((-r * 0.42, -r * 0.34, 13.2), 1.0, "gun")
    if variant == 1:
        u, v = c.local()
        c.paint(lid & (np.abs(v + 0.35 * r) < 1.4) & (np.abs(u) < r * 0.55), "white", role)


def bollard(c: Clay, w: float, _: float, __: int) -> None:
    """A concrete-filled steel post."""
    r = w * 0.5
    c.disc((0, 0, 4), r, "concrete", bevel=1.5)
    c.disc((0, 0, 16), r * 0.74, "yellow", bevel=1.6)
    c.disc((0, 0, 17), r * 0.50, "steel", bevel=1.6)


def barrier(c: Clay, w: float, h: float, _: int) -> None:
    """A concrete barrier with sloping flanks and striped ends."""
    c.box((0, 0, 0), (w * 0.5, h * 0.5, 5), "concrete", round_=1, bevel=1)
    c.box((0, 0, 4), (w * 0.5 - 0.4, h * 0.33, 5), "concrete", round_=0.8, bevel=1.6)
    c.box((0, 0, 7), (w * 0.5 - 0.8, h * 0.17, 5), "concrete", round_=0.6, bevel=0.8)
    u, v = c.local()
    c.paint((np.abs(u) > w * 0.5 - 9) & ((u + v) % 6 < 3) & (np.abs(v) < h * 0.36), "yellow", "concrete")
    for x in (-w * 0.22, w * 0.22):
        c.box((x, 0, 8.5), (2.6, 0.8, 4), "gun", round_=0.4, bevel=0.4)
