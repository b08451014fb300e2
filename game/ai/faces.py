"""What the T-1000 thinks that others believe of the faces it wears: log-odds, from its own percepts only (T1000.md 5.3).

It never reads what they really believe. `who` is the boy, his guard, or the law as one.
"""

from game.agent.doubt import AVOIDS, SURE
from game.agent.percept import AIMING, RUNNING, SCANS, Percept, Track
from game.ai.memory import HunterMemory
from game.core.curves import length

BOY, GUARD, LAW = "boy", "guard", "law"
PRIOR = {BOY: -3.0, GUARD: -3.0, LAW: -6.0}
POLICE_PRIOR = {BOY: -1.0, GUARD: -2.0, LAW: -6.0}
POLICE = frozenset({"officer", "constable"})
STORY = ("john", "t800")  # the boy and his guard where no briefing names them
LAWFUL = frozenset({"constable", "guard"})
MOST = 8.0
GIVES_AWAY = 7.0  # seen with a blade, changing, or with a wound closing
DRIFT = 0.0167  # a look from within six metres: .25 tells a second against .06
NEAR = 6.0  # metres
SCREEN = 9.5  # metres: a player sees all round
SEES = 16.0  # metres
SCANNED = 0.07  # a look under the long scan: four times what a look is worth
EYED = 36  # ticks since it felt the scan for which it takes it that it goes on
CERTAIN_AFTER, SCAN_GAP = 3, 60  # times that it feels the scan, ticks between
FLED, FLED_LOOKS, FLED_GAP = 2.5, 5, 18  # what it means when he runs from this face, looks on end, ticks between them
FLEES_WITHIN, SAW_ME = 8.0, 120  # metres; ticks since he last faced me
SHOT_GUARD, SHOT_BOY = 5.0, 3.5
AIMED = 2.0
WOUND_SHOWS = 72  # ticks


def prior(who: str, look: str) -> float:
    """Return what a stranger with that look is taken for."""
    return (POLICE_PRIOR if look in POLICE else PRIOR)[who]


def believed(memory: HunterMemory, who: str, face: int, look: str) -> float:
    """Return what it thinks somebody believes of a face."""
    return memory.beliefs.get(f"{who}/{face}", prior(who, look))


def bump(memory: HunterMemory, who: str, face: int, look: str, by: float, least: float = -MOST) -> None:
    """Move what somebody may believe of a face, to at least `least`."""
    memory.beliefs[f"{who}/{face}"] = max(-MOST, min(MOST, max(believed(memory, who, face, look) + by, least)))


def whose(percept: Percept, track: Track) -> str:
    """Return which of the three somebody is, '' for anybody else."""
    prey, look = percept.briefing.prey or STORY, track.look
    if look == prey[0]:
        return BOY
    if look in prey:
        return GUARD
    return LAW if look in LAWFUL else ""


def sees_me(track: Track, who: str) -> bool:
    """Say whether somebody has me in view; a player sees all round him on his screen."""
    return (track.facing_me and track.distance < SEES) or (who == GUARD and track.distance < SCREEN)


def shows(percept: Percept, memory: HunterMemory) -> bool:
    """Say whether my body shows now what no person's can."""
    me = percept.me
    acts = me.busy and memory.doing in ("grab", "slash", "change", "settle", "spring")
    return acts or me.holding or (me.cohesion < 1.0 and percept.tick - memory.hurt_at < WOUND_SHOWS)


def worn(percept: Percept, memory: HunterMemory) -> list[tuple[int, str]]:
    """Return the face that I wear, and the one that I am changing into."""
    me = percept.me
    faces = [(me.face, me.look)]
    if me.busy and memory.doing == "change" and memory.ruse.face in me.faces:
        faces.append((memory.ruse.face, me.forms[me.faces.index(memory.ruse.face)]))
    return faces


