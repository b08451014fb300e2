"""Sixteen ways to look and eight to walk, clockwise from east: what a policy chooses among, and its rays."""

from math import sqrt

RING = (
    (2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (-1, 2), (-2, 2), (-2, 1),
    (-2, 0), (-2, -1), (-2, -2), (-1, -2), (0, -2), (1, -2), (2, -2), (2, -1),
)  # fmt: skip
SIXTEEN = tuple((x / sqrt(x * x + y * y), y / sqrt(x * x + y * y)) for x, y in RING)  # unit vectors, y down
EIGHT = SIXTEEN[::2]
