"""What a leaf of the report is, and what its lists share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import pygame

from game.app import ink

TOP, LINE = 66, 13  # pixels: where a leaf begins, and a line of it
T = TypeVar("T")
Paint = Callable[[pygame.Surface, int], None]


@dataclass(frozen=True)
class Leaf:
    """A page: its heading, and what draws it; `paint` gets the ticks since it was turned to."""

    heading: str
    paint: Paint


def parts(rows: Sequence[T], most: int) -> list[Sequence[T]]:
    """Cut a list into leaves' worth; an empty one still has its leaf."""
    return [rows[i : i + most] for i in range(0, len(rows), most)] or [rows]


def timed(frame: pygame.Surface, rows: Sequence[tuple[str, str]], y: int, nothing: str) -> None:
    """Write lines with their times before them."""
    if not rows:
        ink.draw_text(frame, nothing, 40, y, ink.STEEL)
    for i, (when, words) in enumerate(rows):
        ink.draw_text(frame, when, 40, y + LINE * i, ink.FAINT)
        ink.draw_text(frame, words, 72, y + LINE * i, ink.WHITE)
