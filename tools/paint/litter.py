"""What an evening leaves on a mall's floor: gum, spilt drinks, torn posters, a dropped bag; and the floor's own brass and mats."""

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array, Picture, colour, ramp
from tools.paint.noise import clouds
from tools.paint.ramps import MATERIALS
from tools.paint.shading import SMOOTH, picture
from tools.paint.stains import TILE, X, Y, stamp


def _grid(width: int, height: int) -> tuple[Array, Array]:
    """Return x and y of every pixel from the middle."""
    y, x = np.mgrid[0:height, 0:width]
    return x - (width - 1) / 2, y - (height - 1) / 2


def gum() -> Picture:
    """Flattened spots, old ones dark, new ones pale."""
    dice = np.random.default_rng(31)
    out = np.zeros((TILE, TILE, 4), np.uint8)
    for i in range(11):
        x, y, r = dice.integers(2, 30), dice.integers(2, 30), dice.uniform(0.7, 1.7)
        spot = np.hypot(X - x, (Y - y) * 1.2) < r
        out[spot] = (*colour("c8a0a8" if i % 4 == 0 else "1c2028").astype(int), 120 if i % 4 else 150)
    return out


def joint() -> Picture:
    """A strip of brass between two floors."""
    out = np.zeros((TILE, TILE, 4), np.uint8)
    for row, tone, alpha in ((14, "14120e", 170), (15, "c4975a", 235), (16, "8e6838", 235), (17, "14120e", 150)):
        out[row] = (*colour(tone).astype(int), alpha)
    out[15, ::11] = (*colour("ecd29a").astype(int), 255)
    return out


def poster() -> Picture:
    """A torn poster: a sun, three bars, footprints over it."""
    x, y = _grid(TILE, TILE)
    cos, sin = np.cos(0.35), np.sin(0.35)
    u, v = x * cos + y * sin, -x * sin + y * cos
    torn = v + 0.9 * np.sin(u * 1.7) + 0.6 * np.sin(u * 3.1) < 12.0
    sheet = (np.abs(u) < 9.5) & (v > -13) & torn
    tone = np.where((v < 2)[..., None], colour("6a2a5c"), colour("2a5a66"))
    tone = np.where((np.hypot(u, v + 2) < 6.2)[..., None], colour("d87aa2"), tone)
    tone = np.where((np.hypot(u, v + 2) < 4.4)[..., None], colour("e6d890"), tone)
    bars = (((v > 3.6) & (v < 5)) | ((v > 6.6) & (v < 7.6))) & (np.abs(u) < 6.5)
    tone = np.where(bars[..., None], colour("c8d8d4"), tone)
    tone = np.where(((np.abs(u) > 8.2) | (v < -11.8))[..., None], colour("b4bcc0"), tone)
    scuffed = clouds(33, 0.6, low=3, size=TILE)
    tone = np.where((scuffed > 0.86)[..., None], tone * 0.6, tone)
    return stamp(sheet, tone, 235)


def spill() -> Picture:
    """A paper cup on its side, and what was in it."""
    x, y = _grid(TILE + 8, TILE)
    edge = clouds(35, 1.2, low=1, high=8, size=64)[:TILE, : TILE + 8]
    wet = 1 - np.hypot((x - 4) / 13, (y - 2) / 8.5) + 0.55 * (edge - 0.5)
    tone = np.where((wet < 0.10)[..., None], colour("20140f"), colour("38231a"))
    lit = (wet > 0.2) & (np.abs(x - y * 0.6 - 6) < 1.6)
    tone = np.where(lit[..., None], colour("8a7464"), tone)
    out = stamp(wet > 0, tone, np.where(wet > 0.08, 165, 105))
    clay = Clay(TILE + 8, TILE, MATERIALS, samples=3)
    clay.limb((-11, -3, 3), (-5, -0.6, 3), 2.4, 3.2, "paper")
    clay.limb((-9.6, -2.4, 3.6), (-7.6, -1.6, 3.6), 2.7, 3.0, "cherry")
    clay.limb((-4.4, -0.4, 3), (-3.6, 0, 3), 3.3, 3.3, "paper")
    clay.limb((-3.4, 0, 6.5), (4.6, 4.0, 2), 0.6, 0.6, "pink")
    cup = picture(clay, SMOOTH)
    out[cup[..., 3] > 0] = cup[cup[..., 3] > 0]
    return out


