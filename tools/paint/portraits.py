"""Portraits: a face under one hard lamp and one coloured rim, brought down to six tones with an ordered dither and scanlines."""

from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage as ndi

from tools.paint.colour import Array, Field, Picture, colour, ramp
from tools.paint.faces import PARTS, SAMPLES, SIZE, Bust, Face, bust
from tools.paint.output import Folder
from tools.paint.shading import shifted

TONES = {
    "steel": "070a12 12203a 274568 4c7ba0 94c0d6 f0fbff",
    "sun": "0c0a08 2e2414 604a24 a67f3c e2bc70 fff2c8",
    "cyan": "040a10 0c2438 165070 2f92b4 84d6e6 f2ffff",
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


@dataclass(frozen=True, kw_only=True)
class Lighting:
    """How a portrait is lit and printed: duotone, key lamp, rim colour and strength, dither, scanlines, backdrop."""

    tones: str = "steel"
    rim: str = "ff5a1a"
    key: tuple[float, float, float] = (-0.72, -0.50, 0.55)
    rim_strength: float = 1.0
    dither: float = 0.8
    scanline: float = 0.16
    backdrop: bool = True


MACHINE = Face(
    wide=20.2,
    tall=24,
    jaw=17.0,
    jaw_y=15.5,
    chin=7.0,
    brow=3.2,
    socket=5.6,
    hollow=3.0,
    shoulders=46,
    neck=15,
    hair="flat",
    pale=(("hair", 0.26), ("cloth", 0.13)),
    wear="leather",
    shades=True,
    mouth_wide=7.4,
    smile=-0.5,
    eyebrow=1.3,
)
BOY = Face(
    wide=18.4,
    tall=21.5,
    jaw=12.0,
    jaw_y=12,
    chin=4.2,
    chin_y=-3.0,
    brow=1.0,
    socket=3.0,
    hollow=0.2,
    shoulders=30,
    neck=8.6,
    tendons=False,
    raise_=6,
    hair="mop",
    pale=(("hair", 0.50), ("skin", 0.86), ("strap", 0.72)),
    hair_gleam=0.3,
    wear="jacket",
    eye_wide=5.4,
    eye_tall=3.3,
    lid=0.06,
    nose=6.0,
    mouth_wide=4.8,
    mouth_y=12.4,
    eyebrow=0.8,
    smile=0.4,
)
OFFICER = Face(
    wide=18.4,
    tall=24,
    jaw=13.4,
    jaw_y=14,
    chin=5.0,
    brow=2.4,
    socket=5.2,
    hollow=3.6,
    shoulders=38,
    neck=11.5,
    hair="side",
    pale=(("hair", 0.42),),
    wear="uniform",
    lid=0.45,
    mouth_wide=6.2,
    smile=-0.2,
    eyebrow=1.0,
    eye_slant=0.10,
)
BARE = replace(MACHINE, shades=False, damage=True, lid=0.4)

_steel = Lighting(tones="steel", rim="ff4a1a")
_sun = Lighting(tones="sun", rim="ff9a30")
_cyan = Lighting(tones="cyan", rim="d8ffff")
_WIDE_EYED = replace(BOY, eye_tall=4.3, eye_wide=5.6, lid=0.0, eyebrow_lift=2.6, eyebrow_slant=-0.42)
PORTRAITS: dict[str, tuple[Face, Lighting]] = {
    "t800_neutral": (MACHINE, _steel),
    "t800_angry": (replace(MACHINE, smile=-1.7, open_=0.25, eyebrow_slant=0.2, brow=3.6, hollow=3.8), _steel),
    "t800_damaged": (BARE, replace(_steel, rim="ff3020")),
    "john_neutral": (BOY, _sun),
    "john_happy": (
        replace(BOY, smile=3.4, mouth_wide=6.4, open_=0.55, lid=0.34, eyebrow_lift=1.4, eyebrow_slant=-0.10),
        _sun,
    ),
    "john_afraid": (replace(_WIDE_EYED, smile=-1.6, open_=1.5, mouth_wide=4.4, gaze=0.9), replace(_sun, rim="60b0ff")),
    "john_angry": (
        replace(BOY, smile=-2.4, lid=0.42, eyebrow_slant=0.52, eyebrow=1.3, eyebrow_lift=-0.8, brow=2.0),
        _sun,
    ),
    "officer_neutral": (OFFICER, _cyan),
    "officer_cold": (
        replace(OFFICER, lid=0.62, eyebrow_slant=0.12, smile=-0.7, socket=6.2, hollow=4.4),
        replace(_cyan, tones="cold", key=(-0.90, -0.34, 0.30)),
    ),
    "chrome_neutral": (replace(OFFICER, chrome=True, eyebrow=0.0), replace(_cyan, tones="cold")),
}


def portrait(name: str) -> Picture:
    """Return one portrait: [96, 96, 3]."""
    face, lighting = PORTRAITS[name]
    return render(bust(face), lighting)


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
