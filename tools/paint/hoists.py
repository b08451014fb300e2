"""What a mill carries over heads: a crane's trolley and bridge, hanging chains and hooks, ducts, pipes, a lamp in its cage."""

from collections.abc import Callable

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Picture
from tools.paint.ramps import MATERIALS
from tools.paint.shading import SMOOTH, picture
from tools.paint.stains import TILE

LONG = 96  # strips are sculpted longer than a tile and cut, so that their ends join


def _middle(clay: Clay) -> Picture:
    cut = (LONG - TILE) // 2
    return picture(clay, SMOOTH)[:, cut : cut + TILE]


def trolley() -> Picture:
    """A crane's trolley, two tiles square: a rusty frame on four wheels, the drum with its rope, a motor."""
    clay = Clay(72, 72, MATERIALS, samples=3)
    for x in (-26, 26):
        for y in (-26, 26):
            clay.box((x, y, 4), (6, 3.6, 5), "gun", round_=1.4, bevel=1.2)
    clay.box((0, 0, 8), (24, 29, 6), "rust", round_=1.4, bevel=1.6)
    clay.box((0, 0, 9), (18, 23, 6), "brown", round_=1.0, bevel=0.8)
    clay.limb((0, -11, 17), (0, 11, 17), 8.4, 8.4, "bumper")
    u, v = clay.local()
    clay.paint((((v + 60) % 3.4) < 1.2) & clay.has("bumper") & (np.abs(v) < 13), "gun")
    for y in (-17, 17):
        clay.box((0, y, 19), (9.8, 1.8, 9), "steel", round_=1.2, bevel=1.4)
    clay.box((-14, -18, 14), (5.4, 6.4, 7), "yellow", round_=1, bevel=1)
    clay.box((15, 14, 14), (5, 8, 6), "grey", round_=1, bevel=1)
    clay.ball((15, 9, 21), 1.6, "lamp_red")
    clay.paint(((u + v + 200) % 9 < 4.5) & clay.has("yellow"), "line")
    return picture(clay, SMOOTH)


def girder() -> Picture:
    """A crane bridge's box girder with a walk on it; joins sideways."""
    clay = Clay(LONG, TILE, MATERIALS, samples=3)
    clay.box((0, 0, 10), (LONG, 12, 6), "yellow", round_=0, bevel=1.2)
    clay.box((0, 0, 11), (LONG, 8.4, 6), "gun", round_=0, bevel=0.6)
    u, v = clay.local()
    clay.paint((((u + 200) % 4) < 0.9) & (np.abs(v) < 8), "line", "gun")
    for x in range(-48, 49, 32):
        for y in (-10.4, 10.4):
            clay.ball((x, y, 16), 1.2, "bumper")
    clay.paint((((u + v + 400) % 32) < 6) & clay.has("yellow"), "line")
    return _middle(clay)


def hook() -> Picture:
    """A block and its hook, seen from above: two sheaves, a forged hook below."""
    clay = Clay(44, 44, MATERIALS, samples=3)
    clay.limb((0, 0, 2), (9, 5, 2), 3.4, 3.0, "gun")
    clay.limb((9, 5, 2), (4, 11, 2), 3.0, 1.8, "gun")
    clay.box((0, 0, 8), (8.4, 11, 8), "yellow", round_=3, bevel=2.2)
    for side in (-1, 1):
        clay.limb((side * 3.4, -7, 16), (side * 3.4, 7, 16), 2.3, 2.3, "bumper")
    u, v = clay.local()
    clay.paint(((u + v + 200) % 10 < 5) & clay.has("yellow"), "line")
    return picture(clay, SMOOTH)


def chains() -> Picture:
    """Three hanging chains, each a column of links that comes toward the eye."""
    clay = Clay(40, 40, MATERIALS, samples=3)
    for x, y, links in ((-11, -7, 6), (4, 3, 8), (12, -10, 5)):
        for i in range(links):
            wide = 1.3 + 0.42 * i
            for side in (-1, 1):
                a = (x + i * 0.9 + side * wide * (i % 2), y + i * 1.1 + side * wide * (1 - i % 2), 2.0 * i)
                clay.ball(a, 0.8 + 0.13 * i, "bumper" if i % 2 else "steel")
    return picture(clay, SMOOTH)


def duct() -> Picture:
    """A round duct in short lengths; joins sideways."""
    clay = Clay(LONG, TILE, MATERIALS, samples=3)
    clay.limb((-80, 0, 6), (80, 0, 6), 12, 12, "grey")
    for x in range(-48, 49, 16):
        clay.limb((x - 0.8, 0, 6.4), (x + 0.8, 0, 6.4), 12.8, 12.8, "bumper")
    return _middle(clay)


def mains() -> Picture:
    """Three pipes side by side: rust, cold blue, lagged white; joins sideways."""
    clay = Clay(LONG, TILE, MATERIALS, samples=3)
    for y, r, role in ((-9, 3.6, "rust"), (0, 4.4, "sky"), (9.4, 3.8, "sheet")):
        clay.limb((-80, y, 6), (80, y, 6), r, r, role)
        for x in range(-48, 49, 32):
            clay.limb((x - 1.4 + y, y, 6.6), (x + 1.4 + y, y, 6.6), r + 0.9, r + 0.9, "gun")
    return _middle(clay)


def lamp() -> Picture:
    """A lamp in a wire cage under its hood."""
    clay = Clay(28, 28, MATERIALS, samples=3)
    clay.disc((0, 0, 6), 9.4, "green", bevel=3.4)
    clay.disc((0, 0, 8), 4.2, "gun", bevel=1.2)
    clay.limb((-12, 0, 9), (12, 0, 9), 1.2, 1.2, "gun")
    return picture(clay, SMOOTH)


HOISTS: dict[str, Callable[[], Picture]] = {
    "trolley": trolley,
    "girder": girder,
    "hook": hook,
    "chains": chains,
    "duct": duct,
    "mains": mains,
    "lamp_cage": lamp,
}
