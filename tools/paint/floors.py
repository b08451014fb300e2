"""Floors: a seamless picture of 4 x 4 metres for each material, in a few tones of one ramp, with no landmark that would repeat."""

from collections.abc import Callable

import numpy as np

from tools.paint.colour import Array, Field, Mask, colour, ramp
from tools.paint.noise import clouds, plates, specks
from tools.paint.output import Folder

SIZE, TILE = 128, 32  # pixels of a supertile and of a metre
Y, X = np.mgrid[0:SIZE, 0:SIZE]

TONES = {
    "terrazzo": "5d5764 665f6b 6f6771 777076 7f787d 888085 91898c",
    "terrazzo_teal": "29525a 2e5a61 336268 3a6b6f 427376",
    "lino": "2f4a48 3a5856 466664 527470 5f827b 6d9187 7fa296",
    "lino_pale": "4d6a66 5a7872 688780 77968c 87a598",
    "carpet": "1b2233 20293c 263147 2c3850 33415a 3c4c66",
    "carpet_red": "2a1420 361a28 432131 50293a 5e3344",
    "concrete": "22262d 2a2f37 333942 3d444e 484f59 545c65 626a72",
    "asphalt": "15181f 191d24 1e222a 23282f 292f37 30373f 3a4149",
    "metal": "12161e 191f29 212935 2b3542 384452 4a5868 657688",
    "grass": "0e1c16 132619 19301c 213c20 2b4a25 385a2c 496c36",
    "wood": "2a1710 371e14 452719 54311f 643c26 75482e 875739",
    "tile_white": "5e6a74 6d7983 7e8a92 8f9aa1 a1abb0 b4bdc0",
    "mill": "0d0c0f 141216 1c191d 262227 322c2f 42393a 574a47",
    "paving": "30343b 3a3f46 454b52 50565d 5c6268 696f73",
    "water": "0e2a4a 143a5c 1a4a70 225a82 2a6f98 4fa0c0",
    "frost": "5b7a90 6f8ea2 84a2b4 9ab6c5 b2cad5 cfe0e6",
    "road": "26262e 2c2c34 33333a 3a3a40 424247 4b4a4e 555356",
    "verge": "3a3028 463a2e 524436 5f503f 6d5c48 7c6a53 8c7960",
    "scrub": "2e2a1c 3b3623 4a432a 5a5132 6b603a 7d7045 918152",
    "molten": "4d0a06 a81f06 ea4d0b ff8f1a ffcf52 fff5c4",
}


def toned(value: Array, tones: str) -> Field:
    """Return values 0..1 as colours of a ramp, cut to its tones: [y, x, 3]."""
    colours = ramp(TONES[tones])
    tone = np.clip((value * len(colours)).astype(int), 0, len(colours) - 1)
    picture: Field = colours[tone]
    return picture


def where(mask: Mask, yes: Array, no: Array) -> Field:
    """Choose between two pictures by a mask."""
    return np.where(mask[..., None], yes, no).astype(np.float32)


def joints(size: int) -> Mask:
    """The one-pixel lines between square tiles."""
    lines: Mask = (X % size == 0) | (Y % size == 0)
    return lines


def bevelled(picture: Field, size: int, light: float = 1.10, dark: float = 0.90) -> Field:
    """Lighten each tile's upper left inner edge and darken the lower right one."""
    x, y = X % size, Y % size
    up = ((x == 1) & (y > 0)) | ((y == 1) & (x > 0))
    low = ((x == size - 1) & (y > 1)) | ((y == size - 1) & (x > 1))
    return where(low, picture * dark, where(up, picture * light, picture))


def _terrazzo(seed: int, tones: str, chips: tuple[tuple[str, float], ...]) -> Field:
    value = 0.50 + 0.13 * (clouds(seed, 1.2) - 0.5) + 0.13 * (plates(TILE, seed + 5) - 0.5)
    picture = toned(value, tones)
    for i, (chip, share) in enumerate(chips):
        picture = where(specks(seed * 10 + i, share, 2), colour(chip), picture)
    return where(joints(TILE), colour("3d3945"), bevelled(picture, TILE))


def terrazzo() -> Field:
    chips = (("8f868a", 0.008), ("9d9494", 0.003), ("575260", 0.007), ("806c6e", 0.003), ("5d7478", 0.002))
    return _terrazzo(1, "terrazzo", chips)


def terrazzo_teal() -> Field:
    return _terrazzo(2, "terrazzo_teal", (("4f8384", 0.006), ("23484f", 0.006)))


