"""After a mission: the leaves of the report, turned with left and right, and where to go from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink, progress
from game.app.menu import Row
from game.app.report.leaves import leaves
from game.app.screens.base import Page
from game.content.missions import MISSIONS

if TYPE_CHECKING:
    from game.app.app import App
    from game.app.building import Wanted
    from game.session import Session


class Report(Page):
    """The leaves over a short menu; `at` is the one that lies open."""

    PLACE = (40, 300, 180)
    LIGHT = 10

    def __init__(self, app: App, session: Session, best: bool = False) -> None:
        self.session = session
        super().__init__(app)
        self.leaves = leaves(session, best)
        self.at, self.age = 0, 0

    def behind(self) -> pygame.Surface:
        return ink.dimmed(self.app.frame, self.LIGHT) if self.app.frame else ink.canvas()

    def turn(self, step: int) -> None:
        """Turn to the next leaf or the one before, round the ends."""
        self.at, self.age = (self.at + step) % len(self.leaves), 0

    def handle(self, event: pygame.event.Event) -> None:
        word = self.menu.handle(event, self.app.mouse)
        if word in ("left", "right"):
            self.turn(1 if word == "right" else -1)
        elif word in ("back", "menu"):
            self.back()
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1 and self.app.mouse[1] < self.PLACE[1] - 8:
            self.turn(1 if self.app.mouse[0] >= ink.W / 2 else -1)

    def tick(self) -> None:
        self.age += 1
        word = self.menu.tick()
        if word in ("left", "right"):
            self.turn(1 if word == "right" else -1)

    def paint(self, frame: pygame.Surface) -> None:
        leaf = self.leaves[self.at]
        ink.heading(frame, leaf.heading)
        ink.draw_text(frame, f"< {self.at + 1} / {len(self.leaves)} >", 600, 34, ink.STEEL, align="right")
        leaf.paint(frame, self.age)
        ink.draw_text(frame, "LEFT RIGHT TURN   ENTER CHOOSE", 600, 344, ink.FAINT, align="right")


class Won(Report):
    """The report of a mission that was finished; Next goes on in the campaign."""

    def __init__(self, app: App, session: Session, wanted: Wanted) -> None:
        self.wanted = wanted
        best = app.progress.won(wanted.level, session.world.tick)
        super().__init__(app, session, best)
        app.say(progress.save(app.progress))

    def rows(self) -> list[Row]:
        after = next_mission(self.wanted.level)
        rows = [Row(words="NEXT MISSION", ok=lambda: self._go(after))] if after else []
        rows.append(Row(words="PLAY IT AGAIN", ok=lambda: self._go(self.wanted.level)))
        return [*rows, Row(words="QUIT" if self.app.direct else "TITLE", ok=self.app.home)]

    def _go(self, mission: str) -> None:
        self.app.pop()
        self.app.runs.play(mission)

    def back(self) -> None:
        """Go to the last row rather than away at once."""
        if self.menu.at == len(self.menu.rows) - 1:
            self.app.home()
        self.menu.at = len(self.menu.rows) - 1


class SoFar(Report):
    """The report of a run that may go on: what happened until the Clock ran out."""

    def rows(self) -> list[Row]:
        return [Row(words="BACK", ok=self.back)]


def next_mission(level: str) -> str:
    """Return the mission after a level in the campaign, '' after the last and for a level of somebody's own."""
    ids = [m.id for m in MISSIONS]
    after = ids.index(level) + 1 if level in ids else len(ids)
    return ids[after] if after < len(ids) else ""
