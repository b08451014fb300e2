"""After a mission: the leaves of the report, turned with left and right, and where to go from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.menu import Row
from game.app.report.leaf import Leaf
from game.app.report.leaves import leaves
from game.app.report.whole import whole_leaves
from game.app.screens.base import Page

if TYPE_CHECKING:
    from game.app.app import App
    from game.app.building import Wanted
    from game.session import Session
    from game.sim.carried import Carried


class Report(Page):
    """The leaves over a short menu; `at` is the one that lies open."""

    PLACE = (40, 300, 180)
    LIGHT = 10

    def __init__(self, app: App, made: list[Leaf]) -> None:
        super().__init__(app)
        self.leaves = made
        self.at, self.age = 0, 0

    def behind(self) -> pygame.Surface:
        return ink.dimmed(self.app.frame, self.LIGHT) if self.app.frame else ink.canvas()

    def turn(self, step: int) -> None:
        """Turn to the next leaf or the one before, round the ends."""
        self.at, self.age = (self.at + step) % len(self.leaves), 0

    def handle(self, event: pygame.event.Event) -> None:
        word = self.chosen(event)
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
    """The report of a mission that was finished; Next goes on to `onward`, '' where the story does not lead on."""

    music = "tale"

    def __init__(self, app: App, session: Session, wanted: Wanted, onward: str = "", best: bool = False) -> None:
        self.wanted, self.onward = wanted, onward
        super().__init__(app, leaves(session, best))

    def rows(self) -> list[Row]:
        rows = [Row(words="NEXT MISSION", ok=lambda: self._go(self.onward))] if self.onward else []
        rows.append(Row(words="PLAY IT AGAIN", ok=lambda: self._go(self.wanted.level)))
        return [*rows, Row(words="QUIT" if self.app.direct else "TITLE", ok=self.app.home)]

    def _go(self, mission: str) -> None:
        self.app.pop()
        self.app.runs.tell(mission)

    def back(self) -> None:
        """Go to the last row rather than away at once."""
        if self.menu.at == len(self.menu.rows) - 1:
            self.app.home()
        self.menu.at = len(self.menu.rows) - 1


class SoFar(Report):
    """The report of a run that may go on: what happened until the Clock ran out."""

    def __init__(self, app: App, session: Session) -> None:
        super().__init__(app, leaves(session))

    def rows(self) -> list[Row]:
        return [Row(words="BACK", ok=self.back)]


class WholeRun(Report):
    """The ledger of the whole story, after its end."""

    def __init__(self, app: App, carried: Carried) -> None:
        super().__init__(app, whole_leaves(carried))

    def rows(self) -> list[Row]:
        return [Row(words="QUIT" if self.app.direct else "TITLE", ok=self.app.home)]

    def back(self) -> None:
        self.app.home()
