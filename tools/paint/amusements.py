"""The arcade: cabinets with games on their screens, the machine that gives change, the pool table; the front is v > 0."""

import math
from collections.abc import Callable

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array, Mask

CABINETS = (  # coat, dark of the tube, what glows on it, a second colour, the sign
    ("violet", "tube_cyan", "sign_cyan", "sign_pink", "sign_violet"),
    ("oxblood", "tube_pink", "sign_pink", "sign_lemon", "sign_pink"),
    ("denim", "tube_green", "sign_green", "sign_cyan", "sign_cyan"),
    ("tank", "tube_lemon", "sign_lemon", "sign_pink", "sign_green"),
)


def _invaders(x: Array, y: Array) -> Mask:
    """Ranks of little shapes, and a gun below."""
    rank = ((x + 40) % 2.6 < 1.5) & ((y + 40) % 2.2 < 1.1) & (y < 1.2)
    return rank | ((np.abs(x) < 0.9) & (y > 2.4) & (y < 3.4))


def _maze(x: Array, y: Array) -> Mask:
    """Walls of a maze."""
    return ((x + 40) % 3.6 < 0.9) & ((y + 40) % 5 < 3.6) | ((y + 40) % 3.4 < 0.8) & ((x + 41) % 6 < 3)


def _road(x: Array, y: Array) -> Mask:
    """A road to the horizon."""
    edge = 0.8 + np.clip(y + 2.2, 0, 9) * 0.75
    return (np.abs(np.abs(x) - edge) < 0.6) & (y > -2.2) | (np.abs(x) < 0.4) & (y % 2 < 1) & (y > -1.6)


def _fighters(x: Array, y: Array) -> Mask:
    """Two figures and the ground they stand on."""
    body = (np.abs(np.abs(x) - 2.4) < 0.9) & (y > -1.6) & (y < 2.4)
    return body | (np.hypot(np.abs(x) - 2.4, y + 2.4) < 0.8) | (y > 2.8)


GAMES: tuple[Callable[[Array, Array], Mask], ...] = (_invaders, _maze, _road, _fighters)


def arcade(c: Clay, w: float, h: float, variant: int) -> None:
    """A cabinet: lit sign at the back, a screen that leans to its player, a deck of sticks and buttons."""
    coat, tube, glow, second, sign = CABINETS[variant]
    half, back = w * 0.46, -h * 0.48
    c.box((0, back + h * 0.38, 6), (half, h * 0.38, 10), coat, round_=1, bevel=1)
    c.box((0, back + 3.6, 10), (half - 0.6, 3.2, 10), sign, round_=0.8, bevel=0.5)
    c.box((0, back + h * 0.475, 7.2), (half - 1.0, h * 0.25, 10), "gun", round_=0.8, bevel=0.6)
    c.box((0, back + h * 0.48, 7.8), (half - 1.8, h * 0.215, 10), tube, round_=1.2, bevel=0.5)
    u, v = c.local()
    x, y = u, v - back - h * 0.48
    game = GAMES[variant](x, y)
    c.paint(game, glow, tube)
    c.paint(game & ((y > 1.4) | (np.abs(x) < 1.0)), second, glow)
    c.paint((np.abs(v - back - 3.6) < 1.0) & (np.abs(u) < half - 3.5) & ((u + 40) % 3.2 < 2.0), "lamp", sign)
    deck = h * 0.33
    c.box((0, deck, 0.6), (half, h * 0.155, 10), coat, round_=1.2, bevel=0.8, tilt=(0, -0.12))
    c.box((0, deck, 1.0), (half - 1.2, h * 0.115, 10), "gun", round_=0.8, bevel=0.3)
    for x0 in (-6.4, 2.2):
        c.limb((x0, deck, 10), (x0, deck - 0.8, 13.5), 0.6, 0.6, "bumper")
        c.ball((x0, deck - 0.8, 13.6), 1.3, "cherry")
        for k, stuff in enumerate(("lemon", "sky")):
            c.ball((x0 + 2.6 + 1.9 * k, deck + 0.7 - 1.2 * (k % 2), 11), 0.9, stuff)


def change(c: Clay, w: float, h: float, _: int) -> None:
    """A machine that turns notes into tokens: lit panel, slot, cup of brass."""
    c.box((0, -h * 0.06, 8), (w * 0.47, h * 0.42, 10), "bumper", round_=1.2, bevel=1.2)
    c.box((0, -h * 0.18, 9), (w * 0.38, h * 0.2, 10), "violet", round_=0.8, bevel=0.6)
    u, v = c.local()
    letter = np.hypot(u, (v + h * 0.18) * 1.2)
    c.paint((letter < 3.2) & (letter > 1.8), "sign_lemon", "violet")
    c.box((0, h * 0.30, 7), (w * 0.42, h * 0.14, 10), "sign_lemon", round_=0.8, bevel=0.6, tilt=(0, -0.4))
    c.box((-w * 0.2, h * 0.28, 8), (3.0, 0.8, 10), "line", round_=0.2, bevel=0.2)
    c.disc((w * 0.2, h * 0.34, 18), 2.6, "gun", bevel=0.6)
    c.disc((w * 0.2, h * 0.34, 18.2), 1.7, "gold", bevel=0.5)


BALLS = ("lemon", "sky", "cherry", "violet", "mint", "oxblood", "line", "white", "pink")


def pool(c: Clay, w: float, h: float, _: int) -> None:
    """A pool table in the middle of a game, a cue laid across a corner."""
    c.box((0, 0, 6), (w / 2, h / 2, 6), "wood", round_=3.2, bevel=1.4)
    c.box((0, 0, 4), (w / 2 - 4, h / 2 - 4, 6), "wood", round_=2, bevel=0.2)
    inside = (np.abs(c.local()[0]) < w / 2 - 4.6) & (np.abs(c.local()[1]) < h / 2 - 4.6)
    c.height[inside] = 9.0
    c.stuff[inside] = c.number["baize"]
    for x in (-1, 0, 1):
        for y in (-1, 1):
            at = (x * (w / 2 - 4.4), y * (h / 2 - 4.2), 12.4)
            c.disc(at, 3.0, "gun", bevel=0.6)
            c.disc((at[0], at[1], 12.6), 2.2, "line", bevel=0.1)
    dice = np.random.default_rng(9)
    for i, stuff in enumerate(BALLS):
        angle, far = i * 2.4, 2.4 + 3.4 * i**0.7
        x = w * 0.14 + far * math.cos(angle) * 1.3 + float(dice.uniform(-1, 1))
        y = far * math.sin(angle) * 0.7
        c.ball((x, y, 9.6), 1.5, stuff)
    c.ball((-w * 0.26, 3.0, 9.6), 1.5, "white")
    c.limb((-w * 0.52, -h * 0.36, 14), (w * 0.22, h * 0.06, 13), 1.0, 0.6, "crt")
    c.limb((-w * 0.52, -h * 0.36, 14), (-w * 0.3, -h * 0.23, 14), 1.2, 1.1, "wood")
