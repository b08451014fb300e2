"""What the rules remember beside the records: flags, objectives, the Clock, gear, words in the air; plain structs, saved whole."""

import msgspec

from game.agent.command import IDLE, Command
from game.agent.percept import Noise, Order, Touch, Word
from game.core.ground import Rectangle


class Gear(msgspec.Struct):
    """What somebody carries: weapons by slot, rounds in each, rounds to spare."""

    weapon: str = ""
    owned: list[str] = msgspec.field(default_factory=list)
    rounds: dict[str, int] = msgspec.field(default_factory=dict)
    spare: dict[str, int] = msgspec.field(default_factory=dict)
    forms: list[str] = msgspec.field(default_factory=list)  # looks that a T-1000 can become, its own first
    faces: list[int] = msgspec.field(default_factory=list)  # and whose they are
    voices: list[str] = msgspec.field(default_factory=list)  # looks in whose voice a T-1000 can call


class Ear(msgspec.Struct):
    """What has reached one mind since its last look."""

    noises: list[Noise] = msgspec.field(default_factory=list)
    touches: list[Touch] = msgspec.field(default_factory=list)
    words: list[Word] = msgspec.field(default_factory=list)


NO_EAR = Ear()  # of who has heard nothing: nobody writes into what has been heard


class Sound(msgspec.Struct):
    """Something on its way to somebody's ears: what arrives, what is said in it, and where it was made if triggers ask for that."""

    slot: int
    noise: Noise | None = None
    word: Word | None = None
    made: tuple[float, float] | None = None


class Use(msgspec.Struct):
    """Somebody's hand on a device."""

    device: int
    left: int  # ticks


class OrderGivenTo(msgspec.Struct):
    """The order that a ward is under."""

    kind: int
    x: float
    y: float
    at: int

    def as_order(self, tick: int) -> Order:
        return Order(self.kind, self.x, self.y, tick - self.at)


class Clock(msgspec.Struct):
    """The countdown on the screen; when it ends, the mission is lost."""

    cause: str
    began: int
    ends: int


class Flight(msgspec.Struct):
    """Something thrown that comes down at a tick."""

    x: float
    y: float
    at: int
    by: int
    thing: str = ""  # what it is, where it matters


class Talk(msgspec.Struct):
    """A private question under way."""

    asker: int
    whom: int
    fact: str
    asked_at: int  # tick from which the answer is waited for
    answers_at: int


ANSWERED, ANSWERED_RIGHT, ANSWERED_WRONG = "answered", "answered_right", "answered_wrong"  # flags of a quiz's end


class Quiz(msgspec.Struct):
    """A private question to the player, with the answers on his screen; one of them is the fact."""

    asker: int
    fact: str
    options: list[str]
    until: int


class Vault(msgspec.Struct):
    """Somebody on the way over low cover."""

    x: float
    y: float
    to_x: float
    to_y: float
    began: int


class Roll(msgspec.Struct):
    """A vehicle on its way: metres a tick, and how far it still goes."""

    prop: str
    dx: float
    dy: float
    left: float
    by: int
    swings: bool = False  # it hangs from a crane: nothing stops it, and it comes back
    back: bool = False


class Ride(msgspec.Struct):
    """A vehicle that can be driven: its middle, heading (unit), speed along it in metres a second, who sits in it."""

    kind: str
    x: float
    y: float
    hx: float
    hy: float
    speed: float = 0.0
    riders: list[int] = msgspec.field(default_factory=list)  # slots, the driver first
    lights: bool = True


class Alert(msgspec.Struct, frozen=True):
    """One line of the after-level page: who noticed whom, how, when."""

    tick: int
    who: str
    whom: str
    sense: str
    distance: float
    light: float
    kind: str = ""


class Decision(msgspec.Struct, frozen=True):
    """The hunter changed its mind: what it does, why in its own words, what it thought of the best three, and what told it."""

    tick: int
    intent: str
    why: str
    scores: list[tuple[str, float]] = msgspec.field(default_factory=list)
    by: list[str] = msgspec.field(default_factory=list)  # percepts, plainest first


class Entry(msgspec.Struct, frozen=True):
    """One line of the touch ledger: what the machine did with a face, and when it could have been known."""

    tick: int
    what: str  # touched, became, asked, told, tell, seized, called, lay, unmasked
    look: str
    by: str = ""  # who else was in it
    known: bool = False  # the player's side could see it


