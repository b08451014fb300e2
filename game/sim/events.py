"""What happened: past-tense facts that the view draws and the audio plays; nothing reads them back into the rules."""

import msgspec


class Event(msgspec.Struct, frozen=True, tag=True, gc=False):
    """Something that happened on this tick. Places are metres; `who`, `by` and `whom` are body slots, -1 nobody."""


# ---------------------------------------------------------------------- shots, blows, blasts
class ShotFired(Event, frozen=True, gc=False):
    weapon: str
    x: float
    y: float
    dx: float  # unit, the way the shot left
    dy: float
    by: int


class ShotHit(Event, frozen=True, gc=False):
    """A pellet ended: `what` is metal (the T-1000), flesh, machine (the T-800), wall, glass or a prop's material."""

    what: str
    x: float
    y: float
    dx: float
    dy: float
    whom: int = -1
    from_x: float = 0.0
    from_y: float = 0.0


class ShotRefused(Event, frozen=True, gc=False):
    """The trigger clicked: somebody stood in the way who must not be hit."""

    x: float
    y: float
    by: int
    why: str


class DryFired(Event, frozen=True, gc=False):
    x: float
    y: float
    by: int


class Reloaded(Event, frozen=True, gc=False):
    weapon: str
    x: float
    y: float
    by: int


class WeaponDrawn(Event, frozen=True, gc=False):
    weapon: str
    by: int


class StrikeBegan(Event, frozen=True, gc=False):
    """A wind-up can be seen and heard: kind is slash, grab or shove; it lands `ticks` later."""

    kind: str
    x: float
    y: float
    by: int
    ticks: int


class StrikeLanded(Event, frozen=True, gc=False):
    kind: str
    x: float
    y: float
    dx: float
    dy: float
    by: int
    whom: int  # -1 missed


class Shoved(Event, frozen=True, gc=False):
    x: float
    y: float
    dx: float
    dy: float
    by: int
    whom: int  # -1 the air


class Blast(Event, frozen=True, gc=False):
    """Something went off."""

    x: float
    y: float
    radius: float
    by: int


class Embedded(Event, frozen=True, gc=False):
    """A grenade is stuck in its folded body."""

    x: float
    y: float
    whom: int
    ticks: int


class Flung(Event, frozen=True, gc=False):
    """Somebody is thrown through the air, over whatever has given way."""

    x: float
    y: float
    to_x: float
    to_y: float
    whom: int
    ticks: int


class Hauled(Event, frozen=True, gc=False):
    """The T-800 has taken hold of somebody (disarms, drags, shields); or let go."""

    by: int
    whom: int
    held: bool


# ---------------------------------------------------------------------- bodies: harm, help, hands on somebody
class BodyHurt(Event, frozen=True, gc=False):
    x: float
    y: float
    whom: int
    by: int
    amount: int


class BodyDowned(Event, frozen=True, gc=False):
    x: float
    y: float
    whom: int
    by: int


class BodyRose(Event, frozen=True, gc=False):
    x: float
    y: float
    whom: int


class Staggered(Event, frozen=True, gc=False):
    x: float
    y: float
    whom: int


class Scalded(Event, frozen=True, gc=False):
    """Steam or a live rail has folded the machine."""

    kind: str
    x: float
    y: float
    whom: int


class Seized(Event, frozen=True, gc=False):
    x: float
    y: float
    by: int
    whom: int
    trusted: bool  # from a face that they believed


class Freed(Event, frozen=True, gc=False):
    x: float
    y: float
    whom: int
    how: str  # shove, stagger, ram


class CameIn(Event, frozen=True, gc=False):
    name: str
    x: float
    y: float
    who: int


class WentHome(Event, frozen=True, gc=False):
    """Somebody has left by a way out."""

    who: int
    x: float
    y: float


class ControlPassed(Event, frozen=True, gc=False):
    """The player drives another body from now on."""

    who: int
    before: int


# ---------------------------------------------------------------------- the machine's body
class Healed(Event, frozen=True, gc=False):
    """The T-1000's wounds have closed."""

    x: float
    y: float
    whom: int


class Froze(Event, frozen=True, gc=False):
    """The machine is cold through and stands like glass."""

    x: float
    y: float
    whom: int


