"""What the base bot makes of its percept: where the boy is, who the machine is, and what there is to worry about."""

from functools import lru_cache

from game.agent.doors import barred
from game.agent.doubt import PROOF, SURE, UNEASY
from game.agent.legs import distance_to
from game.agent.percept import ASKS, HELD, PANICS, RUNNING, Percept, Track
from game.agent.seen import NEVER, Seen, seen_of
from game.bots.memory import BotMemory
from game.core.curves import length
from game.core.ground import Ground, Zone

WARD = "john"
CLEAR = -5.5  # log-odds that a clean scan leaves
RUSH_FOR = 120  # ticks for which a rush at the boy is held against a face
RUNS_AT, RUNS_COS = 7.0, 0.8  # metres from the boy, cosine of its way of going with the way to him
TOO_CLOSE = 3.5  # metres from the boy at which an officer is not let any nearer
MET_WITHIN = 2.5  # metres
POLICE = ("officer", "constable", "chrome")  # looks that might come for him; a face in the crowd is nobody's enemy
ITS_SPEED, BODY = 6.0, 0.8  # metres a second, metres: farther off than that it is another body with the same face
STAFF = ("guard", "porter", "cleaner", "cook", "assistant_a", "assistant_b", "constable", "officer", "t800")
ROUNDED = 1.5  # metres by which a place read off the arrow may be wrong, and one beside it that was taken
TREAD = "heavy"  # nobody but the two machines walks so
HIS_SOUNDS = ("whistle", "scream")


def ward_track(percept: Percept) -> Track | None:
    """Return the boy if he is in sight."""
    return percept.sight_of(WARD)


def proven(percept: Percept, memory: BotMemory, track: Track) -> bool:
    """Say whether a body is the machine: it shows it, or it is proven and can be the body that showed it before."""
    if track.signs & PROOF or track.id in memory.solid:
        return True
    return track.doubt >= SURE and track.id not in memory.cleared and not twin(percept, memory, track)


def twin(percept: Percept, memory: BotMemory, track: Track) -> bool:
    """Say whether a body wears the proven face but is another: that one is in view, or cannot have got here."""
    foe = memory.shown
    if track.face < 0 or track.face != memory.shown_face:
        return False
    could = ITS_SPEED * (percept.tick - foe.at) / 60.0 + BODY
    elsewhere = any(t.id in memory.solid and t.id != track.id for t in percept.tracks)
    return elsewhere or bool(length(track.x - foe.x, track.y - foe.y) > could)


def foe_track(percept: Percept, memory: BotMemory) -> Track | None:
    """Return the machine if it is in sight and known; what cowers and screams is a person, whatever face it has."""
    known = [
        t
        for t in percept.tracks
        if proven(percept, memory, t) and not t.signs & PANICS and not left_alone(percept, memory, t)
    ]
    return min(known, key=lambda t: t.distance, default=None)


def left_alone(percept: Percept, memory: BotMemory, track: Track) -> bool:
    """Say whether somebody cowers, or took shoves without folding a while ago and shows no metal now."""
    return percept.tick < memory.unmoved.get(track.face, NEVER) and not track.signs & PROOF


def rushes(percept: Percept, memory: BotMemory, track: Track) -> bool:
    """Say whether somebody ran at the boy a moment ago."""
    return track.face == memory.rusher and track.look in POLICE and percept.tick - memory.rushed_at < RUSH_FOR


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
            memory.rusher, memory.rushed_at = track.face, percept.tick
        if track.signs & ASKS and track.face >= 0 and track.face not in memory.askers:
            memory.askers.append(track.face)
        if track.doubt <= CLEAR and track.id not in memory.cleared:
            memory.cleared.append(track.id)
        show(percept, memory, track)
    foe = foe_track(percept, memory)
    if foe is not None:
        memory.foe = seen_of(foe, percept.tick)
    listen(percept, memory)
    held = boy_is_held(percept, memory)
    if held and memory.held_since < 0:
        memory.held_since = percept.tick
    elif not held:
        memory.held_since = -1


