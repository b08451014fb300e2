"""A rolling line: roll stands, slabs, coils, cooling beds, a furnace, a fenced corner; u along w, v along h."""

import math

import numpy as np

from tools.paint.clay import Clay
from tools.paint.drives import rime
from tools.paint.foundry import heat


def rolls(c: Clay, w: float, h: float, _: int) -> None:
    """A stand of the line: two housings, the table's rollers between them, a work roll across, its glow below."""
    c.box((0, 0, 0), (w * 0.5, h * 0.40, 3), "gun", round_=1, bevel=1)
    u, v = c.local()
    c.paint((np.abs(v) < h * 0.24) & (((u + 800) % 10) < 3), "heat_dull", "gun")
    for x in np.arange(-w * 0.5 + 5, w * 0.5 - 3, 10.0):
        c.limb((float(x), -h * 0.30, 4), (float(x), h * 0.30, 4), 3.2, 3.2, "bumper")
    for side in (-1, 1):
        c.box((0, side * h * 0.42, 6), (w * 0.5, h * 0.075, 8), "steel", round_=1.2, bevel=1.4)
        c.box((0, side * h * 0.37, 10), (w * 0.19, h * 0.13, 12), "green", round_=2, bevel=2)
        c.disc((0, side * h * 0.37, 23.6), 4.6, "gun", bevel=1.2)
        c.disc((0, side * h * 0.37, 24.2), 2.2, "bumper", bevel=0.6)
        for x in (-w * 0.44, -w * 0.31, w * 0.31, w * 0.44):
            c.ball((x, side * h * 0.42, 14), 1.2, "gun")
    for x in (-7.4, 7.4):
        c.limb((x, -h * 0.28, 15), (x, h * 0.28, 15), 5.0, 5.0, "gun")
        c.limb((x, -h * 0.24, 15.4), (x, h * 0.24, 15.4), 4.2, 4.2, "rust")
    c.limb((-w * 0.24, h * 0.47, 15), (w * 0.24, h * 0.47, 15), 1.5, 1.5, "brown")
    c.box((w * 0.36, -h * 0.42, 14), (5.6, 2.6, 5), "yellow", round_=0.6, bevel=0.6)
    c.paint(((u + v + 1000) % 6 < 3) & (np.abs(u - w * 0.36) < 6), "line", "yellow")


def slabs(c: Clay, w: float, h: float, variant: int) -> None:
    """A slab on the line, hot through, its rim going red; black scale lies on it."""
    for x in np.arange(-w * 0.42, w * 0.45, 10.0):
        c.limb((float(x), -h * 0.5, 2), (float(x), h * 0.5, 2), 2.6, 2.6, "bumper")
    c.box((0, 0, 4), (w * 0.48, h * 0.37, 5), "molten", round_=2.0, bevel=2.2)
    u, v = c.local()
    edge = np.minimum(w * 0.48 - np.abs(u), h * 0.37 - np.abs(v))
    heat(c, (edge > 0.6) & (c.height > 3), edge / (h * 0.30), 91 + variant)
    dice = np.random.default_rng(30 + variant)
    for _ in range(7):
        x, y = float(dice.uniform(-0.4, 0.4)) * w, float(dice.uniform(-0.3, 0.3)) * h
        c.egg((x, y, 8), (float(dice.uniform(1.6, 3.4)), float(dice.uniform(0.8, 1.6)), 1.6), "heat_dull", yaw=0.4)


def coil(c: Clay, w: float, _: float, variant: int) -> None:
    """A coil of strip lying on its side, strapped; one in three is still warm inside."""
    r = w * 0.47
    c.disc((0, 0, 12), r, "steel", bevel=2.4)
    u, v = c.local()
    far, angle = np.hypot(u, v), np.arctan2(v, u)
    wound = (far < r - 1.5) & (far > r * 0.36)
    c.height[wound] -= (0.9 * ((far + angle * 0.5) % 3 < 1))[wound].astype(np.float32)
    c.paint(wound & ((far + angle * 0.5) % 3 < 1), "gun", "steel")
    for k in range(3):
        a = 0.5 + k * 2 * math.pi / 3
        tip = (r * 0.97 * math.cos(a), r * 0.97 * math.sin(a), 12.2)
        c.limb((r * 0.36 * math.cos(a), r * 0.36 * math.sin(a), 12.2), tip, 1.1, 1.1, ("rust", "sky", "rust")[variant])
    hole = far < r * 0.34
    c.height[hole] = 2.0
    c.paint(hole, "line")
    if variant == 2:
        heat(c, (far < r * 0.62) & (far > r * 0.34), np.clip(1 - (far / r - 0.34) / 0.3, 0, 1) * 0.55, 95)
        c.paint(hole, "heat_dull")


def coolbed(c: Clay, w: float, h: float, variant: int) -> None:
    """A rack of bars laid out to cool: blue steel, a few still dull red, rime on the cold ones."""
    c.box((0, 0, 1), (w * 0.5, h * 0.5, 4), "gun", round_=1, bevel=1)
    for x in np.arange(-w * 0.5 + 8, w * 0.5 - 4, 17.0):
        c.box((float(x), 0, 3), (1.8, h * 0.5 - 1, 4), "brown", round_=0.4, bevel=0.6)
    count = max(3, int(h / 6.4))
    for i in range(count):
        y = (i + 0.5 - count / 2) * (h - 6) / count
        role = "rust" if (i + variant) % 5 == 0 else "steel"
        c.box((0, y, 7), (w * 0.46, 1.9, 3), role, round_=0.3, bevel=0.8)
        if (i + variant) % 4 == 1:
            u, v = c.local()
            c.paint((np.abs(v - y) < 1.3) & (np.abs(u) < w * 0.30) & (c.height > 8), "heat_dull", "steel", "rust")
    c.paint(rime(c, 0.74) & (c.height > 8), "foam", "steel")
    for side in (-1, 1):
        c.box((side * (w * 0.5 - 2), 0, 4), (2, h * 0.5, 6), "sky", round_=0.8, bevel=0.9)


