"""Moves every body for one tick: speed up, step, part from each other, slide along walls, doors and props."""

from math import sqrt
from typing import Any

from game.content.actors import TEAM_INDEX
from game.core.ground import HALF
from game.core.jit import kernel
from game.sim.kernels.seep import seep
from game.sim.tables import THROWN, VAULTING

SPEED_UP = 4.0 / 60.0 / 6.0  # metres a tick, a tick: a walk in 6 ticks
SLOW_DOWN = 4.0 / 60.0 / 5.0
UNIT = 131072.0  # pushes are summed as integers of 1/131072 m, so that their order does not matter
MOST_PUSH = 0.12  # metres a tick
HEADING_SPEED = 0.005  # metres a tick from which the legs turn
STRIDE = 0.85  # metres
HELD_STEP = 0.1  # metres
CLOSE = 0.8  # metres across within which two bodies may touch
FEW = 64  # bodies up to which each is compared with each
PATIENCE = 45  # ticks of getting nowhere, after which a body turns its shoulder and slips through
SHOULDER = 45  # ticks for which it does
# half cells of `solid`: with no solid one beside it, free; from DOOR on a door
ROOMY, FREE, WALL, PIT, DOOR = -1, 0, 1, 2, 3
OURS = TEAM_INDEX["player"], TEAM_INDEX["ward"], TEAM_INDEX["ally"]
PEOPLE = TEAM_INDEX["ward"], TEAM_INDEX["ally"], TEAM_INDEX["civilian"], TEAM_INDEX["law"]
KEEP_RIGHT = 0.4  # share of a push between friends that goes sideways
SIDEWAYS = 0.24  # metres: its radius then
FORGIVEN = 0.12  # metres from its middle to a corner that a body is let round (FEEL.md, "Moving")
HEAD_ON = 0.7  # cosine: it walks straight at what stops it
ASIDE = 0.6  # share of its step that it goes to the side for it


@kernel
def speed_up(b: Any, i: Any, tick: Any) -> Any:
    """Let the velocity come nearer to what is wished."""
    wx, wy = b.wish_x[i], b.wish_y[i]
    if b.stun_until[i] > tick or b.down[i]:
        wx, wy = 0.0, 0.0
    dx, dy = wx - b.vx[i], wy - b.vy[i]
    d = sqrt(dx * dx + dy * dy)
    most = SPEED_UP if wx != 0.0 or wy != 0.0 else SLOW_DOWN
    if d > most:
        dx, dy = dx * (most / d), dy * (most / d)
    b.vx[i] += dx
    b.vy[i] += dy


@kernel
def breadth(b: Any, i: Any) -> Any:
    """Return the radius that a body takes up now, metres."""
    return min(b.radius[i], SIDEWAYS) if b.wedged[i] >= PATIENCE else b.radius[i]


@kernel
def friends(b: Any, i: Any, j: Any) -> Any:
    """Say whether two bodies make room for each other: both of the player's side, or both people."""
    return (b.team[i] in OURS and b.team[j] in OURS) or (b.team[i] in PEOPLE and b.team[j] in PEOPLE)


@kernel
def elbow_room(b: Any, i: Any, j: Any) -> Any:
    """Return how near two bodies can come to each other, metres: in a jam they let each other by."""
    if b.team[i] in OURS and b.team[j] in OURS:
        return 2.0 * SIDEWAYS
    if friends(b, i, j) and (b.wedged[i] >= PATIENCE or b.wedged[j] >= PATIENCE):
        return 0.0
    return breadth(b, i) + breadth(b, j)


@kernel
def part(b: Any, i: Any, j: Any) -> Any:
    """Push two overlapping bodies apart, the lighter one further; friends who meet keep to the right of each other."""
    dx, dy = b.x[i] - b.x[j], b.y[i] - b.y[j]
    reach = elbow_room(b, i, j)
    d2 = dx * dx + dy * dy
    if d2 >= reach * reach:
        return
    if d2 < 1e-12:
        dx, dy, d2 = 1e-3 * (1 + i), 1e-3 * (1 + j), 1e-6 * ((1 + i) * (1 + i) + (1 + j) * (1 + j))
    d = sqrt(d2)
    k = (reach - d) * 0.6 / d
    if friends(b, i, j):
        dx, dy = dx + KEEP_RIGHT * dy, dy - KEEP_RIGHT * dx
    mi, mj = b.mass[i], b.mass[j]
    ki, kj = k * mj / (mi + mj), k * mi / (mi + mj)
    b.push_x[i] += int(dx * ki * UNIT)
    b.push_y[i] += int(dy * ki * UNIT)
    b.push_x[j] -= int(dx * kj * UNIT)
    b.push_y[j] -= int(dy * kj * UNIT)


