"""Doors, gates, shutters, glass and rails."""

import numpy as np

from tools.compose.bodies import modes
from tools.compose.texture import grains
from tools.compose.tone import Dice, Sound, band, drive, fall, line, noise, path, saw, sine, thump


def door_open(rng: Dice) -> Sound:
    """A latch, a hinge."""
    hinge = band(noise(rng, 0.3), 250, 1200) * path(0.3, (0, 0), (0.1, 1), (0.3, 0)) * (1 + 0.5 * sine(31, 0.3))
    creak = saw(path(0.3, (0, 150), (0.3, 210))) * path(0.3, (0, 0), (0.15, 0.1), (0.3, 0))
    return line(0.4, (0, modes(0.08, (720, 1630), 0.04, rng=rng), 0.7), (0.06, hinge, 0.3), (0.05, creak, 0.3))


def door_close(rng: Dice) -> Sound:
    """A leaf falls to."""
    leaf = modes(0.2, (140, 262, 410), 0.12, rng=rng, contact=0.002, spread=0.03)
    return line(
        0.3, (0, thump(0.15, 150, 85, 0.12), 0.8), (0, leaf, 1), (0.03, modes(0.08, (690, 1580), 0.04, rng=rng), 0.7)
    )


def slide(rng: Dice) -> Sound:
    """Glass leaves part."""
    run = band(noise(rng, 0.5), 300, 1900) * path(0.5, (0, 0), (0.1, 1), (0.4, 0.7), (0.5, 0))
    return line(
        0.6,
        (0, run, 0.5),
        (0, sine(path(0.5, (0, 190), (0.5, 260))) * path(0.5, (0, 0), (0.1, 1), (0.5, 0)), 0.3),
        (0.48, thump(0.08, 180, 110, 0.07), 0.6),
    )


def door_heavy(rng: Dice) -> Sound:
    """A bolt, and a slab of steel."""
    slab = modes(0.5, (92, 176, 281, 466, 810), 0.3, rng=rng, contact=0.0025, spread=0.02)
    return line(
        0.7,
        (0, modes(0.12, (530, 1240, 2110), 0.06, rng=rng), 0.9),
        (0.16, thump(0.3, 120, 58, 0.25), 1.2),
        (0.16, slab, 1),
    )


def gate(rng: Dice) -> Sound:
    """Chain and bars."""
    links = grains(rng, 0.7, lambda t: 34, lambda q: modes(0.07, q.uniform(900, 3300, 3), 0.06) * q.uniform(0.2, 0.7))
    return line(0.9, (0, links, 0.8), (0.6, modes(0.3, (310, 560, 990, 1720), 0.2, rng=rng, spread=0.02), 1))


def shutter(rng: Dice) -> Sound:
    """Slat after slat, and the ground."""
    slats = [
        (k * 0.055, modes(0.12, (270, 443, 760, 1240), 0.07, rng=rng, spread=0.05), 0.5 + 0.3 * (k % 2))
        for k in range(22)
    ]
    return line(1.8, *slats, (1.25, modes(0.6, (82, 141, 233, 390, 640), 0.4, rng=rng), 2.0))


def glass_break(rng: Dice) -> Sound:
    """A pane, and its shards."""
    shards = grains(
        rng,
        0.9,
        lambda t: 150 * np.exp(-t * 4) + 6,
        lambda r: modes(0.09, r.uniform(2200, 9500, 3), 0.08) * r.uniform(0.1, 0.7),
    )
    crack = band(noise(rng, 0.05), 1500, 12000) * fall(0.05, 0.04, 0.0003)
    return line(1.0, (0, crack, 1.6), (0, thump(0.08, 300, 140, 0.06), 0.6), (0.008, shards, 0.7))


def rail_torn(rng: Dice) -> Sound:
    """Steel gives, and swings."""
    groan = drive(saw(path(0.5, (0, 210), (0.5, 120))) * path(0.5, (0, 0.3), (0.1, 1), (0.5, 0)), 3)
    ring = modes(0.9, (187, 322, 540, 911, 1490), 0.7, rng=rng, contact=0.001, spread=0.02)
    return line(1.0, (0, band(groan, 150, 1800), 0.6), (0.05, ring, 1.2))


RECIPES = {
    "door_open": door_open,
    "door_close": door_close,
    "slide": slide,
    "door_heavy": door_heavy,
    "gate": gate,
    "shutter": shutter,
    "glass_break": glass_break,
    "rail_torn": rail_torn,
}
