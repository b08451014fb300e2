"""Furniture: shelves, desks, lockers, a fridge; the front is v > 0."""

import numpy as np

from tools.paint.cargo import carton
from tools.paint.clay import Clay


def shelf(c: Clay, w: float, h: float, variant: int) -> None:
    """A steel rack whose top shelf is full of cartons or of tins and rolls."""
    dice = np.random.default_rng(20 + variant)
    c.box((0, 0, 2), (w * 0.5, h * 0.5, 6), "steel", round_=0.6, bevel=0.8)
    c.box((0, 0, 2.4), (w * 0.5 - 1.6, h * 0.5 - 1.6, 6), "gun", round_=0.4, bevel=0.3)
    x = -w * 0.5 + 3
    while x < w * 0.5 - 6:
        wide = float(dice.uniform(5, 11)) if variant == 0 else float(dice.uniform(4, 7))
        wide = min(wide, w * 0.5 - 3 - x)
        deep = float(dice.uniform(0.30, 0.42)) * h
        at = (x + wide / 2, float(dice.uniform(-1, 1)), 4 + float(dice.uniform(0, 4)))
        if variant == 0:
            carton(
                c,
                at,
                (wide / 2 - 0.5, deep),
                float(dice.uniform(-0.05, 0.05)),
                ("card", "card", "crt")[dice.integers(3)],
            )
        else:
            _goods(c, at, wide / 2 - 0.5, deep, int(dice.integers(4)))
        x += wide + 0.6
    for sx in (-1, 1):
        for sy in (-1, 1):
            c.box((sx * (w * 0.5 - 1.3), sy * (h * 0.5 - 1.3), 8), (1.3, 1.3, 8), "steel", round_=0.3, bevel=0.4)


def _goods(c: Clay, at: tuple[float, float, float], r: float, deep: float, sort: int) -> None:
    x, y, z = at
    if sort == 0:
        for dy in (-deep * 0.55, deep * 0.55):
            c.disc((x, y + dy, z + 5), min(r, deep * 0.5), "sheet", bevel=0.8)
            c.disc((x, y + dy, z + 5.4), min(r, deep * 0.5) - 1.0, "denim", bevel=0.2)
    elif sort == 1:
        c.limb((x, y - deep * 0.8, z + 1), (x, y + deep * 0.8, z + 1), r * 0.8, r * 0.8, "grey")
    elif sort == 2:
        c.box((x, y, z), (r, deep, 5), "teal", round_=0.6, bevel=0.7)
    else:
        carton(c, at, (r, deep * 0.9))


def desk(c: Clay, w: float, h: float, variant: int) -> None:
    """A desk with a terminal, papers, a mug and a telephone; one sits at v > 0."""
    top = ("wood", "grey")[variant]
    c.box((0, 0, 2), (w * 0.5, h * 0.5, 6), top, round_=1.2, bevel=1)
    side = (-1, 1)[variant]
    x = side * w * 0.20
    c.box((x, -h * 0.18, 7), (7.0, 5.6, 5), "crt", round_=1.2)
    c.box((x, -h * 0.18 - 2.6, 8), (4.6, 3.0, 4.6), "crt", round_=1)
    c.box((x, -h * 0.18 + 5.0, 8), (5.8, 1.1, 3), "screen_green" if variant else "screen_cyan", round_=0.5)
    c.box((x, h * 0.28, 7.2), (6.6, 2.4, 1.6), "crt", round_=0.6, bevel=0.4)
    u, v = c.local()
    keys = (np.abs(v - h * 0.28) < 1.8) & (((u * 1.3).astype(int) % 2) == 0) & (np.abs(u - x) < 6)
    c.paint(keys & (c.height > 8), "grey", "crt")
    dice = np.random.default_rng(3 + variant)
    for _ in range(4):
        px, py = -side * float(dice.uniform(0.02, 0.40)) * w, float(dice.uniform(-0.30, 0.30)) * h
        c.box((px, py, 6.6), (2.6, 3.4, 1.7), "paper", yaw=float(dice.uniform(-0.6, 0.6)), round_=0.1, bevel=0.1)
    c.disc((x - side * 11, -h * 0.28, 11), 1.8, "cherry", bevel=0.6)
    c.disc((x - side * 11, -h * 0.28, 11.3), 1.0, "soil", bevel=0.2)
    c.box((-side * w * 0.39, -h * 0.26, 7), (3.0, 3.6, 2.4), "tank", round_=0.8, bevel=0.6)
    c.limb((-side * w * 0.39 - 3.4, -h * 0.26 - 2, 10), (-side * w * 0.39 - 3.4, -h * 0.26 + 2.6, 10), 1.0, 1.0, "gun")


def lockers(c: Clay, w: float, h: float, _: int) -> None:
    """A row of steel lockers, their doors at v > 0."""
    count = 5
    wide = w / count
    for i in range(count):
        x = -w * 0.5 + wide * (i + 0.5)
        c.box((x, -0.8, 8), (wide * 0.5 - 0.35, h * 0.5 - 0.8, 8), "teal", round_=0.5, bevel=0.9)
        c.box((x, h * 0.5 - 1.4, 7), (wide * 0.5 - 0.9, 1.3, 8), "green", round_=0.3, bevel=0.4)
        c.box((x + wide * 0.24, h * 0.5 - 0.3, 7), (0.8, 0.6, 8), "white", round_=0.2, bevel=0.2)
    u, v = c.local()
    vents = (np.abs((u + w * 0.5) % wide - wide * 0.5) < wide * 0.28) & (np.abs(v + 1.0) < 3.2) & ((v % 2.2) < 0.8)
    c.paint(vents & (c.height > 15), "line", "teal")
    carton(c, (-w * 0.24, -0.8, 11), (7, 4.6), 0.12)


def fridge(c: Clay, w: float, h: float, _: int) -> None:
    """A tall drinks fridge: a white box, its glass door alight at v > 0."""
    c.box((0, -1, 8), (w * 0.5, h * 0.5 - 1.0, 9), "white", round_=1.4, bevel=1.4)
    c.box((0, -h * 0.14, 9), (w * 0.36, h * 0.22, 8.6), "steel", round_=0.8, bevel=0.5)
    u, v = c.local()
    fins = (np.abs(u) < w * 0.33) & (np.abs(v + h * 0.14) < h * 0.19) & ((u % 3) < 1.2)
    c.paint(fins, "line", "steel")
    c.box((0, h * 0.5 - 1.6, 7), (w * 0.5 - 1, 1.9, 8), "screen_cyan", round_=0.5, bevel=0.6)
    c.box((w * 0.34, h * 0.5 - 0.4, 8), (0.8, 0.9, 8), "gun", round_=0.3, bevel=0.3)
    c.paint((v > h * 0.24) & (v < h * 0.33) & (np.abs(u) < w * 0.42), "denim", "white")
