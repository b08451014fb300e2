"""Rails that a blast can tear: drawn live, posts on the floor and the tube a metre above; torn, what is left of them."""

from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.level.data import Level, PropSpot
from game.view import assets
from game.view.camera import LEAN, Camera
from game.view.light import StandingLight
from game.view.pixels import METRE, MULT, H, W, alpha
from game.view.things import height, is_rail, prop_picture

if TYPE_CHECKING:
    from game.session import Session

WALL = 3.0  # metres at which a thing leans as far as a wall's top
FLOOR = 0.22  # least brightness
FOOT = (72, 72, 80)  # how dark its foot is, of 255
TORN = "props/rail_torn_0_0.png"
SHADE, SHADE_X, SHADE_Y = 80, 3, 4  # strength of its shadow, and pixels to where it falls


class Rails:
    """The rails of a level."""

    def __init__(self, level: Level, light: StandingLight) -> None:
        self._light = light
        y, x = (float(np.mean(n)) / 2 if len(n) else 0.0 for n in level.ground.pit.nonzero())
        self._rails = [_Rail(p, (x, y)) for p in level.props if is_rail(p)]

    def draw(self, frame: pygame.Surface, session: "Session", cam: Camera, lean: float = LEAN) -> None:
        """Draw those near the screen, lit by the floor under them; without `lean` as a map shows them."""
        torn, (cx, cy) = set(session.world.state.rails), cam.centre
        for rail in self._rails:
            if abs(rail.x - cx) > W / 2 + METRE * 2 or abs(rail.y - cy) > H / 2 + METRE * 2:
                continue
            down = rail.block in torn
            picture = rail.torn if down else rail.whole
            x, y = int(rail.x) - cam.x - picture.get_width() // 2, int(rail.y) - cam.y - picture.get_height() // 2
            lit = picture.copy()
            light = self._light.at(rail.x, rail.y)
            lit.fill([min(255, int((c * (1 - FLOOR) + FLOOR) * 255)) for c in light], special_flags=MULT)
            if down:
                frame.blit(lit, (x, y))
                continue
            frame.blit(rail.shade, (x + SHADE_X, y + SHADE_Y))
            foot = lit.copy()
            foot.fill(FOOT, special_flags=MULT)
            frame.blit(foot, (x, y))
            k = (lean - 1) * rail.tall / WALL
            frame.blit(lit, (x + round((rail.x - cx) * k), y + round((rail.y - cy) * k)))


class _Rail:
    """One length of rail: its middle in world pixels, its row among the blocks, and its pictures."""

    def __init__(self, spot: PropSpot, steel: tuple[float, float]) -> None:
        self.x, self.y = (spot.x + spot.w / 2) * METRE, (spot.y + spot.h / 2) * METRE
        self.block, self.tall = spot.block, height(spot)
        self.whole = alpha(prop_picture(spot))
        self.shade = self.whole.copy()
        self.shade.fill((0, 0, 0, SHADE), special_flags=pygame.BLEND_RGBA_MULT)
        self.torn = _torn(spot, steel) or pygame.Surface((1, 1), pygame.SRCALPHA)


def _torn(spot: PropSpot, steel: tuple[float, float]) -> pygame.Surface | None:
    """Return what a blast leaves of it, bent toward the steel's middle (metres)."""
    picture = assets.rgba(TORN)
    if picture is None:
        return None
    s = alpha(picture)
    if spot.turn % 180:
        s = pygame.transform.rotate(s, 90 if steel[0] > spot.x else -90)
    elif steel[1] < spot.y:
        s = pygame.transform.rotate(s, 180)
    return s
