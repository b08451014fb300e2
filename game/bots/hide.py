"""The base bot when a heavy tread comes near that it cannot see: it sends the boy into hiding and listens until it is gone."""

from game.agent.command import HIDE, Command, toward
from game.agent.legs import distance_to
from game.agent.percept import Percept
from game.bots.lead import far_from, order
from game.bots.memory import BotMemory
from game.bots.notice import foe_track
from game.core.curves import length
from game.core.dice import Dice

NEAR = 5.0  # level from which a tread is near: a walk nine metres off, a run seventeen
FRESH = 20  # ticks
LISTENS, LONGEST, NOT_AGAIN = 180, 900, 1200  # ticks of quiet that end it, the longest, and before the next time
WITH_ME, SPOT_WITHIN = 5.0, 8.0  # metres to the boy, and to a hiding place
HOT = 90  # ticks since the machine was seen in which one runs instead


def hears_it(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    """It is heard near, it is not in sight, and there is somewhere to hide."""
    tick = percept.tick
    if not memory.met or tick - memory.foe.at < HOT or foe_track(percept, memory) is not None:
        memory.hidden_at = -1 if memory.hidden_at < 0 else over(percept, memory)
        return ""
    near = tick - memory.tread.at < FRESH and memory.tread.vx > NEAR
    if memory.hidden_at >= 0:
        if tick - memory.tread.at > LISTENS or tick - memory.hidden_at > LONGEST:
            memory.hidden_at = over(percept, memory)
            return ""
        return "listens to its tread"
    if not near or tick < memory.hide_again or explained(percept, memory) or far_from(percept, memory) > WITH_ME:
        return ""
    if not any(distance_to(percept, *z.middle) < SPOT_WITHIN for z in percept.ground.tagged("hide")):
        return ""
    memory.hidden_at = tick
    return "hears its tread"


def over(percept: Percept, memory: BotMemory) -> int:
    """Be done with hiding for a while."""
    memory.hide_again = percept.tick + NOT_AGAIN
    return -1


def explained(percept: Percept, memory: BotMemory) -> bool:
    """Say whether somebody in sight walks where the tread comes from."""
    it = memory.tread
    return any(length(t.vx, t.vy) > 0.5 and length(t.x - it.x, t.y - it.y) < 4.0 for t in percept.tracks)


def hide_him(percept: Percept, memory: BotMemory, _dice: Dice) -> Command:
    """Send him into hiding, stand still and look where it comes from."""
    aim = (memory.tread.x - percept.me.x, memory.tread.y - percept.me.y)
    return order(percept, memory, toward(0.0, 0.0, aim=aim), HIDE, (-0.5, -0.5), LONGEST)
