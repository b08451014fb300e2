"""Voices: syllables without words, in a person's own voice or as the machine copies it: the same throat, made too even."""

import numpy as np
from scipy import signal

from game.content.music import RATE
from game.content.voices import SLOT, SYLLABLES, Voice
from tools.compose.bodies import modes
from tools.compose.loudness import momentary
from tools.compose.tone import Dice, Sound, band, clock, dice, fall, frames, line, noise, path

VOWELS = {
    "a": (730, 1090, 2440),
    "e": (530, 1840, 2480),
    "i": (290, 2250, 3010),
    "o": (570, 840, 2410),
    "u": (320, 870, 2240),
    "er": (490, 1350, 1690),
}
PATTERN = (0.7, 0.0, -0.7)  # the copy's pitch, in spreads: three steps that never vary
LUFS = -23.0
GLASS = 0.05  # of the copy's level: how faintly it begins like glass


def syllable(rng: Dice, who: Voice, vowel: str, pitch: float, s: float, copy: bool = False) -> Sound:
    """Return one syllable: glottal pulses, three formants, breath, a consonant. Pitch in semitones from the voice's own."""
    jitter, shimmer = (0.0, 0.0) if copy else (1.7 * who.jitter, who.shimmer)
    f0, n = who.pitch * 2 ** (pitch / 12), frames(s)
    periods = 1 / (f0 * np.linspace(1.03, 0.95, int(f0 * s * 1.2) + 4))
    periods = periods * (1 + jitter * rng.standard_normal(periods.shape))
    edges = np.concatenate([[0], np.cumsum(periods)])
    t = clock(s)
    cycle = np.clip(np.searchsorted(edges, t, "right") - 1, 0, len(periods) - 1)
    phase = (t - edges[cycle]) / periods[cycle]
    strength = (1 + shimmer * rng.standard_normal(periods.shape))[cycle]
    open_ = np.where(phase < 0.6, np.sin(np.pi * phase / 0.6) ** 2, 0) * strength
    breath = who.breath * (0.6 if copy else 1) * noise(rng, s) * (0.5 + 0.5 * (phase < 0.6)) * 0.25
    source = np.diff(open_, prepend=0) * RATE / f0 / 25 + breath
    y = np.zeros(n)
    for f, gain, q in zip(VOWELS[vowel], (1, 0.55, 0.22), (9, 12, 14), strict=True):
        b, a = signal.iirpeak(min(f * who.tract, 9000), q, fs=RATE)
        y += gain * signal.lfilter(b, a, source)
    y *= path(s, (0, 0), (0.012, 1), (s * 0.7, 0.8), (s, 0))
    hiss = band(noise(rng, 0.025), 2000 * who.tract, 6000 * who.tract) * fall(0.025, 0.02) * 0.10
    y[: len(hiss)] += hiss * np.abs(y).max()
    return y


def speak(rng: Dice, who: Voice, n: int = 9, copy: bool = False) -> tuple[Sound, Sound]:
    """Return a line of n syllables and when each begins: uneven as people are, or exactly even."""
    vowels, parts, t = list(VOWELS), [], 0.0
    gap = 1 / who.rate
    for k in range(n):
        wander = rng.standard_normal() * 0.6 + 0.9 - 1.8 * k / n
        pitch = who.spread * (PATTERN[k % 3] if copy else wander)
        s = gap * (0.82 if copy else 0.82 * (1 + 0.12 * rng.standard_normal()))
        parts.append((t, syllable(rng, who, vowels[rng.integers(len(vowels))], pitch, max(0.06, s), copy), 1.0))
        t += gap * (1 if copy else 1 + 0.16 * np.clip(rng.standard_normal(), -2, 2))
    return line(t + 0.15, *parts), np.array([p[0] for p in parts])


def slots(who: Voice, copy: bool = False) -> Sound:
    """Return a voice's file: SYLLABLES of it, one to a slot of SLOT seconds, as loud as one another."""
    rng, vowels = dice(f"voice_{who.id}"), list(VOWELS)
    out = np.zeros(frames(SLOT) * SYLLABLES)
    for k in range(SYLLABLES):
        wander = rng.standard_normal() * 0.5
        pitch = who.spread * (PATTERN[k % 3] if copy else wander)
        s = min(SLOT - 0.02, 0.82 / who.rate * (1 if copy else 1 + 0.12 * rng.standard_normal()))
        y = syllable(rng, who, vowels[k % len(vowels)], pitch, max(0.06, s), copy)
        if copy:
            y = line(
                len(y) / RATE, (0, y, 1), (0, modes(0.12, (2970, 4410), 0.1, contact=0.004), GLASS * np.abs(y).max())
            )
        y = y * 10 ** ((LUFS + 3 - momentary(y)) / 20)
        out[k * frames(SLOT) : k * frames(SLOT) + len(y)] = np.tanh(y / 0.84) * 0.84
    return out
