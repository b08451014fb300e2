"""Words as sound: a voice's syllables laid in the rhythm of the text; the machine's copy of a voice lays them exactly evenly."""

from __future__ import annotations

import random

import numpy as np
import numpy.typing as npt

from game.audio.kernels import say
from game.audio.library import seed_of
from game.content.looks import LOOKS
from game.content.music import RATE
from game.content.voices import OF_ROLE, STRANGERS, SYLLABLES, VOICES, syllables

Frames = npt.NDArray[np.int16]
MOST = 14  # syllables that are spoken of a line: its words stay on the screen
WORD, STOP = 0.35, 1.6  # pauses in syllables: between words, at a full stop
UNEVEN = 0.16  # share by which a living voice comes early or late
ENDS = ".!?"


def voice_of(speaker: str, look: str) -> str:
    """Return who speaks: by the speaker's name, else by the role of the look that is worn; a stranger keeps one voice."""
    if speaker in OF_ROLE:
        return OF_ROLE[speaker]
    row = LOOKS.get(look)
    if row is not None and row.role in OF_ROLE:
        return OF_ROLE[row.role]
    return STRANGERS[seed_of(look or speaker) % len(STRANGERS)]


def spoken(text: str, voice: str, slots: Frames, copy: bool) -> Frames:
    """Return a line [frames, 2] from a voice's syllables [SYLLABLES, frames]."""
    who, dice = VOICES[voice], random.Random(seed_of(text))
    gap, t, starts = 1 / who.rate, 0.0, []
    for word, count in zip((w for w in text.split() if any(c.isalnum() for c in w)), syllables(text), strict=True):
        for _ in range(count):
            starts.append(t)
            t += gap * (1 if copy else 1 + UNEVEN * max(-2.0, min(2.0, dice.gauss(0, 1))))
        if not copy:
            t += gap * (STOP if word[-1] in ENDS else WORD)
    at = np.array([int(start * RATE) for start in starts[:MOST]], np.int64)
    which = np.array([k % SYLLABLES if copy else dice.randrange(SYLLABLES) for k in range(len(at))], np.int64)
    out = np.zeros(int(at[-1]) + slots.shape[1] + 1 if len(at) else 1, np.int32)
    say(slots, which, at, out)
    return out.view(np.int16).reshape(-1, 2)
