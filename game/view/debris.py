"""What flies, tumbles and then lies there for good: spent cases, splinters of glass, and what people let fall when they run."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame

from game.view import stamps
from game.view.camera import Camera
from game.view.floors import Floors
from game.view.pixels import hexc

FLIES = 22  # ticks of flight
BRAKE = 0.93  # of its speed, what is left after a tick
WAYS = 8
SHARDS = 12  # splinters of one pane
GLASS = ("d6f4ff", "9cd0ee", "5f93a8")
# Pictures of things let fall, from above: a letter is a colour, ' ' nothing.
THINGS = (
    (" kkkkk ", "kbbbbbk", "kbcbcbk", "kbbbbbk", "kbbbbbk", " kkkkk "),  # a paper bag
    (" kkkkkk ", "kpppppwk", "kpwppppk", "kppppwpk", "kpppppwk", " kkkkkk "),  # a pink one from the shops
    (" kkk ", "kwwwk", "kwrwkss", "kwwwk", " kkk "),  # a cup and what was in it
    ("kkkkkk ", "kwwwwk ", "kwggwk ", "kwwwwk ", "kwgwwk ", "kkkkkk "),  # a leaflet
    ("  kkkk", " kyyyk", "kyyyk ", "kkkk  "),  # a pretzel, half eaten
    ("kkkk  ", "kaaakk", "kaaaak", "kkkkkk"),  # a shoe
)
INKS = {
    "k": "0a0c14",
    "b": "a8845a",
    "c": "6a5236",
    "p": "d860a0",
    "w": "e0e4e6",
    "r": "c62a2a",
    "s": "5a4632",
    "g": "6e8fae",
    "y": "b98a4a",
    "a": "4a7c9c",
}


@dataclass(slots=True)
class Bit:
    """A small thing in the air: place and speed in pixels and pixels a tick, and its pictures as it turns."""

    x: float
    y: float
    vx: float
    vy: float
    pictures: tuple[pygame.Surface, ...]
    born: int


@lru_cache(maxsize=16)
def splinters(kind: int) -> tuple[pygame.Surface, ...]:
    """Return a splinter of glass, turned WAYS ways."""
    dice = np.random.default_rng(kind)
    out = []
    for way in range(WAYS):
        s, a = pygame.Surface((9, 9), pygame.SRCALPHA), 2 * math.pi * way / WAYS
        long = 2.0 + kind % 3
        tip = 4 + long * math.cos(a), 4 + long * math.sin(a)
        side = 4 + 1.8 * math.cos(a + 2.2), 4 + 1.8 * math.sin(a + 2.2)
        back = 4 + 1.8 * math.cos(a - 2.6), 4 + 1.8 * math.sin(a - 2.6)
        pygame.draw.polygon(s, (*hexc(GLASS[int(dice.integers(1, 3))]), 170), (tip, side, back))
        pygame.draw.line(s, (*hexc(GLASS[0]), 230), tip, side)
        out.append(s)
    return tuple(out)


@lru_cache(maxsize=8)
def cases(red: bool) -> tuple[pygame.Surface, ...]:
    """Return a spent case, turned WAYS ways."""
    return tuple(stamps.shell(way, red) for way in range(WAYS))


@lru_cache(maxsize=16)
def thing(kind: int) -> tuple[pygame.Surface, ...]:
    """Return something that a person carried, turned four ways."""
    rows = THINGS[kind % len(THINGS)]
    s = pygame.Surface((max(map(len, rows)), len(rows)), pygame.SRCALPHA)
    for y, row in enumerate(rows):
        for x, c in enumerate(row):
            if c != " ":
                s.set_at((x, y), hexc(INKS[c]))
    return tuple(pygame.transform.rotate(s, 90 * k) for k in range(4))


class Debris:
    """Keeps what is in the air, and lays it on the floor."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._bits: list[Bit] = []

    def forget(self) -> None:
        """Let nothing be in the air."""
        self._bits.clear()

    def throw(
        self, pictures: tuple[pygame.Surface, ...], x: float, y: float, way: float, speed: float, tick: int
    ) -> None:
        """Send something off from a world pixel, `way` in radians, `speed` in pixels a tick."""
        self._bits.append(Bit(x, y, math.cos(way) * speed, math.sin(way) * speed, pictures, tick))

    def burst(self, x: float, y: float, way: float, tick: int) -> None:
        """Break a pane: splinters go with what broke it, the small ones far."""
        for i in range(SHARDS):
            aside = float(self._rng.normal()) * 0.6
            speed = 0.5 + float(self._rng.random()) * 3.2
            self.throw(splinters(i), x + self._rng.normal() * 5, y + self._rng.normal() * 5, way + aside, speed, tick)

    def drop(self, x: float, y: float, way: float, tick: int) -> None:
        """Let somebody drop what they carry."""
        self.throw(thing(int(self._rng.integers(len(THINGS)))), x, y, way + self._rng.normal() * 0.7, 1.1, tick)

    def step(self, tick: int, floors: Floors) -> None:
        """Move everything one tick; what has come to rest is stamped into the floor."""
        for bit in self._bits:
            bit.x, bit.y = bit.x + bit.vx, bit.y + bit.vy
            bit.vx, bit.vy = bit.vx * BRAKE, bit.vy * BRAKE
        for bit in [b for b in self._bits if tick - b.born >= FLIES]:
            floors.stamp(bit.pictures[int(self._rng.integers(len(bit.pictures)))], bit.x, bit.y)
            self._bits.remove(bit)

    def draw(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Draw what is in the air, turning."""
        if self._bits:
            out = []
            for i, bit in enumerate(self._bits):
                s = bit.pictures[(tick // 2 + i) % len(bit.pictures)]
                out.append((s, (int(bit.x) - cam.x - s.get_width() // 2, int(bit.y) - cam.y - s.get_height() // 2)))
            frame.fblits(out)
