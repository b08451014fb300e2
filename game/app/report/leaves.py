"""The leaves of the report, in the order in which they are turned; a long list takes several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.progress import clock
from game.app.report import faces as ledger
from game.app.report import found, mind
from game.app.report.leaf import LINE, TOP, Leaf, Paint, parts, timed
from game.app.report.sums import dials_leaf, people_leaf
from game.app.report.timeline import ROW, draw_face, draw_legend

if TYPE_CHECKING:
    from game.session import Session

LINES, FACES, MINDS = 16, 6, 15  # on one leaf


def leaves(session: Session, best: bool = False) -> list[Leaf]:
    """Return the report of a run that is over."""
    return [
        dials_leaf(session, best),
        people_leaf(session),
        *faces_leaves(session),
        *alerts_leaves(session),
        *mind_leaves(session),
        found_leaf(session),
    ]


def faces_leaves(session: Session) -> list[Leaf]:
    """Return the leaves of the faces that it wore."""
    ticks = max(1, session.world.tick)
    return [Leaf("WHO IT WAS", _faces(part, ticks)) for part in parts(ledger.faces(session), FACES)]


def _faces(worn: Sequence[ledger.Face], ticks: int) -> Paint:
    def paint(frame: pygame.Surface, _: int) -> None:
        if not worn:
            ink.draw_text(frame, "NOTHING HUNTED YOU", 320, 150, ink.STEEL, align="centre")
            return
        for i, face in enumerate(worn):
            draw_face(frame, face, TOP - 6 + ROW * i, ticks)
        draw_legend(frame, TOP - 6 + ROW * FACES + 4)

    return paint


def alerts_leaves(session: Session) -> list[Leaf]:
    """Return the leaves of the cause lines."""
    return [Leaf("HOW YOU WERE SEEN", _alerts(part)) for part in parts(mind.alert_lines(session), LINES)]


def _alerts(rows: Sequence[tuple[str, str]]) -> Paint:
    def paint(frame: pygame.Surface, _: int) -> None:
        timed(frame, rows, TOP, "NOBODY EVER KNEW")

    return paint


def mind_leaves(session: Session) -> list[Leaf]:
    """Return the leaves of the hunter's decisions."""
    return [Leaf("ITS MIND", _minds(part)) for part in parts(mind.turns(session), MINDS)]


def _minds(rows: Sequence[mind.Turn]) -> Paint:
    def paint(frame: pygame.Surface, _: int) -> None:
        if not rows:
            ink.draw_text(frame, "IT DECIDED NOTHING", 320, 150, ink.STEEL, align="centre")
            return
        ink.draw_text(frame, "WHAT EACH WAS WORTH TO IT", 420, TOP - 8, ink.FAINT)
        for i, row in enumerate(rows):
            _draw_turn(frame, row, TOP + 6 + LINE * i)

    return paint


def _draw_turn(frame: pygame.Surface, row: mind.Turn, y: int) -> None:
    ink.draw_text(frame, clock(row.since), 40, y, ink.FAINT)
    ink.draw_text(frame, row.intent.upper(), 72, y, ink.AMBER)
    why = row.why.upper() + (f", {row.turns} TURNS TO {clock(row.until)}" if row.turns > 1 else "")
    ink.draw_text(frame, why, 150, y, ink.WHITE)
    for n, (name, worth) in enumerate(row.scores[:3]):
        x = 420 + 66 * n
        ink.draw_text(frame, name.upper()[:9], x, y, ink.STEEL if n else ink.WHITE)
        frame.fill(ink.EMBER, (x, y + 10, max(1, int(60 * min(1.0, worth))), 1))


def found_leaf(session: Session) -> Leaf:
    """Return the leaf of what was found beside the way."""
    secrets, facts = found.secrets(session), found.facts(session)

    def paint(frame: pygame.Surface, _: int) -> None:
        ink.draw_text(frame, "BESIDE THE WAY", 40, TOP, ink.AMBER)
        for i, (words, done) in enumerate(secrets):
            y = TOP + 18 + 15 * i
            pygame.draw.rect(frame, ink.AMBER if done else ink.DARK, (40, y, 9, 9), 0 if done else 1)
            ink.draw_text(frame, words, 56, y, ink.WHITE if done else ink.STEEL)
        y = TOP + 34 + 15 * max(1, len(secrets))
        ink.draw_text(frame, "ONLY WE KNOW", 40, y, ink.AMBER)
        timed(frame, facts, y + 18, "NOTHING YET")

    return Leaf("FOUND AND LEARNED", paint)
