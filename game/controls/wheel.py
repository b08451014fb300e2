"""The wheels of orders and of weapons: what a direction on each means; these tables are the only place that says so."""

from collections.abc import Collection
from dataclasses import dataclass

from game.agent.command import DISTRUST, FOLLOW, HIDE, ORDERS, RUN_TO, STAY, TRUST

OPENS_AFTER = 10  # ticks that the key is held; a shorter tap is FOLLOW, or the next weapon
REST = 14.0  # pixels from the middle in which nothing is chosen
SLANT = 0.5**0.5
PAD_REACH = 40.0  # pixels that a whole push of the stick stands for
NOTHING = 0

Pair = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Spoke:
    """One choice on a wheel: an order or a weapon slot, its words, its icon, its direction on the screen (y down)."""

    value: int
    words: str
    icon: str = ""
    x: float
    y: float


WHEEL = (
    Spoke(value=FOLLOW, words="FOLLOW", icon="follow", x=0, y=-1),
    Spoke(value=STAY, words="STAY", icon="stay", x=-1, y=0),
    Spoke(value=HIDE, words="HIDE", icon="hide", x=0, y=1),
    Spoke(value=RUN_TO, words="RUN TO", icon="run_to", x=1, y=0),
    Spoke(value=TRUST, words="TRUST", icon="mark_clear", x=-SLANT, y=-SLANT),  # the face that he is shown
    Spoke(value=DISTRUST, words="DISTRUST", icon="mark_machine", x=SLANT, y=-SLANT),
)
WEAPON_WHEEL = (
    Spoke(value=1, words="HANDS", x=0, y=-1),
    Spoke(value=2, words="PISTOL", x=-1, y=0),
    Spoke(value=3, words="LONG GUN", x=1, y=0),
    Spoke(value=4, words="HEAVY GUN", x=0, y=1),
)
WHEELS = {"order": WHEEL, "next_weapon": WEAPON_WHEEL}  # by the action that opens it
ORDERS_ALL = tuple(range(1, len(ORDERS)))


class OpenWheel:
    """A wheel while its key is held.

    action   what opened it
    chosen   the value chosen so far, NOTHING at rest
    may      the values that can be chosen
    place    metres on the map under the cursor as the key went down; `aim` the same from the body
    cursor   where the cursor was when it opened, pixels of the frame
    """

    def __init__(self, action: str, may: Collection[int], place: Pair, aim: Pair, cursor: Pair) -> None:
        self.action, self.spokes, self.may = action, WHEELS[action], frozenset(may)
        self.place, self.aim, self.cursor = place, aim, cursor
        self.chosen = self._kept = NOTHING  # kept: by number or by a stick that has been let go since

    def turn(self, cursor: Pair, number: int, stick: Pair) -> None:
        """Follow the cursor, a number key (0 none) and a stick."""
        ways = numbered(number, self.spokes), chosen(stick[0] * PAD_REACH, stick[1] * PAD_REACH, self.spokes)
        self._kept = next((value for value in ways if value in self.may), self._kept)
        pointed = chosen(cursor[0] - self.cursor[0], cursor[1] - self.cursor[1], self.spokes)
        self.chosen = pointed if pointed in self.may else self._kept


def chosen(dx: float, dy: float, spokes: tuple[Spoke, ...] = WHEEL) -> int:
    """Return the value that lies in a direction (pixels from the middle), or NOTHING while it rests there."""
    if dx * dx + dy * dy < REST * REST:
        return NOTHING
    return max(spokes, key=lambda s: s.x * dx + s.y * dy).value


def numbered(n: int, spokes: tuple[Spoke, ...] = WHEEL) -> int:
    """Return the n-th value (1 is the first), or NOTHING."""
    return spokes[n - 1].value if 1 <= n <= len(spokes) else NOTHING
