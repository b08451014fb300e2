"""The leaves of the whole run's ledger: every mission, what people paid in all, what the machine learned and could be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.progress import clock
from game.app.report.gauge import draw_dial
from game.app.report.leaf import LINE, TOP, Leaf
from game.app.report.names import of_look, spaced
from game.app.report.people import dossier
from game.app.report.portrait import draw_person
from game.app.report.sums import counted, draw_column
from game.content.lessons import LESSONS
from game.content.lines import FACTS
from game.content.missions import mission

if TYPE_CHECKING:
    from game.sim.carried import Carried, Leg

COLUMNS = (("TIME", 210), ("CARE", 260), ("TRUST", 310), ("INSIGHT", 360), ("SEIZED", 420), ("DEATHS", 480))
FACE = 52  # pixels between two faces


def whole_leaves(carried: Carried) -> list[Leaf]:
    """Return the ledger of a run through the whole story."""
    return [_sums(carried), _people(carried), _learned(carried)]


def _sums(carried: Carried) -> Leaf:
    legs = carried.legs
    dials = [round(sum(leg.dials[i] for leg in legs) / max(1, len(legs))) for i in range(4)]

    def paint(frame: pygame.Surface, age: int) -> None:
        for i, value in enumerate(dials):
            draw_dial(frame, 110 + 140 * i, 112, min(value, value * age // 45))
            ink.draw_text(frame, ("TIME", "CARE", "TRUST", "INSIGHT")[i], 110 + 140 * i, 144, ink.AMBER, align="centre")
        for words, x in COLUMNS:
            ink.draw_text(frame, words, x, 172, ink.FAINT, align="right")
        ink.draw_text(frame, "FACES KNOWN IN TIME", 600, 172, ink.FAINT, align="right")
        for i, leg in enumerate(legs[:8]):
            _row(frame, leg, 188 + LINE * i)
        y = 194 + LINE * min(8, len(legs))
        frame.fill(ink.EMBER, (40, y - 4, 560, 1))
        retries = sum(leg.retries for leg in legs)
        whole = f"{clock(sum(leg.ticks for leg in legs))}   {counted(retries, 'RETRY', 'RETRIES')}"
        ink.draw_text(frame, f"IN ALL {whole}", 40, y, ink.WHITE)
        words = f"{counted(carried.deaths, 'DEATH')} BY OUR HAND, {sum(leg.victims for leg in legs)} BY ITS"
        ink.draw_text(frame, words, 600, y, ink.WHITE, align="right")

    return Leaf("THE WHOLE RUN", paint)


def _row(frame: pygame.Surface, leg: Leg, y: int) -> None:
    row = mission(leg.mission)
    ink.draw_text(frame, row.title.upper() if row else spaced(leg.mission), 40, y, ink.WHITE)
    values = (clock(leg.ticks), *map(str, leg.dials[1:]), str(leg.seizures), str(leg.deaths))
    for (_, x), value in zip(COLUMNS, values, strict=True):
        ink.draw_text(frame, value, x, y, ink.STEEL, align="right")
    ink.draw_text(frame, f"{leg.known_early} OF {leg.faces}", 600, y, ink.STEEL, align="right")


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


def _learned(carried: Carried) -> Leaf:
    def paint(frame: pygame.Surface, _: int) -> None:
        ink.draw_text(frame, "IT COULD BE", 40, TOP, ink.AMBER)
        for i, look in enumerate(("officer", *carried.forms)):
            draw_person(frame, look, 62 + FACE * i, TOP + 52)
            ink.draw_text(frame, of_look(look), 62 + FACE * i, TOP + 64, ink.STEEL, align="centre")
        y = _list(frame, "WHAT THE METAL LEARNED", [LESSONS.get(n, spaced(n)) for n in carried.lessons], TOP + 86)
        _list(frame, "ONLY WE KNOW", [FACTS.get(n, spaced(n)) for n in carried.facts], y + 8)

    return Leaf("LEARNED", paint)


def _list(frame: pygame.Surface, heading: str, lines: list[str], y: int) -> int:
    """Write a heading with its lines; return the y below."""
    ink.draw_text(frame, heading, 40, y, ink.AMBER)
    for i, words in enumerate(lines or ["NOTHING YET"]):
        ink.draw_text(frame, words.upper(), 40, y + 14 + LINE * i, ink.WHITE if lines else ink.STEEL)
    return y + 14 + LINE * max(1, len(lines))
