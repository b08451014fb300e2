"""The game's name in bevelled metal: polygon letters of our own, cold sky in their upper half and molten light in the lower."""

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage as ndi

from tools.paint.colour import Array, Mask, Picture, ramp
from tools.paint.portraits import dither_of

SAMPLES = 4
PAD = 6  # pixels around a word
GRID, GAP, SPACE = 14, 1.6, 5.0  # a letter's height, the gap after it, a word space, in grid units
COLD = "060a16 0f2138 22486c 5590b8 b8e2f2 ffffff"
WARM = "0c0608 38100a 8a2a0a e0661a ffb84a fff2c0"

Outline = list[tuple[float, float]]
# Each letter on a grid 10 wide (M and W: 12) and 14 high: what to fill, then what to cut.
LETTERS: dict[str, tuple[Outline, Outline]] = {
    "A": (
        [(3.2, 0), (6.8, 0), (10.4, 14), (7.2, 14), (6.6, 11), (3.4, 11), (2.8, 14), (-0.4, 14)],
        [(5, 3.4), (6, 8.4), (4, 8.4)],
    ),
    "D": (
        [(0, 0), (7.6, 0), (10, 2.4), (10, 11.6), (7.6, 14), (0, 14)],
        [(3, 3), (6.4, 3), (7, 3.6), (7, 10.4), (6.4, 11), (3, 11)],
    ),
    "E": (
        [
            (0, 0),
            (9.8, 0),
            (9, 3),
            (3, 3),
            (3, 5.6),
            (8.2, 5.6),
            (7.6, 8.3),
            (3, 8.3),
            (3, 11),
            (9, 11),
            (9.8, 14),
            (0, 14),
        ],
        [],
    ),
    "H": (
        [(0, 0), (3, 0), (3, 5.5), (7, 5.5), (7, 0), (10, 0), (10, 14), (7, 14), (7, 8.5), (3, 8.5), (3, 14), (0, 14)],
        [],
    ),
    "L": ([(0, 0), (3, 0), (3, 11), (8.8, 11), (9.6, 14), (0, 14)], []),
    "M": (
        [
            (0, 0),
            (3, 0),
            (6, 6.4),
            (9, 0),
            (12, 0),
            (12, 14),
            (9, 14),
            (9, 6.6),
            (6.6, 11.4),
            (5.4, 11.4),
            (3, 6.6),
            (3, 14),
            (0, 14),
        ],
        [],
    ),
    "N": ([(0, 0), (3, 0), (7, 8.2), (7, 0), (10, 0), (10, 14), (7, 14), (3, 5.8), (3, 14), (0, 14)], []),
    "R": (
        [(0, 0), (8, 0), (10, 2), (10, 6.6), (8.4, 8.4), (10.4, 14), (7.2, 14), (5.4, 8.8), (3, 8.8), (3, 14), (0, 14)],
        [(3, 3), (6.4, 3), (7, 3.6), (7, 5.2), (6.4, 5.8), (3, 5.8)],
    ),
    "T": ([(-0.2, 0), (10.2, 0), (9.6, 3), (6.6, 3), (6.6, 14), (3.4, 14), (3.4, 3), (0.4, 3)], []),
    "W": (
        [
            (0, 0),
            (3, 0),
            (3, 7.4),
            (5.4, 2.6),
            (6.6, 2.6),
            (9, 7.4),
            (9, 0),
            (12, 0),
            (12, 14),
            (9, 14),
            (6, 7.6),
            (3, 14),
            (0, 14),
        ],
        [],
    ),
}


def _width(letter: str) -> float:
    return (12 if letter in "MW" else SPACE if letter == " " else 10) + GAP


def _mask(text: str, tall: int) -> Mask:
    """The word as samples."""
    k = tall / GRID * SAMPLES
    size = (int(sum(map(_width, text)) * k + 2 * PAD * SAMPLES), tall * SAMPLES + 2 * PAD * SAMPLES)
    image = Image.new("L", size, 0)
    pen, x = ImageDraw.Draw(image), 0.0
    for letter in text:
        for outline, ink in zip(LETTERS.get(letter, ([], [])), (255, 0), strict=True):
            if outline:
                pen.polygon([((x + px) * k + PAD * SAMPLES, py * k + PAD * SAMPLES) for px, py in outline], fill=ink)
        x += _width(letter)
    return np.array(image) > 127


def _shade(mask: Mask, tall: int) -> tuple[Array, Array]:
    """Brightness of the metal, and how far each sample reflects the heat below."""
    depth = ndi.distance_transform_edt(mask) / SAMPLES
    bevel = tall * 0.085
    z = ndi.gaussian_filter(np.minimum(depth, bevel), SAMPLES * 0.35)
    gy, gx = np.gradient(z)
    gx, gy = gx * SAMPLES, gy * SAMPLES
    up = 1 / np.sqrt(gx * gx + gy * gy + 1)
    nx, ny = -gx * up, -gy * up
    rows, columns = mask.shape
    at = (np.arange(rows)[:, None] - PAD * SAMPLES) / (tall * SAMPLES) + np.zeros((1, columns))
    brush = ndi.gaussian_filter(np.random.default_rng(2).random((rows, columns)), (0.6, 9))
    sky, ground = 0.44 + 0.62 * (np.clip(at, 0, None) / 0.52) ** 1.6, 0.10 + 0.55 * ((at - 0.52) / 0.48)
    face = np.where(at < 0.52, sky, ground) + (brush - brush.mean()) / brush.std() * 0.025
    edge = depth < bevel * 0.92
    value = np.where(edge, np.clip(0.5 - 0.62 * ny - 0.32 * nx, 0, 1), face)
    glow = np.where(edge, np.clip(ny, 0, 1) * 1.2, 0.62 * (1 - np.abs(at - 0.78) * 2))
    return value, np.clip((at - 0.50) / 0.5, 0, 1) * glow


def logo(text: str, tall: int) -> Picture:
    """Return a word in metal, `tall` pixels high: [y, x, 4]."""
    mask = _mask(text, tall)
    value, heat = _shade(mask, tall)
    rows, columns = mask.shape[0] // SAMPLES, mask.shape[1] // SAMPLES

    def mean(field: Array) -> Array:
        cut = field[: rows * SAMPLES, : columns * SAMPLES].astype(np.float32)
        pixels: Array = cut.reshape(rows, SAMPLES, columns, SAMPLES).mean((1, 3))
        return pixels

    bayer, solid = dither_of(rows, columns), mean(mask) > 0.5
    tone = np.clip((mean(value) * 6 + bayer * 0.8).astype(int), 0, 5)
    colours = np.where((mean(heat) + bayer * 0.3 > 0.30)[..., None], ramp(WARM)[tone], ramp(COLD)[tone])
    out = np.zeros((rows, columns, 4), np.uint8)
    out[ndi.binary_dilation(solid, iterations=2) & ~solid] = (4, 6, 12, 255)
    out[solid, :3], out[solid, 3] = colours[solid], 255
    return out
