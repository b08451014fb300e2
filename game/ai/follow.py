"""Staying with the T-800: a ring behind and beside him, his gait, out of his way and out of his line of fire."""

from game.agent.command import RUN, SNEAK, WALK, Command, toward
from game.agent.legs import walk_to
from game.agent.percept import AIMING, SNEAKING, Percept
from game.ai.ward_memory import WardMemory
from game.core.curves import length
from game.core.dice import Dice
from game.core.paths import ways_of

FAR, CATCH_UP = 3.5, 4.6  # metres: outside the ring, and running to be in it
RING = 2.0  # metres that he keeps
TOO_NEAR, SETTLED = 1.1, 2.3  # metres, while the leader stands
AIM_COS, AIM_REACH = 0.85, 9.0  # the T-800's line of fire
RUNS = 4.4  # metres a second
LOST = 30  # ticks out of sight after which he goes to where he last saw him


def follow(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Keep to the ring round the leader."""
    me, leader = percept.me, memory.leader
    if percept.tick - leader.at > LOST and memory.voice_at > leader.at:
        return to_voice(percept, memory, dice)
    if leader.at < 0:
        return look_about(percept)
    dx, dy = leader.x - me.x, leader.y - me.y
    d, speed = length(dx, dy), length(leader.vx, leader.vy)
    lost = percept.tick - leader.at > LOST
    gait = pace(memory, d, speed)
    if lost or d > FAR or not ways_of(percept.ground).straight(me.x, me.y, leader.x, leader.y):
        memory.why = "catches up" if d > CATCH_UP else "comes along"
        ahead = 0.3 if not lost else 1.0
        place = (leader.x + leader.vx * ahead, leader.y + leader.vy * ahead)
        return walk_to(percept, memory.legs, dice, place, gait=gait, stop=0.5 if lost else RING - 0.5)
    better = spot(percept, memory, d, speed)
    if better is None:
        memory.why = "in his ring"
        return toward(0.0, 0.0, gait, aim=(leader.fx * 4, leader.fy * 4))
    return walk_to(percept, memory.legs, dice, better, gait=gait, stop=0.35)


def to_voice(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Go where the call came from, and look about there."""
    memory.why = "goes where he was called"
    dx, dy = memory.voice_x - percept.me.x, memory.voice_y - percept.me.y
    if length(dx, dy) < 1.5:
        return look_about(percept)
    return walk_to(percept, memory.legs, dice, (memory.voice_x, memory.voice_y), stop=1.0)


def look_about(percept: Percept) -> Command:
    """Turn by a quarter, again and again."""
    me = percept.me
    return toward(0.0, 0.0, aim=(-me.fy * 4 + me.fx * 2, me.fx * 4 + me.fy * 2))


def pace(memory: WardMemory, d: float, speed: float) -> int:
    """Return his gait: the leader's, and a run to catch up."""
    if memory.leader.signs & SNEAKING and d < CATCH_UP:
        return SNEAK
    return RUN if d > CATCH_UP or speed > RUNS else WALK


def spot(percept: Percept, memory: WardMemory, d: float, speed: float) -> tuple[float, float] | None:
    """Return a better place in the ring, None where this one will do."""
    me, leader = percept.me, memory.leader
    ox, oy = me.x - leader.x, me.y - leader.y
    if speed > 0.5:
        ux, uy = leader.vx / speed, leader.vy / speed
        in_front = ox * ux + oy * uy
        if in_front > 0.3 and abs(ox * uy - oy * ux) < 0.8:  # in his way: step aside, let him pass
            memory.why = "steps aside"
            return aside(percept, memory, ux, uy)
        if d < RING:
            return None
        return beside(percept, leader.x - ux * (RING - 0.4), leader.y - uy * (RING - 0.4))
    if leader.signs & AIMING and d < AIM_REACH and ox * leader.fx + oy * leader.fy > AIM_COS * d:
        memory.why = "out of his line of fire"
        return aside(percept, memory, leader.fx, leader.fy)
    if d < TOO_NEAR:
        return aside(percept, memory, leader.fx, leader.fy)
    if d > SETTLED:
        memory.why = "comes closer"
        return leader.x + ox / d * (RING - 0.4), leader.y + oy / d * (RING - 0.4)
    if in_doorway(percept, me.x, me.y):
        memory.why = "clears the doorway"
        return aside(percept, memory, leader.fx, leader.fy)
    return None


def aside(percept: Percept, memory: WardMemory, ux: float, uy: float) -> tuple[float, float]:
    """Return a free place beside and a little behind the leader, on the side where he stands."""
    me, leader = percept.me, memory.leader
    side = 1 if (me.x - leader.x) * -uy + (me.y - leader.y) * ux >= 0 else -1
    for s in (side, -side):
        x, y = leader.x - uy * s * 1.4 - ux * 0.8, leader.y + ux * s * 1.4 - uy * 0.8
        if percept.ground.free(x, y) and not in_doorway(percept, x, y):
            return x, y
    return beside(percept, leader.x - ux * RING, leader.y - uy * RING)


def beside(percept: Percept, x: float, y: float) -> tuple[float, float]:
    """Return a place, or the walkable one nearest to it."""
    if percept.ground.free(x, y):
        return x, y
    ways = ways_of(percept.ground)
    return ways.middle(ways.snap(x, y))


def in_doorway(percept: Percept, x: float, y: float) -> bool:
    """Say whether a place is in a door or right before it."""
    return any(
        d.x - 0.4 < x < d.x + d.w + 0.4 and d.y - 0.4 < y < d.y + d.h + 0.4 and min(d.w, d.h) <= 1.2
        for d in percept.ground.doors
    )
