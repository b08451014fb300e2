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


class Person(msgspec.Struct):
    """Somebody by face, as last seen: whoever may be asked, or touched."""

    x: float
    y: float
    at: int
    look: str
    speed: float
    signs: int
    alone: bool


class Ruse(msgspec.Struct):
    """How it means to walk up to him: in which face, and what has to be done for it first.

    face: the one of its faces to wear, -1 the one it wears; donor: face of the one to touch first, -1 nobody; early: it
    is put on before they meet, wherever he is.
    """

    face: int = -1
    donor: int = -1
    worth: float = 0.0
    since: int = 0
    why: str = ""
    early: bool = False


class Trap(msgspec.Struct):
    """A trap under way: the place where it lies in wait, -1 none; since when, for what worth; when it lay down, and called.

    near_at: since when he has been in sight close by.
    """

    place: int = -1
    since: int = 0
    worth: float = 0.0
    lain_at: int = NEVER
    near_at: int = NEVER
    called_at: int = -1


class HunterMemory(msgspec.Struct):
    """intent and why are the debug overlay's words, scores the best three bids of the last choice; speak is said aloud.

    plan: the row of hunter.PLANS that it follows, since when, and from when each may be taken up again.
    beliefs: what it thinks others believe of a face: "who/face" -> log-odds that it is the machine (faces.py).
    grabs: how its own grabs ended, by the face that it wore: [caught, missed], counts that begin as HUNT.md's.
    guard: the one who stands between it and the boy, as last seen or heard; armed once is armed for good.
    doing: what its body is in the middle of by its own will: '', grab, slash, change, ask, pour, settle, spring.
    """

    intent: str = ""
    why: str = ""
    since: int = 0
    scores: list[tuple[str, float]] = msgspec.field(default_factory=list)
    speak: str = ""
    plan: str = ""
    plan_since: int = 0
    choose_at: int = 0
    ended: bool = False
    news: tuple[bool, bool, int, str] = (False, False, -1, "")  # he is in sight, at hand; its face; its mood
    cool: dict[str, int] = msgspec.field(default_factory=dict)
    ruse: Ruse = msgspec.field(default_factory=Ruse)
    mood: str = "neutral"
    spots_at: int = 0  # when the places to lie in wait at are thought over again, and what the best was worth
    spots_worth: float = 0.0
    trap: Trap = msgspec.field(default_factory=Trap)
    # its calls: obeyed, not; as grabs are counted
    calls: list[float] = msgspec.field(default_factory=lambda: [1.2, 1.0])
    refused: dict[int, int] = msgspec.field(default_factory=dict)  # donors that got away, until when
    prey: Belief = msgspec.field(default_factory=Belief)
    found: list[str] = msgspec.field(default_factory=list)  # rooms where it has found him, in order (habits.py)
    haunts: float = 0.0  # how likely he has haunts, by where it has found him; told by nothing before the first find
    # how likely his haunts date from each of those finds on, last that no find tells of them
    haunts_since: list[float] = msgspec.field(default_factory=lambda: [1.0])
    fade_at: int = 0
    guard: Seen = msgspec.field(default_factory=Seen)
    together: float = 0.35  # how likely his guard is beside him when nothing newer is known
    guard_armed: bool = False
    guard_heard_at: int = NEVER
    people: dict[int, Person] = msgspec.field(default_factory=dict)
    asked: dict[int, int] = msgspec.field(default_factory=dict)  # face -> tick
    asking: int = -1
    beliefs: dict[str, float] = msgspec.field(default_factory=dict)
    grabs: dict[str, list[float]] = msgspec.field(default_factory=lambda: {"open": [1.0, 4.0], "trusted": [3.0, 2.0]})
    tried: str = ""
    watched_at: int = NEVER  # the boy or his guard had it in view
    scanned_at: int = NEVER
    scans: int = 0
    met_at: int = NEVER  # the boy faced it
    ran_at: int = NEVER  # and ran away
    fled: int = 0  # looks on end
    doing: str = ""
    did_at: int = NEVER
    legs: Legs = msgspec.field(default_factory=Legs)
    leads: list[Lead] = msgspec.field(default_factory=list)
    visited: Floats = msgspec.field(default_factory=no_floats)  # seconds, for each post
    step_at: int = NEVER
    missed: Floats = msgspec.field(default_factory=no_floats)  # for each post: chance to have missed somebody there
    glance: int = -1  # the way that it looks, an index; -1 the way it walks
    glance_until: int = 0
    post: int = -1
    post_mass: float = 0.0
    plan_at: int = 0
    unmasked: bool = False  # the face that it wears has been given away
    unmasked_before: bool = False  # and had been when the hand went out
    wore: int = -1  # the face of the last look
    walked_with: int = 0  # ticks for which it has been going along with them in it
    before_him: int = 0  # ticks for which it has had him in sight without a break
    cohesion: float = 1.0
    hurt_at: int = NEVER
    grabbed_at: int = NEVER
    struck_at: int = NEVER
    cover_x: float = 0.0
    cover_y: float = 0.0
    cover_until: int = NEVER
    broke_off: str = ""  # why
    thrown: list[int] = msgspec.field(default_factory=list)  # when it was shoved off
    holds_since: int = NEVER
    hide_x: float = 0.0
    hide_y: float = 0.0
    hide_until: int = NEVER
    away_x: float = 0.0
    away_y: float = 0.0
    away_until: int = NEVER
    poured_at: int = NEVER
    pour_again: int = 0  # tick from which it tries to run under a door again


def begin(memory: HunterMemory, what: str, tick: int) -> None:
    """Note what its body begins by its own will."""
    memory.doing, memory.did_at = what, tick
