"""The T-1000: edges that climb, liquid metal, glass; no wasted motion."""

from functools import partial

import numpy as np

from game.content.blades import BLADES
from game.sim.systems.guise import RISE_TICKS
from game.sim.systems.strikes import GRAB_TICKS
from tools.compose.bodies import modes
from tools.compose.score.grid import TONIC, hz
from tools.compose.score.players import climb
from tools.compose.texture import grains, liquid
from tools.compose.tone import Dice, Sound, band, clock, drive, fall, frames, line, noise, path, ping, sine, thump

TICKS = {blade.id: blade.ticks for blade in BLADES} | {"grab": GRAB_TICKS, "spring": RISE_TICKS}
WIND_UPS = {kind: ticks / 60 for kind, ticks in TICKS.items()}  # seconds: a strike is heard until it lands
GRAB = WIND_UPS["grab"]


def blade(rng: Dice, wind: float, low: float, high: float, ticks: int = 0) -> Sound:
    """A drawn edge that glides for as long as the wind-up lasts, so that its end is the blow; ticks say which blow."""
    f = path(wind, (0, low), (wind, high))
    g = path(wind, (0, 0.25), (wind * 0.15, 0.7), (wind, 1))
    edge = (sine(f) + 0.6 * sine(f * 1.504) + 0.35 * sine(f * 2.27)) * g
    hiss = 0.5 * band(noise(rng, wind), 2600, 5200) * g**2
    tick = band(noise(rng, 0.012), 2400, 7000) * fall(0.012, 0.01, 0.0003)
    tick = tick + modes(0.03, (3100, 4300), 0.03)[: len(tick)]
    return line(wind + 0.03, (0, edge + hiss, 0.8), *[(wind * k / max(ticks, 1), tick, 1.4) for k in range(ticks)])


def spring(rng: Dice) -> Sound:
    """A thing unfolds, and what was in it reaches out."""
    wind = WIND_UPS["spring"]
    unfolds = liquid(rng, wind, 900, 2400, lambda t: 30 + 60 * t)
    return line(wind + 0.03, (0, unfolds, 0.5), (wind - 0.6, blade(rng, 0.6, 1500, 4100, 6), 0.9))


def grab(rng: Dice) -> Sound:
    """Something unfolds in beats and closes."""
    beats = 1 + 0.9 * np.sign(sine(16, GRAB))
    reach = band(noise(rng, GRAB), 2200, 3600) * path(GRAB, (0, 0.1), (GRAB, 1)) * beats
    return line(GRAB + 0.03, (0, reach, 1), (GRAB - 0.03, thump(0.05, 400, 200, 0.04), 1))


def odd(rng: Dice) -> Sound:
    """Something about somebody is not right: one rubbed tone that stops too soon."""
    s = 0.55
    f = path(s, (0, 2350), (s, 2490))
    return (sine(f) + 0.5 * sine(f * 1.5)) * path(s, (0, 0), (0.2, 1), (0.5, 0.8), (0.52, 0), (s, 0)) + 0.05 * band(
        noise(rng, s), 2200, 3200
    ) * path(s, (0, 0), (s, 1))


def ripple(rng: Dice) -> Sound:
    """A blow runs through metal that gives."""
    s = 0.6
    body = modes(s, (1410, 2130, 3190), (0.5, 0.4, 0.3), (0.6, 1, 0.7), rng, contact=0.006)
    return body * (1 + 0.6 * sine(path(s, (0, 14), (s, 30)))) * path(s, (0, 0), (0.1, 1), (s, 0))


def wipe(rng: Dice) -> Sound:
    """It takes another shape."""
    climb = sine(path(1, (0, 380), (1, 1240))) + 0.5 * sine(path(1, (0, 950), (1, 3100)))
    return 0.5 * liquid(rng, 1.0, 700, 1900, lambda t: 90) + climb * path(1, (0, 0), (0.2, 1), (1, 0))


