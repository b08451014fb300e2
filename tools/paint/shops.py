"""What shops are made of: counters, racks of clothes, tables of goods, and where one eats; the front is v > 0."""

import math

import numpy as np

from game.content.seats import SEATS
from tools.paint.clay import Clay

CLOTHES = (
    ("pink", "violet", "cherry", "white", "pink", "violet"),
    ("mint", "teal", "sky", "white", "mint", "green"),
    ("denim", "suit", "sky", "cotton", "tank", "denim"),
    ("lemon", "cherry", "teal", "violet", "white", "brown"),
)
CHAIRS = ("oxblood", "teal", "violet")


def counter(c: Clay, w: float, h: float, variant: int) -> None:
    """A shop counter of wood, with its till."""
    _slab_counter(c, w, h, ("wood", "brown")[variant], ("concrete", "crt")[variant])
    _till(c, (-w * 0.26, 0, 9))
    c.box((w * 0.12, h * 0.06, 8.6), (4.4, 3.2, 2), "paper", yaw=0.3, round_=0.2, bevel=0.2)
    c.disc((w * 0.34, -h * 0.1, 13.4), 2.8, "bumper", bevel=0.6)
    c.ball((w * 0.34, -h * 0.1, 12.8), 1.4, "gold")


def counter_pink(c: Clay, w: float, h: float, _: int) -> None:
    """A counter of pink glass, lit from within."""
    _slab_counter(c, w, h, "neon_pink", "glow_pink")
    _display(c, w, h, "glow_pink", ("gold", "pink", "violet"))
    _till(c, (w * 0.28, 0, 9))


def counter_blue(c: Clay, w: float, h: float, _: int) -> None:
    """A counter of blue glass, lit from within."""
    _slab_counter(c, w, h, "neon_blue", "glow_blue")
    _display(c, w, h, "glow_blue", ("sky", "teal", "white"))
    _till(c, (w * 0.28, 0, 9))


def _slab_counter(c: Clay, w: float, h: float, frame: str, top: str) -> None:
    c.box((0, 0, 4), (w / 2, h / 2, 6), frame, round_=2.4, bevel=1.4)
    c.box((0, 0, 5.4), (w / 2 - 2.8, h / 2 - 2.8, 6), top, round_=1.6, bevel=0.7)


def _display(c: Clay, w: float, h: float, glass: str, goods: tuple[str, str, str]) -> None:
    """What lies under a counter's glass, and a streak of light across it."""
    u, v = c.local()
    inside = (np.abs(u) < w / 2 - 5) & (np.abs(v) < h / 2 - 5)
    for i, stuff in enumerate(goods):
        row = np.abs(v - (i - 1) * h * 0.17) < 1.0
        c.paint(inside & row & ((u + 60 + i * 1.7) % 5.4 < 1.8) & (u < w * 0.16), stuff, glass)
    for at in (-w * 0.2, -w * 0.12):
        c.paint(inside & (np.abs(u + v * 0.9 - at) < (2.2 if at < -w * 0.15 else 0.8)), "sheet", glass, *goods)


def _till(c: Clay, at: tuple[float, float, float]) -> None:
    """A cash register; whoever minds it stands at v < 0."""
    x, y, z = at
    c.box((x, y + 0.6, z), (6.4, 5.6, 5), "crt", round_=1.2, bevel=1)
    c.box((x, y + 4.4, z + 2.4), (4.6, 1.6, 4.4), "screen_green", round_=0.5, bevel=0.5)
    c.box((x, y - 1.6, z + 0.8), (5.0, 2.2, 4.6), "gun", round_=0.5, bevel=0.4)
    u, v = c.local()
    keys = (np.abs(u - x) < 4.4) & (np.abs(v - y + 1.6) < 1.8) & ((u % 2) < 1.2) & ((v % 1.8) < 1.1)
    c.paint(keys, "crt", "gun")


