"""A voice calls John: whether he goes, by whose it is, how far, what he was told, and how often he was fooled."""

from game.agent.command import HIDE, RUN, RUN_TO, STAY, WALK, Command, toward
from game.agent.legs import distance_to, walk_to
from game.agent.percept import Percept, Word
from game.agent.seen import NEVER
from game.ai import fear
from game.ai.ward_memory import WardMemory
from game.core.curves import length
from game.core.dice import Dice

READY, BY_TRUST, A_METRE = 1.2, 2.0, 0.08  # T1000.md 6
TOLD, UNLIKELY, FOOLED = 3.0, 3.0, 0.69  # what an order to stay, a voice that cannot be there, and a lie before weigh
STRANGER, STRANGERS_TRUST, POLICE_TRUST = 0.6, 0.35, 0.0
KNOWS_BETTER = 8.0  # metres between the voice and where he knows its owner to be
FRESH = 240  # ticks for which he knows that
FOR, THERE = 720, 1.5  # ticks that he goes for, metres
LIE_WITHIN = 900  # ticks after a call in which the machine's face tells him what it was
STAYS = (STAY, HIDE, RUN_TO)


def hear(percept: Percept, memory: WardMemory) -> None:
    """Take a call in, decide once, and learn from what came of the last."""
    for word in percept.words:
        if word.kind == "call" and word.topic == "wrong":
            found_out(memory)
        elif word.kind == "call":
            memory.call_at = percept.tick
            memory.called = (word.x, word.y) if believes(percept, memory, word) else None
            memory.speak = memory.speak or ("john.coming" if memory.called else "john.not_going")
    fresh = percept.tick - memory.call_at < LIE_WITHIN
    if fresh and percept.tick - memory.threat.at < 12 and memory.threat.at > memory.call_at:
        found_out(memory)
    there = (
        memory.called is not None and length(memory.called[0] - percept.me.x, memory.called[1] - percept.me.y) < THERE
    )
    if there or percept.tick - memory.call_at > FOR or memory.order_at > memory.call_at:
        memory.called = None


def found_out(memory: WardMemory) -> None:
    """He knows now that it was a lie."""
    memory.fooled += 1
    memory.called, memory.call_at = None, NEVER
    memory.speak = memory.speak or "john.not_him"


def believes(percept: Percept, memory: WardMemory, word: Word) -> bool:
    """Say whether he goes: no dice, only what speaks for it and against it."""
    friend = fear.friendly(percept, word.speaker)
    trust = percept.me.trust if friend else POLICE_TRUST if word.speaker in fear.POLICE else STRANGERS_TRUST
    far = distance_to(percept, word.x, word.y)
    told = memory.order in STAYS and memory.order_at > NEVER
    score = READY + BY_TRUST * trust - A_METRE * far - FOOLED * memory.fooled
    score -= TOLD * told + UNLIKELY * elsewhere(percept, memory, word) + (0.0 if friend else STRANGER)
    return score > 0.0


def elsewhere(percept: Percept, memory: WardMemory, word: Word) -> bool:
    """Say whether he knows the voice's owner to be somewhere else, or has his protector with him."""
    leader = memory.leader
    with_him = memory.met and percept.tick - leader.at < FRESH
    if with_him:
        return True
    owner = percept.sight_of(word.speaker)
    return owner is not None and length(owner.x - word.x, owner.y - word.y) > KNOWS_BETTER


def wants(percept: Percept, memory: WardMemory) -> str:
    """Say why he goes where he was called, if he does."""
    if memory.called is None or (memory.met and percept.tick - memory.leader.at < 30):
        return ""
    return "somebody called him"


def come(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Go to the voice."""
    if memory.called is None:
        return toward(0.0, 0.0)
    far = length(memory.called[0] - percept.me.x, memory.called[1] - percept.me.y)
    return walk_to(percept, memory.legs, dice, memory.called, gait=RUN if far > 12.0 else WALK, stop=1.0)
