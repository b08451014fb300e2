"""Guns and what they do: crack, body, tail; and hands that work them."""

from functools import partial

import numpy as np

from tools.compose.bodies import looped, modes
from tools.compose.texture import grains, room
from tools.compose.tone import Dice, Sound, band, drive, fall, frames, line, noise, path, ping, sine, thump


def gun(rng: Dice, body: float, crack: float, tail: float, works: float = 0.3, wet: float = 0.35) -> Sound:
    """A shot: seconds of its body, how sharp, seconds of its tail."""
    x = line(
        0.5,
        (0, band(noise(rng, 0.03), 1200, 12000) * fall(0.03, 0.02, 0.0002), crack),
        (0, drive(band(noise(rng, 0.4), 90, 2200) * fall(0.4, body, 0.0006), 3), 1.0),
        (0, thump(0.3, 190, 48, body * 1.3), 1.1),
        (0.05, modes(0.1, (1450, 2380, 3900), 0.05, rng=rng, spread=0.05), works * 0.3),
    )
    return room(drive(x, 1.6), rng, tail, wet, 3500)


def launcher(rng: Dice) -> Sound:
    """A hollow cough."""
    return line(
        0.4,
        (0, thump(0.2, 320, 90, 0.14), 1.3),
        (0, band(noise(rng, 0.18), 150, 900) * fall(0.18, 0.14), 0.8),
        (0.02, modes(0.3, (410, 770), 0.2), 0.4),
    )


def minigun(rng: Dice) -> Sound:
    """Thirty a second, on a ring."""
    shots = [(k / 30, gun(rng, 0.05, 1.0, 0.2, wet=0.1)[: frames(0.2)], 1.0) for k in range(75)]
    return looped(drive(line(2.5, *shots), 1.2), 2.0)


def explosion(rng: Dice) -> Sound:
    """A blast, and what falls afterwards."""
    debris = grains(rng, 1.5, lambda t: 40 * np.exp(-t * 2), lambda q: modes(0.06, q.uniform(300, 2500, 2), 0.06) * 0.2)
    x = line(
        1.8,
        (0, band(noise(rng, 1.8), 30, 900) * fall(1.8, 1.3, 0.002), 1.5),
        (0, thump(0.9, 110, 28, 0.9), 1.6),
        (0, band(noise(rng, 0.1), 900, 9000) * fall(0.1, 0.07), 0.8),
        (0.1, debris, 1),
    )
    return room(drive(x, 1.8), rng, 1.5, 0.3, 1500)


def pump(rng: Dice) -> Sound:
    """A shell is racked."""
    return line(
        0.32,
        (0, modes(0.1, (620, 1180, 2640), 0.05, rng=rng), 1),
        (0.015, band(noise(rng, 0.1), 800, 5000) * fall(0.1, 0.06, 0.01), 0.5),
        (0.17, modes(0.12, (480, 980, 2200), 0.06, rng=rng), 1.1),
    )


def mag(rng: Dice) -> Sound:
    """A magazine goes home and a slide runs forward."""
    return line(
        0.4,
        (0, band(noise(rng, 0.06), 600, 3200) * fall(0.06, 0.05, 0.01), 0.5),
        (0.08, modes(0.1, (540, 1320, 2900), 0.05, rng=rng, spread=0.03), 1),
        (0.24, modes(0.12, (760, 1710, 3300), 0.05, rng=rng, spread=0.03), 1.1),
    )


def dry(rng: Dice) -> Sound:
    """A hammer on nothing."""
    return line(
        0.12, (0, modes(0.1, (1180, 2640, 4100), 0.035, rng=rng, spread=0.03), 1), (0, thump(0.05, 240, 160, 0.03), 0.4)
    )


def refused(rng: Dice) -> Sound:
    """A finger that does not pull: somebody stands in the way."""
    return line(0.24, (0, ping((311, 466), 0.07, 0.09), 1), (0.1, ping((294, 440), 0.1, 0.12), 1))


def draw(rng: Dice) -> Sound:
    """Cloth, and steel out of it."""
    cloth = band(noise(rng, 0.16), 500, 2400) * path(0.16, (0, 0), (0.06, 1), (0.16, 0))
    return line(0.26, (0, cloth, 0.7), (0.13, modes(0.1, (880, 1930), 0.05, rng=rng, spread=0.05), 0.7))


def shot_t800(rng: Dice) -> Sound:
    """A round flattens on steel under skin."""
    ring = modes(0.25, (340, 760, 1610, 2890), 0.14, rng=rng, spread=0.04, contact=0.0008)
    return line(0.3, (0, ring, 1), (0, drive(thump(0.1, 170, 80, 0.08), 2), 0.9))


def shot_flesh(rng: Dice) -> Sound:
    """A dull blow."""
    return line(0.2, (0, thump(0.12, 220, 90, 0.1), 1), (0, band(noise(rng, 0.1), 300, 1800) * fall(0.1, 0.07), 0.8))


def ricochet(rng: Dice) -> Sound:
    """A round that goes on elsewhere."""
    f = rng.uniform(2600, 3600)
    sing = sine(path(0.3, (0, f), (0.3, f * 0.45))) * path(0.3, (0, 0), (0.02, 1), (0.3, 0))
    return line(0.35, (0, band(noise(rng, 0.04), 900, 8000) * fall(0.04, 0.03), 1.2), (0.01, sing, 0.35))


RECIPES = {
    "pistol": partial(gun, body=0.09, crack=1.3, tail=0.6),
    "shotgun": partial(gun, body=0.22, crack=0.9, tail=0.9),
    "launcher": launcher,
    "minigun": minigun,
    "explosion": explosion,
    "pump": pump,
    "mag": mag,
    "dry": dry,
    "refused": refused,
    "draw": draw,
    "shot_t800": shot_t800,
    "shot_flesh": shot_flesh,
    "ricochet": ricochet,
}
