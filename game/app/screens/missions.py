"""Mission select: each mission with its picture, what it is about, and the best time of those that were finished."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.menu import Row
from game.app.report.sums import counted
from game.app.screens.base import Page
from game.app.screens.tale import picture
from game.content.missions import MISSIONS, told

if TYPE_CHECKING:
    from game.app.app import App
    from game.sim.carried import Carried

SHOWN = (312, 70)  # where the picture lies


class Missions(Page):
    """Choose a mission of the story, in its order, or training; a mission begins as it was begun last."""

    PLACE = (40, 80, 240)

    def __init__(self, app: App) -> None:
        self.missions = [*told(), *(m for m in MISSIONS if m.training)]
        super().__init__(app)
        self.pictures = {m.id: picture(f"missions/{m.id}.png") for m in self.missions}

    def rows(self) -> list[Row]:
        made = [
            Row(
                words="TRAINING" if m.training else f"{m.number}  {m.title.upper()}",
                ok=partial(self._play, m.id),
                value=partial(self.app.progress.best, m.id),
            )
            for m in self.missions
        ]
        return [*made, Row(words="BACK", ok=self.back)]

    def _play(self, mission: str) -> None:
        self.app.pop()
        self.app.runs.tell(mission)

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "MISSIONS")
        ink.keys_line(frame, "ENTER PLAY   ESC BACK")
        if self.menu.at >= len(self.missions):
            return
        mission = self.missions[self.menu.at]
        x, y = SHOWN
        shown = self.pictures[mission.id]
        frame.fill(ink.DARK, (x - 1, y - 1, 290, 164))
        if shown is not None:
            frame.blit(shown, SHOWN)
        ink.draw_text(frame, mission.title.upper(), x, y + 172, ink.WHITE, 2)
        best = self.app.progress.best(mission.id)
        ink.draw_text(frame, f"BEST {best}" if best else "", x + 288, y + 176, ink.AMBER, align="right")
        below = ink.paragraph(frame, mission.blurb, x, y + 198, 288)
        if not mission.training:
            words = brought(self.app.campaign.carried(mission.id))
            ink.paragraph(frame, words, x, below + 4, 288, ink.FAINT)


def brought(carried: Carried) -> str:
    """Return what a mission would begin with, in a line."""
    if not carried.legs:
        return "Begins with nothing carried on."
    worn = counted(len(carried.forms) + 1, "face that it can wear", "faces that it can wear")
    known = counted(len(carried.facts), "thing", "things")
    return f"Carries on {worn}, {known} that only we know, {carried.deaths} dead by our hand."
