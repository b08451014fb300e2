"""Where somebody out of sight may be: particles that walk to destinations, and what looking and hearing do to them.

A particle is (cell, goal post, temper, weight). People do not spread like smoke, they go somewhere (T1000.md 3).
Randomness is a Lehmer stream whose seed the caller draws from his own dice; it is handed on from call to call.
"""

import numpy as np

from game.core.curves import exp_neg
from game.core.ground import Bytes, Floats, Ints, Shorts
from game.core.jit import kernel, maker

HIDER, ROAMER, RUNNER, LEAVER = range(4)  # tempers
MODULUS, FACTOR = 2147483647, 48271  # Lehmer's generator (Park, Miller 1988): products stay below 2**47
WALK_LENGTH = 20.0  # path lengths to a metre
CELL_STEP = 0.55  # metres, the mean length of a step to a neighbour cell
SCARED = 14.0  # metres: a runner this near to the hunter picks anew
FLEES, PAST_IT = 8.0, 48.0  # metres: between two places liked 2.7 to 1; what a way past the hunter is worse by
SHY = 0.6  # how much a metre to a place counts for a runner beside one between it and the hunter
FAR_OFF = 1500.0  # metres: no way leads there
KINDS = 4
THERE = 14  # path length from a post within which one has arrived
ARRIVED, UNKNOWN = 16, 255  # in a table of hops: a bit for whoever is there, and what has not been worked out


@kernel
def turn(seed: int) -> int:
    """Return the next number of the stream, 1..2**31 - 2."""
    return seed * FACTOR % MODULUS


@kernel
def wishes(wish: Floats, temper: int, at: int, me: int, near: Shorts, pull: Floats) -> float:
    """Fill wish [posts] with how much somebody at a cell wants to go to each post, rising sums; return the sum of all.

    near i2 [cells, posts]: path lengths, a cell's own in a row.
    """
    total = 0.0
    for g in range(near.shape[1]):
        d = near[at, g] / WALK_LENGTH
        w = 0.0
        if d < FAR_OFF:
            if temper == RUNNER:
                mine = near[me, g] / WALK_LENGTH
                w = exp_neg(6.0 - (mine - 0.6 * d) / 10.0 + (3.0 if mine < d else 0.0))
            else:
                w = exp_neg(abs(d - 18.0) / 25.0)
            w *= pull[temper, g]
        total += w
        wish[g] = total
    return total


@kernel
def safety(its: int, his: int) -> float:
    """Return how good a place is to run to, in metres, by the path lengths to it from the hunter and from the one who runs."""
    if his >= FAR_OFF * WALK_LENGTH:
        return -FAR_OFF
    return (its - SHY * his) / WALK_LENGTH - (PAST_IT if its < his else 0.0)


@kernel
def flights(wish: Floats, at: int, me: int, near: Shorts, pull: Floats) -> float:
    """Fill wish [posts] as wishes() does for a runner who sees the hunter move: the farthest places are far the best.

    Beside wishes(), which tells how people run on who do not know where it goes: beyond 60 metres all is one to them.
    """
    best, total = -FAR_OFF, 0.0
    for g in range(near.shape[1]):
        wish[g] = safety(near[me, g], near[at, g])
        best = max(best, wish[g])
    for g in range(near.shape[1]):
        worth = wish[g]
        if worth > -FAR_OFF:
            total += exp_neg((best - worth) / FLEES) * pull[RUNNER, g]
        wish[g] = total
    return total


@kernel
def draw(wish: Floats, total: float, seed: int) -> int:
    """Return the post that a number of the stream falls on."""
    u = seed / MODULUS * total
    low, high = 0, wish.shape[0] - 1
    while low < high:
        mid = (low + high) // 2
        if wish[mid] > u:
            high = mid
        else:
            low = mid + 1
    return low


@kernel
def downhill(walk: Bytes, far: Shorts, goal: int, at: int) -> int:
    """Return the neighbour cell nearer to a post, one of 0..8 in rows of three (4: the cell itself); ARRIVED is added beside it."""
    rows, cols = walk.shape
    r = at // cols
    c = at - r * cols
    best, least = 4, far[goal, at]
    code = ARRIVED if least <= THERE else 0
    for dr in range(-1, 2):
        y = r + dr
        if y < 0 or y >= rows:
            continue
        for dc in range(-1, 2):
            x = c + dc
            if x < 0 or x >= cols or walk[y, x] == 0 or far[goal, y * cols + x] >= least:
                continue
            if dr != 0 and dc != 0 and (walk[r, x] == 0 or walk[y, c] == 0):
                continue
            best, least = 3 * dr + dc + 4, far[goal, y * cols + x]
    return code + best


