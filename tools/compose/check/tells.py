"""What warns must stand out: over the music of its state, over a fight, and to a listener who only compares shapes."""

import itertools

import numpy as np
from scipy import signal

from game.content.cues import CUES
from game.content.music import HUNTED, PIECES, RATE, SEARCHING
from tools.compose.check.score import stems_of
from tools.compose.check.table import Table, db, mono
from tools.compose.recipes import rendered
from tools.compose.score.stems import mixed
from tools.compose.tone import Sound, dice

DUCK = 10 ** (-8 / 20)  # of music, alarms and weapon loops while a tell sounds
BEDS = ("minigun", "alarm", "steam_bed", "crowd")
TAKES = 5
CLEAR = 6.0  # dB in the second-best third octave
BANDS = 1000 * 2.0 ** (np.arange(-13, 12) / 3)


def thirds(x: Sound, hop: float = 0.1, n: int = 6144) -> Sound:
    """Return third-octave levels in frames of 100 ms: (frames, bands) in dB."""
    x = np.pad(x, (0, max(0, n - len(x))))
    f, _, z = signal.stft(x, RATE, "hann", n, n - int(hop * RATE), boundary="zeros", padded=True)
    power = np.abs(z.T) ** 2
    parts = [power[:, (f >= c / 2 ** (1 / 6)) & (f < c * 2 ** (1 / 6))].sum(1) for c in BANDS]
    return db(np.stack(parts, 1))


def clear(x: Sound, roof: Sound) -> float:
    """Return how far a sound stands over a roof in its second-best third octave, 100 Hz to 8 kHz."""
    gap = thirds(x).max(0) - roof
    gap[(BANDS < 100) | (BANDS > 8000)] = -99
    return float(np.sort(gap)[-2])


def shape(x: Sound, roof: Sound | None = None) -> Sound:
    """Return what a listener could use: 18 bands in six slices of two seconds, its loudness taken out; or dB over a roof."""
    x = np.pad(x, (0, max(0, 2 * RATE - len(x))))[: 2 * RATE]
    f, _, z = signal.stft(x, RATE, "hann", 1366, 1366 - 341)
    edges = np.geomspace(90, 10000, 19)
    power = np.stack([(np.abs(z[(f >= a) & (f < b)]) ** 2).sum(0) for a, b in itertools.pairwise(edges)])
    cuts = [0, 4, 10, 22, 44, 90, power.shape[1]]
    levels = db(np.stack([power[:, a:b].mean(1) for a, b in itertools.pairwise(cuts)], 1))
    return np.maximum(levels - levels.max(), -40) if roof is None else np.clip(levels - roof, 0, 30)


def roof_of(music: Sound) -> Sound:
    """Return the level that music reaches in each band of a shape, 95 times in 100."""
    parts = [music[k : k + 2 * RATE] for k in range(0, len(music) - 2 * RATE, 2 * RATE)]
    levels = np.stack([_levels(p) for p in parts])
    out: Sound = np.percentile(levels, 95, axis=(0, 2))[:, None]
    return out


def _levels(x: Sound) -> Sound:
    f, _, z = signal.stft(x, RATE, "hann", 1366, 1366 - 341)
    edges = np.geomspace(90, 10000, 19)
    return db(np.stack([(np.abs(z[(f >= a) & (f < b)]) ** 2).sum(0) for a, b in itertools.pairwise(edges)]))


def state_of(name: str) -> str:
    """Return the state of the score in which a tell is heard first: steps from elsewhere while it is searched."""
    return SEARCHING if name in ("step_hunter_open", "step_hunter_shut") else HUNTED


def kind(name: str) -> str:
    """Return what a listener has to tell apart: any other step is a step."""
    return name if name.startswith("step_hunter") or not name.startswith("step") else "step"


def measure(table: Table) -> None:
    """Measure tells over every piece, over fights, and how often they are named."""
    table.head("TELLS")
    tells = [name for name, cue in CUES.items() if cue.tell]
    for piece in PIECES.values():
        stems = stems_of(piece)
        mixes = {state: mixed(stems, state).mean(1) for state in (HUNTED, SEARCHING)}
        roofs = {state: np.percentile(thirds(m), 95, 0) for state, m in mixes.items()}
        table.least(
            f"{piece.id}: over the music of its state, not ducked (dB)",
            {n: clear(mono(n), roofs[state_of(n)]) for n in tells},
            CLEAR,
            ".1f",
        )
        fights = {
            b: np.percentile(thirds(DUCK * (mixes[HUNTED] + np.resize(mono(b), len(mixes[HUNTED])))), 95, 0)
            for b in BEDS
        }
        over = {f"{n}, {b}": clear(mono(n), roof) for n in tells for b, roof in fights.items()}
        table.least(f"{piece.id}: over hunt and {', '.join(BEDS)}, ducked (dB)", over, CLEAR, ".1f")
    stems = stems_of(PIECES["mall"])
    mixes = {state: mixed(stems, state).mean(1) for state in (HUNTED, SEARCHING)}
    steps = [name for name in CUES if name.startswith("step")]
    _listen(table, "tells, dry", tells, None, 0.97)
    _listen(table, "tells, in the music of their state", tells, mixes, 0.90)
    _listen(table, "hunter's steps among all steps, dry", steps, None, 0.97)
    _listen(
        table,
        "hunter's steps among all steps, in music",
        steps,
        {HUNTED: mixes[SEARCHING], SEARCHING: mixes[SEARCHING]},
        0.90,
    )


def _listen(table: Table, what: str, names: list[str], mixes: dict[str, Sound] | None, least: float) -> None:
    """Let a listener who knows one take of each name five new ones."""
    rng, right, total, missed = dice("listener"), 0, 0, set()
    for state in (HUNTED, SEARCHING):
        roof = roof_of(mixes[state]) if mixes else None
        known = {name: shape(rendered(name), roof) for name in names}
        for name in (n for n in names if state_of(n) == state):
            for take in range(1, TAKES + 1):
                x = rendered(name, take)
                x = np.pad(x, (0, max(0, 2 * RATE - len(x))))
                if mixes:
                    at = int(rng.integers(len(mixes[state]) - len(x)))
                    x = x + mixes[state][at : at + len(x)]
                got = shape(x, roof)
                guess = min(known, key=lambda k: float(np.sqrt(((known[k] - got) ** 2).mean())))
                total += 1
                right += kind(guess) == kind(name)
                if kind(guess) != kind(name):
                    missed.add(f"{name} for {guess}")
    words = f"{right}/{total}" + (f" ({sorted(missed)[0]})" if missed else "")
    table.limit(f"named by a listener who compares shapes: {what}", words, f">= {least:.0%}", right / total >= least)
