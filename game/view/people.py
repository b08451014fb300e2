"""People drawn: legs and torso from painted sheets, lit at their feet, rimmed toward every strong lamp, with a soft shadow."""

import math
from functools import cache

import numpy as np
import pygame

from game.view import frost, liquid
from game.view.camera import Camera
from game.view.cast import Person
from game.view.light import FEET, Lamp, StandingLight, falloff
from game.view.live import LiveLight
from game.view.pixels import ADD, CELL, MULT, Colour, Floats, H, W, alpha, hexc, opaque
from game.view.sheets import WAYS, Sheet, sheet
from game.view.smooth import gauss

WAY = np.stack([(math.cos(a), math.sin(a)) for a in np.arange(WAYS) * 2 * np.pi / WAYS]).astype(np.float32)
CANVAS = 96  # pixels: the square on which a flowing figure is put together
REFRESH = 3  # ticks between two looks at the light on one person
BROAD = 11.5, 6.5  # half shoulders, half depth, for the shadow
BUILD = {"t800": BROAD, "t800_torn": BROAD, "t800_onearm": BROAD, "john": (7.5, 5.0)}
MIDDLING = (9.5, 5.5)
UNIT = 1.2  # the painter's pixels to a unit of build
KEPT = 3000  # lit frames remembered
EDGE = 56  # pixels beyond the screen within which somebody still shows
RIM, RIM_MOST = 0.6, 0.62  # share of a lamp's colour that an edge takes, and its limit
BAND = 5.0  # pixels of chrome in a shimmer
# a cold rim that everybody wears, from the upper left: black leather must be readable
SKY_FROM, SKY_RIM = (-0.59, -0.81), (40, 64, 104)

Glow = tuple[Colour, list[Colour], bytes, int]  # colour at the feet, rim palette, its tag, the way the shadow falls


@cache
def _shadow(build: tuple[float, float], face: int, way: int) -> pygame.Surface:
    """Return a body's contact shadow: its shoulders smeared 2..12 px away from the lamp."""
    shoulders, depth = build[0] * UNIT, build[1] * UNIT
    y, x = np.mgrid[-30:31, -30:31].astype(np.float32)
    a, s = face * 2 * np.pi / 8, np.zeros((61, 61), np.float32)
    for i in range(2, 13):
        px, py = x - WAY[way][0] * i, y - WAY[way][1] * i
        u, v = px * math.cos(a) + py * math.sin(a), -px * math.sin(a) + py * math.cos(a)
        s = np.maximum(s, ((u / depth) ** 2 + (v / shoulders) ** 2 < 1) * np.float32(1 - i / 15))
    return alpha(np.dstack((np.zeros((61, 61, 3)), gauss(s, 1.0) * 0.58 * 255)))


@cache
def _ring(colour: str, radius: int = 15) -> tuple[pygame.Surface, pygame.Surface]:
    """Return the ward's ring: a pool of its colour to add, then a dark keyline and a bright pixel line."""
    y, x = np.mgrid[-22:23, -22:23].astype(np.float32)
    d, c = np.hypot(x, y), np.array(hexc(colour), np.float32)
    pool = (np.clip(1 - d / (radius + 4), 0, 1) * 0.30)[..., None] * c
    line = np.zeros((45, 45, 4), np.float32)
    line[np.abs(d - radius) < 1.7] = (4, 5, 10, 180)
    line[np.abs(d - radius) < 0.62] = (*c, 255)
    return opaque(pool), alpha(line)


