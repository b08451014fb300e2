"""What turns and strikes in a mill: presses, gear wheels in their pits, motors, valves; and a tanker, a shower, a chain."""

import math

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array
from tools.paint.noise import clouds

TEETH = 12  # of a gear wheel
HEAD = (5.0, 3.0)  # metres of the largest press head
GEAR_STEPS = 6  # pictures from one tooth to the next


def rime(c: Clay, least: Array | float) -> Array:
    """Where rime lies: ragged patches of ice; the lower `least` (0..1), the more of it."""
    h, w = c.height.shape
    cloud = clouds(61, 1.1, low=3, high=20, size=256)
    grown: Array = np.tile(cloud, (h // 256 + 1, w // 256 + 1))[:h, :w] > least
    return grown


def press(c: Clay, w: float, h: float, _: int) -> None:
    """A press's frame: two columns, a bed, hydraulic cylinders, a striped lip toward v > 0."""
    c.box((0, 0, 2), (w * 0.5, h * 0.5, 6), "gun", round_=2, bevel=1.6)
    c.box((0, -h * 0.08, 8), (w * 0.46, h * 0.36, 9), "green", round_=3, bevel=2.4)
    for side in (-1, 1):
        c.disc((side * w * 0.30, -h * 0.12, 26), h * 0.20, "bumper", bevel=2.2)
        c.disc((side * w * 0.30, -h * 0.12, 27), h * 0.13, "gun", bevel=1.2)
        c.disc((side * w * 0.30, -h * 0.12, 28), h * 0.07, "steel", bevel=1.0)
        c.limb((side * w * 0.44, -h * 0.40, 14), (side * w * 0.44, h * 0.30, 14), 2.2, 2.2, "brown")
    c.disc((0, -h * 0.10, 24), h * 0.15, "steel", bevel=1.6)
    c.disc((0, -h * 0.10, 25), h * 0.08, "cherry", bevel=1.2)
    c.limb((-w * 0.22, -h * 0.12, 23), (w * 0.22, -h * 0.12, 23), 2.0, 2.0, "brown")
    c.box((0, h * 0.42, 5), (w * 0.48, h * 0.07, 6), "yellow", round_=0.8, bevel=0.9)
    u, v = c.local()
    c.paint(((u + v + 1000) % 14) < 7, "line", "yellow")
    c.box((w * 0.38, h * 0.22, 10), (5.0, 4.2, 8), "grey", round_=0.8, bevel=0.8)
    c.ball((w * 0.38 - 2, h * 0.22, 18.6), 1.4, "lamp_red")
    c.ball((w * 0.38 + 2, h * 0.22, 18.6), 1.2, "screen_green")


def press_head(c: Clay, w: float, h: float) -> None:
    """The ram that comes down: a ribbed block, striped at its edges, hot below."""
    c.box((0, 0, 6), (w * 0.5, h * 0.5, 10), "yellow", round_=1.6, bevel=1.6)
    u, v = c.local()
    c.paint(((u + v + 1000) % 18) < 9, "line", "yellow")
    c.box((0, 0, 8), (w * 0.5 - 5, h * 0.5 - 5, 10), "gun", round_=1.6, bevel=1.4)
    for x in np.arange(-w * 0.5 + 14, w * 0.5 - 8, 16.0):
        c.box((float(x), 0, 10), (2.2, h * 0.5 - 7, 10), "steel", round_=0.8, bevel=1.0)
    for side in (-1, 1):
        for y in (-1, 1):
            at = side * (w * 0.5 - 27), y * (h * 0.5 - 20)
            c.disc((*at, 24), 9.0, "bumper", bevel=2)
            c.disc((*at, 25), 5.8, "gun", bevel=1.2)
            c.disc((*at, 26), 2.8, "steel", bevel=0.8)
    for x in (-1, 1):
        for y in (-1, 1):
            c.ball((x * (w * 0.5 - 8.6), y * (h * 0.5 - 8.6), 18), 1.8, "bumper")


def gear(c: Clay, w: float, _: float, step: int) -> None:
    """A gear wheel in its pit, turned by a share of a tooth; grease shines on it."""
    r = w * 0.5
    c.disc((0, 0, 1), r, "line", bevel=0.4)
    c.disc((0, 0, 3), r - 1.0, "gun", bevel=0.8)
    c.disc((0, 0, 3.4), r - 3.0, "line", bevel=0.2)
    turn = step / GEAR_STEPS * 2 * math.pi / TEETH
    inner = r * 0.80
    for i in range(TEETH):
        a = turn + i * 2 * math.pi / TEETH
        at = (inner * 1.03 * math.cos(a), inner * 1.03 * math.sin(a), 8)
        c.box(at, (r * 0.13, r * 0.105, 6), "bronze", yaw=a, round_=0.8, bevel=1.6)
    c.disc((0, 0, 14), inner, "bronze", bevel=2.0)
    c.disc((0, 0, 14.6), inner * 0.86, "gun", bevel=1.0)
    u, v = c.local()
    far, angle = np.hypot(u, v), np.arctan2(v, u) - turn
    spoke = np.abs((angle / (2 * math.pi) * 6 + 100) % 1 - 0.5)
    window = (far < inner * 0.78) & (far > inner * 0.36) & (spoke > 0.17)
    c.height[window] = 4.0
    c.paint(window, "line")
    c.disc((0, 0, 17), inner * 0.32, "bronze", bevel=2.0)
    c.disc((0, 0, 19), inner * 0.17, "bumper", bevel=1.4)
    for i in range(6):
        a = turn + i * math.pi / 3
        c.ball((inner * 0.25 * math.cos(a), inner * 0.25 * math.sin(a), 16.6), 1.2, "gun")
    a = turn + 0.26
    c.ball((inner * 0.92 * math.cos(a), inner * 0.92 * math.sin(a), 13), 1.6, "yellow")


def motor(c: Clay, w: float, h: float, _: int) -> None:
    """A great motor: ribbed drum, fan cowl, terminal box, a shaft to u > 0."""
    c.box((0, 0, 0), (w * 0.48, h * 0.46, 4), "gun", round_=1.4, bevel=1)
    c.limb((-w * 0.16, 0, 8), (w * 0.18, 0, 8), h * 0.36, h * 0.36, "denim")
    for x in np.arange(-w * 0.30, w * 0.24, 4.6):
        u, _v = c.local()
        c.height[(np.abs(u - float(x)) < 0.9) & c.has("denim")] += 1.4
    c.box((-w * 0.42, 0, 12), (w * 0.07, h * 0.38, 10), "gun", round_=4, bevel=3)
    c.box((-w * 0.42, 0, 13), (w * 0.03, h * 0.30, 10), "line", round_=2, bevel=0.4)
    c.limb((w * 0.26, 0, 9), (w * 0.50, 0, 9), h * 0.11, h * 0.11, "bumper")
    c.limb((w * 0.26, 0, 9), (w * 0.30, 0, 9), h * 0.30, h * 0.24, "gun")
    c.box((-w * 0.06, -h * 0.10, 20), (w * 0.12, h * 0.13, 10), "grey", round_=1, bevel=1)
    c.ball((-w * 0.06, -h * 0.10, 31), 1.3, "lamp_red")
    c.limb((-w * 0.06, -h * 0.22, 22), (-w * 0.06, -h * 0.5, 6), 1.6, 1.6, "tire")


def valve(c: Clay, w: float, h: float, _: int) -> None:
    """A stand of pipe with a red wheel."""
    c.disc((0, 0, 6), w * 0.34, "rust", bevel=1.2)
    for i in range(16):
        a = 2 * math.pi * i / 16
        c.ball((w * 0.42 * math.cos(a), h * 0.42 * math.sin(a), 12), 1.5, "cherry")
    for i in range(3):
        a = 2 * math.pi * i / 3 + 0.3
        c.limb((0, 0, 12), (w * 0.4 * math.cos(a), h * 0.4 * math.sin(a), 12), 1.0, 1.0, "cherry")
    c.ball((0, 0, 13), 2.2, "gold")


def shower(c: Clay, w: float, h: float, _: int) -> None:
    """A shower cell: white tiles, a drain, a chrome rose."""
    c.slab([(-w / 2, -h / 2), (w / 2, -h / 2), (w / 2, h / 2), (-w / 2, h / 2)], 1.0, "sheet", bevel=0.3)
    u, v = c.local()
    c.paint((((u + 200) % 6) < 0.9) | (((v + 200) % 6) < 0.9), "grey", "sheet")
    c.disc((0, h * 0.1, 1.4), 3.0, "gun", bevel=0.4)
    c.disc((0, h * 0.1, 1.6), 1.6, "line", bevel=0.1)
    c.limb((0, -h * 0.46, 14), (0, -h * 0.20, 16), 1.2, 1.2, "bumper")
    c.disc((0, -h * 0.16, 17), 4.2, "bumper", bevel=1.4)
    for side in (-1, 1):
        c.box((side * (w / 2 - 1.2), 0, 8), (1.2, h / 2, 6), "sky", round_=0.3, bevel=0.5)
    c.box((0, -h / 2 + 1.2, 8), (w / 2, 1.2, 6), "sky", round_=0.3, bevel=0.5)


def tanker(c: Clay, w: float, h: float, _: int) -> None:
    """A lorry with a tank of something cold: its shell bright, its valves rimed, the cab white, at u > 0."""
    for x in (-0.46, -0.36, 0.08, 0.20, 0.44):
        for side in (-1, 1):
            c.box((x * w, side * h * 0.42, 2), (12, 5.0, 6), "tire", round_=2, bevel=1.6)
    c.box((-w * 0.08, 0, 3), (w * 0.42, h * 0.30, 5), "gun", round_=1, bevel=1)
    long, r = w * 0.355, h * 0.44
    c.limb((-w * 0.12 - long + r, 0, 8), (-w * 0.12 + long - r, 0, 8), r, r, "bumper")
    u, v = c.local()
    for k in range(5):
        x = -w * 0.12 + (k - 2) * long * 0.42
        strap = (np.abs(u - x) < 1.5) & c.has("bumper")
        c.height[strap] += 1.2
        c.paint(strap, "gun", "bumper")
    c.paint((np.abs(v - r * 0.62) < 2.0) & c.has("bumper"), "sky", "bumper")
    c.paint((np.abs(v + r * 0.62) < 2.0) & c.has("bumper"), "sky", "bumper")
    c.box((-w * 0.12, 0, 42), (long * 0.80, 3.4, 8), "grey", round_=1, bevel=0.8)
    for k in range(3):
        x = -w * 0.12 + (k - 1) * long * 0.55
        c.disc((x, 0, 53), 7.4, "bumper", bevel=1.6)
        c.disc((x, 0, 54), 4.4, "white", bevel=1.2)
    c.paint(rime(c, 0.42 + (u / w + 0.5) * 0.9), "foam", "bumper", "gun", "grey")
    c.box((w * 0.40, 0, 8), (w * 0.10, h * 0.45, 12), "cotton", round_=4, bevel=3)
    c.box((w * 0.455, 0, 10), (w * 0.022, h * 0.38, 12), "glass", round_=1.4, bevel=1.2, tilt=(-0.4, 0))
    c.box((w * 0.37, 0, 14), (w * 0.05, h * 0.34, 10), "cotton", round_=2, bevel=1.8)
    for side in (-1, 1):
        c.ball((w * 0.495, side * h * 0.34, 8), 3.2, "headlamp")
        c.disc((w * 0.285, side * h * 0.36, 34), 3.4, "bumper", bevel=1)
        c.limb((w * 0.43, side * h * 0.46, 20), (w * 0.43, side * h * 0.54, 20), 1.8, 1.8, "gun")
