"""How loud the next moments will be: each channel's peaks, block by block, and what room they leave for one more sound.

The device adds channels and cuts off what is over full scale. Of the peaks of a block the loudest counts whole and the others
by REST: they do not fall on one sample. In runs of the mall and the mill the sum that was made never took more than .54 of
the others where it came near full scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.audio.kernels import fit, heights, lay
from game.audio.output import CHANNELS
from game.content.music import RATE

Frames = npt.NDArray[np.int16]
BLOCKS = 60  # a second
BLOCK = RATE // BLOCKS  # frames
CEILING = 0.97  # of full scale: volumes are rounded
REST = 0.6
LITTLE = 0.01  # of full scale: a ring that changes by less is not counted anew
LONG = 1500  # blocks that are kept; what lasts longer counts no further


class Peaks(NamedTuple):
    """A sound's peaks, 0..1: of each block, and the most of them."""

    blocks: npt.NDArray[np.float32]
    most: float

    def times(self, n: int) -> Peaks:
        """Return those of a sound that goes round n times."""
        return self if n == 1 else Peaks(np.tile(self.blocks, n), self.most)


def peaks_of(frames: Frames) -> Peaks:
    """Return the peak of each block of a sound [frames, 2], and that of its neighbours: when it begins is known to a block."""
    out = np.empty(len(frames) // BLOCK + 2, np.float32)
    heights(frames, BLOCK, out)
    return Peaks(out, float(out.max()))


NO_PEAKS = Peaks(np.zeros(2, np.float32), 0.0)


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
        self._until = np.zeros(CHANNELS, np.int64)  # the column at which a channel's row ends
        self._steady = np.zeros(CHANNELS, np.float32)
        self._rings: dict[int, Ring] = {}
        self._kept: dict[int, npt.NDArray[np.float32]] = {}  # of channels that are held: what is still to come of them
        self._held_at = 0  # block
        self._ever = np.arange(LONG)
        self._from = 0

    def take(self, channel: int, now: float, peaks: Peaks, left: float, right: float) -> None:
        """Let a sound that begins now (seconds) have a channel, with a factor for each ear."""
        self._rings.pop(channel, None)
        lay(self._rows, self._until, channel, self._column(now), peaks.blocks, left, right)

    def ring(self, channel: int, now: float, peaks: Peaks, seconds: float, left: float, right: float) -> None:
        """Let a sound of so many seconds go round on a channel, begun now or before, with these factors from now on."""
        was, start = self._rings.get(channel), self._from + self._column(now)
        if was and was.peaks is peaks and max(abs(left - was.ears[0]), abs(right - was.ears[1])) * peaks.most < LITTLE:
            return
        since = was.since if was and was.peaks is peaks else start
        self._rings[channel] = ring = Ring(since, peaks, seconds * BLOCKS, (left, right))
        self._go_round(channel, ring, start - self._from)

    def _go_round(self, channel: int, ring: Ring, column: int) -> None:
        """Lay a ring's peaks from a column on."""
        at = (self._ever[column:] + (self._from - ring.since)) % ring.round
        row = ring.peaks.blocks[np.minimum(at.astype(np.int64), len(ring.peaks.blocks) - 1)]
        lay(self._rows, self._until, channel, column, row, *ring.ears)

    def steady(self, channel: int, level: float) -> None:
        """Count a channel as so loud all the while."""
        self._steady[channel] = level

    def turn(self, channel: int, now: float, by: float) -> None:
        """Turn a channel by a factor."""
        self._rows[:, channel, self._column(now) :] *= by

    def free(self, channel: int) -> None:
        """A channel has stopped."""
        self._rings.pop(channel, None)
        self._kept.pop(channel, None)
        self._until[channel] = 0

    def hold(self, channels: Sequence[int], now: float) -> None:
        """Channels stand still: they take no room until they are let go on."""
        at = self._column(now)
        self._held_at = self._from + at
        for c in channels:
            if self._until[c] > at:
                self._kept[c] = self._rows[:, c, at : self._until[c]].copy()
                self._until[c] = 0

    def let_go(self, now: float) -> None:
        """What was held goes on where it was."""
        at = self._column(now)
        gone = self._from + at - self._held_at
        for c, kept in self._kept.items():
            ring = self._rings.get(c)
            if ring is not None:
                self._rings[c] = ring = ring._replace(since=ring.since + gone)
                self._go_round(c, ring, at)
            else:
                ends = min(LONG, at + kept.shape[1])
                self._rows[:, c, at:ends] = kept[:, : ends - at]
                self._until[c] = ends
        self._kept.clear()

    def fits(self, channel: int, now: float, peaks: Peaks, left: float, right: float) -> float:
        """Return the largest factor, 1 at most, with which a sound fits that begins now on a channel."""
        at = self._column(now)
        return fit(self._rows, self._until, self._steady, channel, at, peaks.blocks, left, right, CEILING, REST)

    def _column(self, now: float) -> int:
        """Return the column of a time; what is long past is let go."""
        gone = max(0, int(now * BLOCKS) - self._from)
        if gone > LONG // 2:
            kept = max(0, LONG - gone)
            self._rows[:, :, :kept] = self._rows[:, :, LONG - kept :].copy()
            self._until -= gone
            self._from, gone = self._from + gone, 0
            for channel, ring in self._rings.items():
                if channel not in self._kept:
                    self._go_round(channel, ring, 0)
        return gone
