"""John alone, and a stranger walks up to him: he speaks to them, so that whoever guards him hears it."""

from game.agent.doubt import UNEASY
from game.agent.percept import Percept, Track
from game.ai import fear
from game.ai.ward_memory import WardMemory

COMES, NEARER = 5.0, 0.5  # metres within which somebody who comes nearer by so many a second is coming to him
HAILS_EVERY, ONCE = 180, 1200  # ticks between two words to strangers, and to one of them


def hail(percept: Percept, memory: WardMemory) -> None:
    """Speak to a stranger who comes up to him, if his guard is not beside him."""
    rests = percept.tick - memory.hailed_at < HAILS_EVERY
    if rests or memory.speak or not memory.met or not fear.alone(percept, memory):
        return
    for track in percept.tracks:
        again = track.face == memory.hailed and percept.tick - memory.hailed_at < ONCE
        if not again and comes_to_him(percept, track):
            memory.speak, memory.hailed, memory.hailed_at = "john.stranger", track.face, percept.tick
            return


def comes_to_him(percept: Percept, track: Track) -> bool:
    """Say whether somebody whom he has no reason to fear walks up to him, looking at him."""
    me = percept.me
    if track.distance > COMES or not track.facing_me or track.doubt >= UNEASY or fear.friendly(percept, track.look):
        return False
    nearer = (me.x - track.x) * track.vx + (me.y - track.y) * track.vy
    return nearer > NEARER * track.distance
