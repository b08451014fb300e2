"""How loud the next moments will be: each channel's peaks, block by block, and what room they leave for one more sound.

The device adds channels and cuts off what is over full scale. Of the peaks of a block the loudest counts whole and the others
by REST: they do not fall on one sample. In runs of the mall and the mill the sum that was made never took more than .54 of
the others where it came near full scale.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.audio.output import CHANNELS
from game.content.music import RATE

Peaks = npt.NDArray[np.float32]  # of each block, 0..1
Frames = npt.NDArray[np.int16]
BLOCKS = 60  # a second
BLOCK = RATE // BLOCKS  # frames
CEILING = 0.97  # of full scale: volumes are rounded
REST = 0.6
LONG = 1500  # blocks that are kept; what lasts longer counts no further
FULL = 32767


def peaks_of(frames: Frames) -> Peaks:
    """Return the peak of each block of a sound [frames, 2], and that of its neighbours: when it begins is known to a block."""
    whole = len(frames) // BLOCK
    rows = frames[: whole * BLOCK].reshape(whole, BLOCK * 2)
    out = np.zeros(whole + 2, np.float32)
    out[:whole] = np.maximum(rows.max(1, initial=0), -rows.min(1, initial=0).astype(np.int32))
    rest = frames[whole * BLOCK :]
    out[whole] = max(int(rest.max(initial=0)), -int(rest.min(initial=0)))
    out[1:] = np.maximum(out[1:], out[:-1])
    return out / np.float32(FULL)


class Ring(NamedTuple):
    """What goes round on a channel: since which block, its peaks and how many blocks are once round, its factor for each ear."""

    since: int
    peaks: Peaks
    round: float
    ears: tuple[float, float]


class Headroom:
    """The peaks of every channel, for each ear and block; the score counts as loud as it can be, all the while."""

    def __init__(self) -> None:
        self._rows = np.zeros((2, CHANNELS, LONG), np.float32)
        self._steady = np.zeros((2, CHANNELS), np.float32)
        self._rings: dict[int, Ring] = {}
        self._ever = np.arange(LONG)
        self._from = 0

    def take(self, channel: int, now: float, peaks: Peaks, left: float, right: float) -> None:
        """Let a sound that begins now (seconds) have a channel, with a factor for each ear."""
        self.free(channel, now)
        start = self._column(now)
        for row, level in zip(self._rows[:, channel], (left, right), strict=True):
            row[start : start + len(peaks)] = peaks[: LONG - start] * level

    def ring(self, channel: int, now: float, peaks: Peaks, seconds: float, left: float, right: float) -> None:
        """Let a sound of so many seconds go round on a channel, begun now or before, with these factors from now on."""
        column, was = self._column(now), self._rings.get(channel)
        since = was.since if was and was.peaks is peaks else self._from + column
        self._rings[channel] = ring = Ring(since, peaks, seconds * BLOCKS, (left, right))
        self._lay(channel, ring, column)

    def _lay(self, channel: int, ring: Ring, column: int) -> None:
        """Lay a ring's peaks from a column on."""
        if len(ring.peaks):
            at = (self._ever[column:] + (self._from - ring.since)) % ring.round
            row = ring.peaks[np.minimum(at.astype(np.int64), len(ring.peaks) - 1)]
            self._rows[:, channel, column:] = np.outer(np.array(ring.ears, np.float32), row)

    def steady(self, channel: int, level: float) -> None:
        """Count a channel as so loud all the while."""
        self._steady[:, channel] = level

    def turn(self, channel: int, now: float, by: float) -> None:
        """Turn a channel by a factor."""
        self._rows[:, channel, self._column(now) :] *= by

    def free(self, channel: int, now: float) -> None:
        """A channel has stopped."""
        self._rows[:, channel, self._column(now) :] = 0
        self._rings.pop(channel, None)

    def room(self, channel: int, now: float, blocks: int) -> npt.NDArray[np.float32]:
        """Return how loud a channel may be in each ear in the coming blocks [2, blocks], beside all the others."""
        start = self._column(now)
        rows = self._rows[:, :, start : start + blocks]
        own, steady = rows[:, channel], self._steady
        if own.any() or steady[:, channel].any():
            rows, steady = rows.copy(), steady.copy()
            rows[:, channel], steady[:, channel] = 0, 0
        total = rows.sum(1) + steady.sum(1)[:, None]
        loudest = np.maximum(rows.max(1), steady.max(1)[:, None])
        below = (CEILING - (1 - REST) * loudest) / REST - total
        out: npt.NDArray[np.float32] = np.where(below <= loudest, below, CEILING - REST * total)
        return out

    def fits(self, channel: int, now: float, peaks: Peaks, left: float, right: float) -> float:
        """Return the largest factor, 1 at most, with which a sound fits that begins now on a channel."""
        room = self.room(channel, now, len(peaks))
        asked = np.array([[left], [right]], np.float32) * peaks[: room.shape[1]]
        if (asked <= room).all():
            return 1.0
        return max(0.0, float((room / np.maximum(asked, 1e-6)).min()))

    def _column(self, now: float) -> int:
        """Return the column of a time; what is long past is let go."""
        block = int(now * BLOCKS)
        gone = block - self._from
        if gone > LONG // 2:
            kept = max(0, LONG - gone)
            self._rows[:, :, :kept] = self._rows[:, :, LONG - kept :].copy()
            self._rows[:, :, kept:] = 0
            self._from, gone = block, 0
            for channel, ring in self._rings.items():
                self._lay(channel, ring, 0)
        return gone
