"""The four stems of a piece, note by note, and the list of files that come of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from game.content.music import BARS, FAST, PIECES, SLOW, STATES, STEMS
from tools.compose.bodies import modes, pluck
from tools.compose.loudness import integrated, peak
from tools.compose.score.grid import ROOTS, TONIC, Grid, best_cut, breath, filtered, hall, hz, of_scale, room_for_tells
from tools.compose.score.players import PULSES, bowed_sheet, climb, drone, furnace, sheet_steel
from tools.compose.tone import Dice, Sound, dice, drive, frames, path

SHAPES = ((7, 12, 15, 14), (12, 7, 14, 10), (15, 14, 12, 7), (7, 10, 14, 15))  # four plucks of a bar above its root
THIRD = (12, 10, 15, 12)  # semitones of the third beat above a bar's root
UNDER = (70.0, 55.0, 45.0, 38.0)  # cents under the tonic at which the four glissandi stop
CEILING = -1.5  # dBTP of the loudest state's mix


def bed(rng: Dice, grid: Grid, mill: bool = False) -> Sound:
    """Always there: a drone, and bowed metal that breathes every four bars; in the mill a furnace too."""
    x = grid.blank()
    for b in range(0, BARS, 2):
        f = hz(TONIC + ROOTS[b] - (12 if ROOTS[b] > 6 else 0))
        grid.put(x, b, 0, drone(f, grid.seconds(13), grid.seconds(10)), 0.25 if mill else 0.4)
        if mill:
            grid.put(x, b, 0, furnace(rng, grid.seconds(11)), 0.9)
        if b % 4 == 0:
            grid.put(x, b + 1, 0, bowed_sheet(rng, f, grid.seconds(11)), 0.26 if mill else 0.16)
    return filtered(x, lambda f: 1 / np.sqrt(1 + (110 / np.maximum(f, 1)) ** 4))  # the lowest octave is the pistons'


def string(rng: Dice, grid: Grid, whole: bool = False) -> Sound:
    """Sarah: four plucks in a bar of five, the third beat is missing; every eighth bar she waits. When it is over: all five."""
    x, late = grid.blank(), 0.08 * whole  # eighths: behind the beat, and behind the place where stems are cut
    for b in range(BARS):
        if b % 8 == 7:
            grid.put(x, b, late, pluck(rng, hz(TONIC + 12 + ROOTS[b]), 1.6, 2.2, 0.25), 0.8)
            continue
        shape = SHAPES[(b + b // 4) % 4]
        for i, e in enumerate((0, 1, 3, 4)):
            note = of_scale(TONIC + 12 + ROOTS[b] % 12 + shape[i])
            note -= 12 if note > 74 else 0
            thin = 0.25 if 16 <= b < 20 and i % 2 else 1
            strength = (1, 0.55, 0.85, 0.6)[i] * rng.uniform(0.9, 1.1) * thin
            y = pluck(rng, hz(note), 0.9, 1.3, 0.35 + 0.25 * strength, 0.17)
            if e == 1:  # the hand stops the string before the hole
                y = y * path(0.9, (0, 1), (0.27, 0.85), (0.32, 0.12), (0.9, 0))
            grid.put(x, b, e + late + rng.uniform(0, 0.03), y, strength * 0.8)
        if whole:
            third = of_scale(TONIC + 12 + ROOTS[b] % 12 + THIRD[b % 4])
            grid.put(x, b, 2 + late + rng.uniform(0, 0.03), pluck(rng, hz(third), 1.1, 1.6, 0.5, 0.17), 0.75)
    return drive(x / np.abs(x).max(), 2.2)


def pulse(rng: Dice, grid: Grid, player: str) -> Sound:
    """The hunt: low notes on eighths one and four, answers of sheet steel, a roll into each eighth bar."""
    x, play = grid.blank(), PULSES[player]
    for b in range(BARS):
        root = ROOTS[b] - (12 if ROOTS[b] > 7 else 0)
        low = TONIC - 12 + root
        top = of_scale(low + 12 + (3 if b % 4 < 3 else 5))
        hold = grid.seconds(2.0)
        first = play(rng, hz(low + 12), 1.0)[: frames(hold)]
        grid.put(x, b, 0, first * path(hold, (0, 1), (min(0.5, hold * 0.8), 0.8), (hold, 0))[: len(first)], 1.0)
        grid.put(x, b, 3, play(rng, hz(top), 0.8)[: frames(grid.seconds(1.9))], 0.85)
        answers = [(1, 0.35), (4, 0.55)] + [(4.5, 0.35)] * (b % 2) + [(1.5, 0.25)] * (b % 8 > 3)
        for e, gain in answers:
            grid.put(x, b, e, sheet_steel(rng), gain * 0.8)
        if b % 8 == 7:
            for k in range(6):
                roll = modes(0.2, (147, 262, 402, 655), 0.14, rng=rng, contact=0.002, spread=0.02)
                grid.put(x, b, 3 + k / 3, roll, 0.22 + 0.09 * k)
    return x


def glass(rng: Dice, grid: Grid, under: tuple[float, ...] = UNDER) -> Sound:
    """The T-1000: four glissandi that climb to the tonic and never arrive; rim ticks late in the bar."""
    x = grid.blank()
    for k in range(4):
        start = TONIC + 12 + (19, 20, 22, 15)[k]
        grid.put(x, 8 * k + 1, 0, climb(start, TONIC + 36, grid.seconds(30), under[k]), 0.5)
    for b in range(BARS):
        for e in ((4,), (1, 4), (4, 4.5), (3.5,))[b % 4]:
            tick = modes(0.3, (1174, 1760, 2730), (0.3, 0.2, 0.1), (1, 0.5, 0.15), rng, contact=0.0012, spread=0.002)
            grid.put(x, b, e, tick, 0.10)
    return x


@dataclass(frozen=True)
class Stem:
    """How a stem becomes a file: who plays, the bar, how wide, its hall, its loudness (LUFS), whether it breathes and
    has a say in where all are cut.
    """

    play: Callable[[Dice, Grid], Sound]
    bar: int
    width: float
    t60: float
    wet: float
    lufs: float
    breathes: bool = False
    cuts: bool = True


STEM_FILES: dict[str, Stem] = {
    "mall_bed": Stem(bed, SLOW, 0.3, 2.2, 0.5, -21.5, True),
    "mall_string": Stem(string, SLOW, 0.35, 1.6, 0.55, -20.5),
    "mall_pulse": Stem(partial(pulse, player="piston"), SLOW, 0.12, 0.7, 0.25, -18.5),
    "mall_glass": Stem(glass, SLOW, 0.5, 2.6, 0.7, -24.5, True),
    "mill_bed": Stem(partial(bed, mill=True), SLOW, 0.4, 2.6, 0.6, -21.5, True),
    "mill_pulse": Stem(partial(pulse, player="plate"), SLOW, 0.2, 1.2, 0.4, -18.5),
    "morning_string": Stem(partial(string, whole=True), SLOW, 0.35, 1.6, 0.55, -20.5, cuts=False),
    "road_string": Stem(string, FAST, 0.35, 1.0, 0.35, -17.2),
    "road_pulse": Stem(partial(pulse, player="engine"), FAST, 0.15, 0.4, 0.15, -19.0),
    "road_glass": Stem(glass, FAST, 0.5, 1.6, 0.5, -18.6, True),
}


def stem(name: str) -> Sound:
    """Return one stem [frames, 2], at its loudness, not yet cut."""
    row = STEM_FILES[name]
    grid = Grid(row.bar)
    dry = filtered(row.play(dice(f"score_{name}"), grid), room_for_tells)
    if row.breathes:
        dry = dry * breath(grid)
    ears = [dry + hall(dry, dice(f"hall_{name}_{ear}"), row.t60, row.wet) * (1 + row.width) for ear in "lr"]
    both = np.stack(ears, 1)
    out: Sound = both * 10 ** ((row.lufs - integrated(both)) / 20)
    return out


def mixed(stems: dict[str, Sound], state: str) -> Sound:
    """Return a piece's stems as a state mixes them, without the state's own level."""
    row = STATES[state]
    gains = [g / 10 ** (row.bus / 20) for g in row.gains()]
    parts = [stems[name] * gain for name, gain in zip(STEMS, gains, strict=False) if name in stems and gain]
    return np.sum(parts, axis=0) if parts else np.zeros_like(next(iter(stems.values())))


def written() -> dict[str, Sound]:
    """Return every stem as it goes into its file: no state of any piece above the ceiling, all of a piece cut alike."""
    made = {name: stem(name) for name in STEM_FILES}
    worst = max(
        peak(mixed({s: made[p.file(s)] for s in STEMS if p.file(s)}, state))
        for p in PIECES.values()
        for state in STATES
    )
    scale = min(1.0, 10 ** ((CEILING - worst) / 20))
    bars = {row.bar for row in STEM_FILES.values()}
    cuts = {bar: best_cut([made[n] for n, row in STEM_FILES.items() if row.bar == bar and row.cuts]) for bar in bars}
    return {name: np.roll(x * scale, -cuts[STEM_FILES[name].bar], 0) for name, x in made.items()}
