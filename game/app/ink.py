"""How the app's own pages look: their colours, plates, bars and headings, all in the game's bitmap font."""

from functools import lru_cache

import pygame

from game.app.presenter import SIZE, H, W
from game.view.font import Size, draw_text, height, width, wrapped

Colour = tuple[int, int, int]

WHITE: Colour = (230, 240, 242)
STEEL: Colour = (130, 153, 171)
FAINT: Colour = (86, 107, 130)
DARK: Colour = (54, 70, 92)
AMBER: Colour = (255, 154, 58)
EMBER: Colour = (168, 56, 12)
RED: Colour = (198, 42, 42)
HOT: Colour = (255, 90, 58)
NIGHT: Colour = (5, 7, 13)
PLATE: Colour = (7, 9, 14)

__all__ = ["SIZE", "H", "W", "draw_text", "height", "width", "wrapped"]


@lru_cache(maxsize=64)
def plate(
    wide: int, tall: int, colour: Colour = PLATE, strength: float = 0.72, tab: Colour | None = None
) -> pygame.Surface:
    """Return a plate to write on, with a tab of colour on its left; shared, do not draw on it."""
    made = pygame.Surface((wide, tall), pygame.SRCALPHA)
    made.fill((*colour, int(255 * strength)))
    if tab:
        made.fill((*tab, 255), (0, 0, 2, tall))
    return made


def canvas(colour: Colour = NIGHT) -> pygame.Surface:
    """Return a new frame filled with a colour."""
    made = pygame.Surface(SIZE)
    made.fill(colour)
    return made


def dimmed(frame: pygame.Surface, strength: int = 110) -> pygame.Surface:
    """Return a darker, colder copy of a frame, to write on."""
    made = pygame.Surface(SIZE)
    made.blit(frame, (0, 0))
    made.fill((strength, strength + 6, strength + 18), special_flags=pygame.BLEND_RGB_MULT)
    return made


def heading(frame: pygame.Surface, words: str, x: int = 40, y: int = 28, colour: Colour = AMBER) -> None:
    """Write a page's name with its rule."""
    draw_text(frame, words, x, y, colour, 2)
    frame.fill(EMBER, (x, y + 22, W - 2 * x, 1))


def bar(frame: pygame.Surface, x: int, y: int, wide: int, share: float, colour: Colour = AMBER) -> None:
    """Draw how far something is, in segments of 6 pixels."""
    for i in range(0, wide - 4, 6):
        frame.fill(colour if i < share * wide else DARK, (x + i, y, 4, 4))


def paragraph(
    frame: pygame.Surface, text: str, x: int, y: int, wide: int, colour: Colour = STEEL, scale: float | None = None
) -> int:
    """Write a text over as many lines as it takes, as large as words are unless told; return the y below it."""
    size = Size.now if scale is None else scale
    for line in wrapped(text, wide, size):
        draw_text(frame, line, x, y, colour, size)
        y += round((height() + 3) * size)
    return y


def keys_line(frame: pygame.Surface, words: str, y: int = H - 20) -> None:
    """Write what the keys do at the foot of a page."""
    draw_text(frame, words, 40, y, FAINT)
