"""Somebody as a mind last saw him: what is left when sight ends."""

import msgspec

from game.agent.percept import Track

NEVER = -1_000_000


class Seen(msgspec.Struct):
    """Metres, metres a second, the way the head pointed, the tick, and the signs of the track."""

    x: float = -1.0
    y: float = -1.0
    vx: float = 0.0
    vy: float = 0.0
    fx: float = 1.0
    fy: float = 0.0
    at: int = NEVER
    signs: int = 0


def seen_of(track: Track, tick: int) -> Seen:
    """Return a sighting to keep."""
    return Seen(track.x, track.y, track.vx, track.vy, track.fx, track.fy, tick, track.signs)
