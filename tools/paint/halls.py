"""What stands along a mall's halls and outside its doors: kiosks, maps, telephones, machines that sell; the front is v > 0."""

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array

AWNINGS = (("pink", "white"), ("teal", "sheet"), ("violet", "lemon"))


def kiosk(c: Clay, w: float, h: float, variant: int) -> None:
    """A cart under a striped awning, goods along both its sides."""
    c.box((0, 0, 2), (w / 2, h / 2, 6), "wood", round_=1.6, bevel=1.2)
    dice = np.random.default_rng(60 + variant)
    for side in (-1, 1):
        for x in np.arange(-w * 0.44, w * 0.44, 5.2):
            stuff = ("paper", "cherry", "sky", "lemon", "violet", "mint")[int(dice.integers(6))]
            at = (float(x) + 2, side * h * 0.43, 6)
            c.box(at, (2.0, 2.0, 3 + float(dice.uniform(0, 1.6))), stuff, round_=0.5, bevel=0.6)
    first, second = AWNINGS[variant]
    reach, deep = w * 0.46, h * 0.35

    def gable(u: Array, v: Array) -> Array:
        return -np.abs(v) * 0.42 + 0.5 * np.sin(u * 2 * np.pi / 8)

    corners = [(-reach, -deep), (reach, -deep), (reach, deep), (-reach, deep)]
    c.slab(corners, 26, first, bevel=1.2, round_=1.0, relief=gable)
    u, _ = c.local()
    c.paint((((u + 400) // 4) % 2 == 0), second, first)
    for side in (-1, 1):
        for x in np.arange(-reach + 2, reach, 4.0):
            stuff = second if int((x + 400) // 4) % 2 == 0 else first
            c.disc((float(x), side * (deep + 0.6), 20), 2.0, stuff, bevel=1.0)
    c.limb((-reach, 0, 26.4), (reach, 0, 26.4), 1.1, 1.1, "bumper")
    for side in (-1, 1):
        c.ball((side * reach, 0, 26.4), 1.9, "gold")


def directory(c: Clay, w: float, h: float, _: int) -> None:
    """A lit plan of the mall in a steel frame, tilted to be read from v > 0."""
    c.box((0, 0, 4), (w / 2, h / 2, 6), "steel", round_=1.4, bevel=1)
    c.box((0, 0.4, 6), (w / 2 - 2, h / 2 - 2.2, 6), "glow_blue", round_=0.6, bevel=0.4, tilt=(0, -0.3))
    u, v = c.local()
    plan = [(-0.36, 0.1, "sign_pink"), (-0.2, 0.12, "sign_green"), (0.05, 0.16, "sign_lemon"), (0.3, 0.1, "lamp")]
    for x, wide, stuff in plan:
        c.paint((np.abs(u - x * w) < wide * w * 0.5) & (np.abs(v - 0.4) < h * 0.15), stuff, "glow_blue")
    c.paint(np.hypot(u - w * 0.17, v - 1.4) < 1.3, "lamp_red", "glow_blue", "sign_lemon", "lamp")
    for side in (-1, 1):
        c.disc((side * (w / 2 - 1.8), 0, 18), 2.0, "bumper", bevel=0.8)


def phones(c: Clay, w: float, h: float, _: int) -> None:
    """Three pay telephones in their hoods."""
    c.box((0, -h * 0.34, 8), (w / 2, h * 0.16, 8), "steel", round_=0.8, bevel=0.8)
    for i in (-1, 0, 1):
        x = i * w * 0.325
        for side in (-1, 1):
            c.box((x + side * w * 0.135, h * 0.06, 8), (1.1, h * 0.40, 8), "bumper", round_=0.6, bevel=0.7)
        c.box((x, -h * 0.06, 6), (w * 0.115, h * 0.24, 6), "tank", round_=0.6, bevel=0.6)
        c.limb((x - w * 0.07, h * 0.08, 13), (x - w * 0.07, -h * 0.26, 13.6), 1.2, 1.2, "crt")
        c.ball((x - w * 0.07, h * 0.08, 13.2), 1.6, "crt")
        c.box((x + w * 0.045, 0, 6.8), (2.0, 2.6, 6), "bumper", round_=0.4, bevel=0.4)
        c.box((x, -h * 0.36, 9.4), (w * 0.09, 1.6, 8), "glow_blue", round_=0.4, bevel=0.4)


def vending(c: Clay, w: float, h: float, variant: int) -> None:
    """A machine that sells drinks or sweets, its lit front at v > 0."""
    coat, light = (("cherry", "sign_lemon"), ("denim", "sign_cyan"))[variant]
    c.box((0, -h * 0.08, 8), (w / 2, h * 0.42, 12), coat, round_=1.2, bevel=1.4)
    c.box((0, -h * 0.16, 9), (w * 0.38, h * 0.24, 12), coat, round_=1, bevel=0.8)
    u, v = c.local()
    slots = (np.abs(u) < w * 0.3) & (np.abs(v + h * 0.16) < h * 0.14) & ((v + 50) % 3 < 1.1)
    c.paint(slots, "line", coat)
    c.box((0, h * 0.32, 8), (w * 0.47, h * 0.15, 10), light, round_=0.8, bevel=0.6, tilt=(0, -0.5))
    for i in range(5):
        for row in (0.27, 0.36):
            stuff = ("cherry", "sky", "mint", "violet", "paper")[(i + int(row * 100)) % 5]
            c.box((-w * 0.34 + i * w * 0.135, h * row, 10 - row * 2), (1.2, 1.0, 10), stuff, round_=0.3, bevel=0.3)
    c.box((w * 0.4, h * 0.33, 9), (1.5, h * 0.13, 10), "bumper", round_=0.4, bevel=0.4)


def photobooth(c: Clay, w: float, h: float, _: int) -> None:
    """A booth with a curtain, a lit sign, and a strip of faces on its roof."""
    c.box((0, -h * 0.06, 10), (w / 2, h * 0.43, 12), "sheet", round_=1.4, bevel=1.4)
    c.box((w * 0.25, -h * 0.06, 11), (w * 0.22, h * 0.36, 12), "violet", round_=0.8, bevel=0.7)
    for i in range(4):
        x = w * 0.25 + (i - 1.5) * w * 0.1
        c.box((x, -h * 0.06, 12), (w * 0.042, h * 0.24, 12), "paper", round_=0.2, bevel=0.2)
        c.box((x, -h * 0.06, 12.2), (w * 0.03, h * 0.19, 12), "tank", round_=0.2, bevel=0.1)
        c.ball((x, -h * 0.1, 23.4), 1.5, ("skin", "skin3", "skin2", "skin")[i])
        c.egg((x, h * 0.05, 23.6), (1.8, 1.6, 0.9), ("pink", "lemon", "mint", "sky")[i])
    c.box((w * 0.25, h * 0.38, 10), (w * 0.22, h * 0.06, 12), "sign_pink", round_=0.6, bevel=0.5)
    for i in range(8):
        x = -w * 0.44 + i * w * 0.055
        c.limb((x, h * 0.36, 20), (x, h * 0.46, 16), 1.6, 1.4, "oxblood")
    c.limb((-w * 0.48, h * 0.36, 22), (w * 0.02, h * 0.36, 22), 0.8, 0.8, "bumper")
    c.box((-w * 0.24, -h * 0.08, 11), (w * 0.16, h * 0.2, 12), "sheet", round_=0.8, bevel=0.6)


def trolley(c: Clay, w: float, h: float, variant: int) -> None:
    """A wire trolley, its handle at u < 0; some hold bags."""
    for x in (-w * 0.36, w * 0.36):
        for side in (-1, 1):
            c.limb((x - 1.2, side * h * 0.34, 1.4), (x + 1.2, side * h * 0.34, 1.4), 1.3, 1.3, "tire")
    half, wide = w * 0.40, h * 0.40
    c.box((w * 0.06, 0, 2), (half * 0.9, wide * 0.84, 2), "line", round_=1, bevel=0.3)
    if variant:
        c.box((w * 0.16, -1.2, 4), (5.4, 4.4, 5), "sky", yaw=0.2, round_=0.8, bevel=0.9)
        c.box((-w * 0.12, 1.4, 4), (4.4, 4.6, 4), "card", yaw=-0.2, round_=0.5, bevel=0.6)
    for x in np.linspace(-half * 0.8, half, 7):
        c.limb((float(x) + w * 0.06, -wide, 9), (float(x) + w * 0.06, wide, 9), 0.42, 0.42, "bumper")
    for y in np.linspace(-wide, wide, 5):
        c.limb((-half * 0.8, float(y), 9), (half + w * 0.06, float(y) * 0.86, 9), 0.42, 0.42, "bumper")
    for side in (-1, 1):
        c.limb((-w * 0.40, side * wide, 11), (half + w * 0.06, side * wide * 0.86, 10), 0.9, 0.9, "bumper")
    c.limb((half + w * 0.06, -wide * 0.86, 10), (half + w * 0.06, wide * 0.86, 10), 0.9, 0.9, "bumper")
    c.limb((-w * 0.46, -wide, 13), (-w * 0.46, wide, 13), 1.4, 1.4, "cherry")


def shelter(c: Clay, w: float, h: float, _: int) -> None:
    """A roof of tinted glass on steel, with two trolleys' handles showing at its mouth."""
    for x in (-0.2, 0.2):
        c.limb((x * w - 4, h * 0.46, 8), (x * w + 4, h * 0.46, 8), 1.5, 1.5, "cherry")
    c.box((0, -0.8, 20), (w / 2, h * 0.45, 5), "bumper", round_=1.2, bevel=1)

    def bowed(_: Array, v: Array) -> Array:
        return -((v / h) ** 2) * 14

    corners = [(-w * 0.48, -h * 0.40), (w * 0.48, -h * 0.40), (w * 0.48, h * 0.36), (-w * 0.48, h * 0.36)]
    c.slab(corners, 27, "pane", bevel=0.6, relief=bowed)
    u, v = c.local()
    c.paint((((u + v * 0.8) % 26) < 4) & (np.abs(v) < h * 0.36), "sky", "pane")
    for x in np.linspace(-w * 0.48, w * 0.48, 5):
        c.limb((float(x), -h * 0.42, 25), (float(x), h * 0.38, 26), 0.9, 0.9, "bumper")
