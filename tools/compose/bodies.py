"""Things that are struck, plucked or driven: damped modes, strings, bells, engines, and rings that repeat without a joint."""

from collections.abc import Sequence

import numpy as np
from scipy import signal

from game.content.music import RATE
from tools.compose.tone import Dice, Sound, band, clock, drive, frames, noise, saw, sine

Numbers = float | Sequence[float] | Sound


def modes(
    s: float,
    freqs: Sequence[float] | Sound,
    t60: Numbers,
    gains: Sequence[float] | None = None,
    rng: Dice | None = None,
    contact: float = 0.0006,
    spread: float = 0.0,
) -> Sound:
    """Return a struck body: damped sines. A longer contact (s) is a softer hammer; spread detunes each take."""
    t, f = clock(s), np.asarray(freqs, float)
    falls = np.broadcast_to(np.asarray(t60, float), f.shape)
    if rng is not None and spread:
        f = f * (1 + spread * rng.standard_normal(f.shape))
    g = np.ones(f.shape) if gains is None else np.asarray(gains, float)
    g = g / (1 + (f * contact * 2) ** 2) * (f < 0.47 * RATE)
    x = (g[:, None] * np.sin(2 * np.pi * f[:, None] * t) * 10 ** (-3 * t / falls[:, None])).sum(0)
    out: Sound = x * np.clip(t / max(contact, 1e-4), 0, 1)
    return out


def pluck(rng: Dice, freq: float, s: float, t60: float = 1.5, bright: float = 0.5, pick: float = 0.2) -> Sound:
    """Return a Karplus-Strong string: noise in a tuned loop with a fractional delay, combed by the picking point."""
    n = RATE / freq - 0.5
    k = int(n)
    rest = n - k
    push = np.zeros(frames(s))
    push[:k] = band(rng.uniform(-1, 1, 4 * k), hi=800 + 9000 * bright)[-k:]
    push -= np.roll(push, int(pick * k))
    keep = 10 ** (-3 / (freq * t60))
    loop = np.zeros(k + 3)
    loop[0] = 1
    loop[k : k + 3] -= keep * np.array([(1 - rest) / 2, 0.5, rest / 2])
    y: Sound = signal.lfilter([1], loop, push)
    out: Sound = y / (np.abs(y).max() + 1e-9)
    return out


def bell(rng: Dice, f: float, s: float = 1.2) -> Sound:
    """Return a small bell."""
    return modes(
        s, np.array([1, 2.0, 2.76, 4.07, 5.4]) * f, np.array([1, 0.7, 0.5, 0.3, 0.2]) * s, (1, 0.5, 0.6, 0.3, 0.2), rng
    )


def motor(rng: Dice, hz: float, cylinders: int, s: float, rough: float = 0.25, hi: float = 1400) -> Sound:
    """Return an engine on a ring: whole cycles of a firing saw whose period wobbles, its exhaust, and a whine."""
    n = frames(s)
    slow = np.arange(n // 2 + 1) < 8 * s
    wobble = np.fft.irfft(np.where(slow, rng.standard_normal(n // 2 + 1) * RATE, 0), n)
    f = hz * (1 + 0.015 * wobble / np.abs(wobble).max())
    f *= round(f.sum() / RATE / cylinders) * cylinders / (f.sum() / RATE)

    def again(y: Sound) -> Sound:
        return np.concatenate([y, y])

    exhaust = band(again(noise(rng, s)), 60, 900)[n:]
    x = drive(saw(f, partials=24) + 0.6 * saw(f / cylinders, partials=30) + rough * exhaust * (1 + sine(f)), 1.3)
    x = band(again(x), 35, hi)[n:]
    return ring(x + 0.9 * band(again(drive(x, 5)), 220, hi)[n:] + 0.03 * sine(f * 11))


def looped(x: Sound, s: float) -> Sound:
    """Fold what runs past s seconds over the start with equal power, and cut the ring where it steps least."""
    n = frames(s)
    k = len(x) - n
    w = np.sin(np.linspace(0, np.pi / 2, k))
    y = x[:n].copy()
    y[:k] = y[:k] * w + x[n:] * w[::-1]
    return ring(y)


def ring(y: Sound) -> Sound:
    """Turn a ring so that its cut falls on its smallest step."""
    return np.roll(y, -1 - int(np.abs(np.diff(y)).argmin()))
