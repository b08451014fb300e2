"""What the base bot makes of its percept: where the boy is, who the machine is, and what there is to worry about."""

from game.agent.percept import BLADE, CHANGING, HELD, HOLDING, RUNNING, WOUND, Percept, Track
from game.agent.seen import seen_of
from game.bots.memory import BotMemory
from game.core.curves import length

WARD = "john"
PROOF = WOUND | BLADE | CHANGING | HOLDING
UNEASY, SURE = 1.0, 3.0  # log-odds that it is the machine (T1000.md 5.2)
RUSH_FOR = 120  # ticks for which a rush at the boy is held against a face
RUNS_AT, RUNS_COS = 7.0, 0.8  # metres from the boy, cosine of its way of going with the way to him
TOO_CLOSE = 3.5  # metres from the boy at which an officer is not let any nearer
MET_WITHIN = 2.5  # metres
NOT_NEARER = 3.0  # metres: out of sight he is at least this far
HOSTILE = ("officer", "chrome")  # looks that might come for him; a face in the crowd is nobody's enemy


def ward_track(percept: Percept) -> Track | None:
    """Return the boy if he is in sight."""
    return percept.sight_of(WARD)


def foe_track(percept: Percept, memory: BotMemory) -> Track | None:
    """Return the machine if it is in sight and known."""
    known = [t for t in percept.tracks if t.signs & PROOF or t.doubt >= SURE or rushes(percept, memory, t)]
    return min(known, key=lambda t: t.distance, default=None)


def rushes(percept: Percept, memory: BotMemory, track: Track) -> bool:
    """Say whether somebody ran at the boy a moment ago."""
    return track.look == memory.rusher and percept.tick - memory.rushed_at < RUSH_FOR


def take_in(percept: Percept, memory: BotMemory) -> None:
    """Bring the memory up to date."""
    ward = ward_track(percept)
    if ward is not None:
        memory.ward = seen_of(ward, percept.tick)
        memory.met = memory.met or ward.distance < MET_WITHIN
    elif percept.arrow is not None:
        follow_arrow(percept, memory, *percept.arrow)
    for track in percept.tracks:
        if runs_at_him(track, ward):
            memory.rusher, memory.rushed_at = track.look, percept.tick
    foe = foe_track(percept, memory)
    if foe is not None:
        memory.foe = seen_of(foe, percept.tick)
    held = boy_is_held(percept, memory)
    if held and memory.held_since < 0:
        memory.held_since = percept.tick
    elif not held:
        memory.held_since = -1


def follow_arrow(percept: Percept, memory: BotMemory, ax: float, ay: float) -> None:
    """Move the guess of where he is onto the way that the screen's arrow points; walking about narrows it down."""
    me, ward = percept.me, memory.ward
    along = max(NOT_NEARER, (ward.x - me.x) * ax + (ward.y - me.y) * ay)
    ward.x, ward.y = me.x + ax * along, me.y + ay * along
    ward.vx = ward.vy = 0.0


def runs_at_him(track: Track, ward: Track | None) -> bool:
    """Say whether somebody runs straight at the boy from near by."""
    if ward is None or not track.signs & RUNNING or track.look not in HOSTILE:
        return False
    dx, dy = ward.x - track.x, ward.y - track.y
    d, speed = length(dx, dy), length(track.vx, track.vy)
    return bool(0 < d < RUNS_AT and speed > 0 and dx * track.vx + dy * track.vy > RUNS_COS * d * speed)


def boy_is_held(percept: Percept, memory: BotMemory) -> bool:
    """Say whether the boy has been seized: the screen's countdown says so, or it is seen."""
    if percept.cause.startswith("seized"):
        return True
    return bool(percept.tick - memory.ward.at < 30 and memory.ward.signs & HELD)


def suspect(percept: Percept, memory: BotMemory) -> Track | None:
    """Return the nearest officer, or doubtful face, that comes near the boy and is not yet known for what it is."""
    if not memory.met or percept.tick - memory.ward.at > 60:
        return None
    near = [
        t
        for t in percept.tracks
        if (t.look in HOSTILE or t.doubt >= UNEASY) and length(t.x - memory.ward.x, t.y - memory.ward.y) < TOO_CLOSE
    ]
    return min(near, key=lambda t: t.distance, default=None)
