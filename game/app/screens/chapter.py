"""Before a mission: a card for each part of the story that cannot be played yet, then the mission's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.screens.tale import FADE, Tale, picture
from game.content.chapters import Chapter, between
from game.content.cues import CUES
from game.content.missions import mission as row_of
from game.view.font import broken, grown, write

if TYPE_CHECKING:
    from game.app.app import App

SIDE = 256  # pixels: how wide a picture is
LEFT, WIDE = 300, 304  # pixels: where the words stand
PAGE = (198, 212, 220)
WORDS = 2.2  # characters that a tick brings out


class Chapters(Tale):
    """The cards of one mission; what a card shows is heard once as it comes."""

    music = "tale"

    def __init__(self, app: App, mission: str, done: Callable[[], object]) -> None:
        super().__init__(app, done)
        self.cards = [*between(mission), own(mission)]
        self.pages = len(self.cards)
        self.pictures = [hand(card, mission) for card in self.cards]

    def enter(self) -> None:
        self._sound()

    def _sound(self) -> None:
        cue = f"card_{self.cards[self.at].hand}"
        if cue in CUES:
            self.app.sound.screen(cue)

    def paint(self, frame: pygame.Surface) -> None:
        card, shown = self.cards[self.at], self.pictures[self.at]
        if shown is not None:
            frame.blit(shown, (28, (ink.H - shown.get_height()) // 2))
        ink.draw_text(frame, card.where, LEFT, 84, ink.AMBER)
        frame.fill(ink.EMBER, (LEFT, 98, WIDE, 1))
        ink.draw_text(frame, card.title, LEFT, 108, ink.WHITE, 2)
        draw_slowly(frame, card.text, LEFT, 142, WIDE, int(max(0, self.age - FADE // 2) * WORDS))

    def turn(self, step: int) -> None:
        """Bring out the rest of the words first, then turn."""
        if step > 0 and (self.age - FADE // 2) * WORDS < len(self.cards[self.at].text):
            self.age = FADE // 2 + int(len(self.cards[self.at].text) / WORDS) + 1
            return
        was = self.at
        super().turn(step)
        if self.at != was:
            self._sound()


def own(mission: str) -> Chapter:
    """Return a mission's own card."""
    row = row_of(mission)
    if row is None:
        return Chapter(tells=mission, hand="", where="", title=mission.upper(), text="")
    return Chapter(tells=mission, hand=row.hand, where=f"MISSION {row.number}", title=row.title.upper(), text=row.blurb)


def hand(card: Chapter, mission: str) -> pygame.Surface | None:
    """Return a card's picture: its hand, or the level that it opens."""
    if card.hand:
        return picture(f"hands/{card.hand}.png")
    shown = picture(f"missions/{mission}.png")
    return shown and pygame.transform.smoothscale(shown, (SIDE, SIDE * shown.get_height() // shown.get_width()))


def draw_slowly(frame: pygame.Surface, text: str, x: int, y: int, wide: int, shown: int) -> None:
    """Write the first characters of a paragraph where they will stand when all of it is there."""
    for line in broken(text, wide):
        if shown <= 0:
            return
        write(frame, line[:shown], x, y, PAGE)
        shown -= len(line) + 1
        y += grown(ink.height()) + 4