def bag() -> Picture:
    """A shopping bag that fell and burst: a box, a folded shirt, tissue and sweets about it."""
    size = 48
    clay = Clay(size, size, MATERIALS, samples=3, yaw=0.5)
    clay.box((-3, 0, 1), (12, 9.4, 3), "white", round_=0.6, bevel=0.6)
    clay.box((-3, 0, 2), (10.8, 8.2, 3), "mint", round_=0.4, bevel=0.3)
    clay.limb((-14, -3, 4), (-14, 3, 4), 0.7, 0.7, "cherry")
    clay.box((11, -2, 2), (4.2, 4.6, 2.4), "pink", yaw=0.4, round_=1, bevel=0.9)
    clay.box((10.6, 7, 1.4), (2.6, 2.0, 2), "sky", yaw=-0.5, round_=0.3, bevel=0.4)
    out = picture(clay, SMOOTH)
    dice = np.random.default_rng(36)
    for _ in range(58):
        angle, far = dice.uniform(-0.9, 1.9), abs(dice.normal()) * 9 + 6
        x, y = int(26 + far * np.cos(angle)), int(24 + far * np.sin(angle) * 0.9)
        if 0 <= x < size and 0 <= y < size and not out[y, x, 3]:
            out[y, x] = (*colour(("5ba8d0", "e6e492", "c3d2da", "62b69b")[int(dice.integers(4))]).astype(int), 255)
    return out


def photograph() -> Picture:
    """A boy's picture, dropped."""
    clay = Clay(20, 20, MATERIALS, samples=4, yaw=0.4)
    clay.box((0, 0, 1), (5.6, 7.0, 1), "paper", round_=0.2, bevel=0.2)
    clay.box((0, -0.8, 1.2), (4.4, 4.8, 1), "denim", round_=0.2, bevel=0.1)
    clay.egg((0, 2.4, 1.6), (3.4, 1.9, 0.8), "olive")
    clay.ball((0, -1.4, 1.4), 2.0, "skin")
    clay.egg((0, -2.6, 1.9), (2.1, 1.4, 1.8), "hair_blond")
    return picture(clay, SMOOTH)


LEAFLETS = ("paper", "paper", "lemon", "grey", "paper", "crt")
SHEETS = ((38, 5), (52, 3), (66, 7))  # the dice and the number of leaflets of each


def papers(n: int = 0) -> Picture:
    """Leaflets and till rolls, blown apart: none lies on another, so that they never look like one thing."""
    seed, many = SHEETS[n]
    size = 44
    clay = Clay(size, size, MATERIALS, samples=3)
    dice = np.random.default_rng(seed)
    places: list[tuple[float, float]] = []
    while len(places) < many:
        x, y = float(dice.uniform(-17, 17)), float(dice.uniform(-17, 17))
        if all(np.hypot(x - px, y - py) > 9 for px, py in places):
            places.append((x, y))
    for i, (x, y) in enumerate(places):
        half = (2.6, 1.9, 0.5) if i % 3 else (3.6, 0.9, 0.5)
        clay.box((x, y, 0.6), half, LEAFLETS[i % len(LEAFLETS)], yaw=float(dice.uniform(0, 3)), round_=0.2, bevel=0.2)
    return picture(clay, SMOOTH)


