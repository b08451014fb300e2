"""The crowd's minds: an errand when calm, an exit when frightened, an eye for what matters, a voice to pass fright on.

Each walks down a distance field baked for its goal; knowledge travels only by sight and by cries.
"""

from math import sqrt
from typing import Any

from game.core.jit import kernel
from game.core.particles import FACTOR, MODULUS
from game.core.paths import FAR
from game.sim.kernels.look import KEPT, MOST, grow
from game.sim.tables import BLADED, CALL, CALM, COWER, FLEE, GRAB, SPRING, UNEASY

WALKS, RUNS = 0, 1  # gaits of agent.command
ARRIVED = 14  # a step in a distance field: nearer than this the place is reached
COWER_TICKS = 240
CALM_AFTER = 1200  # ticks after the last fright
CRY_AGAIN = 600
CORNERED_2 = 4.5 * 4.5  # metres, squared: near the danger
CORNERED = 10  # one in so many who flee near the danger drops to the ground instead
DUCKS = 2  # one in so many kneels where he is, once out of the worst, instead of running out
DUCK_2 = 6.0 * 6.0  # metres, squared: the worst
DUCK_WITHIN, DUCK_TICKS = 600, 7200  # ticks: no longer after the fright; at least, and at most twice that
STAYS, STAYS_TICKS = 2, 3600  # one in so many stops by a way out to look on, so long at least
STAYS_NEAR = 120  # how near to it: 20 to the metre
DETOUR = 600  # what an exit costs more when the danger is nearer to it than I am
FADES = 0.015  # awareness a look
GUN_2, METAL_2, PANIC_2 = 12.0 * 12.0, 14.0 * 14.0, 5.0 * 5.0  # metres, squared
SHOT_TICKS, WOUND_TICKS = 45, 72
NOWHERE_2 = 0.4 * 0.4  # metres, squared: got no further than this
PATIENCE = 10  # turns between two looks back
DOUBTS = 30  # ticks from seeing somebody run to running


@kernel
def roll(b: Any, i: Any, n: Any) -> Any:
    """Return 0..n-1 from the body's own stream."""
    b.dice[i] = b.dice[i] * FACTOR % MODULUS
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
def length_at(field: Any, row: Any, col: Any) -> Any:
    """Return how far it is from a cell, or from the best beside it where nobody's middle may be: close to a wall or a prop."""
    h2, w2 = field.shape
    if field[row, col] < FAR:
        return field[row, col]
    best = field[row, col]
    for r in range(max(0, row - 1), min(h2, row + 2)):
        for c in range(max(0, col - 1), min(w2, col + 2)):
            best = min(best, field[r, c])
    return best


@kernel
def frighten(b: Any, i: Any, x: Any, y: Any, tick: Any) -> Any:
    """Send somebody running from a place."""
    b.mood[i], b.wait_until[i] = FLEE, 0
    b.fright_x[i], b.fright_y[i], b.fright_at[i] = x, y, tick


@kernel
def notice(
    b: Any,
    first: Any,
    n: Any,
    player: Any,
    ward: Any,
    hunter: Any,
    aware: Any,
    sees: Any,
    opaque: Any,
    low: Any,
    tick: Any,
    cries: Any,
    runners: Any,
) -> Any:
    """Let a sixth of the crowd look for a boy, a gun, bright metal and people who run; return how many cry out.

    aware, sees [n, n]: only the columns of the three that matter are used. Writes the slots that cry into `cries`;
    runners i4 [n]: scratch for who flees. PERF: looked up once, and again whenever one more takes fright.
    """
    made, run = 0, who_flee(b, first, n, runners)
    for i in range(first, n):
        if i % 6 != tick % 6 or not b.here[i] or b.down[i]:
            continue
        for j in (player, ward, hunter):
            if j < 0:
                continue
            speed = grow(b, i, j, opaque, low, False, 16.0)
            aware[i, j] = min(MOST, aware[i, j] + speed * 0.1) if speed > 0.0 else max(0.0, aware[i, j] - FADES)
            sees[i, j] = 1 if speed > 0.0 and aware[i, j] >= KEPT else 0
        if ward >= 0 and sees[i, ward] and aware[i, ward] >= 1.0:
            b.saw_x[i], b.saw_y[i], b.saw_at[i] = b.x[ward], b.y[ward], tick
        if b.mood[i] >= FLEE:
            continue
        fright = frightful(b, i, player, hunter, sees, tick)
        if fright >= 0:
            frighten(b, i, b.x[fright], b.y[fright], tick)
            if b.cry_at[i] <= tick:
                b.cry_at[i] = tick + CRY_AGAIN
                cries[made] = i
                made += 1
        elif run:
            take_panic(b, runners[:run], i, opaque, low, tick)
        if b.mood[i] == FLEE:
            run = who_flee(b, first, n, runners)
    return made


