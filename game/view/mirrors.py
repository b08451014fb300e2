"""What steel mirrors: whoever stands at its bank, upside down and dark in the glow; a late reflection trails its owner."""

import math

import pygame

from game.view.camera import Camera
from game.view.cast import Person
from game.view.people import CANVAS, figure, keys_of
from game.view.pixels import METRE, Colour, hexc
from game.view.sheets import sheet
from game.view.steel import Pool, Steel

REACH = 1.9 * METRE  # pixels from the bank within which somebody is mirrored
LEAST = 15  # pixels beyond the bank at which a reflection stands at least
DARK: Colour = hexc("5a1c0c")
STRONG = 190  # how strong it is at the bank; it thins out to nothing at REACH
RIPPLE, PERIOD = 1.6, 40  # pixels that it sways, ticks

Place = tuple[float, float]


class Mirrors:
    """The reflections in a level's open steel."""

    def __init__(self, steel: Steel) -> None:
        self._pools = [pool for pool in steel.pools if pool.open]

    def draw(self, frame: pygame.Surface, people: list[Person], cam: Camera, tick: int) -> None:
        """Draw whom each pool on the screen mirrors; call it before people are drawn."""
        for pool in self._pools:
            if not pool.box.inflate(2 * REACH, 2 * REACH).move(-cam.x, -cam.y).colliderect(frame.get_rect()):
                continue
            for p in people:
                bank = nearest(pool, p.x, p.y)
                if bank is not None and p.strength == 255 and not p.sunk:
                    mirror(frame, pool, p, bank, cam, tick)


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


def mirror(frame: pygame.Surface, pool: Pool, p: Person, bank: Place, cam: Camera, tick: int) -> None:
    """Draw one reflection, cut to the steel."""
    x, y = mirrored(p, bank)
    far = math.hypot(bank[0] - p.x, bank[1] - p.y)
    own = sheet(p.sheet)
    across = abs(bank[0] - p.x) > abs(bank[1] - p.y)
    s = pygame.transform.flip(figure(own, keys_of(p, own)), across, not across)
    s.fill((*DARK, int(STRONG * (1.0 - far / REACH))), special_flags=pygame.BLEND_RGBA_MULT)
    left = int(x + RIPPLE * math.sin(2 * math.pi * tick / PERIOD)) - CANVAS // 2
    top = int(y) - CANVAS // 2
    here = pygame.Rect(left, top, CANVAS, CANVAS)
    seen = here.clip(pool.box)
    if not seen.w or not seen.h:
        return
    part = s.subsurface(seen.move(-left, -top))
    part.blit(pool.cover, (0, 0), seen.move(-pool.box.x, -pool.box.y), special_flags=pygame.BLEND_RGBA_MULT)
    frame.blit(part, (seen.x - cam.x, seen.y - cam.y))
