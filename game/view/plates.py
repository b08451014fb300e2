"""Plates, bars and marks: the small pieces that the HUD, the captions and the red sight are made of."""

import math
from functools import lru_cache

import pygame

from game.view import assets, font
from game.view.pixels import Colour, H, W, alpha, hexc

INK = hexc("07090e")
RED, AMBER, STEEL, WHITE, GREY = hexc("c62a2a"), hexc("f78b1f"), hexc("6e8fae"), hexc("e6f0f2"), hexc("8299ab")
PLATES, WORDS = 36, 28  # pixels that the plates take at the bottom of the screen, and the lines of words at its top
# An arrow's outline in shares of its size: along its way and across it.
ARROW = ((1.0, 0.0), (-0.1, 0.72), (-0.1, 0.2), (-0.95, 0.2), (-0.95, -0.2), (-0.1, -0.2), (-0.1, -0.72))
EDGE = 14  # pixels from the screen's edge to an arrow or a ping


@lru_cache(maxsize=256)
def plate(w: int, h: int, tab: Colour | None = None, right: bool = False, strength: float = 0.66) -> pygame.Surface:
    """Return a dark plate with a coloured tab at its left (or right) end."""
    s = pygame.Surface((w, h), pygame.SRCALPHA)
    s.fill((*INK, int(255 * strength)))
    if tab:
        s.fill((*tab, 255), (w - 2 if right else 0, 0, 2, h))
    return s


def magnified(picture: pygame.Surface) -> pygame.Surface:
    """Return a plate as large as its words are to be; one that never changes is kept as it is."""
    if font.Size.now == 1:
        return picture
    w, h = picture.get_size()
    return pygame.transform.smoothscale(pygame.transform.scale(picture, (4 * w, 4 * h)), (font.grown(w), font.grown(h)))


@lru_cache(maxsize=64)
def icon(name: str) -> pygame.Surface | None:
    """Return an icon of the painter's, or None."""
    picture = assets.rgba(f"icons/{name}.png")
    return alpha(picture) if picture is not None else None


def at_edge(x: float, y: float, inset: int = EDGE) -> tuple[int, int, float]:
    """Return where the way from the screen's middle to a screen point leaves the screen (clear of the plates), and its angle."""
    dx, dy = x - W / 2, y - H / 2
    tall = H / 2 - inset - (PLATES if dy > 0 else WORDS)
    k = min((W / 2 - inset) / max(abs(dx), 1e-6), tall / max(abs(dy), 1e-6))
    return int(W / 2 + dx * k), int(H / 2 + dy * k), math.atan2(dy, dx)


def on_screen(x: float, y: float, inset: int = 0) -> bool:
    """Say whether a screen point is in view."""
    return inset <= x < W - inset and inset <= y < H - inset


def arrow(frame: pygame.Surface, x: int, y: int, angle: float, colour: Colour, size: float = 7.0) -> None:
    """Draw an arrow with a dark keyline: a head and a shaft, so that nobody takes a wing for its tip."""
    c, s = math.cos(angle), math.sin(angle)
    for grow, tone in ((2.0, INK), (0.0, colour)):
        outline = []
        for along, aside in ARROW:
            u = size * along + math.copysign(grow, along)
            v = size * aside + (math.copysign(grow, aside) if aside else 0.0)
            outline.append((x + u * c - v * s, y + u * s + v * c))
        pygame.draw.polygon(frame, tone, outline)
