"""Brackets and read-outs of the machine's sight: a frame round a thing, and its words where there is room for them."""

from dataclasses import dataclass

import pygame

from game.view import font
from game.view.pixels import Colour, H, W, hexc
from game.view.plates import plate

PALE, WARM, HOT, DIM = hexc("ffd0a8"), hexc("ff7a52"), hexc("ffffff"), hexc("480810")
ROW, CORNER = 9, 5  # pixels to a row of words, and of a bracket's corner
SEGMENTS = 10


@dataclass(slots=True)
class Label:
    """Rows of words, a bar under them (0..1, -1 none), and half the side of the bracket."""

    rows: list[str]
    bar: float = -1.0
    strong: bool = False
    size: int = 14


def bracket(frame: pygame.Surface, x: int, y: int, label: Label, taken: list[pygame.Rect]) -> None:
    """Draw the four corners of a frame round a screen place, unless something stands over it."""
    if any(box.collidepoint(x, y) for box in taken):
        return
    corners(frame, x, y, label.size, CORNER, HOT if label.strong else WARM)


def corners(frame: pygame.Surface, x: int, y: int, size: int, long: int, colour: Colour) -> None:
    """Draw the corners of a square about a screen place: `size` is half its side, `long` how long their arms are, in pixels."""
    for sx in (-1, 1):
        for sy in (-1, 1):
            cx, cy = x + sx * size, y + sy * size
            frame.fill(colour, (min(cx, cx - sx * long), cy, long + 1, 1))
            frame.fill(colour, (cx, min(cy, cy - sy * long), 1, long + 1))


def write(frame: pygame.Surface, x: int, y: int, label: Label, taken: list[pygame.Rect]) -> None:
    """Write a label beside its bracket, on the first side that is free; where none is, nowhere."""
    if not label.rows:
        return
    wide = max(*(font.width(row) for row in label.rows), 12 + 5 * SEGMENTS if label.bar >= 0 else 0) + 7
    tall = ROW * len(label.rows) + (7 if label.bar >= 0 else 0) + 3
    gap = label.size + 5
    for left, top in (
        (x + gap, y - label.size - 1),
        (x - gap - wide, y - label.size - 1),
        (x - wide // 2, y - gap - tall),
        (x - wide // 2, y + gap),
        (x + gap, y + label.size - tall),
        (x - gap - wide, y + label.size - tall),
    ):
        box = pygame.Rect(left, top, wide, tall)
        if box.left >= 0 and box.right <= W and box.top >= 0 and box.bottom <= H and box.collidelist(taken) < 0:
            break
    else:
        return
    taken.append(box)
    frame.blit(plate(wide, tall, strength=0.72), box)
    if box.left > x:
        frame.fill(HOT if label.strong else WARM, (box.left - 5, box.top + 4, 5, 1))
    elif box.right < x:
        frame.fill(HOT if label.strong else WARM, (box.right, box.top + 4, 5, 1))
    for i, row in enumerate(label.rows):
        colour: Colour = (HOT if label.strong else PALE) if i == 0 else WARM
        font.draw_text(frame, row, box.x + 4, box.y + 1 + ROW * i, colour, shadow=False)
    if label.bar >= 0:
        for i in range(SEGMENTS):
            lit = HOT if label.strong else PALE
            frame.fill(lit if i < round(label.bar * SEGMENTS) else DIM, (box.x + 4 + 6 * i, box.bottom - 7, 5, 4))
