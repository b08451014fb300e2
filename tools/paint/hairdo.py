"""Hair from the front: strands laid over a cap of hair, cut back where the face must show."""

from collections.abc import Callable

import numpy as np

from tools.paint.bust import BASE, Bust


def _none(_: Bust) -> None:
    """No hair."""


def _shell(b: Bust, top: float, bend: float, thick: float, tilt: float = 0.0) -> Callable[[float, float], float]:
    """Lay a cap of hair down to a hairline and return the height of its surface."""
    c, wide, tall = b.clay, b.face.wide, b.face.tall
    height, stuff = c.height.copy(), c.stuff.copy()
    c.egg((0, -10.0, BASE + 0.4), (wide + thick * 0.7, tall + thick - 0.8, 20.3), "hair")
    line = top + bend * c.x**2 + np.sin(c.x * 1.7) * 0.7 + tilt * c.x
    temple = (np.abs(c.x) > wide - 2.6 - np.clip((-2 - c.y) * 0.28, -1.5, 4.5)) & (c.y < 2.0)
    over = c.has("hair") & ~((c.y < line) | temple) & (stuff != c.number["hair"])
    b.lay_back(height, stuff, over)

    def surface(x: float, y: float) -> float:
        inside = 1 - (x / (wide + 1.5)) ** 2 - ((y + 10) / (tall + 1.5)) ** 2
        return BASE + 20 * float(np.sqrt(max(0.02, inside)))

    return surface


def _flat(b: Bust) -> None:
    """Brush cut: short hair that stands, its upper edge nearly level."""
    surface, fine, wide, dice = _shell(b, -17.5, 0.010, 1.2), b.face.fine, b.face.wide, b.dice
    for _ in range(int(230 * fine * fine)):
        x = (dice.random() * 2 - 1) * (wide - 1.6)
        y = -16.5 + 0.010 * x * x - dice.random() ** 1.3 * 13
        end = max(y - 4.5, -33.6 + 0.012 * x * x + dice.random() * 0.9)
        tip = (x * 1.03 + (dice.random() - 0.5) * 1.2, end, surface(x, max(y - 3, -31)) + 0.8)
        b.clay.limb((x, y, surface(x, y) + 0.2), tip, 1.0 / fine, 0.6 / fine, "hair")


def _side(b: Bust) -> None:
    """Parted and combed across."""
    surface, wide, dice = _shell(b, -18.0, 0.012, 1.8, 0.08), b.face.wide, b.dice
    for _ in range(70):
        x = (dice.random() * 2 - 1) * (wide - 3)
        y, length = -17.5 + 0.012 * x * x - dice.random() * 14, 6 + 3 * dice.random()
        if x + length * 0.8 <= wide:
            tip = (x + length, y - 3.4 + 0.012 * (x + length) ** 2, surface(x + length * 0.7, y - 3) + 0.5)
            b.clay.limb((x, y, surface(x, y) + 0.3), tip, 1.2, 0.6, "hair")


def _mop(b: Bust) -> None:
    """A boy's curtain fringe that falls over the brow."""
    c, wide, tall, dice = b.clay, b.face.wide, b.face.tall, b.dice
    height, stuff = c.height.copy(), c.stuff.copy()
    c.egg((0, -9.5, BASE - 4), (wide + 3.4, tall + 2.6, 20), "hair")
    c.egg((0, 0, BASE - 9), (wide + 2.6, 15, 12), "hair")
    face = (np.abs(c.x) < wide - 3.0) & (c.y > -21) & c.has("hair") & (stuff == c.number["skin"])
    b.lay_back(height, stuff, face)

    def surface(x: float, y: float) -> float:
        inside = 1 - (x / (wide + 4.5)) ** 2 - ((y + 9) / (tall + 6)) ** 2
        return BASE + 21.5 * float(np.sqrt(max(0.05, inside)))

    for i in range(70):
        side, t = 1 if i % 2 else -1, dice.random()
        x0, y0 = -3.5 + side * t * 5, -30 + t * 2 + dice.random() * 2
        x1, y1 = -3.5 + side * (6 + 9 * t), -20 + 2 * dice.random() - t * 3
        x2 = float(np.clip(-3.5 + side * (9.5 + 10.5 * t + dice.random() * 1.5), -wide - 2, wide + 2))
        y2 = -9.5 + 11 * t + dice.random() * 4
        proud = dice.random() * 1.8  # locks lie over and under each other
        middle = (x1, y1, surface(x1, y1) + proud)
        c.limb((x0, y0, surface(x0, y0) + proud), middle, 1.1, 1.0, "hair")
        c.limb(middle, (x2, y2, surface(x2, y2) + proud), 1.0, 0.4, "hair")


