"""Collars, badges and glasses of the portraits."""

from collections.abc import Callable

import numpy as np

from tools.paint.bust import BASE, Bust


def _leather(b: Bust) -> None:
    c = b.clay
    for side in (-1, 1):
        lapel = [(side * 5, 47), (side * 12, 27), (side * 19, 31), (side * 24, 47), (side * 10, 56)]
        c.slab(lapel, BASE + 2, "cloth", bevel=3.2)
        c.slab([(side * 2.5, 50), (side * 6, 48), (side * 9, 58), (side * 4, 60)], BASE + 1, "cloth", bevel=1.5)
    c.paint((np.abs(c.x) < 3.6 + (c.y - 40) * 0.05) & (c.y > 36), "dark", "cloth")
    c.egg((0, 52, BASE - 12), (7, 16, 12), "cloth2")


def _uniform(b: Bust) -> None:
    c = b.clay
    for side in (-1, 1):
        collar = [(side * 1.2, 47), (side * 11.5, 31), (side * 17, 36), (side * 12, 50)]
        c.slab(collar, BASE + 1, "cloth", bevel=2.2)
    c.egg((0, 44, BASE - 9), (5, 8, 9), "shirt")
    c.slab([(14, 45), (20, 44), (21, 49), (17.5, 52), (14, 49)], BASE + 4, "badge", bevel=1.2)
    c.slab([(-20, 46), (-13, 46), (-13, 48.2), (-20, 48.2)], BASE + 3, "badge", bevel=0.6)


def _jacket(b: Bust) -> None:
    c = b.clay
    for side in (-1, 1):
        collar = [(side * 3, 48), (side * 12, 30), (side * 21, 35), (side * 16, 52)]
        c.slab(collar, BASE + 1, "cloth", bevel=2.6)
        c.limb((side * 17, 37, BASE - 2), (side * 15, 60, BASE + 1), 2.4, 2.6, "strap")
    c.egg((0, 50, BASE - 9), (8, 15, 10), "cloth2")


def _vest(b: Bust) -> None:
    """A shop's vest over a shirt, a tag of the wearer's name."""
    c = b.clay
    for side in (-1, 1):
        collar = [(side * 1.4, 46), (side * 11, 31), (side * 16, 36), (side * 9, 49)]
        c.slab(collar, BASE + 1, "shirt", bevel=2.0)
        edge = [(side * 4, 60), (side * 17, 36), (side * 25, 40), (side * 27, 60)]
        c.slab(edge, BASE + 1.5, "cloth2", bevel=2.0)
    c.egg((0, 52, BASE - 10), (7, 14, 10), "shirt")
    c.slab([(12, 50), (22, 49), (22.4, 53.4), (12.4, 54.4)], BASE + 5, "badge", bevel=0.6)
    c.paint((np.abs(c.y - 52) < 0.8) & (c.x > 13.5) & (c.x < 20.5), "dark", "badge")


def _apron(b: Bust) -> None:
    """A bib and its loop over a round-necked shirt."""
    c = b.clay
    c.egg((0, 44, BASE - 6), (15, 5, 6), "shirt")
    for side in (-1, 1):
        c.limb((side * 9, 38, BASE + 1), (side * 13, 52, BASE + 3), 1.8, 1.8, "strap")
    c.slab([(-15, 52), (15, 52), (18, 62), (-18, 62)], BASE + 4, "strap", bevel=1.4)


def _singlet(b: Bust) -> None:
    """A dark vest on bare shoulders; the strap of a gun across it."""
    c = b.clay
    c.paint(c.has("cloth") & (c.y > 20), "skin")
    neck = (c.y > 47 + 0.030 * c.x**2) | ((np.abs(np.abs(c.x) - 13.5) < 2.6) & (c.y > 33))
    c.paint(neck & (np.abs(c.x) < 22) & (c.y > 32), "cloth2", "skin")
    c.height = np.where(c.has("cloth2"), c.height + 0.9, c.height).astype(np.float32)
    c.limb((-24, 38, BASE - 6), (14, 64, BASE + 3), 2.6, 2.8, "strap")


def _bare(_: Bust) -> None:
    """Nothing over the trunk."""


CLOTHES: dict[str, Callable[[Bust], None]] = {
    "leather": _leather,
    "uniform": _uniform,
    "jacket": _jacket,
    "vest": _vest,
    "apron": _apron,
    "singlet": _singlet,
    "none": _bare,
}


def dress(b: Bust) -> None:
    """Lay the clothes of a face's trunk."""
    CLOTHES[b.face.wear](b)


def shades(b: Bust) -> None:
    """Dark glasses with a slanting gleam."""
    c = b.clay
    for s in (-1, 1):
        lens = [(s * 1.2, -5.4), (s * 15.6, -6.4), (s * 18.2, -3.8), (s * 15.4, 4.2), (s * 7.6, 5.8), (s * 2.2, 2.2)]
        c.slab(lens, BASE + 22.5, "glass", bevel=1.6, relief=lambda u, _: -np.abs(u) * 0.36)
        c.limb((s * 15, -3.8, BASE + 15), (s * 20.5, -2.2, BASE - 2), 1.4, 1.2, "glass")
    c.limb((-2.4, -3.6, BASE + 22), (2.4, -3.6, BASE + 22), 1.2, 1.2, "glass")
    for s in (-1, 1):
        across = c.x - s * 8
        t = across * 0.8 + c.y + 2.2
        gleam = ((t > -1.6) & (t < 0.6)) | ((t > 1.3) & (t < 1.9))
        c.paint(gleam & (c.y < 3.2) & (c.y > -4.6) & (np.abs(across) < 6.2), "eye", "glass")
