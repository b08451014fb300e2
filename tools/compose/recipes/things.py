"""Devices, bells, hands on things, and what the T-800's own body does."""

import numpy as np

from tools.compose.bodies import bell as small_bell
from tools.compose.bodies import modes, ring
from tools.compose.texture import grains
from tools.compose.tone import Dice, Sound, band, drive, fall, fm, frames, line, noise, path, ping, saw, sine, thump


def device(rng: Dice) -> Sound:
    """A switch and its relay."""
    return line(
        0.3,
        (0, modes(0.08, (930, 2140), 0.04, rng=rng, spread=0.03), 1),
        (0.11, modes(0.1, (510, 1280), 0.05, rng=rng), 0.8),
    )


def lever(rng: Dice) -> Sound:
    """A long arm goes over."""
    ratchet = [(0.05 * k, modes(0.05, (640, 1490), 0.03, rng=rng, spread=0.03), 0.5) for k in range(5)]
    return line(
        0.6, *ratchet, (0.3, thump(0.2, 150, 75, 0.15), 1), (0.3, modes(0.25, (210, 388, 720), 0.16, rng=rng), 1)
    )


def deck(rng: Dice) -> Sound:
    """Digits, tried one after another."""
    tones = [
        (k * 0.045, fm(float(rng.choice((880, 1174, 1396, 1760))), 3.0, 0.7, 0.035) * fall(0.035, 0.05, 0.002), 0.5)
        for k in range(14)
    ]
    return line(0.7, *tones)


def lamps(rng: Dice) -> Sound:
    """A contactor, and tubes that follow."""
    ticks = [
        (0.06 + 0.05 * k + 0.02 * rng.random(), modes(0.05, (1900, 3100), 0.03, rng=rng, spread=0.05), 0.25)
        for k in range(4)
    ]
    return line(0.4, (0, thump(0.12, 190, 95, 0.1), 1), (0, modes(0.12, (420, 980), 0.06, rng=rng), 0.9), *ticks)


def phone(rng: Dice) -> Sound:
    """A bell that rings once."""
    return line(1.3, *[(k * 0.05, modes(0.2, (1340, 1712, 2790), 0.12), 1.0) for k in range(20)])


def take(rng: Dice) -> Sound:
    """Something goes into a pocket."""
    return line(
        0.25,
        (0, modes(0.08, (1240, 2710), 0.05, rng=rng), 0.7),
        (0.05, band(noise(rng, 0.14), 500, 2600) * path(0.14, (0, 0), (0.05, 1), (0.14, 0)), 0.6),
    )


def alarm(rng: Dice) -> Sound:
    """Two square tones that climb, on a ring."""
    sweep = np.sign(sine(path(2, (0, 620), (1, 930), (1.001, 620), (2, 930))))
    return ring(band(np.tile(sweep, 2), 300, 1900)[frames(2) :])


def fire_bell(rng: Dice) -> Sound:
    """A hammer on a gong, ten times a second, on a ring."""
    blow = modes(0.6, (655, 1180, 1790), (0.5, 0.35, 0.2), (1, 0.6, 0.3), contact=0.0012)
    whole = np.zeros(frames(2))
    for k in range(20):
        at = (frames(0.1) * k + np.arange(len(blow))) % len(whole)
        np.add.at(whole, at, blow * (1 + 0.1 * (k % 2)))
    return ring(whole)


def siren(rng: Dice) -> Sound:
    """A car's wail, on a ring."""
    f = path(2, (0, 590), (1, 1180), (2, 590))
    f *= round(f.sum() / 32000) / (f.sum() / 32000)
    return ring(band(np.tile(drive(saw(f, partials=12), 1.5), 2), 350, 1900)[frames(2) :])


def shove(rng: Dice) -> Sound:
    """An open hand, and a coat."""
    return line(
        0.3, (0, thump(0.14, 190, 80, 0.12), 1), (0.0, band(noise(rng, 0.18), 250, 1500) * fall(0.18, 0.12, 0.01), 0.8)
    )


def grab(rng: Dice) -> Sound:
    """A fist closes on cloth."""
    return line(
        0.3,
        (0, band(noise(rng, 0.2), 400, 2600) * path(0.2, (0, 0), (0.04, 1), (0.2, 0)), 0.8),
        (0.05, thump(0.1, 160, 90, 0.08), 0.9),
    )


def fall_down(rng: Dice) -> Sound:
    """A body, and then the rest of it."""
    return line(
        0.6,
        (0, thump(0.2, 130, 60, 0.18), 1.1),
        (0.0, band(noise(rng, 0.2), 200, 1400) * fall(0.2, 0.15, 0.005), 0.8),
        (0.17 + 0.03 * rng.random(), thump(0.15, 150, 80, 0.12), 0.6),
        (0.19, band(noise(rng, 0.16), 300, 1800) * fall(0.16, 0.1, 0.005), 0.5),
    )


