"""The worst minute, and the stream: what the sum does, and what pygame's queue makes of our chunks."""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from game.audio.music import Turning
from game.content.music import CALM, HUNTED, PIECES, RATE, RELIEF, SEARCHING, SEIZED, STEMS
from tools.compose.check.score import stems_of
from tools.compose.check.table import Table, heard, mono
from tools.compose.recipes import rendered
from tools.compose.score.stems import mixed
from tools.compose.tone import dice

SECONDS = 60
MASTER = 10 ** (-6 / 20)
FIGHT = (  # cue, seconds from one to the next
    *(("explosion", 4.0), ("shotgun", 1.1), ("pistol", 0.7), ("step_t800_tile", 0.3), ("tell_slash", 2.0)),
    *(("blade_hit", 2.0), ("glass_break", 3.0), ("alarm", 2.0), ("scream", 3.0), ("shot_metal", 0.6)),
)
STATES = [CALM] * 16 + [SEARCHING] * 12 + [HUNTED] * 16 + [SEIZED] * 8 + [RELIEF] * 16
QUEUE = """
import sys, time, numpy as np, pygame
chunks = np.load(sys.argv[1])
pygame.mixer.init(32000, -16, 2, 256, allowedchanges=0)
channel = pygame.mixer.Channel(0)
channel.play(pygame.mixer.Sound(buffer=chunks[0].data))
k = 1
while k < len(chunks):
    if channel.get_queue() is None:
        channel.queue(pygame.mixer.Sound(buffer=np.ascontiguousarray(chunks[k]).data)); k += 1
    time.sleep(.005)
while channel.get_busy():
    time.sleep(.02)
pygame.mixer.quit()
"""


def measure(table: Table) -> None:
    """Measure the sum, the joints and the queue."""
    table.head("MIXER")
    y, rng = np.zeros(SECONDS * RATE), dice("stress")
    y += (
        np.resize(mixed(stems_of(PIECES["mall"]), HUNTED).mean(1), len(y)) * 0.7
        + np.resize(mono("minigun"), len(y)) * 0.5
    )
    for name, gap in FIGHT:
        for t in np.cumsum(rng.exponential(gap, int((SECONDS + 10) / gap))):
            x, at = rendered(name, int(rng.integers(3))), int(t * RATE)
            part = x[: max(0, len(y) - at)]
            y[at : at + len(part)] += part * rng.uniform(0.3, 1)
    clipped = float((np.abs(y * MASTER) > 1).mean() * 100)
    table.limit("a minute of the worst fight: frames that clip", f"{clipped:.4f} %", "< .01 %", clipped < 0.01)
    piece = PIECES["mall"]
    stems = {name: (x * 32767).astype(np.int16) for name, x in stems_of(piece).items()}
    turning = Turning(piece, stems)
    chunks, extra = [], 0.0
    for state in STATES:
        gains, at = turning.gains, turning.place
        chunks.append(turning.next(state))
        if len(chunks) > 1:
            own = sum(g * (stems[n][at].astype(float) - stems[n][at - 1]) for n, g in zip(STEMS, gains, strict=False))
            step = chunks[-1][0].astype(float) - chunks[-2][-1]
            extra = max(extra, float(np.abs(step - own).max()))
    table.limit("chunks' joints: step beyond the stems' own (of 32767)", f"{extra:.1f}", "<= 2", extra <= 2)
    got, want = _through_queue(np.stack(chunks[:12])), np.concatenate(chunks[:12]).astype(float)
    at = int(np.argmax(np.abs(got).sum(1) > 0)) - int(np.argmax(np.abs(want).sum(1) > 0))
    wrong = float(np.abs(got[max(0, at) : max(0, at) + len(want)] - want).max())
    table.limit("three bars through pygame's own queue: largest error", f"{wrong:.0f} of 32767", "<= 1", wrong <= 1)
    loud = {name: float(np.abs(heard(name)).max()) for name in ("shotgun_0", "explosion_0")}
    table.most("sample peak of the loudest files", loud, 0.9)


def _through_queue(chunks: np.ndarray) -> np.ndarray:
    """Return what SDL's disk driver writes of a stream of chunks."""
    with tempfile.TemporaryDirectory() as folder:
        np.save(Path(folder) / "chunks.npy", chunks)
        raw = Path(folder) / "out.raw"
        env = {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(raw), "PATH": "", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
        subprocess.run(
            [sys.executable, "-c", QUEUE, str(Path(folder) / "chunks.npy")],
            env=env,
            check=True,
            stderr=subprocess.DEVNULL,
        )
        return np.fromfile(raw, np.int16).reshape(-1, 2).astype(float)
