"""From clay to pixels: one fixed lamp, shade quantised to each material's ramp, one dark outline."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage as ndi

from tools.paint.clay import Clay
from tools.paint.colour import Array, Field, Picture, colour
from tools.paint.noise import roughness
from tools.paint.ramps import Material

LAMP = np.array((-0.45, -0.62, 0.80), np.float32) / np.float32(np.sqrt(0.45**2 + 0.62**2 + 0.80**2))
RIM = np.array((0.75, 0.45, 0.45), np.float32) / np.float32(np.sqrt(0.75**2 + 0.45**2 + 0.45**2))
STEEPEST = 2.6  # slopes are cut here, else edges go black
PERSON_LINE, THING_LINE = "0a0c14", "090b12"
LINE_BORROWS = 0.154  # of the neighbour's colour


@dataclass(frozen=True, kw_only=True)
class Finish:
    """How a sculpture is lit: strengths of the crevices' shade, of self shadow, of the line at depth steps, of the rim.

    melt   how far, in units, the surface is smoothed first, as liquid is; blur: the reach of the crevices' shade
    """

    crevice: float = 0.55
    shadow: float = 0.5
    contour: float = 0.55
    rim: float = 0.22
    blur: float = 2.2
    melt: float = 0.0
    line: str = PERSON_LINE
    grain: bool = False


PERSON = Finish()
LIQUID = Finish(melt=0.6)
THING = Finish(crevice=0.5, contour=0.6, rim=0.15, line=THING_LINE, grain=True)
SMOOTH = Finish(crevice=0.5, contour=0.6, rim=0.15, line=THING_LINE)


@dataclass
class Lit:
    """The light on a piece of clay, all [y, x] in samples."""

    base: Array
    rim: Array
    shadow: Array
    contour: Array
    crevice: Array
    normal: Array
    gleam: Array


def picture(clay: Clay, finish: Finish = PERSON) -> Picture:
    """Return the pixels of a sculpture: [height, width, 4]."""
    out = np.zeros((clay.tall, clay.width, 4), np.float32)
    box = _filled(clay)
    if box is None:
        return out.astype(np.uint8)
    rows, columns = box
    s = clay.samples
    fine = (slice(rows.start * s, rows.stop * s), slice(columns.start * s, columns.stop * s))
    height, stuff = clay.height[fine], clay.stuff[fine]
    light = _light(height, stuff, clay, finish)
    grain = roughness(clay.tall, clay.width)[rows, columns] - 0.5 if finish.grain else None
    out[rows, columns] = _quantise(stuff, light, clay, grain)
    return outlined(out, finish.line).clip(0, 255).astype(np.uint8)


def _filled(clay: Clay) -> tuple[slice, slice] | None:
    """The native pixels that hold anything, with room for the blur."""
    ys, xs = np.nonzero(clay.stuff)
    if not len(ys):
        return None
    s, room = clay.samples, 8
    top, bottom = max(0, int(ys.min()) // s - room), min(clay.tall, int(ys.max()) // s + 1 + room)
    left, right = max(0, int(xs.min()) // s - room), min(clay.width, int(xs.max()) // s + 1 + room)
    return slice(top, bottom), slice(left, right)


def _light(height: Field, stuff: Array, clay: Clay, finish: Finish) -> Lit:
    k = clay.scale
    solid = stuff > 0
    z = np.where(solid, height, 0).astype(np.float32)
    if finish.melt:
        z = _melted(z, solid, finish.melt * k)
    gy, gx = np.gradient(z)
    gx, gy = np.clip(gx * k, -STEEPEST, STEEPEST), np.clip(gy * k, -STEEPEST, STEEPEST)
    up = 1 / np.sqrt(gx * gx + gy * gy + 1)
    normal = np.stack([-gx * up, -gy * up, up], -1)
    crevice = np.clip((ndi.gaussian_filter(z, finish.blur * k) - z) / 9.0, 0, 1) * solid
    shadow = _self_shadow(z, k) * solid
    higher = ndi.maximum_filter(z, size=clay.samples | 1)
    contour = np.clip((higher - z - 2.2) / 2.5, 0, 1) * solid
    base = 0.25 + 0.60 * np.clip(normal @ LAMP, 0, 1)
    base *= (1 - finish.crevice * crevice) * (1 - finish.shadow * shadow) * (1 - finish.contour * contour)
    rim = np.clip(normal @ RIM, 0, 1) ** 3 * finish.rim * (1 - shadow)
    half = LAMP + np.array((0, 0, 1), np.float32)
    gleam = np.clip(normal @ (half / np.linalg.norm(half)), 0, 1)
    return Lit(base, rim, shadow, contour, crevice, normal, gleam)


def _melted(z: Field, solid: Array, spread: float) -> Field:
    """Smooth a surface within its outline."""
    inside = solid.astype(np.float32)
    soft: Field = ndi.gaussian_filter(z, spread) / np.maximum(ndi.gaussian_filter(inside, spread), 1e-3) * inside
    return soft


def _self_shadow(z: Field, k: float) -> Array:
    """March towards the lamp: 0 lit .. 1 behind something higher."""
    shadow = np.zeros_like(z)
    for step in range(1, 9):
        ahead = shifted(z, LAMP[0] / LAMP[2] * step * k, LAMP[1] / LAMP[2] * step * k)
        shadow = np.maximum(shadow, np.clip((ahead - z - step * 1.15 - 0.4) / 2.5, 0, 1))
    return shadow


def shifted(field: Field, dx: float, dy: float) -> Field:
    """Return the field's value at (x + dx, y + dy), 0 beyond its edge."""
    x, y = round(dx), round(dy)
    out = np.zeros_like(field)
    h, w = field.shape
    if abs(x) < w and abs(y) < h:
        out[max(0, -y) : min(h, h - y), max(0, -x) : min(w, w - x)] = field[
            max(0, y) : min(h, h + y), max(0, x) : min(w, w + x)
        ]
    return out