class Thawed(Event, frozen=True, gc=False):
    x: float
    y: float
    whom: int


class Shattered(Event, frozen=True, gc=False):
    """It was struck while it was solid."""

    x: float
    y: float
    whom: int


class Burst(Event, frozen=True, gc=False):
    """It has come apart into pools of itself."""

    x: float
    y: float
    whom: int
    parts: int


class Merged(Event, frozen=True, gc=False):
    x: float
    y: float
    whom: int


class Reformed(Event, frozen=True, gc=False):
    x: float
    y: float
    whom: int


class Poured(Event, frozen=True, gc=False):
    """It went under a shut door as a pool; from here to there."""

    x: float
    y: float
    to_x: float
    to_y: float
    who: int


class Melting(Event, frozen=True, gc=False):
    """The steel takes it; for a moment it wears a face that it really took."""

    x: float
    y: float
    whom: int
    look: str
    left: float  # share of its mass


class Gone(Event, frozen=True, gc=False):
    """Nothing is left of it."""

    x: float
    y: float
    whom: int


# ---------------------------------------------------------------------- what it looks like and lies as
class FormTaken(Event, frozen=True, gc=False):
    """A touch long enough to become a form: `look` belongs to the T-1000 now."""

    look: str
    x: float
    y: float
    who: int


class FormChanged(Event, frozen=True, gc=False):
    look: str
    before: str
    x: float
    y: float
    who: int
    ticks: int  # how long the change takes from now


class Settled(Event, frozen=True, gc=False):
    """The machine began to run into the shape of a thing."""

    form: str
    x: float
    y: float
    who: int
    ticks: int


class Rippled(Event, frozen=True, gc=False):
    """A ripple ran over the thing that is the machine."""

    form: str
    x: float
    y: float
    who: int


class Sprang(Event, frozen=True, gc=False):
    """The machine began to come out of a thing; ticks: until it can act or strikes, 0 where it was torn out of it."""

    form: str
    x: float
    y: float
    who: int
    ticks: int


class Called(Event, frozen=True, gc=False):
    """The machine called in the voice of `name`, a look; heard: by the ward."""

    name: str
    x: float
    y: float
    who: int
    heard: bool


class MoodChanged(Event, frozen=True, gc=False):
    """The pace of the game asks the hunter to press, to go on as it likes, or to hold back."""

    mood: str


# ---------------------------------------------------------------------- who notices whom, and what gives it away
class HunterSeen(Event, frozen=True, gc=False):
    """The player's side sees the T-1000's body, whatever it looks like."""

    x: float
    y: float
    by: int


class Alerted(Event, frozen=True, gc=False):
    """Somebody noticed: the cause line says who, by which sense, how far, in what light."""

    who: int
    whom: int
    sense: str
    distance: float
    light: float


class Told(Event, frozen=True, gc=False):
    """A tell, real or false: even_steps, stare, no_breath, late_reflection; whoever watches may notice."""

    kind: str
    x: float
    y: float
    who: int


class Scanned(Event, frozen=True, gc=False):
    """The long scan is over: certain, for as long as the eye stays on them."""

    who: int
    machine: bool


class FaceMatched(Event, frozen=True, gc=False):
    """The photograph was held beside a face: it is him, or not."""

    who: int
    his: bool


class Asked(Event, frozen=True, gc=False):
    """Somebody was shown the photograph."""

    x: float
    y: float
    by: int
    whom: int
    answered: bool


class Marked(Event, frozen=True, gc=False):
    who: int
    verdict: int


class Unmasked(Event, frozen=True, gc=False):
    """Somebody of the player's side knows now that this face is the machine's."""

    who: int
    by: int
    how: str


# ---------------------------------------------------------------------- sounds, voices, words
class Stepped(Event, frozen=True, gc=False):
    """A footfall: heavy, light, or the even step of the machine."""

    who: int
    x: float
    y: float
    kind: str
    level: int


class NoiseMade(Event, frozen=True, gc=False):
    kind: str
    x: float
    y: float
    level: int
    by: int


class Screamed(Event, frozen=True, gc=False):
    who: int
    x: float
    y: float


class Whistled(Event, frozen=True, gc=False):
    x: float
    y: float
    by: int


