"""A posture: where feet and hands are and how the trunk is turned, in the rig's own axes (x ahead, y to the right, z up)."""

from dataclasses import dataclass

Place = tuple[float, float, float]


@dataclass(frozen=True, kw_only=True)
class Pose:
    """Feet, hands, and the turn of the trunk.

    twist, lean   the shoulders' turn (radians, clockwise) and how far they hang ahead of the hips
    head          the head's own turn
    weapon        what the hands hold, a name of arms.WEAPONS
    drop          how far the trunk is lowered by bent knees
    """

    left_foot: Place = (1.5, -3.6, 2)
    right_foot: Place = (1.5, 3.6, 2)
    left_hand: Place
    right_hand: Place
    twist: float = 0.0
    lean: float = 0.0
    head: float = 0.0
    weapon: str = ""
    drop: float = 0.0
