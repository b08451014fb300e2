"""The sounds on disk, read in the background once the device is open; what is not there yet, or damaged, is silent."""

from __future__ import annotations

import threading
import time
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame

from game.audio.headroom import NO_PEAKS, Peaks, peaks_of
from game.audio.mixing import LOUD, Preset
from game.audio.output import DEVICE
from game.audio.shaping import WAYS, forget_rooms, heard_lower, softened, through, without_bass
from game.content.cues import CUES, Cue, files
from game.content.music import RATE, STEMS, WHISTLE, Piece
from game.content.voices import COPY, SYLLABLES, VOICES
from game.level.where import data_root

Frames = npt.NDArray[np.int16]
FIRST = ("ui_move", "ui_ok", "ui_back", "whistle")
REST = 0.02  # seconds between two forms for other rooms: they are made while somebody plays


def folder() -> Path:
    """Return where the sounds lie."""
    return data_root() / "assets" / "sound"


class Library:
    """Sounds by file name; `name@open` and `name@shut` are forms for other rooms.

    ready   everything is read; forms for other rooms may still be in the making
    missing files that could not be read
    """

    def __init__(self) -> None:
        self.ready = False
        self.missing: list[str] = []
        self._sounds: dict[str, Any] = {}
        self._peaks: dict[str, Peaks] = {}
        self._lengths: dict[str, float] = {}
        self._voices: dict[str, Frames] = {}
        self._stems: dict[str, Frames] = {}
        self._turn = 0

    # ------------------------------------------------------------------ reading
    def fill(self, ears: Preset) -> None:
        """Begin to read everything, for these ears; a reading under way is given up."""
        self.ready = False
        self._turn += 1
        threading.Thread(target=self._read, args=(ears, self._turn), name="sounds", daemon=True).start()

    def give_up(self) -> None:
        """Stop reading and forget: the device is about to close."""
        with DEVICE:
            self._turn += 1
            self.ready = False
            self._sounds.clear()

    def _read(self, ears: Preset, turn: int) -> None:
        cues = sorted(CUES.values(), key=lambda c: (c.id not in FIRST, -c.priority))
        for cue in cues:
            for name in files(cue):
                if not self._keep(name, cue, ears, turn):
                    return
        for who in VOICES:
            for name in (f"voice_{who}", f"voice_{who}{COPY}"):
                if not self._keep(name, None, ears, turn):
                    return
        self.ready = True
        for cue in cues:
            for way in WAYS if cue.carries else ():
                time.sleep(REST)
                if not self._make(files(cue)[0], way, turn):
                    return
        forget_rooms()

    def _make(self, name: str, way: str, turn: int) -> bool:
        """Make a sound's form for another room; say whether to go on."""
        with DEVICE:
            sound = self._sounds.get(name)
            if turn != self._turn or not pygame.mixer.get_init():
                return False
            if sound is not None:
                try:
                    frames = through(_frames(sound), way)
                    made = pygame.mixer.Sound(buffer=frames.data)
                except pygame.error:
                    return False
                self._put(f"{name}@{way}", made, frames)
        return True

    def _put(self, name: str, sound: Any, frames: Frames) -> None:
        self._sounds[name], self._lengths[name], self._peaks[name] = sound, len(frames) / RATE, peaks_of(frames)

    def _keep(self, name: str, cue: Cue | None, ears: Preset, turn: int) -> bool:
        """Read one file; say whether to go on."""
        with DEVICE:
            if turn != self._turn or not pygame.mixer.get_init():
                return False
            try:
                sound = pygame.mixer.Sound(str(folder() / f"{name}.flac"))
                if cue is None:
                    self._voices[name] = _one(sound)
                else:
                    frames = _shaped(_frames(sound), cue, ears)
                    if frames is not None:
                        sound = pygame.mixer.Sound(buffer=frames.data)
                    self._put(name, sound, _frames(sound))
                    if name == WHISTLE:
                        self._voices[name] = _one(sound)
            except (pygame.error, OSError):
                self.missing.append(name)
        return True

    # ------------------------------------------------------------------ asking
    def sound(self, name: str) -> Any | None:
        """Return a sound, None where it is not there."""
        return self._sounds.get(name)

    def length(self, name: str) -> float:
        """Return how long a sound lasts in seconds; 0 where it is not there."""
        return self._lengths.get(name, 0.0)

    def peaks(self, name: str) -> Peaks:
        """Return the peaks of a sound's blocks; none where it is not there."""
        return self._peaks.get(name, NO_PEAKS)

    def syllables(self, voice: str, copy: bool) -> Frames | None:
        """Return a voice's syllables [SYLLABLES, frames], for both ears alike; None where they are not there."""
        found = self._voices.get(f"voice_{voice}{COPY if copy else ''}")
        if found is None:
            return None
        slot = len(found) // SYLLABLES
        return found[: slot * SYLLABLES].reshape(SYLLABLES, slot)

    def stems(self, piece: Piece) -> dict[str, Frames]:
        """Read the stems of a piece [frames, 2]; those of other pieces are forgotten. Slow: in a thread."""
        wanted = {piece.file(s) for s in STEMS} - {""}
        self._stems = {name: frames for name, frames in self._stems.items() if name in wanted}
        for name in sorted(wanted - self._stems.keys()):
            with DEVICE:
                try:
                    sound = pygame.mixer.Sound(str(folder() / f"{name}.flac"))
                    self._stems[name] = _frames(sound)
                except (pygame.error, OSError):
                    self.missing.append(name)
        return {s: self._stems[piece.file(s)] for s in STEMS if piece.file(s) in self._stems}

    def note(self, k: int, seconds: float) -> Frames | None:
        """Return a note of the whistle, for both ears alike; None where it is not there."""
        frames = self._voices.get(WHISTLE)
        n = int(seconds * RATE)
        return None if frames is None else frames[k * n : (k + 1) * n]


def _frames(sound: Any) -> Frames:
    """Return a sound's frames [n, 2]. Asking for its length or an array asks the mixer for its form, and if a driver has
    just closed that, the process ends; its bytes are its own.
    """
    return np.frombuffer(sound.get_raw(), np.int16).reshape(-1, 2)


def _one(sound: Any) -> Frames:
    """Return the frames of one ear, where both hear the same."""
    return _frames(sound)[:, 0].copy()


def _shaped(frames: Frames, cue: Cue, ears: Preset) -> Frames | None:
    """Return a sound as these ears want it, None as it is."""
    work = []
    if ears.lower and cue.tell:
        work.append(heard_lower)
    if ears.no_bass:
        work.append(without_bass)
    if ears.soft and cue.id in LOUD:
        work.append(softened)
    for shape in work:
        frames = shape(frames)
    return frames if work else None


def seed_of(words: str) -> int:
    """Return a number of some words, the same in every process."""
    return zlib.crc32(words.encode())
