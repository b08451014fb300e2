"""Portraits: a face under one hard lamp and one coloured rim, brought down to six tones with an ordered dither and scanlines."""

import numpy as np
from scipy import ndimage as ndi

from tools.paint.bust import PARTS, SAMPLES, SIZE, Bust, Face
from tools.paint.colour import Array, Field, Picture, colour, ramp
from tools.paint.faces import bust
from tools.paint.output import Folder
from tools.paint.shading import shifted
from tools.paint.sitters import PORTRAITS, Lighting

TONES = {
    "steel": "070a12 12203a 274568 4c7ba0 94c0d6 f0fbff",
    "sun": "0c0a08 2e2414 604a24 a67f3c e2bc70 fff2c8",
    "cyan": "040a10 0c2438 165070 2f92b4 84d6e6 f2ffff",
    "bone": "0a0a0e 22242e 4a4c58 828490 bcbcc0 fafaf4",
    "rose": "0b070c 2a1630 5c2c4c a4586a e29c8c ffe8cc",
    "olive": "080b08 17241a 34482c 687c42 aab46a f0eebc",
    "navy": "05060e 121a38 26386a 4c66a0 94acd2 f0f6ff",
    "teal": "04090a 0c2628 17504e 2f8a80 84ceb8 f0fff4",
    "plum": "09060e 221636 44306a 7c5aa4 bc9cd8 f6ecff",
    "cold": "04070c 0c1a2a 1c3c56 3f7390 9ac4d8 f4ffff",
}
PALE = {
    "skin": 0.80,
    "hair": 0.30,
    "brow": 0.14,
    "cloth": 0.22,
    "cloth2": 0.45,
    "eye": 1.12,
    "iris": 0.10,
    "dark": 0.02,
    "lip": 0.66,
    "metal": 1.0,
    "glass": 0.06,
    "red": 2.0,
    "shirt": 0.9,
    "badge": 1.25,
    "strap": 0.3,
}
GLEAM = {"skin": 0.14, "cloth": 0.35, "metal": 0.9, "glass": 0.9, "lip": 0.2, "badge": 0.6, "eye": 0.1}
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.47


def portrait(name: str) -> Picture:
    """Return one portrait: [96, 96, 3]."""
    sitter, lighting = PORTRAITS[name]
    return render(bust(sitter) if isinstance(sitter, Face) else sitter(), lighting)


def paint_portraits(folder: Folder) -> None:
    """Paint assets/portraits."""
    for name in PORTRAITS:
        folder.picture(f"portraits/{name}.png", portrait(name))


