"""Sounds of many small parts: grains, liquid metal; and the rooms that sounds are heard in."""

from collections.abc import Callable

import numpy as np
from scipy import signal

from tools.compose.tone import Dice, Sound, band, fall, frames, noise, path, sine


def grains(rng: Dice, s: float, rate: Callable[[float], float], make: Callable[[Dice], Sound]) -> Sound:
    """Scatter short grains: rate(t) of them a second, make(rng) returns one."""
    out, t = np.zeros(frames(s)), 0.0
    while t < s - 0.02:
        i = frames(t)
        grain = make(rng)[: len(out) - i]
        out[i : i + len(grain)] += grain
        t += rng.exponential(1 / max(rate(t), 1e-3))
    return out


def liquid(rng: Dice, s: float, lo: float, hi: float, rate: Callable[[float], float], drop: bool = True) -> Sound:
    """Return liquid metal: bubbles that chirp over a slick band of noise."""

    def bubble(r: Dice) -> Sound:
        f, d = r.uniform(lo, hi), r.uniform(0.02, 0.07)
        glide = sine(path(d, (0, f), (d, f * (0.6 if drop else 1.7))))
        return glide * fall(d, d, 0.004) * r.uniform(0.3, 1)

    slick = band(noise(rng, s), lo * 0.8, hi * 1.6) * path(s, (0, 0), (s * 0.3, 1), (s, 0.05))
    return grains(rng, s, rate, bubble) + 0.25 * slick


def room(x: Sound, rng: Dice, t60: float = 0.5, wet: float = 0.2, hi: float = 5000, tail: float | None = None) -> Sound:
    """Put a sound into a room: a tail of noise with a few early echoes, darkened above hi Hz."""
    s = min(t60, 2.5)
    answer = band(noise(rng, s) * fall(s, t60, 0.004), 180, hi) * 0.03
    for d in rng.uniform(0.006, 0.04, 5):
        answer[frames(d)] += rng.choice((-0.4, 0.4))
    y = np.zeros(len(x) + frames(tail if tail is not None else 0.6 * t60))
    y[: len(x)] = x
    out: Sound = y + wet * signal.fftconvolve(y, answer)[: len(y)]
    return out


def through(x: Sound, rng: Dice, way: str) -> Sound:
    """Return the sound as it comes by another way: `open` through a doorway, `shut` through a shut door."""
    hi, wet, t60 = {"open": (1700, 0.9, 0.5), "shut": (520, 1.1, 0.6)}[way]
    return band(room(x, rng, t60, wet, hi), hi=hi, order=3)
