"""What the T-1000 makes of its arms: one row each (T1000.md 8), the quickest first."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Blade:
    """A blade of the T-1000.

    id      as events tell it
    slot    Command.weapon that asks for it; 0 asks for the first
    ticks   from its first sign to the blow: it can be seen and heard for so long
    reach   metres from its middle
    wide    half the width of the line that it pierces, metres; 0 for a sweep of everything in front
    rush    ticks at the end in which it throws itself forward, at a run and in a straight line
    fixed   ticks at the end in which it no longer turns
    wound   what it takes
    pins    ticks for which who is hit can do nothing
    """

    id: str
    slot: int
    ticks: int
    reach: float
    wide: float = 0.0
    rush: int = 0
    fixed: int = 0
    wound: int
    pins: int = 0


BLADES: tuple[Blade, ...] = (
    Blade(id="slash", slot=1, ticks=30, reach=1.6, wound=6),
    Blade(id="thrust", slot=2, ticks=39, reach=3.0, wide=0.2, fixed=13, wound=10, pins=45),
    Blade(id="hook", slot=3, ticks=45, reach=2.0, wide=0.45, rush=24, fixed=19, wound=13),
)
