"""What lies on a mill's floor: slag, splashes, cables, chains, rails in the floor, rime, soot; and the lines painted on it."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array, Picture, colour, ramp
from tools.paint.noise import clouds
from tools.paint.ramps import MATERIALS
from tools.paint.shading import SMOOTH, THING, picture
from tools.paint.stains import TILE, X, Y, stamp


def _grid(width: int, height: int) -> tuple[Array, Array]:
    """Return x and y of every pixel from the middle."""
    y, x = np.mgrid[0:height, 0:width]
    return x - (width - 1) / 2, y - (height - 1) / 2


def slag(seed: int) -> Picture:
    """Lumps of slag that fell where they cooled; the young ones still glow in their cracks."""
    clay = Clay(48, 40, MATERIALS, samples=3)
    dice = np.random.default_rng(120 + seed)
    for _ in range(15):
        x, y = float(dice.normal()) * 8, float(dice.normal()) * 5.5
        r = float(dice.uniform(1.4, 4.4))
        clay.egg(
            (x, y, 0), (r, r * 0.8, r * 0.8), "gun" if dice.random() < 0.7 else "brown", yaw=float(dice.uniform(0, 3))
        )
        if seed == 0 and r > 2.6:
            clay.paint(
                (np.abs(clay.x - x - 0.4 * (clay.y - y)) < 0.5) & (np.hypot(clay.x - x, clay.y - y) < r * 0.7),
                "heat_red",
            )
            clay.paint(np.hypot(clay.x - x, clay.y - y) < r * 0.22, "heat_amber")
    return picture(clay, THING)


def splash() -> Picture:
    """Steel that slopped over and set: a dark tongue with a blue sheen, beads about it."""
    x, y = _grid(56, 48)
    edge = clouds(131, 1.2, low=1, high=9, size=64)[:48, :56]
    inside = 1 - np.hypot(x / 22, y / 15) + 0.7 * (edge - 0.5)
    tones = ramp("14141a 22242e 343a48 566274 8a9aac")
    sheen = clouds(132, 1.3, low=2, size=64)[:48, :56]
    tone = tones[np.clip((sheen * 4).astype(int), 0, 3)]
    lip = (inside > 0) & (inside < 0.10)
    tone = np.where((lip & (y < 0))[..., None], tones[4], np.where(lip[..., None], tones[0], tone))
    out = stamp(inside > 0, tone, 235)
    dice = np.random.default_rng(133)
    for _ in range(26):
        a, far = dice.uniform(0, 6.28), dice.uniform(17, 25)
        px, py = int(28 + far * np.cos(a)), int(24 + far * 0.8 * np.sin(a))
        if 0 < px < 55 and 0 < py < 47:
            out[py, px] = (*tones[3].astype(int), 255)
            out[py + 1, px] = (*tones[0].astype(int), 200)
    return out


def scale() -> Picture:
    """Flakes of scale, blue black and rust, thick along the middle."""
    dice = np.random.default_rng(134)
    out = np.zeros((TILE, TILE, 4), np.uint8)
    tones = ramp("0c0c12 1c1e28 38302e 5a3420")
    for _ in range(90):
        x, y = int(dice.integers(0, TILE)), int(np.clip(dice.normal() * 6 + 16, 0, TILE - 1))
        wide = int(dice.integers(1, 4))
        for k in range(wide):
            out[y, (x + k) % TILE] = (*tones[int(dice.integers(0, 4))].astype(int), 190)
    return out


def soot() -> Picture:
    """A wide dark breath of soot, two tiles across."""
    x, y = _grid(2 * TILE, 2 * TILE)
    edge = clouds(135, 1.3, low=1, high=10, size=64)
    dark = np.clip(1 - np.hypot(x, y) / 30 + 0.5 * (edge - 0.5), 0, 1)
    return stamp(dark > 0.05, "07070a", np.round(dark * 7) / 7 * 150)


def cable() -> Picture:
    """Two cables side by side, clamped to the floor; joins sideways."""
    clay = Clay(96, TILE, MATERIALS, samples=3)
    for y, role in ((-2.4, "tire"), (2.2, "oxblood")):
        clay.limb((-60, y, 1.4), (60, y, 1.4), 1.7, 1.7, role)
    for x in (-32, 0, 32):
        clay.box((x, 0, 2.4), (1.4, 5.4, 1.2), "bumper", round_=0.4, bevel=0.5)
    return picture(clay, SMOOTH)[:, 32:64]


def cable_bend() -> Picture:
    """The same two cables, from the left edge round to the lower one."""
    clay = Clay(96, 96, MATERIALS, samples=3)
    for r, role in ((16 + 2.4, "tire"), (16 - 2.2, "oxblood")):
        points = [(-16 + r * np.sin(a), 16 - r * np.cos(a)) for a in np.linspace(0, np.pi / 2, 12)]
        line = [(-48.0, 16 - r), *points, (-16 + r, 48.0)]
        for (x0, y0), (x1, y1) in pairwise(line):
            clay.limb((float(x0), float(y0), 1.4), (float(x1), float(y1), 1.4), 1.7, 1.7, role)
    return picture(clay, SMOOTH)[32:64, 32:64]


def chain() -> Picture:
    """A roller chain that runs in a slot of the floor: plates and pins; joins sideways."""
    clay = Clay(96, TILE, MATERIALS, samples=3)
    clay.box((0, 0, 0), (60, 7.0, 0.6), "line", round_=0, bevel=0.2)
    for side in (-1, 1):
        clay.box((0, side * 7.6, 0), (60, 0.9, 1.4), "bumper", round_=0, bevel=0.3)
    for i, x in enumerate(range(-48, 49, 8)):
        clay.limb((x - 3.4, 0, 1.6), (x + 3.4, 0, 1.6), 3.2, 3.2, "bronze" if i % 2 else "gun")
        for end in (-4, 4):
            clay.disc((x + end, 0, 5.4), 1.7, "bumper", bevel=0.6)
    return picture(clay, SMOOTH)[:, 32:64]


def track() -> Picture:
    """Two rails let into the floor for a ladle car, bright where wheels run; joins sideways."""
    clay = Clay(96, TILE, MATERIALS, samples=3)
    for y in (-10.5, 10.5):
        clay.box((0, y, 0), (60, 3.0, 0.6), "line", round_=0, bevel=0.1)
        clay.box((0, y, 1), (60, 1.4, 1.4), "bumper", round_=0, bevel=0.5)
    for x in (-32, 0, 32):
        for y in (-10.5, 10.5):
            clay.box((x + 10, y + 3.6, 0.6), (2.2, 1.1, 1), "rust", round_=0.2, bevel=0.3)
            clay.box((x + 10, y - 3.6, 0.6), (2.2, 1.1, 1), "rust", round_=0.2, bevel=0.3)
    return picture(clay, SMOOTH)[:, 32:64]


def rime() -> Picture:
    """Frost that creeps over a floor, in needles, two tiles across."""
    x, y = _grid(2 * TILE, 2 * TILE)
    needles, edge = clouds(140, 0.5, low=5, stretch=(2.0, 0.7), size=64), clouds(141, 1.2, low=1, high=9, size=64)
    cold = 1 - np.hypot(x, y) / 29 + 0.8 * (edge - 0.5)
    grown = cold + 0.45 * (needles - 0.5)
    tones = ramp("6f8ea2 9ab6c5 cfe0e6 f4fbff")
    tone = tones[np.clip((needles * 4).astype(int), 0, 3)]
    return stamp(grown > 0.22, tone, np.clip(60 + cold * 220, 0, 205))


def frost_ring() -> Picture:
    """A ring of frost round something cold, with the mark of its foot in the middle."""
    x, y = _grid(52, 52)
    edge = clouds(142, 0.9, low=2, high=16, size=64)[:52, :52]
    far = np.hypot(x, y) + (edge - 0.5) * 6
    ring = (far > 11.5) & (far < 21)
    tones = ramp("84a2b4 b2cad5 e8f4f8")
    tone = tones[np.clip(((21 - far) / 9.5 * 3).astype(int), 0, 2)]
    return stamp(ring, tone, np.clip((21 - far) * 34, 0, 225))


def cryo_pool() -> Picture:
    """A pool of boiling cold: deep blue, pale swirls, a thick white rim of ice, four tiles by three."""
    x, y = _grid(4 * TILE, 3 * TILE)
    edge = clouds(151, 1.1, low=1, high=12, size=128)[: 3 * TILE]
    inside = 1 - np.hypot(x / 58, y / 42) + 0.16 * (edge - 0.5)
    swirl = clouds(152, 1.5, low=1, high=10, stretch=(0.7, 1.3), size=128)[: 3 * TILE]
    vein = np.exp(-(((swirl - 0.5) / 0.06) ** 2)) + 0.7 * np.exp(-(((swirl - 0.78) / 0.04) ** 2))
    tones = ramp("12344e 1f5274 347a9e 6ab4d0 b4e2f0 f0fcff")
    tone = tones[np.clip(((0.18 + 0.25 * swirl + 0.34 * vein) * 6).astype(int), 0, 4)]
    ice = inside < 0.15 + 0.12 * (clouds(153, 0.6, low=4, size=128)[: 3 * TILE] - 0.5)
    crystal = clouds(154, 0.4, low=8, size=128)[: 3 * TILE]
    tone = np.where(ice[..., None], tones[np.clip((3.2 + 2.4 * crystal).astype(int), 3, 5)], tone)
    return stamp(inside > 0, tone, np.where(inside > 0.05, 245, 160))


def glow(tone: str) -> Picture:
    """Hot light that lies on steel plates: a soft wide patch, two tiles across, broken by the plates' grain."""
    x, y = _grid(2 * TILE, 2 * TILE)
    grain = clouds(146, 0.7, low=4, size=64)
    warm = np.clip(1 - np.hypot(x / 31, y / 31), 0, 1) ** 1.2 * (0.55 + 0.6 * grain)
    return stamp(warm > 0.05, tone, np.round(np.clip(warm, 0, 1) * 7) / 7 * 135)


