"""What the base bot carries in its head from look to look."""

import msgspec

from game.agent.legs import Legs
from game.agent.seen import NEVER, Seen
from game.bots.nerves import SENSIBLE, Nerves


class BotMemory(msgspec.Struct):
    """intent and why are the debug overlay's words; nerves: what kind of player it is.

    start_at: when it has read the card; by_path: whether it goes to him by the bot path or the shortest way;
    leg: next point of the path; looked_into: posts where he was not; whistle: where he was last heard whistling.
    met: the boy is with us; foe: the machine, as last seen, once it is known; solid: tracks that have
    shown it, shown: the last of them, and its face; tread: where a heavy step
    came from that is not one's own; rusher: the face that last ran at the boy; askers: faces that showed a photograph.
    looked: face -> ticks of the photograph held beside it; cleared: tracks that a scan has cleared;
    told: track -> the verdict passed on; ordered: the last order given, and where to.
    """

    intent: str = ""
    why: str = ""
    nerves: Nerves = SENSIBLE
    since: int = 0
    legs: Legs = msgspec.field(default_factory=Legs)
    start_at: int = NEVER
    by_path: bool = True
    dares: float = 1.5
    holds_it: bool = False
    indulges: bool = False
    wish_since: int = NEVER
    leg: int = 0
    leg_at: int = 0
    direct: bool = False
    arrived: bool = False
    looked_into: list[int] = msgspec.field(default_factory=list)
    spot: tuple[float, float] = (0.0, 0.0)
    search_at: int = NEVER
    whistle: Seen = msgspec.field(default_factory=Seen)
    ward: Seen = msgspec.field(default_factory=Seen)
    met: bool = False
    held_since: int = NEVER
    foe: Seen = msgspec.field(default_factory=Seen)
    solid: list[int] = msgspec.field(default_factory=list)
    shown: Seen = msgspec.field(default_factory=Seen)
    shown_face: int = -1
    tread: Seen = msgspec.field(default_factory=Seen)
    rusher: int = -1
    rushed_at: int = NEVER
    askers: list[int] = msgspec.field(default_factory=list)
    looked: dict[int, int] = msgspec.field(default_factory=dict)
    cleared: list[int] = msgspec.field(default_factory=list)
    scanning: int = -1
    scan_at: int = NEVER
    scanned: list[int] = msgspec.field(default_factory=list)
    told: dict[int, int] = msgspec.field(default_factory=dict)
    shots: int = 0
    rounds: int = 0
    shot_at: int = NEVER
    flight_until: int = NEVER
    startled_until: int = NEVER
    pull_id: int = -1
    pull_at: int = NEVER
    react_at: int = NEVER
    shoved: bool = False
    unmoved: dict[int, int] = msgspec.field(default_factory=dict)  # face -> tick until which it counts as its owner's
    shove_id: int = -1
    shove_since: int = NEVER
    shoved_at: int = NEVER
    close_at: int = NEVER  # tick from which the hands have understood that it is within reach
    ordered: int = 0
    ordered_at: int = NEVER
    ordered_x: float = -1.0
    ordered_y: float = -1.0
    hidden_at: int = NEVER
    hide_again: int = NEVER
    counter: str = ""
    counter_until: int = NEVER
    countered: dict[str, int] = msgspec.field(default_factory=dict)
    device: str = ""
    device_at: int = NEVER
    device_since: int = NEVER
    given_up: dict[str, int] = msgspec.field(default_factory=dict)
    guarding: bool = False
    her: Seen = msgspec.field(default_factory=Seen)  # Sarah, as last seen
    asked_at: int = NEVER
    answers_at: int = -1
    feared: Seen = msgspec.field(default_factory=Seen)  # the machine, seen with borrowed eyes
    fallen: Seen = msgspec.field(default_factory=Seen)  # the T-800, seen with them
    refuge: tuple[float, float] = (0.0, 0.0)
    refuge_until: int = NEVER
    folded_at: int = NEVER  # tick on which the machine was last seen to fold, and whether an open hand did it
    by_hand: bool = False
    unloaded: bool = False  # the launcher was empty when it was last in hand
    ran: Seen = msgspec.field(default_factory=Seen)  # where he was a second ago, and the way to there
    way_to_him: float = 0.0
    cut: tuple[float, float] | None = None  # where it goes to cut him off
    fuse_until: int = NEVER  # tick until which a grenade that is in the machine does its work
