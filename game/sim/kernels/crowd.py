"""The crowd's minds: an errand when calm, an exit when frightened; each walks down a distance field baked for its goal."""

from math import sqrt
from typing import Any

from game.core.jit import kernel
from game.core.paths import FAR
from game.sim.tables import CALM, COWER, FLEE, UNEASY

WALKS, RUNS = 0, 1  # gaits of agent.command
ARRIVED = 14  # a step in a distance field: nearer than this the place is reached

LEHMER, MODULUS = 48271, 2147483647  # Park and Miller 1993
COWER_TICKS = 240
CALM_AFTER = 900  # ticks without a fright
NEAR_DANGER_2 = 4.5 * 4.5  # metres, squared
CORNERED = 10  # one in so many who flee near the danger drops to the ground instead


@kernel
def roll(b: Any, i: Any, n: Any) -> Any:
    """Return 0..n-1 from the body's own stream."""
    b.dice[i] = b.dice[i] * LEHMER % MODULUS
    return (b.dice[i] >> 8) % n


@kernel
def downhill(field: Any, walk: Any, x: Any, y: Any) -> Any:
    """Return the unit way from a place to the best cell around it in a distance field; 0, 0 at the goal or lost."""
    h2, w2 = field.shape
    row, col = min(h2 - 1, max(0, int(y * 2.0))), min(w2 - 1, max(0, int(x * 2.0)))
    best, gx, gy = field[row, col], 0.0, 0.0
    for dr in range(-2, 3):
        for dc in range(-2, 3):
            r, c = row + dr, col + dc
            if r < 0 or c < 0 or r >= h2 or c >= w2 or not walk[r, c]:
                continue
            if (dr == 2 or dr == -2 or dc == 2 or dc == -2) and not walk[row + dr // 2, col + dc // 2]:
                continue
            if field[r, c] < best:
                best, gx, gy = field[r, c], c * 0.5 + 0.25 - x, r * 0.5 + 0.25 - y
    d = sqrt(gx * gx + gy * gy)
    if d < 1e-9:
        return 0.0, 0.0
    return gx / d, gy / d


@kernel
def decide(
    b: Any,
    first: Any,
    n: Any,
    fields: Any,
    goal_of: Any,
    leg_of: Any,
    dwell: Any,
    exits: Any,
    walk: Any,
    speeds: Any,
    danger_x: Any,
    danger_y: Any,
    tick: Any,
) -> Any:
    """Let a sixth of the crowd (slots `first`..n-1) choose where to go.

    fields [k, 2h, 2w] distances to goal k; goal_of [route, leg] a row of fields; leg_of [route] how many legs a route has;
    dwell [route] ticks at each place; exits: rows of fields that lead out; speeds [gait] metres a tick;
    danger_x, danger_y: where the last fright came from.
    """
    for i in range(first, n):
        if i % 6 != tick % 6 or not b.here[i] or b.down[i]:
            continue
        b.wish_x[i], b.wish_y[i] = 0.0, 0.0
        if b.mood[i] == COWER:
            if tick >= b.wait_until[i]:
                b.mood[i] = FLEE
            continue
        if b.mood[i] == FLEE:
            flee(b, i, fields, exits, walk, speeds, danger_x, danger_y, tick)
            continue
        route = b.route[i]
        if route < 0 or leg_of[route] == 0:
            continue
        if b.mood[i] == UNEASY and tick >= b.wait_until[i]:
            b.mood[i] = CALM
        field = fields[goal_of[route, b.leg[i]]]
        h2, w2 = field.shape
        here = field[min(h2 - 1, int(b.y[i] * 2.0)), min(w2 - 1, int(b.x[i] * 2.0))]
        if here <= ARRIVED or (b.stride[i] < 0.0 and here >= FAR):
            if b.goal_x[i] >= 0.0:  # just arrived: stay a while
                b.goal_x[i] = -1.0
                b.wait_until[i] = tick + dwell[route] + roll(b, i, 1 + dwell[route] // 2)
            elif tick >= b.wait_until[i]:
                b.leg[i] = (b.leg[i] + 1) % leg_of[route]
                b.goal_x[i] = 0.0
            continue
        if tick < b.wait_until[i] and b.goal_x[i] < 0.0:
            continue
        b.goal_x[i] = 0.0
        dx, dy = downhill(field, walk, b.x[i], b.y[i])
        b.gait[i] = WALKS
        s = speeds[WALKS] * (0.55 + 0.05 * (i % 5))
        b.wish_x[i], b.wish_y[i] = dx * s, dy * s
        if dx != 0.0 or dy != 0.0:
            b.fx[i], b.fy[i] = dx, dy


@kernel
def flee(
    b: Any, i: Any, fields: Any, exits: Any, walk: Any, speeds: Any, danger_x: Any, danger_y: Any, tick: Any
) -> Any:
    """Run for the exit that is nearer to me than to the danger; a few drop where they stand."""
    h2, w2 = walk.shape
    row, col = min(h2 - 1, int(b.y[i] * 2.0)), min(w2 - 1, int(b.x[i] * 2.0))
    drow, dcol = min(h2 - 1, max(0, int(danger_y * 2.0))), min(w2 - 1, max(0, int(danger_x * 2.0)))
    ax, ay = b.x[i] - danger_x, b.y[i] - danger_y
    if ax * ax + ay * ay < NEAR_DANGER_2 and roll(b, i, CORNERED) == 0:
        b.mood[i] = COWER
        b.wait_until[i] = tick + COWER_TICKS + roll(b, i, COWER_TICKS)
        return
    best, field = FAR * 2, -1
    for k in exits:
        cost = fields[k, row, col]
        lead = fields[k, drow, dcol]
        if lead < FAR and lead < cost:
            cost += 300  # the danger is nearer to it than I am
        if fields[k, row, col] < FAR and cost < best:
            best, field = cost, k
    if field < 0 or fields[field, row, col] <= ARRIVED:
        if field >= 0:
            b.here[i] = 0  # out of the building
        else:
            b.mood[i] = COWER
            b.wait_until[i] = tick + COWER_TICKS
        return
    dx, dy = downhill(fields[field], walk, b.x[i], b.y[i])
    b.gait[i] = RUNS
    s = speeds[RUNS]
    b.wish_x[i], b.wish_y[i] = dx * s, dy * s
    if dx != 0.0 or dy != 0.0:
        b.fx[i], b.fy[i] = dx, dy
