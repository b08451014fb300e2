"""What comes out of spray cans in the alleys behind a mall: fat signatures that nobody can read, a crown, an eye, a bolt."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import numpy as np

from tools.paint.colour import Array, Mask, Picture, colour
from tools.paint.noise import clouds
from tools.paint.stains import stamp

Point = tuple[float, float]


def _canvas(width: int, height: int) -> tuple[Array, Array]:
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    return x, y


def _far(x: Array, y: Array, way: list[Point]) -> Array:
    """Return how far each pixel is from a line of points."""
    best: Array = np.full(x.shape, 1e9, np.float32)
    for (ax, ay), (bx, by) in pairwise(way):
        dx, dy = bx - ax, by - ay
        t = np.clip(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy + 1e-6), 0, 1)
        best = np.minimum(best, np.hypot(x - ax - t * dx, y - ay - t * dy))
    return best


def _sprayed(fill: Mask, tone: Array, edge: str, seed: int) -> Picture:
    """Outline a shape, drop a shade behind it, dust it about, and let feet wear it."""
    h, w = fill.shape
    line, shade = fill.copy(), fill.copy()
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            line |= np.roll(fill, (dy, dx), (0, 1))
    for k in (2, 3, 4):
        shade |= np.roll(line, (k, k), (0, 1))
    rgb = np.where(fill[..., None], tone, np.where(line[..., None], colour("0b0d14"), colour(edge)))
    worn = np.tile(clouds(seed, 0.7, low=3), (2, 2))[:h, :w]
    strong = np.where(fill, 168, np.where(line, 185, 120)) * np.clip(1.5 - 1.15 * worn**3, 0.3, 1)
    out = stamp(line | shade, rgb, strong)
    dice = np.random.default_rng(seed)
    ys, xs = np.nonzero(line)
    for i in dice.integers(0, len(ys), 70).tolist():
        y, x = int(ys[i] + dice.normal() * 4), int(xs[i] + dice.normal() * 4)
        if 0 <= y < h and 0 <= x < w and not out[y, x, 3]:
            out[y, x] = (*colour(edge).astype(int), int(dice.integers(60, 130)))
    return out


# Each sign is strokes from point to point of a grid of three columns and three rows, 0..2 each: curls, hooks and prongs
# of no alphabet. Shapes that were near to letters read as words from afar.
STROKES: tuple[tuple[Point, ...], ...] = (
    ((0.0, 0.2), (0.2, 1.7), (1.2, 2.1), (2.0, 1.3), (1.4, 0.5), (0.9, 1.2)),
    ((2.1, 0.0), (1.1, 1.1), (2.1, 2.1), (1.1, 1.1), (0.0, 1.2), (0.4, 0.1)),
    ((1.0, 2.1), (1.1, 0.0), (2.0, 0.9), (1.1, 1.3), (0.1, 0.7)),
    ((0.0, 1.9), (0.6, 0.9), (1.1, 2.0), (1.5, 0.9), (2.1, 1.9), (1.9, 0.0), (0.3, 0.1)),
    ((1.9, 1.9), (0.3, 1.8), (0.1, 0.6), (1.1, 0.1), (1.9, 0.8), (1.0, 1.3)),
    ((0.1, 0.1), (0.8, 0.9), (0.1, 1.9), (0.8, 0.9), (2.1, 1.0), (1.5, 0.1), (1.7, 2.0)),
)


TANGLED = 1.6  # times as many as stand side by side: they lie across one another, and nobody reads where one ends


def piece(letters: tuple[int, ...], top: str, foot: str, edge: str, seed: int) -> Picture:
    """A signature of fat signs, each leaning on the next, its colour running from top to foot, an arrow at its end."""
    step, tall = 19.0, 34.0
    x, y = _canvas(round(step * len(letters)) + 30, round(tall) + 14)
    dice = np.random.default_rng(seed)
    fill = np.zeros(x.shape, bool)
    shine = np.zeros(x.shape, bool)
    cut = np.zeros(x.shape, bool)
    for i in range(round(TANGLED * len(letters))):
        lean, up = float(dice.uniform(-3, 3)), float(dice.uniform(-2.5, 2.5))
        strokes = STROKES[letters[i % len(letters)]]
        turned = [(r, 2 - c) for c, r in strokes] if i % 2 else strokes  # none stands as its neighbour does
        way = [(8 + i * step / TANGLED + c * 8.6 + lean * (1 - r), 9 + up + r * 10.5) for c, r in turned]
        far = _far(x, y, way)
        fat = far < 5.2
        cut |= fill & (far >= 5.2) & (far < 6.8)
        fill = (fill & ~((far >= 5.2) & (far < 6.8))) | fat
        shine |= _far(x, y, [(px - 1.4, py - 1.8) for px, py in way]) < 0.8
    end = 12 + len(letters) * step
    fill |= _far(x, y, [(end - 8, 30), (end + 4, 32)]) < 3.0
    fill |= (x > end + 2) & (np.abs(y - 32) < (end + 12 - x) * 0.9) & (x < end + 12)
    share = np.clip((y - 6) / 30 + 0.12 * np.sin(x / 6), 0, 1)
    share = np.round(share * 5)[..., None] / 5
    tone = colour(top) * (1 - share) + colour(foot) * share
    tone = np.where((shine & fill)[..., None], colour("f4f6f2"), tone)
    return _sprayed(fill, tone, edge, seed)


def crown() -> Picture:
    """A crown of five points over a short stroke."""
    x, y = _canvas(52, 42)
    way = [(8.0, 28.0), (6.0, 10.0), (15.0, 20.0), (25.0, 6.0), (34.0, 20.0), (43.0, 10.0), (41.0, 28.0), (8.0, 28.0)]
    fill = _far(x, y, way) < 2.4
    fill |= _far(x, y, [(9, 35), (40, 34)]) < 2.0
    for px, py in ((6, 8), (25, 4), (43, 8)):
        fill |= np.hypot(x - px, y - py) < 3.4
    return _sprayed(fill, np.broadcast_to(colour("f2c53a"), (*x.shape, 3)), "a8345f", 71)


def eye() -> Picture:
    """A wide eye with lashes, its iris cold."""
    x, y = _canvas(72, 46)
    u, v = (x - 34) / 27, (y - 23) / 13
    lid = (np.abs(v) < 1 - u * u) & (np.abs(u) < 1)
    iris, pupil = np.hypot(x - 34, y - 23) < 10.5, np.hypot(x - 34, y - 23) < 4.6
    tone = np.where(iris[..., None], colour("30c8e0"), colour("e8eef0"))
    tone = np.where((iris & (np.hypot(x - 34, y - 23) > 8))[..., None], colour("1c6a96"), tone)
    tone = np.where(pupil[..., None], colour("0b0d14"), tone)
    tone = np.where((np.hypot(x - 30, y - 19) < 2.2)[..., None], colour("ffffff"), tone)
    lashes = np.zeros(x.shape, bool)
    for k in (-0.7, -0.35, 0.0, 0.35, 0.7):
        px, py = 34 + k * 27, 23 - (1 - k * k) * 13
        lashes |= _far(x, y, [(px, py), (px + k * 9, py - 7)]) < 1.3
    return _sprayed(lid | lashes, np.where(lashes[..., None] & ~lid[..., None], colour("d8617f"), tone), "7a2fb0", 72)


def bolt() -> Picture:
    """A bolt of lightning in a ring."""
    x, y = _canvas(48, 48)
    ring = np.abs(np.hypot(x - 22, y - 22) - 17) < 2.2
    way = [(28.0, 4.0), (16.0, 24.0), (26.0, 22.0), (16.0, 41.0)]
    fat = _far(x, y, way) < 3.2
    tone = np.where(fat[..., None], colour("f8dd6c"), colour("5ab3a6"))
    return _sprayed(ring | fat, tone, "20405f", 73)


GRAFFITI: dict[str, Callable[[], Picture]] = {
    "graffiti_rose": partial(piece, (0, 4, 2, 1), "ff9ad0", "7a2fb0", "30c8e0", 61),
    "graffiti_sea": partial(piece, (3, 5, 1, 0, 4), "9ff0d8", "1c6ab8", "e84a9a", 62),
    "graffiti_fire": partial(piece, (2, 1, 3, 5), "ffe07a", "e0402a", "3a5ad0", 63),
    "graffiti_lime": partial(piece, (4, 0, 5), "e8f47a", "2e9a5a", "f0803a", 64),
    "graffiti_crown": crown,
    "graffiti_eye": eye,
    "graffiti_bolt": bolt,
}