def walkway() -> Picture:
    """A yellow line that people keep to; joins sideways."""
    wear = clouds(147, 0.8, low=2, size=TILE)
    tone = colour("d8a630") * (0.72 + 0.34 * wear)[..., None]
    return stamp((Y >= 14) & (Y < 17) & (wear > 0.25), tone, 210)


def hatch() -> Picture:
    """A lid of chequered plate with two rings."""
    clay = Clay(40, 40, MATERIALS, samples=3)
    clay.box((0, 0, 0), (15, 15, 1.6), "gun", round_=0.8, bevel=0.6)
    clay.box((0, 0, 0.6), (13.4, 13.4, 1.6), "steel", round_=0.6, bevel=0.4)
    u, v = clay.local()
    clay.paint((np.abs(((u + v + 40) % 5) - 2.5) < 0.5) & (np.abs(u) < 12) & (np.abs(v) < 12), "gun", "steel")
    for side in (-1, 1):
        for a in np.linspace(0, 6.0, 12):
            clay.ball((side * 9 + 1.8 * float(np.cos(a)), 1.8 * float(np.sin(a)), 2.4), 0.7, "bumper")
    return picture(clay, SMOOTH)


def number(digit: str) -> Picture:
    """A bay's number in worn white, by strokes."""
    strokes = {
        "1": ((0, -8, 0, 8), (-3, -5, 0, -8)),
        "2": ((-5, -7, 5, -7), (5, -7, 5, 0), (5, 0, -5, 0), (-5, 0, -5, 7), (-5, 7, 5, 7)),
        "3": ((-5, -7, 5, -7), (5, -7, 5, 7), (-3, 0, 5, 0), (-5, 7, 5, 7)),
    }[digit]
    x, y = _grid(TILE, TILE)
    wear = clouds(148, 0.8, low=2, size=TILE)
    mask = np.zeros((TILE, TILE), bool)
    for x0, y0, x1, y1 in strokes:
        dx, dy = x1 - x0, y1 - y0
        t = np.clip(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy), 0, 1)
        mask |= np.hypot(x - x0 - t * dx, y - y0 - t * dy) < 1.9
    return stamp(mask & (wear > 0.2), colour("c3ccd2") * (0.75 + 0.3 * wear)[..., None], 190)