def pour(rng: Dice) -> Sound:
    """It runs under a door."""
    slick = band(noise(rng, 2), 1500, 2600) * (1 + 0.8 * sine(5, 2))
    return liquid(rng, 2.0, 1100, 2800, lambda t: 26) + 0.35 * slick


def reform(rng: Dice) -> Sound:
    """Drops come together faster and faster, and stand."""
    drops = liquid(rng, 1.4, 420, 1300, lambda t: 30 + 90 * t, drop=False)
    return line(2.0, (0, drops, 0.7), (1.25, modes(0.7, (587, 880, 1397, 2210), 0.8), 1.1))


def hole_close(rng: Dice) -> Sound:
    """Wounds close: four small mouths, each a little higher."""

    def mouth(f: float) -> Sound:
        return sine(path(0.09, (0, f), (0.09, f * 1.6))) * fall(0.09, 0.09, 0.02)

    parts = [(0.1 * k + 0.02 * rng.random(), mouth(900 + 260 * k), 0.8) for k in range(4)]
    return line(0.6, *parts, (0.42, modes(0.16, (2637, 3520), 0.12, contact=0.003), 0.5))


def merge(rng: Dice) -> Sound:
    """One drop runs into another."""
    drops = liquid(rng, 0.3, 1500, 3400, lambda t: 60, drop=False)
    joins = sine(path(0.2, (0, 1900), (0.2, 3700))) + 0.7 * sine(path(0.2, (0, 2600), (0.2, 4900)))
    return line(0.5, (0, drops, 0.8), (0.22, joins * fall(0.2, 0.18, 0.01), 1))


def split(rng: Dice) -> Sound:
    """It bursts."""
    burst = drive(band(noise(rng, 0.2), 200, 4000) * fall(0.2, 0.15), 3)
    return line(1.1, (0, burst, 1), (0.05, liquid(rng, 0.9, 500, 2600, lambda t: 70 * np.exp(-2 * t) + 5), 0.9))


def melt(rng: Dice) -> Sound:
    """It loses every shape that it has worn: two falling cries that waver, and a boil under them."""
    t = clock(4)
    waver = 1 + 0.04 * band(noise(rng, 4), hi=6) * 40
    cries = sine(880 * 2 ** (-t / 4) * waver) + 0.7 * sine(1330 * 2 ** (-t / 3))
    boil = 0.5 * band(noise(rng, 4), 900, 4000) * (1 + sine(11, 4)) * 0.3
    return (cries + boil) * path(4, (0, 0), (0.3, 1), (4, 0.1))


def blade_hit(rng: Dice) -> Sound:
    """A blade on metal."""
    ring = modes(0.5, (830, 1490, 2370, 3600, 5200), 0.3, rng=rng, spread=0.02)
    return line(0.5, (0, ring, 1), (0, band(noise(rng, 0.05), 1000, 9000) * fall(0.05, 0.04), 0.7))


def blade_miss(rng: Dice) -> Sound:
    """A blade through air."""
    s = 0.22
    air = band(noise(rng, s), 1200, 5200) * path(s, (0, 0), (0.07, 1), (s, 0))
    return air + 0.4 * sine(path(s, (0, 3300), (s, 1700))) * path(s, (0, 0), (0.07, 1), (s, 0))


def seized(rng: Dice) -> Sound:
    """It has him: something shuts, and glass climbs from it."""
    shut = line(0.3, (0, thump(0.25, 210, 90, 0.2), 1.3), (0, modes(0.3, (410, 930, 2370), 0.12, rng=rng), 1))
    climb = sine(path(1.1, (0, 1568), (1.1, 2349))) + 0.5 * sine(path(1.1, (0, 2370), (1.1, 3520)))
    return line(1.3, (0, shut, 1.2), (0.06, climb * path(1.1, (0, 0), (0.1, 0.8), (1.0, 1), (1.1, 0)), 0.7))


