"""After a mission: how long it took, what people paid, and how it saw you."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink, progress
from game.app.menu import Row
from game.app.screens.base import Page
from game.content.missions import MISSIONS

if TYPE_CHECKING:
    from game.app.app import App
    from game.app.building import Wanted
    from game.session import Session

MOST_ALERTS = 14


class Won(Page):
    """The report; Next goes on in the campaign."""

    PLACE = (40, 260, 180)
    LIGHT = 20

    def __init__(self, app: App, session: Session, wanted: Wanted) -> None:
        self.session, self.wanted = session, wanted
        super().__init__(app)
        self.best = app.progress.won(wanted.level, session.world.tick)
        app.say(progress.save(app.progress))
        self.alerts = alert_lines(session)

    def behind(self) -> pygame.Surface:
        return ink.dimmed(self.app.frame, self.LIGHT) if self.app.frame else ink.canvas()

    def rows(self) -> list[Row]:
        after = next_mission(self.wanted.level)
        rows = [Row(words="NEXT", ok=lambda: self._go(after))] if after else []
        rows.append(Row(words="AGAIN", ok=lambda: self._go(self.wanted.level)))
        return [*rows, Row(words="QUIT" if self.app.direct else "TITLE", ok=self.app.home)]

    def _go(self, mission: str) -> None:
        self.app.pop()
        self.app.runs.play(mission)

    def back(self) -> None:
        self.app.home()

    def paint(self, frame: pygame.Surface) -> None:
        state = self.session.world.state
        ink.heading(frame, self.session.level.title.upper() or "DONE")
        ticks, par = self.session.world.tick, self.session.level.par
        figures = [
            ("TIME", f"{progress.clock(ticks)}   PAR {progress.clock(par)}" + ("   BEST" if self.best else "")),
            ("PEOPLE HARMED", str(len(state.human_cost))),
            ("TRUST", f"{state.trust:.0%}" if self.session.ward >= 0 else "-"),
            ("SEIZED", f"{state.seizures}   FREED {state.rescues}"),
            ("RETRIES", str(self.session.attempt)),
            ("FACES IT TOOK", str(len(state.forms))),
        ]
        for i, (words, value) in enumerate(figures):
            ink.draw_text(frame, words, 40, 74 + i * 18, ink.STEEL)
            ink.draw_text(frame, value, 150, 74 + i * 18, ink.WHITE)
        ink.draw_text(frame, "HOW YOU WERE SEEN", 320, 74, ink.AMBER)
        for i, line in enumerate(self.alerts[:MOST_ALERTS] or ["NOBODY EVER KNEW"]):
            ink.draw_text(frame, line, 320, 92 + i * 13, ink.STEEL)
        if len(self.alerts) > MOST_ALERTS:
            ink.draw_text(frame, f"AND {len(self.alerts) - MOST_ALERTS} MORE", 320, 92 + MOST_ALERTS * 13, ink.FAINT)


def next_mission(level: str) -> str:
    """Return the mission after a level in the campaign, '' after the last and for a level of somebody's own."""
    ids = [m.id for m in MISSIONS]
    after = ids.index(level) + 1 if level in ids else len(ids)
    return ids[after] if after < len(ids) else ""


def alert_lines(session: Session) -> list[str]:
    """Return who noticed whom, when and how, in the order it happened."""
    from game.content.lines import CAUSES

    lines = []
    for a in session.world.state.alerts:
        words = CAUSES.get(a.sense, "{who} NOTICED {whom}")
        light = "IN LIGHT" if a.light >= 0.5 else "IN THE DARK"
        text = words.format(
            who=a.who.upper(), whom=a.whom.upper(), distance=a.distance, light=light, kind=a.kind.upper()
        )
        lines.append(f"{progress.clock(a.tick)}  {text}")
    return lines
