"""A road through open country at dawn: asphalt, verge and scrub, its lines and cracks, posts, boards, poles."""

from collections.abc import Callable

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array, Field, Picture, colour
from tools.paint.floors import painted, toned, where
from tools.paint.noise import clouds, specks
from tools.paint.output import Folder
from tools.paint.ramps import MATERIALS
from tools.paint.shading import SMOOTH, picture
from tools.paint.stains import TILE, X, Y, stamp


def road() -> Field:
    """Old asphalt, bleached, with fine aggregate."""
    value = 0.46 + 0.22 * (clouds(161, 1.3) - 0.5) + 0.26 * (clouds(162, 0.0, low=10) - 0.5)
    out = where(specks(163, 0.008), toned(value, "road") * 1.18, toned(value, "road"))
    return where(specks(164, 0.006), out * 0.8, out)


def verge() -> Field:
    """Gravel and dust beside a road."""
    value = 0.46 + 0.26 * (clouds(165, 1.2) - 0.5) + 0.34 * (clouds(166, 0.1, low=9) - 0.5)
    out = toned(value, "verge")
    for seed, gain in ((167, 1.25), (168, 0.74)):
        out = where(specks(seed, 0.010, 2), out * gain, out)
    return out


def scrub() -> Field:
    """Dry grass in tufts over sand, combed by the wind."""
    tufts = clouds(169, 1.0, low=3)
    blades = clouds(170, -0.1, low=14, stretch=(1.4, 0.4))
    value = 0.44 + 0.30 * (clouds(171, 1.4) - 0.5) + 0.30 * (blades - 0.5)
    out = where(tufts > 0.60, toned(value, "scrub"), toned(0.44 + 0.3 * (blades - 0.5), "verge"))
    return where((tufts > 0.585) & (tufts < 0.60), out * 0.82, out)


def _paint_line(seed: int, wide: Array, tone: str, strength: int) -> Picture:
    wear = clouds(seed, 0.8, low=2, size=TILE)
    return stamp(wide & (wear > 0.24), colour(tone) * (0.76 + 0.3 * wear)[..., None], strength)


def centre_line() -> Picture:
    """A dash of yellow down the middle, most of a tile long; lay every other tile."""
    return _paint_line(172, (Y >= 14) & (Y < 18) & (X > 1) & (X < 30), "d8a630", 225)


def side_line() -> Picture:
    """The white line at a road's edge; joins sideways."""
    return _paint_line(173, (Y >= 25) & (Y < 28), "c8d0d2", 205)


