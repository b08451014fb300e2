"""The leaves of the whole run's ledger: every mission, what people paid in all, what the machine learned and could be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.progress import clock
from game.app.report.gauge import draw_dial
from game.app.report.leaf import LEFT, RIGHT, TOP, Leaf, Paint, large, line, parts, room
from game.app.report.names import of_look, spaced
from game.app.report.people import dossier
from game.app.report.portrait import draw_person
from game.app.report.sums import counted, draw_column
from game.content.lessons import LESSONS
from game.content.lines import FACTS
from game.content.missions import mission
from game.view.font import broken, grown, write

if TYPE_CHECKING:
    from game.sim.carried import Carried, Leg

COLUMNS = (("TIME", 210), ("CARE", 260), ("TRUST", 310), ("INSIGHT", 360), ("SEIZED", 420), ("DEATHS", 480))
DIALS = ("TIME", "CARE", "TRUST", "INSIGHT")
TABLE = 172  # pixels: where the table begins, under the dials
FACE = 52  # pixels between two faces, as drawn


def whole_leaves(carried: Carried) -> list[Leaf]:
    """Return the ledger of a run through the whole story."""
    return [*_sums(carried), _people(carried), *_learned(carried)]


def _sums(carried: Carried) -> list[Leaf]:
    """Return the dials with the table under them; larger, the table has a leaf of its own."""
    legs = carried.legs
    dials = [round(sum(leg.dials[i] for leg in legs) / max(1, len(legs))) for i in range(4)]
    tables = parts(legs, room(2 * line() + 4)) if large() else [legs[:8]]

    def paint(frame: pygame.Surface, age: int) -> None:
        for i, value in enumerate(dials):
            draw_dial(frame, 110 + 140 * i, 112, min(value, value * age // 45))
            write(frame, DIALS[i], 110 + 140 * i, 144, ink.AMBER, "centre")
        if large():
            _in_all(frame, carried, TABLE + line())
            return
        for words, x in COLUMNS:
            write(frame, words, x, TABLE, ink.FAINT, "right")
        write(frame, "FACES KNOWN IN TIME", RIGHT, TABLE, ink.FAINT, "right")
        for i, leg in enumerate(tables[0]):
            _row(frame, leg, TABLE + 16 + line() * i)
        _in_all(frame, carried, TABLE + 22 + line() * len(tables[0]))

    more = [Leaf("MISSION BY MISSION", _missions(part)) for part in tables] if large() else []
    return [Leaf("THE WHOLE RUN", paint), *more]


def _in_all(frame: pygame.Surface, carried: Carried, y: int) -> None:
    """Write the sums of the whole run under a rule."""
    legs = carried.legs
    frame.fill(ink.EMBER, (LEFT, y - 4, RIGHT - LEFT, 1))
    retries = sum(leg.retries for leg in legs)
    whole = f"{clock(sum(leg.ticks for leg in legs))}   {counted(retries, 'RETRY', 'RETRIES')}"
    write(frame, f"IN ALL {whole}", LEFT, y, ink.WHITE)
    words = f"{counted(carried.deaths, 'DEATH')} BY OUR HAND, {sum(leg.victims for leg in legs)} BY ITS"
    write(
        frame,
        words,
        LEFT if large() else RIGHT,
        y + (line() if large() else 0),
        ink.WHITE,
        "left" if large() else "right",
    )


def title_of(leg: Leg) -> str:
    """Return a mission's name in capitals."""
    row = mission(leg.mission)
    return row.title.upper() if row else spaced(leg.mission)


def values_of(leg: Leg) -> tuple[str, ...]:
    """Return what stands in the columns of a mission."""
    return (clock(leg.ticks), *map(str, leg.dials[1:]), str(leg.seizures), str(leg.deaths))


