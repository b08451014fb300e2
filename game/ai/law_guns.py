"""Guards and police against somebody dangerous: keeping off, warning, and at last firing, never through people."""

import msgspec

from game.agent.command import FIRE, IDLE, RUN, STEADY, WALK, Command, toward
from game.agent.doors import opaque
from game.agent.percept import DOWN, HELD, Percept, Track
from game.agent.seen import NEVER
from game.ai.law_beat import go, say
from game.ai.law_memory import LawMemory
from game.core.curves import length
from game.core.dice import Dice
from game.core.paths import ways_of
from game.core.posts import posts_of
from game.core.shelter import shelter_post

GUN, HANDS = 2, 1  # weapon slots
WARNING = 90  # ticks between the warning and the shot
SHOT_EVERY, SHOT_DICE = 36, 18  # ticks
FIRE_WITHIN, FIRE_COS = 9.0, 0.985
BESIDE, BEHIND = 0.7, 2.0  # metres beside the line of fire that nobody may stand, and behind its end
WOBBLE = 0.10  # tangent by which a hand is off, at most
TOO_NEAR, KEEPS = 4.5, 7.0  # metres
SPEAKS_AT = 6.0  # metres
SHELTER_PLAN = 90  # ticks
IN_SHELTER = 1.4  # metres
SHELTER_WITHIN = 16.0  # metres


# ------------------------------------------------------------------ wishes
def may_fire(percept: Percept, memory: LawMemory) -> str:
    """The warning is over, the line is free, the hand is ready."""
    foe = foe_track(percept, memory)
    if foe is None or memory.foe_is == "armed" or percept.me.weapon != "pistol" or percept.me.rounds <= 0:
        return ""
    warned = percept.tick - memory.warned_at
    if (
        memory.warned_at == NEVER
        or warned < WARNING
        or foe.distance > FIRE_WITHIN
        or foe.signs & DOWN
        or not percept.me.ready
    ):
        return ""
    if percept.tick - memory.fired_at < SHOT_EVERY or somebody_beside(percept, foe):
        return ""
    return f"{memory.foe_is}, warned"


def danger(_percept: Percept, memory: LawMemory) -> str:
    return f"{memory.foe_is} in sight" if memory.foe_is in ("machine", "gunman") else ""


def rough(_percept: Percept, memory: LawMemory) -> str:
    return "a stranger with a gun" if memory.foe_is == "armed" else ""


# ------------------------------------------------------------------ acts
def fire(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Shoot at the middle of him, as well as a hand can."""
    foe, me = foe_track(percept, memory), percept.me
    if foe is None:
        return IDLE
    dx, dy = foe.x - me.x, foe.y - me.y
    off = (dice.share() + dice.share() - 1.0) * WOBBLE
    aim = (dx - dy * off, dy + dx * off)
    if (me.fx * dx + me.fy * dy) < FIRE_COS * length(dx, dy):
        return toward(0.0, 0.0, held=STEADY, aim=aim)
    memory.fired_at = percept.tick + dice.below(SHOT_DICE)
    return toward(0.0, 0.0, held=FIRE | STEADY, aim=aim)


def stand_off(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Warn; with a gun keep him covered from a few metres, without one get away and keep others away."""
    foe, me = memory.foe, percept.me
    seen = foe_track(percept, memory)
    dx, dy = foe.x - me.x, foe.y - me.y
    d = length(dx, dy)
    if seen is not None:
        say(percept, memory, "metal" if memory.foe_is == "machine" else "drop_it")
        if memory.warned_at == NEVER:
            memory.warned_at = percept.tick
    gun = "pistol" in me.weapons
    if gun and seen is not None and d > TOO_NEAR and not me.reloading:
        if d > KEEPS:
            return go(percept, memory, dice, (foe.x, foe.y), held=STEADY, aim=(dx, dy))
        return toward(0.0, 0.0, held=STEADY, aim=(dx, dy))
    if memory.shelter_until <= percept.tick:
        memory.shelter_x, memory.shelter_y = shelter(percept, foe.x, foe.y)
        memory.shelter_until = percept.tick + SHELTER_PLAN  # PERF: a millisecond and a half each
    place = (memory.shelter_x, memory.shelter_y)
    if length(place[0] - me.x, place[1] - me.y) < IN_SHELTER:
        return toward(0.0, 0.0, aim=(dx, dy))  # there is room for more than one behind a corner
    return go(
        percept,
        memory,
        dice,
        place,
        RUN if d < TOO_NEAR or not gun else WALK,
        aim=(dx, dy) if d > 2.0 else None,
    )


def challenge(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Walk up to speaking distance and tell him to put it away."""
    me, foe = percept.me, memory.foe
    dx, dy = foe.x - me.x, foe.y - me.y
    if length(dx, dy) < SPEAKS_AT:
        say(percept, memory, "put_away")
    return go(percept, memory, dice, (foe.x, foe.y), stop=TOO_NEAR, aim=(dx, dy))


def in_hand(percept: Percept, memory: LawMemory, command: Command) -> Command:
    """Draw against somebody dangerous, put it away when it is over."""
    if "pistol" not in percept.me.weapons:
        return command
    wanted, now = (GUN if memory.foe_is in ("machine", "gunman") else HANDS), percept.me.weapon
    if (wanted == GUN) != (now == "pistol"):
        return msgspec.structs.replace(command, weapon=wanted)
    return command


# ------------------------------------------------------------------ who and where
def foe_track(percept: Percept, memory: LawMemory) -> Track | None:
    """Return the one whom it stands against, if in sight: whoever is nearest to where that one was last seen."""
    if not memory.foe_is or memory.foe.at != percept.tick:
        return None
    return min(percept.tracks, key=lambda t: length(t.x - memory.foe.x, t.y - memory.foe.y), default=None)


def somebody_beside(percept: Percept, foe: Track) -> bool:
    """Say whether anybody else stands in or near the line of fire, in front of the foe or just behind."""
    dx, dy = foe.x - percept.me.x, foe.y - percept.me.y
    d = max(1e-6, length(dx, dy))
    for t in percept.tracks:
        if t is foe or t.signs & DOWN:
            continue
        along = ((t.x - percept.me.x) * dx + (t.y - percept.me.y) * dy) / d
        across = abs((t.x - percept.me.x) * dy - (t.y - percept.me.y) * dx) / d
        if 0.0 < along < d + BEHIND and (across < BESIDE or t.signs & HELD):
            return True
    return False


def shelter(percept: Percept, x: float, y: float) -> tuple[float, float]:
    """Return a near post that cannot be seen from a place and does not lie past it."""
    posts, ways = posts_of(percept.ground), ways_of(percept.ground)
    me, there = ways.snap(percept.me.x, percept.me.y), ways.snap(x, y)
    best = shelter_post(
        posts.x, posts.y, posts.cell, posts.far, opaque(percept), float(x), float(y), me, there, SHELTER_WITHIN
    )
    return ways.middle(int(best) if best >= 0 else me)
