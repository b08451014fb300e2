"""What a place sounds like while nothing happens: rings under 2 kHz, so that what warns is heard over them."""

import numpy as np

from tools.compose.bodies import looped, modes
from tools.compose.texture import grains, liquid
from tools.compose.tone import Dice, Sound, band, fall, fm, line, noise, path, sine


def molten(rng: Dice) -> Sound:
    """Steel that boils: low and round."""
    return looped(liquid(rng, 4.5, 120, 460, lambda t: 18) + 0.4 * band(noise(rng, 4.5), 60, 700), 4.0)


def mill(rng: Dice) -> Sound:
    """Fifty hertz, and something that strikes twice a second."""
    s = 4.5
    hum = np.sum([sine(50 * k * (1 + 0.001 * k), s) / k**0.5 for k in (1, 2, 3, 5, 7)], axis=0) * 0.25
    blows = [
        (k / 2.0, modes(0.3, (143, 310, 470, 733), 0.25, rng=rng, contact=0.002, spread=0.02), 0.8) for k in range(9)
    ]
    return looped(hum + 0.5 * line(s, *blows) + 0.15 * band(noise(rng, s), 200, 1500), 4.0)


def air(rng: Dice) -> Sound:
    """A large building breathes."""
    s = 4.5
    slow = 1 + 0.3 * sine(0.5, s)
    return looped(band(noise(rng, s), 110, 620, 1) * slow + 0.12 * (sine(120, s) + 0.5 * sine(240, s)), 4.0)


def night(rng: Dice) -> Sound:
    """A town far away, and a few insects that stay under two kilohertz."""
    s = 4.5
    chirps = grains(
        rng,
        s,
        lambda t: 5,
        lambda q: (
            sine(float(q.uniform(1500, 1800)), 0.06) * fall(0.06, 0.06, 0.02) * (1 + np.sign(sine(60, 0.06))) * 0.1
        ),
    )
    return looped(band(noise(rng, s), 60, 420, 1) + 0.6 * chirps, 4.0)


def arcade(rng: Dice) -> Sound:
    """Machines that play to themselves."""
    s = 6.5
    scale = (220, 262, 330, 392, 440, 523, 659)
    parts = []
    for game in range(5):
        step = (0.125, 0.15, 0.2, 0.25, 0.31)[game]
        for k in range(int(s / step)):
            if rng.random() < 0.6:
                f = float(rng.choice(scale)) * (1, 2, 1, 0.5, 2)[game]
                parts.append(
                    (k * step, fm(f, (1, 2, 3, 1, 0.5)[game], 1.2, step) * fall(step, step * 1.2, 0.004), 0.35)
                )
    return looped(band(line(s, *parts), 150, 1900) + 0.05 * band(noise(rng, s), 200, 1200), 6.0)


def fountain(rng: Dice) -> Sound:
    """Water falls into water."""
    s = 4.5
    drops = grains(
        rng,
        s,
        lambda t: 60,
        lambda q: (
            sine(path(0.03, (0, q.uniform(500, 1300)), (0.03, q.uniform(700, 1700))))
            * fall(0.03, 0.03, 0.003)
            * q.uniform(0.1, 0.5)
        ),
    )
    return looped(drops + 0.5 * band(noise(rng, s), 300, 1700), 4.0)


def hum(rng: Dice) -> Sound:
    """A compressor behind a door of glass."""
    s = 4.5
    tones = np.sum([sine(f, s) * g for f, g in ((60, 0.5), (120, 1), (180, 0.4), (240, 0.5), (480, 0.15))], axis=0)
    return looped(tones * (1 + 0.1 * sine(0.5, s)) + 0.1 * band(noise(rng, s), 200, 1400), 4.0)


RECIPES = {
    "molten": molten,
    "mill": mill,
    "air": air,
    "night": night,
    "arcade": arcade,
    "fountain": fountain,
    "hum": hum,
}
