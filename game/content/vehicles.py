"""How what can be driven goes: one row a prop; the picture and the footprint are the prop's."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Vehicle:
    """A row; metres and seconds.

    top, back  most speed forward and backward
    pull       gain of speed at full throttle, a second
    brake      loss of it at full brake; roll: loss of it when nothing is pressed
    turn       most curvature of its way, 1 / metres: the inverse of its turning circle's radius
    axle       from its middle to each axle; half: half its width
    seats      (ahead, aside) of the middle, the driver's first
    """

    id: str
    top: float
    back: float
    pull: float
    brake: float
    roll: float
    turn: float
    axle: float
    half: float
    seats: tuple[tuple[float, float], ...]


FRONT, REAR = ((0.1, -0.4), (0.1, 0.4)), ((-0.9, -0.4), (-0.9, 0.4))  # who drives sits on the left

VEHICLES: dict[str, Vehicle] = {
    v.id: v
    for v in (
        Vehicle(
            id="station",
            top=8.0,
            back=2.5,
            pull=2.6,
            brake=9.0,
            roll=1.0,
            turn=0.16,
            axle=1.4,
            half=0.9,
            seats=(*FRONT, *REAR),
        ),
        Vehicle(
            id="car",
            top=12.0,
            back=3.0,
            pull=4.0,
            brake=10.0,
            roll=1.0,
            turn=0.18,
            axle=1.35,
            half=0.9,
            seats=(*FRONT, *REAR),
        ),
        Vehicle(
            id="van",
            top=10.0,
            back=2.5,
            pull=3.0,
            brake=8.0,
            roll=0.9,
            turn=0.15,
            axle=1.5,
            half=1.0,
            seats=FRONT,
        ),
    )
}
