"""Marks on the ground: painted lines and drains as 32 px tiles, and what play leaves behind, from blood to footprints."""

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array, Mask, Picture, colour, ramp
from tools.paint.noise import clouds
from tools.paint.ramps import stuff
from tools.paint.shading import SMOOTH, picture

TILE = 32
Y, X = np.mgrid[0:TILE, 0:TILE]


def stamp(mask: Array, tone: Array | str, alpha: Array | float = 255) -> Picture:
    """Return a picture of one tone (or of [y, x, 3]) where the mask is."""
    out = np.zeros((*mask.shape, 4), np.uint8)
    out[..., :3] = np.clip(colour(tone) if isinstance(tone, str) else tone, 0, 255)
    out[..., 3] = np.where(mask, alpha, 0)
    return out


def _worn(seed: int) -> Array:
    """A tile of wear, 0..1, seamless."""
    return clouds(seed, 0.8, low=2, size=TILE)


def hazard() -> Picture:
    wear = _worn(3)
    stripe = ((X + Y) % 16) < 8
    tone = np.where(stripe[..., None], colour("94752c"), colour("242326")) * (0.74 + 0.30 * wear)[..., None]
    return stamp((Y >= 12) & (Y < 20) & (wear > 0.38), tone, np.where(stripe, 176, 130))


def parking() -> Picture:
    wear = _worn(4)
    tone = colour("a8b0b4") * (0.80 + 0.28 * wear)[..., None]
    return stamp((Y >= 14) & (Y < 18) & (wear > 0.22), tone, 210)


def drain() -> Picture:
    """A square grid of iron, with a lit and a dark edge."""
    tones = ramp("0a0c12 1a1f28 2c3440 46525f 6c7a86")
    inside = (X >= 4) & (X < 28) & (Y >= 4) & (Y < 28)
    tone = np.where((((X - 4) % 4 < 2) & (X > 5) & (X < 26) & (Y > 6) & (Y < 25))[..., None], tones[0], tones[2])
    frame = inside & ((X < 6) | (X >= 26) | (Y < 6) | (Y >= 26))
    tone = np.where(frame[..., None], tones[3], tone)
    tone = np.where((inside & ((X == 4) | (Y == 4)))[..., None], tones[4], tone)
    tone = np.where((inside & ((X == 27) | (Y == 27)))[..., None], tones[1], tone)
    return stamp(inside, tone)


def scuff() -> Picture:
    """Rubber marks and dust on a trodden line, seamless sideways."""
    out = np.zeros((TILE, TILE), np.float32)
    dice = np.random.default_rng(8)
    for _ in range(13):
        x, y, length = dice.integers(0, TILE), dice.integers(5, 27), int(dice.integers(4, 14))
        bend, dark = dice.uniform(-0.10, 0.10), dice.uniform(60, 120)
        for t in range(length):
            out[int(y + bend * t) % TILE, (int(x) + t) % TILE] = dark
    return stamp(out > 0, "10131a", out)


def arrow() -> Picture:
    wear = _worn(5)
    middle = np.abs(Y - 15.5)
    head = (X >= 17) & (middle < (29 - X) * 0.95) & (X < 29)
    shaft = (X >= 3) & (X < 17) & (middle < 3)
    tone = colour("c3ccd2") * (0.80 + 0.25 * wear)[..., None]
    return stamp((head | shaft) & (wear > 0.18), tone, 220)


def seam() -> Picture:
    """A joint across the floor: a dark line, a lit one under it, bolts."""
    out = np.zeros((TILE, TILE, 4), np.uint8)
    out[15] = (*ramp("0c0f15")[0].astype(int), 190)
    out[16] = (*ramp("9aa4ac")[0].astype(int), 110)
    for x in (5, 21):
        out[13, x] = out[18, x] = (*ramp("8299ab")[0].astype(int), 150)
        out[14, x] = out[19, x] = (*ramp("0c0f15")[0].astype(int), 140)
    return out


def _blot(radius: float, seed: int, size: int = TILE, ragged: float = 0.42, waves: float = 10) -> Array:
    """A ragged round blot: how far inside each pixel lies, below 0 outside, in radii."""
    y, x = np.mgrid[0:size, 0:size] - (size - 1) / 2
    edge = clouds(seed, 1.2, low=1, high=waves, size=size)
    inside: Array = 1 - np.hypot(x, y) / radius + ragged * (edge - 0.5)
    return inside


PUDDLES = ((TILE, TILE, 21), (60, 44, 25), (76, 40, 23))  # width, height and seed of each
SHEEN = 9.0  # pixels between two streaks of light


def puddle(n: int = 0) -> Picture:
    """Standing rain: dark, with broken streaks so bright that whatever lamp hangs over it lies in the water, and a lit lip."""
    width, height, seed = PUDDLES[n]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    u, v = x - (width - 1) / 2, y - (height - 1) / 2
    edge = clouds(seed, 1.2, low=1, high=5, size=128)[:height, :width]
    inside = 1 - np.hypot(u / (0.37 * width), v / (0.37 * height)) + 0.7 * (edge - 0.5)
    ripple = clouds(seed + 40, 1.0, low=2, high=14, stretch=(2.4, 0.7), size=128)[:height, :width]
    streak = (np.abs((u - v * 0.5 + 60 * SHEEN) % (3 * SHEEN) - SHEEN) < 2.6 + 3.4 * ripple) & (ripple > 0.45)
    tone = np.where((inside < 0.14)[..., None], colour("0d151e"), colour("131d29"))
    tone = np.where((streak & (inside > 0.16))[..., None], colour("5f8199"), tone)
    tone = np.where((streak & (inside > 0.30) & (ripple > 0.66))[..., None], colour("c4e0ee"), tone)
    lip = (inside > 0) & (inside < 0.07) & (u + v > 4)
    tone = np.where(lip[..., None], colour("7794a8"), tone)
    return stamp(
        inside > 0, tone, np.where(lip, 110, np.where(streak & (inside > 0.16), 190, np.where(inside > 0.1, 140, 80)))
    )


