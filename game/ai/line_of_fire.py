"""Out of the line of fire: who is told that a launcher points past him goes beside and behind the one who aims."""

from game.agent.command import RUN, Command
from game.agent.legs import walk_to
from game.agent.percept import ASIDE, Percept
from game.agent.seen import Seen
from game.ai.follow import aside
from game.ai.ward_memory import WardMemory
from game.core.curves import length
from game.core.dice import Dice

FOR, SEEN = 18, 30  # ticks after the word for which he goes on; for which he knows where the other stands


def hear(percept: Percept, memory: WardMemory) -> None:
    """Keep which way the leader points what he must not stand before."""
    me = percept.me
    for word in percept.words:
        if word.topic != ASIDE:
            continue
        if percept.tick - memory.leader.at > SEEN:  # behind his back: there he stands, and aims at him
            memory.leader = Seen(word.x, word.y, at=percept.tick)
            dx, dy = me.x - word.x, me.y - word.y
        else:
            dx, dy = word.x - memory.leader.x, word.y - memory.leader.y
        d = max(1e-6, length(dx, dy))
        memory.line_x, memory.line_y, memory.line_at = dx / d, dy / d, percept.tick


def stands_in(percept: Percept, memory: WardMemory) -> str:
    """Say why he steps aside, if he does."""
    return "stands before his launcher" if percept.tick - memory.line_at < FOR else ""


def step_aside(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Run beside and behind the leader, on the side where he stands, his eyes on what is aimed at."""
    place = aside(percept, memory, memory.line_x, memory.line_y)
    return walk_to(percept, memory.legs, dice, place, gait=RUN, aim=(memory.line_x * 4, memory.line_y * 4))
