"""Headlights of what is driven: a cone from each nose, while they are on."""

import math
from typing import TYPE_CHECKING

from game.content.vehicles import VEHICLES
from game.view.light import Lamp
from game.view.pixels import METRE

if TYPE_CHECKING:
    from game.session import Session

REACH, OPEN, POWER = 11.0, 0.42, 0.85  # metres, radians to each side
COLOUR = (255.0, 232.0, 180.0)
NOSE = 0.9  # metres before the front axle


def lamps(session: "Session") -> list[Lamp]:
    """Return the lamps of all vehicles whose lights are on and that somebody drives."""
    out = []
    for ride in session.world.state.rides.values():
        if ride.lights and ride.riders:
            ahead = (VEHICLES[ride.kind].axle + NOSE) * METRE
            x, y = ride.x * METRE + ride.hx * ahead, ride.y * METRE + ride.hy * ahead
            cone = math.atan2(ride.hy, ride.hx), OPEN
            out.append(Lamp(x=x, y=y, radius=REACH * METRE, colour=COLOUR, power=POWER, shadow=False, cone=cone))
    return out
