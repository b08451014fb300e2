"""What the base bot carries in its head from look to look."""

import msgspec

from game.agent.legs import Legs
from game.agent.seen import NEVER, Seen


class BotMemory(msgspec.Struct):
    """intent and why are the debug overlay's words.

    leg: next point of the way; met: the boy is with us; foe: the machine, as last seen, once it is known;
    rusher: the look of who last ran at the boy.
    """

    intent: str = ""
    why: str = ""
    since: int = 0
    legs: Legs = msgspec.field(default_factory=Legs)
    leg: int = 0
    leg_at: int = 0
    ward: Seen = msgspec.field(default_factory=Seen)
    foe: Seen = msgspec.field(default_factory=Seen)
    rusher: str = ""
    rushed_at: int = NEVER
    met: bool = False
    held_since: int = NEVER
    shots: int = 0
    rounds: int = 0
    shot_at: int = NEVER
    flight_until: int = NEVER
    shoved: bool = False
    close_at: int = NEVER  # tick from which the hands have understood that it is within reach
    ordered: int = 0
    ordered_at: int = NEVER
    lagging_since: int = NEVER
    device: str = ""
    react_at: int = NEVER
