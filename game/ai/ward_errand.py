"""John before he is found: a round of his own, a whistle now and then, and where a thought draws him."""

import msgspec

from game.agent.command import IDLE, WHISTLE, Command, toward
from game.agent.legs import walk_to
from game.agent.percept import Percept
from game.ai.ward_memory import WardMemory
from game.core.curves import length
from game.core.dice import Dice

DWELL = 480  # ticks at each place, where nobody says how long
THERE = 0.7  # metres
WHISTLE_EVERY = 480  # ticks
SEEN_LATELY = 120  # ticks for which one who was in sight is not whistled for
IN_DANGER = 600  # ticks after a threat in which he keeps his mouth shut


def errand(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Go to where he wishes to be, or from place to place of his own round, and whistle while he waits."""
    command = stroll(percept, memory, dice)
    return whistle(percept, memory, command)


def stroll(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Walk to the next place and stay there a while."""
    route, dwell, me = percept.briefing.leads, percept.briefing.dwell or DWELL, percept.me
    if memory.wish is not None:
        memory.why = "wants to see what goes on there"
        return walk_to(percept, memory.legs, dice, memory.wish, stop=THERE)
    if not route:
        return IDLE
    place = route[memory.leg % len(route)]
    if memory.leave_at < 0 or length(place[0] - me.x, place[1] - me.y) > THERE:
        memory.leave_at = percept.tick + dwell
        return walk_to(percept, memory.legs, dice, place, stop=0.5)
    if percept.tick >= memory.leave_at:
        memory.leg += 1
        memory.leave_at = percept.tick + dwell
    return toward(0.0, 0.0)


def whistle(percept: Percept, memory: WardMemory, command: Command) -> Command:
    """Whistle for the leader every few seconds while he is nowhere in sight and nothing is to be feared."""
    quiet = percept.tick - memory.whistled_at >= WHISTLE_EVERY
    alone = percept.tick - memory.leader.at > SEEN_LATELY and percept.tick - memory.threat.at > IN_DANGER
    if not quiet or not alone:
        return command
    memory.whistled_at = percept.tick
    return msgspec.structs.replace(command, held=command.held | WHISTLE)
