"""Patience: in a good face it goes along with them for a while, and keeps its hand to itself until they part or time is up."""

from game.agent.percept import DOWN, HELD, Percept, Track
from game.ai.faces import BOY, GUARD, believed, eyed
from game.ai.memory import HunterMemory
from game.ai.notice import prey_track
from game.core.curves import length

NEAR_THEM = 9.0  # metres to him: going along with them
APART = 4.0  # metres between the boy and his guard
KNOWN = 120  # ticks for which it reckons with where the guard was
NOW_OR_NEVER = 3.0  # metres to him: under the long scan it strikes from so near, and else steps out of it
HURRY = 1.0  # belief from which it waits no longer
OTHERS_FACE, OWN_FACE = 480, 60  # ticks: as somebody else; as the officer, whom they expect
# ticks for which another's face goes along with him even when he is alone: nobody fears who strolls by
STRANGER = 120
LOOK = 6  # ticks


def count(percept: Percept, memory: HunterMemory) -> None:
    """Count for how long it has gone along with them in this face."""
    if percept.me.face != memory.wore:
        memory.wore, memory.walked_with = percept.me.face, 0
    prey = prey_track(percept, memory)
    memory.before_him = memory.before_him + LOOK if prey is not None else 0
    if prey is not None and prey.distance < NEAR_THEM and not memory.unmasked:
        memory.walked_with += LOOK


def patient(percept: Percept, memory: HunterMemory, prey: Track) -> bool:
    """Say whether it waits on: the face is good and new to him, or his guard is beside him; and it has not waited for long."""
    me, own = percept.me, percept.me.face in percept.me.faces[:1]
    if memory.unmasked or memory.walked_with >= (OWN_FACE if own else OTHERS_FACE) or prey.signs & HELD:
        return False
    if eyed(percept, memory):
        return stared_at(percept, memory, prey)
    if max(believed(memory, BOY, me.face, me.look), believed(memory, GUARD, me.face, me.look)) >= HURRY:
        return False
    stranger = not own and memory.before_him < STRANGER
    return stranger or beside_him(percept, memory, prey)


def stared_at(percept: Percept, memory: HunterMemory, prey: Track) -> bool:
    """Say whether the long scan rests on it and he is too far off for a hand."""
    return eyed(percept, memory) and prey.distance > NOW_OR_NEVER


def beside_him(percept: Percept, memory: HunterMemory, prey: Track) -> bool:
    """Say whether his guard is beside the boy, as far as it knows."""
    guard = memory.guard
    known = percept.tick - guard.at < KNOWN and not guard.signs & DOWN
    return known and bool(length(guard.x - prey.x, guard.y - prey.y) < APART)