def show(percept: Percept, memory: BotMemory, track: Track) -> None:
    """Keep the body that shows what it is, or that a scan has found out, for as long as it stays in view, and its face."""
    found_out = track.doubt >= SURE and track.id == memory.scanning and track.id not in memory.cleared
    if (track.signs & PROOF or found_out) and track.id not in memory.solid:
        memory.solid.append(track.id)
    if track.id in memory.solid:
        memory.shown, memory.shown_face = seen_of(track, percept.tick), track.face


def listen(percept: Percept, memory: BotMemory) -> None:
    """Keep where a heavy tread and where his whistle or his scream came from."""
    for noise in percept.noises:
        if noise.kind == TREAD:
            memory.tread = Seen(x=noise.x, y=noise.y, vx=noise.level, at=percept.tick)
        elif noise.kind in HIS_SOUNDS:
            memory.whistle = Seen(x=noise.x, y=noise.y, at=percept.tick)


def follow_arrow(percept: Percept, memory: BotMemory, ax: float, ay: float) -> None:
    """Take the place that the screen's arrow and the metres beside it tell for where he is."""
    me, ward, far = percept.me, memory.ward, percept.arrow_far
    ward.vx = ward.vy = 0.0
    if length(me.x + ax * far - ward.x, me.y + ay * far - ward.y) < ROUNDED:
        return  # whole metres: another guess might lie behind a wall, and the way to it run back and forth
    places = [(me.x + ax * (far + by), me.y + ay * (far + by)) for by in (0.0, -0.5, 0.5)]
    ward.x, ward.y = min(places, key=lambda place: (in_a_shut_door(percept, *place), distance_to(percept, *place)))


def in_a_shut_door(percept: Percept, x: float, y: float) -> bool:
    """Say whether a place lies in a door that is known to bar the way: nobody stands there."""
    shut = barred(percept)
    return any(shut >> i & 1 and door.gap(x, y) <= 0.0 for i, door in enumerate(percept.ground.doors))


def runs_at_him(track: Track, ward: Track | None) -> bool:
    """Say whether somebody runs straight at the boy from near by."""
    if ward is None or not track.signs & RUNNING or track.look not in POLICE or track.face < 0:
        return False
    dx, dy = ward.x - track.x, ward.y - track.y
    d, speed = length(dx, dy), length(track.vx, track.vy)
    return bool(0 < d < RUNS_AT and speed > 0 and dx * track.vx + dy * track.vy > RUNS_COS * d * speed)


def boy_is_held(percept: Percept, memory: BotMemory) -> bool:
    """Say whether the boy has been seized: the screen's countdown says so, or it is seen."""
    if percept.cause.startswith("seized"):
        return True
    return bool(percept.tick - memory.ward.at < 30 and memory.ward.signs & HELD)


def to_boy(memory: BotMemory, track: Track) -> float:
    """Return the metres between somebody and the boy."""
    return float(length(track.x - memory.ward.x, track.y - memory.ward.y))


def unsettled(memory: BotMemory, track: Track) -> bool:
    """Say whether nothing has cleared a face since it came into view."""
    return track.id not in memory.cleared and track.look != WARD


def doubtful(memory: BotMemory, track: Track) -> bool:
    """Say whether a face is to be kept from the boy until a scan has cleared it."""
    if not unsettled(memory, track):
        return False
    return track.look in POLICE or track.doubt >= UNEASY or track.face in memory.askers


def out_of_place(percept: Percept, track: Track) -> bool:
    """Say whether somebody is where only staff belongs, in no staff's clothes and in no panic."""
    if track.look in STAFF or not track.look or track.signs & PANICS:
        return False
    return any(z.holds(track.x, track.y) for z in restricted(percept.ground))


@lru_cache(maxsize=16)
def restricted(ground: Ground) -> tuple[Zone, ...]:
    """Return the zones in which only staff belongs."""
    return tuple(ground.tagged("restricted"))


def suspect(percept: Percept, memory: BotMemory) -> Track | None:
    """Return the nearest doubtful face that comes near the boy and is not yet known for what it is."""
    if not memory.met or percept.tick - memory.ward.at > 60:
        return None
    near = [
        t
        for t in percept.tracks
        if to_boy(memory, t) < TOO_CLOSE
        and (doubtful(memory, t) or (unsettled(memory, t) and out_of_place(percept, t)))
    ]
    return min(near, key=lambda t: t.distance, default=None)
