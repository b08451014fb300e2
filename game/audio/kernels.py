"""The loops of sound: what channels add up to, peaks, the score's layers, words, and who is near; floats are f4."""

from typing import Any

import numpy as np

from game.core.jit import kernel, maker
from game.sim.tables import BODY, rows


@kernel
def fit(
    rows: Any, until: Any, steady: Any, channel: Any, at: Any, blocks: Any, left: Any, right: Any, top: Any, rest: Any
) -> float:
    """Return the largest factor, 0..1, with which a channel's blocks fit from a column on, a factor for each ear given.

    rows   f4 [2, channels, columns]: peaks; until i8 [channels]: the column at which each row ends
    steady f4 [channels]: peaks that last; top: what the loudest, and `rest` times the others, may make together
    """
    out = 1.0
    channels, columns = rows.shape[1], rows.shape[2]
    lasting, most = 0.0, 0.0
    for c in range(channels):
        if c != channel:
            lasting += steady[c]
            most = max(most, steady[c])
    for k in range(min(len(blocks), columns - at)):
        for ear in range(2):
            asked = blocks[k] * (left if ear == 0 else right)
            if asked <= 0.0:
                continue
            total, loudest = lasting, most
            for c in range(channels):
                if c != channel and until[c] > at + k:
                    peak = rows[ear, c, at + k]
                    total += peak
                    loudest = max(loudest, peak)
            room = (top - (1.0 - rest) * loudest) / rest - total
            if room > loudest:
                room = top - rest * total  # it is the loudest itself
            if room < asked * out:
                out = max(0.0, room / asked)
    return out


@kernel
def lay(rows: Any, until: Any, channel: Any, at: Any, blocks: Any, left: Any, right: Any) -> None:
    """Write a channel's blocks from a column on, and nothing after them."""
    ends = min(rows.shape[2], at + len(blocks))
    for k in range(at, ends):
        rows[0, channel, k] = blocks[k - at] * left
        rows[1, channel, k] = blocks[k - at] * right
    until[channel] = ends


@maker
def heights(frames: Any, block: Any, out: Any) -> None:
    """Write the peak of each block of frames i2 [n, 2] and of its neighbours into f4 out [n // block + 2], 1 full scale."""
    n, blocks = len(frames), len(out)
    for k in range(blocks):
        most, part = np.int32(0), frames[k * block : min(n, (k + 1) * block)].ravel()
        for i in range(len(part)):
            most = max(most, abs(np.int32(part[i])))
        out[k] = most / 32767.0
    for k in range(blocks - 1, 0, -1):
        out[k] = max(out[k], out[k - 1])


@maker
def add(out: Any, part: Any, old: Any, new: Any, ramp: Any) -> None:
    """Add a layer i2 [n, 1 or 2] to f4 [n, 2], at a factor f4 that goes from old to new by a ramp f4 of 0..1."""
    turning = len(ramp) if old != new else 0
    for i in range(turning):
        by = old + (new - old) * ramp[i]
        out[i, 0] += part[i, 0] * by
        out[i, 1] += part[i, -1] * by
    if part.shape[1] == 2:
        sums, more = out[turning:].ravel(), part[turning:].ravel()
        for i in range(len(more)):
            sums[i] += np.float32(more[i]) * new
    else:
        for i in range(turning, len(part)):
            out[i, 0] += np.float32(part[i, 0]) * new
            out[i, 1] += np.float32(part[i, 0]) * new


@maker
def cut(sums: Any, out: Any) -> Any:
    """Write f4 [n, 2] as i2 and empty it; return the peak, 1 full scale."""
    most: Any = 0
    full, flat, whole = np.float32(32767.0), sums.ravel(), out.ravel()
    for i in range(len(flat)):
        x = np.int32(min(full, max(-full, flat[i])))
        flat[i] = np.float32(0.0)
        whole[i] = x
        most = max(most, abs(x))
    return most / 32767.0


@kernel
def say(slots: Any, which: Any, starts: Any, out: Any) -> None:
    """Lay syllables i2 [kinds, frames] from their starts i8 on in out i4 [n], 0 before; each number becomes two ears of i2."""
    for k in range(len(starts)):
        slot = slots[which[k]]
        at = out[starts[k] : starts[k] + len(slot)]
        for i in range(len(at)):
            at[i] += slot[i]
    for i in range(len(out)):
        one = min(32767, max(-32767, out[i]))
        out[i] = (one << 16) | (one & 0xFFFF)


@kernel
def nearest(far: Any, cells: Any) -> Any:
    """Return which of some cells i8 has the least in far i4 [h, w]."""
    best, w = 0, far.shape[1]
    for k in range(len(cells)):
        if far[cells[k] // w, cells[k] % w] < far[cells[best] // w, cells[best] % w]:
            best = k
    return best


@kernel
def heads(bodies: Any, first: Any, count: Any, x: Any, y: Any, reach: Any, team: Any, mood: Any) -> Any:
    """Return how many bodies from the first on are of a team, up, no more upset than a mood, and within reach metres."""
    out = 0
    for k in range(first, count):
        b = bodies[k]
        near = (b.x - x) * (b.x - x) + (b.y - y) * (b.y - y) < reach * reach
        if near and b.here and not b.down and b.team == team and b.mood <= mood:
            out += 1
    return out


def warm() -> None:
    """Compile them, for the types that they are called with."""
    room, until, steady = np.zeros((2, 2, 4), np.float32), np.zeros(2, np.int64), np.zeros(2, np.float32)
    blocks, frames = np.ones(2, np.float32), np.zeros((3, 2), np.int16)
    read = np.frombuffer(bytes(12), np.int16)  # as what comes from files: nobody may write to it
    lay(room, until, 0, 0, blocks, 0.5, 0.5)
    fit(room, until, steady, 1, 0, blocks, 0.5, 0.5, 1.0, 0.5)
    heights(frames, 2, blocks)
    heights(read.reshape(3, 2), 2, blocks)
    sums = np.zeros((3, 2), np.float32)
    add(sums, read.reshape(3, 2), blocks[0], blocks[1], blocks)
    cut(sums, frames)
    say(np.zeros((1, 2), np.int16), np.zeros(1, np.int64), np.zeros(1, np.int64), np.zeros(3, np.int32))
    nearest(np.zeros((1, 1), np.int32), np.zeros(1, np.int64))
    heads(rows(BODY, 1), 0, 1, 0.0, 0.0, 1.0, 0, 0)
