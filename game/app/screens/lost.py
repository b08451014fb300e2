"""The Clock ran out: the world stands still, cause and cure in words, how it came to that, and one press goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.report.faces import faces, verdict
from game.app.report.leaf import lines
from game.app.report.mind import alert_lines, why_caught
from game.app.report.names import of_look
from game.app.screens.base import Screen
from game.controls.bindings import binds, keys_for
from game.controls.menus import MenuKeys
from game.view.font import broken, grown, write

if TYPE_CHECKING:
    from game.app.app import App
    from game.app.screens.play import Play
    from game.session import Session

WIDE = 440  # pixels of the plate
FREEZE = 60  # ticks before a press counts, so that nobody skips the words with a shot already on its way


class Lost(Screen):
    """Fire, Enter or the retry key go back to the checkpoint; the map key opens the report, Escape the pause menu."""

    def __init__(self, app: App, play: Play) -> None:
        super().__init__(app)
        self.play = play
        self.age = 0
        self.keys = MenuKeys()
        self.ground = play.draw().copy()
        self.dark = ink.dimmed(self.ground, 90)
        self.how = how_it_came(play.session)

    def handle(self, event: pygame.event.Event) -> None:
        began = self.app.hands.handle(event)
        word = self.keys.read(event)
        if word == "menu" or "pause" in began or (word == "back" and "retry" not in began):
            self.app.push("pause", play=self.play)
        elif self.age >= FREEZE and "map" in began:
            self.app.push("so_far", session=self.play.session)
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
        cure = broken(hud.clock_cure, WIDE - 20)
        how = [part for words in self.how for part in broken(words, WIDE - 20)]
        row = grown(13)
        tall = 38 + row * (len(cure) + max(3, len(how)) + 1) + 2 * grown(8)
        top = max(8, 178 - tall // 2)
        frame.blit(ink.plate(WIDE, tall, strength=0.82, tab=ink.RED), (320 - WIDE // 2, top))
        ink.draw_text(frame, hud.clock_cause or session.reason.upper(), 320, top + 12, ink.AMBER, 2, "centre")
        y = lines(frame, cure, 320, top + 38, WIDE, ink.WHITE) + grown(8)
        lines(frame, how, 320, y, WIDE, ink.STEEL)
        foot = top + tall - row - grown(8)
        if self.age >= FREEZE:
            self._choices(frame, foot)
        else:
            ink.bar(frame, 290, foot + 2, 60, self.age / FREEZE, ink.FAINT)
        return frame

    def _choices(self, frame: pygame.Surface, y: int) -> None:
        keys, pad = binds(self.app.settings.keys), self.app.hands.sources.device == "pad"
        again, look = keys_for(keys, "fire", pad), keys_for(keys, "map", pad)
        write(frame, f"{again}  TRY AGAIN", 310, y, ink.WHITE, "right")
        write(frame, f"{look}  WHAT HAPPENED", 330, y, ink.STEEL)


def how_it_came(session: Session) -> list[str]:
    """Return how the hunter found you last, what it was about and by what, and what its face had shown."""
    found = [f"{when}  {words}" for when, words in alert_lines(session) if words.startswith("IT ")]
    worn = faces(session)
    shown = f"{of_look(worn[-1].look)}: {verdict(worn[-1])[0]}" if worn else ""
    return [words for words in (*found[-1:], why_caught(session), shown) if words]
