"""What is done to a sound after reading: another way to the ears, or another pair of ears; arrays [n, 2] int16 at RATE."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from game.content.music import RATE

Frames = npt.NDArray[np.int16]
FULL = 32767
WAYS = {"open": (1700.0, 0.5, 0.9), "shut": (520.0, 0.6, 1.1)}  # Hz kept, seconds of the room's answer, how wet
STEEP = 6  # order of the filter: as a door's
LOW_EARS = 120.0  # Hz: what a small speaker cannot play is not sent to it
LOWER = 2000.0  # Hz that a warning is also heard lower, for ears that have lost the top
LOWERED = 0.8
SOFT = int(0.040 * RATE)  # frames in which a sound comes up that must not startle


def through(sound: Frames, way: str) -> Frames:
    """Return a sound as it comes from another room."""
    hi, s, wet = WAYS[way]
    n = len(sound) + int(0.6 * s * RATE)
    size = 1 << (n + int(s * RATE)).bit_length()
    return _both(np.fft.irfft(np.fft.rfft(sound.mean(1, dtype=np.float32), size) * _room(size, hi, s, wet), size)[:n])


@lru_cache(maxsize=4)
def _room(size: int, hi: float, s: float, wet: float) -> npt.NDArray[np.complex64]:
    """Return what a room does to a spectrum."""
    t = np.arange(int(s * RATE)) / (s * RATE)
    tail = np.random.default_rng(7).standard_normal(len(t)) * 10 ** (-3 * t)
    f = np.fft.rfftfreq(size, 1 / RATE)
    return ((1 + wet * 0.03 * np.fft.rfft(tail, size)) / (1 + (f / hi) ** STEEP)).astype(np.complex64)


def forget_rooms() -> None:
    """Let go what rooms do to spectra: ten megabytes that nobody needs once every form is made."""
    _room.cache_clear()


def without_bass(sound: Frames) -> Frames:
    """Take away what lies under LOW_EARS."""
    f = np.fft.rfftfreq(len(sound), 1 / RATE)[:, None]
    gain = 1 / (1 + (LOW_EARS / np.maximum(f, 1)) ** 4)
    return _whole(np.fft.irfft(np.fft.rfft(sound, axis=0) * gain, len(sound), axis=0))


def heard_lower(sound: Frames) -> Frames:
    """Add a copy of a sound whose every partial lies LOWER hertz lower."""
    n = len(sound)
    spectrum = np.fft.fft(sound.mean(1))
    spectrum[n // 2 + 1 :] = 0
    turned = np.fft.ifft(2 * spectrum) * np.exp(-2j * np.pi * LOWER * np.arange(n) / RATE)
    return _whole(sound + LOWERED * turned.real[:, None])


def softened(sound: Frames) -> Frames:
    """Let a sound come up slowly."""
    out = sound.astype(np.float64)
    n = min(SOFT, len(out))
    out[:n] *= np.linspace(0, 1, n)[:, None]
    return _whole(out)


def _both(x: npt.NDArray[np.float64]) -> Frames:
    return _whole(np.repeat(x[:, None], 2, axis=1))


def _whole(x: npt.NDArray[np.float64]) -> Frames:
    return np.ascontiguousarray(np.clip(x, -FULL, FULL).astype(np.int16))
