"""What swings from a crane: lifted off the floor on its chains, over people, its shadow under it."""

from typing import TYPE_CHECKING

import pygame

from game.view.camera import Camera
from game.view.light import StandingLight
from game.view.pixels import MULT

if TYPE_CHECKING:
    from game.session import Session

HANGS = 14  # pixels that it hangs above the floor
UP = 37 / 32  # how its crane leans
CHAIN = (84, 94, 106)
LEAST = 0.6  # least brightness of what hangs
INSET = 16  # pixels from its corners to where the chains are hooked in


def swinging(session: "Session") -> frozenset[str]:
    """Return the names of what swings from a crane now."""
    return frozenset(r.prop for r in session.world.state.rolling if r.swings)


def draw(frame: pygame.Surface, picture: pygame.Surface, x: float, y: float, cam: Camera, light: StandingLight) -> None:
    """Draw a thing that hangs over a world pixel."""
    px, py = int(x) - cam.x - HANGS // 2, int(y) - cam.y - HANGS
    top = cam.lean(x - HANGS / 2, y - 3 * HANGS, UP)
    w, h = picture.get_width() // 2 - INSET, picture.get_height() // 2 - INSET
    lit = picture.copy()
    lit.fill([min(255, int((c * (1 - LEAST) + LEAST) * 255)) for c in light.at(x, y)], special_flags=MULT)
    for dx, dy in ((-w, -h), (w, -h)):
        pygame.draw.line(frame, CHAIN, (px + dx, py + dy), top, 2)
    frame.blit(lit, (px - picture.get_width() // 2, py - picture.get_height() // 2))
    for dx, dy in ((-w, h), (w, h)):
        pygame.draw.line(frame, CHAIN, (px + dx, py + dy), top, 2)
