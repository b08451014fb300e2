"""The desk's sums: how much louder channels together may become, and a channel's peaks written down."""

from typing import Any

import numpy as np

from game.core.jit import kernel


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


def warm() -> None:
    """Compile them."""
    rows, until, steady = np.zeros((2, 2, 4), np.float32), np.zeros(2, np.int64), np.zeros(2, np.float32)
    blocks = np.ones(2, np.float32)
    lay(rows, until, 0, 0, blocks, 0.5, 0.5)
    fit(rows, until, steady, 1, 0, blocks, 0.5, 0.5, 1.0, 0.5)