@kernel
def hop_of(hop: Bytes, walk: Bytes, far: Shorts, goal: int, at: int) -> int:
    """Return downhill() of a cell, kept in hop u8 [posts, cells] from the first time on (UNKNOWN before)."""
    code = int(hop[goal, at])
    if code == UNKNOWN:
        code = downhill(walk, far, goal, at)
        hop[goal, at] = code
    return code


@kernel
def hopped(code: int, at: int, cols: int) -> int:
    """Return the cell that a hop leads to."""
    way = code & 15
    return at + (way // 3 - 1) * cols + way % 3 - 1


@maker
def gather(
    cell: Ints, goal: Ints, temper: Ints, weight: Floats,
    at: int, vx: float, vy: float, me: int,
    walk: Bytes, far: Shorts, near: Shorts, hop: Bytes, pull: Floats, mix: Floats, seed: int,
) -> int:  # fmt: skip
    """Put all particles where the target was seen, bound for posts that agree with its way of going; return the seed.

    vx, vy: its velocity (0, 0 standing); mix f8 [4]: rising shares of the tempers.
    """
    n, posts = cell.shape[0], far.shape[0]
    wish = np.empty((KINDS, posts), np.float64)
    total = np.empty(KINDS, np.float64)
    for k in range(KINDS):
        total[k] = wishes(wish[k], k, at, me, near, pull)
    moves = vx * vx + vy * vy > 0.25
    ahead = np.ones(posts, np.uint8)
    if moves:
        for g in range(posts):
            way = hop_of(hop, walk, far, g, at) & 15
            ahead[g] = 1 if (way % 3 - 1) * vx + (way // 3 - 1) * vy > 0.0 else 0
    for i in range(n):
        cell[i], weight[i] = at, 1.0 / n
        seed = turn(seed)
        u = seed / MODULUS
        k = 0
        while k < KINDS - 1 and u >= mix[k]:
            k += 1
        temper[i] = k
        for _ in range(4):
            seed = turn(seed)
            goal[i] = draw(wish[k], total[k], seed)
            if ahead[goal[i]]:
                break
    return seed


@maker
def strew(
    cell: Ints, goal: Ints, temper: Ints, weight: Floats, share: float, x: float, y: float, spread: float,
    me: int, walk: Bytes, near: Shorts, pull: Floats, seed: int,
) -> int:  # fmt: skip
    """Move a share of the particles to within `spread` metres of a reported place: a lie cannot move the rest."""
    n = cell.shape[0]
    rows, cols = walk.shape
    wish = np.empty(near.shape[1], np.float64)
    total = 0.0
    for i in range(n):
        seed = turn(seed)
        if seed / MODULUS >= share:
            continue
        for _ in range(8):
            seed = turn(seed)
            u = seed / MODULUS
            seed = turn(seed)
            px = x + (u + seed / MODULUS - 1.0) * spread
            seed = turn(seed)
            u = seed / MODULUS
            seed = turn(seed)
            py = y + (u + seed / MODULUS - 1.0) * spread
            c, r = int(px * 2.0), int(py * 2.0)
            if px >= 0.0 and py >= 0.0 and c < cols and r < rows and walk[r, c] != 0:
                cell[i], weight[i] = r * cols + c, 1.0 / n
                total = wishes(wish, temper[i], cell[i], me, near, pull)
                seed = turn(seed)
                goal[i] = draw(wish, total, seed)
                break
    even(weight)
    return seed


@kernel
def even(weight: Floats) -> float:
    """Make the weights sum to one; return what they summed to."""
    s = 0.0
    for i in range(weight.shape[0]):
        s += weight[i]
    for i in range(weight.shape[0]):
        weight[i] /= s
    return s


@kernel
def anywhere(cell: Ints, i: int, cells: Ints, seed: int) -> int:
    """Throw one particle anywhere that people walk; return the seed."""
    seed = turn(seed)
    cell[i] = cells[int(seed / MODULUS * cells.shape[0])]
    return seed


@maker
def live(
    cell: Ints, goal: Ints, temper: Ints, speed: float, seconds: float, me: int,
    walk: Bytes, ways: Bytes, far: Shorts, near: Shorts, hop: Bytes, pull: Floats, rethinks: float, seed: int,
) -> int:  # fmt: skip
    """Let every particle walk toward its goal for some seconds and now and then think of another; return the seed.

    rethinks: how often in a second a runner picks anew on the way as the hunter moves; 0: he runs on as he set out.
    walk is the ground as the posts know it, ways the same with the doors that are known to be shut.
    """
    wish, codes = np.empty(far.shape[0], np.float64), np.empty(cell.shape[0], np.uint8)
    often = np.array([0.002, 0.05, 0.004, 0.004]) * (seconds / 0.1) * MODULUS
    return step(
        cell, goal, temper, speed, seconds, me, walk, ways.ravel(), far, near, hop, pull, often, rethinks, wish, codes, seed
    )  # fmt: skip


@kernel
def step(
    cell: Ints, goal: Ints, temper: Ints, speed: float, seconds: float, me: int, walk: Bytes, open_to: Bytes, far: Shorts,
    near: Shorts, hop: Bytes, pull: Floats, often: Floats, rethinks: float, wish: Floats, codes: Bytes,
    seed: int,
) -> int:  # fmt: skip
    """Do what live() says; often f8 [tempers]: how often each thinks of another goal; wish [posts], codes [n]: scratch."""
    cols = walk.shape[1]
    hunted, anew = 0.05 * (seconds / 0.1) * MODULUS, rethinks * seconds * MODULUS
    hops = speed * seconds / CELL_STEP
    for i in range(cell.shape[0]):
        codes[i] = hop[goal[i], cell[i]]  # PERF: loads that wait for nothing; one by one each would wait for memory
    for i in range(cell.shape[0]):
        g, at, code = goal[i], cell[i], int(codes[i])
        if code == UNKNOWN:
            code = hop_of(hop, walk, far, g, at)
        there = code >= ARRIVED
        blocked = False
        left = 0.0 if there else hops
        while left > 0.0:
            if left < 1.0:
                seed = turn(seed)
                if seed >= left * MODULUS:
                    break
            left -= 1.0
            to = hopped(code, at, cols)
            if open_to[to] == 0:
                blocked = True
                break
            at = to
            if left > 0.0:
                code = hop_of(hop, walk, far, g, at)
        cell[i] = at
        watches = temper[i] == RUNNER and rethinks > 0.0
        again = 0.0
        if watches:
            again = anew
        elif there:
            again = hunted if temper[i] == RUNNER and far[g, me] < SCARED * WALK_LENGTH else often[temper[i]]
        if there or blocked or watches:
            seed = turn(seed)
            if blocked or seed < again:
                total = flights(wish, at, me, near, pull) if watches else wishes(wish, temper[i], at, me, near, pull)
                seed = turn(seed)
                goal[i] = draw(wish, total, seed)
    return seed


@maker
def passing(
    spots: Ints,
    to_spot: Shorts,
    far: Shorts,
    post_cell: Ints,
    cell: Ints,
    goal: Ints,
    weight: Floats,
    speed: float,
    ready: Floats,
    patience: float,
    detour: int,
    out: Floats,
) -> None:
    """Write into out [k] the weight of the particles that will come by each spot within `patience` seconds of its being ready.

    spots [k]: rows of to_spot [all, cells], path lengths to it; far [posts, cells], post_cell [posts]: the posts;
    cell, goal, weight [n]: the particles; speed: theirs, metres a second; ready [k]: seconds from now; detour: path length.
    """
    n = len(cell)
    most, there = np.empty(n, np.int32), np.empty(n, np.int32)
    for i in range(n):
        most[i], there[i] = int(far[goal[i], cell[i]]) + detour, post_cell[goal[i]]
    for k in range(len(spots)):
        row, total = to_spot[spots[k]], 0.0  # PERF: a way is as long back as forth, so one row says both halves
        soon, late = ready[k] * speed * WALK_LENGTH, (ready[k] + patience) * speed * WALK_LENGTH
        for i in range(n):
            walk = int(row[cell[i]])
            if walk > soon and walk < late and walk + int(row[there[i]]) <= most[i]:
                total += weight[i]
        out[k] = total
