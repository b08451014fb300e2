"""The heart of the mall: a fountain with lights under its water, and the bronze that stands in it."""

import math

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array

JETS = 10


def fountain(c: Clay, w: float, _: float, __: int) -> None:
    """A round basin: stone rim with a band of tiles, rippled water, a ring of jets over lamps, a plinth."""
    r = w / 2 - 1
    c.disc((0, 0, 9), r, "concrete", bevel=2.0)
    c.disc((0, 0, 11), r - 5.5, "concrete", bevel=1.6)
    u, v = c.local()
    far, angle = np.hypot(u, v), np.arctan2(v, u)
    joints = (far > r - 12) & (far < r - 0.8) & (np.abs((angle * 24 / math.pi) % 2 - 1) > 0.94)
    c.paint(joints, "line", "concrete")
    tiles = (far > r - 9.5) & (far < r - 6.5)
    c.paint(tiles & ((angle * 40 / math.pi) % 2 < 1), "teal", "concrete")
    c.paint(tiles & ((angle * 40 / math.pi) % 2 >= 1), "sky", "concrete")
    _water(c, r - 13)
    c.disc((0, 0, 12), r * 0.42, "concrete", bevel=1.6)
    c.disc((0, 0, 13), r * 0.42 - 4, "concrete", bevel=1.2)
    inner = (far < r * 0.42 - 1) & (far > r * 0.42 - 4)
    c.paint(inner & ((angle * 16 / math.pi) % 2 < 1), "teal", "concrete")
    _jets(c, r)


def _water(c: Clay, r: float) -> None:
    """Water below the rim: rings that run out from the middle, crossed by those of the jets."""
    u, v = c.local()
    far, angle = np.hypot(u, v), np.arctan2(v, u)
    pool = far < r
    c.stuff[pool] = c.number["water"]
    waves = np.sin(far * 0.62 + 0.7 * np.sin(angle * 5)) * 0.5 + np.sin(u * 0.31 + v * 0.21) * 0.5
    for i in range(JETS):
        x, y = _jet(i, r * 0.74)
        near = np.hypot(u - x, v - y)
        waves = waves + np.sin(near * 1.15) * np.exp(-near / 7) * 1.1
    c.height[pool] = (3.0 + waves * 0.75)[pool]
    shade = far > r - 3
    c.paint(shade, "pool_deep", "water")
    dice = np.random.default_rng(5)
    for _ in range(46):  # coins on the bottom
        turn, out = dice.random() * 2 * math.pi, r * (0.55 + 0.4 * dice.random())
        coin = np.hypot(u - out * math.cos(turn), v - out * math.sin(turn)) < 0.6
        c.paint(coin, "gold", "water")


def _jet(i: int, far: float) -> tuple[float, float]:
    angle = (i + 0.5) / JETS * 2 * math.pi
    return far * math.cos(angle), far * math.sin(angle)


def _jets(c: Clay, r: float) -> None:
    u, v = c.local()
    for i in range(JETS):
        x, y = _jet(i, r * 0.62)
        glow = np.hypot(u - x, v - y)
        c.paint(glow < 5.0, "pool_light", "water")
        bx, by = _jet(i, r * 0.74)
        ax, ay = _jet(i, r * 0.48)
        top = ((x * 0.96 + ax * 0.04), (y * 0.96 + ay * 0.04), 17.0)
        c.limb((bx, by, 4), top, 0.75, 0.85, "foam")
        c.limb(top, (ax, ay, 9), 0.85, 1.0, "foam")
        for k in range(5):
            turn, out = k * 1.7 + i, 2.2 + (k % 2)
            c.ball((ax + out * math.cos(turn), ay + out * math.sin(turn), 12), 0.7, "foam")
            c.ball((bx + out * 1.2 * math.cos(turn), by + out * 1.2 * math.sin(turn), 4), 0.7, "foam")


def sculpture(c: Clay, w: float, _: float, __: int) -> None:
    """Five blades of bronze that wind up about a ball of glass."""
    r = w / 2 - 1
    c.disc((0, 0, 4), r * 0.82, "concrete", bevel=1.6)
    for i in range(5):
        _blade(c, r, i * 2 * math.pi / 5)
    c.disc((0, 0, 34), r * 0.30, "bronze", bevel=2.0)
    c.ball((0, 0, 33), r * 0.21, "glass")
    u, v = c.local()
    c.paint((np.hypot(u, v) < r * 0.21) & (np.hypot(u + 1.6, v + 1.8) < 1.6), "pool_light", "glass")


def _blade(c: Clay, r: float, start: float) -> None:
    """One blade: a ribbon that leans inward as it climbs."""
    steps = 12

    def edge(t: float, out: float) -> tuple[float, float]:
        angle = start + 1.5 * t
        far = r * (0.98 - 0.66 * t) * out
        return far * math.cos(angle), far * math.sin(angle)

    def climbs(u: Array, v: Array) -> Array:
        return (r - np.hypot(u, v)) * 0.34

    for k in range(steps):
        t0, t1 = k / steps, (k + 1) / steps
        outer0, outer1, inner0, inner1 = edge(t0, 1.0), edge(t1, 1.0), edge(t0, 0.72), edge(t1, 0.72)
        c.slab([outer0, outer1, inner1, inner0], 6 + 22 * t0, "bronze", bevel=0.0, round_=0.35, relief=climbs)
    for k in range(steps):
        (x0, y0), (x1, y1) = edge(k / steps, 1.0), edge((k + 1) / steps, 1.0)
        z0, z1 = 7.0 + 22 * k / steps, 7.0 + 22 * (k + 1) / steps
        c.limb((x0, y0, z0), (x1, y1, z1), 0.95, 0.95, "bronze")
