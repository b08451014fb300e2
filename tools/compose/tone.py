"""The simplest instruments: waves, noise, envelopes, and a line to lay them on; times in seconds, sounds float64 at RATE."""

import zlib
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from scipy import signal

from game.content.music import RATE

Sound = npt.NDArray[np.float64]
Dice = np.random.Generator
BRIGHT = (48000 / RATE) ** 0.5  # keeps noise as dense in every hertz whatever the rate


def dice(name: str, take: int = 0) -> Dice:
    """Return the random stream of one take of one sound, equal on every run."""
    return np.random.default_rng(zlib.crc32(f"{name}/{take}".encode()))


def frames(s: float) -> int:
    """Return how many frames last s seconds."""
    return int(s * RATE)


def clock(s: float) -> Sound:
    """Return the time of each frame."""
    out: Sound = np.arange(frames(s)) / RATE
    return out


def noise(rng: Dice, s: float) -> Sound:
    """Return white noise."""
    out: Sound = rng.standard_normal(frames(s)) / BRIGHT
    return out


def band(x: Sound, lo: float | None = None, hi: float | None = None, order: int = 2) -> Sound:
    """Keep lo..hi Hz; None leaves that side open."""
    top = RATE * 0.48
    hi = None if hi is None or hi >= top else hi
    if lo is None and hi is None:
        return x
    kind = "highpass" if hi is None else "lowpass" if lo is None else "bandpass"
    at = lo if hi is None else hi if lo is None else (lo, hi)
    out: Sound = signal.sosfilt(signal.butter(order, at, kind, fs=RATE, output="sos"), x)
    return out


def fall(s: float, t60: float, attack: float = 0.001) -> Sound:
    """Return an envelope: a raised-cosine attack, then a fall of 60 dB in t60 seconds."""
    t = clock(s)
    out: Sound = (0.5 - 0.5 * np.cos(np.pi * np.clip(t / attack, 0, 1))) * 10 ** (-3 * np.maximum(t - attack, 0) / t60)
    return out


def path(s: float, *points: tuple[float, float]) -> Sound:
    """Return an envelope or glide through (time, value) points, straight lines between."""
    times, values = zip(*points, strict=True)
    out: Sound = np.interp(clock(s), times, values)
    return out


def sine(freq: float | Sound, s: float = 0.0, phase: float = 0.0) -> Sound:
    """Return a sine of a fixed frequency for s seconds, or of a gliding one."""
    out: Sound = np.sin(_phase(freq, s) + phase)
    return out


def saw(freq: float | Sound, s: float = 0.0, partials: int = 40) -> Sound:
    """Return a saw of whole partials that stop at 40 % of the rate."""
    ph = _phase(freq, s)
    f = np.full(len(ph), freq) if np.isscalar(freq) else np.asarray(freq)
    out = np.zeros(len(ph))
    for k in range(1, partials + 1):
        out += np.sin(k * ph) / k * (k * f < 0.4 * RATE)
    return out * 0.6


def _phase(freq: float | Sound, s: float) -> Sound:
    f = np.full(frames(s), float(freq)) if np.isscalar(freq) else np.asarray(freq)  # type: ignore[arg-type]
    out: Sound = 2 * np.pi * np.cumsum(f) / RATE
    return out


def fm(carrier: float, ratio: float, index: float | Sound, s: float) -> Sound:
    """Return two-operator FM; the index may be an envelope."""
    t = clock(s)
    out: Sound = np.sin(2 * np.pi * carrier * t + index * np.sin(2 * np.pi * carrier * ratio * t))
    return out


def thump(s: float, high: float, low: float, t60: float) -> Sound:
    """Return the body of a blow: a sine that falls from one frequency to another."""
    out: Sound = sine(low + (high - low) * np.exp(-clock(s) / 0.02)) * fall(s, t60)
    return out


def ping(freqs: Iterable[float], s: float = 0.09, t60: float = 0.12) -> Sound:
    """Return pure tones together."""
    out: Sound = np.sum([sine(f, s) for f in freqs], axis=0) * fall(s, t60, 0.004)
    return out


def drive(x: Sound, amount: float) -> Sound:
    """Bend the tops: warmth, and a limit of 1."""
    out: Sound = np.tanh(x * amount) / np.tanh(amount)
    return out


def line(s: float, *parts: tuple[float, Sound, float]) -> Sound:
    """Lay (time, sound, gain) parts on one line of s seconds."""
    out = np.zeros(frames(s))
    for t, x, g in parts:
        i = frames(t)
        x = x[: max(0, len(out) - i)]
        out[i : i + len(x)] += g * x
    return out
