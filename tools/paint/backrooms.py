"""Behind the walls of the mall: staff room, watch room, workshop, wash room, boilers; the front is v > 0."""

import math

import numpy as np

from tools.paint.clay import Clay


def sofa(c: Clay, w: float, h: float, _: int) -> None:
    """A worn sofa of three cushions, a magazine left on it."""
    c.box((0, 0, 2), (w / 2, h / 2, 6), "green", round_=4, bevel=2)
    c.box((0, -h * 0.33, 7), (w / 2, h * 0.15, 6), "green", round_=3, bevel=2.4)
    for side in (-1, 1):
        c.box((side * (w / 2 - 3.6), 0, 6), (3.6, h / 2, 5), "green", round_=3, bevel=2.4)
    wide = (w - 15) / 3
    for i in range(3):
        c.box(((i - 1) * wide, h * 0.1, 4.8), (wide / 2 - 0.4, h * 0.34, 6), "green", round_=2.6, bevel=2)
    c.box((wide, h * 0.12, 5.4), (4.2, 3.2, 6), "paper", yaw=0.5, round_=0.3, bevel=0.3)
    c.box((wide + 0.8, h * 0.12, 5.6), (1.6, 2.2, 6), "pink", yaw=0.5, round_=0.2, bevel=0.1)


def console(c: Clay, w: float, h: float, _: int) -> None:
    """A desk of switches before a row of picture tubes."""
    c.box((0, 0, 3), (w / 2, h / 2, 6), "steel", round_=1.6, bevel=1.2)
    for i in range(4):
        x = (i - 1.5) * w * 0.235
        c.box((x, -h * 0.24, 8), (w * 0.105, h * 0.20, 7), "tank", round_=1, bevel=1)
        tube = ("tube_green", "tube_cyan", "tube_green", "tube_green")[i]
        c.box((x, -h * 0.13, 8.6), (w * 0.09, h * 0.13, 7), tube, round_=1.2, bevel=0.5, tilt=(0, -0.5))
    u, v = c.local()
    rooms = (np.abs(v + h * 0.13) < h * 0.10) & ((((u + v * 0.6 + 60) % 6) < 1.3) | (np.abs(v + h * 0.16) < 0.6))
    c.paint(rooms, "sign_green", "tube_green")
    c.paint(rooms, "sign_cyan", "tube_cyan")
    c.box((0, h * 0.27, 4.4), (w * 0.46, h * 0.15, 6), "gun", round_=0.8, bevel=0.5)
    dice = np.random.default_rng(5)
    for x in np.arange(-w * 0.42, w * 0.42, 3.4):
        stuff = ("cherry", "lemon", "lamp", "sky", "lamp_red", "crt")[int(dice.integers(6))]
        c.ball((float(x), h * 0.21 + float(dice.integers(0, 2)) * 3.0, 10.4), 0.95, stuff)
    c.disc((w * 0.38, h * 0.42, 10), 1.9, "cherry", bevel=0.4)
    c.disc((w * 0.38, h * 0.42, 10.2), 1.1, "soil", bevel=0.2)


def toolbench(c: Clay, w: float, h: float, _: int) -> None:
    """A bench with a vice, tools, a lamp and an opened motor."""
    c.box((0, 0, 2), (w / 2, h / 2, 6), "wood", round_=0.8, bevel=1)
    c.box((0, -h * 0.44, 5), (w / 2, h * 0.06, 6), "brown", round_=0.6, bevel=0.6)
    c.box((-w * 0.38, h * 0.26, 6), (4.6, 3.4, 5), "denim", round_=0.8, bevel=0.8)
    c.box((-w * 0.38, h * 0.46, 6), (4.6, 1.8, 5), "denim", round_=0.6, bevel=0.6)
    c.limb((-w * 0.38 - 4, h * 0.54, 10), (-w * 0.38 + 4, h * 0.54, 10), 0.7, 0.7, "bumper")
    c.disc((-w * 0.06, -h * 0.08, 13), 5.2, "gun", bevel=1.4)
    c.disc((-w * 0.06, -h * 0.08, 14), 3.2, "bronze", bevel=0.8)
    c.limb((-w * 0.06, -h * 0.08, 14), (w * 0.06, -h * 0.04, 12), 1.0, 1.0, "bumper")
    for x, long, stuff in ((0.16, 6.0, "bumper"), (0.22, 5.0, "cherry"), (0.27, 6.6, "bumper"), (0.32, 4.4, "lemon")):
        c.limb((x * w, h * 0.12 - long, 8.6), (x * w + 1.0, h * 0.12, 8.6), 0.85, 0.75, "bumper")
        c.limb((x * w + 1.0, h * 0.12, 8.8), (x * w + 1.6, h * 0.12 + long * 0.7, 8.8), 1.2, 1.3, stuff)
    c.box((w * 0.42, -h * 0.14, 6), (4.2, 5.4, 5), "cherry", round_=0.8, bevel=0.9)
    c.limb((w * 0.42, -h * 0.3, 12), (w * 0.42, h * 0.02, 12), 0.8, 0.8, "bumper")
    c.box((w * 0.04, h * 0.3, 6.4), (4.4, 3.0, 1.8), "paper", yaw=-0.3, round_=0.2, bevel=0.2)


