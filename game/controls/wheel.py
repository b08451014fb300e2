"""The order wheel: which order a direction means; its table is the only place that says so."""

from dataclasses import dataclass

from game.agent.command import DISTRUST, FOLLOW, HIDE, NO_ORDER, RUN_TO, STAY, TRUST

OPENS_AFTER = 10  # ticks that the key is held; a shorter tap is FOLLOW
REST = 14.0  # pixels from the middle in which nothing is chosen
SLANT = 0.5**0.5
PAD_REACH = 40.0  # pixels that a whole push of the stick stands for


@dataclass(frozen=True, kw_only=True)
class Spoke:
    """One order on the wheel: its words and its direction on the screen (y down)."""

    order: int
    words: str
    x: float
    y: float


WHEEL = (
    Spoke(order=FOLLOW, words="FOLLOW", x=0, y=-1),
    Spoke(order=STAY, words="STAY", x=-1, y=0),
    Spoke(order=HIDE, words="HIDE", x=0, y=1),
    Spoke(order=RUN_TO, words="RUN TO", x=1, y=0),
    Spoke(order=TRUST, words="TRUST", x=-SLANT, y=-SLANT),  # the face that he is shown
    Spoke(order=DISTRUST, words="DISTRUST", x=SLANT, y=-SLANT),
)


def chosen(dx: float, dy: float) -> int:
    """Return the order that lies in a direction (pixels from the middle), or NO_ORDER while it rests there."""
    if dx * dx + dy * dy < REST * REST:
        return NO_ORDER
    return max(WHEEL, key=lambda s: s.x * dx + s.y * dy).order


def numbered(n: int) -> int:
    """Return the n-th order (1 is the first), or NO_ORDER."""
    return WHEEL[n - 1].order if 1 <= n <= len(WHEEL) else NO_ORDER
