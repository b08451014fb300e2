"""What mirrors: steel, and rain on the floor; whoever stands at it, upside down and dim; a late reflection trails its owner."""

import math

import numpy as np
import pygame

from game.level.data import Level
from game.view import floors
from game.view.camera import Camera
from game.view.cast import Person
from game.view.people import CANVAS, figure, keys_of
from game.view.pixels import METRE, Colour, alpha, hexc
from game.view.sheets import sheet
from game.view.steel import Pool, Steel

REACH = 1.9 * METRE  # pixels from the bank within which somebody is mirrored
LEAST = 15  # pixels beyond the bank at which a reflection stands at least
DARK: Colour = hexc("5a1c0c")
STRONG = 190  # how strong it is at the bank; it thins out to nothing at REACH
RAIN: Colour = hexc("8fa8c4")
FAINT = 150  # how strong it is in rain
RIPPLE, PERIOD = 1.6, 40  # pixels that it sways, ticks

Place = tuple[float, float]


class Mirrors:
    """The reflections in a level's open steel, and in the rain on its floors."""

    def __init__(self, steel: Steel, rain: list[Pool] | None = None) -> None:
        self._pools = [(pool, (*DARK, STRONG)) for pool in steel.pools if pool.open]
        self._pools += [(pool, (*RAIN, FAINT)) for pool in rain or []]

    def draw(self, frame: pygame.Surface, people: list[Person], cam: Camera, tick: int) -> None:
        """Draw whom each pool on the screen mirrors; call it before people are drawn."""
        for pool, tone in self._pools:
            if not pool.box.inflate(2 * REACH, 2 * REACH).move(-cam.x, -cam.y).colliderect(frame.get_rect()):
                continue
            for p in people:
                bank = nearest(pool, p.x, p.y)
                if bank is not None and p.strength == 255 and not p.sunk:
                    mirror(frame, pool, p, bank, cam, tick, tone)


def nearest(pool: Pool, x: float, y: float) -> Place | None:
    """Return the place on a pool's bank that is nearest to one outside it, None where that is too far off."""
    box = pool.box
    if pool.round:
        cx, cy, r = *box.center, box.w / 2
        d = math.hypot(x - cx, y - cy)
        if d <= r or d > r + REACH:
            return None
        return cx + (x - cx) * r / d, cy + (y - cy) * r / d
    bx, by = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
    return (bx, by) if 0 < math.hypot(x - bx, y - by) <= REACH else None


def mirrored(p: Person, bank: Place) -> Place:
    """Return where the reflection of somebody at a bank stands: as far behind it as he before it, late if he is."""
    dx, dy = bank[0] - p.x, bank[1] - p.y
    far = math.hypot(dx, dy)
    k = max(far, LEAST) / far
    return bank[0] + dx * k + p.late[0], bank[1] + dy * k + p.late[1]


Tone = tuple[int, int, int, int]  # a colour, and how strong a reflection is at the bank


def mirror(
    frame: pygame.Surface, pool: Pool, p: Person, bank: Place, cam: Camera, tick: int, tone: Tone = (*DARK, STRONG)
) -> None:
    """Draw one reflection, cut to the pool."""
    x, y = mirrored(p, bank)
    far = math.hypot(bank[0] - p.x, bank[1] - p.y)
    own = sheet(p.sheet)
    across = abs(bank[0] - p.x) > abs(bank[1] - p.y)
    s = pygame.transform.flip(figure(own, keys_of(p, own)), across, not across)
    s.fill((*tone[:3], int(tone[3] * (1.0 - far / REACH))), special_flags=pygame.BLEND_RGBA_MULT)
    left = int(x + RIPPLE * math.sin(2 * math.pi * tick / PERIOD)) - CANVAS // 2
    top = int(y) - CANVAS // 2
    here = pygame.Rect(left, top, CANVAS, CANVAS)
    seen = here.clip(pool.box)
    if not seen.w or not seen.h:
        return
    part = s.subsurface(seen.move(-left, -top))
    part.blit(pool.cover, (0, 0), seen.move(-pool.box.x, -pool.box.y), special_flags=pygame.BLEND_RGBA_MULT)
    frame.blit(part, (seen.x - cam.x, seen.y - cam.y))


def rain_on(level: Level) -> list[Pool]:
    """Return the puddles of a level, each cut to where water stands."""
    out = []
    for spot in level.decals:
        picture, x, y = floors.laid(spot) if spot.kind == "puddle" else (None, 0.0, 0.0)
        if picture is not None:
            h, w = picture.shape[:2]
            cover = np.dstack((np.full((h, w, 3), 255.0, np.float32), (picture[..., 3:] > 60) * np.float32(255)))
            out.append(Pool(pygame.Rect(round(x - w / 2), round(y - h / 2), w, h), alpha(cover), True))
    return out