def dither_of(height: int, width: int) -> Field:
    """Return the ordered dither of a picture, about -0.5 .. 0.5."""
    return np.tile(BAYER, (height // 4 + 1, width // 4 + 1))[:height, :width].astype(np.float32)


def coverage(b: Bust) -> Array:
    """How much of each pixel the bust covers, 0..1."""
    return _mean(b, (b.clay.stuff > 0).astype(np.float32))


def _mean(b: Bust, field: Array) -> Array:
    n = b.clay.width
    mean: Array = field.reshape(n, SAMPLES, n, SAMPLES).mean((1, 3))
    return mean


def render(b: Bust, lighting: Lighting) -> Picture:
    """Return a bust as pixels [y, x, 3]; without a backdrop what it does not cover is black."""
    value, rim = _light(b, lighting)
    n = b.clay.width
    bayer, tones = dither_of(n, n), ramp(TONES[lighting.tones])
    shade = np.clip(_mean(b, value), 0, 1.2) ** 0.82
    out = tones[np.clip((shade * len(tones) + bayer * lighting.dither).astype(int), 0, len(tones) - 1)]
    heat = np.clip(np.floor(_mean(b, rim) * lighting.rim_strength * 3 + bayer * 0.8 + 0.3), 0, 3) / 3
    out = out * (1 - 0.75 * heat[..., None]) + colour(lighting.rim) * heat[..., None] * 0.95
    if lighting.backdrop:
        out = _behind(out, coverage(b), tones)
    out = _red_eye(b, out)
    if lighting.scanline:
        out[1::2] *= 1 - lighting.scanline
    return out.clip(0, 255).astype(np.uint8)


def _light(b: Bust, lighting: Lighting) -> tuple[Array, Array]:
    """Brightness and rim of every sample."""
    c, k = b.clay, b.clay.scale
    z = ndi.gaussian_filter(c.height, 0.8)
    gy, gx = np.gradient(z)
    gx, gy = np.clip(gx * k, -3, 3), np.clip(gy * k, -3, 3)
    up = 1 / np.sqrt(gx * gx + gy * gy + 1)
    normal = np.stack([-gx * up, -gy * up, up], -1).astype(np.float32)
    key = np.array(lighting.key, np.float32) / np.linalg.norm(lighting.key)
    lit = np.clip(normal @ key, 0, 1)
    shadow = np.zeros_like(z)
    for i in range(1, 22):
        step = i * 0.9
        ahead = shifted(z, key[0] / key[2] * step * k, key[1] / key[2] * step * k)
        shadow = np.maximum(shadow, np.clip((ahead - z - step - 0.5) / 1.6, 0, 1))
    broad = np.clip((ndi.gaussian_filter(z, 3 * k) - z) / 12, 0, 0.8)
    fine = np.clip((ndi.gaussian_filter(z, 1.1 * k) - z) / 2.2, 0, 0.7)
    half = key + np.array((0, 0, 1), np.float32)
    gleam = np.clip(normal @ (half / np.linalg.norm(half)), 0, 1)
    pale, shine = _stuff(b)
    tight = np.where(c.has("hair", "glass"), 9, 14)
    value = pale * (0.11 + 1.02 * lit * (1 - 0.92 * shadow)) * (1 - broad) * (1 - 0.7 * fine)
    value = value + shine * gleam**tight * (1 - shadow)
    value = _specials(b, value, lit, shadow, normal, gleam)
    side = np.array((0.92, -0.12, 0.22), np.float32)
    rim = np.clip(normal @ (side / np.linalg.norm(side)) - 0.66, 0, 1) * 3.4 * (c.stuff > 0)
    return value, rim * (1 - 0.5 * c.has("dark")) * (0.35 + 0.65 * (pale > 0.15))


def _stuff(b: Bust) -> tuple[Array, Array]:
    """How pale and how shiny every sample is."""
    c, own = b.clay, dict(b.face.pale)
    pale, shine = np.zeros(c.height.shape, np.float32), np.zeros(c.height.shape, np.float32)
    for part in PARTS:
        here = c.stuff == c.number[part]
        pale[here] = own.get(part, PALE[part])
        shine[here] = b.face.hair_gleam if part == "hair" else GLEAM.get(part, 0.0)
    return pale, shine


def _specials(b: Bust, value: Array, lit: Array, shadow: Array, normal: Array, gleam: Array) -> Array:
    """Metal mirrors in bands, eyes never drown, glass is black but for its gleam."""
    c, shades = b.clay, b.face.shades
    bands = 0.15 + 0.6 * lit * (1 - 0.8 * shadow) + 0.35 * (np.sin(normal[..., 1] * 6 + normal[..., 0] * 4) > 0.3)
    value = np.where(c.has("metal"), bands, value)
    value = np.where(c.has("eye"), 0.10 + 0.55 * lit if shades else np.maximum(value, 0.34), value)
    return np.where(c.has("glass"), 0.02 + 0.10 * lit + 0.3 * gleam**30, value)


def _behind(out: Array, covered: Array, tones: Field) -> Array:
    """A dithered backdrop with a faint grid, and a dark line round the bust."""
    n = len(covered)
    y, x = np.mgrid[0:n, 0:n]
    fall = np.clip(1 - y / n, 0, 1) * 0.55 + 0.16 * (x / n)
    back = tones[(fall * 2.6 + dither_of(n, n)).clip(0, 2).astype(int)] * 0.62
    back = np.where(((x % 12 == 0) | (y % 12 == 0))[..., None], back * 1.25 + 4, back)
    solid = covered > 0.45
    out = np.where(solid[..., None], out, back)
    out[ndi.binary_dilation(solid) & ~solid] = tones[0]
    return out


def _red_eye(b: Bust, out: Array) -> Array:
    core = _mean(b, b.clay.has("red").astype(np.float32))
    if core.max() == 0:
        return out
    spill = np.clip(ndi.gaussian_filter(core, 3.2 * len(core) / SIZE) * 8, 0, 1)
    out = out + spill[..., None] * np.array((190, 20, 10), np.float32)
    out[core > 0.4] = (255, 70, 50)
    out[core > 0.85] = (255, 190, 170)
    return out