def stall(c: Clay, w: float, h: float, _: int) -> None:
    """A closet of the wash room, open above: partitions, bowl, cistern, a roll of paper."""
    floor = [(-w / 2 + 1, -h / 2 + 1), (w / 2 - 1, -h / 2 + 1), (w / 2 - 1, h / 2 - 1), (-w / 2 + 1, h / 2 - 1)]
    c.slab(floor, 1.0, "concrete", bevel=0.2)
    c.box((0, -h * 0.34, 5), (w * 0.22, h * 0.09, 6), "sheet", round_=1.2, bevel=1.2)
    c.egg((0, -h * 0.10, 3), (6.2, 8.0, 5), "white", square=2.3)
    c.egg((0, -h * 0.09, 5), (4.4, 5.6, 4), "sheet")
    c.egg((0, -h * 0.09, 8.4), (3.0, 4.0, 0.9), "water")
    c.ball((w * 0.34, -h * 0.05, 7), 1.9, "paper")
    for side in (-1, 1):
        c.box((side * (w / 2 - 1.3), 0, 10), (1.3, h / 2, 8), "teal", round_=0.4, bevel=0.6)
    c.box((0, -h / 2 + 1.2, 10), (w / 2, 1.2, 8), "teal", round_=0.4, bevel=0.6)
    for side in (-1, 1):
        c.box((side * w * 0.40, h / 2 - 1.3, 10), (w * 0.1, 1.3, 8), "teal", round_=0.4, bevel=0.6)
    c.box((-w * 0.28, h * 0.36, 10), (1.0, h * 0.15, 8), "green", round_=0.3, bevel=0.5)


def compactor(c: Clay, w: float, h: float, _: int) -> None:
    """A great press for rubbish: a hopper with striped lips, a ram in its cylinder, a box of buttons."""
    c.box((0, 0, 6), (w / 2, h / 2, 10), "green", round_=2, bevel=1.6)
    for x in np.arange(-w * 0.44, w * 0.46, 9.0):
        c.box((float(x), 0, 6.8), (1.2, h / 2, 10), "green", round_=0.4, bevel=0.8)
    mouth = -w * 0.2
    c.box((mouth, 0, 8.4), (w * 0.24, h * 0.40, 10), "yellow", round_=1.4, bevel=1)
    u, v = c.local()
    c.paint(((u + v) % 9) < 4.5, "line", "yellow")
    c.box((mouth, 0, 8.8), (w * 0.24 - 4, h * 0.40 - 4, 10), "line", round_=1, bevel=0.2)
    inside = (np.abs(u - mouth) < w * 0.24 - 4.4) & (np.abs(v) < h * 0.40 - 4.4)
    c.height[inside] = 6.0
    dice = np.random.default_rng(12)
    for _ in range(26):
        x = mouth + float(dice.uniform(-1, 1)) * (w * 0.24 - 8)
        y = float(dice.uniform(-1, 1)) * (h * 0.40 - 8)
        stuff = ("card", "tank", "tarp", "card", "paper", "card")[int(dice.integers(6))]
        c.box(
            (x, y, 2 + float(dice.uniform(0, 3))),
            (3.8, 3.2, 5),
            stuff,
            yaw=float(dice.uniform(0, 3)),
            round_=0.8,
            bevel=1,
        )
    c.limb((w * 0.07, 0, 18), (w * 0.44, 0, 18), 6.0, 6.0, "grey")
    c.limb((w * 0.04, 0, 18), (w * 0.1, 0, 18), 3.2, 3.2, "bumper")
    for x in (0.16, 0.40):
        c.limb((w * x - 1, 0, 18.4), (w * x + 1, 0, 18.4), 7.0, 7.0, "gun")
    for side in (-1, 1):
        c.limb((w * 0.1, side * h * 0.3, 16), (w * 0.46, side * h * 0.3, 16), 1.6, 1.6, "brown")
    c.box((w * 0.34, h * 0.44, 10), (7, 2.6, 9), "grey", round_=1, bevel=0.8)
    c.ball((w * 0.34 - 3.6, h * 0.44, 18.6), 1.7, "red")
    c.ball((w * 0.34, h * 0.44, 18.6), 1.3, "screen_green")
    c.ball((w * 0.34 + 3.2, h * 0.44, 18.6), 1.3, "lemon")


