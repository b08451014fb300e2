"""The crowd: bakes the distance fields of its errands and exits, and lets a kernel think for it."""

import numpy as np

from game.core.paths import FAR
from game.sim.kernels.crowd import decide as decide_kernel
from game.sim.world import World

MOST_LEGS = 12


class Errands:
    """Derived tables of where people go; rebuilt when a heavy door moves, outside the digest."""

    def __init__(self, world: World, routes: list[tuple[list[tuple[float, float]], int]]) -> None:
        """routes: for each path of the level its places and the dwell in ticks ([] for paths nobody walks)."""
        self.routes = routes
        self.leg_of = np.array([min(MOST_LEGS, len(p)) for p, _ in routes] or [0], np.int32)
        self.dwell = np.array([max(1, d) for _, d in routes] or [1], np.int64)
        self.goal_of = np.zeros((max(1, len(routes)), MOST_LEGS), np.int32)
        self.exits = np.zeros(0, np.int32)
        self.mask = -1
        self.walk = world.ground.walk
        self.fields = np.full((1, *world.ground.wall.shape), FAR, np.int32)
        self.speeds = np.array([4.0, 4.2, 2.0]) / 60.0

    def bake(self, world: World) -> None:
        """Flood from every place, with the heavy doors as they stand."""
        self.mask = world.shut_mask
        self.walk = world.ways.walk_with(self.mask)
        cells: dict[int, int] = {}

        def field_of(x: float, y: float) -> int:
            return cells.setdefault(world.ways.snap(x, y, self.mask), len(cells))

        for r, (places, _) in enumerate(self.routes):
            for leg, (x, y) in enumerate(places[:MOST_LEGS]):
                self.goal_of[r, leg] = field_of(x, y)
        outs = world.ground.tagged("exit") or world.ground.tagged("hide")
        self.exits = np.array([field_of(*z.middle) for z in outs], np.int32)
        shape = world.ground.wall.shape
        made = [world.ways.lengths(c, self.mask).reshape(shape) for c in cells]
        self.fields = np.stack(made) if made else np.full((1, *shape), FAR, np.int32)


def decide(world: World) -> None:
    """Let the civilians whose turn it is choose."""
    errands = world.errands
    if errands is None or world.crowd_from >= world.count:
        return
    if errands.mask != world.shut_mask:
        errands.bake(world)
    x, y = world.state.danger
    decide_kernel(
        world.bodies,
        world.crowd_from,
        world.count,
        errands.fields,
        errands.goal_of,
        errands.leg_of,
        errands.dwell,
        errands.exits,
        errands.walk,
        errands.speeds,
        x,
        y,
        world.tick,
    )
