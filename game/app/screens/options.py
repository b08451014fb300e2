"""Options: what can be set, one row each; every change is used and saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pygame

from game.app import ink
from game.app.menu import Row
from game.app.screens.base import Page
from game.controls.bindings import ACTIONS

if TYPE_CHECKING:
    from game.app.app import App

SPEEDS = {100: "NEVER SLOWS", 30: "SLOWS", 0: "STANDS STILL"}


class Options(Page):
    """The options page; its rows change app.settings."""

    PLACE = (150, 70, 340)

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.before = app.settings.difficulty

    def rows(self) -> list[Row]:
        s = self.app.settings
        return [
            self._choice("DIFFICULTY", "difficulty", ("gentle", "standard", "hunted")),
            self._steps("SCREEN SHAKE", "shake", 4),
            self._steps("BRIGHTNESS", "brightness", 12),
            self._choice("BLOOD", "blood", (True, False), {True: "BLOOD", False: "SPARKS"}),
            self._choice("TIME AT THE ORDER WHEEL", "wheel", (100, 30, 0), SPEEDS),
            self._choice("PAD AIM ASSIST", "assist", (True, False), {True: "ON", False: "OFF"}),
            Row(words="WINDOW", value=self._window, turn=self._resize),
            Row(
                words="FULL SCREEN", value=lambda: "ON" if s.fullscreen else "OFF", turn=lambda _: self.app.fullscreen()
            ),
            Row(words="HOLD OR TOGGLE", ok=lambda: self.app.push("toggles")),
            Row(words="KEYS AND BUTTONS", ok=lambda: self.app.push("keys")),
            Row(words="BACK", ok=self.back),
        ]

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "OPTIONS")
        if self.app.settings.difficulty != self.before and self.app.playing:
            ink.draw_text(frame, "DIFFICULTY CHANGES WITH THE NEXT MISSION", 320, 300, ink.FAINT, align="centre")
        ink.keys_line(frame, "LEFT RIGHT CHANGE   ESC BACK")

    def _choice(self, words: str, field: str, values: tuple[Any, ...], names: dict[Any, str] | None = None) -> Row:
        def value() -> str:
            now = getattr(self.app.settings, field)
            return names[now] if names else str(now).upper()

        def turn(step: int) -> None:
            at = values.index(getattr(self.app.settings, field))
            self.app.set(**{field: values[(at + step) % len(values)]})

        return Row(words=words, value=value, turn=turn)

    def _steps(self, words: str, field: str, most: int) -> Row:
        def turn(step: int) -> None:
            self.app.set(**{field: min(most, max(0, getattr(self.app.settings, field) + step))})

        return Row(words=words, value=lambda: f"{getattr(self.app.settings, field)}/{most}", turn=turn)

    def _window(self) -> str:
        factor = self.app.settings.factor
        return f"{ink.W * factor} x {ink.H * factor}" if factor else "FITS"

    def _resize(self, step: int) -> None:
        self.app.resize((self.app.settings.factor + step) % 7)


class Toggles(Page):
    """Each hold can be a toggle."""

    PLACE = (150, 90, 340)

    def rows(self) -> list[Row]:
        holds = [a for a in ACTIONS.values() if a.hold]
        return [*(self._row(a.id, a.words) for a in holds), Row(words="BACK", ok=self.back)]

    def _row(self, action: str, words: str) -> Row:
        def turn(_: int) -> None:
            now = set(self.app.settings.toggles) ^ {action}
            self.app.set(toggles=tuple(a for a in ACTIONS if a in now))

        def value() -> str:
            return "TOGGLE" if action in self.app.settings.toggles else "HOLD"

        return Row(words=words.partition(",")[0], value=value, turn=turn)

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "HOLD OR TOGGLE")


Turn = Callable[[int], None]