@kernel
def close(at: Any, u: Any, v: Any) -> Any:
    """Say whether two of the places f8 [n, 2] are so near that bodies there may touch."""
    return -CLOSE < at[u, 1] - at[v, 1] < CLOSE and -CLOSE < at[u, 0] - at[v, 0] < CLOSE


@kernel
def part_many(b: Any, firm: Any, at: Any, count: Any, rows: Any, chains: Any) -> Any:
    """Push all apart that are close, looking from each only at its row of square metres and the two beside it.

    at f8 [n, 2]: where those of `firm` stand. PERF: side by side, not a record apart.
    chains i8 [2, most of rows and count]: scratch for the first of each row, and who comes after whom there.
    """
    first, after = chains[0], chains[1]
    for row in range(rows):
        first[row] = -1
    for u in range(count):
        row = min(rows - 1, max(0, int(at[u, 1])))
        for near in range(max(0, row - 1), min(rows, row + 2)):
            v = first[near]
            while v >= 0:
                if close(at, u, v):
                    part(b, firm[v], firm[u])
                v = after[v]
        after[u], first[row] = first[row], u


@kernel
def out_of(x: Any, y: Any, r: Any, x0: Any, y0: Any, x1: Any, y1: Any) -> Any:
    """Return the point moved out of a rectangle that a circle overlaps."""
    nx, ny = min(max(x, x0), x1), min(max(y, y0), y1)
    dx, dy = x - nx, y - ny
    d2 = dx * dx + dy * dy
    if d2 >= r * r:
        return x, y
    if d2 > 1e-12:
        d = sqrt(d2)
        k = (r - d) / d
        return x + dx * k, y + dy * k
    left, right, up, down = x - x0, x1 - x, y - y0, y1 - y  # the middle is inside: leave by the nearest side
    best = min(min(left, right), min(up, down))
    if best == left:
        return x0 - r, y
    if best == right:
        return x1 + r, y
    if best == up:
        return x, y0 - r
    return x, y1 + r


@kernel
def pushed_out(
    solid: Any, door_rect: Any, blocks: Any, off: Any, start: Any, item: Any, doors: Any,
    x: Any, y: Any, whole: Any, r: Any,
) -> Any:  # fmt: skip
    """Return a circle's place moved out of walls and pits by its whole radius, and out of shut doors and blocks by r."""
    h2, w2 = solid.shape
    for _ in range(2):
        was_x, was_y = x, y
        x, y = min(max(x, whole), w2 * 0.5 - whole), min(max(y, whole), h2 * 0.5 - whole)
        if whole > HALF or solid[min(h2 - 1, int(y * 2.0)), min(w2 - 1, int(x * 2.0))] != ROOMY:
            c0, c1 = int((x - whole) * 2.0), min(w2 - 1, int((x + whole) * 2.0))
            r0, r1 = int((y - whole) * 2.0), min(h2 - 1, int((y + whole) * 2.0))
            for row in range(r0, r1 + 1):
                for col in range(c0, c1 + 1):
                    what = solid[row, col]
                    if what <= FREE:
                        continue
                    if what < DOOR:
                        x, y = out_of(x, y, whole, col * 0.5, row * 0.5, col * 0.5 + 0.5, row * 0.5 + 0.5)
                    else:
                        k = what - DOOR
                        if doors.shut[k]:
                            x, y = out_of(x, y, r, door_rect[k, 0], door_rect[k, 1], door_rect[k, 2], door_rect[k, 3])
        cell = min(h2 - 1, int(y * 2.0)) * w2 + min(w2 - 1, int(x * 2.0))
        for at in range(start[cell], start[cell + 1]):
            k = item[at]
            if not off[k]:
                x, y = out_of(x, y, r, blocks[k, 0], blocks[k, 1], blocks[k, 2], blocks[k, 3])
        if x == was_x and y == was_y:
            break
    return x, y


