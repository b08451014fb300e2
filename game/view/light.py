"""Standing light: every steady lamp is baked once with soft shadows, one layer for each lamp group, so that a group can go dark."""

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pygame

from game.content.lamps import GLINT
from game.level.data import LampSpot, Level
from game.view import kernels
from game.view.pixels import CELL, METRE, Floats
from game.view.sky import bars, skylight
from game.view.smooth import box, gauss, grown
from game.view.things import height, standing, trunk_of

# light beyond the knee is bent down, at most this much over it, so that lamps side by side do not burn out
KNEE, OVER = 0.8, 0.62
RICH, DEEP, DEEPEST = 1.45, 0.22, 0.25  # saturation of light; how much the middle tones sink, and where that ends
SIGHT_STOP = 1.5  # metres: a taller prop throws shadows
SPREAD = 2.6  # half-size pixels from a lamp's middle to its rim, which softens its shadows
BARE = ("exit", "neon", "sign", "screen", "molten", GLINT)  # lamps that hang flat on a wall: no shadows of their own
BRIGHT = 1.12  # a level's power 1 in the picture
STRONG = {"sodium": 1.5, "bulb": 1.3}  # kinds that burn brighter than their power says
AMBIENT = 1.75  # a level's ambient in the picture
BEAT = 110  # ticks of one slow beat
FEET, MEAN = 8, 5  # pixels to a cell of the grid of light at people's feet; quarter-size pixels of the mean taken there
Dark = frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Lamp:
    """A lamp in pixels. `cone` is its direction and half-width in radians; `id` names one that stands still."""

    x: float
    y: float
    radius: float
    colour: tuple[float, float, float]  # 0..255
    power: float = 1.0
    shadow: bool = True
    cone: tuple[float, float] | None = None
    id: int = -1
    flicker: float = 0.0
    group: str = ""


def lamp_of(spot: LampSpot) -> Lamp:
    """Return a level's lamp in pixels."""
    r, g, b = spot.colour
    return Lamp(
        x=spot.x * METRE,
        y=spot.y * METRE,
        radius=spot.radius * METRE,
        colour=(r * 255, g * 255, b * 255),
        power=spot.power * BRIGHT * STRONG.get(spot.kind, 1.0),
        shadow=spot.kind not in BARE,
        id=spot.id,
        flicker=spot.flicker,
        group=spot.group,
    )


def falloff(lamp: Lamp, dx: Floats, dy: Floats) -> Floats:
    """Return the brightness at offsets from the lamp, walls ignored."""
    f = np.clip(1 - (dx * dx + dy * dy) / lamp.radius**2, 0, 1) ** 1.5 * lamp.power
    if lamp.cone:
        angle, width = lamp.cone
        away = np.abs((np.arctan2(dy, dx) - angle + np.pi) % (2 * np.pi) - np.pi)
        f = f * np.clip((width - away) / 0.14, 0, 1)
    out: Floats = f.astype(np.float32)
    return out


def tall_boxes(level: Level) -> list[tuple[float, float, float, float]]:
    """Return what throws shadows of the standing props that stop sight, as x0, y0, x1, y1 in pixels."""
    return [trunk_of(p) for p in standing(level) if height(p) >= SIGHT_STOP]


def bend(total: Floats) -> Floats:
    """Bend what is over the knee softly toward white."""
    out: Floats = np.where(total > KNEE, KNEE + (1 - np.exp(KNEE - total)) * OVER, total)
    return out.astype(np.float32)


def graded(light: Floats) -> Floats:
    """Give light its mood: deeper in the middle tones, richer in colour."""
    grey = light.mean(2, keepdims=True)
    rich = np.clip(grey + (light - grey) * RICH, 0, None)
    out: Floats = (rich * np.clip(grey, DEEPEST, 1) ** DEEP).astype(np.float32)
    return out


