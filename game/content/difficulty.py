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
    tell_machine, tell_human   tells a second (T1000.md 5.2)
    glitch     factor on its tells once it has been frozen
    quiet      seconds of rest that it leaves after a chase
    """

    id: str
    clock: float
    look_rate: float
    doubt: float
    heading: bool
    damage: float
    cells: int
    tell_machine: float
    tell_human: float
    glitch: float
    quiet: float


DIFFICULTIES: dict[str, Difficulty] = {
    d.id: d
    for d in (
        Difficulty(
            id="gentle",
            clock=9.0,
            look_rate=0.7,
            doubt=2.0,
            heading=False,
            damage=0.6,
            cells=2,
            tell_machine=0.35,
            tell_human=0.05,
            glitch=3.0,
            quiet=45.0,
        ),
        Difficulty(
            id="standard",
            clock=6.0,
            look_rate=1.0,
            doubt=1.0,
            heading=True,
            damage=1.0,
            cells=1,
            tell_machine=0.25,
            tell_human=0.06,
            glitch=3.0,
            quiet=35.0,
        ),
        Difficulty(
            id="hunted",
            clock=4.5,
            look_rate=1.15,
            doubt=0.5,
            heading=True,
            damage=1.4,
            cells=1,
            tell_machine=0.2,
            tell_human=0.08,
            glitch=2.0,
            quiet=30.0,
        ),
    )
}