def _crown(b: Bust) -> None:
    """An officer's cap: broad crown, band, badge, a polished peak that throws a shadow on the brow."""
    c, wide = b.clay, b.face.wide
    _shell(b, -13.0, 0.010, 0.6)
    c.egg((0, -25, BASE + 3), (wide + 5.5, 10.5, 19), "cloth", square=2.6)
    c.egg((0, -31, BASE + 1), (wide + 3.0, 7.0, 17), "cloth", square=2.4)
    band = [(-wide - 1.0, -21), (wide + 1.0, -21), (wide + 0.4, -15.5), (-wide - 0.4, -15.5)]
    c.slab(band, BASE + 21, "cloth2", bevel=1.6, relief=lambda u, _: -(u * u) * 0.028)
    peak = [(-wide + 1.5, -15.8), (wide - 1.5, -15.8), (wide - 5, -11.0), (0, -9.2), (-wide + 5, -11.0)]
    c.slab(peak, BASE + 27, "glass", bevel=2.2, relief=lambda u, _: -(u * u) * 0.035)
    c.slab(
        [(0, -28.5), (3.6, -26.5), (2.8, -21.5), (0, -19.5), (-2.8, -21.5), (-3.6, -26.5)],
        BASE + 25,
        "badge",
        bevel=1.2,
    )


def _cap(b: Bust) -> None:
    """A cloth cap with a bent bill."""
    c, wide = b.clay, b.face.wide
    _shell(b, -12.0, 0.010, 0.8)
    c.egg((0, -19, BASE + 1), (wide + 2.4, 15, 20), "cloth", square=2.3)
    bill = [(-wide + 2.5, -14.4), (wide - 2.5, -14.4), (wide - 4.5, -10.2), (0, -8.0), (-wide + 4.5, -10.2)]
    c.slab(bill, BASE + 27, "cloth2", bevel=2.4, relief=lambda u, _: -(u * u) * 0.04)
    c.ball((0, -33, BASE + 4), 1.5, "cloth2")
    c.slab([(-4.4, -24.5), (4.4, -24.5), (4.4, -18.5), (-4.4, -18.5)], BASE + 21.5, "badge", bevel=0.8)


def _bob(b: Bust) -> None:
    """Hair to the jaw with a straight fringe."""
    c, wide, tall, dice = b.clay, b.face.wide, b.face.tall, b.dice
    height, stuff = c.height.copy(), c.stuff.copy()
    c.egg((0, -8.5, BASE - 4), (wide + 4.0, tall + 2.4, 20), "hair", square=2.2)
    for side in (-1, 1):
        c.limb((side * (wide + 0.6), -10, BASE - 2), (side * (wide - 0.6), 17, BASE + 1), 5.4, 6.6, "hair", soft=3)
    face = (np.abs(c.x) < wide - 2.6) & (c.y > -15.5 + 0.008 * c.x**2) & c.has("hair") & (stuff == c.number["skin"])
    b.lay_back(height, stuff, face)
    for i in range(64):
        side, t = 1 if i % 2 else -1, dice.random()
        x0, y0 = side * t * 5, -31 + 2 * dice.random()
        x1, y1 = side * (4 + 15 * t), -21 + 6 * t * t + dice.random()
        inside = 1 - (x1 / (wide + 5)) ** 2 - ((y1 + 9) / (tall + 5)) ** 2
        z = BASE + 21.0 * float(np.sqrt(max(0.05, inside)))
        c.limb((x0, y0, z + 1), (x1, y1, z + 0.8), 1.1, 0.9, "hair")
        if t > 0.55:
            c.limb((x1, y1, z + 0.8), (side * (wide + 2.0 - 2 * dice.random()), 16 + 4 * t, BASE + 5), 1.2, 0.7, "hair")


