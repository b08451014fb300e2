"""The crowd: bakes the distance fields of its errands and exits, and lets a kernel think for it."""

from functools import lru_cache

import numpy as np

from game.core.ground import Ground, Ints
from game.core.paths import FAR, Ways
from game.sim.events import Screamed
from game.sim.kernels.crowd import CALM_AFTER, notice
from game.sim.kernels.crowd import decide as decide_kernel
from game.sim.tables import CALL, COWER, FLEE
from game.sim.world import World

MOST_LEGS = 12
CALL_EVERY = 12  # ticks
CALL_AFTER, CALL_TICKS, CALL_AGAIN = 90, 180, 1200  # a second or two to decide, three to call (T1000.md 2.3)
SAFE_2 = 9.0 * 9.0  # metres, squared
RELIABLE, CALL_ERROR = 0.85, 4.0  # share of calls understood; metres
CRY_LOUD = 32
REACH = 1.1  # metres: what stands so near to a place is why one goes there
SEAT = 0.55  # metres: what is lower is sat on

_cries, _left, _runners = np.zeros(512, np.int32), np.zeros(512, np.int32), np.zeros(512, np.int32)  # scratch


class Errands:
    """Derived tables of where people go; rebuilt when a heavy door moves, outside the digest."""

    def __init__(self, world: World, routes: list[tuple[list[tuple[float, float]], int]]) -> None:
        """routes: for each path of the level its places and the dwell in ticks ([] for paths nobody walks)."""
        self.routes = routes
        self.leg_of = np.array([min(MOST_LEGS, len(p)) for p, _ in routes] or [0], np.int32)
        self.dwell = np.array([max(1, d) for _, d in routes] or [1], np.int64)
        self.goal_of = np.zeros((max(1, len(routes)), MOST_LEGS), np.int32)
        self.face = np.zeros((max(1, len(routes)), MOST_LEGS, 2))
        for r, (places, _) in enumerate(routes):
            for leg, (x, y) in enumerate(places[:MOST_LEGS]):
                self.face[r, leg] = toward(world.ground, x, y)
        self.leads = np.zeros(max(1, len(routes)), np.int32)  # scratch
        self.exits = np.zeros(0, np.int32)
        self.mask = -1
        self.walk = world.ground.walk
        self.fields = np.full((1, *world.ground.wall.shape), FAR, np.int32)
        self.speeds = np.array([4.0, 4.2, 2.0]) / 60.0
        self.lookers = int(
            not any(actor.leaves for actor in world.actors[world.crowd_from :])
        )  # who works here goes home

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
        self.fields = lengths_to(world.ways, tuple(cells), self.mask)


@lru_cache(maxsize=8)
def lengths_to(ways: Ways, cells: tuple[int, ...], shut: int) -> Ints:
    """Return the path length from everywhere to each of some cells, i4 [cells, rows, columns]; kept for all runs."""
    made = [ways.lengths(c, shut).reshape(ways.walk.shape) for c in cells]
    return np.stack(made) if made else np.full((1, *ways.walk.shape), FAR, np.int32)


def toward(ground: Ground, x: float, y: float) -> tuple[float, float]:
    """Return the unit way to look at a place: at the nearest thing or pane in reach, away from what is sat on; else 0, 0."""
    if not len(ground.blocks):
        return 0.0, 0.0
    x0, y0, x1, y1 = ground.blocks.T
    dx, dy = np.minimum(np.maximum(x, x0), x1) - x, np.minimum(np.maximum(y, y0), y1) - y
    far = np.sqrt(dx * dx + dy * dy)
    k = int(np.where(far > 0.0, far, REACH).argmin())
    if not 0.0 < far[k] < REACH:
        return 0.0, 0.0
    turn = -far[k] if ground.block_height[k] < SEAT else far[k]
    return float(dx[k] / turn), float(dy[k] / turn)


def can(world: World) -> bool:
    """Say whether there is a crowd."""
    return world.errands is not None and world.crowd_from < world.count


def decide(world: World) -> None:
    """Let the civilians whose turn it is look about and choose."""
    errands = world.errands
    if errands.mask != world.shut_mask:
        errands.bake(world)
    watch(world)
    made = decide_kernel(
        world.bodies,
        world.crowd_from,
        world.count,
        errands.fields,
        errands.goal_of,
        errands.leg_of,
        errands.dwell,
        errands.face,
        errands.exits,
        errands.walk,
        errands.speeds,
        errands.lookers,
        errands.leads,
        world.tick,
        _left,
    )
    for slot in _left[:made].tolist():
        world.went_home(slot)
    if world.tick % CALL_EVERY == 0:
        telephone(world)


def watch(world: World) -> None:
    """Let them look; whoever takes fright may cry out, and cries are heard."""
    made = notice(
        world.bodies,
        world.crowd_from,
        world.count,
        world.keeper,
        world.ward,
        world.hunter,
        world.aware,
        world.sees_now,
        world.opaque,
        world.ground.low,
        world.tick,
        _cries,
        _runners,
    )
    for k in range(made):
        slot = int(_cries[k])
        x, y = world.b.x[slot], world.b.y[slot]
        world.report(Screamed(slot, x, y))
        if k == 0:  # one of those who cry at once is loud enough for all
            world.noise("scream", x, y, CRY_LOUD, slot)


def telephone(world: World) -> None:
    """Somebody who has run far enough calls the police: a report of what they saw, with its place a little wrong."""
    b, state = world.b, world.state
    if state.caller >= 0:
        end_call(world, state.caller)
        return
    if not state.radios or world.tick - state.called_at < CALL_AGAIN:
        return
    mood = world.bodies["mood"]
    for slot in ((mood == FLEE) | (mood == COWER)).nonzero()[0].tolist():
        since = world.tick - b.fright_at[slot]
        if slot >= world.crowd_from and b.here[slot] and b.fright_at[slot] > 0 and CALL_AFTER < since < CALM_AFTER:
            dx, dy = b.x[slot] - b.fright_x[slot], b.y[slot] - b.fright_y[slot]
            if dx * dx + dy * dy > SAFE_2:
                b.mood[slot], b.wait_until[slot] = CALL, world.tick + CALL_TICKS
                state.caller, state.called_at = slot, world.tick
                return


def end_call(world: World, slot: int) -> None:
    """Send what was said, unless the caller was stopped; sometimes nobody understands it."""
    b, state = world.b, world.state
    if world.alive(slot) and b.mood[slot] == CALL and world.tick < b.wait_until[slot]:
        return
    state.caller = -1
    dice = world.dice(slot, "call")
    if world.alive(slot) and b.mood[slot] != FLEE and dice.chance(RELIABLE):
        x = b.fright_x[slot] + (dice.share() + dice.share() - 1.0) * CALL_ERROR
        y = b.fright_y[slot] + (dice.share() + dice.share() - 1.0) * CALL_ERROR
        room = world.ground.room_at(x, y) or world.ground.room_at(b.fright_x[slot], b.fright_y[slot])
        if room:
            world.radio(room, "shots", world.look(slot))
    world.keep(slot, "call", dice)
