"""Small things: what lies about to be taken, what is pressed or pulled, and parts of doors; each fits its own little square."""

import numpy as np

from tools.paint.clay import Clay


def lever(c: Clay) -> None:
    """A breaker box with a thrown handle."""
    c.box((0, 0, 2), (6, 7, 3), "grey", round_=1, bevel=1)
    c.box((0, 0, 3), (2.0, 5, 3), "line", round_=0.6, bevel=0.2)
    c.limb((0, 3, 6), (0, -3.4, 10), 1.1, 1.1, "bumper")
    c.ball((0, -3.8, 10), 2.0, "cherry")
    for x in (-4.4, 4.4):
        for y in (-5.4, 5.4):
            c.ball((x, y, 4.6), 0.7, "gun")


def floodlight_switch(c: Clay) -> None:
    """A weatherproof box with two buttons."""
    c.box((0, 0, 2), (5, 6.6, 3), "yellow", round_=1.4, bevel=1.2)
    c.disc((0, -2.6, 6), 2.1, "tank", bevel=0.6)
    c.disc((0, -2.6, 6.8), 1.4, "lamp", bevel=0.6)
    c.disc((0, 2.6, 6), 2.1, "tank", bevel=0.6)
    c.disc((0, 2.6, 6.8), 1.4, "cherry", bevel=0.6)


def switch(c: Clay) -> None:
    """A plain wall box with a rocker and a pilot lamp."""
    c.box((0, 0, 2), (5, 6.4, 3), "grey", round_=1.2, bevel=1)
    c.box((0, 1.4, 3), (2.6, 3.2, 3), "bumper", round_=0.6, bevel=0.8, tilt=(0, -0.3))
    c.ball((0, -4, 5), 1.2, "screen_cyan")


def phone(c: Clay) -> None:
    """A desk telephone, its receiver across the top."""
    c.box((0, 1, 2), (5.6, 5.2, 2.4), "crt", round_=1.2, bevel=1.2)
    u, v = c.local()
    keys = (np.abs(u) < 3) & (v > 0) & (v < 5) & ((u % 2) < 1.2) & ((v % 1.8) < 1.1)
    c.paint(keys, "suit", "crt")
    c.limb((-5.2, -3.2, 6), (5.2, -3.2, 6), 1.5, 1.5, "crt")
    for side in (-1, 1):
        c.egg((side * 5.2, -3.2, 6.2), (2.2, 2.3, 2.2), "crt")


def shells(c: Clay) -> None:
    """A torn carton of shotgun shells, three of them loose."""
    c.box((-2, 0, 1), (4.6, 5.2, 3), "card", round_=0.6, bevel=0.5)
    for i in range(3):
        for j in range(3):
            c.disc((-4.6 + 2.6 * i, -3.2 + 3.2 * j, 5), 1.15, "cherry", bevel=0.4)
            c.disc((-4.6 + 2.6 * i, -3.2 + 3.2 * j, 5.3), 0.6, "gold", bevel=0.2)
    for x, y, yaw in ((5.2, -3, 0.5), (6.0, 1.2, -0.4), (4.6, 4.6, 0.9)):
        dx, dy = 1.7 * float(np.cos(yaw)), 1.7 * float(np.sin(yaw))
        c.limb((x - dx, y - dy, 1.2), (x + dx, y + dy, 1.2), 1.0, 1.0, "cherry")
        c.ball((x + dx, y + dy, 1.3), 1.0, "gold")


def rounds(c: Clay) -> None:
    """A magazine and a few cartridges."""
    c.box((-1, 0, 1.6), (2.2, 5.4, 2), "gun", yaw=0.3, round_=0.6, bevel=0.6)
    for x, y in ((4, -3), (4.8, 0.6), (3.4, 4)):
        c.limb((x - 1, y, 1.2), (x + 1.2, y + 0.5, 1.2), 0.85, 0.6, "gold")


def pipe(c: Clay) -> None:
    """A length of gas pipe with a coupling."""
    c.limb((-10, 3, 2), (10, -3, 2), 1.5, 1.5, "bumper")
    c.limb((7.6, -2.3, 2.4), (10.2, -3.05, 2.4), 2.1, 2.1, "steel")


def pistol(c: Clay) -> None:
    """A pistol on its side."""
    c.box((1, -1.6, 2), (6.2, 1.6, 2), "gun", round_=0.6, bevel=0.7)
    c.slab([(-5, -0.6), (-1.4, -0.6), (-2.8, 5), (-6.4, 5)], 3.4, "gun", bevel=1.1)
    c.limb((-0.6, 1.5, 2), (1, 0.4, 2), 0.55, 0.55, "gun")


def shotgun(c: Clay) -> None:
    """A pump shotgun on its side."""
    c.box((3, -1.2, 2), (11, 1.0, 2), "gun", round_=0.5, bevel=0.6)
    c.box((4, 0.8, 2), (9, 0.8, 2), "gun", round_=0.5, bevel=0.6)
    c.box((6, 1.2, 3), (3.2, 1.4, 2), "wood", round_=0.9, bevel=0.9)
    c.slab([(-6, -1.8), (-14, 1.2), (-14, 4.6), (-6, 1.4)], 4, "wood", bevel=1.3)
    c.limb((-5.4, 2, 2), (-2.6, 2.4, 2), 0.55, 0.55, "gun")


def lamp_pole(c: Clay) -> None:
    """A mast with its arm and hood."""
    c.disc((-8, 0, 5), 4.2, "concrete", bevel=1.4)
    c.limb((-8, 0, 8), (-8, 0, 30), 1.9, 1.9, "gun")
    c.limb((-8, 0, 30), (7, 0, 32), 1.3, 1.1, "gun")
    c.egg((8, 0, 31), (5, 3.2, 3.4), "grey", square=2.6)


def hinge(c: Clay) -> None:
    """The post that a gate or leaf turns on."""
    c.disc((0, 0, 10), 4.2, "gun", bevel=1.4)
    c.disc((0, 0, 11.4), 2.2, "steel", bevel=1.2)


def exit_box(c: Clay) -> None:
    """A card reader beside a door."""
    c.box((0, 0, 2), (4, 5.4, 3), "tank", round_=1, bevel=0.8)
    c.box((0, 1.6, 2.8), (2.4, 2.2, 3), "grey", round_=0.4, bevel=0.4)
    c.ball((0, -3, 4.8), 1.2, "lamp_red")


def track(c: Clay) -> None:
    """The end guide of a rolling shutter."""
    c.box((0, 0, 6), (4.5, 6.5, 6), "steel", round_=0.8, bevel=1)
    c.box((1.6, 0, 6.6), (3.2, 2.2, 6), "line", round_=0.2, bevel=0.2)
