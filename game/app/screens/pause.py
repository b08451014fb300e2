"""Pause: the world stands still under a short menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.menu import Row
from game.app.screens.base import Page

if TYPE_CHECKING:
    from game.app.app import App
    from game.app.screens.play import Play


class Pause(Page):
    """The pause menu of a run; `why` is said where the player did not ask for it."""

    PLACE = (220, 140, 200)
    LIGHT = 110

    def __init__(self, app: App, play: Play, why: str = "") -> None:
        self.play, self.why = play, why
        super().__init__(app)

    def rows(self) -> list[Row]:
        return [
            Row(words="RESUME", ok=self.app.pop),
            Row(words="RETRY FROM CHECKPOINT", ok=self._retry),
            Row(words="RESTART MISSION", ok=self._restart),
            Row(words="MAP", ok=lambda: self.app.push("map", play=self.play)),
            Row(words="CONTROLS", ok=lambda: self.app.push("verbs")),
            Row(words="OPTIONS", ok=lambda: self.app.push("options")),
            Row(words="QUIT" if self.app.direct else "QUIT TO TITLE", ok=lambda: self.app.home()),
        ]

    def _retry(self) -> None:
        self.app.pop()
        self.play.retry()

    def _restart(self) -> None:
        self.app.runs.restart(self.play)

    def paint(self, frame: pygame.Surface) -> None:
        foot = self.menu.foot + 13
        frame.blit(ink.plate(240, foot + 20 - 74, strength=0.88), (200, 74))
        ink.draw_text(frame, "PAUSED", 320, 84, ink.AMBER, 3, "centre")
        ink.draw_text(frame, self.why or self.play.hud.objective.upper(), 320, 116, ink.STEEL, align="centre")
        s = self.play.session
        ink.draw_text(frame, f"SEED {s.seed}   {s.difficulty.upper()}", 320, foot, ink.FAINT, align="centre")