class People:
    """Draws persons; remembers lit frames and the light on each slot."""

    def __init__(self, light: StandingLight) -> None:
        self._light = light
        self._known: dict[int, Glow] = {}
        self._tick = 0
        self._cache: dict[tuple[str, str, Colour, bytes], tuple[pygame.Surface, int, int]] = {}

    def forget(self) -> None:
        """Look at the light on everybody anew."""
        self._known.clear()

    def draw(
        self,
        frame: pygame.Surface,
        people: list[Person],
        cam: Camera,
        lamps: list[Lamp],
        live: LiveLight,
        tick: int,
        flash: bool = False,
    ) -> None:
        """Draw everybody near the screen; `lamps` burn live; with a `flash` the light on everybody is found anew this tick."""
        people = [p for p in people if -EDGE < p.x - cam.x < W + EDGE and -EDGE < p.y - cam.y < H + EDGE]
        self._tick = tick
        if not people:
            return
        due = [p for p in people if flash or p.slot % REFRESH == tick % REFRESH or p.slot not in self._known]
        if due:
            self._known.update(zip([p.slot for p in due], self._glows(due, lamps, live, cam), strict=True))
        shadows, figures = [], []
        for p in people:
            x, y = int(p.x) - cam.x, int(p.y) - cam.y
            if not p.lying and p.strength == 255 and p.sunk < 0.5:
                shadow = _shadow(BUILD.get(p.sheet, MIDDLING), p.aim // 2, self._known[p.slot][3])
                shadows.append((shadow, (x - 30 + int(p.late[0]), y - 30 + int(p.late[1]))))
            figures += [(s, (x + px, y + py)) for s, px, py in self._parts(p)]
        frame.fblits(shadows)
        for p in people:
            if p.ring:
                pool, line = _ring(p.ring)
                at = int(p.x) - cam.x - 22, int(p.y) - cam.y - 22
                frame.blit(pool, at, special_flags=ADD)
                frame.blit(line, at)
        frame.fblits(figures)

    def _parts(self, p: Person) -> list[tuple[pygame.Surface, int, int]]:
        """Return the lit pictures that make up a person, legs first."""
        rgb, palette, tag, _ = self._known[p.slot]
        own = sheet(p.sheet)
        keys = keys_of(p, own)
        if p.sunk >= 1:
            return []
        if p.craters or p.chrome or p.cold or p.glitch or p.sunk > 0:
            parts = [self._flowing(p, own, keys, rgb, palette)]
        else:
            parts = [self._lit(p.sheet, own, key, rgb, palette, tag) for key in keys]
            if p.breath:
                s, x, y = parts[-1]
                parts[-1] = s, x - round(WAY[p.aim][0]), y - round(WAY[p.aim][1])
        if p.strength < 255:
            parts = [(s.copy(), x, y) for s, x, y in parts]
            for s, _, _ in parts:
                s.set_alpha(p.strength)
        return parts

    def _lit(
        self, name: str, own: Sheet, key: str, rgb: Colour, palette: list[Colour], tag: bytes
    ) -> tuple[pygame.Surface, int, int]:
        """Return a frame multiplied by its light, its rims added; remembered while nothing changes."""
        mark = name, key, rgb, tag
        hit = self._cache.get(mark)
        if hit is None:
            base, rim, x, y = own.frame(key)
            s = base.copy()
            s.fill(rgb, special_flags=MULT)
            rim.set_palette(palette)  # shared by all who wear this frame: set right before its blit
            s.blit(rim, (0, 0), special_flags=ADD)
            if len(self._cache) > KEPT:
                self._cache.clear()
            hit = self._cache[mark] = s, x, y
        return hit

    def _flowing(
        self, p: Person, own: Sheet, keys: list[str], rgb: Colour, palette: list[Colour]
    ) -> tuple[pygame.Surface, int, int]:
        """Return the hunter when he is not whole: skin, craters, a wipe of chrome, then light."""
        s = figure(own, keys)
        if p.craters:
            liquid.dig(s, p.craters)
        if p.chrome > 0:
            s = liquid.wipe(s, figure(sheet("chrome"), keys), p.chrome, BAND if p.band else 0.0)
        if p.glitch:
            s = frost.run(s, self._tick) if p.glitch == "face_wave" else frost.hands(s, figure(sheet("chrome"), keys))
        if p.cold > 0:
            s = frost.freeze(s, p.cold)
        s.fill(rgb, special_flags=MULT)
        _, rim, x, y = own.frame(keys[-1])
        rim.set_palette(palette)
        s.blit(rim, (x + CANVAS // 2, y + CANVAS // 2), special_flags=ADD)
        return liquid.sink(s, p.sunk) if p.sunk > 0 else s, -CANVAS // 2, -CANVAS // 2

    def _glows(self, people: list[Person], live_lamps: list[Lamp], live: LiveLight, cam: Camera) -> list[Glow]:
        """Find the light on each: at the feet, on the edges that face a lamp, and where the shadow falls."""
        at = np.array([(p.x, p.y) for p in people], np.float32)
        feet = _picked(self._light.feet, at, FEET)
        xy, colour, power = self._near_lamps(at)
        if live_lamps:
            glow = live.at(at, cam)
            feet = feet + glow
            burning = glow.max(1) > 0.03
            p = [falloff(lamp, at[:, 0] - lamp.x, at[:, 1] - lamp.y) * burning for lamp in live_lamps]
            power = np.concatenate((power, np.array(p, np.float32)))
            xy = np.concatenate((xy, np.array([(lamp.x, lamp.y) for lamp in live_lamps], np.float32)))
            colour = np.concatenate((colour, np.array([lamp.colour for lamp in live_lamps], np.float32)))
        to = xy[:, None] - at[None]  # lamp, person, 2
        d = np.maximum(np.hypot(to[..., 0], to[..., 1]), 1)
        to = to / d[..., None]
        rim = np.where((power > 0.1) & (d > 8), np.minimum(RIM_MOST, power * RIM), 0)
        facing_it = np.clip(to @ WAY.T * 1.5 - 0.35, 0, 1) * rim[..., None]  # lamp, person, way
        palette = np.zeros((len(people), WAYS + 1, 3), np.uint8)
        everywhere = np.clip(WAY @ np.array(SKY_FROM) * 1.5 - 0.2, 0, 1)[None, :, None] * np.array(SKY_RIM)
        palette[:, 1:] = np.minimum(255, np.tensordot(facing_it, colour, (0, 0)) + everywhere).astype(np.uint8) & 0xE0
        away = -((power**2 * colour.mean(1)[:, None] * (d > 6))[..., None] * to).sum(0) + np.array((1e-3, 2e-3))
        way = np.round(np.arctan2(away[:, 1], away[:, 0]) / (2 * np.pi) * WAYS).astype(int) % WAYS
        floor = np.array([p.glow for p in people], np.float32)[:, None]
        lit = (np.minimum(1, feet * (1 - floor) + floor) * 31).astype(int) * 8 + 7
        rows = zip(lit.tolist(), palette, way.tolist(), strict=True)
        return [((r, g, b), [tuple(c) for c in p.tolist()], p.tobytes(), w) for (r, g, b), p, w in rows]

    def _near_lamps(self, at: Floats) -> tuple[Floats, Floats, Floats]:
        """Return the standing lamps that reach somebody: places [lamp, 2], colours [lamp, 3], strength [lamp, person]."""
        light = self._light
        if not light.lamps:
            return np.zeros((0, 2), np.float32), np.zeros((0, 3), np.float32), np.zeros((0, len(at)), np.float32)
        rows, columns = light.power.shape[1:]
        power = light.power[
            :, (at[:, 1] / CELL).astype(int).clip(0, rows - 1), (at[:, 0] / CELL).astype(int).clip(0, columns - 1)
        ]
        near = power.max(1) > 0.08
        return light.places[near], light.colours[near], power[near]


def keys_of(p: Person, own: Sheet) -> list[str]:
    """Return the frames that make up a person, legs first; who eats has them under the table."""
    legs = [] if p.lying or p.pose == "eat" else [own.key("legs", p.legs, p.step, p.heading)]
    return [*legs, own.key("body", p.pose, p.step, p.aim)]


def figure(own: Sheet, keys: list[str]) -> pygame.Surface:
    """Put legs and torso on one square canvas, unlit."""
    s = pygame.Surface((CANVAS, CANVAS), pygame.SRCALPHA)
    for key in keys:
        base, _, x, y = own.frame(key)
        s.blit(base, (x + CANVAS // 2, y + CANVAS // 2))
    return s


def _picked(grid: Floats, at: Floats, step: int) -> Floats:
    """Return the grid's values at world pixels."""
    h, w = grid.shape[:2]
    picked: Floats = grid[(at[:, 1] / step).astype(int).clip(0, h - 1), (at[:, 0] / step).astype(int).clip(0, w - 1)]
    return picked
