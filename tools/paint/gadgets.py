"""Small things of the mall: keys and tokens, alarms, locks, a brake, a chain, telephones and microphones."""

import math

import numpy as np

from tools.paint.clay import Clay


def key_staff(c: Clay) -> None:
    """A ring of keys with a teal fob."""
    for i in range(12):
        angle = i * math.pi / 6
        c.ball((-4 + 4.2 * math.cos(angle), 4.2 * math.sin(angle), 2), 0.9, "bumper")
    for angle in (-0.5, 0.15):
        cos, sin = math.cos(angle), math.sin(angle)
        c.limb((0.4 * cos - 1, 0.4 * sin, 2.4), (9.0 * cos - 1, 9.0 * sin, 2.0), 0.9, 0.8, "gold")
        c.disc((0.8 * cos, 0.8 * sin, 4), 1.9, "gold", bevel=0.6)
        c.box((8.0 * cos - 1.6, 8.0 * sin + 1.2, 2), (0.7, 1.2, 1), "gold", yaw=angle, round_=0.2, bevel=0.2)
    c.box((-3, 5.6, 1.6), (2.2, 3.2, 1.4), "teal", yaw=0.5, round_=0.8, bevel=0.7)


def patch(c: Clay) -> None:
    """A roll of tape on a folded cloth, and a small can: what mends a machine for a while."""
    c.box((-2, 1, 0), (7, 6, 2), "sheet", yaw=0.2, round_=1, bevel=0.8)
    c.disc((-4, 0, 5), 4.2, "grey", bevel=0.9)
    c.disc((-4, 0, 5.4), 2.0, "line", bevel=0.2)
    c.disc((5, -2, 8), 3.2, "denim", bevel=0.8)
    c.disc((5, -2, 8.4), 1.4, "bumper", bevel=0.5)


def coin(c: Clay) -> None:
    """Three tokens of brass."""
    for x, y, z in ((-2, 1.6, 1.4), (2.6, 0.4, 1.4), (0.2, -2.2, 2.4)):
        c.disc((x, y, z + 1), 2.9, "gold", bevel=0.7)
        c.disc((x, y, z + 1.2), 1.1, "bronze", bevel=0.3)


def alarm(c: Clay) -> None:
    """A fire alarm: a red box, a white bar to pull."""
    c.box((0, 0, 2), (6, 6.6, 3), "red", round_=1.2, bevel=1.1)
    c.box((0, -2.6, 3), (4.4, 1.4, 3), "paper", round_=0.3, bevel=0.3)
    c.limb((-3.2, 2.2, 6.4), (3.2, 2.2, 6.4), 1.2, 1.2, "white")
    c.limb((0, 2.2, 6), (0, -0.4, 6), 0.9, 0.9, "white")


def keypad(c: Clay) -> None:
    """A lock of twelve keys with a green lamp."""
    c.box((0, 0, 2), (4.6, 6.2, 3), "bumper", round_=1, bevel=0.9)
    u, v = c.local()
    keys = (np.abs(u) < 3.0) & (v > -2.4) & (v < 5) & ((u + 31) % 2 < 1.3) & ((v + 30) % 1.9 < 1.2)
    c.paint(keys, "tank", "bumper")
    c.box((0, -4.0, 3), (2.8, 0.9, 3), "sign_green", round_=0.3, bevel=0.2)


def hiscore(c: Clay) -> None:
    """A board of names over the machines, three letters each."""
    c.box((0, 0, 2), (8.4, 6.4, 3), "tank", round_=1, bevel=0.8)
    c.box((0, 0, 2.8), (7.2, 5.2, 3), "tube_pink", round_=0.6, bevel=0.2)
    u, v = c.local()
    for i, stuff in enumerate(("sign_lemon", "sign_cyan", "sign_pink")):
        row = np.abs(v + 3.0 - i * 3.0) < 0.8
        letters = (u > -5.6) & (u < 0.4) & ((u + 31.6) % 2 < 1.3)
        score = (u > 1.4) & (u < 5.6)
        c.paint(row & (letters | score), stuff, "tube_pink")


def handbrake(c: Clay) -> None:
    """A brake lever between two seats."""
    c.box((0, 0, 1), (7.4, 3.2, 2), "tank", round_=1.4, bevel=1)
    c.limb((-5, 0, 3.4), (4.6, 0, 6.4), 1.1, 1.3, "bumper")
    c.limb((2.2, 0, 5.8), (6.4, 0, 7.0), 1.8, 1.8, "gun")
    c.ball((7.0, 0, 7.2), 1.1, "cherry")


