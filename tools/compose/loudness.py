"""How loud a sound is (ITU-R BS.1770-4), its true peak, and how a recipe's output becomes a file of its row's loudness."""

import numpy as np
import numpy.typing as npt
from scipy import signal

from game.content.music import RATE
from tools.compose.tone import Sound, band, frames

CEILING = -1.5  # dBTP
QUIET = -56.0  # dB under its peak at which a sound has ended
WINDOW, HOP = 0.4, 0.01  # seconds of the momentary loudness
OFFSET = -0.691  # dB, of the standard


def _shelf(gain: float, f: float, q: float) -> tuple[Sound, Sound]:
    """Return the standard's high shelf as (b, a)."""
    a, w = 10 ** (gain / 40), 2 * np.pi * f / RATE
    alpha, c, root = np.sin(w) / (2 * q), np.cos(w), 2 * np.sqrt(a)
    b0 = a * ((a + 1) + (a - 1) * c + root * alpha)
    b1, b2 = -2 * a * ((a - 1) + (a + 1) * c), a * ((a + 1) + (a - 1) * c - root * alpha)
    a0, a1, a2 = (a + 1) - (a - 1) * c + root * alpha, 2 * ((a - 1) - (a + 1) * c), (a + 1) - (a - 1) * c - root * alpha
    return np.array([b0, b1, b2]) / a0, np.array([1, a1 / a0, a2 / a0])


def _highpass(f: float, q: float) -> tuple[Sound, Sound]:
    """Return the standard's high pass as (b, a)."""
    w = 2 * np.pi * f / RATE
    alpha, c = np.sin(w) / (2 * q), np.cos(w)
    b = np.array([(1 + c) / 2, -(1 + c), (1 + c) / 2])
    a = np.array([1 + alpha, -2 * c, 1 - alpha])
    return b / a[0], a / a[0]


FILTERS = (_shelf(4.0, 1500.0, 2**-0.5), _highpass(38.0, 0.5))


def weighted(x: Sound) -> Sound:
    """Return [n, channels] as ears weigh it."""
    y = np.atleast_2d(x.T).T
    for b, a in FILTERS:
        y = signal.lfilter(b, a, y, axis=0)
    return y


def momentary(x: Sound) -> float:
    """Return the loudest 400 ms in LUFS; a shorter sound is as loud as with silence after it."""
    x = np.atleast_2d(x.T).T
    w = frames(WINDOW)
    y = weighted(np.pad(x, ((0, max(0, w - len(x))), (0, 0))))
    power = np.cumsum(np.concatenate([[0], (y**2).sum(1)]))
    k = np.arange(0, len(y) - w + 1, frames(HOP))
    return float(OFFSET + 10 * np.log10(((power[k + w] - power[k]) / w).max() + 1e-12))


def integrated(x: Sound) -> float:
    """Return the loudness of a whole piece in LUFS, with the standard's two gates."""
    y = weighted(x)
    w = frames(WINDOW)
    power = np.cumsum(np.concatenate([[0], (y**2).sum(1)]))
    k = np.arange(0, len(y) - w + 1, w // 4)
    blocks = (power[k + w] - power[k]) / w
    blocks = blocks[OFFSET + 10 * np.log10(blocks + 1e-12) > -70]
    if not len(blocks):
        return -70.0
    gate = OFFSET + 10 * np.log10(blocks.mean()) - 10
    return float(OFFSET + 10 * np.log10(blocks[OFFSET + 10 * np.log10(blocks) > gate].mean()))


def peak(x: npt.NDArray[np.floating], over: int = 4) -> float:
    """Return the true peak in dBTP."""
    return float(20 * np.log10(np.abs(signal.resample_poly(x, over, 1, axis=0)).max() + 1e-9))


def finish(x: Sound, lufs: float, loop: bool = False, whole: bool = False) -> Sound:
    """Take away what lies under 25 Hz, trim silence (not of a `whole` one), fade the ends, set the loudness, bend the tops."""

    def clean(y: Sound) -> Sound:
        return band(np.tile(y, 2), lo=25)[len(y) :] if loop else band(y, lo=25)

    x = clean(x)
    if not loop and not whole:
        sounding = np.flatnonzero(np.abs(x) > np.abs(x).max() * 10 ** (QUIET / 20))
        x = x[: sounding[-1] + 1]
    for _ in range(24):
        x = x * 10 ** ((lufs - momentary(x)) / 20)
        over = peak(x) - CEILING
        if over <= 0:
            break
        top = 10 ** (CEILING / 20)
        x = clean(top * np.tanh(x / top * (1 if over < 9 else 10 ** ((9 - over) / 20))))
    x = x * min(1.0, 10 ** ((CEILING - peak(x)) / 20))
    if not loop:
        n = min(frames(0.008), len(x) // 4)
        x[-n:] *= np.cos(np.linspace(0, np.pi / 2, n)) ** 2
        x[:16] *= np.linspace(0, 1, 16)
    return x
