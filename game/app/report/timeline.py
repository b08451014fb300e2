"""The line of one face: its picture, the whole run as a bar with the time it was worn, and what showed on it."""

import pygame

from game.app import ink
from game.app.report.faces import LAW, PROOF, STRIKE, TELL, TOUCH, Face, verdict
from game.app.report.portrait import draw_person

ROW = 35  # pixels
LEFT, RIGHT = 186, 600  # of the bar
FACE_AT, NAME_AT = 62, 90
BAR = 8  # pixels below the row's top
COLOURS = {TOUCH: ink.STEEL, TELL: (156, 208, 238), STRIKE: ink.RED, PROOF: ink.WHITE, LAW: ink.FAINT}
LEGEND = ((TOUCH, "TOUCH"), (TELL, "TELL"), (STRIKE, "IT TOOK HIM"), (PROOF, "YOU KNEW"), (LAW, "THE LAW KNEW"))


def draw_face(frame: pygame.Surface, face: Face, y: int, ticks: int) -> None:
    """Draw a face's line with its top at y; `ticks` is the length of the run."""
    draw_person(frame, face.look, FACE_AT, y + 14)
    ink.draw_text(frame, face.name, NAME_AT, y + 2, ink.WHITE)
    ink.draw_text(frame, f"FROM {face.owner}" if face.owner else "ITS OWN SHAPE", NAME_AT, y + 14, ink.FAINT)
    middle = y + BAR
    frame.fill(ink.DARK, (LEFT, middle, RIGHT - LEFT, 1))
    first, last = _x(face.since, ticks), _x(face.until, ticks)
    frame.fill(ink.EMBER, (first, middle - 2, max(2, last - first), 5))
    for mark in face.marks:
        draw_mark(frame, mark.kind, _x(mark.tick, ticks), middle)
    if face.could:
        _draw_could(frame, _x(face.could.tick, ticks), middle)
    could, knew = verdict(face)
    wide = ink.draw_text(frame, could, LEFT, y + 19, ink.AMBER if face.could else ink.STEEL)
    ink.draw_text(frame, knew, LEFT + wide + 10, y + 19, ink.STEEL if face.knew else ink.HOT)


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


def draw_legend(frame: pygame.Surface, y: int) -> None:
    """Say what the marks mean, and the amber pointer first."""
    _draw_could(frame, LEFT + 4, y - 4)
    x = LEFT + 14 + ink.draw_text(frame, "YOU COULD HAVE KNOWN", LEFT + 12, y, ink.FAINT) + 12
    for kind, words in LEGEND:
        draw_mark(frame, kind, x, y + 4)
        x += 8 + ink.draw_text(frame, words, x + 8, y, ink.FAINT) + 12


def _x(tick: int, ticks: int) -> int:
    return LEFT + (RIGHT - LEFT) * min(tick, ticks) // max(1, ticks)
