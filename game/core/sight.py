"""Lines of sight on the half-metre grid, and how likely an eye makes somebody out; shared by rules and minds.

The same detection rate serves to see and, in a mind's belief, to learn from not having seen.
"""

from typing import Any

from game.core.curves import light_power
from game.core.jit import kernel

# Cones of an eye (T1000.md 2.1), first hit counts: cosine of half the angle, metres, attention.
FOCUS_COS, FOCUS_REACH = 0.8660254037844386, 16.0
MID_COS, MID_REACH, MID_SHARE = 0.5, 12.0, 0.5
EDGE_COS, EDGE_REACH, EDGE_SHARE = -0.17364817766693033, 6.0, 0.2
AURA = 1.5  # metres: felt all round
SCREEN = 9.5  # metres: a player sees all round on his screen
RATE = 6.0  # a second
ARM = 3.0  # metres: within this even the dark hides nobody (HUNT.md 3)
ARM_VISIBILITY = 0.5


@kernel
def clear(opaque: Any, x0: Any, y0: Any, x1: Any, y1: Any) -> Any:
    """Say whether nothing opaque lies between two points (metres); symmetric: the ends' own cells never count."""
    if x1 < x0 or (x1 == x0 and y1 < y0):
        x0, y0, x1, y1 = x1, y1, x0, y0
    ax, ay, bx, by = x0 * 2.0, y0 * 2.0, x1 * 2.0, y1 * 2.0
    ix, iy, jx, jy = int(ax), int(ay), int(bx), int(by)
    dx, dy = bx - ax, by - ay
    steps = jx - ix
    tx, ty, ux, uy, sy = 1e30, 1e30, 0.0, 0.0, 0
    if jx > ix:
        tx, ux = (ix + 1 - ax) / dx, 1.0 / dx
    if jy > iy:
        steps += jy - iy
        sy, ty, uy = 1, (iy + 1 - ay) / dy, 1.0 / dy
    elif jy < iy:
        steps += iy - jy
        sy, ty, uy = -1, (iy - ay) / dy, -1.0 / dy
    while steps > 1:
        if tx < ty:
            ix += 1
            tx += ux
        else:
            iy += sy
            ty += uy
        if opaque[iy, ix]:
            return False
        steps -= 1
    return True


@kernel
def attention(dx: Any, dy: Any, d: Any, fx: Any, fy: Any, moving: Any, all_round: Any, reach: Any) -> Any:
    """Return the cone's share for somebody at (dx, dy), d metres off, for an eye that looks along (fx, fy)."""
    if d <= AURA:
        return 1.0
    if all_round and d <= SCREEN:
        return 1.0
    dot = (dx * fx + dy * fy) / d
    if dot >= FOCUS_COS and d <= reach:
        return 1.0
    if dot >= MID_COS and d <= MID_REACH:
        return MID_SHARE
    if dot >= EDGE_COS and d <= EDGE_REACH and moving:
        return EDGE_SHARE
    return 0.0


@kernel
def visibility(light: Any, speed: Any, sneaks: Any, covered: Any, d: Any) -> Any:
    """Return 0..1 for a person in some light, at a speed in metres a second, perhaps low and behind cover."""
    v = light_power(light) * (0.35 + 0.65 * min(1.0, speed / 4.0))
    if sneaks:
        v *= 0.6
        if covered:
            v *= 0.5
    if d <= ARM and v < ARM_VISIBILITY:
        return ARM_VISIBILITY
    return min(1.0, v)


@kernel
def rate(share: Any, seen: Any, d: Any, reach: Any) -> Any:
    """Return how fast awareness grows, a second."""
    if d >= reach:
        return 0.0
    return RATE * share * seen * (1.0 - d / reach)