def rack(c: Clay, w: float, h: float, variant: int) -> None:
    """A rail of clothes on hangers, seen along their shoulders."""
    dice = np.random.default_rng(30 + variant)
    for x in (-w * 0.47, w * 0.47):
        c.limb((x, -h * 0.42, 2), (x, h * 0.42, 2), 1.3, 1.3, "gun")
        c.limb((x, 0, 4), (x, 0, 13), 1.1, 1.1, "steel")
    x = -w * 0.47 + 3.2
    while x < w * 0.47 - 2.4:
        stuff = CLOTHES[variant][int(dice.integers(6))]
        for _ in range(int(dice.integers(2, 5))):  # some of one cut hang together
            if x >= w * 0.47 - 2.4:
                break
            deep = h * 0.5 * float(dice.uniform(0.80, 0.98))
            at = (x, float(dice.uniform(-0.9, 0.9)), float(dice.uniform(5, 6.4)))
            c.box(at, (1.7, deep, 5), stuff, yaw=float(dice.uniform(-0.07, 0.07)), round_=1, bevel=1.3)
            c.limb((x, at[1] - 2.2, 12.2), (x, at[1] + 2.2, 12.2), 0.5, 0.5, "wood")
            x += float(dice.uniform(2.4, 3.3))
    c.limb((-w * 0.47, 0, 13.2), (w * 0.47, 0, 13.2), 0.9, 0.9, "bumper")


def stand(c: Clay, w: float, h: float, variant: int) -> None:
    """A table of goods: folded pullovers, shoes in pairs, or records in bins."""
    c.box((0, 0, 2), (w / 2 - 0.5, h / 2 - 0.5, 6), ("wood", "crt", "brown")[variant], round_=1.4, bevel=1.2)
    dice = np.random.default_rng(40 + variant)
    if variant == 0:
        c.box((0, 0, 5), (w * 0.26, h * 0.26, 6), "wood", round_=1, bevel=1)
        spots = [(x, y) for x in (-0.36, 0.0, 0.36) for y in (-0.36, 0.0, 0.36)]
        for i, (x, y) in enumerate(spots):
            z = 10.0 if i == 4 else 6.6
            stuff = CLOTHES[(i * 5 + 1) % 4][i % 6]
            c.box((x * w, y * h, z), (3.9, 3.4, 3), stuff, yaw=float(dice.uniform(-0.1, 0.1)), round_=1, bevel=1.2)
            c.limb((x * w - 1.6, y * h - 2.4, z + 2.8), (x * w + 1.6, y * h - 2.4, z + 2.8), 0.7, 0.7, stuff)
    elif variant == 1:
        for x in (-0.3, 0.0, 0.3):
            for y in (-0.27, 0.27):
                _shoes(c, x * w, y * h, ("tank", "oxblood", "white", "wood", "pink", "suit")[int(dice.integers(6))])
    else:
        for x in (-0.25, 0.25):
            c.box((x * w, 0, 4), (w * 0.21, h * 0.42, 6), "line", round_=0.6, bevel=0.2)
            for k in range(9):
                y = -h * 0.36 + k * h * 0.09
                stuff = ("paper", "cherry", "sky", "lemon", "violet", "mint", "tank")[int(dice.integers(7))]
                c.box((x * w, y, 6), (w * 0.185, 0.95, 5 + float(dice.uniform(0, 1.4))), stuff, round_=0.2, bevel=0.3)
        c.box((0, -h * 0.46, 8), (w * 0.42, 1.2, 6), "screen_pink", round_=0.5, bevel=0.4)


def _shoes(c: Clay, x: float, y: float, stuff: str) -> None:
    for side in (-1, 1):
        c.limb((x + side * 1.9, y - 2.4, 9), (x + side * 2.2, y + 2.6, 8.4), 1.4, 1.1, stuff)
        c.ball((x + side * 1.9, y - 2.2, 9.8), 0.7, "line")


