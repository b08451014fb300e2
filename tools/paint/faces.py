"""Faces from the front, in the same clay: a skull, a jaw, a brow and a few marks make each, and nobody sat for them."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from scipy import ndimage as ndi

from tools.paint.bust import BASE, EYE_X, EYE_Y, SIZE, Bust, Face
from tools.paint.clay import Clay
from tools.paint.colour import Array
from tools.paint.hairdo import HAIRDOS
from tools.paint.wardrobe import dress, shades


def bust(face: Face, size: int = SIZE) -> Bust:
    """Return the finished clay of a face."""
    b = Bust(face, size)
    with _raised(b.clay, face.raise_):
        _trunk(b)
        dress(b)
    _skull(b)
    _nose(b)
    _mouth(b)
    _smooth(b)
    for side in (-1, 1):
        b.clay.egg((side * (face.wide + 0.6), 0.5, BASE - 5), (3.0, 6.2, 5), "skin")
        b.carve(side * (face.wide + 1.0), 0.5, 1.2, 3.2, 1.5)
        if not face.shades:
            _eye(b, side)
        if face.eyebrow:
            _eyebrow(b, side)
    if face.moustache:
        _moustache(b)
    HAIRDOS[face.hair](b)
    if face.shades:
        shades(b)
    if face.damage:
        _damage(b)
    if face.chrome:
        b.clay.stuff[b.clay.has("skin", "hair", "lip")] = b.clay.number["metal"]
    return b


@contextmanager
def _raised(clay: Clay, up: float) -> Iterator[None]:
    """Lay parts higher up the picture."""
    clay.oy, clay.y = clay.oy - up, clay.y + np.float32(up)
    yield
    clay.oy, clay.y = clay.oy + up, clay.y - np.float32(up)


def _trunk(b: Bust) -> None:
    c, f = b.clay, b.face
    c.egg((0, 62, BASE - 26), (f.shoulders, 26, 22), "cloth", square=2.4)
    c.limb((0, 14, BASE - 9), (0, 46, BASE - 13), f.neck, f.neck + 2, "skin")
    for side in (-1, 1):
        if f.tendons:
            c.limb((side * 9, 20, BASE - 3), (side * 2.5, 44, BASE - 2), 2.2, 2.0, "skin", soft=4)
        c.limb((side * 8, 38, BASE - 8), (side * 26, 46, BASE - 14), 7, 6, "cloth", soft=5)


def _skull(b: Bust) -> None:
    c, f = b.clay, b.face
    c.egg((0, -9, BASE), (f.wide, f.tall - 1, 20), "skin")
    c.egg((0, 7, BASE + 1), (f.jaw + 1.5, 18, 17), "skin", soft=7)
    for side in (-1, 1):
        c.egg((side * (f.jaw - 4.6), f.jaw_y - 1, BASE + 3.5), (5.6, 7.5, 6), "skin", soft=9)
    for side in (-1, 1):
        corner = (side * (f.jaw - 4.0), f.jaw_y + 2.5, BASE + 2.5)
        c.limb(corner, (side * 2.0, 22.5 + f.chin_y, BASE + 7.0), 5.0, f.chin * 0.75, "skin", soft=7)
    c.egg((0, 21.5 + f.chin_y, BASE + 9.0), (f.chin + 1.0, f.chin + 0.4, 5.5), "skin", soft=8)
    for side in (-1, 1):
        c.egg((side * 11.6, 4.2, BASE + 9.0), (6.2, 4.8, 5), "skin", soft=8)
        c.limb((side * 3.5, -6.0, BASE + 18.2), (side * 13, -7.2, BASE + 14.5), f.brow, f.brow * 0.8, "skin", soft=4)
    for side in (-1, 1):
        b.carve(side * 8.4, -1.2, 5.4, 3.6, f.socket)
        b.carve(side * 12.0, 12.0, 5.2, 6.0, f.hollow * 0.75)


def _nose(b: Bust) -> None:
    c, y = b.clay, b.face.nose
    c.limb((0, -4.5, BASE + 17.2), (0, y - 0.5, BASE + 21.6), 2.0, 2.9, "skin", soft=3)
    c.ball((0, y, BASE + 21.6), 3.1, "skin", soft=2)
    for side in (-1, 1):
        c.ball((side * 3.0, y + 0.9, BASE + 18.4), 2.2, "skin", soft=1.5)
        b.carve(side * 1.9, y + 2.6, 1.3, 0.9, 2.6)


def _smooth(b: Bust) -> None:
    """Take the creases out of the skin where its parts meet."""
    c, spread = b.clay, 0.6 * b.clay.scale
    skin = c.has("skin", "lip").astype(np.float32)
    mean = ndi.gaussian_filter(c.height * skin, spread) / np.maximum(ndi.gaussian_filter(skin, spread), 1e-3)
    c.height += (np.clip(mean - c.height, -0.8, 0.8) * skin).astype(np.float32)  # cut, so that edges stay


def _mouth(b: Bust) -> None:
    c, f = b.clay, b.face
    y, wide, gape = f.mouth_y, f.mouth_wide, f.open_ * 2.4
    b.carve(0, y - 3.4, 1.5, 1.6, 0.7)
    b.carve(0, y + 4.6, 5.5, 1.6, 0.8)
    c.egg((0, y - 0.9, BASE + 15.4), (wide, 1.5, 3.2), "lip", soft=1.6)
    c.egg((0, y + 1.5 + gape, BASE + 15.4), (wide * 0.8, 1.8, 3.4), "lip", soft=1.6)
    bow = (c.x / wide) ** 2
    line = y + 0.25 - f.smile * bow * 0.8
    gap = 0.62 + f.open_ * 0.55 * np.clip(1 - bow, 0, 1) * 2
    c.paint((np.abs(c.y - line - gape * 0.5) < gap) & (np.abs(c.x) < wide - 0.2), "dark", "skin", "lip")


def _eye(b: Bust, side: int) -> None:
    c, f = b.clay, b.face
    slant = (f.eye_slant + f.eyebrow_slant) * 0.4
    u = c.x - side * EYE_X
    v = c.y - EYE_Y + (c.x * side - EYE_X) * slant
    arch = np.clip(1 - (u / f.eye_wide) ** 2, 0, 1)
    lid = -f.eye_tall * arch**0.7 + f.lid * f.eye_tall
    white = (v > lid) & (v < f.eye_tall * 0.72 * arch**0.8) & (np.abs(u) < f.eye_wide)
    c.paint(white, "eye", "skin")
    c.height = np.where(white, c.height + 1.0, c.height).astype(np.float32)
    c.paint(white & ((u - f.gaze) ** 2 + (v + 0.2) ** 2 < (f.eye_tall * 0.98) ** 2), "iris", "eye")
    c.paint(white & ((u + 0.8) ** 2 + (v + 1.0) ** 2 < 0.42), "eye", "iris")
    c.paint((np.abs(v - lid) < 0.55) & (np.abs(u) < f.eye_wide + 0.5), "dark", "skin", "eye", "iris")


def _eyebrow(b: Bust, side: int) -> None:
    c, f = b.clay, b.face
    u = side * c.x
    slant = (f.eyebrow_slant + f.eye_slant) * 6 * np.clip((9 - u) / 6, -0.3, 1)
    y = -6.6 - f.eyebrow_lift - (u - 8) * 0.10 + slant + 0.045 * (u - 8) ** 2
    thick = f.eyebrow * np.clip(1.1 - np.abs(u - 7.5) / 9, 0.25, 1)
    c.paint((np.abs(c.y - y) < thick) & (u > 2.6) & (u < 14.2), "brow", "skin")


def _moustache(b: Bust) -> None:
    """Bristles from under the nose out past the corners of the mouth."""
    c, f = b.clay, b.face
    for side in (-1, 1):
        y = f.mouth_y - 2.8
        c.limb(
            (side * 0.8, y, BASE + 19.4),
            (side * (f.mouth_wide + 0.6), y + 2.4, BASE + 15.6),
            1.9 * f.moustache,
            1.0,
            "brow",
        )
    strokes = (np.sin(c.x * 3.1 + c.y * 0.9) > 0.2) & c.has("brow") & (c.y > 8)
    c.height = np.where(strokes, c.height + 0.7, c.height).astype(np.float32)


def _damage(b: Bust) -> None:
    """Skin torn from the right of the picture: metal beneath it, and a red eye; with more, an arm and the light go too."""
    c, worst = b.clay, b.face.damage
    grown = 1.0 + 0.22 * (worst - 1)
    ragged = np.sin(c.x * 0.9 + c.y * 0.35) * 1.3 + np.sin(c.y * 0.8 - c.x * 0.3) * 1.2
    torn = np.hypot((c.x - 12) / (9.5 * grown), (c.y + 1) / (12.5 * grown)) + ragged * 0.05 < 1
    if worst > 1:
        torn |= np.hypot((c.x + 7) / 7.5, (c.y - 19) / 4.6) + ragged * 0.06 < 1
        _stump(b, ragged)
    torn &= (c.stuff > 0) & ~c.has("hair", "cloth", "metal", "dark")
    edge = ndi.binary_dilation(torn, iterations=5) & ~torn & c.has("skin")
    c.height = np.where(torn, c.height - 2.4, c.height).astype(np.float32)
    c.stuff[torn] = c.number["metal"]
    c.stuff[edge] = c.number["lip"]
    for x, y, sx, sy, depth in ((8.6, -1.0, 4.4, 3.6, 3.0), (13.5, 7.6, 3.0, 1.4, 2.6), (15.5, -6.5, 1.6, 2.4, 1.6)):
        b.carve(x, y, sx, sy, depth, "metal")
    away = np.hypot(c.x - 8.5, c.y + 1.0)
    c.stuff[away < 3.9] = c.number["dark"]
    if worst < 3:
        c.stuff[away < 2.2] = c.number["red"]
        return
    c.stuff[(away < 2.2) & (away > 1.5)] = c.number["metal"]
    cracks = (np.abs(c.x + 3 - 0.5 * np.sin(c.y * 0.7) * 2) < 0.5) & (c.y > -18) & (c.y < 4) & c.has("skin")
    c.stuff[cracks] = c.number["dark"]


def _stump(b: Bust, ragged: Array) -> None:
    """The arm at the picture's right is gone: torn cloth, a socket of metal, two rods."""
    c = b.clay
    gone = (c.x - 25 + 0.25 * (c.y - 40) + ragged > 0) & (c.y > 28)
    c.stuff[gone & c.has("cloth", "cloth2")] = c.number["dark"]
    c.height[gone] = np.minimum(c.height[gone], BASE - 16)
    c.limb((25, 40, BASE - 6), (31, 43, BASE - 6), 6.0, 5.2, "metal")
    c.egg((31, 43, BASE - 2), (3.6, 3.6, 3), "dark")
    for y, far in ((39.5, 39), (46.5, 36)):
        c.limb((31, y, BASE - 4), (far, y + 3, BASE - 6), 1.3, 1.0, "metal")
