"""Spectrograms of everything, to look at what cannot be listened to: 40 Hz to 16 kHz, the top 72 dB."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont
from scipy import signal

from game.content.cues import CUES
from game.content.music import PIECES, RATE, STATES, STEMS
from game.content.voices import VOICES
from tools.compose.recipes import rendered
from tools.compose.score.stems import mixed, written
from tools.compose.speech import slots
from tools.compose.tone import Sound

RAMP = np.array([(8, 10, 18), (22, 36, 70), (40, 96, 140), (110, 170, 180), (240, 170, 70), (255, 245, 215)], float)
LOW, HIGH, DEPTH, SILENCE = 40.0, 15500.0, 72.0, -90.0  # Hz, Hz, dB, dB
GROUND, WORDS, TITLE = (18, 20, 26), (200, 205, 210), (230, 230, 220)
TICKS = (100, 1000, 10000)
Cell = tuple[str, Sound, float]


def spectrogram(x: Sound, w: int, h: int, seconds: float) -> npt.NDArray[np.uint8]:
    """Return a picture [h, w, 3] of the first seconds of a sound, high at the top."""
    n = int(seconds * RATE)
    x = np.pad(x, (0, max(0, n - len(x))))[:n]
    size = 2048
    hop = max(48, n // (2 * w))
    f, _, z = signal.stft(x, RATE, "blackmanharris", size, size - hop)
    levels = 20 * np.log10(np.abs(z) + 1e-9)
    rows = np.geomspace(HIGH, LOW, h)
    edges = np.concatenate([rows * 1.02, [LOW * 0.98]])
    nearest = np.clip(np.round(rows / f[1]).astype(int), 0, len(f) - 1)
    bands = [
        levels[max(0, int(edges[k + 1] / f[1])) : max(int(edges[k + 1] / f[1]), nearest[k]) + 1].max(0)
        for k in range(h)
    ]
    picture = np.stack(bands)[:, np.linspace(0, levels.shape[1] - 1, w).astype(int)]
    heat = np.clip((picture - max(picture.max(), SILENCE) + DEPTH) / DEPTH, 0, 1) * (len(RAMP) - 1)
    k = np.minimum(heat.astype(int), len(RAMP) - 2)
    out: npt.NDArray[np.uint8] = (RAMP[k] + (RAMP[k + 1] - RAMP[k]) * (heat - k)[..., None]).astype(np.uint8)
    return out


def sheet(cells: list[Cell], columns: int, w: int, h: int, out: Path, title: str) -> None:
    """Write a labelled grid of (label, sound, seconds)."""
    rows = -(-len(cells) // columns)
    small, big = ImageFont.load_default(11), ImageFont.load_default(15)
    picture = Image.new("RGB", (columns * (w + 8) + 8, rows * (h + 24) + 36), GROUND)
    pen = ImageDraw.Draw(picture)
    pen.text((8, 8), title, TITLE, big)
    for n, (label, x, seconds) in enumerate(cells):
        left, top = 8 + n % columns * (w + 8), 32 + n // columns * (h + 24)
        picture.paste(Image.fromarray(spectrogram(x, w, h, seconds)), (left, top + 15))
        pen.text((left, top), label, WORDS, small)
        for f in TICKS:
            y = top + 15 + int(h * np.log(HIGH / f) / np.log(HIGH / LOW))
            pen.line([(left, y), (left + 4, y)], (255, 255, 255))
    picture.quantize(96).save(out, optimize=True)


def draw(folder: Path) -> None:
    """Write effects.png, voices.png and score.png into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    cells: list[Cell] = []
    for name, cue in CUES.items():
        x = rendered(name)
        seconds = max(0.3, min(len(x) / RATE, 2.0))
        cells.append((f"{name}{' *' if cue.tell else ''}  {seconds:.1f} s", x, seconds))
    sheet(cells, 10, 180, 100, folder / "effects.png", "Effects; * warns of the machine")
    spoken = [(f"{v.id}{' copied' if c else ''}", slots(v, c), 2.0) for v in VOICES.values() for c in (False, True)]
    sheet(spoken, 6, 240, 110, folder / "voices.png", "Voices and the machine's copies")
    stems = written()
    bars: list[Cell] = [(f"{name}, bars 1 to 4", x.mean(1), 6.0) for name, x in stems.items()]
    for piece in PIECES.values():
        own = {s: stems[piece.file(s)] for s in STEMS if piece.file(s)}
        bars += [(f"{piece.id}: {state}", mixed(own, state).mean(1), 6.0) for state in STATES]
    sheet(bars, 3, 520, 130, folder / "score.png", "Score: stems, then the mixes of its states")
