"""What every screen is: something that hears events, lives ticks and draws a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.menu import Menu, Row

if TYPE_CHECKING:
    from game.app.app import App


class Screen:
    """One screen on the stack; the top one hears and lives, and covers the rest.

    music  the scene that is played with it, and under pages on it that have none; '' that of the screen below
    """

    music = ""

    def __init__(self, app: App) -> None:
        self.app = app

    def enter(self) -> None:
        """It is on top now: pushed, or uncovered again."""

    def leave(self) -> None:
        """It is taken off the stack for good."""

    def rescue(self) -> None:
        """The program is breaking down: put away what must not be lost, and nothing else."""

    def handle(self, event: pygame.event.Event) -> None:
        """Hear one event."""

    def tick(self) -> None:
        """Live a sixtieth of a second."""

    def draw(self) -> pygame.Surface:
        """Return the frame."""
        raise NotImplementedError


class Page(Screen):
    """A screen with a menu, over a dimmed copy of what was there before or over a dark ground."""

    PLACE = (230, 120, 180)  # x, y and width of the menu
    MOST = 12
    LIGHT = 24  # 0..255, what is left of the picture below

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.ground = self.behind()
        self.menu = Menu(self.rows(), *self.PLACE, most=self.MOST)

    def behind(self) -> pygame.Surface:
        """Return what lies behind the words: the picture below, without the words of the page below."""
        below = self.app.stack[-1] if self.app.stack else None
        if isinstance(below, Page):
            return below.ground if below.LIGHT <= self.LIGHT else ink.dimmed(below.ground, self.LIGHT)
        return ink.dimmed(self.app.frame, self.LIGHT) if self.app.frame else ink.canvas()

    def rows(self) -> list[Row]:
        """Return the menu's rows."""
        raise NotImplementedError

    def handle(self, event: pygame.event.Event) -> None:
        if self.chosen(event) in ("back", "menu"):
            self.back()

    def chosen(self, event: pygame.event.Event) -> str:
        """Let the menu hear an event, tick where it moves or acts, and return the word that the page must answer."""
        at, values = self.menu.at, [row.value() for row in self.menu.rows if row.value]
        word = self.menu.handle(event, self.app.mouse)
        if word in ("back", "menu"):
            self.app.sound.screen("ui_back")
        elif self.app.stack and (self.app.top is not self or values != [r.value() for r in self.menu.rows if r.value]):
            self.app.sound.screen("ui_ok")
        elif at != self.menu.at:
            self.app.sound.screen("ui_move")
        return word

    def back(self) -> None:
        """Answer the key that means back."""
        self.app.pop()

    def tick(self) -> None:
        self.menu.tick()

    def draw(self) -> pygame.Surface:
        frame = self.app.canvas
        frame.blit(self.ground, (0, 0))
        self.paint(frame)
        self.menu.draw(frame)
        return frame

    def paint(self, frame: pygame.Surface) -> None:
        """Draw what is not the menu."""
