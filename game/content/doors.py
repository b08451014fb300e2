"""Doors by kind."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Door:
    """A kind of door.

    pushes   people open it by walking at it, and it falls shut behind them
    opaque   stops sight while shut
    hush     what it takes from a noise while shut, in levels
    waits_shut   a heavy door that begins shut
    moves    ticks that it takes to move
    noise    level of its moving
    sprite   picture family in assets/doors
    """

    id: str
    pushes: bool = True
    opaque: bool = True
    hush: int = 10
    moves: int = 12
    waits_shut: bool = False
    noise: int = 18
    sprite: str = ""


DOORS: dict[str, Door] = {
    d.id: d
    for d in (
        Door(id="swing"),
        Door(id="glass", opaque=False),
        Door(id="slide", opaque=False, hush=8),
        Door(id="fire", hush=14, moves=16),
        Door(id="staff", pushes=False, hush=12, moves=16, noise=18, waits_shut=True),
        Door(id="shutter", pushes=False, moves=40, noise=32),
        Door(id="gate", pushes=False, opaque=False, hush=2, moves=40, noise=28),
        Door(id="bars", pushes=False, opaque=False, hush=2, moves=20, noise=24),
    )
}
