"""The last picture: a road that runs to where the sun will be, seen over the bonnet."""

import numpy as np

from tools.paint.colour import Field, Picture, colour, ramp
from tools.paint.noise import clouds
from tools.paint.output import Folder
from tools.paint.portraits import dither_of

WIDE, TALL, HORIZON = 640, 360, 214
SUN = 424  # pixels from the left: where it will come up, and where the road goes
NEAR, FAR = 250.0, 3.0  # half widths of the road at the foot of the picture and at the horizon


def morning() -> Picture:
    """Return the picture: [360, 640, 3]."""
    y, x = np.mgrid[0:TALL, 0:WIDE].astype(np.float32)
    bayer = dither_of(TALL, WIDE)
    picture = _sky(x, y, bayer)
    _hills(picture, x, y)
    _ground(picture, x, y, bayer)
    _bonnet(picture, x, y, bayer)
    picture[1::2] *= 0.92
    return picture.clip(0, 255).astype(np.uint8)


def paint_morning(folder: Folder) -> None:
    """Paint assets/morning.png."""
    folder.picture("morning.png", morning())


def _sky(x: Field, y: Field, bayer: Field) -> Field:
    tones = ramp("060a16 0c1428 18223e 2c3458 54486c 8a5e6c c8805c f2b060 ffe0a0")
    up = np.clip(1 - y / HORIZON, 0, 1)
    glow = np.exp(-np.hypot((x - SUN) / 210, (y - HORIZON) / 74))
    value = np.clip(0.60 - 0.62 * up**0.7 + 0.62 * glow, 0, 0.999)
    veil = clouds(311, 1.2, low=3)
    streak = np.tile(veil, (3, 6))[: TALL * 2 : 2, :WIDE] if veil.shape[0] * 3 >= TALL * 2 else np.zeros_like(x)
    value = np.clip(value + 0.05 * (streak - 0.5) * (up > 0.05), 0, 0.999)
    picture: Field = tones[np.clip((value * len(tones) + bayer * 0.8).astype(int), 0, len(tones) - 1)]
    return picture.astype(np.float32)


def _hills(picture: Field, x: Field, y: Field) -> None:
    for tone, base, height, seed in (("2a2440", 4, 30, 3), ("14162a", 2, 16, 8)):
        dice = np.random.default_rng(seed)
        edge = sum(height / n * np.sin(x[0] / (150 / n) + dice.random() * 6.28) for n in (1, 2, 3, 5, 9)) / 2
        top = HORIZON - base - np.maximum(0, edge + height * 0.4)
        picture[(y >= top[None]) & (y < HORIZON)] = colour(tone)


def _ground(picture: Field, x: Field, y: Field, bayer: Field) -> None:
    below = y >= HORIZON
    depth = np.clip((y - HORIZON) / (TALL - HORIZON), 1e-3, 1)
    middle = SUN + (WIDE / 2 + 40 - SUN) * depth
    half = FAR + (NEAR - FAR) * depth
    off = np.abs(x - middle) / half
    light = np.exp(-np.abs(x - SUN) / (60 + 260 * depth)) * (1 - 0.55 * depth)
    desert, tar = ramp("0b0a12 1c1620 36262a 5c3c30 8a5a3c c08a54"), ramp("090b12 121622 1e2230 32303e 50444c 88645a")
    for tones, where in ((desert, below & (off >= 1)), (tar, below & (off < 1))):
        value = np.clip(light * 0.95 + 0.10 + 0.06 * bayer, 0, 0.999)
        shade = tones[np.clip((value * len(tones) + bayer * 0.7).astype(int), 0, len(tones) - 1)]
        picture[where] = shade[where]
    far = 1 / depth
    dash = below & (off < 0.022) & ((far * 1.7) % 2 < 1)
    edge = below & (np.abs(off - 0.93) < 0.014)
    picture[dash] = colour("e0b060")
    picture[edge] = colour("7c7684")


def _bonnet(picture: Field, x: Field, y: Field, bayer: Field) -> None:
    """The car's own nose, dark, with the morning along its edge."""
    top = 330 + ((x - 350) / 330) ** 2 * 30
    body = y >= top
    tones = ramp("07080d 10121c 1e1e2a 3a3034")
    value = np.clip(0.5 - (y - top) / 40 + 0.3 * np.exp(-np.abs(x - SUN) / 120), 0, 0.99)
    picture[body] = tones[np.clip((value * 4 + bayer * 0.6).astype(int), 0, 3)][body]
    picture[body & (y < top + 1.5)] = colour("d09058")
