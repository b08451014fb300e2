"""The base bot when the boy has been seized: get there, and shove it off him, or shoot past him."""

from game.agent.command import FIRE, RUN, SHOVE, Command, toward
from game.agent.legs import walk_to
from game.agent.percept import Percept, Track
from game.bots import guns
from game.bots.edge import at_steel
from game.bots.hold import hold_device
from game.bots.memory import BotMemory
from game.bots.nerves import after
from game.bots.notice import ward_track
from game.bots.way import between_us
from game.core.curves import length
from game.core.dice import Dice

SHOVE_WITHIN = 1.3  # metres; the arm reaches a little farther
SHIELD_COS = 0.9  # the shot is refused within 20 degrees of him
FLANK_WITHIN = 4.0  # metres
IN_VIEW = 30  # ticks since the machine was seen in which it still has it in mind
CONFUSION = 150  # ticks of looking the wrong way


def rescue(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Run to the machine that has him; shove when in reach, shoot when its flank is open."""
    me = percept.me
    foe = percept.holder()  # no face matters now
    if memory.react_at < memory.held_since:
        memory.react_at = memory.held_since + surprise(percept, memory, dice)
    if percept.tick < memory.react_at:
        memory.why = "what was that?"
        return toward(0.0, 0.0)
    if foe is None:
        memory.why = "where is he?"
        shut = between_us(percept, memory)
        if shut is not None:
            return hold_device(percept, memory, dice, shut)
        last = memory.foe if memory.foe.at >= memory.held_since else memory.ward  # it may hold him across a counter
        return walk_to(percept, memory.legs, dice, (last.x, last.y), gait=RUN)
    aim = (foe.x - me.x, foe.y - me.y)
    if foe.distance < SHOVE_WITHIN:
        memory.why = "shoves it off"
        return shove(percept, memory, foe)
    if open_flank(percept):
        memory.why = "its flank is open"
        return toward(*aim, RUN, FIRE, aim)
    memory.why = f"runs to him, {foe.distance:.0f} m"
    ahead = min(1.0, foe.distance / 5.0)
    place = (foe.x + foe.vx * ahead, foe.y + foe.vy * ahead)
    return walk_to(percept, memory.legs, dice, place, gait=RUN, stop=0.0, aim=aim if foe.distance < 3.0 else None)


def surprise(percept: Percept, memory: BotMemory, dice: Dice) -> int:
    """Return the ticks until it understands: short in a fight, long from a trusted face, at times very long.

    By the steel it takes every uniform for the machine, so that no hand there comes from a face that it trusted.
    """
    expected = percept.cause == "seized" or at_steel(percept)
    if expected and memory.held_since - memory.foe.at < IN_VIEW:
        return after(memory.nerves.aware, dice)
    wonders = not expected and dice.chance(memory.nerves.confused)
    return after(memory.nerves.disbelief, dice) + (CONFUSION if wonders else 0)


def shove(percept: Percept, memory: BotMemory, foe: Track) -> Command:
    """Push with an open hand: a press, then a release."""
    aim = (foe.x - percept.me.x, foe.y - percept.me.y)
    memory.shoved = not memory.shoved
    return toward(*aim, RUN, SHOVE if memory.shoved else 0, aim)


def open_flank(percept: Percept) -> bool:
    """Say whether a shot would hit it and not be refused for the boy's sake."""
    me, foe, boy = percept.me, percept.holder(), ward_track(percept)
    if foe is None or boy is None or foe.distance > FLANK_WITHIN or not guns.armed(percept) or not me.ready:
        return False
    fx, fy, bx, by = foe.x - me.x, foe.y - me.y, boy.x - me.x, boy.y - me.y
    size = length(fx, fy) * length(bx, by)
    return bool(fx * bx + fy * by < SHIELD_COS * size and guns.clear_shot(percept, foe))
