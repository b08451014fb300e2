"""The grid that every stem is written on, and what happens to a whole ring: filters, halls, the cut, the breath."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.content.music import BARS, EIGHTHS, RATE
from tools.compose.tone import Dice, Sound, band, fall, noise

TONIC = 43  # G, as MIDI counts
# semitones above it, one a bar
ROOTS = (0, 0, 3, 3, 8, 8, 5, 7) * 2 + (5, 5, 8, 8, 3, 3, 10, 7) + (0, 0, 3, 3, 8, 5, 7, 7)
ALIEN = (1, 4, 6, 9, 11)  # steps that are not of G minor; such a note goes up a semitone
TELL_BAND, DIP, WIDTH = 3300, 10, 0.5  # Hz, dB and octaves kept clear for what warns
LOWEST, DULL = 28, 6500  # Hz


@dataclass(frozen=True)
class Grid:
    """Bars of `bar` frames."""

    bar: int

    @property
    def eighth(self) -> float:
        return self.bar / EIGHTHS

    @property
    def length(self) -> int:
        return self.bar * BARS

    def seconds(self, eighths: float) -> float:
        """Return how long some eighths last."""
        return eighths * self.eighth / RATE

    def blank(self) -> Sound:
        """Return silence."""
        return np.zeros(self.length)

    def put(self, ring: Sound, bar: int, eighth: float, x: Sound, gain: float = 1.0) -> None:
        """Add a note; what runs past the last bar comes round to the first."""
        at = int(bar * self.bar + eighth * self.eighth) + np.arange(len(x))
        np.add.at(ring, at % len(ring), gain * x)


def hz(midi: float) -> float:
    """Return a note's frequency."""
    return float(440 * 2 ** ((midi - 69) / 12))


def of_scale(midi: int) -> int:
    """Return a note of G minor, this one or the one above."""
    return midi + ((midi - TONIC) % 12 in ALIEN)


def filtered(x: Sound, gain: Callable[[Sound], Sound]) -> Sound:
    """Filter a ring without a start or an end; gain(f) is the magnitude."""
    f: Sound = np.fft.rfftfreq(len(x), 1 / RATE).astype(float)
    return np.fft.irfft(np.fft.rfft(x) * gain(f), len(x))


def hall(x: Sound, rng: Dice, t60: float, wet: float, hi: float = 4000) -> Sound:
    """Return a ring's reverb for one ear; two ears come from two dice."""
    answer = np.zeros(len(x))
    s = t60 * 1.1
    tail = band(noise(rng, s) * fall(s, t60, 0.01), 150, hi)
    answer[: len(tail)] = tail * 0.02
    answer[0] = 0
    return wet * np.fft.irfft(np.fft.rfft(x) * np.fft.rfft(answer), len(x))


def room_for_tells(f: Sound) -> Sound:
    """Keep the band of what warns clear, with a gentle fall above it."""
    dip = DIP * np.exp(-0.5 * (np.log2(np.maximum(f, 1) / TELL_BAND) / WIDTH) ** 2)
    out: Sound = 10 ** (-dip / 20) / np.sqrt(1 + (f / DULL) ** 4) * (f > LOWEST)
    return out


def breath(grid: Grid) -> Sound:
    """Return the gain that draws in its breath on the empty eighth: 7 dB down, back by the fourth."""
    at = (np.arange(grid.length) % grid.bar) / grid.eighth
    out: Sound = 1 - 0.55 * np.interp(at, (0, 1.7, 2.15, 2.8, 3.05, 5), (0, 0, 1, 1, 0, 0))
    return out


def best_cut(stems: list[Sound]) -> int:
    """Return the frame within 15 ms of bar one at which every channel of every stem steps least: where the rings are cut."""
    steps = [
        np.abs(np.diff(x[:480], axis=0, prepend=x[-1:])) / (np.median(np.abs(np.diff(x, axis=0)), 0) + 1e-12)
        for x in stems
    ]
    return int(np.concatenate(steps, 1).max(1).argmin())
