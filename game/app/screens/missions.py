"""The list of missions, with the best time of each that was finished."""

import pygame

from game.app import ink
from game.app.menu import Row
from game.app.screens.base import Page
from game.content.missions import MISSIONS, Mission


class Missions(Page):
    """Choose a mission; its blurb stands beside the list."""

    PLACE = (40, 80, 260)

    def rows(self) -> list[Row]:
        rows = [Row(words=f"{m.number}  {m.title.upper()}", ok=self._play(m), value=self._best(m)) for m in MISSIONS]
        return [*rows, Row(words="BACK", ok=self.back)]

    def _play(self, mission: Mission):  # type: ignore[no-untyped-def]
        return lambda: self.app.runs.play(mission.id)

    def _best(self, mission: Mission):  # type: ignore[no-untyped-def]
        return lambda: self.app.progress.best(mission.id)

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "MISSIONS")
        if self.menu.at < len(MISSIONS):
            mission = MISSIONS[self.menu.at]
            frame.blit(ink.plate(270, 120, tab=ink.AMBER), (330, 76))
            ink.draw_text(frame, mission.title.upper(), 342, 84, ink.WHITE, 2)
            ink.draw_text(frame, "TRAINING" if mission.training else "", 588, 88, ink.AMBER, align="right")
            ink.paragraph(frame, mission.blurb, 342, 112, 250)
        ink.keys_line(frame, "ENTER PLAY   ESC BACK")
