"""The T-1000: patient while it is taken for an officer, direct once it is not; it knows what it perceives and the map.

The first intent in ORDER whose condition holds is what it does.
"""

from collections.abc import Callable

from game.agent.command import IDLE, RUN, WALK, Command
from game.agent.percept import Percept
from game.ai import chase, notice
from game.ai.memory import HunterMemory
from game.ai.search import room_by_room, search
from game.core.dice import Dice

Act = Callable[[Percept, HunterMemory, Dice], Command]
Wish = Callable[[Percept, HunterMemory], str]


def stunned(percept: Percept, _memory: HunterMemory) -> str:
    return "its shape has to close first" if percept.me.staggered or percept.me.down else ""


def holding(percept: Percept, _memory: HunterMemory) -> str:
    return "it has the boy" if percept.me.holding else ""


def searching(_percept: Percept, _memory: HunterMemory) -> str:
    return "nothing better to do"


def do_nothing(_percept: Percept, _memory: HunterMemory, _dice: Dice) -> Command:
    return IDLE


def do_search(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    fresh = memory.unmasked and percept.tick - memory.prey.seen_at < chase.HOT
    return search(percept, memory, dice, RUN if fresh else WALK)


# In order: what it is called, when (the words are the reason, none means no), and how it is done.
ORDER: tuple[tuple[str, Wish, Act], ...] = (
    ("stunned", stunned, do_nothing),
    ("carry", holding, chase.carry),
    ("break off", chase.hurt, chase.break_off),
    ("seize", chase.in_reach, chase.seize),
    ("strike", chase.in_the_way, chase.strike),
    ("stalk", chase.trusted, chase.stalk),
    ("chase", chase.in_sight, chase.chase),
    ("pursue", chase.just_lost, chase.pursue),
    ("lead", notice.worth_a_walk, notice.follow),
    ("search", searching, do_search),
)


def decide(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Return what the T-1000 does for the next tenth of a second."""
    return act(percept, memory, dice, ORDER)


def act(percept: Percept, memory: HunterMemory, dice: Dice, order: tuple[tuple[str, Wish, Act], ...]) -> Command:
    """Take in the percept, then do the first thing in the order that there is a reason for."""
    notice.take_in(percept, memory, dice)
    for intent, wish, do in order:
        why = wish(percept, memory)
        if why:
            if intent != memory.intent:
                memory.intent, memory.since = intent, percept.tick
            memory.why = why
            return do(percept, memory, dice)
    return IDLE


# The pursuers to compare with: no disguise and no patience; no belief at all.
CHASER = tuple(row for row in ORDER if row[0] not in ("break off", "stalk"))
SWEEP = (*(row for row in CHASER if row[0] not in ("lead", "search")), ("search", searching, room_by_room))


def chaser(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Return what a hunter without stealth does: it always runs at him or at where he was."""
    memory.unmasked = True
    return act(percept, memory, dice, CHASER)


def sweep(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Return what a hunter without a belief does: it goes through the rooms one by one."""
    memory.unmasked = True
    return act(percept, memory, dice, SWEEP)