@kernel
def who_flee(b: Any, first: Any, n: Any, out: Any) -> Any:
    """Write who of the crowd runs from something into `out`, in their order; return how many."""
    run = 0
    for j in range(first, n):
        if b.mood[j] == FLEE and b.here[j]:
            out[run] = j
            run += 1
    return run


@kernel
def frightful(b: Any, i: Any, player: Any, hunter: Any, sees: Any, tick: Any) -> Any:
    """Return whom somebody sees do what nobody stays beside: fire a gun, have wounds that close, seize or cut; -1 nobody."""
    if hunter >= 0 and sees[i, hunter] and near(b, i, hunter, METAL_2):
        wounded = b.cohesion[hunter] < 1.0 and tick - b.hurt_at[hunter] < WOUND_TICKS
        if wounded or b.holds[hunter] >= 0 or b.act[hunter] in (GRAB, SPRING) or b.act[hunter] in BLADED:
            return hunter
    if player >= 0 and sees[i, player] and tick - b.fired_at[player] < SHOT_TICKS and near(b, i, player, GUN_2):
        return player
    return -1


@kernel
def take_panic(b: Any, runners: Any, i: Any, opaque: Any, low: Any, tick: Any) -> Any:
    """Grow uneasy at the first near one who is seen to run, and after a moment run too."""
    for j in runners:
        if j != i and near(b, i, j, PANIC_2) and grow(b, i, j, opaque, low, True, 16.0) > 0.0:
            if b.mood[i] == CALM:
                b.mood[i], b.wait_until[i] = UNEASY, tick + DOUBTS
            elif tick >= b.wait_until[i]:
                frighten(b, i, b.fright_x[j], b.fright_y[j], tick)
            return


@kernel
def near(b: Any, i: Any, j: Any, reach2: Any) -> Any:
    """Say whether two bodies are within a reach (metres, squared)."""
    dx, dy = b.x[i] - b.x[j], b.y[i] - b.y[j]
    return dx * dx + dy * dy < reach2


@kernel
def decide(
    b: Any,
    first: Any,
    n: Any,
    fields: Any,
    goal_of: Any,
    leg_of: Any,
    dwell: Any,
    face: Any,
    exits: Any,
    walk: Any,
    speeds: Any,
    lookers: Any,
    leads: Any,
    tick: Any,
    left: Any,
) -> Any:
    """Let a sixth of the crowd (slots `first`..n-1) choose where to go; write who has left into `left`, return how many.

    fields [k, 2h, 2w] distances to goal k; goal_of [route, leg] a row of fields; leg_of [route] how many legs it has;
    dwell [route] ticks at each place; face [route, leg, 2] the unit way to look there, 0, 0 any;
    exits: rows of fields that lead out; speeds [gait] metres a tick; lookers: 1 if some who are out stop to look;
    leads [route]: scratch for who goes before on each, the first who shares it and can lead.
    """
    made = 0
    for route in range(len(leads)):
        leads[route] = -1
    for i in range(first, n):
        if i % 6 == tick % 6 and b.here[i] and not b.down[i] and b.held_by[i] < 0:
            choose(b, i, fields, goal_of, leg_of, dwell, face, exits, walk, speeds, lookers, leads, tick)
            if not b.here[i]:
                left[made] = i
                made += 1
        route = b.route[i]
        if route >= 0 and leads[route] < 0 and can_lead(b, i):
            leads[route] = i
    return made