class StandingLight:
    """The baked lamps.

    now     f4 [h, w, 3] at half size: the light as it is now, to be multiplied with what it falls on
    feet    f4 [h, w, 3]: its mean round a body, every FEET pixels
    lamps   the steady lamps that are on; power f4 [lamp, 2h, 2w]: the strength of each on the half-cell grid
    alive   the lamps that flicker, to be drawn live
    """

    def __init__(self, level: Level) -> None:
        lamps = [lamp_of(spot) for spot in level.lamps]
        self.steady = [lamp for lamp in lamps if lamp.flicker <= 0]
        self._alive = [lamp for lamp in lamps if lamp.flicker > 0]
        stands = self._stands(level)
        shape = stands.shape
        self.parts: dict[str, Floats] = {
            "": skylight(level) + np.array(level.ambient, np.float32) * np.float32(AMBIENT)
        }
        self._bars = bars(level)
        self.areas: dict[str, pygame.Rect] = {}
        self._strength = np.zeros((len(self.steady), *level.ground.wall.shape), np.float32)
        for i, lamp in enumerate(self.steady):
            shine = np.zeros(shape, np.float32)
            bare = not lamp.shadow or self._inside_wall(level, lamp)
            kernels.cast(shine, stands, lamp.x / 2, lamp.y / 2, lamp.radius / 2, lamp.power, SPREAD, not bare)
            r = int(lamp.radius / 2) + 2
            x0, y0 = max(0, int(lamp.x / 2) - r), max(0, int(lamp.y / 2) - r)
            cut = np.s_[y0 : int(lamp.y / 2) + r, x0 : int(lamp.x / 2) + r]
            part = self.parts.setdefault(lamp.group, np.zeros((*shape, 3), np.float32))
            part[cut] += gauss(shine[cut], 0.8)[..., None] * (np.array(lamp.colour, np.float32) / 255)
            self._strength[i] = shine[CELL // 4 :: CELL // 2, CELL // 4 :: CELL // 2]
            area = pygame.Rect(int(lamp.x) - 2 * r, int(lamp.y) - 2 * r, 4 * r, 4 * r)
            self.areas[lamp.group] = self.areas[lamp.group].union(area) if lamp.group in self.areas else area
        self.now: Floats = np.zeros((*shape, 3), np.float32)
        self.feet: Floats = np.zeros_like(self.now[:: FEET // 2, :: FEET // 2])
        self.set_dark(frozenset())
        self.refresh(pygame.Rect(0, 0, shape[1] * 2, shape[0] * 2))

    @staticmethod
    def _stands(level: Level) -> npt.NDArray[np.uint8]:
        """Return what stands on each half-size pixel: OPEN, WALL or TALL."""
        stands = grown(level.ground.wall > 0, CELL // 2).astype(np.uint8) * kernels.WALL
        for x0, y0, x1, y1 in tall_boxes(level):
            place = stands[int(y0) // 2 : int(y1) // 2, int(x0) // 2 : int(x1) // 2]
            place[place == kernels.OPEN] = kernels.TALL
        return stands

    @staticmethod
    def _inside_wall(level: Level, lamp: Lamp) -> bool:
        r, c = int(lamp.y / CELL), int(lamp.x / CELL)
        wall = level.ground.wall
        return 0 <= r < wall.shape[0] and 0 <= c < wall.shape[1] and bool(wall[r, c])

    def set_dark(self, dark: Dark) -> None:
        """Put the groups of `dark` out and all others on; `now` and `feet` follow where they are refreshed."""
        self.dark = dark
        on = [i for i, lamp in enumerate(self.steady) if lamp.group not in dark]
        self.lamps = [self.steady[i] for i in on]
        self.power: Floats = self._strength[on]
        self.places: Floats = np.array([(lamp.x, lamp.y) for lamp in self.lamps], np.float32).reshape(-1, 2)
        self.colours: Floats = np.array([lamp.colour for lamp in self.lamps], np.float32).reshape(-1, 3)
        self.alive = [lamp for lamp in self._alive if lamp.group not in dark]

    def refresh(self, area: pygame.Rect) -> None:
        """Add up the lamps that are on anew in an area of pixels."""
        h, w = self.now.shape[:2]
        y0, y1, x0, x1 = (
            max(0, area.top // 2),
            min(h, area.bottom // 2 + 1),
            max(0, area.left // 2),
            area.right // 2 + 1,
        )
        cut = np.s_[y0:y1, x0 : min(w, x1)]
        total = self.parts[""][cut].copy()
        for name, part in self.parts.items():
            if name and name not in self.dark:
                total += part[cut]
        self.now[cut] = graded(bend(total)) * self._bars[cut][..., None]
        y, x, step = max(0, area.top // FEET - 1), max(0, area.left // FEET - 1), FEET // 4
        rows, columns = area.height // FEET + 3, area.width // FEET + 3
        top, left = max(0, y * step - MEAN), max(0, x * step - MEAN)  # quarter-size, with room for the mean
        part = self.now[::2, ::2][top : (y + rows) * step + MEAN, left : (x + columns) * step + MEAN]
        mean = box(part, MEAN)[y * step - top :: step, x * step - left :: step]
        place = self.feet[y : y + rows, x : x + columns]
        place[...] = mean[: place.shape[0], : place.shape[1]]

    def changed_area(self, dark: Dark) -> pygame.Rect | None:
        """Return the pixels that would change with another set of dark groups, None if none would."""
        areas = [self.areas[g] for g in dark ^ self.dark if g in self.areas]
        return areas[0].unionall(areas[1:]) if areas else None

    def at(self, x: float, y: float) -> tuple[float, float, float]:
        """Return the light at a world pixel, 0..1 each."""
        h, w = self.now.shape[:2]
        r, g, b = self.now[min(max(int(y) // 2, 0), h - 1), min(max(int(x) // 2, 0), w - 1)].tolist()
        return r, g, b


def flicker(lamp: Lamp, tick: int) -> float:
    """Return how bright a bad lamp burns now, 1 - flicker .. 1: short dips, never faster than three a second."""
    span, at = divmod(tick + lamp.id * 7, 20)
    dip = (span * 2654435761 + lamp.id * 40503) % 97 < 38
    if not dip:
        return 1.0 - 0.12 * lamp.flicker * ((span + at // 7) % 2)
    depth = min(1.0, min(at, 19 - at) / 4)
    return 1.0 - lamp.flicker * depth


def beat(tick: int) -> float:
    """Return how bright a beating lamp group is: down and up again in a little under two seconds."""
    return 0.55 + 0.45 * math.cos(2 * math.pi * tick / BEAT)


def dimmed(lamp: Lamp, bright: float) -> Lamp:
    """Return a lamp at a share of its power, in 32 steps."""
    return replace(lamp, power=lamp.power * round(bright * 32) / 32)
