"""What the T-1000 carries in its head from look to look."""

import msgspec

from game.agent.legs import Legs
from game.agent.seen import NEVER, Seen
from game.ai.belief import Belief, no_floats
from game.core.ground import Floats


class Lead(msgspec.Struct):
    """A place worth a walk: where from, and since when."""

    x: float
    y: float
    at: int
    what: str


class HunterMemory(msgspec.Struct):
    """intent and why are the debug overlay's words; unmasked: somebody of the other side knows it.

    guard: the one who stands between it and the boy, as last seen; armed once is armed for good.
    """

    intent: str = ""
    why: str = ""
    since: int = 0
    prey: Belief = msgspec.field(default_factory=Belief)
    guard: Seen = msgspec.field(default_factory=Seen)
    guard_armed: bool = False
    legs: Legs = msgspec.field(default_factory=Legs)
    leads: list[Lead] = msgspec.field(default_factory=list)
    visited: Floats = msgspec.field(default_factory=no_floats)  # seconds, for each post
    post: int = -1
    post_mass: float = 0.0
    plan_at: int = 0
    unmasked: bool = False
    cohesion: float = 1.0
    hurt_at: int = NEVER
    grabbed_at: int = NEVER
    struck_at: int = NEVER
    cover_x: float = 0.0
    cover_y: float = 0.0
    cover_until: int = NEVER
    away_x: float = 0.0
    away_y: float = 0.0
    away_until: int = NEVER
