"""Small bridges between numpy pictures ([y, x] order) and pygame Surfaces, and the screen's sizes; knows nothing of the game."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pygame

SIZE = W, H = 640, 360
METRE = 32  # pixels to a metre
CELL = 16  # pixels to a half cell of the ground
ADD, MULT, MAX, SUB = pygame.BLEND_RGB_ADD, pygame.BLEND_RGB_MULT, pygame.BLEND_RGB_MAX, pygame.BLEND_RGB_SUB
PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED

Picture = npt.NDArray[Any]  # [y, x, 3] or [y, x, 4]; floats 0..255 or bytes
Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Colour = tuple[int, int, int]


def hexc(text: str) -> Colour:
    """Return the colour that six hex digits name, with or without a # before them."""
    text = text.removeprefix("#")
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def opaque(rgb: Picture) -> pygame.Surface:
    """Make a 32-bit Surface of a float or byte picture [y, x, 3]."""
    c = np.clip(rgb, 0, 255).astype(np.uint32)
    s = pygame.Surface((c.shape[1], c.shape[0]))
    pygame.surfarray.pixels2d(s).T[...] = c[..., 0] << 16 | c[..., 1] << 8 | c[..., 2]
    return s


def alpha(rgba: Picture, premultiply: bool = False) -> pygame.Surface:
    """Make a 32-bit alpha Surface of a picture [y, x, 4]."""
    c = np.clip(rgba, 0, 255).astype(np.uint32)
    if premultiply:
        c[..., :3] = c[..., :3] * c[..., 3:] // 255
    s = pygame.Surface((c.shape[1], c.shape[0]), pygame.SRCALPHA)
    pygame.surfarray.pixels2d(s).T[...] = c[..., 3] << 24 | c[..., 0] << 16 | c[..., 1] << 8 | c[..., 2]
    return s


def rgba_of(surface: pygame.Surface) -> npt.NDArray[np.uint8]:
    """Return the picture [y, x, 4] of any Surface."""
    s = surface.convert(pygame.Surface((1, 1), pygame.SRCALPHA))
    v = pygame.surfarray.pixels2d(s).T
    return np.stack([(v >> k & 255).astype(np.uint8) for k in (16, 8, 0, 24)], -1)


def radial(radius: int, power: float = 2.0) -> Floats:
    """Return a disc of light, 1 in the middle, 0 at the rim: [2 radius + 1] squared."""
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1].astype(np.float32)
    disc: Floats = np.clip(1 - np.hypot(x, y) / radius, 0, 1) ** power
    return disc


def over(
    ground: Picture, rgba: Picture, x: float, y: float, strength: float = 1.0
) -> tuple[slice, slice, slice, slice] | None:
    """Lay a stamp [h, w, n], its last layer its strength (0..255), with its middle at (x, y) on a float picture.

    Return where: rows, columns, and the stamp's own rows and columns; None if nowhere.
    """
    h, w = rgba.shape[:2]
    x0, y0 = round(x - w / 2), round(y - h / 2)
    sx, sy = max(0, -x0), max(0, -y0)
    ex, ey = min(w, ground.shape[1] - x0), min(h, ground.shape[0] - y0)
    if ex <= sx or ey <= sy:
        return None
    rows, columns, own_rows, own_columns = (
        slice(y0 + sy, y0 + ey),
        slice(x0 + sx, x0 + ex),
        slice(sy, ey),
        slice(sx, ex),
    )
    a = rgba[own_rows, own_columns, -1:].astype(np.float32) * (strength / 255)
    ground[rows, columns] = ground[rows, columns] * (1 - a) + rgba[own_rows, own_columns, :-1] * a
    return rows, columns, own_rows, own_columns
