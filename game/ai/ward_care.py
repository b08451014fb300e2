"""John's care not to be seen: at a corner he waits rather than step into what he knows to be the machine's view."""

import msgspec

from game.agent.command import Command
from game.agent.doors import screens
from game.agent.percept import Percept
from game.agent.seen import NEVER
from game.ai.ward_memory import WardMemory
from game.core.curves import length
from game.core.sight import clear

FRESH, VIEW = 240, 14.0  # ticks for which he reckons with where he saw it; metres
STEP = 1.2  # metres that he looks ahead
HALT, NO_HALT = 120, 360  # ticks that he waits at most, and then goes on without asking
LEFT_BEHIND = 6.0  # metres to the leader at which he rather comes


def careful(percept: Percept, memory: WardMemory, command: Command) -> Command:
    """Return the Command, or one that stands still where the next step would show him to the machine."""
    if percept.tick < memory.no_halt_until or not shows_him(percept, memory, command):
        memory.halt_since = NEVER
        return command
    if memory.halt_since == NEVER:
        memory.halt_since = percept.tick
    if percept.tick - memory.halt_since > HALT:
        memory.no_halt_until = percept.tick + NO_HALT
        return command
    memory.why, memory.legs.tick = "it would see him there", percept.tick  # waiting is not being stuck
    return msgspec.structs.replace(command, move_x=0, move_y=0)


def shows_him(percept: Percept, memory: WardMemory, command: Command) -> bool:
    """Say whether the next step leads out of cover, into its view and no farther from it."""
    me, it, leader = percept.me, memory.threat, memory.leader
    size = length(command.move_x, command.move_y)
    if size < 1.0 or percept.tick - it.at > FRESH or length(leader.x - me.x, leader.y - me.y) > LEFT_BEHIND:
        return False
    x, y = me.x + command.move_x / size * STEP, me.y + command.move_y / size * STEP
    here, there = length(it.x - me.x, it.y - me.y), length(it.x - x, it.y - y)
    view = screens(percept)
    return bool(there < min(here, VIEW) and clear(view, it.x, it.y, x, y) and not clear(view, it.x, it.y, me.x, me.y))
