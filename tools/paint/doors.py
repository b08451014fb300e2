"""Door leaves seen from above: strips of 128 x 16 px that the view cuts to a door's length and turns."""

from collections.abc import Callable

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Picture
from tools.paint.output import Folder
from tools.paint.ramps import stuff
from tools.paint.shading import SMOOTH, picture

LONG, DEEP = 128, 16


def _clay() -> Clay:
    names = ("steel", "gun", "grey", "wood", "bumper", "yellow", "line", "glass", "sky", "teal", "white")
    return Clay(LONG, DEEP, stuff(*names), samples=3)


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
