"""What is worn over a jacket: badges, ties, aprons, vests and stripes, painted on the trunk in the shoulders' own axes."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array
from tools.paint.costume import Costume


@dataclass(frozen=True)
class Chest:
    """Every sample's place on the trunk: ahead of the spine, to the right of it, away from it, and above the ground."""

    ahead: Array
    across: Array
    high: Array

    @property
    def wide(self) -> Array:
        """How far a sample lies from the middle line."""
        return np.abs(self.across)


def _cloth(c: Costume) -> tuple[str, ...]:
    """The roles that a pattern runs over: bare forearms keep their skin."""
    return ("jacket", "sleeves") if c.forearms else ("jacket", "sleeves", "forearms")


Garment = Callable[[Clay, Costume, Chest], None]


def _badge(clay: Clay, c: Costume, at: Chest) -> None:
    shield = (
        (np.abs(at.ahead - c.depth * 0.55) < 1.3) & (np.abs(at.across + c.shoulders * 0.60) < 1.25) & (at.high > 40)
    )
    clay.paint(shield, "gold", "jacket", "sleeves")
    for side in (-1, 1):
        patch = (np.abs(at.across - side * (c.shoulders + 0.2)) < 0.9) & (np.abs(at.ahead - 0.2) < 1.3) & (at.high > 45)
        clay.paint(patch, "steel", "jacket", "sleeves")


def _epaulettes(clay: Clay, c: Costume, at: Chest) -> None:
    """A guard's shoulder straps, and a silver shield."""
    straps = (np.abs(at.wide - c.shoulders * 0.66) < 1.9) & (np.abs(at.ahead) < 1.15) & (at.high > 44)
    clay.paint(straps, "trim", "jacket", "sleeves")
    shield = (np.abs(at.ahead - c.depth * 0.58) < 1.2) & (np.abs(at.across + c.shoulders * 0.55) < 1.2) & (at.high > 40)
    clay.paint(shield, "steel", "jacket", "sleeves")


def _zip(clay: Clay, c: Costume, at: Chest) -> None:
    clay.paint((at.ahead > c.depth * 0.35) & (at.wide < 1.1) & (at.high > 40), "grey", "jacket")


def _tie(clay: Clay, _: Costume, at: Chest) -> None:
    clay.paint((at.ahead > 2.2) & (at.wide < 0.95) & (at.high > 40), "cherry", "jacket")


def _dungarees(clay: Clay, c: Costume, at: Chest) -> None:
    bib = (at.ahead > c.depth * 0.42) & (at.wide < c.shoulders * 0.6)
    straps = (np.abs(at.wide - c.shoulders * 0.46) < 1.35) & (at.ahead > -c.depth - 1)
    back = (at.ahead < -c.depth * 0.34) & (at.wide < c.shoulders * 0.6)
    clay.paint(bib | straps | back, "trim", "jacket", "sleeves")
    buckle = (at.ahead > c.depth * 0.30) & (at.ahead < c.depth * 0.46) & (np.abs(at.wide - c.shoulders * 0.46) < 0.9)
    clay.paint(buckle, "steel", "trim")


def _vest(clay: Clay, c: Costume, at: Chest) -> None:
    """A shop's vest, open to a V at the throat, with a white tag of its wearer's name."""
    throat = (at.ahead > c.depth * 0.25) & (at.wide < (at.ahead - c.depth * 0.25) * 0.9 + 0.6)
    clay.paint((at.wide < c.shoulders * 0.74) & ~throat, "trim", "jacket", "sleeves")
    tag = (np.abs(at.ahead - c.depth * 0.62) < 1.0) & (np.abs(at.across + c.shoulders * 0.44) < 1.7)
    clay.paint(tag, "white", "trim", "jacket")


def _apron(clay: Clay, c: Costume, at: Chest) -> None:
    """A bib apron: a front, a loop about the neck, a knot behind."""
    front = (at.ahead > c.depth * 0.36) & (at.wide < c.shoulders * 0.66)
    loop = (np.abs(at.wide - c.shoulders * 0.34) < 0.85) & (at.ahead > -c.depth * 0.5)
    knot = (at.ahead < -c.depth * 0.62) & (at.wide < 2.4)
    clay.paint(front | loop | knot, "trim", "jacket", "sleeves")


def _stripes(clay: Clay, c: Costume, at: Chest) -> None:
    """Broad bands about the chest, on sleeves as well."""
    clay.paint(((at.across + 41.2) % 4.8) < 2.4, "trim", *_cloth(c))


def _checks(clay: Clay, c: Costume, at: Chest) -> None:
    """A plaid shirt, worn open over something pale."""
    bands = (((at.across + 40) % 4.4) < 1.3) | (((at.ahead + 40) % 4.4) < 1.3)
    clay.paint(bands, "trim", *_cloth(c))
    clay.paint((at.ahead > c.depth * 0.2) & (at.wide < 1.9), "white", "jacket", "trim")


def _yoke(clay: Clay, c: Costume, at: Chest) -> None:
    """Shoulders of a second colour, as a track suit has."""
    clay.paint((at.wide > c.shoulders * 0.52) & (at.high > 42), "trim", "jacket", "sleeves")


def _open(clay: Clay, _: Costume, at: Chest) -> None:
    """A jacket worn open over a shirt."""
    gap = (at.ahead > 0.8) & (at.wide < 1.5 + (at.ahead - 0.8) * 0.42) & (at.high > 40)
    clay.paint(gap, "trim", "jacket")


def _sling(clay: Clay, _: Costume, at: Chest) -> None:
    """The strap of a bag, from the left shoulder to the right hip."""
    clay.paint((np.abs(at.across * 0.9 + at.ahead * 1.3 + 1.5) < 0.95) & (at.high > 38), "bag", "jacket", "sleeves")


def _radio(clay: Clay, c: Costume, at: Chest) -> None:
    """A microphone clipped to the right shoulder."""
    clay.paint(
        (np.abs(at.across - c.shoulders * 0.52) < 1.2) & (np.abs(at.ahead - 1.9) < 1.5) & (at.high > 44),
        "tank",
        "jacket",
        "trim",
    )


GARMENTS: dict[str, Garment] = {
    "badge": _badge,
    "zip": _zip,
    "tie": _tie,
    "dungarees": _dungarees,
    "vest": _vest,
    "apron": _apron,
    "stripes": _stripes,
    "checks": _checks,
    "yoke": _yoke,
    "open": _open,
    "epaulettes": _epaulettes,
    "radio": _radio,
    "satchel": _sling,
}


def dress(clay: Clay, c: Costume, at: Chest) -> None:
    """Paint all that somebody wears over his jacket."""
    for word, garment in GARMENTS.items():
        if word in c.dress:
            garment(clay, c, at)