@kernel
def can_lead(b: Any, i: Any) -> Any:
    """Say whether others can go along with somebody: here, on his feet, his own master, and calm."""
    return b.here[i] and not b.down[i] and b.mood[i] <= UNEASY and b.held_by[i] < 0


@kernel
def choose(
    b: Any,
    i: Any,
    fields: Any,
    goal_of: Any,
    leg_of: Any,
    dwell: Any,
    face: Any,
    exits: Any,
    walk: Any,
    speeds: Any,
    lookers: Any,
    leads: Any,
    tick: Any,
) -> Any:
    """Let one of them choose by his mood."""
    b.wish_x[i], b.wish_y[i] = 0.0, 0.0
    mood = b.mood[i]
    if mood == CALL:
        if tick >= b.wait_until[i]:
            b.mood[i] = UNEASY
    elif mood == COWER:
        if tick >= b.wait_until[i]:
            b.mood[i] = FLEE
    elif mood == FLEE:
        flee(b, i, fields, exits, walk, speeds, lookers, tick)
    else:
        if mood == UNEASY and tick >= b.wait_until[i] + CALM_AFTER:
            b.mood[i] = CALM
        errand(b, i, fields, goal_of, leg_of, dwell, face, walk, speeds, leads, tick)


@kernel
def gets_nowhere(b: Any, i: Any) -> Any:
    """Say whether somebody under way has hardly moved since the last look back, a second ago."""
    b.stalled[i] += 1
    if b.stalled[i] < PATIENCE:
        return False
    dx, dy = b.x[i] - b.mark_x[i], b.y[i] - b.mark_y[i]
    b.stalled[i], b.mark_x[i], b.mark_y[i] = 0, b.x[i], b.y[i]
    return dx * dx + dy * dy < NOWHERE_2


@kernel
def arrive(b: Any, i: Any, lead: Any, face: Any) -> Any:
    """Come to rest at a place: turned to what is there, else to each other those who go together."""
    b.goal_x[i] = -1.0
    fx, fy = face[b.route[i], b.leg[i], 0], face[b.route[i], b.leg[i], 1]
    if fx != 0.0 or fy != 0.0:
        b.fx[i], b.fy[i] = fx, fy
    elif lead != i and b.goal_x[lead] < 0.0:
        dx, dy = b.x[lead] - b.x[i], b.y[lead] - b.y[i]
        d = sqrt(dx * dx + dy * dy)
        if d > 1e-9:
            b.fx[i], b.fy[i], b.fx[lead], b.fy[lead] = dx / d, dy / d, -dx / d, -dy / d


