"""The base bot and faces: the photograph held beside them on the way, the long scan of a doubtful one, the word passed on."""

import msgspec

from game.agent.command import SCAN, Command, toward
from game.agent.doors import screens
from game.agent.doubt import CLEARED, MACHINE, MATCH_COS, MATCH_LIGHT, MATCH_REACH, MATCH_TICKS, SURE
from game.agent.percept import PANICS, Percept, Track
from game.bots.memory import BotMemory
from game.bots.notice import CLEAR, WARD, doubtful, proven, to_boy
from game.core.sight import clear

STOPS_WITHIN = 4.5  # metres: for a face so near the bot stands still
SCAN_REACH, SCAN_NEAR = 7.5, 6.0  # metres to me, and to the boy
WITH_ME = 4.5  # metres to the boy: then there is time for a scan
LONGEST = 240  # ticks for one face
LOOK = 6  # ticks between two looks


def look_at(percept: Percept, memory: BotMemory) -> None:
    """Count for how long the photograph has been beside each face, as the rules do."""
    me = percept.me
    for t in percept.tracks:
        ahead = (t.x - me.x) * me.fx + (t.y - me.y) * me.fy > MATCH_COS * t.distance
        if t.face >= 0 and ahead and t.distance < MATCH_REACH and t.light >= MATCH_LIGHT:
            memory.looked[t.face] = memory.looked.get(t.face, 0) + LOOK


def unmatched(percept: Percept, memory: BotMemory) -> Track | None:
    """Return the nearest face that has not been held against the photograph for long enough."""
    near = [
        t
        for t in percept.tracks
        if t.distance < MATCH_REACH
        and t.light >= MATCH_LIGHT
        and not t.signs & PANICS
        and memory.looked.get(t.face, 0) < MATCH_TICKS
    ]
    return min(near, key=lambda t: t.distance, default=None)


def stops_for(face: Track | None) -> bool:
    """Say whether a face is worth standing still for."""
    return face is not None and face.face >= 0 and face.distance < STOPS_WITHIN and face.look != WARD


# ------------------------------------------------------------------ the long scan
def to_scan(percept: Percept, memory: BotMemory, everybody: bool = False) -> Track | None:
    """Return the face that a scan should settle: a doubtful one near the boy, or (on guard) anyone who comes near."""
    me, view = percept.me, screens(percept)
    faces = [
        t
        for t in percept.tracks
        if t.distance < SCAN_REACH
        and t.look != WARD
        and t.id not in memory.cleared
        and (doubtful(memory, t) or everybody)
        and (to_boy(memory, t) < SCAN_NEAR or t.doubt >= SURE)
        and not t.signs & PANICS
        and not proven(percept, memory, t)
        and clear(view, me.x, me.y, t.x, t.y)
    ]
    return min(faces, key=lambda t: (t.id != memory.scanning, -t.doubt, t.distance), default=None)


def scan(percept: Percept, memory: BotMemory, face: Track) -> Command:
    """Stand, and keep the eye on one face until it is settled."""
    begin_scan(percept, memory, face)
    return toward(0.0, 0.0, held=SCAN, aim=(face.x - percept.me.x, face.y - percept.me.y))


def begin_scan(percept: Percept, memory: BotMemory, face: Track) -> None:
    """Note whom the eye rests on; who cannot be settled in time, with somebody else before him, is let be."""
    if memory.scanning != face.id:
        memory.scanning, memory.scan_at = face.id, percept.tick
    if percept.tick - memory.scan_at > LONGEST:
        memory.cleared.append(face.id)
    elif face.id not in memory.scanned:
        memory.scanned.append(face.id)


# ------------------------------------------------------------------ the word passed on
def pass_on(percept: Percept, memory: BotMemory, command: Command) -> Command:
    """Mark a face that has been settled, so that the boy knows too: once for each time that it comes into view."""
    if not memory.met:
        return command
    for t in percept.tracks:
        cleared = t.id in memory.scanned and t.id in memory.cleared and not CLEAR < t.doubt < SURE
        verdict = MACHINE if proven(percept, memory, t) else CLEARED if cleared else 0
        if verdict and t.look != WARD and memory.told.get(t.id) != verdict:
            memory.told[t.id] = verdict
            return msgspec.structs.replace(command, mark=t.id, verdict=verdict)
    return command
