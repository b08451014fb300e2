"""Lights of what is driven, while they are on: two warm beams that cross, the dust in them, and the red behind."""

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.content.vehicles import VEHICLES
from game.view.camera import Camera
from game.view.light import Lamp
from game.view.pixels import ADD, METRE, H, W, opaque

if TYPE_CHECKING:
    from game.session import Session

BEAMS = ((13.0, 0.32), (7.5, 0.24))  # metres, radians to each side: a long one, and its bright root
COLOUR, POWER = (255.0, 172.0, 84.0), 1.2
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

DUST, FAR, WIDE = (
    (104.0, 62.0, 20.0),
    9.5,
    0.30,
)  # what the dust in a beam adds to the picture; metres, radians to each side
TURNS, STEPS = 96, 12  # directions, and strengths, for which a beam's dust is painted


def lamps(session: "Session", left: float = 1.0) -> list[Lamp]:
    """Return the lamps of all vehicles whose lights are on and that somebody drives; `left`: what a morning leaves of them."""
    out = []
    for ride in session.world.state.rides.values():
        if ride.lights and ride.riders:
            axle, way = VEHICLES[ride.kind].axle, math.atan2(ride.hy, ride.hx)
            for side in (-1.0, 1.0):
                x, y = _place(ride.x, ride.y, ride.hx, ride.hy, axle + NOSE, side * ASIDE)
                for reach, opening in BEAMS:
                    cone = way + side * TOE, opening
                    out.append(
                        Lamp(x=x, y=y, radius=reach * METRE, colour=COLOUR, power=POWER * left, shadow=False, cone=cone)
                    )
            x, y = _place(ride.x, ride.y, ride.hx, ride.hy, -TAIL, 0.0)
            out.append(Lamp(x=x, y=y, radius=GLOW * METRE, colour=RED, power=DIM, shadow=False))
    return out


def dust(frame: pygame.Surface, session: "Session", cam: Camera, left: float = 1.0) -> None:
    """Add the dust that shines in the beams of all vehicles whose lights are on and that somebody drives, by what is `left`."""
    out = []
    for ride in session.world.state.rides.values():
        if ride.lights and ride.riders:
            axle, way = VEHICLES[ride.kind].axle, math.atan2(ride.hy, ride.hx)
            beam = _beam(round(way / (2 * math.pi) * TURNS) % TURNS, round(left * STEPS))
            half = beam.get_width() // 2
            for side in (-1.0, 1.0):
                x, y = _place(ride.x, ride.y, ride.hx, ride.hy, axle + NOSE, side * ASIDE)
                at = int(x) - cam.x - half, int(y) - cam.y - half
                if -2 * half < at[0] < W and -2 * half < at[1] < H:
                    out.append((beam, at))
    if out:
        frame.fblits(out, ADD)


@lru_cache(maxsize=8)
def _beam(turn: int, step: int = STEPS) -> pygame.Surface:
    """Return the dust in one beam: a cone that thins out, its root in the middle of the picture."""
    r = round(FAR * METRE)
    y, x = np.mgrid[-r:r, -r:r].astype(np.float32)
    way = turn / TURNS * 2 * math.pi
    far = np.hypot(x, y) / r
    away = np.abs((np.arctan2(y, x) - way + np.pi) % (2 * np.pi) - np.pi) / WIDE
    strength = np.clip(1 - far, 0, 1) ** 1.6 * np.clip(1 - away**2, 0, 1)
    return opaque((strength[..., None] * np.array(DUST, np.float32) * (step / STEPS)).astype(np.float32))


def _place(x: float, y: float, hx: float, hy: float, ahead: float, aside: float) -> tuple[float, float]:
    """Return the world pixel so many metres ahead of and to the right of a place that faces (hx, hy)."""
    return (x + hx * ahead - hy * aside) * METRE, (y + hy * ahead + hx * aside) * METRE
