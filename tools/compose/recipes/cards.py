"""What the story's cards show, heard once: a fence, a receiver, a throttle; quiet, dry, two seconds at most."""

from tools.compose.bodies import bell, modes, pluck
from tools.compose.texture import grains
from tools.compose.tone import Dice, Sound, band, drive, fall, fm, line, noise, path, ping, saw, sine, thump


def fence(rng: Dice) -> Sound:
    """A hand shakes a fence of wire."""
    links = grains(
        rng, 1.4, lambda t: 60 * (1 - t / 1.4), lambda q: modes(0.12, q.uniform(900, 3100, 3), 0.08, rng=q) * 0.4
    )
    return line(1.9, (0, links, 1), (0, modes(1.6, (212, 331, 498), 1.0, rng=rng, contact=0.004), 0.5))


def receiver(rng: Dice) -> Sound:
    """A receiver is taken up: a click, the tone of the line, a click."""
    click = modes(0.08, (640, 1480), 0.04, rng=rng, contact=0.001)
    tone = (sine(350, 1.0) + sine(440, 1.0)) * path(1.0, (0, 0), (0.02, 1), (0.97, 1), (1.0, 0))
    return line(1.6, (0, click, 1), (0.25, band(tone, 300, 2600), 0.3), (1.35, click, 0.9))


def throttle(rng: Dice) -> Sound:
    """A hand turns the grip, once."""
    s = 1.6
    f = path(s, (0, 48), (0.25, 130), (0.5, 120), (s, 46))
    body = drive(band(saw(f, partials=26) * (1 + 0.5 * sine(f / 2)), 45, 1600), 2.2)
    return body * path(s, (0, 0), (0.08, 0.7), (0.3, 1), (s, 0))


def lock(rng: Dice) -> Sound:
    """A lock gives way to a paper clip, and a lift has come."""
    pins = [(t, modes(0.06, (1750, 2900), 0.03, rng=rng, contact=0.0008), 0.5) for t in (0.0, 0.19, 0.31, 0.52)]
    bolt = modes(0.3, (220, 410, 930), 0.12, rng=rng, contact=0.003)
    return line(2.0, *pins, (0.74, bolt, 1), (1.15, bell(rng, 1318, 0.8), 0.35))


def wheel(rng: Dice) -> Sound:
    """An engine that has been switched off cools and ticks."""
    ticks = [(t, modes(0.1, (rng.uniform(1500, 2300), 3400), 0.05, contact=0.001), 0.6) for t in (0.5, 0.78, 1.2, 1.8)]
    key = modes(0.12, (540, 1260), 0.05, rng=rng)
    return line(2.0, (0, key, 1), (0.02, band(noise(rng, 0.5), 60, 400) * fall(0.5, 0.4), 0.8), *ticks)


def dream(rng: Dice) -> Sound:
    """Wind in a playground; a swing."""
    s = 2.0
    wind = band(noise(rng, s), 180, 700) * path(s, (0, 0), (0.9, 1), (s, 0))
    creak = band(saw(path(0.5, (0, 620), (0.25, 760), (0.5, 600)), partials=5), 500, 2200) * path(
        0.5, (0, 0), (0.2, 1), (0.5, 0)
    )
    return line(s, (0, wind, 1), (0.3, creak, 0.12), (1.2, creak, 0.09))


def table(rng: Dice) -> Sound:
    """Something of steel is laid on wood."""
    wood = modes(0.5, (142, 257, 388), 0.18, rng=rng, contact=0.005)
    steel = modes(1.2, (611, 1490, 2240), 0.5, (1, 0.5, 0.3), rng, 0.001)
    return line(1.5, (0, wood, 1), (0.01, steel, 0.35), (0.12, wood, 0.4))


def detonator(rng: Dice) -> Sound:
    """Two keys turn as one; a relay waits."""
    key = modes(0.2, (830, 1710), 0.07, rng=rng, contact=0.0015)
    hum = fm(294, 0.5, 0.8, 1.1) * path(1.1, (0, 0), (0.3, 1), (1.1, 0))
    return line(1.9, (0, key, 1), (0.015, key, 0.9), (0.45, thump(0.3, 240, 150, 0.15), 0.5), (0.5, hum, 0.3))


def chain(rng: Dice) -> Sound:
    """A chain runs over a wheel, link by link, and stops."""
    links = [
        (0.16 * k + 0.01 * k * k, modes(0.25, (370, 905, 1620), 0.16, rng=rng, contact=0.002), 1 - 0.07 * k)
        for k in range(8)
    ]
    return line(2.2, *links, (1.9, ping((196,), 0.3, 0.3), 0.3), (0, pluck(rng, 98, 1.8, 1.6, 0.3), 0.3))


RECIPES = {
    "card_fence": fence,
    "card_receiver": receiver,
    "card_throttle": throttle,
    "card_open": lock,
    "card_wheel": wheel,
    "card_dream": dream,
    "card_table": table,
    "card_detonator": detonator,
    "card_hoist": chain,
}
