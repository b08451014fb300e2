"""Doors: people push the light ones open and they fall shut; heavy ones go back to rest when their time is up."""

from functools import lru_cache

import numpy as np

from game.content.doors import DOORS
from game.core.ground import Bytes, Ground
from game.sim.kernels.doorway import NEAR, swing
from game.sim.world import World

EVERY = 3  # ticks
KEY_REACH = 0.9  # metres

_at = np.zeros((512, 3))  # scratch


def can(world: World) -> bool:
    """Say whether there is a door."""
    return bool(world.ground.doors)


@lru_cache(maxsize=16)
def about(ground: Ground) -> Bytes:
    """Return 1 for each half cell that holds a place less than NEAR metres from a door that people push, u8 [2h, 2w]."""
    made = np.zeros(ground.wall.shape, np.uint8)
    for d in ground.doors:
        if d.pushes:
            rows = slice(max(0, int((d.y - NEAR) * 2)), int((d.y + d.h + NEAR) * 2) + 1)
            made[rows, max(0, int((d.x - NEAR) * 2)) : int((d.x + d.w + NEAR) * 2) + 1] = 1
    return made


def move(world: World) -> None:
    """Swing the doors that people walk at; send back those whose delay has run out."""
    count, moved = len(world.ground.doors), world.doors_moved
    where = about(world.ground)
    made = swing(world.bodies, world.count, world.doors, world.g.door_rect, where, count, world.tick, moved, _at)
    for k in moved[:made].tolist():
        turn(world, abs(k) - 1, k < 0)
    if world.state.things:
        unlock(world)
    go_back(world)


def go_back(world: World) -> None:
    """Send the heavy doors back to rest whose time is up."""
    d = world.d
    for k in world.heavy_doors:
        if 0 <= d.back_at[k] <= world.tick:
            d.back_at[k] = -1
            turn(world, k, bool(d.rest[k]))


def unlock(world: World) -> None:
    """Let whoever carries a door's key open it by walking up to it."""
    for k in world.heavy_doors:
        spot = world.ground.doors[k]
        slot = world.state.things.get(spot.key, -1)
        if world.d.shut[k] and world.alive(slot):
            x, y = world.b.x[slot], world.b.y[slot]
            dx, dy = x - min(max(x, spot.x), spot.x + spot.w), y - min(max(y, spot.y), spot.y + spot.h)
            if dx * dx + dy * dy < KEY_REACH * KEY_REACH:
                turn(world, k, False)


def turn(world: World, k: int, shut: bool) -> None:
    """Move a door and let it be heard; a heavy one does not come down on somebody, it waits."""
    spot = world.ground.doors[k]
    if shut and occupied(world, k):
        world.d.back_at[k] = world.tick + 12
        return
    world.move_door(k, shut)
    world.noise("door", spot.x + spot.w / 2, spot.y + spot.h / 2, DOORS[spot.kind].noise, -1)


def occupied(world: World, k: int) -> bool:
    """Say whether somebody stands in a doorway."""
    spot, b = world.ground.doors[k], world.b
    for i in range(world.count):
        if b.here[i]:
            r = b.radius[i]
            if spot.x - r < b.x[i] < spot.x + spot.w + r and spot.y - r < b.y[i] < spot.y + spot.h + r:
                return True
    return False