def table(c: Clay, w: float, _: float, variant: int) -> None:
    """A round table with what was left on it, and chairs about it, not all of them in their places."""
    dice = np.random.default_rng(50 + variant)
    for seat in SEATS["table"][variant]:
        _chair(c, math.atan2(seat.y, seat.x), w * math.hypot(seat.x, seat.y), CHAIRS[variant])
    r = w * 0.30
    c.disc((0, 0, 11), r, "white", bevel=1.2)
    c.disc((0, 0, 11.4), r - 2.2, "white", bevel=0.5)
    tray = float(dice.uniform(0, 3))
    c.box((-r * 0.28, -r * 0.2, 10), (4.4, 3.2, 2), "cherry", yaw=tray, round_=0.8, bevel=0.5)
    c.box((-r * 0.28, -r * 0.2, 10.6), (1.6, 1.3, 2), "crt", yaw=tray, round_=0.5, bevel=0.6)
    for i, stuff in enumerate(("cherry", "sky", "lemon")[: 2 + variant % 2]):
        angle = tray + 1.6 + i * 1.5
        x, y = r * 0.58 * math.cos(angle), r * 0.58 * math.sin(angle)
        c.disc((x, y, 15), 1.8, stuff, bevel=0.4)
        c.disc((x, y, 15.3), 1.1, "white", bevel=0.2)


def _chair(c: Clay, angle: float, far: float, stuff: str) -> None:
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = far * cos, far * sin
    c.disc((x, y, 6), 5.4, stuff, bevel=1.6)
    bx, by = x + 4.6 * cos, y + 4.6 * sin
    c.limb((bx - 3.6 * sin, by + 3.6 * cos, 9.4), (bx + 3.6 * sin, by - 3.6 * cos, 9.4), 1.5, 1.5, stuff)


def stove(c: Clay, w: float, h: float, variant: int) -> None:
    """A kitchen range: rings, pans, an oven's rail at the front; or a griddle and a basket of chips."""
    c.box((0, 0, 4), (w / 2, h / 2, 6), "bumper", round_=1.2, bevel=1)
    c.box((0, -h * 0.43, 8), (w / 2, h * 0.07, 6), "steel", round_=0.6, bevel=0.6)
    c.limb((-w * 0.44, h * 0.47, 8), (w * 0.44, h * 0.47, 8), 0.9, 0.9, "steel")
    for i in range(5):
        c.ball((-w * 0.34 + i * w * 0.17, h * 0.38, 10), 1.0, "cherry" if i == 2 else "tank")
    if variant == 0:
        for x in (-0.33, 0.0, 0.33):
            c.disc((x * w, -h * 0.05, 10.3), h * 0.25, "gun", bevel=0.6)
            c.disc((x * w, -h * 0.05, 10.6), h * 0.13, "line", bevel=0.2)
        c.disc((-w * 0.33, -h * 0.05, 14), h * 0.22, "steel", bevel=0.8)
        c.disc((-w * 0.33, -h * 0.05, 14.3), h * 0.17, "oxblood", bevel=0.3)
        c.disc((w * 0.33, -h * 0.05, 13), h * 0.2, "gun", bevel=0.7)
        c.limb((w * 0.33 - 4, h * 0.1, 13), (w * 0.33 - 9, h * 0.36, 13.6), 1.0, 1.0, "tank")
        flames = np.hypot(c.local()[0], c.local()[1] + h * 0.05)
        c.paint((flames > h * 0.13) & (flames < h * 0.18), "lamp_blue", "gun")
        return
    c.box((-w * 0.17, -h * 0.05, 5.2), (w * 0.28, h * 0.27, 6), "gun", round_=0.8, bevel=0.6)
    for i in range(6):
        x, y = -w * 0.36 + (i % 3) * w * 0.17, -h * 0.17 + (i // 3) * h * 0.23
        c.disc((x, y, 12.4), 2.3, "brown", bevel=0.7)
    c.box((w * 0.3, -h * 0.05, 6), (w * 0.13, h * 0.27, 6), "steel", round_=0.8, bevel=0.6)
    c.box((w * 0.3, -h * 0.05, 6.4), (w * 0.105, h * 0.22, 6), "gold", round_=0.6, bevel=0.3)
