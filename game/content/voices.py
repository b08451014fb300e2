"""How people sound: one row a voice; the machine's copy of it follows from the row."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Voice:
    """A voice.

    pitch     Hz
    spread    semitones that the pitch wanders
    tract     formants, as a factor: 1 a grown man, more for a smaller head
    breath    0..1
    jitter, shimmer   how uneven pulses are in time and in strength; a copy has none
    rate      syllables a second
    """

    id: str
    pitch: float
    spread: float
    tract: float
    breath: float
    jitter: float
    shimmer: float
    rate: float


def _voice(id: str, *row: float) -> Voice:
    pitch, spread, tract, breath, jitter, shimmer, rate = row
    return Voice(
        id=id, pitch=pitch, spread=spread, tract=tract, breath=breath, jitter=jitter, shimmer=shimmer, rate=rate
    )


VOICES: dict[str, Voice] = {
    v.id: v
    for v in (
        _voice("john", 262, 3.4, 1.26, 0.10, 0.014, 0.07, 6.4),
        _voice("sarah", 188, 2.4, 1.10, 0.22, 0.013, 0.08, 5.0),
        _voice("t800", 78, 0.6, 0.82, 0.04, 0.010, 0.05, 3.4),
        _voice("miles", 108, 3.0, 0.97, 0.14, 0.012, 0.06, 5.6),
        _voice("june", 212, 3.6, 1.13, 0.14, 0.018, 0.06, 5.4),
        _voice("walt", 96, 1.8, 0.78, 0.24, 0.018, 0.09, 4.2),
        _voice("officer", 128, 1.6, 1.05, 0.05, 0.010, 0.05, 4.8),
        _voice("silberman", 168, 3.2, 0.88, 0.12, 0.011, 0.05, 4.4),
        _voice("amparo", 150, 2.8, 1.00, 0.34, 0.020, 0.10, 4.7),
        _voice("guard", 112, 2.2, 0.90, 0.10, 0.013, 0.06, 4.9),
        _voice("woman", 226, 3.0, 1.17, 0.16, 0.013, 0.07, 5.8),
        _voice("teen", 196, 3.8, 1.20, 0.20, 0.015, 0.08, 6.6),
    )
}

# Who speaks with which voice: a speaker's name, else the role of the look worn; strangers take one of STRANGERS by look.
OF_ROLE = {
    "t800": "t800",
    "john": "john",
    "sarah": "sarah",
    "police": "officer",
    "machine": "officer",
    "guard": "guard",
    "teen": "teen",
    "cook": "walt",
    "cleaner": "amparo",
    "porter": "miles",
    "clerk": "june",
    "driver": "walt",
    "packer": "miles",
    "pa": "june",
}
STRANGERS = ("woman", "miles", "june", "silberman")

SYLLABLES = 12  # in a voice's file, one to a slot
SLOT = 0.34  # seconds of a slot
COPY = "_copy"  # ends the name of the machine's copy of a voice
GROUP = re.compile("[aeiouy]+")


def syllables(text: str) -> list[int]:
    """Return the syllables of each word, by its groups of vowels (a last e is dumb); a word has at least one."""
    words = ["".join(c for c in word if c.isalnum()) for word in text.lower().split()]
    return [max(1, len(GROUP.findall(word.removesuffix("e")))) for word in words if word]