GLOWS = ("heat_yellow", "heat_amber", "heat_orange", "heat_red", "heat_dull")


def hotbed(c: Clay, w: float, h: float, variant: int) -> None:
    """A rack of bars just off the rolls: yellow at the end that left them last, dull red at the other, scale between."""
    c.box((0, 0, 1), (w * 0.5, h * 0.5, 4), "gun", round_=1, bevel=1)
    for x in np.arange(-w * 0.5 + 8, w * 0.5 - 4, 17.0):
        c.box((float(x), 0, 3), (1.8, h * 0.5 - 1, 4), "brown", round_=0.4, bevel=0.6)
    count = max(3, int(h / 6.4))
    end = -1 if variant else 1
    for i in range(count):
        y = (i + 0.5 - count / 2) * (h - 6) / count
        c.box((0, y, 7), (w * 0.46, 2.0, 3), "rust", round_=0.3, bevel=0.8)
        u, v = c.local()
        lag = 0.16 * ((i * 5 + variant * 2) % 4)
        for k, role in enumerate(GLOWS):
            near, far = 0.46 - 0.19 * (k + lag), 0.46 - 0.19 * (k + 1 + lag)
            c.paint((np.abs(v - y) < 1.5) & (u * end < w * near) & (u * end >= w * far) & (c.height > 8), role, "rust")
    for side in (-1, 1):
        c.box((side * (w * 0.5 - 2), 0, 4), (2, h * 0.5, 6), "gun", round_=0.8, bevel=0.9)


def furnace(c: Clay, w: float, h: float, _: int) -> None:
    """A furnace of brick in steel bands; its mouth, at v > 0, throws light on the floor."""
    c.box((0, -h * 0.05, 10), (w * 0.5, h * 0.45, 12), "rust", round_=2, bevel=2.2)
    u, v = c.local()
    row = np.floor((v + 400) / 7)
    brick = (((v + 400) % 7) < 1) | (((u + 400 + row * 6) % 12) < 1)
    inside = (np.abs(u) < w * 0.47) & (np.abs(v + h * 0.05) < h * 0.42)
    c.height[brick & inside] -= 1.3
    for x in (-w * 0.49, -w * 0.17, w * 0.17, w * 0.49):
        c.box((x * 0.97, -h * 0.05, 13), (2.6, h * 0.45, 11), "gun", round_=0.5, bevel=0.8)
    for y in (-h * 0.47, h * 0.37):
        c.box((0, y, 13), (w * 0.5, 2.4, 11), "gun", round_=0.5, bevel=0.8)
    c.disc((-w * 0.32, -h * 0.26, 30), 9.5, "brown", bevel=2)
    c.disc((-w * 0.32, -h * 0.26, 30.6), 6.6, "line", bevel=0.3)
    c.disc((w * 0.33, -h * 0.2, 28), 6.0, "bumper", bevel=1.4)
    c.limb((w * 0.33, -h * 0.2, 27), (w * 0.33, -h * 0.5, 20), 3.4, 3.4, "brown")
    c.box((0, h * 0.38, 4), (w * 0.30, h * 0.12, 9), "gun", round_=1.4, bevel=1.4)
    mouth = (np.abs(u) < w * 0.25) & (np.abs(v - h * 0.40) < h * 0.075)
    c.height[mouth] = 6.0
    heat(c, mouth, np.clip(1 - np.abs(u) / (w * 0.25), 0, 1) * 0.8 + 0.2, 97)
    for side in (-1, 1):
        c.limb((side * w * 0.28, h * 0.34, 22), (side * w * 0.28, h * 0.5, 12), 1.6, 1.6, "yellow")


def cage(c: Clay, w: float, h: float, _: int) -> None:
    """A corner behind wire: gas bottles stand in it, chained."""
    c.box((0, 0, 0), (w * 0.5, h * 0.5, 1.4), "gun", round_=0.6, bevel=0.4)
    for i, role in enumerate(("cherry", "sky", "grey", "cherry", "sky")):
        x = (i - 2) * w * 0.19
        c.disc((x, -h * 0.06 + (i % 2) * 3.4, 14), 4.6, role, bevel=2.2)
        c.disc((x, -h * 0.06 + (i % 2) * 3.4, 17), 1.9, "bumper", bevel=0.7)
    c.limb((-w * 0.46, h * 0.10, 13), (w * 0.46, h * 0.13, 13), 0.8, 0.8, "bumper")
    u, v = c.local()
    rim = (np.abs(u) > w * 0.5 - 2.2) | (np.abs(v) > h * 0.5 - 2.2)
    for x in np.arange(-w * 0.5 + 1.6, w * 0.5, 6.0):
        for side in (-1, 1):
            c.box((float(x), side * (h * 0.5 - 1.4), 14), (0.8, 1.2, 8), "bumper", round_=0.2, bevel=0.3)
    for side in (-1, 1):
        c.box((0, side * (h * 0.5 - 1.4), 16), (w * 0.5, 0.9, 7), "gun", round_=0.2, bevel=0.3)
        c.box((side * (w * 0.5 - 1.4), 0, 16), (0.9, h * 0.5, 7), "gun", round_=0.2, bevel=0.3)
    c.paint(rim & (((u + v + 400) % 9) < 1.2), "yellow", "gun")
