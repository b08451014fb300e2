"""A page that says what could not be done and how to put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.menu import Row
from game.app.screens.base import Page

if TYPE_CHECKING:
    from game.app.app import App


class TroublePage(Page):
    """Words and a way back."""

    PLACE = (220, 260, 200)

    def __init__(self, app: App, words: str) -> None:
        super().__init__(app)
        self.words = words

    def rows(self) -> list[Row]:
        return [Row(words="BACK", ok=self.back)]

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "THIS DID NOT WORK", colour=ink.HOT)
        ink.paragraph(frame, self.words, 40, 80, 560, ink.WHITE)