def lino() -> Field:
    """A worn chequer, with short scuffs."""
    blots, streaks = clouds(3, 1.5), clouds(4, 0.9, low=3, stretch=(0.25, 2.2))
    wear = 0.24 * (blots - 0.5) + 0.10 * (streaks - 0.5)
    pale = ((X // TILE + Y // TILE) % 2) == 1
    picture = where(pale, toned(0.46 + wear, "lino_pale"), toned(0.42 + wear, "lino"))
    picture = where(joints(TILE), picture * 0.82, picture)
    picture = where(specks(3, 0.004, 2), picture * 0.80, picture)
    picture = where(specks(12, 0.004, 2), picture * 1.1, picture)
    dice = np.random.default_rng(6)
    for _ in range(10):
        x, y = dice.integers(0, SIZE, 2)
        length, angle = int(dice.integers(4, 11)), dice.random() * np.pi
        for t in range(length):
            picture[int(y + t * np.sin(angle)) % SIZE, int(x + t * np.cos(angle)) % SIZE] *= 0.88
    return picture


def tile_white() -> Field:
    value = 0.5 + 0.3 * (plates(16, 4) - 0.5) + 0.25 * (clouds(5, 1.4) - 0.5)
    return where(joints(16), colour("48525c"), bevelled(toned(value, "tile_white"), 16, 1.08, 1.0))


def _carpet(seed: int, tones: str) -> Field:
    value = 0.45 + 0.40 * (clouds(seed, 0.4, low=8) - 0.5) + 0.22 * (clouds(seed + 1, 1.6, low=10) - 0.5)
    picture = toned(value, tones)
    return where(joints(TILE), picture * 0.86, picture)


def carpet() -> Field:
    return _carpet(5, "carpet")


def carpet_red() -> Field:
    return _carpet(15, "carpet_red")


def _poured(seed: int, tones: str, slab: int) -> Field:
    value = 0.45 + 0.30 * (clouds(seed, 1.5) - 0.5) + 0.16 * (clouds(seed + 1, 0.3, low=12) - 0.5)
    picture = toned(value + 0.10 * (plates(slab, seed + 2) - 0.5), tones)
    lines = joints(slab)
    picture = where(np.roll(lines, (1, 1), (0, 1)), picture * 1.10, picture)
    picture = where(lines, picture * 0.62, picture)
    return where(specks(seed + 6, 0.008, 2), picture * 0.84, picture)


def concrete() -> Field:
    return _poured(6, "concrete", 64)


def asphalt() -> Field:
    value = 0.40 + 0.26 * (clouds(7, 1.3) - 0.5) + 0.30 * (clouds(8, 0.0, low=10) - 0.5)
    picture = toned(value, "asphalt")
    return where(specks(9, 0.006), picture * 1.25, picture)


def paving() -> Field:
    """Slabs of half a metre by one, laid in bond."""
    row = Y // 16
    x = (X + row * 16) % TILE
    slab = (((X + row * 16) // TILE) % 4 + 4 * (row % 8)).astype(int)
    tone = np.random.default_rng(31).random(32).astype(np.float32)[slab]
    picture = toned(
        0.48 + 0.26 * (tone - 0.5) + 0.20 * (clouds(32, 1.3) - 0.5) + 0.12 * (clouds(33, 0.2, low=14) - 0.5), "paving"
    )
    picture = where(((x == 1) | (Y % 16 == 1)), picture * 1.12, picture)
    picture = where(((x == TILE - 1) | (Y % 16 == 15)), picture * 0.90, picture)
    picture = where(((x == 0) | (Y % 16 == 0)), picture * 0.60, picture)
    return where(specks(34, 0.006, 2), picture * 0.85, picture)


def grating() -> Field:
    """Walkable bars over darkness, framed metre by metre."""
    tones = ramp(TONES["metal"])
    picture = np.zeros((SIZE, SIZE, 3), np.float32) + colour("07080c")
    for mask, tone in ((Y % 8 < 2, 2), (Y % 8 == 0, 4), (X % 8 < 2, 3), (X % 8 == 0, 5)):
        picture = where(mask, tones[tone], picture)
    x, y = X % TILE, Y % TILE
    picture = where((x < 2) | (y < 2) | (x > 29) | (y > 29), tones[3], picture)
    picture = where((x == 0) | (y == 0), tones[5], picture)
    picture = where((x == 31) | (y == 31), tones[1], picture)
    picture *= (0.82 + 0.36 * clouds(8, 1.6))[..., None]
    return picture


def _plate(seed: int, tones: str) -> Field:
    """Steel plates with a diamond tread and a rivet in each corner."""
    value = 0.40 + 0.26 * (clouds(seed, 1.6) - 0.5) + 0.12 * (clouds(seed + 1, 0.5, low=6) - 0.5)
    value = value + 0.14 * (plates(TILE, seed + 2) - 0.5)
    u, w = X % 8, Y % 8
    tread = ((u == w) & (u >= 1) & (u <= 3)) | ((u + w == 12) & (u >= 5) & (u <= 7))
    value = value + 0.17 * tread - 0.10 * (np.roll(tread, (1, 0), (0, 1)) & ~tread)
    picture, lines = toned(value, tones), joints(TILE)
    picture = where(np.roll(lines, (1, 1), (0, 1)), picture * 1.25 + 4, picture)
    picture = where(lines, ramp(TONES[tones])[0], picture)
    x, y = X % TILE, Y % TILE
    return where(((x == 3) | (x == 29)) & ((y == 3) | (y == 29)), ramp(TONES[tones])[6], picture)


def metal() -> Field:
    return _plate(19, "metal")


def mill() -> Field:
    return _plate(9, "mill")


def grass() -> Field:
    blades = clouds(11, -0.1, low=14, stretch=(1, 0.45))
    return toned(0.42 + 0.34 * (clouds(10, 1.2) - 0.5) + 0.34 * (blades - 0.5), "grass")


def wood() -> Field:
    """Planks of a quarter metre by two."""
    dice = np.random.default_rng(12)
    plank = X // 8
    offset = dice.integers(0, 64, 16)[plank]
    tone = dice.random(200)[(plank * 7 + (Y + offset) % SIZE // 64) % 200].astype(np.float32)
    fibre = clouds(13, 0.9, low=2, stretch=(0.25, 2.4))
    picture = toned(0.44 + 0.32 * (tone - 0.5) + 0.26 * (fibre - 0.5), "wood")
    picture = where((X % 8 == 0) | ((Y + offset) % 64 == 0), picture * 0.62, picture)
    return where(X % 8 == 1, picture * 1.10, picture)


def water() -> Field:
    ripple = clouds(41, 1.1, low=3, high=20, stretch=(0.6, 1.5))
    crest = np.exp(-(((ripple - 0.5) / 0.05) ** 2))
    return toned(0.30 + 0.30 * (clouds(42, 1.6) - 0.5) + 0.16 * (ripple - 0.5) + 0.22 * crest, "water")


def frost() -> Field:
    crystal = clouds(44, 0.5, low=6, stretch=(1.8, 0.6))
    picture = toned(0.5 + 0.40 * (clouds(43, 1.5) - 0.5) + 0.30 * (crystal - 0.5), "frost")
    return where(specks(45, 0.006), colour("f0f0f0"), picture)


def molten() -> Field:
    """Broad bright flow with hot veins and a few dark rafts of crust."""
    flow, rafts = clouds(51, 1.6, high=9), clouds(52, 1.8, low=1, high=6)
    vein = np.exp(-(((flow - 0.5) / 0.03) ** 2))
    value = 0.36 + 0.34 * flow + 0.30 * vein
    rim = np.exp(-(((rafts - 0.80) / 0.018) ** 2))
    value = np.where(rafts > 0.80, 0.10 + 0.16 * (1 - (rafts - 0.80) / 0.2) + 0.2 * vein, value + 0.2 * rim)
    return toned(value, "molten")


# Material: its painter, and the gain that brings it to the brightness which the light expects.
FLOORS: dict[str, tuple[Callable[[], Field], float]] = {
    "terrazzo": (terrazzo, 1.2),
    "terrazzo_teal": (terrazzo_teal, 1.25),
    "lino": (lino, 1.15),
    "carpet": (carpet, 1.5),
    "carpet_red": (carpet_red, 1.4),
    "concrete": (concrete, 1.35),
    "asphalt": (asphalt, 1.5),
    "metal": (metal, 1.45),
    "grating": (grating, 1.35),
    "wood": (wood, 1.25),
    "tile_white": (tile_white, 1.0),
    "mill": (mill, 2.0),
    "grass": (grass, 1.3),
    "paving": (paving, 1.25),
    "molten": (molten, 1.0),
    "water": (water, 1.15),
    "frost": (frost, 0.9),
}


def painted(row: tuple[Callable[[], Field], float]) -> Field:
    """Return the supertile that a painter makes, at its gain: [128, 128, 3], 0..255."""
    painter, gain = row
    picture: Field = np.clip(painter() * np.float32(gain), 0, 255)
    return picture


def floor(material: str) -> Field:
    """Return the supertile of a material of FLOORS."""
    return painted(FLOORS[material])


def paint_floors(folder: Folder) -> None:
    """Paint assets/floors."""
    for material in FLOORS:
        folder.picture(f"floors/{material}.png", floor(material))
