"""The box in which the story speaks, at the foot of the screen: a face in two tones, a name, words that brighten as spoken."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame

from game.view import assets, font
from game.view.pixels import Colour, H, W, alpha, hexc
from game.view.plates import WHITE, plate

WIDE, TALL, NARROW = 334, 62, 190  # the most and the least, between the plates of the two bars
NEAR = 24  # pixels from the box within which a body is half hidden
BELOW, ABOVE = H - 6 - TALL, 22  # where its top may be: at the foot of the screen, else at its head
FACE = 56  # pixels of the face that is shown
CUT = (20, 14)  # the corner of that part in the portrait
ROWS = 3
PLATE = 22  # pixels of the plates at the foot of the screen, at the least size
LETTERS = 2  # a tick
FRAME, RULE, UNSAID = hexc("566b82"), hexc("2c3a4a"), hexc("7d93a6")


@dataclass(slots=True)
class Line:
    """Words in the box. `face` is a portrait's name, '' none; `key` is the line's."""

    who: int
    name: str
    face: str
    tab: Colour
    rows: list[str]
    ticks: int  # how long they stay once they are shown
    asked: int  # tick on which they were said
    key: str = ""
    since: int = -1  # tick from which they are shown
    top: int = 0  # where the box stands, once it does


def text_width(face: str) -> int:
    """Return the pixels that a row of words may fill."""
    return WIDE - 16 - (FACE + 8 if face else 0)


def tall(line: Line) -> int:
    """Return the height of a line's box: larger words take more rows."""
    return max(TALL, 5 + font.grown(15) + font.grown(12) * min(rows(), len(line.rows)) + 4)


def top_of(line: Line) -> int:
    """Return the top of a line's box: at the head of the screen, or at its foot, over the plates once they fill that."""
    if line.top == ABOVE:
        return font.grown(ABOVE)
    return H - 6 - tall(line) - (font.grown(PLATE) + 4 if font.Size.now > 1 else 0)


@lru_cache(maxsize=32)
def portrait(name: str) -> pygame.Surface | None:
    """Return the part of a portrait that the box shows, framed; None where there is none."""
    picture = assets.rgba(f"portraits/{name}.png")
    if picture is None:
        return None
    x, y = CUT
    cut = np.zeros((FACE + 2, FACE + 2, 4), np.uint8)
    cut[...] = (*FRAME, 255)
    cut[1:-1, 1:-1] = picture[y : y + FACE, x : x + FACE]
    return alpha(cut)


def place(kept: list[tuple[float, int]], clock: bool) -> int:
    """Return the top of the box: at the foot of the screen, or at its head where that hides less.

    kept  (screen y, how much it matters) of whoever stands within the box's width
    """
    foot = sum(weight for y, weight in kept if y > BELOW - NEAR)
    head = sum(weight for y, weight in kept if y < ABOVE + TALL + NEAR // 2)
    return ABOVE if foot > head and not clock else BELOW


def box_of(line: Line) -> pygame.Rect:
    """Return what the box of a line covers."""
    wide = min(WIDE, max(NARROW, max(font.span(row) for row in line.rows) + WIDE - text_width(line.face) + 8))
    return pygame.Rect((W - wide) // 2, top_of(line), wide, tall(line))


def draw(frame: pygame.Surface, line: Line, tick: int) -> pygame.Rect:
    """Draw the box, its words bright as far as they have been spoken and dim after; return what it covers."""
    box = box_of(line)
    top = box.y
    frame.blit(plate(box.w, box.h, line.tab, strength=0.86), box)
    x = box.x + 8
    face = portrait(line.face) if line.face else None
    if face is not None:
        frame.blit(face, (box.x + 4, top + 2))
        x += FACE + 8
    font.write(frame, line.name, x, top + 4, line.tab)
    head, step, size = 5 + font.grown(15), font.grown(12), font.Size.now
    frame.fill(RULE, (x, top + head - 5, 96, 1))
    left = (tick - line.since) * LETTERS
    for i, row in enumerate(line.rows[: rows()]):
        frame.blit(font.picture(row, UNSAID, size), (x, top + head + step * i))
        spoken = font.span(row[: max(0, left)])  # one picture for each row, not one for each letter more
        frame.blit(font.picture(row, WHITE, size), (x, top + head + step * i), (0, 0, spoken, font.height(size) + 2))
        left -= len(row)
    if tick - line.since > line.ticks // 2 and tick // 20 % 2:
        font.write(frame, ">", box.right - 12, box.bottom - font.grown(13), hexc("ffbf4d"))
    return box


def rows() -> int:
    """Return how many rows of words a box has at the most: larger ones take more."""
    return ROWS if font.Size.now == 1 else ROWS + 2