class Said(Event, frozen=True, gc=False):
    """Words to show: `text` is what stands in the bubble or card."""

    speaker: str
    who: int  # -1 a card
    key: str
    text: str


class RadioCall(Event, frozen=True, gc=False):
    """A call over the radio: everybody who carries one has heard it."""

    speaker: str
    place: str
    look: str


class OrderGiven(Event, frozen=True, gc=False):
    order: str
    x: float
    y: float
    by: int


class StoodDown(Event, frozen=True, gc=False):
    x: float
    y: float
    by: int


class CrowdAlarmed(Event, frozen=True, gc=False):
    x: float
    y: float


# ---------------------------------------------------------------------- doors, devices, things, places of harm
class DoorMoved(Event, frozen=True, gc=False):
    door: int
    shut: bool
    x: float
    y: float


class DeviceUsed(Event, frozen=True, gc=False):
    device: str
    x: float
    y: float
    by: int


class ItemTaken(Event, frozen=True, gc=False):
    kind: str
    x: float
    y: float
    by: int


class Thrown(Event, frozen=True, gc=False):
    x: float
    y: float
    to_x: float
    to_y: float
    by: int
    ticks: int


class RelicMelted(Event, frozen=True, gc=False):
    """Something thrown has come down in molten steel."""

    thing: str
    x: float
    y: float
    by: int


class GlassBroke(Event, frozen=True, gc=False):
    block: int
    x: float
    y: float
    dx: float
    dy: float


class RailTorn(Event, frozen=True, gc=False):
    block: int
    x: float
    y: float


class LampsSet(Event, frozen=True, gc=False):
    group: str
    on: bool


class HazardArmed(Event, frozen=True, gc=False):
    """A place of harm is about to set in, so many ticks from now."""

    kind: str
    name: str
    x: float
    y: float
    ticks: int


class HazardBegan(Event, frozen=True, gc=False):
    """A place of harm sets in: a press strikes, gears turn, steam or cold bursts out."""

    kind: str
    name: str
    x: float
    y: float


# ---------------------------------------------------------------------- vehicles
class VehicleRolled(Event, frozen=True, gc=False):
    prop: str
    x: float
    y: float
    to_x: float
    to_y: float


class Mounted(Event, frozen=True, gc=False):
    prop: str
    x: float
    y: float
    who: int


class Dismounted(Event, frozen=True, gc=False):
    """Whoever sat in a vehicle has got out."""

    prop: str
    x: float
    y: float


class HeadlightsSet(Event, frozen=True, gc=False):
    prop: str
    on: bool
    x: float
    y: float
    by: int


class Skidded(Event, frozen=True, gc=False):
    """A vehicle's wheels were locked at speed."""

    prop: str
    x: float
    y: float


class Looped(Event, frozen=True, gc=False):
    """A vehicle, and who sits in it, has been taken along a way that looks the same at both ends."""

    prop: str
    dx: float
    dy: float
    lap: int


# ---------------------------------------------------------------------- the story
class ObjectiveSet(Event, frozen=True, gc=False):
    id: str
    text: str


class ObjectiveDone(Event, frozen=True, gc=False):
    id: str


class FlagSet(Event, frozen=True, gc=False):
    name: str


class CheckpointReached(Event, frozen=True, gc=False):
    name: str


class ClockStarted(Event, frozen=True, gc=False):
    cause: str
    ticks: int


class ClockStopped(Event, frozen=True, gc=False):
    cause: str


class FactLearned(Event, frozen=True, gc=False):
    name: str


class QuestionPut(Event, frozen=True, gc=False):
    """A private question; `options` are the answers that the player may choose from, none where another is asked."""

    who: int
    whom: int
    topic: str
    options: tuple[str, ...]


class QuestionAnswered(Event, frozen=True, gc=False):
    who: int
    whom: int
    said: str  # a fact, '' silence
    right: bool


class MusicCued(Event, frozen=True, gc=False):
    cue: str


class CameraCued(Event, frozen=True, gc=False):
    """Point the player's eyes: ping (a mark at the screen's edge), lead (lean that way), show (look there)."""

    what: str
    place: str
    x: float
    y: float
    ticks: int


class Won(Event, frozen=True, gc=False):
    ending: str


class Lost(Event, frozen=True, gc=False):
    cause: str
