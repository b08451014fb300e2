"""Somebody's picture on a page: the painted figure, facing the reader."""

import pygame

from game.content.looks import LOOKS
from game.view.sheets import sheet

SOUTH = 4  # of the sixteen facings


def draw_person(frame: pygame.Surface, look: str, x: int, y: int, pose: str = "idle") -> None:
    """Draw who looks so, the feet at (x, y)."""
    own = sheet(LOOKS[look].sheet)
    parts = [("legs", "idle"), ("body", pose)] if pose != "down" else [("body", pose)]
    for layer, what in parts:
        picture, _, ox, oy = own.frame(own.key(layer, what, 0.0, SOUTH))
        frame.blit(picture, (x + ox, y + oy))
