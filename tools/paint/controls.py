"""What is pressed, pulled and turned in a mill: a stop button, cranks and wheels, a hoist's winch, an intercom, a chute."""

import math

import numpy as np

from tools.paint.clay import Clay


def stop(c: Clay) -> None:
    """A great red button on a striped box."""
    c.box((0, 0, 2), (7.4, 7.4, 3), "yellow", round_=1.4, bevel=1.1)
    u, v = c.local()
    c.paint(((u + v + 200) % 6 < 3) & (np.maximum(np.abs(u), np.abs(v)) > 5.2), "line", "yellow")
    c.disc((0, 0, 7), 4.4, "gun", bevel=0.8)
    c.disc((0, 0, 9), 3.6, "red", bevel=1.6)


def wheel(c: Clay, role: str) -> None:
    """A hand wheel on its stem."""
    c.disc((0, 0, 4), 3.6, "gun", bevel=1)
    for i in range(20):
        a = 2 * math.pi * i / 20
        c.ball((7.0 * math.cos(a), 7.0 * math.sin(a), 9), 1.4, role)
    for i in range(4):
        a = math.pi * i / 2 + 0.4
        c.limb((0, 0, 9), (6.6 * math.cos(a), 6.6 * math.sin(a), 9), 0.9, 0.9, role)
    c.ball((0, 0, 10), 1.9, "gold")


def cold_wheel(c: Clay) -> None:
    """The wheel of a cold main, rime at its foot."""
    c.disc((0, 0, 1), 8.4, "foam", bevel=0.8)
    wheel(c, "sky")


def wet_wheel(c: Clay) -> None:
    """The wheel of the quench."""
    wheel(c, "teal")


def crank(c: Clay) -> None:
    """The crank of a drive: a flange, an arm, a wooden grip."""
    c.disc((-2, 0, 4), 6.4, "gun", bevel=1.4)
    c.disc((-2, 0, 5), 3.4, "bronze", bevel=1)
    c.limb((-2, 0, 7), (7, -5, 8), 1.6, 1.4, "bumper")
    c.limb((7, -5, 8), (7, -5, 13), 2.0, 2.0, "wood")


def hoist(c: Clay) -> None:
    """A hoist's winch: a drum of chain, a long brake handle, a lamp."""
    c.box((0, 0, 2), (9, 7.4, 4), "yellow", round_=1.4, bevel=1.2)
    c.limb((-5, 0, 9), (5, 0, 9), 4.6, 4.6, "gun")
    u, v = c.local()
    c.paint((((u + 60) % 3) < 1.3) & c.has("gun"), "bumper")
    for x in (-6.4, 6.4):
        c.box((x, 0, 8), (1.2, 6.0, 6), "steel", round_=1, bevel=0.8)
    c.limb((7.4, 2, 12), (10, -9, 12), 1.2, 1.1, "bumper")
    c.ball((10, -9.6, 12), 2.1, "cherry")
    c.ball((-6.6, -5.2, 9), 1.4, "lamp")
    c.paint(((u + v + 200) % 8 < 4) & c.has("yellow"), "line")


def intercom(c: Clay) -> None:
    """A speaking box: slots, a button, a green lamp."""
    c.box((0, 0, 2), (6, 7, 3), "sheet", round_=1.2, bevel=1)
    u, v = c.local()
    c.paint((np.abs(u) < 4) & (v < 0.6) & (v > -5) & (((v + 40) % 1.9) < 0.9), "line", "sheet")
    c.disc((-2, 3.8, 6), 1.7, "cherry", bevel=0.5)
    c.ball((2.4, 3.8, 5), 1.2, "screen_green")


def chute(c: Clay) -> None:
    """A gap in the rails with a kick plate: from here things are thrown in."""
    c.box((0, 0, 0), (9.4, 6.4, 1.6), "gun", round_=0.6, bevel=0.5)
    u, v = c.local()
    c.paint((((u + v + 200) % 6) < 3) & (np.abs(v) > 4.2), "yellow", "gun")
    c.paint(np.abs(u) < 0.8, "bumper", "gun")
    c.paint((np.abs(np.abs(u) - (2.8 - v) * 0.9) < 1.1) & (v < 2.8) & (v > -2.6), "lamp", "gun")


def hook_box(c: Clay) -> None:
    """The buttons of a scrap hook on a coiled lead."""
    for i in range(9):
        c.ball((3.4 * math.cos(i * 0.7) - 3, 3.4 * math.sin(i * 0.7) + 4, 1.5 + i * 0.2), 0.9, "tire")
    c.box((2, -2, 2), (4.2, 6.4, 4), "yellow", round_=1.4, bevel=1.2)
    c.disc((2, -5, 7), 1.6, "screen_green", bevel=0.4)
    c.disc((2, -1, 7), 1.6, "cherry", bevel=0.4)


def cell(c: Clay) -> None:
    """A reserve cell: a ribbed case, brass ends, a red spark of life."""
    c.limb((-5.4, 0, 4), (5.4, 0, 4), 3.8, 3.8, "gun")
    for x in (-3.4, 0.0, 3.4):
        c.limb((x - 0.5, 0, 4.4), (x + 0.5, 0, 4.4), 4.2, 4.2, "bumper")
    for side in (-1, 1):
        c.limb((side * 6.4, 0, 4), (side * 8.0, 0, 4), 2.6, 2.0, "gold")
    c.ball((1.7, 0, 8), 1.4, "lamp_red")


def plate(c: Clay) -> None:
    """The plate of a hoist: chequered steel with striped edges and an eye in each corner."""
    c.box((0, 0, 2), (25, 19, 3), "yellow", round_=2, bevel=1.2)
    u, v = c.local()
    c.paint(((u + v + 400) % 9) < 4.5, "line", "yellow")
    c.box((0, 0, 2.8), (21.5, 15.5, 3), "steel", round_=1, bevel=0.8)
    c.paint((np.abs(((u + v + 400) % 7) - 3.5) < 0.6) & c.has("steel"), "gun")
    for x in (-22, 22):
        for y in (-16, 16):
            c.disc((x, y, 8), 2.8, "gun", bevel=1)
            c.disc((x, y, 8.6), 1.4, "bumper", bevel=0.5)
