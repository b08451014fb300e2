"""Lights of what is driven, while they are on: two warm beams that cross, and the red behind."""

import math
from typing import TYPE_CHECKING

from game.content.vehicles import VEHICLES
from game.view.light import Lamp
from game.view.pixels import METRE

if TYPE_CHECKING:
    from game.session import Session

BEAMS = ((13.0, 0.32), (7.5, 0.24))  # metres, radians to each side: a long one, and its bright root
COLOUR, POWER = (255.0, 190.0, 104.0), 1.0
NOSE, ASIDE, TOE = (
    0.9,
    0.62,
    0.07,
)  # metres before the front axle and from the middle; radians that each beam is turned out
RED, TAIL, GLOW, DIM = (
    (255.0, 44.0, 26.0),
    3.1,
    2.6,
    0.8,
)  # the lamps behind: colour, metres from the axle, reach, power


def lamps(session: "Session") -> list[Lamp]:
    """Return the lamps of all vehicles whose lights are on and that somebody drives."""
    out = []
    for ride in session.world.state.rides.values():
        if ride.lights and ride.riders:
            axle, way = VEHICLES[ride.kind].axle, math.atan2(ride.hy, ride.hx)
            for side in (-1.0, 1.0):
                x, y = _place(ride.x, ride.y, ride.hx, ride.hy, axle + NOSE, side * ASIDE)
                for reach, opening in BEAMS:
                    cone = way + side * TOE, opening
                    out.append(
                        Lamp(x=x, y=y, radius=reach * METRE, colour=COLOUR, power=POWER, shadow=False, cone=cone)
                    )
            x, y = _place(ride.x, ride.y, ride.hx, ride.hy, -TAIL, 0.0)
            out.append(Lamp(x=x, y=y, radius=GLOW * METRE, colour=RED, power=DIM, shadow=False))
    return out


def _place(x: float, y: float, hx: float, hy: float, ahead: float, aside: float) -> tuple[float, float]:
    """Return the world pixel so many metres ahead of and to the right of a place that faces (hx, hy)."""
    return (x + hx * ahead - hy * aside) * METRE, (y + hy * ahead + hx * aside) * METRE