def throw(rng: Dice) -> Sound:
    """An arm through air."""
    return band(noise(rng, 0.22), 350, 1900) * path(0.22, (0, 0), (0.09, 1), (0.22, 0)) + 0.05 * sine(
        path(0.22, (0, 300), (0.22, 500))
    )


def clatter(rng: Dice) -> Sound:
    """Something hard comes down and does not stop at once."""
    times = np.cumsum([0.0, 0.14, 0.11, 0.08, 0.06, 0.045])
    bounces = [
        (float(t), modes(0.2, (610, 1130, 1870, 2960), 0.09, rng=rng, spread=0.06), 0.8**k) for k, t in enumerate(times)
    ]
    return line(0.7, *bounces)


def freed(rng: Dice) -> Sound:
    """Breath again: two warm steps up."""
    return line(0.9, (0, ping((392, 588), 0.4, 0.7), 0.8), (0.2, ping((523, 784), 0.6, 0.9), 1)) + 0.04 * band(
        noise(rng, 0.9), 500, 1800
    ) * path(0.9, (0, 0), (0.2, 1), (0.9, 0))


def rise(rng: Dice) -> Sound:
    """A hand on the floor, and cloth."""
    cloth = band(noise(rng, 0.35), 300, 1900) * path(0.35, (0, 0), (0.15, 1), (0.35, 0))
    return line(0.5, (0, thump(0.1, 150, 90, 0.08), 0.6), (0.08, cloth, 0.8))


def t800_down(rng: Dice) -> Sound:
    """It shuts down: everything falls a long way."""
    s = 1.8
    f = path(s, (0, 300), (s, 42))
    whine = saw(f, partials=14) * path(s, (0, 1), (s, 0.1))
    return line(
        2.0, (0, band(drive(whine, 1.5), 60, 1500), 1), (0.2, fm(90, 1.5, 2.0, 1.2) * fall(1.2, 1.2, 0.05), 0.6)
    )


def reboot(rng: Dice) -> Sound:
    """It comes back: relays, a rising whine, one clear tone."""
    clicks = [(0.12 * k, modes(0.06, (760, 1710), 0.03, rng=rng, spread=0.05), 0.5) for k in range(7)]
    whine = band(saw(path(1.4, (0, 55), (1.4, 300)), partials=14), 60, 1500) * path(1.4, (0, 0), (1.3, 1), (1.4, 0))
    return line(2.2, *clicks, (0.2, whine, 0.7), (1.6, ping((392, 784), 0.4, 0.5), 0.7))


def scan(rng: Dice) -> Sound:
    """A ladder of tones, and an answer."""
    ladder = [(k * 0.1, fm(392 * 2 ** (k / 15), 2.0, 0.5, 0.07) * fall(0.07, 0.09, 0.006), 0.6) for k in range(15)]
    return line(1.8, *ladder, (1.5, ping((784, 1176), 0.25, 0.4), 0.8))


def clock_(rng: Dice) -> Sound:
    """The Clock: two strokes a second, unlike each other."""
    high = modes(0.12, (415, 1046, 2637), (0.05, 0.04, 0.03), (0.7, 0.6, 1))
    low = modes(0.12, (311, 784, 2093), (0.05, 0.04, 0.03), (0.8, 0.6, 1))
    return line(1.0, (0.012, high, 1), (0.512, low, 0.8))  # the joint lies in silence


def press_bell(rng: Dice) -> Sound:
    """Three strokes of a bell: stand clear."""
    return line(0.95, *[(k * 0.3, small_bell(rng, 831, 0.3), 1.0) for k in range(3)])


def sparks(rng: Dice) -> Sound:
    """A live rail."""
    arcs = grains(
        rng, 0.6, lambda t: 90 * np.exp(-t * 3) + 10, lambda q: band(noise(q, 0.012), 1500, 9000) * q.uniform(0.2, 1)
    )
    buzz = np.sign(sine(100, 0.6)) * path(0.6, (0, 1), (0.6, 0))
    return line(0.6, (0, arcs, 1), (0, band(buzz, 200, 2500), 0.35))


RECIPES = {
    "device": device,
    "lever": lever,
    "keypad": lambda rng: ping((1209, 770), 0.08),
    "deck": deck,
    "lamps": lamps,
    "phone": phone,
    "take": take,
    "alarm": alarm,
    "bell": fire_bell,
    "siren": siren,
    "shove": shove,
    "grab": grab,
    "fall": fall_down,
    "throw": throw,
    "clatter": clatter,
    "freed": freed,
    "rise": rise,
    "t800_down": t800_down,
    "reboot": reboot,
    "scan": scan,
    "clock": clock_,
    "press_warn": press_bell,
    "sparks": sparks,
}
