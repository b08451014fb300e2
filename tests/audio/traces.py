"""An output that notes what it is asked, and a library whose sounds all last a second."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from game.audio.headroom import Peaks
from game.content.music import RATE, STEMS, Piece
from game.content.voices import SYLLABLES


class Trace:
    """A device that remembers: `played` (channel, sound, left, right, loops), `turned`, `stopped`, `chunks`."""

    def __init__(self) -> None:
        self.ready = True
        self.played: list[tuple[int, Any, float, float, int]] = []
        self.turned: list[tuple[int, float, float]] = []
        self.stopped: list[int] = []
        self.held: list[tuple[tuple[int, ...], bool]] = []
        self.chunks: list[Any] = []

    def made(self, frames: Any) -> Any:
        return "line"

    def play(self, channel: int, sound: Any, left: float, right: float, loops: int) -> None:
        self.played.append((channel, sound, left, right, loops))

    def volume(self, channel: int, left: float, right: float) -> None:
        self.turned.append((channel, left, right))

    def stream(self, channel: int, volume: float) -> None:
        self.turned.append((channel, volume, volume))

    def stop(self, channel: int, fade: int = 0) -> None:
        self.stopped.append(channel)

    def queue(self, channel: int, frames: Any) -> bool:
        self.chunks.append(frames)
        return True

    def wants(self, channel: int) -> bool:
        return True

    def pause(self, channels: Sequence[int], on: bool) -> None:
        self.held.append((tuple(channels), on))

    @property
    def names(self) -> list[str]:
        return [str(sound) for _, sound, *_ in self.played]


class Shelf:
    """A library of names: each sound is its own name and lasts a second."""

    ready = True

    def sound(self, name: str) -> str:
        return name

    def length(self, name: str) -> float:
        return 1.0

    def peaks(self, name: str) -> Any:
        return Peaks(np.full(60, 0.1, np.float32), 0.1)

    def syllables(self, voice: str, copy: bool) -> Any:
        return np.ones((SYLLABLES, 100), np.int16)

    def stems(self, piece: Piece) -> dict[str, Any]:
        return {s: np.full((piece.bar * 32, 2), 1000, np.int16) for s in STEMS if piece.file(s)}

    def note(self, k: int, seconds: float) -> Any:
        return np.full(int(seconds * RATE), 500, np.int16)

    def fill(self, ears: object) -> None:
        pass

    def give_up(self) -> None:
        pass
