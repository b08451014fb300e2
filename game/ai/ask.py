"""Asking people in a face that may ask: who is worth it, walking up to them, showing the photograph."""

import msgspec

from game.agent.command import WALK, Command, toward
from game.agent.percept import DOWN, PANICS, Percept
from game.ai import notice
from game.ai.faces import LAW, LAWFUL, POLICE, believed
from game.ai.memory import HunterMemory, Person, begin
from game.ai.odds import Odds, unsure
from game.ai.stalk import quiet_gait
from game.ai.steps import go
from game.core.curves import length
from game.core.dice import Dice

MAY_ASK = POLICE | {"guard"}
ASKS_WITHIN, SPEAKS_AT = 14.0, 1.7  # metres
ALL_WITHIN = 2.0  # metres
AGAIN, FRESH = 25 * 60, 180  # ticks between two questions to one person; for which a sighting leads to somebody
BITS, MOST_BITS = 0.08, 3.5
LAW_KNOWS, OTHERS_KNOW = 0.75, 0.3
LATELY = 3600  # ticks in which every question halves the worth of the next
TIME, ASKING, PACE = 0.02, 2.0, 4.0  # what a second costs; seconds that it takes; metres a second
LEAST = 0.05  # worth below which it asks nobody
GIVE_UP = 480  # ticks
SURE_ENOUGH = 0.6  # share of belief in one place at which it asks no more


def bid(percept: Percept, memory: HunterMemory, odds: Odds) -> float:
    """Return what the best question is worth, and keep whom to ask."""
    if memory.doing == "ask" and percept.me.busy and not memory.unmasked and odds.prey is None:
        return 1.0
    if memory.plan != "question":
        memory.asking = -1
    if (
        percept.me.look not in MAY_ASK
        or odds.loc >= SURE_ENOUGH
        or odds.prey is not None
        or fresh_lead(percept, memory)
    ):
        return 0.0
    near = [(face, person) for face, person in memory.people.items() if may_be_asked(percept, memory, face, person)]
    if not near:
        return 0.0
    best, most, bound = -1, 0.0, notice.lead(percept, memory)
    lately = sum(1 for at in memory.asked.values() if percept.tick - at < LATELY)
    value = BITS * min(MOST_BITS, unsure(percept, memory)) * 0.5**lately
    for face, person in near:
        worth = question_worth(percept, person, value)
        if bound is not None:
            worth -= out_of_the_way(percept, person, bound.x, bound.y)
        if worth > most:
            best, most = face, worth
    if most < LEAST:
        return 0.0
    memory.asking = best
    return most


def may_be_asked(percept: Percept, memory: HunterMemory, face: int, person: Person) -> bool:
    """Say whether somebody is at hand, at leisure, and has not been asked."""
    me, d = percept.me, length(person.x - percept.me.x, person.y - percept.me.y)
    if d > ASKS_WITHIN or percept.tick - person.at > FRESH or face == me.face or person.signs & (DOWN | PANICS):
        return False
    if person.speed > 3.5 or percept.tick - memory.asked.get(face, -AGAIN) < AGAIN:
        return False
    return person.look not in LAWFUL or believed(memory, LAW, me.face, me.look) < 1.0


def question_worth(percept: Percept, person: Person, value: float) -> float:
    """Return what it is worth to ask somebody; guards know more."""
    d = length(person.x - percept.me.x, person.y - percept.me.y)
    knows = LAW_KNOWS if person.look in LAWFUL else OTHERS_KNOW
    return float(value * knows - TIME * (0.5 * d / PACE + ASKING))


def out_of_the_way(percept: Percept, person: Person, x: float, y: float) -> float:
    """Return what it costs to go by somebody on the way to a place."""
    me = percept.me
    by_them = length(person.x - me.x, person.y - me.y) + length(x - person.x, y - person.y)
    return float(TIME * max(0.0, by_them - length(x - me.x, y - me.y)) / PACE)


def fresh_lead(percept: Percept, memory: HunterMemory) -> bool:
    """Say whether it has just been told something that is worth a walk first."""
    return any(lead.what == "answer" and percept.tick - lead.at < 360 for lead in memory.leads)


def question(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Walk up to them, and ask."""
    me, person = percept.me, memory.people.get(memory.asking)
    memory.intent = "question"
    if memory.doing == "ask" and (me.busy or percept.tick - memory.asked.get(memory.asking, 0) < 12):
        memory.why = "shows the photograph"
        aim = (person.x - me.x, person.y - me.y) if person is not None else None
        return toward(0.0, 0.0, aim=aim)
    late = percept.tick - memory.plan_since > GIVE_UP
    done = memory.asked.get(memory.asking, -1) >= memory.plan_since
    if person is None or percept.tick - person.at > FRESH or late or done:
        memory.asked[memory.asking] = percept.tick
        memory.doing, memory.ended, memory.asking = "", True, -1
        return toward(0.0, 0.0)
    memory.why = f"asks a {person.look}"
    dx, dy = person.x - me.x, person.y - me.y
    if length(dx, dy) < SPEAKS_AT and percept.tick - person.at < 12:
        for face, other in memory.people.items():  # whoever stands so near that they may be the one who answers
            if percept.tick - other.at < 12 and length(other.x - me.x, other.y - me.y) < ALL_WITHIN:
                memory.asked[face] = percept.tick
        begin(memory, "ask", percept.tick)
        return msgspec.structs.replace(toward(0.0, 0.0, aim=(dx, dy)), choice=1)
    near = length(dx, dy) < 6.0
    gait = WALK if near else quiet_gait(percept, memory)
    return go(percept, memory, dice, (person.x, person.y), gait=gait, stop=SPEAKS_AT - 0.3)
