"""The pursuers to compare the hunter with: one without disguise or patience, one without a belief."""

from game.agent.command import IDLE, Command
from game.agent.percept import Percept
from game.ai import chase, notice
from game.ai.glance import glance
from game.ai.hunter import REFLEXES, Act, Wish, do_follow, do_search, first
from game.ai.memory import HunterMemory
from game.ai.search import room_by_room
from game.core.dice import Dice


def told(percept: Percept, memory: HunterMemory) -> str:
    lead = notice.lead(percept, memory)
    return lead.what if lead is not None else ""


def always(_percept: Percept, _memory: HunterMemory) -> str:
    return "nothing better to do"


CHASER: tuple[tuple[str, Wish, Act], ...] = (
    *REFLEXES,
    ("chase", chase.in_sight, chase.chase),
    ("pursue", chase.just_lost, chase.pursue),
    ("lead", told, do_follow),
    ("search", always, do_search),
)
SWEEP = (*CHASER[:-2], ("search", always, room_by_room))


def chaser(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Return what a hunter without stealth does: it always runs at him or at where he was."""
    return plainly(percept, memory, dice, CHASER)


def sweep(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Return what a hunter without a belief does: it goes through the rooms one by one."""
    return plainly(percept, memory, dice, SWEEP)


def plainly(percept: Percept, memory: HunterMemory, dice: Dice, order: tuple[tuple[str, Wish, Act], ...]) -> Command:
    """Take in the percept, then do the first thing in the order that there is a reason for."""
    notice.take_in(percept, memory, dice)
    memory.unmasked = True
    before, command = memory.intent, first(percept, memory, dice, order)
    if memory.intent != before:
        memory.since = percept.tick
    return glance(percept, memory, command or IDLE)
