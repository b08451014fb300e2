"""The score in play: stems mixed by us into one stream without gaps, a quarter of a bar at a time, as the state wants them."""

from __future__ import annotations

import threading
import time

import numpy as np
import numpy.typing as npt

from game.audio.desk import Desk
from game.audio.kernels import add, cut
from game.audio.library import Library
from game.audio.limits import MUSIC_CHANNEL
from game.content.music import (
    BARS,
    CALM,
    EIGHTHS,
    LAYERS,
    NOTE,
    NOTES,
    PHRASE,
    RELIEF,
    STEMS,
    TENSE,
    WHISTLE,
    Piece,
    mix_of,
)

Frames = npt.NDArray[np.int16]
Gains = npt.NDArray[np.float32]
CHUNKS = 4  # of a bar
WHISTLED = (0, 1, 3, 4)  # eighths of the whistle's notes: the third stays empty
AT = 1  # bar of a phrase in which it is whistled
WAIT = 0.02  # seconds between two looks whether everything else is read
STEP = 1 / 128  # of a stream's volume


def gains(piece: Piece, state: str) -> Gains:
    """Return the factor of each layer of a piece."""
    return np.array(mix_of(piece, state).gains(), np.float32)


class Turning:
    """Turns a piece into chunks: a rise is heard with the next chunk, a fall waits for a bar's line, relief for a phrase's.

    state  what the last chunk was mixed for
    gains  the factors of LAYERS at its end
    peak   its peak, 1 full scale
    """

    def __init__(self, piece: Piece, layers: dict[str, Frames]) -> None:
        self.piece, self.state = piece, CALM
        self._layers = layers
        self._chunk = piece.bar // CHUNKS
        self._at = 0  # chunk of the ring
        self.gains = gains(piece, CALM)
        ramp = int(piece.bar / EIGHTHS)
        self._ramp = 0.5 - 0.5 * np.cos(np.linspace(0, np.pi, ramp, dtype=np.float32))
        self._sums = np.zeros((self._chunk, 2), np.float32)
        self.peak = 0.0

    @property
    def place(self) -> int:
        """The frame of the ring that comes next."""
        return self._at * self._chunk

    @property
    def bar(self) -> int:
        """The bar that comes next."""
        return self._at // CHUNKS

    def next(self, wanted: str) -> Frames:
        """Return the next chunk [frames, 2] for a state, or for the old one where it is not time yet."""
        if wanted != self.state and self._turns(wanted):
            self.state = wanted
        return self._mixed(gains(self.piece, self.state))

    def last(self) -> Frames:
        """Return a chunk in which the piece fades away."""
        return self._mixed(np.zeros(len(LAYERS), np.float32))

    def _mixed(self, new: Gains) -> Frames:
        old = self.gains
        start = self.place
        for k, layer in enumerate(LAYERS):
            frames = self._layers.get(layer)
            if frames is not None and (old[k] or new[k]):
                add(self._sums, frames[start : start + self._chunk], old[k], new[k], self._ramp)
        out = np.empty((self._chunk, 2), np.int16)
        self.peak = float(cut(self._sums, out))
        self.gains = new
        self._at = (self._at + 1) % (BARS * CHUNKS)
        return out

    def _turns(self, wanted: str) -> bool:
        """Say whether it is time for another state."""
        if TENSE[wanted] > TENSE[self.state] or TENSE[wanted] == 0:
            return True
        line = PHRASE * CHUNKS if wanted == RELIEF else CHUNKS
        return self._at % line == 0


def whistled(library: Library, piece: Piece) -> Frames | None:
    """Return the whistle laid on a piece's grid [frames, 1], once a phrase; None where there is no whistle."""
    notes = [library.note(k, NOTE) for k in range(len(NOTES))]
    if any(note is None for note in notes):
        return None
    ring = np.zeros((piece.bar * BARS, 1), np.int16)
    for bar in range(AT, BARS, PHRASE):
        for eighth, note in zip(WHISTLED, notes, strict=True):
            assert note is not None
            at = int(bar * piece.bar + eighth * piece.bar / EIGHTHS)
            ring[at : at + len(note), 0] = note
    ring.setflags(write=False)  # as what is read from files is
    return ring


class Music:
    """Feeds the desk's music channel; silent until a piece is put on."""

    def __init__(self, desk: Desk, library: Library) -> None:
        self._desk, self._library = desk, library
        self._turning: Turning | None = None
        self._before: Turning | None = None  # what fades before it begins
        self._volume = -1.0
        self._peak = 0.0  # of the chunk that was queued last: the one before it may still sound
        self._wish = 0  # counts what was put on and taken off

    @property
    def state(self) -> str:
        """What is heard now, '' nothing."""
        return self._turning.state if self._turning else ""

    def put_on(self, piece: Piece) -> None:
        """Read a piece in the background and begin it; it is heard a moment later."""
        if self._turning and self._turning.piece is piece:
            return
        self._wish += 1
        threading.Thread(target=self.begin, args=(piece, self._wish), name="music", daemon=True).start()

    def begin(self, piece: Piece, wish: int) -> None:
        """Read a piece, after all that is short, and begin it, if nothing else has been wished for meanwhile."""
        while not self._library.ready and wish == self._wish:
            time.sleep(WAIT)
        layers = dict(self._library.stems(piece))
        tune = whistled(self._library, piece)
        if tune is not None:
            layers[WHISTLE] = tune
        turning = Turning(piece, layers) if any(s in layers for s in STEMS) else None
        if turning is not None:
            turning.gains = np.zeros(len(LAYERS), np.float32)  # it comes up out of silence
        if wish == self._wish:
            self._before, self._turning, self._volume = self._turning, turning, -1.0

    def take_off(self) -> None:
        """Stop."""
        self._wish += 1
        self._turning = self._before = None
        self._peak = self._desk.music_peak = 0.0
        self._desk.output.stop(MUSIC_CHANNEL, 400)

    def step(self, wanted: str) -> None:
        """Give the stream its next chunk where it has room, and turn it as the desk says."""
        output = self._desk.output
        if self._turning is None or not output.ready:
            return
        volume = self._desk.music()
        if abs(volume - self._volume) > STEP:
            self._volume = volume
            output.stream(MUSIC_CHANNEL, volume)
        if volume and output.wants(MUSIC_CHANNEL):
            before, self._before = self._before, None
            chunk = before.last() if before else self._turning.next(wanted)
            peak = (before or self._turning).peak
            self._desk.music_peak, self._peak = max(peak, self._peak), peak
            output.queue(MUSIC_CHANNEL, chunk)
