"""What a rendered run must show: no clipping, no gap, tells at their ticks, music as the player knows, every tell in words."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import signal

from game.content.cues import CUES
from game.content.music import RATE, TENSE
from tools.listen.run import Heard

CLIPPED = 0.9999
LATE = 0.030  # seconds that a tell may be heard after its tick
GAP = 0.05  # seconds of nothing while there is music
OVER = 1800.0  # Hz
AROUND = 60  # ticks
SEARCH = 0.08  # seconds round a play in which it is looked for
SURE = 0.35  # of a match
BAR = 94  # ticks


class Verdict(NamedTuple):
    """A line of the table."""

    what: str
    got: str
    want: str
    good: bool


def matched(sound: npt.NDArray[np.float64], shape: npt.NDArray[np.float64], at: float) -> tuple[float, float]:
    """Return where (seconds) a shape lies best near a time, and how well it fits (0..1)."""
    lo = max(0, int((at - SEARCH) * RATE))
    part = sound[lo : lo + int(2 * SEARCH * RATE) + len(shape)]
    if len(part) <= len(shape):
        return at, 0.0
    size = 1 << (len(part) + len(shape)).bit_length()
    white = np.fft.rfft(shape, size)
    cross = np.fft.irfft(np.fft.rfft(part, size) * np.conj(white), size)[: len(part) - len(shape)]
    power = np.cumsum(np.concatenate([[0], part**2]))
    local = np.sqrt(np.maximum(power[len(shape) :] - power[: -len(shape)], 1e-9))[: len(cross)]
    fit = cross / (local * np.sqrt((shape**2).sum()))
    k = int(fit.argmax())
    return (lo + k) / RATE, float(fit[k])


def judged(heard: Heard, shapes: dict[str, npt.NDArray[np.float64]]) -> list[Verdict]:
    """Return the table of a run; shapes are the files of tells as mono."""
    mono = heard.sound.mean(1)
    high, shapes = _high(mono), {name: _high(x) for name, x in shapes.items()}
    table = [_clipping(heard), _gap(heard, mono)]
    table += _tells(heard, high, shapes)
    table += [_music(heard), _words(heard), _speed(heard)]
    return table


def _high(x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return what lies over the music: tells are looked for there."""
    out: npt.NDArray[np.float64] = signal.sosfilt(signal.butter(4, OVER, "highpass", fs=RATE, output="sos"), x)
    return out


def _clipping(heard: Heard) -> Verdict:
    clipped = int((np.abs(heard.sound) > CLIPPED).any(1).sum())
    peak = 20 * np.log10(np.abs(heard.sound).max() + 1e-9)
    return Verdict("frames that clip; peak", f"{clipped}; {peak:.1f} dBFS", "none", not clipped)


def _gap(heard: Heard, mono: npt.NDArray[np.float64]) -> Verdict:
    """Return the longest silence between the first and the last tick."""
    lo, hi = int((heard.ticks[0] + 2) * RATE), int((heard.ticks[-1] - 0.5) * RATE)
    quiet = np.abs(mono[lo:hi]) < 1e-4
    edges = np.flatnonzero(np.diff(np.concatenate([[0], quiet.astype(np.int8), [0]])))
    longest = float((edges[1::2] - edges[::2]).max(initial=0) / RATE)
    return Verdict("longest silence", f"{longest * 1000:.0f} ms", f"< {GAP * 1000:.0f} ms", longest < GAP)


def _tells(heard: Heard, mono: npt.NDArray[np.float64], shapes: dict[str, npt.NDArray[np.float64]]) -> list[Verdict]:
    """Return how late tells are heard: their place in the file against what was written when their tick was lived."""
    late: list[tuple[float, str, int]] = []
    for at, tick, cue, name, _ in heard.plays:
        if not (cue in CUES and CUES[cue].tell) or name not in shapes or CUES[cue].loop:
            continue
        if sum(other == name and abs(when - at) < 2 * SEARCH for when, _, _, other, _ in heard.plays) > 1:
            continue  # the same sound twice at once: neither can be told from the other
        lived = place_at(heard, min(tick, len(heard.ticks)) - 1)
        place, fit = matched(mono, shapes[name], lived)
        if fit > SURE:
            late.append((place - lived, cue, tick))
    if len(late) < 3:
        return [Verdict("tells found by their shape", str(len(late)), ">= 3", False)]
    worst, which, when = max(late, key=lambda row: abs(row[0]))
    got = f"{np.median([row[0] for row in late]) * 1000:.0f} ms, {worst * 1000:.0f} ms ({which}, {when})"
    return [
        Verdict("tells found by their shape", f"{len(late)}", ">= 3", True),
        Verdict("tells after their tick, median and worst", got, f"<= {LATE * 1000:.0f} ms", abs(worst) <= LATE),
    ]


def place_at(heard: Heard, index: int) -> float:
    """Return the seconds in the file that were being written at a tick: a line through what it held for two seconds about.

    The file is written a block of frames at a time, so that on average half a block is still to come.
    """
    about = slice(max(0, index - AROUND), index + AROUND)
    t, n = np.array(heard.ticks[about]), np.array(heard.written[about])
    line = np.polyfit(t - heard.ticks[index], n, 1)
    return float((line[1] + heard.block / 2) / RATE)


def heard_rate(heard: Heard) -> float:
    """Return how fast the driver wrote, 1 in time: a disk sleeps a whole number of milliseconds between buffers."""
    return len(heard.sound) / RATE / max(heard.ticks[-1], 1e-9)


def _music(heard: Heard) -> Verdict:
    """Return the longest that the music took to rise to what the player knew."""
    worst, since = 0, -1
    for tick, wanted, was in heard.states:
        behind = bool(was) and TENSE[wanted] > TENSE[was]
        since = (tick if since < 0 else since) if behind else -1
        worst = max(worst, tick - since if behind else 0)
    return Verdict("music's slowest rise", f"{worst} ticks", f"<= {BAR}", worst <= BAR)


def _words(heard: Heard) -> Verdict:
    """Return how many strikes had words before they landed."""
    told = [tick for tick, category, _ in heard.words if category == "hunter"]
    named = sum(any(at <= w < at + ticks for w in told) for at, _, ticks in heard.strikes)
    return Verdict(
        "strikes named in words before they land",
        f"{named} of {len(heard.strikes)}",
        "all",
        named == len(heard.strikes),
    )


def _speed(heard: Heard) -> Verdict:
    """Return what sound takes of the main thread, beside the rules on the same loaded machine."""
    spent, rules = np.array(heard.spent) * 1e3, np.array(heard.rules) * 1e3
    words = f"{spent.mean():.3f} ms; {100 * spent.mean() / rules.mean():.0f} % of rules and bot"
    return Verdict("main thread a tick; against the rules", words, "mean < .1 ms", bool(spent.mean() < 0.1))