@kernel
def kept_out(g: Any, doors: Any, x: Any, y: Any, whole: Any, r: Any) -> Any:
    """Return a circle's place moved out of everything solid, as pushed_out() says."""
    return pushed_out(g.solid, g.door_rect, g.blocks, g.block_off, g.near_start, g.near_item, doors, x, y, whole, r)


@kernel
def room_ahead(solid: Any, doors: Any, x: Any, y: Any, dx: Any, dy: Any, reach: Any) -> Any:
    """Return how far the middle of a body can be held out along a unit vector, at most `reach`: not into a wall or shut door."""
    h2, w2 = solid.shape
    free, steps = 0.0, int(reach / HELD_STEP) + 1
    for n in range(1, steps + 1):
        d = min(reach, n * HELD_STEP)
        row, col = int((y + dy * d) * 2.0), int((x + dx * d) * 2.0)
        if row < 0 or col < 0 or row >= h2 or col >= w2:
            return free
        what = solid[row, col]
        if what == WALL or (what >= DOOR and doors.shut[what - DOOR]):
            return free
        free = d
    return free


@kernel
def stop_at(b: Any, i: Any, x: Any, y: Any) -> Any:
    """Put a body where what is solid lets it be; what pushed back takes the speed against it: nobody walks on the spot."""
    nx, ny = x - b.x[i], y - b.y[i]
    b.x[i], b.y[i] = x, y
    into = b.vx[i] * nx + b.vy[i] * ny
    if into < 0.0:
        k = into / (nx * nx + ny * ny)
        b.vx[i] -= nx * k
        b.vy[i] -= ny * k


@kernel
def round_corner(
    b: Any,
    i: Any,
    solid: Any,
    door_rect: Any,
    blocks: Any,
    off: Any,
    start: Any,
    item: Any,
    doors: Any,
    nx: Any,
    ny: Any,
    gone: Any,
) -> Any:
    """Let a body that was stopped along (nx, ny), and would clear the corner a little further to the side, go there.

    gone: metres that it has moved on this tick; with those to the side it goes no farther than it wished to.
    """
    wish, back = sqrt(b.wish_x[i] * b.wish_x[i] + b.wish_y[i] * b.wish_y[i]), sqrt(nx * nx + ny * ny)
    if wish == 0.0 or back == 0.0 or b.wish_x[i] * nx + b.wish_y[i] * ny > -HEAD_ON * wish * back:
        return
    r, slim = b.radius[i], breadth(b, i)
    ahead_x, ahead_y = b.wish_x[i] / wish * r, b.wish_y[i] / wish * r
    for side in (1.0, -1.0):
        sx, sy = -ny / back * side, nx / back * side
        x, y = b.x[i] + sx * (r + FORGIVEN) + ahead_x, b.y[i] + sy * (r + FORGIVEN) + ahead_y
        free_x, free_y = pushed_out(solid, door_rect, blocks, off, start, item, doors, x, y, r, slim)
        if free_x == x and free_y == y:
            aside = max(0.0, min(ASIDE * wish, wish - gone))
            b.x[i] += sx * aside
            b.y[i] += sy * aside
            return


@kernel
def press(b: Any, i: Any, x: Any, y: Any) -> Any:
    """Count how long a body has wished to move from (x, y) and could not; at the end of patience it turns its shoulder."""
    if b.wedged[i] >= PATIENCE:
        b.wedged[i] = b.wedged[i] - 1 if b.wedged[i] > PATIENCE else 0
        return
    wish = b.wish_x[i] * b.wish_x[i] + b.wish_y[i] * b.wish_y[i]
    dx, dy = b.x[i] - x, b.y[i] - y
    if wish > 0.0 and dx * dx + dy * dy < wish * 0.04:
        b.wedged[i] += 1
        if b.wedged[i] >= PATIENCE:
            b.wedged[i] = PATIENCE + SHOULDER
    elif b.wedged[i] > 0:
        b.wedged[i] -= 1


@kernel
def treads(b: Any, i: Any) -> Any:
    """Turn the legs the way that a body goes and take up its stride; say whether a foot comes down."""
    speed = sqrt(b.vx[i] * b.vx[i] + b.vy[i] * b.vy[i])
    if speed > HEADING_SPEED:
        b.hx[i], b.hy[i] = b.vx[i] / speed, b.vy[i] / speed
        b.stride[i] += speed
        if b.stride[i] >= STRIDE and b.held_by[i] < 0 and not b.fluid[i]:
            b.stride[i] = 0.0
            return True
    return False