def _curls(b: Bust) -> None:
    """Curls, thick at the sides."""
    c, wide, tall, dice = b.clay, b.face.wide, b.face.tall, b.dice
    height, stuff = c.height.copy(), c.stuff.copy()
    c.egg((0, -10, BASE - 5), (wide + 5.5, tall + 3.0, 27), "hair")
    c.egg((0, -2, BASE - 9), (wide + 7.5, 17, 13), "hair")
    face = (np.abs(c.x) < wide - 2.4) & (c.y > -17 + 0.02 * c.x**2) & c.has("hair") & (stuff == c.number["skin"])
    b.lay_back(height, stuff, face)
    for _ in range(170):
        angle, far = dice.uniform(np.pi * 0.92, np.pi * 2.08), dice.uniform(0.3, 1.0) ** 0.7
        x, y = (wide + 6) * far * np.cos(angle), -5 + (tall + 2) * far * np.sin(angle)
        inside = 1 - (x / (wide + 7)) ** 2 - ((y + 8) / (tall + 6)) ** 2
        if y < -20 + 0.008 * x * x or abs(x) > wide:
            c.ball((float(x), float(y), BASE - 4 + 26 * float(np.sqrt(max(0.02, inside)))), 2.4, "hair", soft=0.3)


def _toque(b: Bust) -> None:
    """A cook's tall hat: a band, and a crown that swells over it."""
    c, wide = b.clay, b.face.wide
    _shell(b, -12.0, 0.010, 0.4)
    for i in range(5):
        x = (i - 2) * 8.2
        c.egg((x, -36 + 0.02 * x * x, BASE + 8), (6.8, 8.0, 13), "shirt", soft=2)
    band = [(-wide - 0.6, -30), (wide + 0.6, -30), (wide, -16), (-wide, -16)]
    c.slab(band, BASE + 21, "shirt", bevel=1.4, relief=lambda u, _: -(u * u) * 0.03 + 0.25 * np.sin(u * 1.6))


def _tied(b: Bust) -> None:
    """Hair drawn back from the brow and tied; a few strands have come loose."""
    surface, wide, dice = _shell(b, -19.5, 0.020, 1.4), b.face.wide, b.dice
    for _ in range(90):
        x = (dice.random() * 2 - 1) * (wide - 1.5)
        y = -19.0 + 0.020 * x * x - dice.random() * 4
        tip = (x * 0.62, max(-32.5, y - 8 - 4 * dice.random()), surface(x * 0.62, -29) + 0.6)
        b.clay.limb((x, y, surface(x, y) + 0.3), tip, 0.9, 0.6, "hair")
    for side in (-1, 1):
        b.clay.egg((side * (wide + 0.8), -10, BASE - 2), (3.2, 12.0, 12), "hair", soft=2)
    for side, far, out in ((-1, 15.0, 2.4), (-1, 10.0, 0.8), (1, 13.0, 2.2), (1, 7.0, 0.4), (-1, 6.0, -1.0)):
        x = side * (wide - 2.2)
        bend = (x + side * out, -5 + far * 0.3, BASE + 13)
        b.clay.limb((x - side * 4, -18, BASE + 18), bend, 1.3, 1.1, "hair")
        b.clay.limb(bend, (x + side * (out - 1.6), 1 + far, BASE + 9), 1.1, 0.45, "hair")
    b.clay.limb((8, 18, BASE - 14), (15, 40, BASE - 4), 4.6, 4.0, "hair", soft=2)
    b.clay.limb((15, 40, BASE - 4), (13, 58, BASE - 2), 4.0, 1.6, "hair", soft=2)


def _hard_hat(b: Bust) -> None:
    """A hard hat: shell, ridge, a brim that shades the eyes, a lamp."""
    c, wide = b.clay, b.face.wide
    _shell(b, -11.0, 0.010, 0.5)
    c.egg((0, -20, BASE + 1), (wide + 3.4, 16.5, 21), "cloth2", square=2.3)
    c.limb((0, -35, BASE + 8), (0, -17, BASE + 24), 2.4, 2.4, "cloth2", soft=1.5)
    brim = [(-wide - 4, -13.4), (wide + 4, -13.4), (wide + 2, -9.4), (0, -7.4), (-wide - 2, -9.4)]
    c.slab(brim, BASE + 27, "cloth2", bevel=2.2, relief=lambda u, _: -(u * u) * 0.03)
    c.disc((0, -22, BASE + 29), 4.4, "metal", bevel=1.4)
    c.disc((0, -22, BASE + 30), 2.8, "badge", bevel=0.8)


HAIRDOS: dict[str, Callable[[Bust], None]] = {
    "none": _none,
    "flat": _flat,
    "side": _side,
    "mop": _mop,
    "crown": _crown,
    "cap": _cap,
    "bob": _bob,
    "curls": _curls,
    "toque": _toque,
    "tied": _tied,
    "hard_hat": _hard_hat,
}