def boiler(c: Clay, w: float, h: float, variant: int) -> None:
    """A boiler on its side, lagged and strapped, its fire at u > 0."""
    c.box((0, 0, 0), (w / 2, h * 0.42, 4), "concrete", round_=1, bevel=1)
    c.limb((-w * 0.24, 0, 4), (w * 0.30, 0, 4), h * 0.44, h * 0.44, "green")
    u, v = c.local()
    for x in (-0.36, -0.12, 0.12, 0.33):
        strap = (np.abs(u - x * w) < 1.3) & c.has("green")
        c.height[strap] += 0.9
        c.paint(strap, "bumper", "green")
    c.paint((np.abs(u - w * 0.0) < 0.45) & (np.abs(v) < h * 0.4), "line", "green")
    c.box((w * 0.42, 0, 6), (w * 0.07, h * 0.34, 9), "gun", round_=2, bevel=1.2)
    c.box((w * 0.46, 0, 7), (2.0, h * 0.14, 8), "molten", round_=0.6, bevel=0.4)
    for i in range(4):
        c.box((w * 0.465, (i - 1.5) * h * 0.08, 8), (2.0, 0.7, 8), "line", round_=0.2, bevel=0.1)
    c.limb((-w * 0.2, -h * 0.08, 28), (-w * 0.2, -h * 0.48, 20), 3.4, 3.4, "brown")
    c.disc((-w * 0.2, -h * 0.08, 32), 4.6, "brown", bevel=1.2)
    c.limb((w * 0.06, 0, 29), (w * 0.06, h * 0.46, 18), 2.0, 2.0, "bronze")
    c.disc((w * 0.2, -h * 0.1, 31), 3.4, "bumper", bevel=0.6)
    c.disc((w * 0.2, -h * 0.1, 31.4), 2.5, "paper", bevel=0.2)
    angle = 0.8 + variant
    x, y = w * 0.2, -h * 0.1
    c.limb((x, y, 31.6), (x + 2 * math.cos(angle), y + 2 * math.sin(angle), 31.6), 0.5, 0.4, "cherry")


def tank(c: Clay, w: float, _: float, __: int) -> None:
    """An upright tank: domed lid, ladder, a wheel valve, a stencilled band."""
    r = w * 0.47
    c.disc((0, 0, 10), r, "grey", bevel=1.4)
    c.egg((0, 0, 10), (r - 1.4, r - 1.4, 8), "grey")
    u, v = c.local()
    far, angle = np.hypot(u, v), np.arctan2(v, u)
    c.paint(
        (np.abs(far - r * 0.70) < 0.45) | ((np.abs((angle * 4 / math.pi) % 1 - 0.5) < 0.03) & (far > 8)), "line", "grey"
    )
    c.paint((far > r * 0.76) & (far < r * 0.9), "yellow", "grey")
    for i in range(16):
        turn = i * math.pi / 8
        c.ball((r * 0.95 * math.cos(turn), r * 0.95 * math.sin(turn), 10), 0.9, "bumper")
    c.disc((0, 0, 20), 5.2, "gun", bevel=1)
    c.limb((-4, 0, 22), (4, 0, 22), 0.8, 0.8, "cherry")
    c.limb((0, -4, 22), (0, 4, 22), 0.8, 0.8, "cherry")
    for side in (-1, 1):
        c.limb((side * 3.0, r * 0.5, 16), (side * 3.0, r + 1.0, 12), 0.8, 0.8, "bumper")
    for k in range(3):
        y = r * (0.6 + 0.16 * k)
        c.limb((-3.0, y, 16 - k), (3.0, y, 16 - k), 0.6, 0.6, "bumper")
