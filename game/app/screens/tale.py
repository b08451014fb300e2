"""Pages that tell and do not ask: turned with one press, gone back over, skipped with another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.screens.base import Screen
from game.controls.menus import MenuKeys
from game.view import assets

if TYPE_CHECKING:
    from game.app.app import App

FADE = 40  # ticks in which a page comes out of the dark
HELD = 12  # ticks before a press turns a page that has just come, so that nobody skips what he has not seen


class Tale(Screen):
    """`pages` of them; `done` is called after the last, `skip` when they are left before."""

    pages = 1
    back_words = "ESC SKIP"
    foot = 340  # pixels: where it stands what the keys do

    def __init__(self, app: App, done: Callable[[], object]) -> None:
        super().__init__(app)
        self.done = done
        self.at = self.age = 0
        self.keys = MenuKeys()

    def handle(self, event: pygame.event.Event) -> None:
        word = self.keys.read(event)
        click = event.type == pygame.MOUSEBUTTONDOWN and event.button == 1
        if word == "back" or word == "menu":
            self.done()
        elif (word in ("ok", "right", "down") or click) and self.age >= HELD:
            self.turn(1)
        elif word in ("left", "up"):
            self.turn(-1)

    def turn(self, step: int) -> None:
        """Turn to the next page or the one before; after the last it is over."""
        if self.at + step >= self.pages:
            self.done()
        elif self.at + step >= 0:
            self.at, self.age = self.at + step, 0

    def tick(self) -> None:
        self.age += 1

    def draw(self) -> pygame.Surface:
        frame = self.app.canvas
        frame.fill(ink.NIGHT)
        self.paint(frame)
        if self.age < FADE:
            dark = 255 * self.age // FADE
            frame.fill((dark, dark, dark), special_flags=pygame.BLEND_RGB_MULT)
        for i in range(self.pages if self.pages > 1 else 0):
            frame.fill(ink.AMBER if i == self.at else ink.DARK, (300 + 10 * i, 332, 6, 2))
        ink.draw_text(frame, f"ENTER GO ON   {self.back_words}", 604, self.foot, ink.FAINT, align="right")
        return frame

    def paint(self, frame: pygame.Surface) -> None:
        """Draw the page that lies open."""
        raise NotImplementedError


def picture(name: str) -> pygame.Surface | None:
    """Return a painted picture as a surface, None where it is missing."""
    painted = assets.rgba(name)
    return None if painted is None else pygame.surfarray.make_surface(painted[..., :3].swapaxes(0, 1))
