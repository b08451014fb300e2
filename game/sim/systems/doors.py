"""Doors: people push the light ones open and they fall shut; heavy ones go back to rest when their time is up."""

import numpy as np

from game.content.doors import DOORS
from game.sim.kernels.doorway import swing
from game.sim.world import World

EVERY = 3  # ticks


def move(world: World) -> None:
    """Swing the doors that people walk at; send back those whose delay has run out."""
    count = len(world.ground.doors)
    if not count:
        return
    if world.tick % EVERY == 0:
        moved = np.zeros(count, np.int32)
        made = swing(world.bodies, world.count, world.doors, world.g.door_rect, count, world.tick, moved)
        for k in moved[:made].tolist():
            turn(world, abs(k) - 1, k < 0)
    d = world.d
    for k in world.heavy_doors:
        if 0 <= d.back_at[k] <= world.tick:
            d.back_at[k] = -1
            turn(world, k, bool(d.rest[k]))


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
