"""What tears the T-1000: blasts, a grenade in its folded body, its flight, and how it comes apart."""

from math import sqrt

from game.content.weapons import WEAPONS
from game.sim import events as E
from game.sim.kernels.motion import SLOW_DOWN
from game.sim.systems import pools
from game.sim.systems.combat import hurt, lose_cohesion, stagger
from game.sim.tables import NOTHING, THROWN
from game.sim.world import World

BLAST_REACH, BLAST_CORE, BLAST_EDGE = 2.0, 1.0, 0.3  # metres, metres, what is lost at the rim
SPLIT_BELOW = 0.25  # cohesion under which a blast bursts it
FUSE, FLING, FLING_TICKS = 42, 3.0, 24  # ticks, metres, ticks
PARTS_MOST, PARTS_LEAST = 9, 3
FLIES_FROM, FLIES_TO, SPLASH = 1.5, 4.0, 0.3  # metres that a part is flung, share of that where it lands in steel
KNOCK = 0.16  # metres a tick


def tick(world: World) -> None:
    """Let what is in the air fly, what is apart come together, and what lies in steel melt."""
    hunter, b = world.hunter, world.b
    for x, y, by, whom, dx, dy in world.went_off:
        if whom != hunter or not embed(world, whom, dx, dy):
            explode(world, x, y, by)
    world.went_off.clear()
    if b.fuse_at[hunter] == world.tick and b.here[hunter]:
        go_off(world, hunter)
    if b.act[hunter] == THROWN:
        fly(world, hunter)
    if any(b.here[s] for s in world.blobs):
        pools.gather(world, hunter)


# ------------------------------------------------------------------ the blast
def embed(world: World, whom: int, dx: float, dy: float) -> bool:
    """Leave a grenade in a body that is folded over; return whether it stuck."""
    b = world.b
    if b.stiff[whom] or b.stun_until[whom] <= world.tick or b.fuse_at[whom] >= world.tick:
        return False
    b.fuse_at[whom], b.knock_x[whom], b.knock_y[whom] = world.tick + FUSE, dx, dy
    b.stun_until[whom] = max(b.stun_until[whom], world.tick + FUSE + 1)
    world.state.last_hit = "grenade"
    world.report(E.Embedded(b.x[whom], b.y[whom], whom, FUSE))
    return True


def go_off(world: World, whom: int) -> None:
    """The grenade in it: it tears the rail, throws the body three metres, and the body bursts where it lands."""
    b = world.b
    x, y = b.x[whom], b.y[whom]
    explode(world, x, y, world.keeper, spare=whom)
    to_x, to_y = lands(world, x, y, b.knock_x[whom], b.knock_y[whom])
    b.cohesion[whom], world.state.last_hit = 0.1, "grenade"
    b.fuse_at[whom] = -1
    world.begin(whom, THROWN, FLING_TICKS)
    b.stun_until[whom] = world.tick + FLING_TICKS + 1
    b.goal_x[whom], b.goal_y[whom] = to_x, to_y
    world.report(E.Flung(x, y, to_x, to_y, whom, FLING_TICKS))


def lands(world: World, x: float, y: float, dx: float, dy: float) -> tuple[float, float]:
    """Return where a body thrown from a place comes down: short of walls and of rails that still stand."""
    wall, at_x, at_y = world.ground.wall, x, y
    steps = 30
    for i in range(1, steps + 1):
        px, py = x + dx * FLING * i / steps, y + dy * FLING * i / steps
        row, col = int(py * 2), int(px * 2)
        if not (0 <= row < wall.shape[0] and 0 <= col < wall.shape[1]) or wall[row, col] or railed(world, px, py):
            break
        at_x, at_y = px, py
    return at_x, at_y


def railed(world: World, x: float, y: float) -> bool:
    """Say whether something that stands stops a flying body at a point."""
    g = world.g
    for k in range(len(g.blocks)):
        if not world.block_off[k] and g.blocks[k, 0] <= x <= g.blocks[k, 2] and g.blocks[k, 1] <= y <= g.blocks[k, 3]:
            return True
    return False


