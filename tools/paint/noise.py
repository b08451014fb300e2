"""Seamless randomness: cloudy noise, specks and plate tones that repeat without a seam; every number follows from a seed."""

from functools import lru_cache

import numpy as np
from scipy import ndimage as ndi

from tools.paint.colour import Field, Mask


def clouds(
    seed: int, slope: float, low: float = 1, high: float = 64, stretch: tuple[float, float] = (1, 1), size: int = 128
) -> Field:
    """Return periodic 1/f noise [size, size], evenly spread over 0..1; low and high bound its waves per tile."""
    waves = np.fft.fft2(np.random.default_rng(seed).standard_normal((size, size)))
    fy, fx = np.fft.fftfreq(size)[:, None] * size * stretch[1], np.fft.fftfreq(size)[None] * size * stretch[0]
    k = np.hypot(fx, fy)
    k[0, 0] = 1
    waves *= np.where((k >= low) & (k <= high), k**-slope, 0)
    field = np.fft.ifft2(waves).real
    order = field.ravel().argsort(kind="stable").argsort(kind="stable").reshape(size, size)
    return (order / (size * size - 1)).astype(np.float32)


def specks(seed: int, share: float, longest: int = 1, size: int = 128) -> Mask:
    """Return scattered chips over about `share` of a tile."""
    dice = np.random.default_rng(seed)
    mask = np.zeros((size, size), bool)
    for _ in range(int(share * size * size)):
        x, y = dice.integers(0, size, 2)
        mask[y, x] = True
        if longest > 1 and dice.random() < 0.5:
            mask[y, (x + 1) % size] = True
    return mask


def plates(across: int, seed: int, size: int = 128) -> Field:
    """Return one random number 0..1 for each square plate of a tile."""
    tones = np.random.default_rng(seed).random((size // across, size // across))
    return np.kron(tones, np.ones((across, across))).astype(np.float32)


@lru_cache(maxsize=64)
def roughness(height: int, width: int) -> Field:
    """Return the grain that roughens things: blots and streaks, 0..1."""
    dice = np.random.default_rng(height * 1000 + width)

    def layer(blur: float | tuple[float, float]) -> Field:
        soft: Field = ndi.gaussian_filter(dice.random((height, width)), blur, mode="wrap").astype(np.float32)
        level: Field = (soft - soft.min()) / (soft.max() - soft.min())
        return level

    blots, streaks = layer(3), layer((0.4, 1.6))
    return np.float32(0.55) * blots + np.float32(0.45) * streaks
