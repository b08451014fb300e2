"""The spectrogram of a run with what happened in it: the score's states, plays of tells, words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from game.content.cues import CUES
from game.content.music import RATE
from tools.compose.sheet import GROUND, TITLE, WORDS, spectrogram
from tools.listen.measure import heard_rate
from tools.listen.run import Heard

ROW, HIGH, WIDE, TEXT = 25.0, 200, 1500, 58  # seconds of a row, its height and width, the room for words under it
STATES = {
    "calm": (60, 90, 120),
    "relief": (80, 140, 90),
    "searching": (190, 160, 60),
    "hunted": (220, 110, 50),
    "seized": (230, 50, 50),
    "mourning": (90, 90, 90),
    "melted": (150, 150, 200),
}
TELL, LOUD, MOST = (255, 90, 90), -17.0, 4


def draw(heard: Heard, out: Path) -> None:
    """Write the picture."""
    rate, mono = heard_rate(heard), heard.sound.mean(1)
    begun, ended = heard.ticks[0], heard.ticks[-1]
    rows = int(np.ceil((ended - begun) / ROW))
    font = ImageFont.load_default(10)
    picture = Image.new("RGB", (WIDE + 16, rows * (HIGH + TEXT + 14) + 8), GROUND)
    pen = ImageDraw.Draw(picture)
    for r in range(rows):
        top, start = 8 + r * (HIGH + TEXT + 14), begun + r * ROW
        lo = int(start * rate * RATE)
        part = mono[lo : lo + int(ROW * rate * RATE)]
        if len(part) < RATE // 10:
            continue
        wide = int(WIDE * len(part) / (ROW * rate * RATE))
        picture.paste(Image.fromarray(spectrogram(part, wide, HIGH, len(part) / RATE)), (8, top + 8))
        for (tick, _, state), at in zip(heard.states, heard.ticks, strict=False):
            if start <= at < start + ROW and tick % 2 == 0:
                x = 8 + int((at - start) / ROW * WIDE)
                pen.rectangle((x, top, x + 3, top + 5), fill=STATES.get(state, GROUND))
        ends = [0.0] * MOST
        for at, _, cue, _, _ in heard.plays:
            if not start <= at < start + ROW or cue not in CUES or CUES[cue].loop:
                continue
            tell = CUES[cue].tell
            if not tell and CUES[cue].lufs < LOUD and not cue.startswith("sting"):
                continue
            left = 8 + (at - start) / ROW * WIDE
            pen.line((left, top + 8 + HIGH - 10, left, top + 8 + HIGH), fill=TELL if tell else TITLE)
            lane = next((k for k in range(MOST) if ends[k] <= left), None)
            if lane is not None:
                pen.text((left, top + 10 + HIGH + 13 * lane), cue, TELL if tell else WORDS, font)
                ends[lane] = left + font.getlength(cue) + 4
        pen.text((10, top + 8), f"{start - begun:.0f} s", TITLE, font)
    picture.quantize(128).save(out, optimize=True)
