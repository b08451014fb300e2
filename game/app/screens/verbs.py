"""Everything that can be done, with its keys and buttons: a page to read, not to change."""

from __future__ import annotations

import pygame

from game.app import ink
from game.app.hints.drawing import KEY, PAD, STICKS, button_for, cap
from game.app.menu import Row
from game.app.screens.base import Page
from game.controls.bindings import ACTIONS, Binds, binds, key_for

COLUMNS, ROWS = (40, 330), 15
KEY_AT, PAD_AT = 148, 230  # pixels from a column's left
STEP = 15


class Verbs(Page):
    """Two columns of actions: words, key, pad button."""

    PLACE = (40, 300, 180)

    def rows(self) -> list[Row]:
        return [Row(words="BACK", ok=self.back), Row(words="CHANGE THEM", ok=lambda: self.app.push("keys"))]

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "CONTROLS")
        table = binds(self.app.settings.keys)
        for i, action in enumerate(ACTIONS.values()):
            x, y = COLUMNS[i // ROWS % len(COLUMNS)], 60 + STEP * (i % ROWS)
            ink.draw_text(frame, action.words, x, y + 2, ink.STEEL)
            for label, kind, at in ((key_for(table, action.id), KEY, KEY_AT), (_button(action.id, table), PAD, PAD_AT)):
                if label:
                    frame.blit(cap(label, kind), (x + at, y))


def _button(action: str, table: Binds) -> str:
    """Return the pad's button of an action; walking is the left stick's."""
    return STICKS["walk"] if action in ("up", "left", "down", "right") else button_for(table, action)
