"""What John carries in his head from look to look."""

import msgspec

from game.agent.legs import Legs
from game.agent.seen import NEVER, Seen


class WardMemory(msgspec.Struct):
    """intent and why are the debug overlay's words; the world says `speak` aloud and clears it.

    met: he has been told to follow; proof: how he knows what the machine is ('' he does not); voice: where a call last
    came in that he takes for the leader's; wish: a place that he would like to be at; leg: the place of his errand;
    alert_at: when a face last troubled him; shock_until: when he will have understood a hand that came out of a calm;
    stay_until: how long he stays where he was told to be; halt_since: when he stopped at a corner; line: which
    way the leader's launcher points past him, and when he was told.
    """

    intent: str = ""
    why: str = ""
    since: int = 0
    speak: str = ""
    at_ease: bool = False  # he stands, and nothing troubles him: half as many thoughts will do
    legs: Legs = msgspec.field(default_factory=Legs)
    leader: Seen = msgspec.field(default_factory=Seen)
    threat: Seen = msgspec.field(default_factory=Seen)
    alert_at: int = NEVER
    shock_until: int = NEVER
    cried_at: int = NEVER
    hailed: int = -1  # the face that he spoke to last
    hailed_at: int = NEVER
    met: bool = False
    proof: str = ""
    order: int = 0
    order_at: int = NEVER
    order_x: float = -1.0
    order_y: float = -1.0
    obey_at: int = NEVER
    stay_until: int = NEVER
    voice_x: float = -1.0
    voice_y: float = -1.0
    voice_at: int = NEVER
    was_held: bool = False
    leg: int = 0
    leave_at: int = NEVER
    wish: tuple[float, float] | None = None
    whistled_at: int = 0
    hide_x: float = -1.0
    hide_y: float = -1.0
    flee_x: float = 0.0
    flee_y: float = 0.0
    flee_until: int = NEVER
    called: tuple[float, float] | None = None  # a voice that he follows
    call_at: int = NEVER
    fooled: int = 0  # calls that he found out to be lies
    line_x: float = 0.0
    line_y: float = 0.0
    line_at: int = NEVER
    halt_since: int = NEVER
    no_halt_until: int = NEVER

    def take_up(self, intent: str, why: str, tick: int) -> None:
        """Keep what is done now, why, and since when."""
        if intent != self.intent:
            self.intent, self.since = intent, tick
        self.why = why