def fuse(rng: Dice) -> Sound:
    """A fuse burns inside it: beeps that hurry, muffled by metal."""
    hiss = band(noise(rng, 0.9), 2300, 4600) * path(0.9, (0, 0.2), (0.9, 1)) * (1 + 0.5 * sine(31, 0.9)) * 0.4
    times = np.cumsum([0.0, 0.2, 0.17, 0.14, 0.11, 0.09, 0.07])
    return line(0.95, (0, hiss, 1), *[(float(t), ping((2217, 3520, 4700), 0.06, 0.08), 1.2) for t in times])


def freeze(rng: Dice) -> Sound:
    """Metal stiffens: cracks that come faster, and a groan that stops."""
    cracks = grains(
        rng, 0.9, lambda t: 10 + 50 * t, lambda q: modes(0.06, q.uniform(2200, 6500, 2), 0.05) * q.uniform(0.2, 0.7)
    )
    groan = sine(path(0.9, (0, 310), (0.9, 190))) * path(0.9, (0, 0), (0.3, 1), (0.85, 0.9), (0.88, 0), (0.9, 0))
    return line(1.2, (0, cracks, 1), (0, drive(groan, 3), 0.4), (0.88, modes(0.3, (1410, 2890, 4730), 0.2, rng=rng), 1))


def shatter(rng: Dice) -> Sound:
    """A statue of it breaks: steel first, then a rain of it."""
    rain = grains(
        rng,
        1.3,
        lambda t: 160 * np.exp(-t * 3) + 5,
        lambda q: modes(0.12, q.uniform(900, 6500, 3), 0.1) * q.uniform(0.1, 0.8),
    )
    blow = drive(band(noise(rng, 0.12), 300, 7000) * fall(0.12, 0.09, 0.0005), 2)
    return line(1.5, (0, blow, 1.3), (0, modes(0.5, (233, 517, 890), 0.3, rng=rng), 0.8), (0.01, rain, 0.8))


def landing(rng: Dice) -> Sound:
    """The glissando of its stem arrives at last: on the tonic, and stays there."""
    s, stay = 4.0, 3.0
    up = climb(TONIC + 31, TONIC + 36, s, 0.0)
    f = hz(TONIC + 36)
    held = (sine(f, stay) + 0.28 * sine(f * 2, stay)) * path(stay, (0, 0), (0.2, 1), (stay, 0))
    return line(s + stay, (0, up, 1), (s - 0.35, held, 1))


def shot_metal(rng: Dice) -> Sound:
    """A slug is swallowed."""
    drops = grains(
        rng,
        0.2,
        lambda t: 60,
        lambda r: sine(path(0.03, (0, r.uniform(900, 1900)), (0.03, 700))) * fall(0.03, 0.03, 0.003),
    )
    dull = modes(0.3, (430, 1210, 2050), 0.12, rng=rng, contact=0.002, spread=0.04)
    return line(
        0.35,
        (0, dull, 1),
        (0.01, drops[: frames(0.2)], 0.5),
        (0, band(noise(rng, 0.03), 800, 5000) * fall(0.03, 0.03), 0.6),
    )


RECIPES = {
    "tell_slash": partial(blade, wind=WIND_UPS["slash"], low=1900, high=3300),
    "tell_thrust": partial(blade, wind=WIND_UPS["thrust"], low=4300, high=2500, ticks=1),
    "tell_hook": partial(blade, wind=WIND_UPS["hook"], low=2300, high=4600, ticks=3),
    "tell_spring": spring,
    "freeze": freeze,
    "shatter": shatter,
    "tell_grab": grab,
    "tell_odd": odd,
    "ripple": ripple,
    "wipe": wipe,
    "pour": pour,
    "reform": reform,
    "hole_close": hole_close,
    "merge": merge,
    "split": split,
    "melt": melt,
    "blade_hit": blade_hit,
    "blade_miss": blade_miss,
    "seized": seized,
    "fuse": fuse,
    "landing": landing,
    "shot_metal": shot_metal,
}