class Fallen(msgspec.Struct, frozen=True):
    """Somebody who went down: a dossier line of the after-level page."""

    tick: int
    who: str
    kind: str  # actor
    look: str
    room: str
    by: str  # us, it, others
    cause: str  # a weapon's id, blade
    dead: bool
    rises: bool = False  # by themselves, as an ally does


class Pace(msgspec.Struct):
    """How pressed the player has been, 0..1.1, by what he perceived; the phase and since when; the hunter's mood and since when.

    felt_at: when he last perceived it; health: his, at the last count; done: objectives done as the rest began.
    """

    menace: float = 0.0
    phase: str = "build"
    phase_at: int = 0
    mood: str = "neutral"
    mood_at: int = -1_000_000
    felt_at: int = -1_000_000
    health: int = 0
    done: int = 0


class State(msgspec.Struct):
    """Everything that is neither a record nor a mind's memory."""

    player: int = -1  # the body that the player drives now
    lent: bool = False  # he drives another than his own, until that has its power back
    flags: dict[str, int] = msgspec.field(default_factory=dict)  # name -> tick
    done: dict[str, int] = msgspec.field(default_factory=dict)  # objective -> tick
    objective: str = ""
    timers: dict[str, int] = msgspec.field(default_factory=dict)  # name -> tick it began
    counts: dict[str, int] = msgspec.field(default_factory=dict)
    fired: dict[int, int] = msgspec.field(default_factory=dict)  # trigger -> tick
    inside: dict[int, list[int]] = msgspec.field(default_factory=dict)  # enter/leave trigger -> slots inside
    due: list[tuple[str, int, float, float]] = msgspec.field(default_factory=list)  # things that set off triggers
    run_until: dict[str, int] = msgspec.field(default_factory=dict)  # hazard -> tick until which it was set off
    working: dict[int, int] = msgspec.field(default_factory=dict)  # row of the hazards -> tick since which it works
    # slot -> ticks of speech that the hunter heard near by
    speech: dict[int, int] = msgspec.field(default_factory=dict)
    pace: Pace = msgspec.field(default_factory=Pace)
    lured_at: int = -1_000_000  # tick of its last call in a voice
    lain_at: int = -1  # tick on which it last became a thing
    ripple_at: int = -1
    double_until: int = -1  # tick until which a double in view with its owner keeps its shape, -1 none is
    glitches: bool = False  # it has been frozen once: its shape does not hold as it did
    lamps_off: list[str] = msgspec.field(default_factory=list)
    things: dict[str, int] = msgspec.field(default_factory=dict)  # keys and small things, and who has them
    taken: list[int] = msgspec.field(default_factory=list)
    broken: list[int] = msgspec.field(default_factory=list)
    rolled: dict[str, tuple[float, float]] = msgspec.field(default_factory=dict)
    rolling: list[Roll] = msgspec.field(default_factory=list)
    rides: dict[str, Ride] = msgspec.field(default_factory=dict)  # by prop: what can be driven
    used: dict[str, int] = msgspec.field(default_factory=dict)
    begun: dict[int, int] = msgspec.field(default_factory=dict)  # device -> ticks left of what was broken off
    using: dict[int, Use] = msgspec.field(default_factory=dict)
    orders: dict[int, OrderGivenTo] = msgspec.field(default_factory=dict)
    clock: Clock | None = None
    checkpoint_wanted: str = ""
    checkpoint: str = ""
    outcome: str = ""
    reason: str = ""
    trust: float = 0.6
    trusts: dict[str, float] = msgspec.field(default_factory=dict)  # of allies, by name, -.5..1
    human_cost: list[tuple[int, str]] = msgspec.field(default_factory=list)
    fallen: list[Fallen] = msgspec.field(default_factory=list)  # people, in the order in which they went down
    seizures: int = 0
    rescues: int = 0
    proofs: int = 0
    hand_trusted: bool = False  # the ward and his guard believed the face whose hand went out last
    forms: list[tuple[str, int, int]] = msgspec.field(default_factory=list)  # look, taken at, touched at
    alerts: list[Alert] = msgspec.field(default_factory=list)
    cause: str = ""
    cause_at: int = -1000
    lines: list[tuple[int, str, str]] = msgspec.field(default_factory=list)  # tick, speaker, key
    lamps_beat: list[str] = msgspec.field(default_factory=list)  # lamp groups that beat slowly
    facts: dict[str, int] = msgspec.field(default_factory=dict)  # private facts, and when they were learned
    burnt: dict[str, int] = msgspec.field(default_factory=dict)  # facts that the machine has overheard
    asked: dict[str, int] = msgspec.field(default_factory=dict)  # facts that have been asked for
    talk: Talk | None = None
    quiz: Quiz | None = None
    to_ask: tuple[int, str] = (-1, "")  # who is to be asked next, and about what
    victims: int = 0  # people whom the machine has put down
    radios: list[int] = msgspec.field(default_factory=list)  # slots that carry a radio
    next_mission: str = ""
    # body -> the player's verdict: 1 doubtful, 2 cleared, 3 machine
    marks: dict[int, int] = msgspec.field(default_factory=dict)
    accused: int = 0  # people whom the player's side took for the machine
    scans: int = 0
    gone: list[str] = msgspec.field(default_factory=list)  # of whom nothing is left
    split_at: int = -1  # tick on which it burst, -1 while it is whole
    melted: float = 0.0  # share of its mass that molten steel has taken
    last_hit: str = ""  # the weapon that hit it last
    rails: list[int] = msgspec.field(default_factory=list)  # blocks that a blast has torn away
    wounds: int = 0  # people whom the player's side has shot in a limb
    early_proofs: int = 0  # faces that were proven before they struck
    chances: int = 1  # faces that it has worn, the officer's included
    face_struck: bool = False  # the face that it wears has raised a hand
    decisions: list[Decision] = msgspec.field(default_factory=list)  # of the hunter, oldest first
    held_for: dict[str, int] = msgspec.field(default_factory=dict)  # "slot/bit" -> ticks that it has been held
    flying: list[Flight] = msgspec.field(default_factory=list)
    throw_aim: tuple[float, float] = (0.0, 0.0)
    thrown_at: int = -100000
    # slot -> place that it will wish to be at, once it is up
    wishes: dict[int, str] = msgspec.field(default_factory=dict)
    vaults: dict[int, Vault] = msgspec.field(default_factory=dict)
    called_at: int = -100000  # tick of the crowd's last call to the police
    caller: int = -1  # who is on the phone
    ledger: list[Entry] = msgspec.field(default_factory=list)
    hunter_seen_at: int = -100000
    gear: dict[int, Gear] = msgspec.field(default_factory=dict)
    ears: dict[int, Ear] = msgspec.field(default_factory=dict)  # what arrives until the next look
    coming: dict[int, list[Sound]] = msgspec.field(default_factory=dict)  # tick -> sounds that arrive then
    heard: dict[int, Ear] = msgspec.field(default_factory=dict)  # what had arrived at the last look
    # slot -> door -> shut, when
    known_doors: dict[int, dict[int, tuple[bool, int]]] = msgspec.field(default_factory=dict)
    # slot -> vehicle off its place -> where it was seen at rest
    known_stands: dict[int, dict[str, Rectangle]] = msgspec.field(default_factory=dict)
    contact: dict[int, int] = msgspec.field(default_factory=dict)  # hunter -> tick of its last sight of prey
    cells: int = 1  # reserve cells of the T-800
    commands: dict[int, Command] = msgspec.field(default_factory=dict)  # what each body is told now
    before: dict[int, int] = msgspec.field(default_factory=dict)  # held bits on the last tick
    order_before: tuple[int, int, int] = (0, -1, -1)  # the player's order on the last tick
    dice: dict[str, int] = msgspec.field(default_factory=dict)  # "slot/purpose" -> state of the stream
    loss: list[tuple[int, float]] = msgspec.field(default_factory=list)  # the T-1000's recent losses of cohesion

    def command(self, slot: int) -> Command:
        """Return what a body is told on this tick."""
        return self.commands.get(slot, IDLE)

    def pressed(self, slot: int) -> int:
        """Return the bits that are held now and were not on the last tick."""
        return self.command(slot).held & ~self.before.get(slot, 0)
