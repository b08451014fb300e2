"""What goes off: a white heart, fire that turns to smoke, a ring, scorched ground, bits of rail; and splashes in steel."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.content.weapons import WEAPON_IDS, WEAPONS
from game.sim import events as ev
from game.view import stamps
from game.view.camera import Camera
from game.view.cast import Person
from game.view.effects import Effects
from game.view.floors import Floors
from game.view.light import Lamp
from game.view.people import CANVAS, figure, keys_of
from game.view.pixels import ADD, METRE, Colour, H, W, alpha, hexc
from game.view.sheets import sheet

if TYPE_CHECKING:
    from game.session import Session

SIZE = 136  # pixels of the square that a fireball fills
STEPS, TICKS = 9, 3  # its pictures, and ticks that each stands
HEART, HEART_SIZE = 4, 38  # ticks of the white heart, and its pixels
WITHIN, SHADOWED = 34, 18  # pixels within which somebody stands in the fire, ticks for which he is seen in it
SHADOW: Colour = hexc("1c0804")
FIRE = [hexc(c) for c in ("fff5c4", "ffcf52", "ff8f1a", "ea4d0b", "a81f06", "3a1a12", "1c1614")]
LIT, LAMP_RADIUS, LAMP_POWER = 20, 250.0, 1.5  # ticks, pixels, power of its light
LIGHT: Colour = hexc("ffb060")
RING, RING_TICKS = 70, 12  # pixels to which the ring opens, and in how many ticks
RING_TONE: Colour = hexc("8a6a4a")
SMOKE, CLOUDS = 110, 7  # ticks that its smoke hangs, and how many clouds there are
WAVES, WAVE_TICKS, WAVE = 3, 42, 54  # rings on the steel, ticks of each, pixels to which it opens
WAVE_TONE: Colour = hexc("ffe08a")
SPLINTERS = 5  # fans of splinters when it shatters
BITS = 5  # pieces of a torn rail that fly
SCORCH = 72  # pixels
TRAIL, TRAIL_TONE = 7, (110, 84, 60)  # dots behind a grenade in flight
LAUNCHED = frozenset(w.id for w in WEAPONS.values() if w.sort == "launcher")


@dataclass(slots=True)
class Bang:
    """A blast: where (world pixels) and when."""

    x: float
    y: float
    at: int


@dataclass(slots=True)
class Wave:
    """Rings that open on molten steel."""

    x: float
    y: float
    at: int


class Blasts:
    """What the last blasts have left in the air."""

    def __init__(self, effects: Effects, rng: np.random.Generator) -> None:
        self._effects, self._rng = effects, rng
        self._bangs: list[Bang] = []
        self._waves: list[Wave] = []

    def forget(self) -> None:
        """Let nothing have gone off."""
        self._bangs.clear()
        self._waves.clear()

    def notice(self, session: "Session", events: list[ev.Event], floors: Floors) -> None:
        """Let things go off, tear and splash."""
        tick = session.world.tick
        self._bangs = [b for b in self._bangs if 0 <= tick - b.at < SMOKE]
        self._waves = [w for w in self._waves if 0 <= tick - w.at < WAVE_TICKS + 10 * WAVES]
        for e in events:
            if isinstance(e, ev.Blast):
                self._bang(session, e.x, e.y, tick, floors)
            elif isinstance(e, ev.RailTorn):
                self._tear(e.x * METRE, e.y * METRE, tick)
            elif isinstance(e, ev.Burst):
                self._splash(session, e.x, e.y, tick, 60)
            elif isinstance(e, ev.Shattered):
                self._shatter(e.x * METRE, e.y * METRE, tick, floors)
            elif isinstance(e, ev.Gone):
                self._splash(session, e.x, e.y, tick, 30)

    def _bang(self, session: "Session", x: float, y: float, tick: int, floors: Floors) -> None:
        px, py = x * METRE, y * METRE
        self._bangs.append(Bang(px, py, tick))
        self._effects.sparks.emit(px, py, 90, 0.0, math.pi, (60, 330), "warm", (0.3, 1.1))
        self._effects.sparks.emit(px, py, 40, 0.0, math.pi, (20, 120), "dust", (0.4, 1.2))
        scorch = stamps.painted("scorch", tick % 2, SCORCH)
        if scorch is not None and not _steel(session, x, y):
            floors.stamp(scorch, px, py)

    def _tear(self, x: float, y: float, tick: int) -> None:
        self._effects.sparks.emit(x, y, 26, 0.0, math.pi, (40, 240), "warm", (0.3, 0.9))
        for _ in range(BITS):
            way = self._rng.random() * 2 * math.pi
            self._effects.debris.throw(bits(), x, y, way, 1.0 + 2.4 * self._rng.random(), tick)

    def _shatter(self, x: float, y: float, tick: int, floors: Floors) -> None:
        """What was frozen flies apart: splinters, a white ring of ice dust, frost on the floor."""
        self._effects.sparks.emit(x, y, 70, 0.0, math.pi, (60, 300), "cool", (0.2, 0.8))
        self._effects.sparks.emit(x, y, 30, 0.0, math.pi, (20, 90), "dust", (0.4, 1.1))
        for k in range(SPLINTERS):
            self._effects.debris.burst(x, y, 2 * math.pi * k / SPLINTERS, tick)
        ring = stamps.decal("frost_ring")
        if ring is not None:
            floors.stamp(ring, x, y)

    def _splash(self, session: "Session", x: float, y: float, tick: int, count: int) -> None:
        """Chrome flies; over steel so does fire, and rings open."""
        px, py = x * METRE, y * METRE
        self._effects.sparks.emit(px, py, count, 0.0, math.pi, (40, 210), "cool", (0.3, 0.9))
        if _steel(session, x, y):
            self._effects.sparks.emit(px, py, count, -math.pi / 2, 2.2, (40, 260), "warm", (0.4, 1.4))
            self._waves.append(Wave(px, py, tick))

    def lamps(self, tick: int) -> list[Lamp]:
        """Return the lamps that burn because something went off."""
        power = LAMP_POWER * self._effects.flash
        return [
            Lamp(x=b.x, y=b.y, radius=LAMP_RADIUS, colour=LIGHT, power=power * (1 - (tick - b.at) / LIT) ** 1.4)
            for b in self._bangs
            if 0 <= tick - b.at < LIT and power > 0.0
        ]

    def draw_low(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Draw the rings that open on steel and on the floor."""
        for w in self._waves:
            for k in range(WAVES):
                age = tick - w.at - 10 * k
                if 0 <= age < WAVE_TICKS:
                    _ring(frame, cam, w.x, w.y, 6 + (WAVE - 6) * age // WAVE_TICKS, WAVE_TONE, 1 - age / WAVE_TICKS)
        for b in self._bangs:
            age = tick - b.at
            if 0 <= age < RING_TICKS:
                _ring(frame, cam, b.x, b.y, 12 + (RING - 12) * age // RING_TICKS, RING_TONE, 1 - age / RING_TICKS)

    @staticmethod
    def draw_slugs(frame: pygame.Surface, s: Any, cam: Camera) -> None:
        """Draw grenades in flight (columns `s` of the shots), each with what trails behind it."""
        for i, here in enumerate(s.here):
            if not here or WEAPON_IDS[s.weapon[i]] not in LAUNCHED:
                continue
            x, y = int(s.x[i] * METRE) - cam.x, int(s.y[i] * METRE) - cam.y
            for k in range(1, TRAIL):
                at = x - int(s.vx[i] * METRE * k * 0.5), y - int(s.vy[i] * METRE * k * 0.5)
                frame.fill(tuple(v * (TRAIL - k) // TRAIL for v in TRAIL_TONE), (*at, 2, 2), special_flags=ADD)
            pygame.draw.circle(frame, hexc("0a0c14"), (x, y), 4)
            pygame.draw.circle(frame, hexc("b98a1a"), (x, y), 3)
            frame.fill(hexc("f8de7c"), (x - 1, y - 2, 2, 2))

    def draw_high(self, frame: pygame.Surface, people: list[Person], cam: Camera, tick: int) -> None:
        """Draw fire and smoke over everybody, and through the fog of sight; those within stand in it as shadows."""
        for b in self._bangs:
            x, y, age = int(b.x) - cam.x, int(b.y) - cam.y, tick - b.at
            if not (-SIZE < x < W + SIZE and -SIZE < y < H + SIZE):
                continue
            for k in range(CLOUDS):
                rise = age * (0.16 + 0.05 * k)
                turn = k * 2.4 + b.at
                at = x + int((8 + age * 0.34) * math.cos(turn)), y + int((8 + age * 0.28) * math.sin(turn) - rise)
                frame.blit(stamps.puff(min(stamps.PUFFS - 1, age * stamps.PUFFS // SMOKE)), (at[0] - 32, at[1] - 32))
            if age < STEPS * TICKS:
                ball = fireball(age // TICKS)
                frame.blit(ball, (x - SIZE // 2, y - SIZE // 2 - age // 3))
                halo = stamps.glow(110, LIGHT, round(0.5 * self._effects.flash * (1 - age / (STEPS * TICKS)), 1))
                frame.blit(halo, (x - 110, y - 110), special_flags=ADD)
            if age < HEART and self._effects.flash:
                r = int((HEART_SIZE - 6 * age) * self._effects.flash)
                frame.blit(stamps.glow(r, (255, 244, 214), 1.0), (x - r, y - r), special_flags=ADD)
            if age < SHADOWED:
                for p in people:
                    if p.strength == 255 and not p.sunk and math.hypot(p.x - b.x, p.y - b.y) < WITHIN:
                        shadow(frame, p, cam, 1.0 - age / SHADOWED)


def shadow(frame: pygame.Surface, p: Person, cam: Camera, share: float) -> None:
    """Draw somebody as a shadow in the fire."""
    own = sheet(p.sheet)
    s = figure(own, keys_of(p, own)).copy()
    s.fill((*SHADOW, int(255 * min(1.0, 1.6 * share))), special_flags=pygame.BLEND_RGBA_MULT)
    frame.blit(s, (int(p.x) - cam.x - CANVAS // 2, int(p.y) - cam.y - CANVAS // 2))


def _steel(session: "Session", x: float, y: float) -> bool:
    """Say whether a place (metres) lies over molten steel."""
    pit = session.level.ground.pit
    row, col = int(y * 2), int(x * 2)
    return 0 <= row < pit.shape[0] and 0 <= col < pit.shape[1] and bool(pit[row, col])


def _ring(frame: pygame.Surface, cam: Camera, x: float, y: float, radius: int, tone: Colour, power: float) -> None:
    """Add a ring of two lines round a world pixel, in eight steps of strength."""
    share = math.ceil(power * 8) / 8
    colour = int(tone[0] * share), int(tone[1] * share), int(tone[2] * share)
    for r in (radius, radius + 1):
        s = stamps.ripple(r, colour)
        frame.blit(s, (int(x) - cam.x - r - 1, int(y) - cam.y - r - 1), special_flags=ADD)


@lru_cache(maxsize=STEPS)
def fireball(step: int) -> pygame.Surface:
    """Return a fireball in hard tones: it opens, breaks up from within, and ends as soot."""
    dice, share = np.random.default_rng(11), (step + 0.5) / STEPS
    y, x = np.mgrid[-SIZE // 2 : SIZE // 2, -SIZE // 2 : SIZE // 2].astype(np.float32)
    heat = np.zeros_like(x)
    reach = 16 + 34 * share**0.5
    for _ in range(26):
        a, r = dice.random() * 2 * math.pi, reach * math.sqrt(dice.random())
        wide = (9 + 11 * dice.random()) * (1.15 - 0.65 * share)
        heat = np.maximum(heat, np.clip(1 - np.hypot(x - r * math.cos(a), y - r * math.sin(a)) / wide, 0, 1))
    tone = np.clip((share * 1.15 + (1 - heat) * 0.75 - 0.12) * len(FIRE), 0, len(FIRE) - 1).astype(int)
    opaque = np.where(heat > 0.14, 235 * (1 - max(0.0, share - 0.4) * 1.6), 0)
    return alpha(np.dstack((np.array(FIRE, np.float32)[tone], opaque)))


@lru_cache(maxsize=1)
def bits() -> tuple[pygame.Surface, ...]:
    """Return a piece of a rail's tube, turned eight ways."""
    out = []
    for way in range(8):
        s, a = pygame.Surface((15, 15), pygame.SRCALPHA), math.pi * way / 8
        dx, dy = 5 * math.cos(a), 5 * math.sin(a)
        pygame.draw.line(s, hexc("090b12"), (7 - dx, 7 - dy), (7 + dx, 7 + dy), 4)
        pygame.draw.line(s, hexc("b98a1a"), (7 - dx * 0.9, 7 - dy * 0.9), (7 + dx * 0.9, 7 + dy * 0.9), 2)
        pygame.draw.line(s, hexc("f8dd6c"), (7 - dx * 0.8, 6 - dy * 0.8), (7 + dx * 0.2, 6 + dy * 0.2))
        out.append(s)
    return tuple(out)
