"""Who has it in view, as far as it knows: those it sees looking, and those whom it saw a moment ago and who may be there yet."""

from game.agent.doors import screens
from game.agent.percept import PANICS, Percept
from game.ai.faces import SCREEN, sees_me, whose
from game.ai.memory import HunterMemory
from game.core.curves import length
from game.core.sight import clear

EYES, CROWD_EYES = 14.0, 5.0  # metres: of those who matter, of passers-by
LATELY, STILL_THERE = 60, 240  # ticks
LOOKERS = 10.0  # metres


def observed(percept: Percept, memory: HunterMemory) -> bool:
    """Say whether somebody who matters has me in view, or had a moment ago."""
    return percept.tick - memory.watched_at < LATELY or bool(eyes(percept, memory))


def eyes(percept: Percept, memory: HunterMemory) -> list[tuple[float, float]]:
    """Return where those stand in whose view it would not change: the boy, his guard, the law; anybody else close by."""
    found = []
    for t in percept.tracks:
        who = whose(percept, t)
        if who or not t.look:  # whoever cannot be made out may be one of them
            sees = t.distance < EYES and sees_me(t, who)
        else:
            sees = t.facing_me and t.distance < CROWD_EYES and not t.signs & PANICS
        if sees:
            found.append((t.x, t.y))
    return found + behind_me(percept, memory)


def behind_me(percept: Percept, memory: HunterMemory) -> list[tuple[float, float]]:
    """Return where the two were a moment ago, if they could see me from there: it has no eyes in its back."""
    me, view, prey, guard = percept.me, screens(percept), memory.prey, memory.guard
    places = []
    if 0 < percept.tick - guard.at < STILL_THERE:
        places.append((guard.x, guard.y, SCREEN + 1.0))
    if 0 < percept.tick - prey.seen_at < STILL_THERE:
        places.append((prey.x, prey.y, LOOKERS))
    return [(x, y) for x, y, reach in places if length(x - me.x, y - me.y) < reach and clear(view, me.x, me.y, x, y)]


def somebody_looks(percept: Percept) -> bool:
    """Say whether anybody near has me in view."""
    return any(t.facing_me and t.distance < LOOKERS and not t.signs & PANICS for t in percept.tracks)
