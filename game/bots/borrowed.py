"""The base bot in a body that is not its own: the boy while the T-800 has no power, or whoever the story hands to it.

It keeps away from the machine, restarts the T-800 where only hands can, and works what the screen points at.
"""

import msgspec

from game.agent.command import INTERACT, RUN, SNEAK, Command, toward
from game.agent.doors import barred
from game.agent.doubt import PROOF, SURE
from game.agent.legs import walk_to
from game.agent.percept import DOWN, Percept
from game.agent.refuge import refuge
from game.agent.seen import Seen, seen_of
from game.bots.memory import BotMemory
from game.core.curves import length
from game.core.dice import Dice
from game.core.ground import DeviceSpot
from game.core.paths import ways_of

OWN = "t800"
FRESH = 300  # ticks
RUNS_AT, KNEELS = 9.0, 0.8  # metres to the machine, and to the T-800
PLAN = 90  # ticks
ARM, BY_THE_MARKER = 0.85, 3.0  # metres
HOLDS, LETS_GO = 240, 12  # ticks: what has been done is let go now and then, to begin the next


def not_mine(percept: Percept, _memory: BotMemory, _dice: Dice) -> str:
    """It drives somebody else."""
    return "" if percept.me.look == OWN else f"as {percept.me.look}"


def act(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Hands on what lies without power, else away from the machine, else to what is to be done."""
    watch(percept, memory)
    if percept.me.held:
        return toward(0.0, 0.0)
    if percept.cause == "down" and memory.fallen.signs & DOWN:
        return kneel(percept, memory, dice)
    close = gap(percept, memory.feared) < RUNS_AT or percept.tick < memory.refuge_until  # who runs, runs on
    if percept.tick - memory.feared.at < FRESH and close:
        return run(percept, memory, dice)
    device = to_work(percept)
    if device is not None:
        return work(percept, memory, dice, device)
    goal = percept.goal
    if goal is not None and goal.known and not memory.fallen.signs & DOWN:
        return walk_to(percept, memory.legs, dice, (goal.x, goal.y), stop=0.5)
    return lie_low(percept, memory, dice)


def watch(percept: Percept, memory: BotMemory) -> None:
    """Remember where the machine is, by what these eyes see; their track numbers are not those of the other body's."""
    it = min((t for t in percept.tracks if t.signs & PROOF or t.doubt >= SURE), key=lambda t: t.distance, default=None)
    if it is not None:
        memory.feared = seen_of(it, percept.tick)
    fallen = percept.sight_of(OWN)
    if fallen is not None:
        memory.fallen = seen_of(fallen, percept.tick)


def gap(percept: Percept, seen: Seen) -> float:
    return float(length(seen.x - percept.me.x, seen.y - percept.me.y))


def kneel(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Go to the T-800 and keep hands on it."""
    fallen = memory.fallen
    aim = (fallen.x - percept.me.x, fallen.y - percept.me.y)
    if gap(percept, fallen) < KNEELS:
        return toward(0.0, 0.0, held=INTERACT, aim=aim)
    return walk_to(percept, memory.legs, dice, (fallen.x, fallen.y), gait=RUN, stop=KNEELS - 0.1)


def run(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Run to where the machine comes last."""
    if (
        percept.tick >= memory.refuge_until
        or length(memory.refuge[0] - percept.me.x, memory.refuge[1] - percept.me.y) < 1.0
    ):
        memory.refuge, memory.refuge_until = refuge(percept, memory.feared), percept.tick + PLAN
    return walk_to(percept, memory.legs, dice, memory.refuge, gait=RUN)


def to_work(percept: Percept) -> DeviceSpot | None:
    """Return the device beside the marker that these hands can work."""
    goal, look = percept.goal, percept.me.look
    if goal is None or not goal.known:
        return None
    mine = [d for d in percept.ground.devices if d.user == look and d.gap(goal.x, goal.y) < BY_THE_MARKER]
    return min(mine, key=lambda d: d.gap(goal.x, goal.y), default=None)


def work(percept: Percept, memory: BotMemory, dice: Dice, device: DeviceSpot) -> Command:
    """Walk up to it and hold it."""
    me, (x, y) = percept.me, device.middle
    if device.gap(me.x, me.y) < ARM:
        done = device.name in percept.used and not me.using
        held = 0 if done and percept.tick % HOLDS < LETS_GO else INTERACT
        return toward(0.0, 0.0, held=held, aim=(x - me.x, y - me.y))
    return walk_to(percept, memory.legs, dice, (x, y), stop=0.3)


def lie_low(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Go to the nearest hiding place and be still."""
    field = ways_of(percept.ground).to(percept.me.x, percept.me.y, barred(percept))
    hides = percept.ground.tagged("hide") or percept.ground.tagged("dark")
    if not hides:
        return toward(0.0, 0.0)
    zone = min(hides, key=lambda z: field.distance(*z.middle))
    return msgspec.structs.replace(walk_to(percept, memory.legs, dice, zone.middle, stop=0.4), gait=SNEAK)
