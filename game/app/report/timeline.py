"""The line of one face: its picture, the whole run as a bar with the time it was worn, and what showed on it."""

import pygame

from game.app import ink
from game.app.report.faces import LAW, PROOF, STRIKE, TELL, TOUCH, Face, verdict
from game.app.report.leaf import RIGHT, large
from game.app.report.portrait import draw_person
from game.view.font import grown, span, write

FACE_AT, NAME_AT, NAMES = 62, 90, 96  # pixels: the picture, the name, and the column of the names as drawn
WORDS = 19  # pixels from a row's top to when it could have been known
LEGEND_AT = 44  # pixels: its first mark
BAR = 8  # pixels below the row's top
COLOURS = {TOUCH: ink.STEEL, TELL: (156, 208, 238), STRIKE: ink.RED, PROOF: ink.WHITE, LAW: ink.FAINT}
LEGEND = ((TOUCH, "TOUCH"), (TELL, "TELL"), (STRIKE, "IT TOOK HIM"), (PROOF, "YOU KNEW"), (LAW, "THE LAW KNEW"))


def row_tall() -> int:
    """Return the pixels of a face's row: larger, how it went stands under when it could have been known."""
    return WORDS + 3 + grown(12) * 2 if large() else WORDS + 16


def bar_from() -> int:
    """Return where the bar begins, right of the names."""
    return NAME_AT + grown(NAMES)


def draw_face(frame: pygame.Surface, face: Face, y: int, ticks: int) -> None:
    """Draw a face's line with its top at y; `ticks` is the length of the run."""
    draw_person(frame, face.look, FACE_AT, y + 14)
    write(frame, face.name, NAME_AT, y + 2, ink.WHITE)
    write(frame, f"FROM {face.owner}" if face.owner else "ITS OWN SHAPE", NAME_AT, y + 2 + grown(12), ink.FAINT)
    middle, left = y + BAR, bar_from()
    frame.fill(ink.DARK, (left, middle, RIGHT - left, 1))
    first, last = _x(face.since, ticks), _x(face.until, ticks)
    frame.fill(ink.EMBER, (first, middle - 2, max(2, last - first), 5))
    for mark in face.marks:
        draw_mark(frame, mark.kind, _x(mark.tick, ticks), middle)
    if face.could:
        _draw_could(frame, _x(face.could.tick, ticks), middle)
    could, knew = verdict(face)
    wide = write(frame, could, left, y + WORDS, ink.AMBER if face.could else ink.STEEL)
    at = (left, y + WORDS + grown(12)) if large() else (left + wide + 10, y + WORDS)
    write(frame, knew, *at, ink.STEEL if face.knew else ink.HOT)


def draw_mark(frame: pygame.Surface, kind: str, x: int, y: int) -> None:
    """Draw a mark whose shape tells its kind as well as its colour does."""
    colour = COLOURS[kind]
    if kind == TOUCH:
        pygame.draw.circle(frame, colour, (x, y), 3, 1)
    elif kind == TELL:
        pygame.draw.polygon(frame, colour, [(x, y - 3), (x + 3, y), (x, y + 3), (x - 3, y)])
    elif kind == STRIKE:
        frame.fill(colour, (x - 1, y - 6, 3, 13))
    elif kind == PROOF:
        frame.fill(colour, (x, y - 6, 1, 13))
        frame.fill(colour, (x, y - 6, 5, 3))
    else:
        frame.fill(colour, (x, y - 3, 1, 7))


def _draw_could(frame: pygame.Surface, x: int, y: int) -> None:
    """Point from below at the moment in which it could have been known."""
    pygame.draw.polygon(frame, ink.AMBER, [(x, y + 4), (x + 4, y + 10), (x - 4, y + 10)])


def legend() -> list[list[tuple[str, str, int]]]:
    """Return the legend's lines: kind ('' the pointer), words, and where the mark stands."""
    made: list[list[tuple[str, str, int]]] = [[]]
    x = LEGEND_AT
    for kind, words in (("", "YOU COULD HAVE KNOWN"), *LEGEND):
        wide = 12 + span(words)
        if x + wide > RIGHT and made[-1]:
            made.append([])
            x = LEGEND_AT
        made[-1].append((kind, words, x))
        x += wide + 10
    return made


def legend_tall() -> int:
    """Return the pixels that the legend takes."""
    return grown(13) * len(legend())


def draw_legend(frame: pygame.Surface, y: int) -> None:
    """Say what the marks mean, and the amber pointer first."""
    for i, line in enumerate(legend()):
        top = y + grown(13) * i
        for kind, words, x in line:
            if kind:
                draw_mark(frame, kind, x, top + grown(4))
            else:
                _draw_could(frame, x, top + grown(4) - 8)
            write(frame, words, x + 9, top, ink.FAINT)


def _x(tick: int, ticks: int) -> int:
    left = bar_from()
    return left + (RIGHT - left) * min(tick, ticks) // max(1, ticks)
