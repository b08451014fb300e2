"""Options: what can be set, one row each with a word about it; every change is used and saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink, progress
from game.app.choices import choice, steps
from game.app.knobs import draw_knobs
from game.app.menu import Row
from game.app.screens.base import Page
from game.controls.bindings import ACTIONS
from game.view.font import grown, write

if TYPE_CHECKING:
    from game.app.app import App

SPEEDS = {100: "NEVER SLOWS", 30: "SLOWS", 0: "STANDS STILL"}
SIZES = {100: "AS DRAWN", 125: "LARGER", 150: "LARGEST"}
HINTS = "A key is named at its first use. Switched on again, all are told again."
ON = {True: "ON", False: "OFF"}


class Options(Page):
    """The options page; its rows change app.settings. The plate beside it is about the chosen row."""

    PLACE = (40, 62, 320)
    MOST = 14

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.before = app.settings.difficulty

    def rows(self) -> list[Row]:
        app = self.app
        return [
            choice(app, "DIFFICULTY", "difficulty", ("gentle", "standard", "hunted")),
            steps(app, "GAME SPEED", "speed", 50, 100, 10, "Slower for everybody alike. Nothing else changes."),
            choice(
                app, "TIME AT THE WHEELS", "wheel", (100, 30, 0), SPEEDS, "While a wheel of orders or weapons is open."
            ),
            Row(words="HINTS", value=lambda: ON[app.settings.hints], turn=self._hints, note=HINTS),
            steps(app, "SCREEN SHAKE", "shake", 0, 4),
            steps(app, "FLASHES", "flash", 0, 4, note="Guns, blasts and bad lamps. At 0 nothing flashes."),
            steps(app, "BRIGHTNESS", "brightness", 0, 12, note="Added to each level's own light."),
            choice(app, "WORDS", "words", (100, 125, 150), SIZES, "How large: all that is said, written and counted."),
            choice(app, "BLOOD", "blood", (True, False), {True: "BLOOD", False: "SPARKS"}),
            Row(
                words="SOUND AND CAPTIONS",
                ok=lambda: app.push("sound"),
                note="How loud what is, for which ears; what is heard, written down.",
            ),
            choice(
                app,
                "PAD AIM ASSIST",
                "assist",
                (True, False),
                ON,
                "The right stick is drawn to people in sight, never through walls.",
            ),
            Row(words="WINDOW", value=self._window, turn=self._resize),
            Row(words="FULL SCREEN", value=lambda: ON[app.settings.fullscreen], turn=lambda _: app.fullscreen()),
            Row(
                words="HOLD OR TOGGLE",
                ok=lambda: app.push("toggles"),
                note="Whatever is held down can be pressed once instead.",
            ),
            Row(words="KEYS AND BUTTONS", ok=lambda: app.push("keys"), note="Every action can have another key."),
            Row(words="BACK", ok=self.back),
        ]

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "OPTIONS")
        row = self.menu.row
        if self.menu.at == 0:
            draw_knobs(frame, self.app.settings.difficulty, 376, 62)
        elif row.note:
            frame.blit(ink.plate(224, 10 + grown(52), tab=ink.AMBER), (376, 62))
            write(frame, row.words, 388, 70, ink.WHITE)
            ink.paragraph(frame, row.note, 388, 70 + grown(14), 204)
        if self.app.settings.difficulty != self.before and self.app.playing:
            ink.draw_text(
                frame, "DIFFICULTY CHANGES WITH A RESTART OR THE NEXT MISSION", 600, 340, ink.HOT, align="right"
            )
        ink.keys_line(frame, "LEFT RIGHT CHANGE   ESC BACK")

    def _hints(self, _: int) -> None:
        """Switch hints; switched on, they begin anew."""
        self.app.set(hints=not self.app.settings.hints)
        if self.app.settings.hints:
            self.app.progress.told = ()
            self.app.say(progress.save(self.app.progress))

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