def read(percept: Percept, memory: HunterMemory) -> None:
    """Bring up to date what those in sight may think of me."""
    bare, faces = shows(percept, memory), worn(percept, memory)
    face, look = faces[0]
    for track in percept.tracks:
        who = whose(percept, track)
        if not who:
            continue
        if who == BOY:
            flees(percept, memory, track)
        if not sees_me(track, who):
            continue
        if who != LAW:
            memory.watched_at = percept.tick
        if bare:
            for f, as_look in faces:
                bump(memory, who, f, as_look, GIVES_AWAY)
        if track.distance < NEAR and who != LAW:
            bump(memory, who, face, look, DRIFT)
        if who == GUARD:
            aimed_at(percept, memory, track)
    feel(percept, memory)
    gossip(percept, memory)


def aimed_at(percept: Percept, memory: HunterMemory, track: Track) -> None:
    """The long scan, or a gun held on me."""
    me = percept.me
    dx, dy = me.x - track.x, me.y - track.y
    on_me = dx * track.fx + dy * track.fy > 0.96 * length(dx, dy)
    if track.signs & SCANS and on_me:
        bump(memory, GUARD, me.face, me.look, SCANNED)
        memory.scanned_at = percept.tick
    if track.signs & AIMING and on_me:
        bump(memory, GUARD, me.face, me.look, 0.0, AIMED)


def flees(percept: Percept, memory: HunterMemory, track: Track) -> None:
    """He runs, away from me and not to his guard, for some looks on end: he knows this face."""
    me, guard = percept.me, memory.guard
    if track.facing_me:
        memory.met_at = percept.tick
    dx, dy = track.x - me.x, track.y - me.y
    speed = length(track.vx, track.vy)
    away = dx * track.vx + dy * track.vy > 0.5 * track.distance * speed
    gx, gy = guard.x - track.x, guard.y - track.y
    to_guard = gx * track.vx + gy * track.vy > 0.5 * length(gx, gy) * speed and percept.tick - guard.at < 300
    saw = percept.tick - memory.met_at < SAW_ME
    if not track.signs & RUNNING or not away or to_guard or not saw or track.distance > FLEES_WITHIN:
        return
    if percept.tick - memory.ran_at > FLED_GAP:
        memory.fled = 0
    memory.fled, memory.ran_at = memory.fled + 1, percept.tick
    if memory.fled >= FLED_LOOKS:
        bump(memory, BOY, me.face, me.look, 0.0, FLED)


def feel(percept: Percept, memory: HunterMemory) -> None:
    """A shot is an opinion; the third time that the scan is felt, it is over."""
    me = percept.me
    for touch in percept.touches:
        if touch.kind == "shot":
            bump(memory, GUARD, me.face, me.look, 0.0, SHOT_GUARD)
            bump(memory, BOY, me.face, me.look, 0.0, SHOT_BOY)
        elif touch.kind == "scan":
            memory.scans = memory.scans + 1 if percept.tick - memory.scanned_at <= SCAN_GAP else 1
            memory.scanned_at = percept.tick
            if memory.scans >= CERTAIN_AFTER:
                bump(memory, GUARD, me.face, me.look, 0.0, 6.0)


def gossip(percept: Percept, memory: HunterMemory) -> None:
    """What one of them knows beside the other, both know; what goes out by radio, the law knows."""
    me = percept.me
    known = believed(memory, GUARD, me.face, me.look) > SURE and percept.tick - memory.guard.at < 60
    if known and any(whose(percept, t) == BOY for t in percept.tracks):
        bump(memory, BOY, me.face, me.look, 0.0, FLED)
    if any(w.topic == "machine" for w in percept.words):
        bump(memory, LAW, me.face, me.look, 0.0, SURE)


def eyed(percept: Percept, memory: HunterMemory) -> bool:
    """Say whether the long scan rests on it: what it wears will not last."""
    return percept.tick - memory.scanned_at < EYED


def given_away(percept: Percept, memory: HunterMemory) -> bool:
    """Say whether the face that it wears is of no more use against the two."""
    me = percept.me
    boy, man = believed(memory, BOY, me.face, me.look), believed(memory, GUARD, me.face, me.look)
    return boy >= AVOIDS or man >= SURE