def _row(frame: pygame.Surface, leg: Leg, y: int) -> None:
    write(frame, title_of(leg), LEFT, y, ink.WHITE)
    for (_, x), value in zip(COLUMNS, values_of(leg), strict=True):
        write(frame, value, x, y, ink.STEEL, "right")
    write(frame, f"{leg.known_early} OF {leg.faces}", RIGHT, y, ink.STEEL, "right")


def _missions(legs: Sequence[Leg]) -> Paint:
    """Return what writes each mission over two lines."""

    def paint(frame: pygame.Surface, _: int) -> None:
        for i, leg in enumerate(legs):
            y, values = TOP + (2 * line() + 4) * i, values_of(leg)
            write(frame, title_of(leg), LEFT, y, ink.WHITE)
            words = f"{values[0]}   FACES KNOWN IN TIME {leg.known_early} OF {leg.faces}"
            write(frame, words, RIGHT, y, ink.STEEL, "right")
            told = "   ".join(f"{name} {value}" for (name, _), value in zip(COLUMNS[1:], values[1:], strict=True))
            write(frame, told, LEFT, y + line(), ink.STEEL)

    return paint


def _people(carried: Carried) -> Leaf:
    fallen = [f for leg in carried.legs for f in leg.fallen]
    ours = [dossier(f) for f in fallen if f.by == "us"]
    its = [dossier(f) for f in fallen if f.by == "it"]

    def paint(frame: pygame.Surface, _: int) -> None:
        if not ours and not its:
            ink.draw_text(frame, "NOBODY WAS HURT", 320, 150, ink.WHITE, 2, "centre")
            return
        draw_column(frame, 40, "BY OUR HAND", ours, "NOBODY")
        draw_column(frame, 330, "BY ITS HAND", its, "NOBODY")

    return Leaf("WHAT PEOPLE PAID", paint)


def _learned(carried: Carried) -> list[Leaf]:
    """Return what it could be, what the metal learned and what only we know: on one leaf where there is room."""
    lists = (
        ("WHAT THE METAL LEARNED", [LESSONS.get(n, spaced(n)) for n in carried.lessons]),
        ("ONLY WE KNOW", [FACTS.get(n, spaced(n)) for n in carried.facts]),
    )
    rows = [row for heading, words in lists for row in _listed(heading, words)]
    first = room(line(), TOP + _faces_tall())

    def paint(frame: pygame.Surface, _: int) -> None:
        write(frame, "IT COULD BE", LEFT, TOP, ink.AMBER)
        for i, look in enumerate(("officer", *carried.forms)):
            x = 62 + grown(FACE) * i
            draw_person(frame, look, x, TOP + 40 + grown(12))
            for n, part in enumerate(broken(of_look(look), grown(FACE) - 4)):
                write(frame, part, x, TOP + 42 + grown(22 + 11 * n), ink.STEEL, "centre")
        _list(frame, rows[:first], TOP + _faces_tall())

    more = parts(rows[first:], room(line())) if rows[first:] else []
    return [Leaf("LEARNED", paint), *(Leaf("LEARNED", _listing(part)) for part in more)]


def _faces_tall() -> int:
    """Return the pixels that the faces take with their names, two lines each."""
    return 42 + grown(46)


def _listed(heading: str, words: list[str]) -> list[tuple[str, ink.Colour]]:
    """Return a heading with its lines, broken where they are too long, and an empty one before the next."""
    told = [part for text in words for part in broken(text.upper(), RIGHT - LEFT)]
    lines = [(part, ink.WHITE) for part in told] or [("NOTHING YET", ink.STEEL)]
    return [(heading, ink.AMBER), *lines, ("", ink.WHITE)]


def _listing(rows: Sequence[tuple[str, ink.Colour]]) -> Paint:
    def paint(frame: pygame.Surface, _: int) -> None:
        _list(frame, rows, TOP)

    return paint


def _list(frame: pygame.Surface, rows: Sequence[tuple[str, ink.Colour]], y: int) -> None:
    """Write lines, each in its colour."""
    for i, (words, colour) in enumerate(rows):
        write(frame, words, LEFT, y + line() * i, colour)