@kernel
def carry(
    b: Any, i: Any, solid: Any, door_rect: Any, blocks: Any, off: Any, start: Any, item: Any, doors: Any,
) -> Any:  # fmt: skip
    """Put whom a body holds out before it, never so far into a thing that he would be pushed out behind it."""
    k = b.holds[i]
    if k >= 0:
        fx, fy = b.fx[i], b.fy[i]
        reach = room_ahead(solid, doors, b.x[i], b.y[i], fx, fy, b.radius[i] + b.radius[k] + 0.02)
        while reach > 0.0:
            x, y = b.x[i] + fx * reach, b.y[i] + fy * reach
            to_x, to_y = pushed_out(solid, door_rect, blocks, off, start, item, doors, x, y, b.radius[k], breadth(b, k))
            if (to_x - x) * fx + (to_y - y) * fy <= 0.0:
                break
            reach = max(0.0, reach - HELD_STEP)
        b.x[k], b.y[k] = b.x[i] + b.fx[i] * reach, b.y[i] + b.fy[i] * reach
        b.vx[k], b.vy[k] = b.vx[i], b.vy[i]


@kernel
def move(
    b: Any, n: Any, solid: Any, door_rect: Any, blocks: Any, off: Any, start: Any, item: Any,
    doors: Any, light: Any, tick: Any, stepped: Any, was: Any, at: Any, chains: Any,
) -> Any:  # fmt: skip
    """Move n bodies; write who made a footfall into `stepped` and return how many did.

    was f8 [n, 2], at f8 [n, 2] and chains (as in part_many) are scratch; until the end `stepped` holds who can be touched.
    """
    for i in range(n):
        if b.here[i] and b.held_by[i] < 0:
            was[i, 0], was[i, 1] = b.x[i], b.y[i]
            speed_up(b, i, tick)
            b.x[i] += b.vx[i]
            b.y[i] += b.vy[i]
    firm, all_firm = stepped, 0
    for i in range(n):
        if b.here[i] and not b.down[i] and b.held_by[i] < 0 and not b.fluid[i] and b.guise[i] >= 0:
            firm[all_firm], at[all_firm, 0], at[all_firm, 1] = i, b.x[i], b.y[i]
            all_firm += 1
    if all_firm <= FEW:
        for u in range(all_firm):
            for v in range(u + 1, all_firm):
                if close(at, u, v):
                    part(b, firm[u], firm[v])
    else:
        part_many(b, firm, at, all_firm, light.shape[0] // 2 + 1, chains)
    made = 0
    h2, w2 = light.shape
    for i in range(n):
        if not b.here[i]:
            continue
        carry(b, i, solid, door_rect, blocks, off, start, item, doors)
        if b.push_x[i] != 0 or b.push_y[i] != 0:
            b.x[i] += min(MOST_PUSH, max(-MOST_PUSH, b.push_x[i] / UNIT))
            b.y[i] += min(MOST_PUSH, max(-MOST_PUSH, b.push_y[i] / UNIT))
            b.push_x[i], b.push_y[i] = 0, 0
        if b.act[i] != VAULTING and b.act[i] != THROWN and not b.fluid[i]:
            r = b.radius[i]
            x, y = pushed_out(solid, door_rect, blocks, off, start, item, doors, b.x[i], b.y[i], r, breadth(b, i))
            stopped_x, stopped_y = x - b.x[i], y - b.y[i]
            stop_at(b, i, x, y)
            if stopped_x != 0.0 or stopped_y != 0.0:
                gone_x, gone_y = b.x[i] - was[i, 0], b.y[i] - was[i, 1]
                gone = sqrt(gone_x * gone_x + gone_y * gone_y)
                round_corner(b, i, solid, door_rect, blocks, off, start, item, doors, stopped_x, stopped_y, gone)
            press(b, i, was[i, 0], was[i, 1])
        elif b.fluid[i]:
            b.x[i], b.y[i] = seep(solid, was[i, 0], was[i, 1], b.x[i] - was[i, 0], b.y[i] - was[i, 1])
        b.light[i] = light[min(h2 - 1, int(b.y[i] * 2.0)), min(w2 - 1, int(b.x[i] * 2.0))]
        if treads(b, i):
            stepped[made] = i
            made += 1
    return made
