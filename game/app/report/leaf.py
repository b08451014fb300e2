"""What a leaf of the report is, and what its lists share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import pygame

from game.app import ink
from game.view.font import Size, broken, grown, write

TOP, LINE, FOOT = 66, 13, 290  # pixels: where a leaf begins, a line of it as drawn, and where it ends over the menu
LEFT, RIGHT, TIMES = 40, 600, 32  # pixels: its margins, and the column of the times
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


def large() -> bool:
    """Say whether words are larger than they were drawn: then tables have two lines where they had columns."""
    return Size.now > 1


def line() -> int:
    """Return the pixels of a line as large as words are."""
    return grown(LINE)


def room(row: int, top: int = TOP) -> int:
    """Return how many rows of so many pixels a leaf has room for."""
    return max(1, (FOOT - top) // row)


def timed_lines(rows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Break what is too long for a line; what goes on has no time before it."""
    wide = RIGHT - LEFT - grown(TIMES)
    return [(when if i == 0 else "", part) for when, words in rows for i, part in enumerate(broken(words, wide))]


def timed(frame: pygame.Surface, rows: Sequence[tuple[str, str]], y: int, nothing: str) -> None:
    """Write lines with their times before them."""
    if not rows:
        write(frame, nothing, LEFT, y, ink.STEEL)
    for i, (when, words) in enumerate(rows):
        write(frame, when, LEFT, y + line() * i, ink.FAINT)
        write(frame, words, LEFT + grown(TIMES), y + line() * i, ink.WHITE)


def lines(frame: pygame.Surface, words: Sequence[str], x: int, y: int, wide: int, colour: ink.Colour) -> int:
    """Write lines centred on x, broken where they are too long; return the y below."""
    for part in (part for text in words for part in broken(text, wide)):
        write(frame, part, x, y, colour, "centre")
        y += line()
    return y
