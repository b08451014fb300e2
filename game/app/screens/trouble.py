"""A page that says what could not be done and how to put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.menu import Row
from game.app.screens.base import Page
from game.app.watch import watch

if TYPE_CHECKING:
    from game.app.app import App
    from game.app.building import Wanted


class TroublePage(Page):
    """Words and a way back; where the run's level is watched, it is tried again when the file is saved."""

    PLACE = (220, 260, 200)
    LIGHT = 0

    def __init__(self, app: App, words: str, wanted: Wanted | None = None) -> None:
        super().__init__(app)
        self.words, self.wanted = words, wanted
        self.watch = watch(wanted.level) if wanted else None

    def tick(self) -> None:
        super().tick()
        if self.wanted and self.watch and self.watch.tick():
            self.app.runs.again(self.wanted)

    def rows(self) -> list[Row]:
        return [Row(words="BACK", ok=self.back)]

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "THIS DID NOT WORK", colour=ink.HOT)
        ink.paragraph(frame, self.words, 40, 80, 560, ink.WHITE)
        if self.watch:
            ink.keys_line(frame, "SAVE THE FILE AND IT IS READ AGAIN")
