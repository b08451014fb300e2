"""Steam, cold, presses."""

from tools.compose.bodies import looped, modes
from tools.compose.texture import grains
from tools.compose.tone import Dice, Sound, band, fall, line, noise, path, thump


def steam_warn(rng: Dice) -> Sound:
    """A pipe knocks three times and begins to hiss."""
    hiss = band(noise(rng, 0.5), 1800, 4400) * path(0.5, (0, 0), (0.5, 1))
    return line(0.75, *[(k * 0.16, modes(0.12, (495, 1240), 0.1), 1.0) for k in range(3)], (0.2, hiss, 0.6))


def steam(rng: Dice) -> Sound:
    """It vents."""
    hiss = band(noise(rng, 1.6), 1400, 9000) * path(1.6, (0, 0), (0.03, 1), (1.0, 0.7), (1.6, 0))
    return hiss + 0.3 * band(noise(rng, 1.6), 200, 600) * fall(1.6, 1.2)


def steam_bed(rng: Dice) -> Sound:
    """A vent that stays open, on a ring."""
    return looped(band(noise(rng, 2.5), 1200, 5200) + 0.5 * band(noise(rng, 2.5), 200, 700), 2.0)


def cryo(rng: Dice) -> Sound:
    """Cold comes out, and things crack."""
    cracks = grains(rng, 2, lambda t: 8 + 26 * t, lambda q: modes(0.05, q.uniform(3000, 7500, 2), 0.05) * 0.5)
    return band(noise(rng, 2), 3500, 11000) * path(2, (0, 0), (0.1, 1), (2, 0.2)) * 0.6 + cracks


def press(rng: Dice) -> Sound:
    """The weight of a house, at once: the head is down when this is heard; then its steel rings and its oil breathes out."""
    breath = band(noise(rng, 0.8), 300, 1600) * path(0.8, (0, 0), (0.1, 1), (0.8, 0))
    ring = modes(1.0, (71, 118, 202, 347, 611), 0.6, rng=rng)
    return line(1.1, (0, thump(0.6, 90, 34, 0.6), 1.8), (0, ring, 1), (0.16, breath, 0.32))


def gears(rng: Dice) -> Sound:
    """Teeth, one after another, and the floor under them."""
    teeth = [(0.14 * k, modes(0.16, (163, 421, 760, 1310), 0.1, rng=rng, spread=0.03), 0.8) for k in range(9)]
    return line(1.6, *teeth, (0, band(noise(rng, 1.5), 60, 500) * path(1.5, (0, 0), (0.2, 1), (1.5, 0)), 0.6))


def sizzle(rng: Dice) -> Sound:
    """Steel takes something."""
    hiss = band(noise(rng, 1.4), 900, 5200) * path(1.4, (0, 1), (0.2, 0.5), (1.4, 0))
    return hiss + 1.5 * band(noise(rng, 1.4), 80, 500) * fall(1.4, 1.0, 0.01)


RECIPES = {
    "gears": gears,
    "sizzle": sizzle,
    "steam_warn": steam_warn,
    "steam": steam,
    "steam_bed": steam_bed,
    "cryo": cryo,
    "press": press,
}
