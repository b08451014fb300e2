"""Icons of 36 x 24 px: what is carried, and the orders that John is given."""

import math
from collections.abc import Callable
from itertools import pairwise

from tools.paint import items
from tools.paint.clay import Clay
from tools.paint.colour import Picture
from tools.paint.output import Folder
from tools.paint.ramps import MATERIALS
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


def _launcher(c: Clay) -> None:
    """A short wide barrel that breaks open, and a wooden butt."""
    c.limb((-3, -1.6, 3), (14, -1.6, 3), 3.6, 3.6, "gun")
    c.limb((13, -1.6, 3.4), (15, -1.6, 3.4), 4.2, 4.2, "steel")
    c.box((-4, -0.6, 4), (3.6, 3.0, 3), "gun", round_=1)
    c.slab([(-7, -3), (-16, 1), (-16, 7), (-12, 7), (-6, 2)], 5, "wood", bevel=1.4)
    c.box((4, 2.4, 4), (3.4, 1.4, 2), "wood", round_=0.8)
    c.limb((-3.4, 3.6, 3), (-2.0, 2.4, 3), 0.8, 0.8, "gun")


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


def _eye(c: Clay, x: float, y: float) -> None:
    """An eye of light, as the machine sees."""
    c.slab(
        [(x - 8, y), (x - 4, y - 4), (x + 4, y - 4), (x + 8, y), (x + 4, y + 4), (x - 4, y + 4)], 4, "steel", bevel=1.2
    )
    c.disc((x, y, 6), 3.2, "lamp_red", bevel=0.8)
    c.ball((x - 0.6, y - 0.6, 6), 1.1, "white")


def _scan(c: Clay) -> None:
    """The machine's eye in the corners of a frame."""
    _eye(c, 0, 0)
    for sx in (-1, 1):
        for sy in (-1, 1):
            c.limb((sx * 15, sy * 9.4, 3), (sx * 10, sy * 9.4, 3), 0.9, 0.9, "lamp_red")
            c.limb((sx * 15, sy * 9.4, 3), (sx * 15, sy * 5.4, 3), 0.9, 0.9, "lamp_red")


def _throw(c: Clay) -> None:
    """A can on its way, and the bow of its flight."""
    for i in range(6):
        x = -15 + i * 3.8
        c.ball((x, 7.5 - 11 * math.sin(0.35 + i * 0.26), 2), 0.9 + 0.1 * i, "white")
    c.limb((8.4, -4.6, 4), (13.2, 1.4, 4), 3.4, 3.4, "steel")
    c.limb((9.4, -3.4, 5.6), (11.6, -0.6, 5.6), 3.3, 3.3, "cherry")


def _vault(c: Clay) -> None:
    """A figure over a low wall."""
    c.box((1, 7.0, 2), (3.4, 4.6, 3), "wood", round_=0.6)
    c.limb((-2.4, -4.4, 5), (4.4, -2.0, 5), 2.9, 2.4, "leather")
    c.ball((-6.4, -6.2, 5), 2.9, "skin")
    c.limb((-1.2, -3.4, 6), (0.8, 3.4, 6), 1.3, 1.1, "leather")
    c.limb((4.4, -2.0, 5), (10.6, -4.8, 5), 1.6, 1.3, "leather")
    c.limb((4.4, -1.6, 5), (10.4, 0.2, 5), 1.6, 1.3, "leather")
    _arrow(c, -12, 4.4)


def _person(c: Clay, x: float, stuff: str) -> None:
    """Head and shoulders of anybody."""
    c.egg((x, 5.2, 2), (7.4, 5.4, 4), stuff, square=2.6)
    c.ball((x, -3.0, 4), 4.4, stuff)


def _mark_doubt(c: Clay) -> None:
    """Somebody, and a question."""
    _person(c, -7, "grey")
    bow = [(5.0, -5.0), (6.4, -8.0), (9.6, -8.4), (12.2, -6.2), (11.4, -2.8), (9.0, -0.6), (8.8, 2.2)]
    for (x0, y0), (x1, y1) in pairwise(bow):
        c.limb((x0, y0, 4), (x1, y1, 4), 1.5, 1.5, "white")
    c.ball((8.8, 7.0, 4), 1.9, "white")


def _mark_clear(c: Clay) -> None:
    """Somebody, and a tick: flesh."""
    _person(c, -7, "sky")
    c.limb((4.0, 1.4, 4), (8.0, 6.4, 4), 1.7, 1.7, "white")
    c.limb((8.0, 6.4, 4), (14.2, -6.4, 4), 1.7, 1.5, "white")


def _mark_machine(c: Clay) -> None:
    """Somebody who is metal, crossed out."""
    _person(c, -7, "chrome")
    for side in (-1, 1):
        c.limb((4.0, side * -6.0, 4), (14.0, side * 6.0, 4), 1.8, 1.8, "lamp_red")


def _stand_down(c: Clay) -> None:
    """A gun laid down under an open hand."""
    c.box((-5, 6.4, 2), (8.6, 1.5, 2), "gun", round_=0.6)
    c.box((-11.4, 7.4, 2.4), (3.4, 2.2, 2), "wood", round_=0.8)
    c.egg((8.4, 1.6, 4), (4.6, 5.0, 3), "skin", square=2.5)
    for i, y in enumerate((-9.2, -10.2, -9.6, -7.8)):
        c.limb((5.2 + i * 2.2, -1.6, 5), (4.6 + i * 2.6, y, 5), 1.25, 1.05, "skin")
    c.limb((4.8, 3.6, 5), (1.2, -0.8, 5), 1.4, 1.1, "skin")


def _whistle(c: Clay) -> None:
    """The boy, and what comes from his lips."""
    _boy(c, -8)
    for i, r in enumerate((4.6, 8.2, 11.8)):
        for k in range(-3, 4):
            angle = k * 0.17
            at = (-1.0 + r * math.cos(angle), -2.6 + r * math.sin(angle), 4.0)
            c.ball(at, 1.2 - 0.12 * i, "white")


def _haul(c: Clay) -> None:
    """One figure's arm about another's chest."""
    _person(c, 6, "grey")
    _person(c, -6, "leather")
    c.limb((-9, 4.4, 7), (5.4, 6.0, 8), 2.2, 1.9, "leather")
    c.ball((6.4, 6.0, 8.4), 2.0, "skin")


ICONS: dict[str, Callable[[Clay], None]] = {
    "pistol": _pistol,
    "shotgun": items.shotgun,
    "grenade": _launcher,
    "fists": _fists,
    "pipe": _pipe,
    "follow": _follow,
    "stay": _stay,
    "hide": _hide,
    "run_to": _run_to,
    "scan": _scan,
    "throw": _throw,
    "vault": _vault,
    "haul": _haul,
    "mark_doubt": _mark_doubt,
    "mark_clear": _mark_clear,
    "mark_machine": _mark_machine,
    "stand_down": _stand_down,
    "whistle": _whistle,
}


def icon(name: str) -> Picture:
    """Return one icon: [24, 36, 4]."""
    clay = Clay(WIDE, TALL, MATERIALS, samples=4)
    ICONS[name](clay)
    return picture(clay, SMOOTH)


def paint_icons(folder: Folder) -> None:
    """Paint assets/icons."""
    for name in ICONS:
        folder.picture(f"icons/{name}.png", icon(name))
