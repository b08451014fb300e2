"""Voices against the machine's copies: uneven against even, in pitch and in time; and whose a copy is."""

import numpy as np

from game.content.music import RATE
from game.content.voices import VOICES
from tools.compose.check.table import Table, db
from tools.compose.check.tells import thirds
from tools.compose.speech import speak
from tools.compose.tone import Sound, band, dice

LINE, LONG = 40, 120  # syllables
FRAME = 0.03  # seconds of a look at the pitch
PITCH_COUNTS = 4.0  # dB an octave of pitch counts for when voices are compared


def pitches(y: Sound, lo: float, hi: float) -> Sound:
    """Return the length of each pulse inside the loud parts of a voice, in seconds, by its first partial's zero crossings."""
    low = band(y, lo * 0.9, hi * 1.1)
    loud = np.convolve(low**2, np.ones(int(FRAME * RATE)) / (FRAME * RATE), "same")
    up = np.flatnonzero((low[:-1] < 0) & (low[1:] >= 0))
    exact = up - low[up] / (low[up + 1] - low[up])
    gaps = np.diff(exact) / RATE
    keep = (loud[up[:-1]] > 0.05 * loud.max()) & (gaps > 1 / hi) & (gaps < 1 / lo)
    return np.where(keep, gaps, np.nan)


def jitter(y: Sound, pitch: float) -> float:
    """Return the median change of change from pulse to pulse, in percent."""
    gaps = pitches(y, pitch * 0.72, pitch * 1.4)
    bend = np.abs(np.diff(gaps, 2)) / 3 / gaps[1:-1]
    return float(np.nanmedian(bend) * 100)


def envelope(y: Sound) -> Sound:
    """Return the long-term shape of a voice, 200 Hz to 5 kHz."""
    m = db(np.convolve((10 ** (thirds(y) / 10)).mean(0), np.ones(3) / 3, "same"))[6:20]
    out: Sound = m - m.mean()
    return out


def far(a: Sound, b: Sound) -> float:
    """Return the distance of two shapes in dB."""
    return float(np.sqrt(((a - b) ** 2).mean()))


def measure(table: Table) -> None:
    """Measure every voice."""
    table.head("VOICES")
    ratio, own_gaps, copy_gaps, nearest = {}, {}, {}, {}
    shapes = {
        n: (envelope(speak(dice(f"voice_{n}"), who, LONG)[0]), envelope(speak(dice(f"voice_{n}"), who, LONG, True)[0]))
        for n, who in VOICES.items()
    }
    for name, who in VOICES.items():
        own, starts = speak(dice(f"voice_{name}"), who, LINE)
        copy, even = speak(dice(f"voice_{name}"), who, LINE, True)
        ratio[name] = jitter(own, who.pitch) / max(jitter(copy, who.pitch), 1e-6)
        own_gaps[name] = float(np.diff(starts).std() / np.diff(starts).mean() * 100)
        copy_gaps[name] = float(np.diff(even).std() / np.diff(even).mean() * 100)
        others = [
            far(shapes[name][1], shapes[o][0]) + PITCH_COUNTS * abs(float(np.log2(who.pitch / VOICES[o].pitch)))
            for o in VOICES
            if o != name
        ]
        nearest[name] = far(*shapes[name]) / min(others)
    table.least("jitter of a voice against its copy's", ratio, 2.5, ".1f")
    table.least("how unevenly people speak (%)", own_gaps, 8.0, ".1f")
    table.most("how unevenly copies speak (%)", copy_gaps, 1.0, ".2f")
    table.most("a copy's distance from its owner against anybody else's", nearest, 1.0, ".2f")