def explode(world: World, x: float, y: float, by: int, spare: int = -1) -> None:
    """A blast: it tears rails, throws people, and takes from the machine what its distance leaves."""
    b = world.b
    world.report(E.Blast(x, y, BLAST_REACH, by))
    tear(world, x, y)
    for j in range(world.count):
        dx, dy = b.x[j] - x, b.y[j] - y
        d = sqrt(dx * dx + dy * dy)
        if j == spare or not b.here[j] or d > BLAST_REACH + b.radius[j] or b.held_by[j] >= 0:
            continue
        if not world.clear_from(x, y, j):
            continue
        k = KNOCK / max(0.3, d)
        b.vx[j], b.vy[j] = dx * k, dy * k
        if world.actors[j].body == "metal" and j == world.hunter:
            blasted(world, j, d)
        elif world.actors[j].body == "machine":
            hurt(world, j, by, WEAPONS["grenade"].wound // 2)
        elif world.actors[j].body == "flesh" and j != world.ward:
            hurt(world, j, by, WEAPONS["grenade"].wound * (1 if j in world.ours else 3))
    world.noise("blast", x, y, 75, by)
    world.state.due.append(("shot", by, x, y))


def blasted(world: World, whom: int, d: float) -> None:
    """It loses cohesion; too little left, and it bursts."""
    full = WEAPONS["grenade"].cohesion
    loss = (
        full
        if d <= BLAST_CORE
        else full - (full - BLAST_EDGE) * min(1.0, (d - BLAST_CORE) / (BLAST_REACH - BLAST_CORE))
    )
    before = world.b.cohesion[whom]
    lose_cohesion(world, whom, loss)
    world.state.last_hit = "grenade"
    if before - loss < SPLIT_BELOW:
        burst(world, whom, max(0.0, before - loss))
    else:
        stagger(world, whom, "blast")


def tear(world: World, x: float, y: float) -> None:
    """Rails near a blast give way; nothing else moves them."""
    for k, material in enumerate(world.block_material):
        if material != "rail" or world.block_off[k]:
            continue
        x0, y0, x1, y1 = world.g.blocks[k].tolist()
        dx, dy = x - min(max(x, x0), x1), y - min(max(y, y0), y1)
        if dx * dx + dy * dy < BLAST_REACH * BLAST_REACH:
            world.block_off[k] = 1
            world.state.rails.append(k)
            world.report(E.RailTorn(k, (x0 + x1) / 2, (y0 + y1) / 2))


def fly(world: World, whom: int) -> None:
    """A thrown body is on its way; where it lands, it bursts."""
    b = world.b
    left = b.act_until[whom] - world.tick
    b.x[whom] += (b.goal_x[whom] - b.x[whom]) / max(1, left)
    b.y[whom] += (b.goal_y[whom] - b.y[whom]) / max(1, left)
    b.vx[whom] = b.vy[whom] = 0.0
    if left <= 1:
        b.act[whom] = NOTHING
        burst(world, whom, 0.0)


# ------------------------------------------------------------------ coming apart
def burst(world: World, hunter: int, cohesion: float) -> None:
    """Come apart: k parts by how little held together, their masses by its own dice, adding up to what it weighed."""
    b, state = world.b, world.state
    if state.split_at >= 0 or not world.blobs:
        return
    if b.holds[hunter] >= 0:
        world.release(hunter, "blast")
    free = [s for s in world.blobs if not b.here[s]]
    parts = min(PARTS_MOST, len(free), max(PARTS_LEAST, 3 + int(24 * (SPLIT_BELOW - cohesion))))
    dice = world.dice(hunter, "burst")
    weights = [40 + dice.below(200) for _ in range(parts)]
    total, mass = sum(weights), b.share[hunter]
    given = 0.0
    for i, slot in enumerate(free[:parts]):
        share = mass - given if i == parts - 1 else mass * weights[i] / total
        given += share
        b.share[slot], b.here[slot] = share, 1
        turn, far = dice.below(16), FLIES_FROM + dice.share() * (FLIES_TO - FLIES_FROM)
        far = 0.0 if weights[i] == max(weights) else flight(world, hunter, WAYS[turn], far)
        speed = sqrt(2.0 * SLOW_DOWN * far)  # the heaviest part stays where it fell; the others slide to a halt
        b.x[slot], b.y[slot] = b.x[hunter], b.y[hunter]
        b.vx[slot], b.vy[slot] = WAYS[turn][0] * speed, WAYS[turn][1] * speed
        b.radius[slot] = 0.1 + 0.3 * sqrt(share)
        b.look[slot] = world.look_index("chrome")
    world.keep(hunter, "burst", dice)
    b.share[hunter], b.here[hunter], b.act[hunter], b.fuse_at[hunter] = 0.0, 0, NOTHING, -1
    b.guise[hunter] = 0
    b.chill[hunter], b.stiff[hunter] = 0.0, 0
    state.split_at = world.tick
    world.prove(hunter)
    world.report(E.Burst(b.x[hunter], b.y[hunter], hunter, parts))
    world.stop_clock()


_EIGHTH = ((1.0, 0.0), (0.924, 0.383), (0.707, 0.707), (0.383, 0.924))
WAYS = tuple((c * k - s * m, s * k + c * m) for k, m in ((1, 0), (0, 1), (-1, 0), (0, -1)) for c, s in _EIGHTH)


def flight(world: World, hunter: int, way: tuple[float, float], far: float) -> float:
    """Return how far a part flies: steel that it burst in lets nothing out."""
    if not world.in_steel(hunter):
        return far
    far *= SPLASH
    return far if world.steel_at(world.b.x[hunter] + way[0] * far, world.b.y[hunter] + way[1] * far) else 0.0
