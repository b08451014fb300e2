"""The base bot where the story wants words or a hand of its own: it answers what it is asked, works the marked device, asks her."""

import msgspec

from game.agent.command import ASK, INTERACT, RUN, WALK, Command, toward
from game.agent.doubt import SURE
from game.agent.legs import walk_to
from game.agent.percept import Percept
from game.agent.seen import seen_of
from game.bots.memory import BotMemory
from game.core.curves import length
from game.core.dice import Dice
from game.core.ground import DeviceSpot

READS = (60, 90)  # ticks until a question is understood: least, and what the dice add
ARM, ASKS_WITHIN, ASK_AGAIN = 0.9, 2.5, 240  # metres to a device, to whom it asks; ticks
PRESSES, LETS_GO = 90, 12  # ticks: a device that is asked for again is let go between
ASK_REACH = 4.0  # metres
HER = "sarah"
GONE_FOR, SEEKS = 120, 900  # ticks without sight of her where she was, and of looking there


# ------------------------------------------------------------------ answers
def answer(percept: Percept, memory: BotMemory, dice: Dice, command: Command) -> Command:
    """Choose the answer that is a fact of this run, once it has been read."""
    if not percept.choices:
        memory.answers_at = -1
        return command
    if memory.answers_at < 0:
        memory.answers_at = percept.tick + READS[0] + dice.below(READS[1])
    right = [i for i, fact in enumerate(percept.choices) if fact in percept.facts]
    if percept.tick < memory.answers_at or not right:
        return command
    return msgspec.structs.replace(command, choice=1 + right[0])


def which(percept: Percept, memory: BotMemory, command: Command) -> Command:
    """Of two of her in view, have the one that is doubted more asked what only we know, where there is something to ask."""
    hers = [t for t in percept.tracks if t.look == HER and t.doubt < SURE]
    waits = percept.tick - memory.asked_at < ASK_AGAIN
    if len(hers) < 2 or waits or command.order or not percept.facts:
        return command
    her = max(hers, key=lambda t: (t.doubt, -t.distance))
    if her.distance > ASK_REACH:
        return command
    memory.asked_at = percept.tick
    return msgspec.structs.replace(command, order=ASK, order_x=round(her.x * 2), order_y=round(her.y * 2))


# ------------------------------------------------------------------ the marked device
def marked(percept: Percept) -> DeviceSpot | None:
    """Return the device that the screen points at, if these hands can work it."""
    goal = percept.goal
    if goal is None:
        return None
    return next((d for d in percept.ground.devices if d.name == goal.marker and d.user in ("any", "t800")), None)


def has_work(percept: Percept, _memory: BotMemory, _dice: Dice) -> str:
    device = marked(percept)
    return f"works {device.name}" if device is not None else ""


def work(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Walk up to it, and hold it again and again until the screen points elsewhere."""
    device, me = marked(percept), percept.me
    if device is None:
        return toward(0.0, 0.0)
    x, y = device.middle
    if device.gap(me.x, me.y) < ARM:
        held = INTERACT if me.using or percept.tick % PRESSES >= LETS_GO else 0
        return toward(0.0, 0.0, held=held, aim=(x - me.x, y - me.y))
    return walk_to(percept, memory.legs, dice, (x, y), stop=0.3)


# ------------------------------------------------------------------ asking her
def watch(percept: Percept, memory: BotMemory) -> None:
    """Keep where she was last seen; of two, the one that is less doubted."""
    hers = [t for t in percept.tracks if t.look == HER]
    if hers:
        memory.her = seen_of(min(hers, key=lambda t: (t.doubt, t.distance)), percept.tick)


def must_ask(percept: Percept, _memory: BotMemory, _dice: Dice) -> str:
    return "asks her" if percept.goal is not None and percept.goal.marker == HER else ""


def ask(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Go to her and ask."""
    me, her = percept.me, memory.her
    d = length(her.x - me.x, her.y - me.y)
    if percept.tick - her.at > GONE_FOR and (d < ASKS_WITHIN or percept.tick - memory.since > SEEKS):
        hers = next((spot for spot in percept.ground.devices if spot.user == HER), None)
        if hers is not None:  # she is not where she was: her hands are wanted there
            return walk_to(percept, memory.legs, dice, hers.middle, gait=RUN, stop=ASKS_WITHIN)
    aim = (her.x - me.x, her.y - me.y)
    if d > ASKS_WITHIN:
        return walk_to(
            percept, memory.legs, dice, (her.x, her.y), gait=RUN if d > 8.0 else WALK, stop=ASKS_WITHIN - 0.5, aim=aim
        )
    command = toward(0.0, 0.0, aim=aim)
    if percept.tick - memory.asked_at < ASK_AGAIN:
        return command
    memory.asked_at = percept.tick
    return msgspec.structs.replace(command, order=ASK, order_x=round(her.x * 2), order_y=round(her.y * 2))