@kernel
def errand(
    b: Any,
    i: Any,
    fields: Any,
    goal_of: Any,
    leg_of: Any,
    dwell: Any,
    face: Any,
    walk: Any,
    speeds: Any,
    leads: Any,
    tick: Any,
) -> Any:
    """Go from place to place of an errand, and stay a while at each; who shares it with another goes and stays with him."""
    route = b.route[i]
    if route < 0 or leg_of[route] == 0:
        return
    lead = leads[route] if leads[route] >= 0 else i  # nobody before him: he leads himself
    if lead == i:
        if tick < b.wait_until[i]:
            return
    elif b.leg[i] != b.leg[lead]:
        b.leg[i], b.goal_x[i] = b.leg[lead], 0.0
    elif b.goal_x[i] < 0.0:
        b.wait_until[i] = b.wait_until[lead]
        return
    field = fields[goal_of[route, b.leg[i]]]
    h2, w2 = field.shape
    here = field[min(h2 - 1, int(b.y[i] * 2.0)), min(w2 - 1, int(b.x[i] * 2.0))]
    if here <= ARRIVED or here >= FAR:
        b.stalled[i], b.mark_x[i] = 0, -1.0
        if lead != i:
            arrive(b, i, lead, face)
        elif b.goal_x[i] >= 0.0 and here < FAR:  # just arrived
            arrive(b, i, lead, face)
            b.wait_until[i] = tick + dwell[route] + roll(b, i, 1 + dwell[route] // 2)
        else:
            b.leg[i] = (b.leg[i] + 1) % leg_of[route]
            b.goal_x[i] = 0.0
        return
    b.goal_x[i] = 0.0
    if gets_nowhere(b, i):  # somebody stands there
        if lead != i:  # here will do
            arrive(b, i, lead, face)
            return
        b.leg[i] = (b.leg[i] + 1) % leg_of[route]  # stay here for a while, then go elsewhere
        b.wait_until[i] = tick + DOUBTS + roll(b, i, dwell[route])
        return
    dx, dy = downhill(field, walk, b.x[i], b.y[i])
    b.gait[i] = WALKS
    s = speeds[WALKS] * (0.55 + 0.05 * (lead % 5))
    b.wish_x[i], b.wish_y[i] = dx * s, dy * s
    if dx != 0.0 or dy != 0.0:
        b.fx[i], b.fy[i] = dx, dy


@kernel
def in_passage(walk: Any, row: Any, col: Any) -> Any:
    """Say whether walls or props stand within a metre on two sides that face each other: a doorway, an aisle."""
    h2, w2 = walk.shape
    if row < 2 or col < 2 or row >= h2 - 2 or col >= w2 - 2:
        return True
    west, east = walk[row, col - 1] and walk[row, col - 2], walk[row, col + 1] and walk[row, col + 2]
    north, south = walk[row - 1, col] and walk[row - 2, col], walk[row + 1, col] and walk[row + 2, col]
    return not ((west or east) and (north or south))


@kernel
def onlook(b: Any, i: Any, tick: Any) -> Any:
    """Stop by the way out and look back the way he came; his errand is over."""
    b.fx[i], b.fy[i] = -b.fx[i], -b.fy[i]
    b.mood[i], b.route[i], b.wait_until[i] = UNEASY, -1, tick + STAYS_TICKS


@kernel
def flee(b: Any, i: Any, fields: Any, exits: Any, walk: Any, speeds: Any, lookers: Any, tick: Any) -> Any:
    """Run for the exit that is nearer to me than to the danger; a few drop where they stand, many kneel at some distance."""
    h2, w2 = walk.shape
    row, col = min(h2 - 1, int(b.y[i] * 2.0)), min(w2 - 1, int(b.x[i] * 2.0))
    drow, dcol = min(h2 - 1, max(0, int(b.fright_y[i] * 2.0))), min(w2 - 1, max(0, int(b.fright_x[i] * 2.0)))
    ax, ay = b.x[i] - b.fright_x[i], b.y[i] - b.fright_y[i]
    placed = b.fright_x[i] >= 0.0  # a bell has no place to run from
    if placed and ax * ax + ay * ay < CORNERED_2 and roll(b, i, CORNERED) == 0:
        b.mood[i] = COWER
        b.wait_until[i] = tick + COWER_TICKS + roll(b, i, COWER_TICKS)
        return
    ducks = placed and i % DUCKS == 0 and tick - b.fright_at[i] < DUCK_WITHIN
    if ducks and ax * ax + ay * ay > DUCK_2 and not in_passage(walk, row, col):
        b.mood[i] = COWER
        b.wait_until[i] = tick + DUCK_TICKS + roll(b, i, DUCK_TICKS)
        return
    best, field = FAR * 2, -1
    for k in exits:
        cost = length_at(fields[k], row, col)
        if cost >= FAR:
            continue
        if placed and fields[k, drow, dcol] < cost:
            cost += DETOUR
        if cost < best:
            best, field = cost, k
    if field < 0:
        b.mood[i] = COWER
        b.wait_until[i] = tick + COWER_TICKS
        return
    far = length_at(fields[field], row, col)
    if far <= ARRIVED * 2:
        b.here[i] = 0  # out of the building
        return
    if lookers and i % STAYS == 1 and b.route[i] >= 0 and far < STAYS_NEAR and not in_passage(walk, row, col):
        onlook(b, i, tick)
        return
    dx, dy = downhill(fields[field], walk, b.x[i], b.y[i])
    b.gait[i] = RUNS
    b.wish_x[i], b.wish_y[i] = dx * speeds[RUNS], dy * speeds[RUNS]
    if dx != 0.0 or dy != 0.0:
        b.fx[i], b.fy[i] = dx, dy
