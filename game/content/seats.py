"""Where one sits: the chairs and places of furniture, for the painter who makes them and the picture that puts people on them."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A place to sit, at turn 0, from the middle of a thing.

    x, y   shares of its width and height
    ahead  degrees clockwise from +x: where one looks who sits there
    """

    x: float
    y: float
    ahead: float


def _chair(angle: float, far: float) -> Seat:
    """Return a chair at a round table: degrees clockwise from +x, its distance as a share of the width."""
    a = math.radians(angle)
    return Seat(x=far * math.cos(a), y=far * math.sin(a), ahead=angle + 180)


# Each kind of furniture: the seats of each variant of its picture. A table's chairs are not all in their places.
SEATS: dict[str, tuple[tuple[Seat, ...], ...]] = {
    "table": (
        (_chair(43, 0.41), _chair(126, 0.42), _chair(207, 0.40), _chair(292, 0.40)),
        (_chair(47, 0.39), _chair(147, 0.38), _chair(283, 0.38)),
        (_chair(38, 0.40), _chair(125, 0.37), _chair(216, 0.42), _chair(301, 0.37)),
    ),
    "bench": (
        tuple(Seat(x=x, y=y, ahead=ahead) for y, ahead in ((0.05, 90.0), (-0.05, 270.0)) for x in (-0.3, 0.0, 0.3)),
    ),
}
TABLES = ("table",)  # where one sits with the legs under it
