"""What hangs in the air: steam of a broken main, cold that creeps from a pool, smoke of ladles and leaks of pipes."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pygame

from game.level.data import Level
from game.view import stamps
from game.view.camera import Camera
from game.view.pixels import METRE, H, W

if TYPE_CHECKING:
    from game.session import Session


class Vapour(NamedTuple):
    """One sort of vapour: ticks from puff to puff and that one hangs, pixels a tick that it rises and drifts, its looks.

    A jet of JET square metres blows that often; a smaller one less, or it would be one white lump.

    tone     added to a grey puff; strength 0..1 of its opacity
    """

    every: int
    lasts: int
    rise: float
    drift: float
    tone: tuple[int, int, int]
    strength: float


VAPOURS = {
    "steam": Vapour(1, 62, 0.5, 0.55, (112, 112, 108), 1.0),
    "cryo": Vapour(7, 90, 0.06, 0.42, (40, 78, 100), 0.75),
    "smoke": Vapour(26, 110, 0.34, 0.16, (-70, -76, -84), 0.55),
    "leak": Vapour(34, 50, 0.30, 0.22, (60, 66, 70), 0.5),
    "vent": Vapour(11, 84, 0.46, 0.30, (82, 85, 85), 0.62),
    "wisp": Vapour(30, 95, 0.22, 0.20, (-6, 2, 8), 0.42),
    "chill": Vapour(40, 100, 0.03, 0.25, (20, 50, 74), 0.45),
}
OF_HAZARDS = {"steam": "steam", "cryo": "cryo"}  # hazard: what it breathes while it is at work
OF_PROPS = {
    "ladle": "smoke",
    "furnace": "smoke",
    "pipes": "leak",
    "valve": "leak",
    "coolbed": "chill",
    "hotbed": "leak",
    "tanker": "chill",
    "boilerhouse": "vent",
    "tank": "vent",
}
OF_MARKS = {"drain": "wisp"}  # marks on the floor; every other one breathes
NEAR = 60  # pixels beyond the screen
JET = 7.0  # square metres


class Leak(NamedTuple):
    """A place that breathes: a rectangle in metres, and which vapour."""

    x: float
    y: float
    w: float
    h: float
    id: int
    kind: str


class Puff(NamedTuple):
    """Where it was born (world pixels), how it drifts, when, and what it is."""

    x: float
    y: float
    drift: float
    born: int
    kind: str


class Steam:
    """The puffs of every jet, pool and leak."""

    def __init__(self, level: Level, rng: np.random.Generator) -> None:
        self._rng = rng
        self._leaks = [Leak(p.x, p.y, p.w, p.h, p.id, OF_PROPS[p.kind]) for p in level.props if p.kind in OF_PROPS]
        marks = [d for d in level.decals if d.kind in OF_MARKS]
        self._leaks += [Leak(d.x + 0.2, d.y + 0.2, 0.6, 0.6, i, OF_MARKS[d.kind]) for i, d in enumerate(marks) if i % 2]
        self._puffs: list[Puff] = []

    def forget(self) -> None:
        """Clear the air."""
        self._puffs.clear()

    def step(self, session: "Session", cam: Camera) -> None:
        """Let every jet that is at work blow, and every leak near the screen."""
        tick = session.world.tick
        self._puffs = [p for p in self._puffs if 0 <= tick - p.born < VAPOURS[p.kind].lasts]
        for hazard in session.world.hazards:
            kind = OF_HAZARDS.get(hazard.kind)
            area = hazard.area
            if kind and tick % every(kind, area.w * area.h) == 0 and hazard.on(session.world):
                self._blow(area.x, area.y, area.w, area.h, kind, tick)
        for leak in self._leaks:
            due = (tick + leak.id * 13) % VAPOURS[leak.kind].every == 0
            if due and self._near(leak.x * METRE, leak.y * METRE, cam):
                self._blow(leak.x, leak.y, leak.w, leak.h, leak.kind, tick)

    def _blow(self, x: float, y: float, w: float, h: float, kind: str, tick: int) -> None:
        at = (x + w * self._rng.random()) * METRE, (y + h * self._rng.random()) * METRE
        self._puffs.append(Puff(*at, (self._rng.random() - 0.5) * 2 * VAPOURS[kind].drift, tick, kind))

    @staticmethod
    def _near(x: float, y: float, cam: Camera) -> bool:
        return -4 * NEAR < x - cam.x < W + 4 * NEAR and -4 * NEAR < y - cam.y < H + 4 * NEAR

    def draw(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Draw what hangs in the air."""
        out = []
        for p in self._puffs:
            v, age = VAPOURS[p.kind], tick - p.born
            px, py = int(p.x + p.drift * age) - cam.x, int(p.y - v.rise * age) - cam.y
            if -NEAR < px < W + NEAR and -NEAR < py < H + NEAR:
                out.append((cloud(p.kind, min(stamps.PUFFS - 1, age * stamps.PUFFS // v.lasts)), (px - 32, py - 32)))
        frame.fblits(out)


def every(kind: str, area: float) -> int:
    """Return the ticks from puff to puff of a jet of so many square metres."""
    return max(1, round(VAPOURS[kind].every * JET / area))


@lru_cache(maxsize=stamps.PUFFS * len(VAPOURS))
def cloud(kind: str, step: int) -> pygame.Surface:
    """Return a puff of vapour, thinner with age."""
    s, v = stamps.puff(step).copy(), VAPOURS[kind]
    s.fill([max(0, c) for c in v.tone] + [0], special_flags=pygame.BLEND_RGBA_ADD)
    s.fill([max(0, -c) for c in v.tone] + [0], special_flags=pygame.BLEND_RGBA_SUB)
    s.fill((255, 255, 255, int(255 * v.strength)), special_flags=pygame.BLEND_RGBA_MULT)
    return s
