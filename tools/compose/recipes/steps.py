"""Footsteps: three walkers on seven floors, and the machine's, which belong to no floor."""

from functools import partial
from typing import NamedTuple

from game.content.cues import SURFACES as SURFACE_NAMES
from game.content.cues import WALKERS as WALKER_NAMES
from game.content.cues import WAYS
from tools.compose.bodies import modes
from tools.compose.texture import through
from tools.compose.tone import Dice, Sound, band, drive, fall, fm, frames, line, noise, path, sine, thump


class Walker(NamedTuple):
    mass: float
    heel: float  # hardness
    scuff: float
    contact: float  # seconds
    toe: float  # seconds after the heel


class Floor(NamedTuple):
    band: tuple[float, float]
    t60: float
    modes: tuple[float, ...]
    ring: float  # seconds
    gain: float


WALKERS = {
    "john": Walker(0.35, 0.5, 0.9, 0.0016, 0.05),
    "human": Walker(0.6, 0.75, 0.6, 0.0010, 0.085),
    "t800": Walker(1.7, 0.6, 0.25, 0.0030, 0.115),
}
FLOORS = {
    "tile": Floor((1500, 7000), 0.035, (640, 1130, 2050, 3300), 0.05, 0.35),
    "carpet": Floor((260, 1700), 0.09, (210, 330), 0.05, 0.5),
    "concrete": Floor((700, 3800), 0.05, (260, 520, 900), 0.04, 0.3),
    "grate": Floor((2500, 9000), 0.05, (310, 497, 811, 1340, 2230, 3650), 0.34, 0.8),
    "grass": Floor((1800, 6500), 0.11, (90, 150), 0.04, 0.15),
    "water": Floor((500, 3500), 0.16, (420, 700), 0.05, 0.2),
    "wood": Floor((500, 2600), 0.05, (150, 265, 430), 0.12, 0.8),
}


def step(rng: Dice, walker: str, floor: str) -> Sound:
    """A heel, then a toe, then a scuff, on that floor."""
    who, f = WALKERS[walker], FLOORS[floor]
    strength = 1 + 0.1 * rng.standard_normal()

    def hit() -> Sound:
        weight = drive(who.mass * thump(0.16, 150 / (0.6 + who.mass), 58 / (0.7 + who.mass * 0.3), 0.13), 2.2)
        answer = modes(0.3, f.modes, f.ring, rng=rng, contact=who.contact, spread=0.03)[: frames(0.16)]
        sole = band(noise(rng, 0.16), *f.band) * fall(0.16, f.t60, who.contact)
        out: Sound = strength * (weight + f.gain * answer + who.heel * sole)
        return out

    scuff = band(noise(rng, 0.12), f.band[0] * 0.8, f.band[1] * 0.7) * fall(0.12, 0.09, 0.03) * 0.25 * who.scuff
    toe = who.toe * (1 + 0.15 * rng.standard_normal())
    parts = [(0.0, hit(), 1.0), (toe, hit(), 0.45), (0.02, scuff, 1.0)]
    if floor == "grate":
        parts.append((0.0, modes(0.5, f.modes, 0.5, rng=rng, spread=0.02), 0.35 * who.mass))
    if walker == "t800":  # a knee's piston takes the weight: two low partials and a short breath
        piston = fm(124, 2.0, 2.2 * path(0.22, (0, 1), (0.22, 0)), 0.22) * fall(0.22, 0.26, 0.03)
        parts += [(0.05, piston, 0.5), (0.16, band(noise(rng, 0.12), 900, 2600) * fall(0.12, 0.1, 0.02), 0.22)]
    return line(0.55, *parts)


def step_hunter(rng: Dice, way: str) -> Sound:
    """One dry heel, no toe, no scuff, a short ring of glass; from elsewhere the building answers at 480 and 960 Hz."""
    click = band(noise(rng, 0.02), 1800, 9000) * fall(0.02, 0.012, 0.0003)
    heel = line(0.1, (0, click, 1), (0, thump(0.09, 240, 120, 0.06), 0.9))
    glass = modes(0.4, (1880, 2970, 4410), (0.22, 0.16, 0.1), (0.5, 0.9, 0.5))
    frame = modes(0.6, (480, 960), (0.5, 0.3), (1, 0.9), contact=0.0004)
    give = sine(path(0.06, (0, 900), (0.06, 420))) * fall(0.06, 0.06, 0.004)
    near = line(0.45, (0, heel, 1), (0.001, glass, 0.55), (0.004, give, 0.25), (0, frame, 0.08))
    if way == "near":
        return near
    air, steel = {"open": (1.0, 0.22), "shut": (0.5, 0.55)}[way]
    return line(0.9, (0, through(near, rng, way), air), (0.006, frame, steel))


RECIPES = {
    f"step_{walker}_{floor}": partial(step, walker=walker, floor=floor)
    for walker in WALKER_NAMES
    for floor in SURFACE_NAMES
} | {f"step_hunter_{way}": partial(step_hunter, way=way) for way in WAYS}
