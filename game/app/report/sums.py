"""The first leaves: the four dials with what each was made of, and the dossiers of those who paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.progress import clock
from game.app.report.gauge import draw_dial
from game.app.report.leaf import FOOT, TOP, Leaf, large, line, lines
from game.app.report.people import Dossier, dossiers
from game.app.report.portrait import draw_person
from game.view.font import broken, grown, write

if TYPE_CHECKING:
    from game.session import Session

FILL = 45  # ticks in which the dials fill
MOST = 6  # dossiers on the leaf, each side
DIALS, COLUMN = 140, 270  # pixels from dial to dial; of a column of dossiers
FIGURE = 32  # pixels that a dossier takes at least


def dials_leaf(session: Session, best: bool) -> Leaf:
    """Return the first leaf: the four dials, what each was made of, and the run's figures."""
    from game.sim.score import dials

    world, state = session.world, session.world.state
    made = dials(world, session.level.par)
    deaths = len(state.human_cost)
    what = (
        ("TIME", made.time, [f"{clock(world.tick)} OF {clock(session.level.par)}", "BEST SO FAR" if best else ""]),
        ("CARE", made.care, [counted(deaths, "DEATH"), f"{state.wounds} WOUNDED"]),
        ("TRUST", made.trust, [f"SEIZED {state.seizures}", f"FREED {state.rescues}"]),
        (
            "INSIGHT",
            made.insight,
            [
                f"{state.early_proofs} OF {counted(state.chances, 'FACE')}",
                "KNOWN IN TIME",
                counted(state.accused, "INNOCENT") + " BLAMED",
            ],
        ),
    )

    def paint(frame: pygame.Surface, age: int) -> None:
        for i, (name, value, made_of) in enumerate(what):
            x = 110 + DIALS * i
            draw_dial(frame, x, 124, min(value, value * age // FILL))
            write(frame, name, x, 156, ink.AMBER, "centre")
            lines(frame, made_of, x, 156 + grown(22), DIALS - 4, ink.STEEL)
        write(frame, footing(session), 320, FOOT - grown(14) if large() else 246, ink.FAINT, "centre")

    return Leaf(session.level.title.upper() or "THE RUN", paint)


def footing(session: Session) -> str:
    """Return what kind of run it was."""
    return f"{session.difficulty.upper()}   SEED {session.seed}   {counted(session.attempt, 'RETRY', 'RETRIES')}"


def counted(n: int, word: str, many: str = "") -> str:
    """Return a number with its word."""
    return f"{n} {word if n == 1 else many or word + 'S'}"


def people_leaf(session: Session) -> Leaf:
    """Return the dossiers: ours to the left, its to the right."""
    ours, its = dossiers(session, "us"), dossiers(session, "it")

    def paint(frame: pygame.Surface, _: int) -> None:
        if not ours and not its:
            ink.draw_text(frame, "NOBODY WAS HURT", 320, 150, ink.WHITE, 2, "centre")
            lines(frame, ["THEY WILL TELL IT AT HOME, AND NOBODY WILL BELIEVE THEM"], 320, 178, 540, ink.STEEL)
            return
        draw_column(frame, 40, "BY OUR HAND", ours, "NOBODY")
        draw_column(frame, 330, "BY ITS HAND", its, "NOBODY")

    return Leaf("WHAT PEOPLE PAID", paint)


def draw_column(frame: pygame.Surface, x: int, heading: str, rows: list[Dossier], nobody: str) -> None:
    """List those who went down by one side, as many as there is room for; `nobody` stands where none did."""
    write(frame, heading, x, TOP, ink.AMBER)
    y = TOP + grown(18)
    if not rows:
        write(frame, nobody, x, y + 2, ink.STEEL)
    for i, row in enumerate(rows):
        who = broken(f"{row.who}, {row.place}", COLUMN - 44)
        tall = max(FIGURE, 2 + grown(12) * (len(who) + 1) + 4)
        left = len(rows) - i
        if i == MOST or y + tall + (line() if left > 1 else 0) > FOOT:
            write(frame, f"AND {left} MORE", x + 44, y, ink.FAINT)
            return
        draw_person(frame, row.look, x + 18, y + 14)
        for n, words in enumerate(who):
            write(frame, words, x + 44, y + 2 + grown(12) * n, ink.WHITE)
        write(frame, row.cause, x + 44, y + 2 + grown(12) * len(who), ink.HOT if row.dead else ink.STEEL)
        y += tall
