"""What one mind perceives on one tick: frozen plain values, no handles, no references to the world.

Whoever holds a Percept knows this much and nothing else; systems/percepts.py is the only file that writes one.
"""

import msgspec

from game.core.ground import Ground, Rectangle

# How hard the T-1000 presses: the only word that it has of the pace of the game.
NEUTRAL, PRESS, BACKOFF = "neutral", "press", "backoff"

# Topics of a Word: the T-800 lies without power at its place; its launcher points from where it stands at the place.
FALLEN, ASIDE = "fallen", "aside"

# Bits of Track.signs: what can be seen of a person.
(
    ARMED,
    AIMING,
    WOUND,
    BLADE,
    HOLDING,
    HELD,
    DOWN,
    STAGGERED,
    CHANGING,
    RUNNING,
    SNEAKING,
    BUSY,
    SCANS,
    ASKS,
    PANICS,
    ONE_ARMED,
    POWERLESS,  # it lies, and only hands bring it back
) = (1 << i for i in range(17))


class Track(msgspec.Struct, frozen=True, gc=False):
    """Somebody in sight. The id lasts while sight lasts; whether two tracks are one person is for the mind to judge."""

    id: int
    x: float  # metres, on the map
    y: float
    vx: float  # metres a second
    vy: float
    fx: float  # the way the head points, unit
    fy: float
    look: str  # a row of content LOOKS: whom it looks like
    signs: int
    awareness: float  # 0..; 0.5 suspects, 1 knows
    distance: float
    light: float  # 0..1 where it stands
    facing_me: bool  # I am inside its forward cone and it has a clear line to me
    face: int = -1  # whose face it is, once made out: the same number for two bodies means a copy
    doubt: float = -6.0  # my own log-odds that this is the machine: 1 uneasy, 2 avoid, 3 proof


class Noise(msgspec.Struct, frozen=True, gc=False):
    """A sound as it arrived: how loud, what kind, and the door or cell it came through, never its source."""

    level: float
    kind: str
    x: float
    y: float


class Touch(msgspec.Struct, frozen=True, gc=False):
    """Somebody's body against mine, or a blow: an offset and what it was ('push', 'shove', 'grab', 'blade', 'shot')."""

    dx: float
    dy: float
    kind: str


class Word(msgspec.Struct, frozen=True, gc=False):
    """Something said or sent by radio that I could hear: `speaker` is a look, `place` a room or street name."""

    kind: str  # 'radio', 'shout', 'say'
    speaker: str
    topic: str
    place: str = ""
    x: float = -1.0
    y: float = -1.0
    age: int = 0  # ticks since what it tells of


class DoorView(msgspec.Struct, frozen=True, gc=False):
    """A door whose state I know: `index` into ground.doors; `seen` ticks ago."""

    index: int
    shut: bool
    seen: int


class Thing(msgspec.Struct, frozen=True, gc=False):
    """Something lying about that can be picked up: its kind and place."""

    kind: str
    x: float
    y: float


class Order(msgspec.Struct, frozen=True, gc=False):
    """The last order of the one I follow; `age` in ticks."""

    kind: int
    x: float
    y: float
    age: int


class Wheel(msgspec.Struct, frozen=True, gc=False):
    """What I drive: its middle, heading (unit) and speed along it in metres a second, the most that it goes, its lights."""

    x: float
    y: float
    hx: float
    hy: float
    speed: float
    top: float
    lights: bool


class Goal(msgspec.Struct, frozen=True, gc=False):
    """An objective on the player's screen: its words and, where its marker is a place, that place."""

    id: str
    text: str
    x: float
    y: float
    known: bool  # x, y mean something
    marker: str = ""


class Me(msgspec.Struct, frozen=True, gc=False):
    """My own body as I feel it."""

    x: float
    y: float
    vx: float  # metres a second
    vy: float
    fx: float
    fy: float
    look: str
    health: int
    cohesion: float
    light: float
    weapon: str  # '' when empty-handed
    rounds: int
    spare: int
    weapons: tuple[str, ...]
    ready: bool  # the weapon can fire
    reloading: bool
    staggered: bool
    down: bool
    held: bool  # somebody has seized me
    holding: bool  # I have seized somebody
    using: str  # the device I am holding Interact at, or ''
    use_left: int  # ticks left there
    busy: bool  # in the middle of a strike, a shove, a change
    forms: tuple[str, ...] = ()  # looks that I can become, my own first
    faces: tuple[int, ...] = ()  # and whose they are
    face: int = -1  # the one that I wear
    trust: float = 0.0  # a ward's trust in the one it follows; nobody else's
    loaded: tuple[str, ...] = ()  # of the weapons, those that have a round left, in them or to spare
    voices: tuple[str, ...] = ()  # looks in whose voice I can call
    guise: str = ""  # the thing that I am lying as


class Guise(msgspec.Struct, frozen=True, gc=False):
    """A place of the map where one thing more, or a piece of floor, would not be noticed at once."""

    form: str  # a prop's kind, or a floor's name
    x: float  # metres, its middle
    y: float
    w: float
    h: float


class CallPlace(msgspec.Struct, frozen=True, gc=False):
    """A place off the way to call somebody to, and the look in whose voice."""

    x: float
    y: float
    voice: str


class Briefing(msgspec.Struct, frozen=True):
    """What the mission told me before it began: looks by role, and places worth knowing."""

    role: str
    friends: tuple[str, ...] = ()  # looks
    prey: tuple[str, ...] = ()  # looks, dearest first
    leads: tuple[tuple[float, float], ...] = ()  # places to start looking
    exits: tuple[tuple[float, float], ...] = ()
    ride: tuple[float, float] | None = None  # where the prey's own vehicle was left
    dwell: int = 0  # ticks to stay at each of the leads, 0 as one likes
    guises: tuple[Guise, ...] = ()  # the T-1000's alone
    calls: tuple[CallPlace, ...] = ()


class Percept(msgspec.Struct, frozen=True):
    """One look at the world by one mind."""

    tick: int
    me: Me
    ground: Ground
    briefing: Briefing
    tracks: tuple[Track, ...] = ()
    noises: tuple[Noise, ...] = ()
    touches: tuple[Touch, ...] = ()
    words: tuple[Word, ...] = ()
    doors: tuple[DoorView, ...] = ()
    order: Order | None = None
    goal: Goal | None = None  # player's seat only
    clock: int = -1  # ticks left on the screen's countdown, -1 none; player's seat only
    cause: str = ""  # what the Clock names; player's seat only
    used: tuple[str, ...] = ()  # devices that I know have been used
    arrow: tuple[float, float] | None = None  # player's seat only: the way to a ward out of sight, as on his screen
    arrow_far: int = -1  # and the metres written beside it
    facts: tuple[str, ...] = ()  # player's seat only: what the screen has told of as known to us alone
    choices: tuple[str, ...] = ()  # player's seat only: the answers to a question that he is asked
    things: tuple[Thing, ...] = ()  # player's seat only: what lies in his view
    wheel: Wheel | None = None  # what I drive, None while I am no driver
    mood: str = NEUTRAL  # the T-1000's alone
    stands: tuple[Rectangle, ...] = ()  # where I have seen vehicles come to rest that were set rolling

    def holder(self) -> Track | None:
        """Return whoever is seen with somebody in its arms, the nearest; None if nobody is."""
        return min((t for t in self.tracks if t.signs & HOLDING), key=lambda t: t.distance, default=None)

    def sight_of(self, *looks: str) -> Track | None:
        """Return the nearest track with one of these looks."""
        return min((t for t in self.tracks if t.look in looks), key=lambda t: t.distance, default=None)