def _value(material: Material, light: Lit, here: Array) -> Array:
    """Brightness 0..1 of one material's samples."""
    if material.kind == "glow":
        raw: Array = (
            0.5 + 0.5 * light.normal[..., 2][here] + material.bias - 0.25 * np.clip(light.crevice[here] * 3, 0, 1)
        )
    elif material.kind == "chrome":
        raw = _mirror(light, here)
    else:
        raw = light.base[here] + light.rim[here]
        raw = (raw - 0.5) * material.gain + 0.5 + material.bias
        raw = raw + material.spec * light.gleam[here] ** material.gloss * (1 - light.shadow[here])
    return np.clip(raw, 0, 0.999)


def _mirror(light: Lit, here: Array) -> Array:
    """What chrome shows: a bright sky up left, one dark horizon, a kick of light down right."""
    n = light.normal[here]
    t = n[:, 0] * 0.45 + n[:, 1] * 0.9
    sky = np.clip(0.62 - 0.42 * t, 0, 1)
    band = np.exp(-(((t - 0.30) / 0.16) ** 2)) * 0.85 + np.exp(-(((t + 0.62) / 0.14) ** 2)) * 0.35
    kick = np.exp(-(((t - 0.68) / 0.16) ** 2)) * 0.55
    value = 0.10 + 0.74 * sky - band * 0.58 + kick + 0.55 * light.gleam[here] ** 40
    dull: Array = (1 - 0.5 * light.contour[here]) * (1 - 0.30 * light.shadow[here])
    return value * dull


def _quantise(stuff: Array, light: Lit, clay: Clay, grain: Array | None) -> Field:
    """Give each native pixel its commonest material and that material's mean shade, cut to its ramp."""
    s = clay.samples
    h, w = stuff.shape[0] // s, stuff.shape[1] // s

    def total(field: Array) -> Array:
        sums: Array = field.reshape(h, s, w, s).sum((1, 3), dtype=np.float32)
        return sums

    best = np.zeros((h, w), np.float32)
    out = np.zeros((h, w, 4), np.float32)
    shade = np.zeros(stuff.shape, np.float32)
    for role, material in clay.materials.items():
        here = stuff == clay.number[role]
        if not here.any():
            continue
        shade.fill(0)
        shade[here] = _value(material, light, here)
        count = total(here)
        mean = total(shade) / np.maximum(count, 1)
        if grain is not None and material.grain and material.kind == "lit":
            mean = mean + material.grain * grain
        tones = material.ramp
        tone = np.clip((mean * len(tones)).astype(int), 0, len(tones) - 1)
        wins = count * material.weight > best
        best = np.where(wins, count * material.weight, best)
        out[wins, :3] = tones[tone[wins]]
    out[..., 3] = np.where(total(stuff > 0) / (s * s) >= 0.42, 255, 0)
    return out


def outlined(pixels: Field, line: str) -> Field:
    """Return [y, x, 4] with one dark pixel around it that borrows a little of its neighbours' colour."""
    solid = pixels[..., 3] > 127
    near = np.zeros(solid.shape, np.float32)
    borrowed = np.zeros((*solid.shape, 3), np.float32)
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        there = shifted(solid.astype(np.float32), dx, dy)
        near += there
        for channel in range(3):
            borrowed[..., channel] += shifted(np.where(solid, pixels[..., channel], 0).astype(np.float32), dx, dy)
    edge = (near > 0) & ~solid
    mixed = colour(line) * (1 - LINE_BORROWS) + borrowed / np.maximum(near, 1)[..., None] * LINE_BORROWS
    out = pixels.copy()
    out[edge, :3] = mixed[edge]
    out[edge, 3] = 255
    return out
