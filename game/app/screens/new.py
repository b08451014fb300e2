"""A new game: how hard it shall be, told by what that sets; then the first mission of the story."""

from functools import partial

import pygame

from game.app import ink, saves
from game.app.knobs import draw_knobs
from game.app.menu import Row
from game.app.screens.base import Page
from game.content.difficulty import DIFFICULTIES
from game.content.missions import first, mission

FIRST = first()


class NewGame(Page):
    """Choose a difficulty and begin."""

    PLACE = (40, 80, 220)

    def enter(self) -> None:
        names = list(DIFFICULTIES)
        self.menu.at = names.index(self.app.settings.difficulty)

    def rows(self) -> list[Row]:
        rows = [Row(words=name.upper(), ok=partial(self._begin, name)) for name in DIFFICULTIES]
        return [*rows, Row(words="BACK", ok=self.back)]

    def _begin(self, difficulty: str) -> None:
        self.app.set(difficulty=difficulty)
        self.app.pop()
        self.app.runs.begin_story()

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "NEW GAME")
        names = list(DIFFICULTIES)
        chosen = names[self.menu.at] if self.menu.at < len(names) else self.app.settings.difficulty
        draw_knobs(frame, chosen, 330, 72)
        row = mission(FIRST)
        title = row.title if row else FIRST
        words = f"It begins with {title}. The drill for hands and eyes is under Missions."
        below = ink.paragraph(frame, words, 40, self.menu.foot + 24, 270) + 8
        if self.app.campaign.begun:
            ink.paragraph(frame, "The story that you have begun starts over.", 40, below, 270, ink.HOT)
        elif saves.path(FIRST).is_file():
            ink.paragraph(frame, f"The run of {title} that you left will be lost.", 40, below, 270, ink.HOT)
        ink.keys_line(frame, "ENTER BEGIN   ESC BACK")
