"""A steel mill: rails, a ladle, hot ingots and moulds, pipes, a vat's rim, a valve, a crane's buttons; u along w, v along h."""

import math

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array
from tools.paint.noise import clouds

HEAT = ("heat_dull", "heat_red", "heat_orange", "heat_amber", "heat_yellow", "heat_white")  # cold to hot
BRICK, POSTS = 11.0, 64.0  # units along a brick, and between two posts of a rail
SKIRT = 6.0  # units of plate round the foot of a vat, over the corners of its pit


def heat(c: Clay, where: Array, depth: Array, seed: int) -> None:
    """Paint steel that glows: white hot where depth is 1, red at 0, with flecks of scale."""
    h, w = depth.shape
    size = 256
    cloud = np.tile(clouds(seed, 1.2, low=3, high=16, size=size), (h // size + 1, w // size + 1))[:h, :w]
    value = 0.22 + 0.62 * np.clip(depth, 0, 1) ** 0.7 + 0.36 * (cloud - 0.5)
    value = np.where(cloud > 0.9, value - 0.4, value)
    band = np.clip((value * len(HEAT)).astype(int), 0, len(HEAT) - 1)
    for i, role in enumerate(HEAT):
        c.paint(where & (band == i), role)


def rail(c: Clay, w: float, _: float, __: int) -> None:
    """Two yellow tubes on posts, a kick board below: it holds against anything but a blast."""
    c.box((0, 0, 0), (w * 0.5, 2.4, 2), "gun", round_=0.4, bevel=0.5)
    for x in np.arange(-w * 0.5, w * 0.5 + 1, POSTS / 2):
        at = float(np.clip(x, -w * 0.5 + 2.4, w * 0.5 - 2.4))
        c.disc((at, 0, 9), 3.1, "yellow", bevel=1.1)
        c.disc((at, 0, 9.6), 1.4, "gun", bevel=0.5)
    c.limb((-w * 0.5, 0, 7.5), (w * 0.5, 0, 7.5), 1.7, 1.7, "yellow")
    u, _v = c.local()
    c.paint(((u + 1000) % 16) < 4.6, "line", "yellow")


def rail_torn(c: Clay) -> None:
    """What a blast leaves of a length of rail: stumps, and tubes bent outward."""
    for side in (-1, 1):
        c.box((side * 22, 0, 0), (9.5, 2.4, 2), "gun", round_=0.4, bevel=0.5)
        c.disc((side * 29.4, 0, 9), 3.1, "yellow", bevel=1.1)
        c.limb((side * 29, 0, 7.5), (side * 19, 2.0, 7), 1.7, 1.7, "yellow")
        c.limb((side * 19, 2.0, 7), (side * 11, 8.5, 5), 1.7, 1.4, "yellow")
        c.limb((side * 11, 8.5, 5), (side * 9.4, 10.6, 4.4), 1.3, 0.9, "heat_orange")
    c.limb((-3, 5, 2), (5, 10, 2.6), 1.5, 1.5, "yellow")
    u, v = c.local()
    c.paint((((u + v + 1000) % 16) < 4.6) & (c.height > 3), "line", "yellow")


def vat(c: Clay, w: float, _: float, __: int) -> None:
    """The bricked rim of a vat, bolted in steel; what stands in it here is still: the view sets it flowing."""
    hole = w * 0.5 - 13.0
    outer = w * 0.5
    c.disc((0, 0, 3), outer + SKIRT, "gun", bevel=1.6)
    c.disc((0, 0, 9), outer, "gun", bevel=2.4)
    c.disc((0, 0, 10.4), outer - 3.4, "rust", bevel=0.8)
    ring = outer - 8.0
    count = int(2 * math.pi * ring / BRICK)
    for i in range(count):
        a = 2 * math.pi * i / count
        c.box((ring * math.cos(a), ring * math.sin(a), 3), (4.0, BRICK * 0.5 - 0.7, 9), "rust", yaw=a, bevel=1.2)
    for i in range(48):
        a = 2 * math.pi * i / 48 + 0.05
        c.ball((math.cos(a) * (outer - 1.8), math.sin(a) * (outer - 1.8), 8.6), 1.5, "steel")
    full = np.hypot(*c.local()) < hole
    c.height[full] = 5.0
    c.paint(full, "heat_orange")


def ladle(c: Clay, w: float, _: float, __: int) -> None:
    """A ladle on its trunnions, half full; a crane's hook spans it."""
    r = w * 0.44
    for side in (-1, 1):
        c.limb((side * r * 0.9, 0, 12), (side * w * 0.5, 0, 12), 4.2, 4.2, "gun")
        c.disc((side * w * 0.48, 0, 15), 4.6, "steel", bevel=1.2)
    c.disc((0, 0, 15), r, "gun", bevel=2.6)
    c.disc((0, 0, 16), r - 3.2, "rust", bevel=1.0)
    hole = np.hypot(*c.local()) < r - 8.5
    c.height[hole] = 4.0
    far = np.hypot(*c.local())
    heat(c, hole, np.clip((r - 8.5 - far) / 14.0, 0, 1), 71)
    for i in range(14):
        a = 2 * math.pi * i / 14
        c.ball((math.cos(a) * (r - 1.8), math.sin(a) * (r - 1.8), 14.6), 1.3, "steel")
    c.box((0, 0, 20), (w * 0.46, 4.0, 4), "yellow", round_=0.8, bevel=1.0)
    u, v = c.local()
    c.paint(((u + v + 1000) % 12) < 5, "line", "yellow")
    c.disc((0, 0, 27), 5.4, "gun", bevel=1.6)
    c.disc((0, 0, 28), 2.6, "steel", bevel=1.0)


def ingot(c: Clay, w: float, h: float, variant: int) -> None:
    """A block of steel fresh from its mould, on two bearers."""
    for x in (-w * 0.3, w * 0.3):
        c.box((x, 0, 0), (3.0, h * 0.5, 2), "gun", round_=0.5, bevel=0.6)
    c.box((0, 0, 2), (w * 0.5 - 1, h * 0.5 - 2.2, 6), "molten", round_=1.6, bevel=2.4)
    u, v = c.local()
    edge = np.minimum(w * 0.5 - 1 - np.abs(u), h * 0.5 - 2.2 - np.abs(v))
    heat(c, (edge > 0.8) & (c.height > 3), edge / (h * 0.4), 72 + variant)


def mould(c: Clay, w: float, h: float, variant: int) -> None:
    """An iron mould full to the brim."""
    c.box((0, 0, 4), (w * 0.5, h * 0.5, 6), "gun", round_=3, bevel=1.6)
    for x in (-1, 1):
        for y in (-1, 1):
            c.ball((x * (w * 0.5 - 3), y * (h * 0.5 - 3), 9.6), 1.3, "steel")
    u, v = c.local()
    edge = np.minimum(w * 0.5 - 5.4 - np.abs(u), h * 0.5 - 5.4 - np.abs(v))
    c.height[edge > 0] = 5.0
    heat(c, edge > 0, edge / (w * 0.34), 75 + variant)


def pipes(c: Clay, w: float, h: float, _: int) -> None:
    """Two rusty mains and a cold one, clamped together."""
    for i, role in enumerate(("rust", "steel", "rust")):
        y = (i - 1) * h * 0.31
        c.limb((-w * 0.5, y, 8), (w * 0.5, y, 8), h * 0.155, h * 0.155, role)
        for x in np.arange(-w * 0.5 + 12 + 9 * i, w * 0.5, 40):
            c.limb((float(x) - 2, y, 8.6), (float(x) + 2, y, 8.6), h * 0.18, h * 0.18, "gun")
    c.disc((w * 0.22, 0, 15), 4.4, "cherry", bevel=1.0)
    c.disc((w * 0.22, 0, 15.4), 2.4, "line", bevel=0.2)


def steam_valve(c: Clay) -> None:
    """A red hand wheel on a pipe."""
    c.limb((0, -9, 4), (0, 9, 4), 2.8, 2.8, "rust")
    c.box((0, 0, 4), (4, 4, 4), "gun", round_=1, bevel=1)
    for i in range(20):
        a = 2 * math.pi * i / 20
        c.ball((7.0 * math.cos(a), 7.0 * math.sin(a), 11), 1.4, "cherry")
    for i in range(4):
        a = math.pi * i / 2 + 0.4
        c.limb((0, 0, 11), (6.6 * math.cos(a), 6.6 * math.sin(a), 11), 0.8, 0.8, "cherry")
    c.ball((0, 0, 12), 1.8, "gold")


def crane_ram(c: Clay) -> None:
    """A crane's buttons in a yellow box on a cable."""
    c.limb((0, -10, 3), (0, -5, 5), 1.0, 1.0, "tire")
    c.box((0, 1, 2), (4.4, 7.4, 4), "yellow", round_=1.6, bevel=1.3)
    for y, role in ((-3.4, "tank"), (0.8, "tank"), (5.0, "cherry")):
        c.disc((0, y, 7.4), 2.0, role, bevel=0.7)
    u, v = c.local()
    c.paint((v < -4.6) & (((u + v + 40) % 4) < 2), "line", "yellow")


def grenade(c: Clay) -> None:
    """One grenade for the launcher: a brass case, a blunt gold nose."""
    c.limb((-5.4, 1.6, 3), (1.6, -0.5, 3), 2.9, 2.9, "green")
    c.limb((-6.6, 2.0, 3), (-5.2, 1.6, 3), 3.2, 3.2, "gold")
    c.limb((2.2, -0.7, 3), (5.0, -1.5, 3), 2.7, 1.5, "gold")
