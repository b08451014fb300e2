"""Throats without words: radio, cries, a crowd; and John's whistle."""

import numpy as np

from game.content.music import NOTE, NOTES, RATE
from game.content.voices import VOICES
from tools.compose.bodies import looped
from tools.compose.speech import speak
from tools.compose.texture import room
from tools.compose.tone import Dice, Sound, band, clock, dice, drive, fall, frames, line, noise, path, saw


def radio(rng: Dice) -> Sound:
    """A call between two squelches."""
    voice, _ = speak(rng, VOICES["officer"], 8)
    voice = drive(band(voice / np.abs(voice).max(), 420, 2600, 4), 3)
    s = len(voice) / RATE
    squelch = band(noise(rng, 0.09), 900, 3200) * fall(0.09, 0.3, 0.002)
    hiss = 0.05 * band(noise(rng, s), 900, 3000)[: len(voice)]
    voice[: len(hiss)] += hiss
    return line(0.25 + s, (0, squelch, 0.5), (0.09, voice, 0.8), (0.09 + s, squelch, 0.6))


def cry(rng: Dice, low: float, high: float, s: float) -> Sound:
    """One open vowel that jumps up and tears."""
    f = path(s, (0, low), (0.07, high), (s * 0.7, high * 0.93), (s, high * 0.6)) * (1 + 0.06 * rng.standard_normal())
    f = f * (1 + 0.02 * band(noise(rng, s), hi=30) * 4)
    throat = drive(saw(f, partials=22) + 0.45 * band(noise(rng, s), 600, 4000), 2.2)
    mouth = band(throat, 650, 1250) + 0.7 * band(throat, 1500, 2700)
    return mouth * path(s, (0, 0), (0.03, 1), (s * 0.75, 0.8), (s, 0))


def scream(rng: Dice) -> Sound:
    """Somebody is afraid."""
    return room(cry(rng, rng.uniform(430, 560), rng.uniform(820, 1080), rng.uniform(0.5, 0.8)), rng, 0.6, 0.25, 3000)


def shout(rng: Dice) -> Sound:
    """Two syllables, as loud as they go."""
    f = rng.uniform(170, 230)
    return room(
        line(0.8, (0, cry(rng, f, f * 1.5, 0.22), 0.9), (0.26, cry(rng, f * 1.2, f * 1.7, 0.34), 1)),
        rng,
        0.5,
        0.2,
        3000,
    )


def babble(rng: Dice, s: float, voices: int, syllables: int) -> Sound:
    """Many people talk at once."""
    names = ("miles", "june", "walt", "silberman", "amparo", "woman", "officer", "teen")
    parts = []
    for k in range(voices):
        y, _ = speak(rng, VOICES[names[k % len(names)]], syllables)
        turn = int(rng.integers(len(y)))
        parts.append(
            (
                0.0,
                np.tile(y / np.abs(y).std(), 1 + int(s * RATE) // len(y) + 1)[turn : turn + int(s * RATE)],
                rng.uniform(0.3, 1),
            )
        )
    return line(s, *parts)


def crowd(rng: Dice) -> Sound:
    """A hall full of people, on a ring."""
    return looped(band(room(babble(rng, 6.5, 21, 40), rng, 1.4, 0.8, 2200, tail=0), 160, 1600), 6.0)


def panic(rng: Dice) -> Sound:
    """People run."""
    s = 3.0
    cries = [
        (
            rng.uniform(0, 2.0),
            cry(rng, rng.uniform(250, 480), rng.uniform(480, 900), rng.uniform(0.3, 0.6)),
            rng.uniform(0.3, 0.8),
        )
        for _ in range(9)
    ]
    feet = [
        (rng.uniform(0, 2.7), band(noise(rng, 0.08), 200, 1500) * fall(0.08, 0.06), rng.uniform(0.2, 0.5))
        for _ in range(50)
    ]
    x = line(s, *cries, *feet) + 0.02 * babble(rng, s, 8, 20)
    return room(x * path(s, (0, 0.2), (0.4, 1), (s, 0)), rng, 1.0, 0.4, 2600)


def note(hz: float, s: float = 0.24) -> Sound:
    """A whistled note, scooped into its pitch."""
    rng, t = dice("whistle"), clock(s)
    f = hz * (1 - 0.05 * np.exp(-t / 0.02)) * (1 + 0.004 * np.sin(2 * np.pi * 5.5 * t))
    turn = 2 * np.pi * np.cumsum(f) / RATE
    air = 0.10 * band(noise(rng, s), hz * 0.85, hz * 1.2)
    out: Sound = (np.sin(turn) + 0.05 * np.sin(2 * turn) + air) * path(s, (0, 0), (0.02, 1), (s - 0.05, 0.8), (s, 0))
    return out


def whistle(rng: Dice) -> Sound:
    """Four notes, exactly NOTE seconds apart: the score takes them from here."""
    x = np.zeros(frames(NOTE * len(NOTES)))
    for k, hz in enumerate(NOTES):
        y = note(hz)
        x[frames(NOTE * k) : frames(NOTE * k) + len(y)] += y
    return x


RECIPES = {"radio": radio, "scream": scream, "shout": shout, "crowd": crowd, "panic": panic, "whistle": whistle}
