"""Where it looks while it walks: where most of what it believes can be seen from here, not only where its feet go."""

import msgspec
import numpy as np

from game.agent.command import FULL, Command, quantise
from game.agent.doors import screens
from game.agent.percept import Percept, Track
from game.ai.belief import reach_of
from game.ai.memory import HunterMemory
from game.core import glance as core
from game.core import survey
from game.core.posts import posts_of

HOLDS = 18  # ticks for which the head stays turned
NECK = -0.5  # cosine to the way of walking: the head turns so far, and the shoulders with it
_found = np.zeros(core.WAYS)  # scratch
AHEAD = 0.002  # share of belief that looking where it walks is worth for its own sake


def glance(percept: Percept, memory: HunterMemory, command: Command) -> Command:
    """Return a command with its head turned to where it expects to find him; what aims already is left alone."""
    me = percept.me
    tied = me.busy or me.staggered or me.down  # as a thing it has no neck, but it looks
    if memory.prey.fixed or tied or command.aim_x or command.aim_y:
        memory.glance_until = 0
        return command
    who = unknown(percept)
    if who is not None:
        ax, ay = quantise(who.x - me.x, who.y - me.y)
        return msgspec.structs.replace(command, aim_x=ax, aim_y=ay)
    moves = bool(command.move_x or command.move_y)
    if percept.tick >= memory.glance_until:
        memory.glance_until = percept.tick + HOLDS
        memory.glance = best_way(percept, memory, command, moves)
    if memory.glance < 0:
        return command
    ax, ay = quantise(float(core.WAY_X[memory.glance]) * 4.0, float(core.WAY_Y[memory.glance]) * 4.0)
    return msgspec.structs.replace(command, aim_x=ax, aim_y=ay)


def unknown(percept: Percept) -> Track | None:
    """Return somebody whom it has noticed and not yet made out: it looks until it knows."""
    found = [t for t in percept.tracks if not t.look]
    return max(found, key=lambda t: (t.awareness, -t.distance), default=None)


def best_way(percept: Percept, memory: HunterMemory, command: Command, moves: bool) -> int:
    """Return the way to look, an index of core.WAY_X; -1 straight on."""
    me, posts, prey = percept.me, posts_of(percept.ground), memory.prey
    hx, hy = (command.move_x / FULL, command.move_y / FULL) if moves else (0.0, 0.0)
    return int(
        core.turn_to(
            prey.cell, prey.goal, prey.weight, me.x, me.y, hx, hy, NECK, AHEAD if moves else 0.0, reach_of(prey, percept),
            screens(percept), posts.far, posts.light, core.WAY_X, core.WAY_Y, _found,
        )
    )  # fmt: skip


def cover(percept: Percept, memory: HunterMemory, seconds: float) -> None:
    """Note which places a look of some seconds has covered."""
    me, posts = percept.me, posts_of(percept.ground)
    survey.cover(
        me.x, me.y, me.fx, me.fy, reach_of(memory.prey, percept), seconds, posts.x, posts.y, posts.cell, screens(percept),
        posts.light, memory.missed,
    )  # fmt: skip
