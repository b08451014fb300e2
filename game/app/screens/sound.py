"""Sound: a slider for each bus, a mix for each pair of ears; and what is heard, written down."""

from __future__ import annotations

import pygame

from game.app import ink
from game.app.choices import choice, steps
from game.app.menu import Row
from game.app.screens.base import Page
from game.audio.mixing import PRESETS, STEPS
from game.content.cues import BUSES
from game.content.sounds import CATEGORIES
from game.view.font import grown

ON = {True: "ON", False: "OFF"}
BUS_WORDS = {
    "music": ("MUSIC", "It follows what you know, and no more."),
    "tells": ("WHAT WARNS YOU", "Its steps, its blades, its changes. Everything else makes room for them."),
    "effects": ("EFFECTS", "Guns, doors, glass, bodies."),
    "voices": ("VOICES", "Speech, radio, cries. Words stay on the screen."),
    "ambience": ("PLACES", "Halls, machines, crowds."),
    "screen": ("SIGNALS", "News on the screen, and menus."),
}
SOUNDS = {
    "hunter": "THE MACHINE",
    "gun": "GUNS",
    "voice": "VOICES",
    "radio": "RADIO",
    "thing": "THINGS",
    "tell": "SIGNS THAT GIVE AWAY",
    "ours": "WHAT ONLY WE KNOW",
}


class SoundPage(Page):
    """The sliders and the presets; every change is heard at once."""

    PLACE = (40, 78, 320)

    def rows(self) -> list[Row]:
        app = self.app
        names = {name: name.replace("_", " ").upper() for name in PRESETS}
        return [
            steps(app, "VOLUME", "volume", 0, STEPS),
            *(steps(app, BUS_WORDS[b][0], f"{b}_volume", 0, STEPS, note=BUS_WORDS[b][1]) for b in BUSES),
            choice(app, "MIXED FOR", "ears", tuple(PRESETS), names, "Other ears, other rooms."),
            Row(
                words="WORDS AND CAPTIONS",
                ok=lambda: app.push("captions"),
                note="What is heard, written down; how long words stay.",
            ),
            Row(words="BACK", ok=self.back),
        ]

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "SOUND AND CAPTIONS")
        row = self.menu.row
        note = PRESETS[self.app.settings.ears].about if row.words == "MIXED FOR" else row.note
        if note:
            frame.blit(ink.plate(224, 24 + grown(38), tab=ink.AMBER), (376, 78))
            ink.draw_text(frame, row.words, 388, 86, ink.WHITE)
            ink.paragraph(frame, note, 388, 100, 204)
        ink.keys_line(frame, "LEFT RIGHT CHANGE   ESC BACK")


class Captions(Page):
    """Which sounds are written on the screen, and how long words stay."""

    PLACE = (150, 90, 340)

    def rows(self) -> list[Row]:
        reading = steps(self.app, "TIME TO READ", "reading", 100, 200, 25)
        return [
            reading,
            Row(words="ALL SOUNDS", value=self._all, turn=lambda _: self._set_all()),
            *(self._row(category) for category in CATEGORIES),
            choice(self.app, "STEPS AT THE SCREEN'S EDGE", "pings", (True, False), ON),
            Row(words="BACK", ok=self.back),
        ]

    def _row(self, category: str) -> Row:
        def turn(_: int) -> None:
            now = set(self.app.settings.captions) ^ {category}
            self.app.set(captions=tuple(c for c in CATEGORIES if c in now))

        return Row(words=SOUNDS[category], value=lambda: ON[category in self.app.settings.captions], turn=turn)

    def _all(self) -> str:
        on = len(self.app.settings.captions)
        return "ON" if on == len(CATEGORIES) else "SOME" if on else "OFF"

    def _set_all(self) -> None:
        self.app.set(captions=() if self.app.settings.captions else CATEGORIES)

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "WORDS AND CAPTIONS")
