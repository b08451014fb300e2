"""The stems and the mixes of every state of every piece."""

import numpy as np

from game.content.music import BARS, EIGHTHS, HOLE, MOURNING, PIECES, RATE, SCENES, STATES, STEMS, Piece
from tools.compose.check.table import Table, db, heard, seam
from tools.compose.loudness import integrated, peak
from tools.compose.recipes.machine import landing
from tools.compose.score.grid import TONIC, hz
from tools.compose.score.stems import STEM_FILES, mixed
from tools.compose.tone import Sound, dice

QUIET, LOUD = -20.0, -16.0  # LUFS of a state
USUAL = 2.0  # of the median: half of all steps are larger than one; all stems of a piece are cut at one place
ENDS = 5.6  # bars of a glissando's six after which its end is measured


def stems_of(piece: Piece) -> dict[str, Sound]:
    """Return a piece's stems as they are decoded."""
    return {s: heard(piece.file(s)) for s in STEMS if piece.file(s)}


def states_of(piece: Piece) -> list[str]:
    """Return the states in which a piece is heard: of one for a screen that screen's, else all; but silence."""
    scenes = [state for name, state in SCENES.values() if name == piece.id]
    return [state for state in scenes or STATES if state != MOURNING]


def hole(mix: Sound, bar: int) -> float:
    """Return how much quieter the empty eighth is than the bar, in dB."""
    eighth = bar / EIGHTHS
    power = np.zeros(EIGHTHS)
    for b in range(BARS):
        for k in range(EIGHTHS):
            lo = b * bar + (k + 0.35 * (k == HOLE)) * eighth
            power[k] += (mix[int(lo) : int(b * bar + (k + 1) * eighth)] ** 2).mean()
    return float(db(power[HOLE]) - db(power.mean()))


def cents(x: Sound, note: float) -> float:
    """Return how far the strongest tone near a note lies from it."""
    power = np.abs(np.fft.rfft(x * np.hanning(len(x)), 1 << 19))
    f = np.fft.rfftfreq(1 << 19, 1 / RATE)
    near = (f > note * 0.8) & (f < note * 1.12)
    return float(1200 * np.log2(f[near][power[near].argmax()] / note))


def measure(table: Table) -> None:
    """Measure loudness, peaks, holes, joints and glissandi."""
    table.head("SCORE")
    for piece in PIECES.values():
        stems = stems_of(piece)
        for state in states_of(piece):
            mix = mixed(stems, state)
            loud, top, empty = integrated(mix), peak(mix), hole(mix, piece.bar)
            got = f"{loud:.1f} LUFS {top:.1f} dBTP {empty:.1f} dB"
            good = QUIET <= loud <= LOUD and top <= -1 and (piece.whole or empty <= -3)
            table.limit(f"{piece.id} {state}: loudness, true peak, empty eighth", got, "-20..-16, <= -1, <= -3", good)
    table.most("joint of a stem against the median step", {n: seam(heard(n)) for n in STEM_FILES}, USUAL)
    tonic = hz(TONIC + 36)
    for name in (n for n in STEM_FILES if n.endswith("glass")):
        bar = STEM_FILES[name].bar
        ends = [heard(name)[int((8 * k + 1 + ENDS) * bar) :][: int(0.25 * RATE)].mean(1) for k in range(4)]
        off = [cents(x, tonic) for x in ends]
        table.limit(
            f"{name}: glissandi stop short (cents)", " ".join(f"{c:.0f}" for c in off), "all < -25", max(off) < -25
        )
    last = landing(dice("landing"))[int(5.0 * RATE) : int(5.5 * RATE)]
    table.limit("and where it has melted, arrive", f"{cents(last, tonic):.1f}", "within 5", abs(cents(last, tonic)) < 5)
