"""What plays the score: pistons, plates, engines, a damped string, a rubbed rim of glass; one function a note."""

import numpy as np

from tools.compose.bodies import modes
from tools.compose.score.grid import hz
from tools.compose.tone import Dice, Sound, band, clock, drive, fall, fm, frames, line, noise, path, saw, sine


def piston(rng: Dice, f: float, hard: float) -> Sound:
    """The T-800: a low note with a knock before it and a breath of hydraulics after."""
    body = drive(
        fm(f * 2, 0.5, 2.4 * fall(0.7, 0.5), 0.7) * fall(0.7, 0.55, 0.004) + 0.8 * sine(f, 0.7) * fall(0.7, 0.6, 0.004),
        1.8,
    )
    knock = modes(0.2, (f * 5.1, f * 8.3, f * 13.9), 0.09, rng=rng, contact=0.0015, spread=0.01)
    air = band(noise(rng, 0.26), 600, 1900) * path(0.26, (0, 0), (0.05, 1), (0.26, 0))
    return line(0.7, (0, body, 1), (0, knock, 0.5 * hard), (0.14, air, 0.1 * hard))


def plate(rng: Dice, f: float, hard: float) -> Sound:
    """The mill: a slab that is struck, out of tune with itself, and the floor under it."""
    partials = np.array([1, 1.51, 2.32, 3.87, 5.2]) * f * 2
    slab = modes(0.9, partials, (0.8, 0.6, 0.5, 0.3, 0.2), (1, 0.7, 0.5, 0.35, 0.2), rng, 0.002, 0.01)
    return drive(line(0.9, (0, slab, 0.7 * hard), (0, sine(f, 0.6) * fall(0.6, 0.5, 0.006), 1)), 1.6)


def engine(rng: Dice, f: float, hard: float) -> Sound:
    """The road: four firings for one note."""
    s = 0.42
    firing = saw(f * path(s, (0, 1.06), (s, 0.97)), partials=22) * (1 + 0.7 * sine(f / 2, s))
    out = band(drive(firing, 2.5), 35, 1500) * path(s, (0, 0), (0.01, 1), (s * 0.6, 0.6), (s, 0))
    return out + hard * 0.12 * band(noise(rng, s), 300, 1600) * fall(s, 0.2)


PULSES = {"piston": piston, "plate": plate, "engine": engine}


def sheet_steel(rng: Dice) -> Sound:
    """A quiet answer between two low notes."""
    s = 0.14
    skin = band(noise(rng, s), 350, 1500) * fall(s, 0.10, 0.001) * 0.6
    return skin + modes(s, (233, 391, 618), 0.1, rng=rng, contact=0.003, spread=0.03) * 0.5


def drone(f: float, s: float, hold: float) -> Sound:
    """A slow chord of one note and its fifth."""
    parts = sum(saw(f * ratio, s, 18) * gain for ratio, gain in ((1.0, 1.0), (1.0029, 0.8), (1.4983, 0.5), (2.0, 0.35)))
    return band(np.asarray(parts), hi=620) * path(s, (0, 0), (0.9, 1), (hold, 0.9), (s, 0))


def bowed_sheet(rng: Dice, f: float, s: float) -> Sound:
    """A sheet of metal, bowed."""
    bow = band(noise(rng, s), hi=5)
    bow = 0.6 + 0.4 * bow / np.abs(bow).max()
    tones = sum(sine(f * k, s, rng.uniform(0, 6)) * gain for k, gain in ((5.43, 0.5), (8.11, 0.35), (11.37, 0.22)))
    out: Sound = np.asarray(tones) * bow * path(s, (0, 0), (1.2, 1), (s, 0))
    return out


def furnace(rng: Dice, s: float) -> Sound:
    """A furnace draws its breath."""
    return band(noise(rng, s), 45, 320) * path(s, (0, 0), (s * 0.4, 1), (s, 0)) * 0.8


def climb(start: float, stop: float, s: float, under: float) -> Sound:
    """Glass: three partials of a rubbed rim that climb toward a note and stop `under` cents below it."""
    t = clock(s) / s
    top = hz(stop) * 2 ** (-under / 1200)
    f = hz(start) * (top / hz(start)) ** (1 - (1 - t) ** 1.7)
    waver = 1 + 0.0025 * np.sin(2 * np.pi * 4.7 * clock(s)) * (1 - t)
    rim = sine(f * waver) + 0.28 * sine(f * waver * 2.32) + 0.05 * sine(f * waver * 4.25)
    out: Sound = rim * path(s, (0, 0), (s * 0.25, 0.8), (s * 0.9, 1), (s, 0)) * (1 + 0.25 * sine(6.1, s)[: frames(s)])
    return out
