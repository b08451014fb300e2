"""Icons of 36 x 24 px: what is carried, and the orders that John is given."""

from collections.abc import Callable

from tools.paint import items
from tools.paint.clay import Clay
from tools.paint.colour import Picture
from tools.paint.costumes import COSTUMES
from tools.paint.output import Folder
from tools.paint.ramps import stuff
from tools.paint.shading import SMOOTH, picture

WIDE, TALL = 36, 24


def _fists(c: Clay) -> None:
    """A clenched hand, knuckles to the right."""
    c.limb((-14, 2, 3), (-5, 1, 3), 4.2, 4.0, "leather")
    c.egg((1, 0.6, 4), (6.4, 6.0, 4.5), "skin", square=2.6)
    for i, y in enumerate((-3.9, -1.0, 1.9, 4.6)):
        c.limb((2.6, y, 7), (6.6 - 0.4 * (i == 3), y, 6), 1.7, 1.6, "skin")
    c.limb((-1.6, -4.6, 7.4), (3.4, -5.2, 7.4), 1.8, 1.6, "skin")


def _pipe(c: Clay) -> None:
    c.limb((-13, 5, 2), (12, -5, 2), 1.9, 1.9, "bumper")
    c.limb((9, -3.8, 2.6), (13, -5.4, 2.6), 2.9, 2.9, "steel")


def _pistol(c: Clay) -> None:
    c.box((1, -2, 2), (7, 1.9, 2), "gun", round_=0.7)
    c.slab([(-6, -1), (-2, -1), (-3.6, 6), (-7.6, 6)], 3, "gun", bevel=1.2)
    c.limb((-1, 1.6, 2), (1, 0.4, 2), 0.6, 0.6, "gun")


def _boy(c: Clay, x: float) -> None:
    """John as a pictogram: fringe, jacket, amber pack."""
    c.egg((x, 4.4, 2), (6.2, 5.2, 4), "olive", square=2.6)
    c.box((x - 5.4, 4.6, 3), (2.4, 3.6, 4), "amber", round_=1.2)
    c.ball((x, -3.0, 4), 4.2, "skin")
    c.egg((x - 0.4, -4.4, 5), (4.6, 3.6, 4), "hair_blond")


def _arrow(c: Clay, x: float, y: float) -> None:
    c.box((x - 3.4, y, 3), (3.6, 1.5, 2), "white", round_=0.4)
    c.slab([(x, y - 4), (x + 5, y), (x, y + 4)], 5, "white", bevel=0.8)


def _follow(c: Clay) -> None:
    _boy(c, -8)
    _arrow(c, 6, 0)
    c.limb((13.6, -6, 3), (13.6, 6, 3), 1.4, 1.4, "steel")


def _stay(c: Clay) -> None:
    _boy(c, -7)
    for y in (-6.5, 6.5):
        c.limb((4, y, 3), (14, y, 3), 1.2, 1.2, "white")
    for x in (4, 14):
        c.limb((x, -6.5, 3), (x, 6.5, 3), 1.2, 1.2, "white")
    c.disc((9, 0, 4), 2.4, "white", bevel=0.6)


def _hide(c: Clay) -> None:
    _boy(c, -6)
    c.box((5.4, 2.4, 7), (9.6, 7.6, 4), "wood", round_=0.8)
    for y in (-1.6, 2.4, 6.4):
        c.box((5.4, y, 11.2), (8.4, 0.5, 0.2), "line", round_=0.1, bevel=0.1)


def _run_to(c: Clay) -> None:
    _boy(c, -9)
    for y in (-4, 1, 6):
        c.limb((-17, y, 2), (-14.8, y, 2), 0.7, 0.7, "white")
    _arrow(c, 5, 1)
    c.disc((13.6, 1, 4), 3.4, "amber", bevel=0.8)
    c.disc((13.6, 1, 4.6), 1.4, "line", bevel=0.2)


ICONS: dict[str, Callable[[Clay], None]] = {
    "pistol": _pistol,
    "shotgun": items.shotgun,
    "fists": _fists,
    "pipe": _pipe,
    "follow": _follow,
    "stay": _stay,
    "hide": _hide,
    "run_to": _run_to,
}


def icon(name: str) -> Picture:
    """Return one icon: [24, 36, 4]."""
    john = COSTUMES["john"].roles()
    names = ("steel", "gun", "wood", "bumper", "white", "line", "leather", "skin", "amber")
    clay = Clay(WIDE, TALL, stuff(*names, john["jacket"], john["hair"]), samples=4)
    ICONS[name](clay)
    return picture(clay, SMOOTH)


def paint_icons(folder: Folder) -> None:
    """Paint assets/icons."""
    for name in ICONS:
        folder.picture(f"icons/{name}.png", icon(name))
