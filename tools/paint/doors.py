"""Door leaves seen from above: strips of 128 x 16 px that the view cuts to a door's length and turns."""

from collections.abc import Callable

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Picture
from tools.paint.output import Folder
from tools.paint.ramps import MATERIALS
from tools.paint.shading import SMOOTH, picture

LONG, DEEP = 128, 16


def _clay() -> Clay:
    return Clay(LONG, DEEP, MATERIALS, samples=3)


def swing(c: Clay) -> None:
    """A leaf of wood, shod with steel where it is cut, at its hinge and its middle."""
    c.box((0, 0, 8), (LONG, 2.9, 6), "wood", round_=0, bevel=0.9)
    c.box((0, 0, 8.6), (LONG, 1.0, 6), "wood", round_=0, bevel=0.5)
    for x in (-LONG / 2 + 3, 0, LONG / 2 - 3):
        c.box((x, 0, 9), (2.0, 3.0, 6), "bumper", round_=0.4, bevel=0.6)


def shutter(c: Clay) -> None:
    """The drum of a rolling shutter: ribs of steel, a striped lip."""
    c.box((0, 0, 8), (LONG, 7, 5), "steel", round_=0, bevel=1.4)
    for x in range(-LONG // 2, LONG // 2 + 1, 8):
        c.box((float(x) + 4, 0, 9.4), (2.6, 6.4, 5), "steel", round_=0.6, bevel=1.4)
    u, v = c.local()
    c.paint((np.abs(v) < 1.3) & (((u + v) % 16) < 8), "yellow", "steel")


def gate(c: Clay) -> None:
    """A barred gate: top rail with the caps of its bars."""
    c.box((0, 0, 6), (LONG, 1.7, 6), "gun", round_=0, bevel=0.8)
    for x in range(-LONG // 2, LONG // 2 + 1, 8):
        c.disc((float(x) + 4, 0, 15), 2.6, "steel", bevel=1.6)


def glass(c: Clay) -> None:
    """A pane in a steel frame."""
    c.box((0, 0, 7), (LONG, 3.6, 5), "bumper", round_=0, bevel=0.8)
    c.box((0, 0, 8), (LONG, 1.9, 5), "sky", round_=0, bevel=0.5)
    u, v = c.local()
    c.paint(((u - v * 2) % 22 < 5) & (np.abs(v) < 1.9), "white", "sky")


def slide(c: Clay) -> None:
    """Glass between rubber and aluminium, a bright strip along its middle to be seen by."""
    c.box((0, 0, 7), (LONG, 3.2, 5), "bumper", round_=0, bevel=0.7)
    c.box((0, 0, 7.8), (LONG, 2.0, 5), "glass", round_=0, bevel=0.4)
    u, v = c.local()
    c.paint((np.abs(v) < 0.7) & ((u + 400) % 10 < 6), "white", "glass")
    for x in range(-LONG // 2, LONG // 2 + 1, 32):
        c.box((float(x), 0, 8.6), (1.6, 3.2, 5), "tank", round_=0.3, bevel=0.4)
        c.box((float(x) + 3.0, 0, 8.4), (1.0, 3.0, 5), "bumper", round_=0.3, bevel=0.5)


def fire(c: Clay) -> None:
    """A red steel leaf with a push bar along one face."""
    c.box((0, -0.6, 8), (LONG, 2.9, 6), "oxblood", round_=0, bevel=0.9)
    c.box((0, -0.6, 8.6), (LONG, 0.9, 6), "oxblood", round_=0, bevel=0.5)
    c.limb((-LONG / 2, 3.6, 12), (LONG / 2, 3.6, 12), 1.1, 1.1, "bumper")
    for x in range(-LONG // 2 + 6, LONG // 2, 20):
        c.box((float(x), 2.4, 9), (1.5, 1.9, 5), "steel", round_=0.4, bevel=0.5)
    for end in (-1, 1):
        c.box((end * (LONG / 2 - 2.4), -0.6, 9), (2.2, 3.0, 6), "yellow", round_=0.4, bevel=0.6)


def staff(c: Clay) -> None:
    """A grey steel leaf, ribbed, with kick plates and a code lock's lamp."""
    c.box((0, 0, 8), (LONG, 3.1, 6), "grey", round_=0, bevel=0.9)
    for x in range(-LONG // 2, LONG // 2 + 1, 12):
        c.box((float(x), 0, 8.8), (0.8, 2.6, 6), "grey", round_=0.2, bevel=0.4)
    c.box((0, 0, 9), (LONG, 0.9, 6), "teal", round_=0, bevel=0.4)
    for end in (-1, 1):
        c.box((end * (LONG / 2 - 3), 0, 9.2), (2.4, 3.1, 6), "bumper", round_=0.4, bevel=0.6)


def bars(c: Clay) -> None:
    """A cell door: two rails, close bars."""
    for y in (-3.4, 3.4):
        c.box((0, y, 6), (LONG, 1.1, 6), "gun", round_=0, bevel=0.7)
    for x in range(-LONG // 2, LONG // 2 + 1, 6):
        c.disc((float(x) + 3, 0, 14), 2.0, "bumper", bevel=1.3)


LEAVES: dict[str, Callable[[Clay], None]] = {
    "swing": swing,
    "shutter": shutter,
    "gate": gate,
    "glass": glass,
    "slide": slide,
    "fire": fire,
    "staff": staff,
    "bars": bars,
}


def leaf(kind: str) -> Picture:
    """Return one strip: [16, 128, 4]."""
    clay = _clay()
    LEAVES[kind](clay)
    return picture(clay, SMOOTH)


def paint_doors(folder: Folder) -> None:
    """Paint assets/doors."""
    for kind in LEAVES:
        folder.picture(f"doors/{kind}.png", leaf(kind))
