"""Motion: everybody takes a step; a heavy or hurried tread can be heard."""

import numpy as np

from game.agent.command import RUN, SNEAK
from game.sim.events import Stepped
from game.sim.kernels.motion import PATIENCE
from game.sim.kernels.motion import move as move_kernel
from game.sim.world import World

WALK_LOUD, RUN_LOUD, SNEAK_LOUD = 14, 22, 8

_stepped = np.zeros(512, np.int32)
_was, _at = np.zeros((512, 2)), np.zeros((512, 2))  # scratch: where bodies stood before this tick, and where now


def move(world: World) -> None:
    """Move all bodies and let their footfalls be heard by those who listen."""
    g = world.g
    made = move_kernel(
        world.bodies,
        world.count,
        g.solid,
        g.door_rect,
        g.blocks,
        g.block_off,
        g.near_start,
        g.near_item,
        world.doors,
        world.light,
        world.tick,
        _stepped,
        _was,
        _at,
        world.chains,
    )
    if made:
        for slot in _stepped[:made].tolist():
            tread(world, slot)
    if world.tick % 6 == 0:
        lean(world)


def lean(world: World) -> None:
    """A machine that leans on glass goes through it."""
    b = world.b
    for slot in world.acting:
        if b.wedged[slot] >= PATIENCE and world.actors[slot].body != "flesh" and b.held_by[slot] < 0:
            pane = pane_at(world, slot)
            if pane >= 0:
                world.break_glass(pane, slot, b.fx[slot], b.fy[slot])
                b.wedged[slot] = 0


def pane_at(world: World, slot: int) -> int:
    """Return the whole pane that a body touches, -1 none."""
    g, x, y = world.g, world.b.x[slot], world.b.y[slot]
    reach = world.b.radius[slot] + 0.1
    cell = int(y * 2) * g.wall.shape[1] + int(x * 2)
    for at in range(g.near_start[cell], g.near_start[cell + 1]):
        k = int(g.near_item[at])
        if g.block_pane[k] and not world.block_off[k]:
            dx, dy = x - min(max(x, g.blocks[k, 0]), g.blocks[k, 2]), y - min(max(y, g.blocks[k, 1]), g.blocks[k, 3])
            if dx * dx + dy * dy < reach * reach:
                return k
    return -1


def tread(world: World, slot: int) -> None:
    """One footfall. The crowd's are hum: shown, but not listened to."""
    b, actor = world.b, world.actors[slot]
    gait = b.gait[slot]
    level = RUN_LOUD if gait == RUN else SNEAK_LOUD if gait == SNEAK else WALK_LOUD
    # a form treads as its owner would, until it is known
    heavy = actor.heavy and (actor.body != "metal" or bool(b.known[slot]))
    kind = "light" if not heavy else "machine" if actor.body == "metal" else "heavy"
    world.report(Stepped(slot, b.x[slot], b.y[slot], kind, level))
    if slot < world.crowd_from:
        world.noise("heavy" if heavy else "steps", b.x[slot], b.y[slot], level, slot)
