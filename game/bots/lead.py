"""The base bot with the boy beside it: leads at a pace that he can keep, waits, goes back, sends him the last steps."""

import msgspec

from game.agent.command import FOLLOW, RUN, RUN_TO, WALK, Command, toward
from game.agent.legs import distance_to, walk_to
from game.agent.percept import Percept, Thing
from game.bots import guns
from game.bots.cut import where_to
from game.bots.memory import BotMemory
from game.bots.notice import WARD
from game.bots.way import HUNTED, home, next_place
from game.core.curves import length
from game.core.dice import Dice

LAGS, LOST = 4.0, 7.0  # metres behind: wait for him, go back for him
FAR_ROUND = 14.0  # metres to walk to him, though he is in view
UNSEEN = 120  # ticks out of sight after which it goes back
ORDER_AGAIN, SEND_AGAIN = 240, 90  # ticks
AT_GOAL = 0.8  # metres
NEAR_HIM = 8.0  # metres
FEW, FETCH_WITHIN = 6, 6.0  # shells that are few, metres that some more are worth
QUIET = 300  # ticks without the machine


def far_from(percept: Percept, memory: BotMemory) -> float:
    """Return the metres to the boy, as far as the bot knows."""
    return float(length(memory.ward.x - percept.me.x, memory.ward.y - percept.me.y))


def hunted(percept: Percept, memory: BotMemory) -> bool:
    """Say whether the machine was about a moment ago."""
    return percept.tick - memory.foe.at < HUNTED


# ------------------------------------------------------------------ wishes
def left_behind(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    d = far_from(percept, memory)
    lost = d > LOST or percept.tick - memory.ward.at > UNSEEN or (d > LAGS and in_danger(percept, memory))
    lost = lost or (d > LAGS and distance_to(percept, memory.ward.x, memory.ward.y) > FAR_ROUND)
    return f"he is {d:.0f} m behind" if lost and not ahead(percept, memory) else ""


def lags(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    d = far_from(percept, memory)
    return f"he is {d:.0f} m behind" if d > LAGS and not percept.me.using and not ahead(percept, memory) else ""


def ahead(percept: Percept, memory: BotMemory) -> bool:
    """Say whether he was sent ahead and is nearer home than the bot."""
    if memory.ordered != RUN_TO or percept.tick - memory.ward.at > UNSEEN:
        return False
    x, y = home(percept)
    ward, me = memory.ward, percept.me
    return bool(length(ward.x - x, ward.y - y) < length(me.x - x, me.y - y))


def in_danger(percept: Percept, memory: BotMemory) -> bool:
    """Say whether the machine was near him a moment ago."""
    foe, ward = memory.foe, memory.ward
    return bool(percept.tick - foe.at < 120 and length(foe.x - ward.x, foe.y - ward.y) < NEAR_HIM)


def nearly_there(percept: Percept, _memory: BotMemory, _dice: Dice) -> str:
    goal, me = percept.goal, percept.me
    at = goal is not None and goal.known and goal.marker != WARD and length(goal.x - me.x, goal.y - me.y) < AT_GOAL
    return "the last steps" if at else ""


def short_of_shells(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    return "picks up shells" if shells(percept, memory) is not None else ""


def shells(percept: Percept, memory: BotMemory) -> Thing | None:
    """Return shells that lie near, when few are left and it is quiet."""
    me = percept.me
    if percept.tick - memory.foe.at < QUIET or (me.weapon in guns.SLOTS and me.rounds + me.spare > FEW):
        return None
    if me.weapon not in guns.SLOTS and memory.rounds > 0:
        return None
    near = [t for t in percept.things if t.kind == "shells" and distance_to(percept, t.x, t.y) < FETCH_WITHIN]
    return min(near, key=lambda t: length(t.x - me.x, t.y - me.y), default=None)


def always(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    return "hunted, straight home" if hunted(percept, memory) else "leads him out"


# ------------------------------------------------------------------ acts
def go_back(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    command = walk_to(percept, memory.legs, dice, where_to(percept, memory), gait=RUN)
    return call(percept, memory, command)


def wait(percept: Percept, memory: BotMemory, _dice: Dice) -> Command:
    aim = (memory.ward.x - percept.me.x, memory.ward.y - percept.me.y)
    return call(percept, memory, toward(0.0, 0.0, aim=aim, held=guns.reloads(percept, memory)))


def send(percept: Percept, memory: BotMemory, _dice: Dice) -> Command:
    """Tell him to run to where the marker is, once in a while."""
    goal, me = percept.goal, percept.me
    command = toward(0.0, 0.0, aim=(memory.ward.x - me.x, memory.ward.y - me.y))
    return command if goal is None else order(percept, memory, command, RUN_TO, (goal.x, goal.y), SEND_AGAIN)


def fetch(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    thing = shells(percept, memory)
    if thing is None:
        return toward(0.0, 0.0)
    return walk_to(percept, memory.legs, dice, (thing.x, thing.y), stop=0.3)


def lead(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Go on along the way; when hunted run, and send him ahead where he is nearer home than the machine."""
    gait = RUN if hunted(percept, memory) else WALK
    command = walk_to(percept, memory.legs, dice, next_place(percept, memory), gait=gait)
    bit = guns.reloads(percept, memory)
    command = msgspec.structs.replace(command, held=command.held | bit) if bit else command
    if memory.ordered != FOLLOW:
        return call(percept, memory, command)
    return command


# ------------------------------------------------------------------ orders
def call(percept: Percept, memory: BotMemory, command: Command) -> Command:
    """Tell him to follow, now and then, or at once if he was told something else."""
    return order(percept, memory, command, FOLLOW, (-0.5, -0.5), ORDER_AGAIN)


def order(
    percept: Percept, memory: BotMemory, command: Command, kind: int, place: tuple[float, float], again: int
) -> Command:
    """Give an order with a Command, unless the same was given a moment ago."""
    same = memory.ordered == kind and length(memory.ordered_x - place[0], memory.ordered_y - place[1]) < 1.0
    if percept.tick - memory.ordered_at < (again if same else HANDS_FREE):
        return command
    memory.ordered, memory.ordered_at = kind, percept.tick
    memory.ordered_x, memory.ordered_y = place
    return msgspec.structs.replace(command, order=kind, order_x=round(place[0] * 2), order_y=round(place[1] * 2))


HANDS_FREE = 30  # ticks between two orders
