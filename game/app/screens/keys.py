"""Keys and buttons: choose an action, press what shall do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.menu import Row
from game.app.screens.base import Page
from game.controls.bindings import ACTIONS, Action, binds, keys_for, rebind
from game.controls.sources import Sources

if TYPE_CHECKING:
    from game.app.app import App


class Keys(Page):
    """The table of actions; `asked` is the one that waits for its new input."""

    PLACE = (110, 74, 420)

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.asked = ""
        self.sources = Sources()

    def rows(self) -> list[Row]:
        rows = [self._row(a) for a in ACTIONS.values()]
        return [*rows, Row(words="ALL AS AT FIRST", ok=lambda: self.app.set(keys={})), Row(words="BACK", ok=self.back)]

    def _row(self, action: Action) -> Row:
        def value() -> str:
            if self.asked == action.id:
                return "PRESS A KEY OR BUTTON"
            table = binds(self.app.settings.keys)
            return "   ".join(filter(None, (keys_for(table, action.id), keys_for(table, action.id, pad=True)))) or "-"

        def ask() -> None:
            self.asked = action.id

        return Row(words=action.words, ok=ask, value=value)

    def handle(self, event: pygame.event.Event) -> None:
        was = self.asked
        pressed = self.sources.read(event)[0]
        if not was:
            super().handle(event)
        elif pressed:
            self._take(was, pressed[0])

    def _take(self, action: str, source: str) -> None:
        """Bind, unless it is Escape, which leaves things as they were."""
        self.asked = ""
        if source == "escape" and action != "pause":
            return
        table = rebind(binds(self.app.settings.keys), action, source)
        changed = {id_: inputs for id_, inputs in table.items() if inputs != ACTIONS[id_].inputs}
        self.app.set(keys=changed)

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "KEYS AND BUTTONS")
        ink.keys_line(frame, "ENTER CHANGE   ESC BACK   ESC PAUSES ALWAYS")
