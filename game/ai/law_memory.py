"""What a guard or an officer carries in the head from look to look."""

import msgspec

from game.agent.legs import Legs
from game.agent.seen import NEVER, Seen


class Trouble(msgspec.Struct):
    """Where something happened, as far as seen, heard or told: metres, tick, and in one word what."""

    x: float
    y: float
    at: int
    what: str


class LawMemory(msgspec.Struct):
    """intent, why, scores: the decision in words. speak, shout, radio: what is said with this decision, taken by the rules.

    foe: whom it stands against, as last seen; `foe_is` machine (proven), gunman (fires among people) or armed.
    """

    intent: str = ""
    why: str = ""
    scores: list[tuple[str, float]] = msgspec.field(default_factory=list)
    since: int = 0
    at_ease: bool = False  # on the round: half as many thoughts will do
    thought_at: int = 0
    passed: int = 0  # ticks since the last thought
    speak: str = ""
    shout: tuple[str, float, float] | None = None
    radio: tuple[str, str] | None = None
    legs: Legs = msgspec.field(default_factory=Legs)
    leg: int = 0
    wait_until: int = 0
    shelter_x: float = 0.0
    shelter_y: float = 0.0
    shelter_until: int = NEVER
    yields_until: int = NEVER
    yield_x: float = 0.0
    yield_y: float = 0.0
    barred_for: int = 0  # ticks before a shut door
    look_at: int = 0
    view: int = -1  # the way in which one looks, of law.WAYS
    looked: list[int] = msgspec.field(default_factory=list)
    trouble: Trouble | None = None
    foe: Seen = msgspec.field(default_factory=Seen)
    foe_is: str = ""
    wanted: bool = False  # the radio has asked for a boy
    machine_at: int = NEVER
    shots_at: int = NEVER
    warned_at: int = NEVER
    fired_at: int = NEVER
    calm_until: int = NEVER
    told_at: dict[str, int] = msgspec.field(default_factory=dict)  # topic -> when it was last shouted or sent
    spoke_at: dict[str, int] = msgspec.field(default_factory=dict)
    asked: dict[int, int] = msgspec.field(default_factory=dict)  # face -> tick