def popcorn() -> Picture:
    """A spilt carton."""
    clay = Clay(TILE, TILE, MATERIALS, samples=3, yaw=-0.6)
    clay.slab([(-9, -3), (-2, -4.4), (-2, 4.4), (-9, 3)], 5, "paper", bevel=1.6)
    clay.paint(((clay.local()[1] + 40) % 2.8) < 1.3, "cherry", "paper")
    dice = np.random.default_rng(39)
    for _ in range(34):
        far, aside = abs(float(dice.normal())) * 5.2, float(dice.normal()) * (2.2 + 0.2)
        clay.ball((-1 + far, aside * (1 + far * 0.12), 1), 0.8, "lemon" if dice.random() < 0.6 else "white")
    return picture(clay, SMOOTH)


def leaves() -> Picture:
    """Fallen leaves about a planter."""
    clay = Clay(TILE, TILE, MATERIALS, samples=3)
    dice = np.random.default_rng(41)
    for _ in range(9):
        x, y, yaw = float(dice.uniform(-13, 13)), float(dice.uniform(-13, 13)), float(dice.uniform(0, 6))
        dx, dy = 2.0 * float(np.cos(yaw)), 2.0 * float(np.sin(yaw))
        clay.limb((x - dx, y - dy, 0.6), (x + dx, y + dy, 0.8), 1.1, 0.4, "leaf")
    return picture(clay, SMOOTH)


def mat() -> Picture:
    """A rubber mat at a door: ribs and a worn path, two tiles wide."""
    x, y = _grid(2 * TILE, TILE)
    inside = (np.abs(x) < 30) & (np.abs(y) < 13)
    tones = ramp("0c0e13 14171e 1d222b 2a313c")
    tone = np.where(((x + 64) % 4 < 2)[..., None], tones[1], tones[2])
    worn = clouds(43, 1.0, size=64)[:TILE]
    tone = np.where(((worn > 0.62) & (np.abs(x) < 20))[..., None], tones[3], tone)
    rim = inside & ((np.abs(x) > 28) | (np.abs(y) > 11))
    tone = np.where(rim[..., None], tones[0], tone)
    tone = np.where((rim & ((y < -12) | (x < -29)))[..., None], tones[3], tone)
    return stamp(inside, tone, 245)


def skid() -> Picture:
    """Two tyres that braked, three tiles long."""
    x, y = _grid(3 * TILE, 2 * TILE)
    bend = 0.0035 * (x + 48) ** 2
    rubber = clouds(45, 0.8, low=2, size=128)[: 2 * TILE, : 3 * TILE]
    fade = np.clip((x + 48) / 30, 0, 1) * np.clip((48 - x) / 14, 0, 1)
    track = (np.abs(y + 16 - bend) < 2.4) | (np.abs(y - 8 - bend) < 2.4)
    return stamp(track & (rubber > 0.25), "0a0b10", 150 * fade)


def gleam(tone: str) -> Picture:
    """Neon lying on a polished floor: broken streaks that fade with distance, three tiles long."""
    x, y = _grid(3 * TILE, TILE)
    far = np.clip((y + 15.5) / 31, 0, 1)
    ripple = clouds(47, 1.2, low=1, high=10, stretch=(0.35, 1.0), size=128)[:TILE, : 3 * TILE]
    strength = (1 - far) ** 1.4 * np.clip((46 - np.abs(x)) / 18, 0, 1) * np.clip((ripple - 0.22) * 2.2, 0, 1)
    return stamp(strength > 0.04, tone, np.round(strength * 6) / 6 * 120)


LITTER: dict[str, Callable[[], Picture]] = {
    "gum": gum,
    "joint": joint,
    "poster": poster,
    "spill": spill,
    "bag": bag,
    "photograph": photograph,
    "papers": papers,
    "popcorn": popcorn,
    "leaves": leaves,
    "mat": mat,
    "skid": skid,
    "gleam_pink": partial(gleam, "ff6ab8"),
    "gleam_cyan": partial(gleam, "50e0f4"),
    "gleam_violet": partial(gleam, "b470ff"),
}
# More pictures of what lies loose; a tileset shows the first alone.
MORE_LITTER = {f"papers_{i}": partial(papers, i) for i in range(1, len(SHEETS))}
