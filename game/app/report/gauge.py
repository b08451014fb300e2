"""A dial of 0 to 100: a ring of segments that fill, and the figure in its middle."""

from math import cos, radians, sin

import pygame

from game.app import ink

SEGMENTS, FROM, SWEEP = 20, 135, 270  # degrees, clockwise from east as the screen sees it
INNER, OUTER = 32, 42  # pixels
GAP = 5  # degrees between two segments


def draw_dial(frame: pygame.Surface, x: int, y: int, value: int, colour: ink.Colour = ink.AMBER) -> None:
    """Draw a dial round (x, y)."""
    lit = round(SEGMENTS * value / 100)
    for i in range(SEGMENTS):
        first = FROM + SWEEP * i / SEGMENTS + GAP / 2
        last = FROM + SWEEP * (i + 1) / SEGMENTS - GAP / 2
        corners = [_at(x, y, OUTER, first), _at(x, y, OUTER, last), _at(x, y, INNER, last), _at(x, y, INNER, first)]
        pygame.draw.polygon(frame, colour if i < lit else ink.DARK, corners)
    ink.draw_text(frame, str(value), x + 1, y - 13, ink.WHITE, 3, "centre")


def _at(x: int, y: int, far: float, degrees: float) -> tuple[float, float]:
    return x + far * cos(radians(degrees)), y + far * sin(radians(degrees))
