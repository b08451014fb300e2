"""Difficulty: named knobs filled in by three presets. Never a knob: the hunter's speed, its knowledge, the strike's tell floor."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Difficulty:
    """Knobs.

    clock      seconds of a seizure before the path is added
    look_rate  factor on how fast the hunter sees
    doubt      seconds that it hesitates
    heading    whether it uses the way that its prey was going
    damage     factor on the T-800's wounds
    cells      reserve cells
    """

    id: str
    clock: float
    look_rate: float
    doubt: float
    heading: bool
    damage: float
    cells: int


DIFFICULTIES: dict[str, Difficulty] = {
    d.id: d
    for d in (
        Difficulty(id="gentle", clock=9.0, look_rate=0.7, doubt=2.0, heading=False, damage=0.6, cells=2),
        Difficulty(id="standard", clock=6.0, look_rate=1.0, doubt=1.0, heading=True, damage=1.0, cells=1),
        Difficulty(id="hunted", clock=4.5, look_rate=1.15, doubt=0.5, heading=True, damage=1.4, cells=1),
    )
}