def _spatter(seed: int, size: int, drops: int, reach: float) -> Array:
    """Wetness of a splash: a pool with drops thrown one way."""
    dice = np.random.default_rng(seed)
    y, x = np.mgrid[0:size, 0:size].astype(np.float32)
    wet = np.zeros((size, size), np.float32)
    way = dice.uniform(0, 2 * np.pi)
    for _ in range(drops):
        far = reach * dice.random() ** 0.85
        angle = way + dice.normal() * 0.85
        r = max(0.7, (reach - far) * 0.34 * dice.random() + 0.9)
        cx, cy = size / 2 + far * np.cos(angle) * 0.9, size / 2 + far * np.sin(angle) * 0.9
        stretch = 1 + 0.9 * far / reach
        u = (x - cx) * np.cos(angle) + (y - cy) * np.sin(angle)
        v = -(x - cx) * np.sin(angle) + (y - cy) * np.cos(angle)
        wet = np.maximum(wet, 1 - np.hypot(u / stretch, v) / r)
    return wet


def blood(seed: int) -> Picture:
    wet = _spatter(40 + seed, TILE, 26, 13)
    tones = ramp("2c060a 4a0a10 640e16")
    tone = tones[np.clip((wet * 4).astype(int), 0, 2)]
    lit = (wet > 0.30) & (wet < 0.42) & (X + Y < TILE)
    tone = np.where(lit[..., None], colour("8c2a2c"), tone)
    return stamp(wet > 0, tone, np.where(wet > 0.16, 225, 150))


def oil(seed: int) -> Picture:
    inside = _blot(13 - 2 * seed, 60 + seed)
    sheen = clouds(62 + seed, 1.4, size=TILE)
    tone = np.where((sheen > 0.70)[..., None], colour("232b3c"), colour("0c0e14"))
    tone = np.where(((sheen > 0.86) & (inside > 0.15))[..., None], colour("3a3450"), tone)
    return stamp(inside > 0, tone, np.where(inside > 0.12, 190, 110))


def scorch(seed: int) -> Picture:
    inside = _blot(14 - seed, 70 + seed, ragged=0.8)
    ash = clouds(72 + seed, 0.4, low=4, size=TILE)
    tone = np.where((ash > 0.84)[..., None], colour("4a4642"), colour("08080a"))
    return stamp(inside > 0, tone, np.clip(60 + inside * 260, 0, 215))


def shell() -> Picture:
    """One spent case, 7 x 5 pixels."""
    clay = Clay(8, 6, stuff("gold", "cherry"), samples=4)
    clay.limb((-2.2, 0, 1), (1.0, 0, 1), 1.2, 1.2, "cherry")
    clay.limb((1.4, 0, 1), (2.2, 0, 1), 1.3, 1.3, "gold")
    return picture(clay, SMOOTH)


def shard(seed: int) -> Picture:
    """Broken glass, thick in the middle."""
    dice = np.random.default_rng(90 + seed)
    out = np.zeros((TILE, TILE, 4), np.uint8)
    tones = ramp("20405f 4a7c9c 8fc4de d6f4ff")
    for _ in range(34):
        angle, far = dice.uniform(0, 2 * np.pi), abs(dice.normal()) * 6.2
        x, y = int(16 + far * np.cos(angle)), int(16 + far * np.sin(angle))
        wide, tall = int(dice.integers(1, 4)), int(dice.integers(1, 3))
        tone = int(dice.integers(0, 3))
        for i in range(wide):
            for j in range(tall):
                if 0 <= x + i < TILE and 0 <= y + j < TILE and i + j < wide:
                    out[y + j, x + i] = (*tones[tone + (i == 0 and j == 0)].astype(int), 220)
    return out


def footprints() -> Picture:
    """Two prints of a sole, walking right."""
    mask: Mask = np.zeros((TILE, TILE), bool)
    for x, y in ((9, 11), (23, 20)):
        sole = ((X - x) / 4.6) ** 2 + ((Y - y) / 1.9) ** 2 < 1
        heel = (x - 6 <= X) & (x - 4 >= X) & (np.abs(Y - y) < 1.6)
        mask |= (sole & (x - 3 < X) & ((X - x) % 3 != 2)) | heel
    return stamp(mask, "0c0f15", 120)


STAINS: dict[str, Callable[[], Picture]] = {
    "hazard": hazard,
    "parking": parking,
    "drain": drain,
    "scuff": scuff,
    "arrow": arrow,
    "seam": seam,
    "puddle": puddle,
    **{f"puddle_{i}": partial(puddle, i) for i in range(1, len(PUDDLES))},
    **{f"blood_{i}": partial(blood, i) for i in range(4)},
    **{f"oil_{i}": partial(oil, i) for i in range(2)},
    **{f"scorch_{i}": partial(scorch, i) for i in range(2)},
    "shell": shell,
    **{f"shard_{i}": partial(shard, i) for i in range(4)},
    "footprints": footprints,
}