def sparks_burnt() -> Picture:
    """Pin pricks that sparks burnt into a floor, thick toward the middle."""
    dice = np.random.default_rng(149)
    out = np.zeros((2 * TILE, 2 * TILE, 4), np.uint8)
    for _ in range(150):
        x, y = (int(np.clip(dice.normal() * 11 + 32, 0, 63)) for _ in range(2))
        out[y, x] = (*colour(("060608", "3a2418", "141016")[int(dice.integers(3))]).astype(int), 200)
    return out


def edge_line() -> Picture:
    """Black and yellow paint along a drop: half a tile wide, against its upper edge; joins sideways."""
    wear = clouds(150, 0.8, low=2, size=TILE)
    stripe = ((X + Y) % 16) < 8
    tone = np.where(stripe[..., None], colour("d8a630"), colour("141216")) * (0.78 + 0.30 * wear)[..., None]
    return stamp((Y >= 20) & (Y < 29) & (wear > 0.1), tone, 245)


FOUNDRY: dict[str, Callable[[], Picture]] = {
    "slag_hot": partial(slag, 0),
    "slag": partial(slag, 1),
    "splash": splash,
    "scale": scale,
    "soot": soot,
    "cable": cable,
    "cable_bend": cable_bend,
    "chain": chain,
    "track": track,
    "rime": rime,
    "frost_ring": frost_ring,
    "glow_hot": partial(glow, "ff7a1c"),
    "glow_cold": partial(glow, "6ab4f0"),
    "walkway": walkway,
    "hatch": hatch,
    "bay_1": partial(number, "1"),
    "bay_2": partial(number, "2"),
    "bay_3": partial(number, "3"),
    "pricks": sparks_burnt,
    "edge_line": edge_line,
    "cryo_pool": cryo_pool,
}
