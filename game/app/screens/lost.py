"""The Clock ran out: the world stands still, cause and cure in words, and one press goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.screens.base import Screen
from game.controls.bindings import binds, keys_for
from game.controls.menus import MenuKeys

if TYPE_CHECKING:
    from game.app.app import App
    from game.app.screens.play import Play

FREEZE = 60  # ticks before a press counts, so that nobody skips the words with a shot already on its way


class Lost(Screen):
    """Fire, Enter or the retry key go back to the checkpoint; Escape opens the pause menu."""

    def __init__(self, app: App, play: Play) -> None:
        super().__init__(app)
        self.play = play
        self.age = 0
        self.keys = MenuKeys()
        self.ground = play.draw().copy()
        self.dark = ink.dimmed(self.ground, 90)

    def handle(self, event: pygame.event.Event) -> None:
        began = self.app.hands.handle(event)
        word = self.keys.read(event)
        if word == "menu" or "pause" in began or (word == "back" and "retry" not in began):
            self.app.push("pause", play=self.play)
        elif self.age >= FREEZE and (word == "ok" or "fire" in began or "retry" in began):
            self.app.pop()
            self.play.retry()

    def tick(self) -> None:
        self.age += 1
        if not self.play.session.outcome:  # the pause menu has gone back already
            self.app.pop()

    def draw(self) -> pygame.Surface:
        frame = self.app.canvas
        frame.blit(self.ground if self.age < 12 else self.dark, (0, 0))
        hud, session = self.play.hud, self.play.session
        frame.blit(ink.plate(420, 104, strength=0.82, tab=ink.RED), (110, 118))
        ink.draw_text(frame, hud.clock_cause or session.reason.upper(), 320, 132, ink.AMBER, 2, "centre")
        ink.draw_text(frame, hud.clock_cure, 320, 162, ink.WHITE, align="centre")
        if self.age >= FREEZE:
            keys = binds(self.app.settings.keys)
            pad = self.app.hands.sources.device == "pad"
            ink.draw_text(frame, f"{keys_for(keys, 'fire', pad)}  TRY AGAIN", 320, 196, ink.STEEL, align="centre")
        else:
            ink.bar(frame, 290, 198, 60, self.age / FREEZE, ink.FAINT)
        return frame