def gate_chain(c: Clay) -> None:
    """A chain and a padlock."""
    for i in range(7):
        x = -8.4 + i * 2.4
        y = 1.6 * math.sin(i * 0.9)
        flat = i % 2 == 0
        c.egg((x, y, 2.4), (1.7, 1.3 if flat else 0.8, 1.2), "bumper")
        if flat:
            c.egg((x, y, 3.6), (0.7, 0.4, 0.3), "line")
    c.box((7.0, 2.2, 2), (3.2, 3.6, 2.6), "gold", round_=0.8, bevel=0.9)
    c.limb((5.2, -1.4, 3), (8.8, -1.4, 3), 0.9, 0.9, "bumper")
    c.ball((7.0, 2.4, 4.4), 0.9, "line")


def fire_bar(c: Clay) -> None:
    """The push bar of a fire door."""
    c.box((0, 0, 1), (12.6, 4.2, 2), "oxblood", round_=0.8, bevel=0.8)
    for x in (-10.4, 10.4):
        c.box((x, 0, 2), (1.8, 3.0, 3), "steel", round_=0.6, bevel=0.7)
    c.limb((-10, 0.4, 5.2), (10, 0.4, 5.2), 1.6, 1.6, "bumper")


def pay_phone(c: Clay) -> None:
    """A pay telephone, its receiver off to one side."""
    c.box((1, 0, 2), (5.4, 6.6, 3), "tank", round_=1.2, bevel=1.1)
    c.box((2.2, 1.4, 2.8), (2.8, 3.6, 3), "bumper", round_=0.6, bevel=0.4)
    u, v = c.local()
    keys = (np.abs(u - 2.2) < 2.1) & (np.abs(v - 1.4) < 2.9) & ((u + 30) % 1.6 < 1) & ((v + 30) % 1.9 < 1.2)
    c.paint(keys, "tank", "bumper")
    c.limb((-3.6, -4.0, 6), (-3.6, 4.0, 6), 1.3, 1.3, "crt")
    for y in (-4.2, 4.2):
        c.ball((-3.4, y, 6.2), 1.9, "crt")
    c.box((2.2, -4.6, 3.4), (2.6, 0.9, 3), "screen_cyan", round_=0.3, bevel=0.3)


def pa_mic(c: Clay) -> None:
    """A desk microphone on a bent neck."""
    c.box((0, 3.4, 1), (5.4, 3.8, 2), "gun", round_=1.4, bevel=1)
    c.ball((-3.0, 4.2, 3.4), 1.3, "lamp_red")
    c.limb((0, 2.4, 3), (0.8, -2.6, 8), 0.9, 0.8, "bumper")
    c.limb((0.8, -2.6, 8), (1.2, -6.2, 8.4), 1.9, 2.3, "tank")
    u, v = c.local()
    c.paint((v < -3.4) & (((u + v + 40) % 1.8) < 0.8), "bumper", "tank")


def breakers(c: Clay) -> None:
    """An open cabinet of breakers, one of them down."""
    c.box((0, 0, 2), (11.6, 8.4, 3), "grey", round_=1, bevel=1)
    c.box((0, 0, 2.4), (10, 6.8, 3), "line", round_=0.4, bevel=0.2)
    for i in range(5):
        x = -7.2 + i * 3.6
        c.box((x, 0, 2.8), (1.3, 5.6, 3), "tank", round_=0.3, bevel=0.4)
        y = 2.6 if i == 3 else -2.6
        c.box((x, y, 4), (1.0, 1.6, 3), "cherry" if i == 3 else "paper", round_=0.3, bevel=0.5)


def monitors(c: Clay) -> None:
    """Four small picture tubes in a frame."""
    c.box((0, 0, 2), (12, 9, 3), "gun", round_=1.2, bevel=1)
    for x in (-5.4, 5.4):
        for y in (-4.0, 4.0):
            c.box((x, y, 2.8), (4.6, 3.2, 3), "tube_green", round_=0.8, bevel=0.3)
            c.box((x - 1.6, y + 0.8, 3), (0.9, 1.6, 3), "sign_green", round_=0.3, bevel=0.2)
            c.box((x + 1.4, y - 1.6, 3), (2.0, 0.5, 3), "sign_green", round_=0.2, bevel=0.1)
