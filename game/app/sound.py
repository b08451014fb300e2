"""The program's sound, before and after there is any: what screens may ask of it; heavy modules come with the warm-up."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pygame

if TYPE_CHECKING:
    from game.app.settings import Settings
    from game.audio.audio import Audio
    from game.session import Session


class Sound:
    """Forwards to the audio once it is open; until then, and without a device, everything is taken and nothing is heard."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._audio: Audio | None = None

    def open(self) -> None:
        """Open the device, once; call when the warm-up is done."""
        if self._audio is None:
            from game.audio.audio import Audio

            self._audio = Audio(mixing(self._settings))
            self._audio.open(time.perf_counter())

    def close(self) -> None:
        """Let the device go."""
        if self._audio is not None:
            self._audio.close()

    def turn(self, settings: Settings) -> None:
        """Use other sliders."""
        self._settings = settings
        if self._audio is not None:
            self._audio.turn(mixing(settings))

    def handle(self, event: pygame.event.Event) -> None:
        """Hear that a device came or went."""
        if self._audio is not None:
            self._audio.handle(event, time.perf_counter())

    def frame(self) -> str:
        """Do what is due once a frame; return words for the player about the device, '' none."""
        if self._audio is None:
            return ""
        self._audio.step(time.perf_counter())
        return self._audio.news()

    def screen(self, name: str) -> None:
        """Play a menu's tick."""
        if self._audio is not None:
            self._audio.screen(name, time.perf_counter())

    def scene(self, name: str) -> None:
        """Play the music of the screen that is shown, '' none."""
        if self._audio is not None:
            self._audio.scene(name)

    def enter(self, session: Session) -> None:
        """A run is on the screen: begin, or go on."""
        if self._audio is not None:
            now = time.perf_counter()
            self._audio.enter(session, now)
            self._audio.hold(False, now)

    def hold(self) -> None:
        """The world stands still."""
        if self._audio is not None:
            self._audio.hold(True, time.perf_counter())

    def leave(self) -> None:
        """The run is over."""
        if self._audio is not None:
            self._audio.leave(time.perf_counter())

    def notice(self, session: Session) -> None:
        """Take in the last tick."""
        if self._audio is not None:
            self._audio.notice(session, time.perf_counter())


def mixing(settings: Settings) -> Any:
    """Return the mixer's numbers of the settings."""
    from game.audio.mixing import Mixing
    from game.content.cues import BUSES

    return Mixing(settings.volume, tuple(getattr(settings, f"{bus}_volume") for bus in BUSES), settings.ears)
