"""A device on paper: mixes what it is asked to play by itself, a tick at a time, before anything is cut off at full scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

from game.audio.output import CHANNELS
from game.content.music import RATE

Frames = npt.NDArray[np.int16]
Mixed = npt.NDArray[np.float32]
TICKS = 60  # a second
FULL = 32767


@dataclass
class Track:
    """What a channel plays: its frames, where it stands in them, how often it goes round yet (-1 for ever)."""

    frames: Frames | None = None
    at: int = 0
    loops: int = 0
    left: float = 1.0
    right: float = 1.0
    fade: int = 0  # frames in which it ends, 0 it does not
    faded: int = 0
    next: Frames | None = None
    held: bool = False


class Peak(NamedTuple):
    """The loudest frame of a tick: 1 is full scale; what each channel gives to it."""

    tick: int
    height: float
    parts: dict[int, float]


@dataclass
class Paper:
    """Stands where Speakers stand. `write` mixes the next tick."""

    ready: bool = True
    tracks: list[Track] = field(default_factory=lambda: [Track() for _ in range(CHANNELS)])
    ticks: int = 0
    written: int = 0
    _arrays: dict[int, tuple[Any, Frames]] = field(default_factory=dict)

    def made(self, frames: Frames) -> Any:
        """Return frames as they are."""
        return frames

    def play(self, channel: int, sound: Any, left: float, right: float, loops: int) -> None:
        """Start a sound."""
        self.tracks[channel] = Track(self._array(sound), 0, loops, left, right, held=self.tracks[channel].held)

    def _array(self, sound: Any) -> Frames:
        if isinstance(sound, np.ndarray):
            return sound
        if id(sound) not in self._arrays:
            self._arrays[id(sound)] = sound, pygame.sndarray.array(sound)
        return self._arrays[id(sound)][1]

    def volume(self, channel: int, left: float, right: float) -> None:
        """Turn a channel."""
        self.tracks[channel].left, self.tracks[channel].right = left, right

    def stream(self, channel: int, volume: float) -> None:
        """Turn a stream."""
        self.volume(channel, volume, volume)

    def stop(self, channel: int, fade: int = 0) -> None:
        """Stop a channel, within `fade` milliseconds."""
        if fade:
            self.tracks[channel].fade, self.tracks[channel].faded = fade * RATE // 1000, 0
        else:
            self.tracks[channel] = Track(held=self.tracks[channel].held)

    def queue(self, channel: int, frames: Frames) -> bool:
        """Give the next chunk of a stream."""
        track = self.tracks[channel]
        if track.frames is None:
            track.frames, track.at = frames, 0
        else:
            track.next = frames
        return True

    def wants(self, channel: int) -> bool:
        """Say whether a stream has room for its next chunk."""
        return self.tracks[channel].next is None

    def pause(self, channels: Sequence[int], on: bool) -> None:
        """Hold channels, or let them go on."""
        for k in channels:
            self.tracks[k].held = on

    # ------------------------------------------------------------------ mixing
    def write(self) -> tuple[Mixed, Peak]:
        """Return the sound of the next tick [frames, 2], 1 full scale and not cut, and its loudest frame."""
        self.ticks += 1
        n = self.ticks * RATE // TICKS - self.written
        self.written += n
        parts = {k: self._part(t, n) for k, t in enumerate(self.tracks) if t.frames is not None and not t.held}
        whole = np.zeros((n, 2), np.float32)
        for part in parts.values():
            whole += part
        at, ear = np.unravel_index(int(np.abs(whole).argmax()), whole.shape)
        side = np.sign(whole[at, ear])
        return whole, Peak(
            self.ticks, float(abs(whole[at, ear])), {k: float(p[at, ear] * side) for k, p in parts.items()}
        )

    def _part(self, track: Track, n: int) -> Mixed:
        """Return what a channel gives to the next n frames [n, 2]."""
        out = np.zeros((n, 2), np.float32)
        done = 0
        while done < n and track.frames is not None:
            part = track.frames[track.at : track.at + n - done]
            out[done : done + len(part)] = part
            done += len(part)
            track.at += len(part)
            if track.at >= len(track.frames):
                self._round(track)
        out *= np.array([track.left, track.right], np.float32) / FULL
        if track.fade:
            left = np.clip(1 - (track.faded + np.arange(n, dtype=np.float32)) / track.fade, 0, 1)
            out *= left[:, None]
            track.faded += n
            if track.faded >= track.fade:
                track.frames, track.fade = None, 0
        return out

    @staticmethod
    def _round(track: Track) -> None:
        """Go on with a track that has come to its end: round again, with what is queued, or not at all."""
        track.at = 0
        if track.next is not None:
            track.frames, track.next = track.next, None
        elif track.loops:
            track.loops -= track.loops > 0
        else:
            track.frames = None
