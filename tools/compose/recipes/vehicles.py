"""Engines on rings, and what vehicles do to the world."""

from functools import partial

import numpy as np

from tools.compose.bodies import looped, modes, motor, ring
from tools.compose.tone import Dice, Sound, band, drive, fall, frames, line, noise, path, saw, sine, thump


def start(rng: Dice) -> Sound:
    """A starter, and an engine that catches."""
    crank = [(0.1 * k, band(saw(90, 0.07, 12), 80, 900) * fall(0.07, 0.08, 0.01), 0.7) for k in range(6)]
    rev = band(saw(path(1.2, (0, 60), (0.3, 190), (1.2, 110)), partials=20), 50, 1800) * path(
        1.2, (0, 0), (0.1, 1), (1.2, 0.1)
    )
    return line(
        1.9, *crank, (0.62, drive(rev, 2), 1), (0.62, band(noise(rng, 1.2), 80, 900) * path(1.2, (0, 1), (1.2, 0)), 0.3)
    )


def roll(rng: Dice) -> Sound:
    """Tons on tyres, slowly."""
    s = 2.2
    tyres = band(noise(rng, s), 60, 700) * path(s, (0, 0), (0.5, 1), (1.8, 1), (s, 0)) * (1 + 0.3 * sine(7, s))
    return line(s, (0, tyres, 1), (0.1, modes(0.5, (310, 720), 0.3, rng=rng), 0.3))


def engine(rng: Dice) -> Sound:
    """A machine starts, works and stops."""
    s = 2.4
    f = path(s, (0, 30), (0.5, 62), (1.8, 62), (s, 34))
    return drive(band(saw(f, partials=24) + 0.3 * band(noise(rng, s), 60, 900), 45, 1300), 1.6) * path(
        s, (0, 0), (0.3, 1), (1.9, 1), (s, 0)
    )


def crash(rng: Dice) -> Sound:
    """Sheet steel folds."""
    fold = drive(band(noise(rng, 0.6), 120, 4200) * fall(0.6, 0.4, 0.002), 3)
    return line(
        1.2,
        (0, thump(0.5, 120, 40, 0.4), 1.5),
        (0, fold, 1),
        (0.05, modes(0.9, (173, 322, 577, 940), 0.5, rng=rng, spread=0.03), 0.9),
    )


def skid(rng: Dice) -> Sound:
    """Rubber cries."""
    s = 0.9
    f = path(s, (0, 950), (s, 760)) * (1 + 0.03 * band(noise(rng, s), hi=40) * 5)
    return (band(saw(f, partials=6), 500, 3000) + 0.4 * band(noise(rng, s), 700, 2600)) * path(
        s, (0, 0), (0.05, 1), (0.7, 0.8), (s, 0)
    )


def helicopter(rng: Dice) -> Sound:
    """Blades, on a ring."""
    air = band(noise(rng, 2.5), 40, 1400) * (0.25 + np.maximum(0, sine(11, 2.5)) ** 3)
    return looped(air + 0.2 * sine(330, 2.5) * (0.5 + 0.5 * sine(11, 2.5)), 2.0)


def hoist(rng: Dice) -> Sound:
    """A winch and its pawl, on a ring."""
    pawl = line(2.0, *[(k * 0.25 + 0.01, modes(0.2, (410, 930, 1870), 0.09, rng=rng), 1.0) for k in range(8)])
    return ring(motor(rng, 48, 3, 2.0, 0.15, 700) + 0.15 * pawl[: frames(2.0)])


RECIPES = {
    "start": start,
    "roll": roll,
    "engine": engine,
    "crash": crash,
    "skid": skid,
    "car": partial(motor, hz=62, cylinders=4, s=2.0),
    "bike": partial(motor, hz=128, cylinders=2, s=2.0, rough=0.4, hi=2200),
    "truck": partial(motor, hz=39, cylinders=6, s=2.0, rough=0.5, hi=900),
    "helicopter": helicopter,
    "hoist": hoist,
}