def crack() -> Picture:
    """A crack across the lanes, filled with tar, two tiles wide."""
    size = 2 * TILE
    y, x = np.mgrid[0:size, 0:size] - (size - 1) / 2
    wander = 7 * (clouds(174, 1.4, low=1, high=12, size=size)[size // 2][:, None] - 0.5)
    fine = 2 * (clouds(175, 0.6, low=4, size=size)[3][:, None] - 0.5)
    tar = np.abs(x - wander * 2 - fine * 2 - y * 0.2) < 1.6
    return stamp(tar, "0c0e12", 200)


def tufts() -> Picture:
    """Three tufts of dry grass and a stone."""
    clay = Clay(40, 36, MATERIALS, samples=3)
    dice = np.random.default_rng(176)
    for cx, cy in ((-9, -4), (3, 5), (10, -7)):
        for _ in range(9):
            a, r = float(dice.uniform(0, 6.28)), float(dice.uniform(3, 6))
            tip = (cx + r * float(np.cos(a)), cy + r * 0.8 * float(np.sin(a)), 2.4)
            clay.limb((cx, cy, 1), tip, 0.9, 0.5, "khaki" if dice.random() < 0.7 else "olive")
    clay.egg((-4, 9, 0), (3.6, 2.6, 2.4), "concrete", yaw=0.4)
    return picture(clay, SMOOTH)


ROADSIDE: dict[str, Callable[[], Picture]] = {
    "centre_line": centre_line,
    "side_line": side_line,
    "crack": crack,
    "tufts": tufts,
}
GROUNDS: dict[str, tuple[Callable[[], Field], float]] = {
    "road": (road, 1.4),
    "verge": (verge, 1.25),
    "scrub": (scrub, 1.25),
}


def paint_grounds(folder: Folder) -> None:
    """Paint the grounds of open country among assets/floors."""
    for name, row in GROUNDS.items():
        folder.picture(f"floors/{name}.png", painted(row))


def fence_post(c: Clay, w: float, _: float, variant: int) -> None:
    """A split post, leaning a little, two strands of wire tied to it."""
    lean = (-1.5, 1.2, 0.4)[variant]
    c.limb((0, 0, 0), (lean, -1.0, 22), w * 0.42, w * 0.38, "brown")
    c.disc((lean, -1.0, 29), w * 0.36, "card", bevel=0.8)
    for z, y in ((9, 1.2), (17, -0.6)):
        c.limb((-w * 0.5, y, z), (w * 0.5, y, z), 0.55, 0.55, "bumper")


def wire(c: Clay, w: float, h: float, _: int) -> None:
    """Two strands of barbed wire between posts."""
    for y in (-1.4, 1.4):
        c.limb((-w * 0.5, y * h * 0.1, 8), (w * 0.5, y * h * 0.1, 8), 0.7, 0.7, "bumper")
        for x in np.arange(-w * 0.5 + 5 + y * 2, w * 0.5, 11.0):
            c.limb((float(x) - 1, y * h * 0.1 - 1.4, 8.4), (float(x) + 1, y * h * 0.1 + 1.4, 8.4), 0.6, 0.6, "gun")


def road_sign(c: Clay, w: float, h: float, _: int) -> None:
    """A green board on two legs, seen from above and in front; words are a sign of the map."""
    for side in (-1, 1):
        c.limb((side * w * 0.34, h * 0.30, 0), (side * w * 0.34, h * 0.10, 22), 2.0, 2.0, "bumper")
    c.box((0, -h * 0.10, 20), (w * 0.5, h * 0.36, 5), "cotton", round_=2.4, bevel=0.8, tilt=(0, -0.4))
    c.box((0, -h * 0.10, 20.6), (w * 0.5 - 1.8, h * 0.36 - 1.8, 5), "green", round_=1.8, bevel=0.3, tilt=(0, -0.4))


def mile_post(c: Clay, w: float, _: float, __: int) -> None:
    """A white post with a reflector."""
    c.limb((0, 0, 0), (0, -1, 16), w * 0.42, w * 0.40, "white")
    c.disc((0, -1, 22), w * 0.40, "white", bevel=1)
    c.ball((0, 1.4, 21), 1.8, "cherry")


def power_pole(c: Clay, w: float, h: float, _: int) -> None:
    """A tarred pole with a cross arm and insulators; its wires run along the arm's side."""
    c.limb((0, 0, 0), (0, 0, 40), 5.0, 4.2, "brown")
    c.box((0, 0, 44), (3.4, h * 0.46, 3), "brown", round_=0.8, bevel=1.0)
    for y in (-0.40, -0.20, 0.20, 0.40):
        c.ball((0, y * h, 48), 2.0, "sheet")
        c.limb((-w * 0.5, y * h, 47), (w * 0.5, y * h, 47), 0.6, 0.6, "tire")


def guard_rail(c: Clay, w: float, h: float, _: int) -> None:
    """A length of crash barrier, dented, on wooden blocks."""
    for x in np.arange(-w * 0.5 + 8, w * 0.5, 24.0):
        c.box((float(x), h * 0.16, 4), (3, h * 0.3, 6), "wood", round_=0.4, bevel=0.8)
    c.box((0, -h * 0.16, 8), (w * 0.5, h * 0.20, 6), "bumper", round_=0.4, bevel=1.2)
    c.limb((-w * 0.5, -h * 0.16, 13), (w * 0.5, -h * 0.16, 13), 1.1, 1.1, "steel")


def station(c: Clay, w: float, h: float, _: int) -> None:
    """An old estate car, dust to its windows: wood on its sides, a bag on its roof; u > 0 is ahead."""
    for x in (-0.32, 0.31):
        for side in (-1, 1):
            c.box((x * w, side * h * 0.44, 1), (9.5, 3.4, 5), "tire", round_=2.4, bevel=1.4)
    c.box((0, 0, 5), (w * 0.49, h * 0.46, 6), "coat", round_=6, bevel=4)
    c.box((-w * 0.12, 0, 12), (w * 0.33, h * 0.40, 6), "glass", round_=4, bevel=2.6)
    c.box((-w * 0.14, 0, 15), (w * 0.27, h * 0.35, 5), "coat", round_=4, bevel=2)
    for x in (-0.30, -0.12, 0.05):
        c.limb((x * w, -h * 0.34, 20.6), (x * w, h * 0.34, 20.6), 0.9, 0.9, "bumper")
    c.box((-w * 0.2, 1, 20), (13, 10, 4), "khaki", round_=3.4, bevel=2.6, yaw=0.1)
    c.limb((-w * 0.2 - 12, 0, 24.4), (-w * 0.2 + 12, 2, 24.4), 0.9, 0.9, "oxblood")
    for side in (-1, 1):
        c.box((-w * 0.12, side * h * 0.455, 8), (w * 0.30, 1.6, 4), "wood", round_=0.6, bevel=0.8)
        c.ball((w * 0.475, side * h * 0.33, 7), 3.0, "headlamp")
        c.ball((-w * 0.48, side * h * 0.36, 7), 2.4, "tail_lamp")
        c.limb((w * 0.17, side * h * 0.45, 11), (w * 0.17, side * h * 0.53, 11), 1.8, 1.6, "gun")
    u, v = c.local()
    c.paint((np.abs(u - w * 0.33) < 0.5) & (np.abs(v) < h * 0.4), "line", "coat")
    c.paint((np.abs(np.abs(v) - h * 0.22) < 0.5) & (u > w * 0.24) & (u < w * 0.45), "line", "coat")
