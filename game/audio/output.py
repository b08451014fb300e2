"""Where sounds go: pygame's mixer; the one place that knows what a device may do, and that it may vanish."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import pygame

from game.content.music import BUFFER, RATE

CHANNELS = 32
AGAIN, SELDOM = 3.0, 60.0  # seconds after which a device is looked for again: first, and at last
DEVICE = threading.RLock()  # held by who reads sounds, so that the device is not closed under them
GONE = "NO SOUND DEVICE: PLAYING ON IN SILENCE"
BACK = "SOUND IS BACK"

Frames = npt.NDArray[np.int16]


class Output(Protocol):
    """What the desk needs of a device. Volumes are factors 0..1 for the left and the right ear."""

    ready: bool

    def made(self, frames: Frames) -> Any | None: ...
    def play(self, channel: int, sound: Any, left: float, right: float, loops: int) -> None: ...
    def volume(self, channel: int, left: float, right: float) -> None: ...
    def stream(self, channel: int, volume: float) -> None: ...
    def stop(self, channel: int, fade: int = 0) -> None: ...
    def queue(self, channel: int, frames: Frames) -> bool: ...
    def wants(self, channel: int) -> bool: ...
    def pause(self, channels: Sequence[int], on: bool) -> None: ...


class Speakers:
    """pygame's mixer. Whatever it raises ends in silence, once told; then a device is looked for now and then.

    news  words for the player, '' none; whoever shows them empties it
    """

    def __init__(self, buffer: int = BUFFER) -> None:
        self.ready, self.news = False, ""
        self._buffer, self._told = buffer, False
        self._next, self._wait = 0.0, AGAIN
        self._channels: list[Any] = []

    def open(self, now: float) -> bool:
        """Open the device; say whether there is one."""
        self._next = now + self._wait
        self._wait = min(SELDOM, 2 * self._wait)
        try:
            pygame.mixer.init(RATE, -16, 2, self._buffer, allowedchanges=0)
            pygame.mixer.set_num_channels(CHANNELS)
            self._channels = [pygame.mixer.Channel(k) for k in range(CHANNELS)]
        except pygame.error:
            self._lost()
            return False
        if self._told:
            self.news, self._told = BACK, False
        self.ready, self._wait = True, AGAIN
        return True

    def close(self) -> None:
        """Let the device go."""
        self.ready = False
        self._channels = []
        with DEVICE:
            if pygame.mixer.get_init():
                pygame.mixer.quit()

    def step(self, now: float) -> None:
        """Look for a device where there is none."""
        if not self.ready and now >= self._next:
            self.open(now)

    def handle(self, event: pygame.event.Event, now: float) -> None:
        """Hear that a device came or went: open anew, for SDL does not move a stream by itself."""
        if event.type == pygame.AUDIODEVICEREMOVED and not event.iscapture and self.ready:
            self.close()
            self.open(now)
        elif event.type == pygame.AUDIODEVICEADDED and not event.iscapture and not self.ready:
            self.open(now)

    def _lost(self) -> None:
        self.close()
        if not self._told:
            self.news, self._told = GONE, True

    # ------------------------------------------------------------------ what the desk asks
    def made(self, frames: Frames) -> Any | None:
        """Return frames as a sound, None where there is no device."""
        try:
            return pygame.mixer.Sound(buffer=frames.data)
        except pygame.error:
            self._lost()
            return None

    def play(self, channel: int, sound: Any, left: float, right: float, loops: int) -> None:
        """Start a sound. Volume first: set afterwards, some sounds begin with a buffer at full level.

        What still sounds there is stopped before: its end would take the new volume away with its own.
        """
        try:
            on = self._channels[channel]
            if on.get_busy():
                on.stop()
            on.set_volume(left, right)
            on.play(sound, loops)
        except (pygame.error, IndexError):
            self._lost()

    def volume(self, channel: int, left: float, right: float) -> None:
        """Turn a channel."""
        try:
            self._channels[channel].set_volume(left, right)
        except (pygame.error, IndexError):
            self._lost()

    def stream(self, channel: int, volume: float) -> None:
        """Turn a stream: with one volume, for that of two ears is an effect, and SDL takes effects off when a chunk ends."""
        try:
            self._channels[channel].set_volume(volume)
        except (pygame.error, IndexError):
            self._lost()

    def stop(self, channel: int, fade: int = 0) -> None:
        """Stop a channel, within `fade` milliseconds."""
        try:
            if fade:
                self._channels[channel].fadeout(fade)
            else:
                self._channels[channel].stop()
        except (pygame.error, IndexError):
            self._lost()

    def queue(self, channel: int, frames: Frames) -> bool:
        """Give the next chunk of a stream that has no gaps."""
        sound = self.made(frames)
        if sound is None:
            return False
        try:
            if self._channels[channel].get_busy():
                self._channels[channel].queue(sound)
            else:
                self._channels[channel].play(sound)
        except (pygame.error, IndexError):
            self._lost()
            return False
        return True

    def wants(self, channel: int) -> bool:
        """Say whether a stream has room for its next chunk."""
        try:
            return self._channels[channel].get_queue() is None
        except (pygame.error, IndexError):
            self._lost()
            return False

    def pause(self, channels: Sequence[int], on: bool) -> None:
        """Hold channels, or let them go on."""
        try:
            for k in channels:
                (self._channels[k].pause if on else self._channels[k].unpause)()
        except (pygame.error, IndexError):
            self._lost()
