"""What the base bot carries in its head from look to look."""

import msgspec

from game.agent.legs import Legs
from game.agent.seen import NEVER, Seen


class BotMemory(msgspec.Struct):
    """intent and why are the debug overlay's words.

    leg: next point of the way; met: the boy is with us; foe: the machine, as last seen, once it is known;
    machine: looks known to be its.
    """

    intent: str = ""
    why: str = ""
    since: int = 0
    legs: Legs = msgspec.field(default_factory=Legs)
    leg: int = 0
    leg_at: int = 0
    ward: Seen = msgspec.field(default_factory=Seen)
    foe: Seen = msgspec.field(default_factory=Seen)
    machine: list[str] = msgspec.field(default_factory=list)
    met: bool = False
    held_since: int = NEVER
    shots: int = 0
    rounds: int = 0
    shot_at: int = NEVER
    flight_until: int = NEVER
    shoved: bool = False
    ordered: int = 0
    ordered_at: int = NEVER
    lagging_since: int = NEVER
    device: str = ""
    react_at: int = NEVER
