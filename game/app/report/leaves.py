"""The leaves of the report, in the order in which they are turned; a long list takes several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.progress import clock
from game.app.report import faces as ledger
from game.app.report import found, mind
from game.app.report.leaf import FOOT, LEFT, RIGHT, TOP, Leaf, Paint, large, line, parts, room, timed, timed_lines
from game.app.report.sums import dials_leaf, people_leaf
from game.app.report.timeline import draw_face, draw_legend, legend_tall, row_tall
from game.view.font import grown, span, write

if TYPE_CHECKING:
    from game.session import Session

FACES = TOP - 6  # pixels: where the first face stands
INTENT, WHY, WORTH = 32, 110, 420  # pixels: where the columns of its mind begin, as drawn; the last at that place


def leaves(session: Session, best: bool = False) -> list[Leaf]:
    """Return the report of a run that is over."""
    return [
        dials_leaf(session, best),
        people_leaf(session),
        *faces_leaves(session),
        *alerts_leaves(session),
        *mind_leaves(session),
        *found_leaves(session),
    ]


def faces_leaves(session: Session) -> list[Leaf]:
    """Return the leaves of the faces that it wore."""
    ticks, legend = max(1, session.world.tick), FOOT - legend_tall()
    most = max(1, (legend - FACES) // row_tall())
    return [Leaf("WHO IT WAS", _faces(part, ticks, legend)) for part in parts(ledger.faces(session), most)]


def _faces(worn: Sequence[ledger.Face], ticks: int, legend: int) -> Paint:
    def paint(frame: pygame.Surface, _: int) -> None:
        if not worn:
            write(frame, "NOTHING HUNTED YOU", 320, 150, ink.STEEL, "centre")
            return
        for i, face in enumerate(worn):
            draw_face(frame, face, FACES + row_tall() * i, ticks)
        draw_legend(frame, legend)

    return paint


def alerts_leaves(session: Session) -> list[Leaf]:
    """Return the leaves of the cause lines."""
    told = timed_lines(mind.alert_lines(session))
    return [Leaf("HOW YOU WERE SEEN", _alerts(part)) for part in parts(told, room(line()))]


def _alerts(rows: Sequence[tuple[str, str]]) -> Paint:
    def paint(frame: pygame.Surface, _: int) -> None:
        timed(frame, rows, TOP, "NOBODY EVER KNEW")

    return paint


def mind_leaves(session: Session) -> list[Leaf]:
    """Return the leaves of the hunter's decisions."""
    most = room(turn_tall(), TOP + line() // 2)
    return [Leaf("ITS MIND", _minds(part)) for part in parts(mind.turns(session), most)]


def turn_tall() -> int:
    """Return the pixels of a decision: larger, what each plan was worth stands under it."""
    return line() + (grown(12) + 3 if large() else 0)


def _minds(rows: Sequence[mind.Turn]) -> Paint:
    def paint(frame: pygame.Surface, _: int) -> None:
        if not rows:
            write(frame, "IT DECIDED NOTHING", 320, 150, ink.STEEL, "centre")
            return
        write(frame, "WHAT EACH WAS WORTH TO IT", RIGHT, TOP - 8, ink.FAINT, "right")
        for i, row in enumerate(rows):
            _draw_turn(frame, row, TOP - 8 + line() + turn_tall() * i)

    return paint


def _draw_turn(frame: pygame.Surface, row: mind.Turn, y: int) -> None:
    write(frame, clock(row.since), LEFT, y, ink.FAINT)
    write(frame, row.intent.upper(), LEFT + grown(INTENT), y, ink.AMBER)
    often = f", {row.turns} TURNS TO {clock(row.until)}" if row.turns > 1 else ""
    first, wide, below = WORTH, 66, y
    if large():
        first, below = LEFT + grown(WHY), y + line()
        wide = (RIGHT - first) // 3
    room_for = (RIGHT if large() else WORTH - 6) - LEFT - grown(WHY)
    write(frame, shortened(row.why.upper() + often, room_for), LEFT + grown(WHY), y, ink.WHITE)
    for n, (name, worth) in enumerate(row.scores[:3]):
        x = first + wide * n
        write(frame, name.upper()[:9], x, below, ink.STEEL if n else ink.WHITE)
        frame.fill(ink.EMBER, (x, below + grown(10), max(1, int((wide - 6) * min(1.0, worth))), 1))


def shortened(words: str, wide: int) -> str:
    """Return as many whole words as there is room for."""
    while span(words) > wide and " " in words:
        words = words.rpartition(" ")[0].rstrip(",:")
    return words


def found_leaves(session: Session) -> list[Leaf]:
    """Return what was found beside the way, and what only we know: on one leaf where there is room."""
    secrets, facts = found.secrets(session), timed_lines(found.facts(session))
    step, head = grown(15), grown(18)
    below = TOP + head + step * max(1, len(secrets)) + head
    together = len(facts) <= room(line(), below + head)

    def beside(frame: pygame.Surface, _: int) -> None:
        write(frame, "BESIDE THE WAY", LEFT, TOP, ink.AMBER)
        for i, (words, done) in enumerate(secrets):
            y = TOP + head + step * i
            pygame.draw.rect(frame, ink.AMBER if done else ink.DARK, (LEFT, y, grown(9), grown(9)), 0 if done else 1)
            write(frame, words, LEFT + grown(16), y, ink.WHITE if done else ink.STEEL)
        if together:
            _known(facts, below)(frame, 0)

    known = [] if together else parts(facts, room(line(), TOP + head))
    return [Leaf("FOUND AND LEARNED", beside), *(Leaf("FOUND AND LEARNED", _known(part, TOP)) for part in known)]


def _known(facts: Sequence[tuple[str, str]], y: int) -> Paint:
    def paint(frame: pygame.Surface, _: int) -> None:
        write(frame, "ONLY WE KNOW", LEFT, y, ink.AMBER)
        timed(frame, facts, y + grown(18), "NOTHING YET")

    return paint
