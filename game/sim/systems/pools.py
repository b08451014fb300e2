"""Pools of the T-1000: they lie, run together under doors and round walls, melt in steel, and stand up as one."""

from math import sqrt

from game.core.sight import clear
from game.sim import events as E
from game.sim.kernels.seep import seep
from game.sim.world import World

LIES = 210  # ticks for which the parts lie as they fell
CRAWL = 1.6 / 60.0  # metres a tick
MERGE = 0.7  # metres
STRAIGHT = 1.5  # metres within which a pool runs straight at the largest, if no wall is between
WHOLE, WHOLE_AFTER = 0.8, 420  # share of its mass, ticks: a burst buys seven seconds at least
RISES = 60  # ticks until what has stood up can act
MELTS = 0.25 / 60.0  # share a tick
NOTHING_LEFT = 1e-9
FACE_TICKS = 30  # how long a face stands in the steel


def gather(world: World, hunter: int) -> None:
    """Let what is apart come together, what lies in steel melt, and what is whole again stand up."""
    crawl(world, hunter)
    melt(world, hunter)
    if world.state.split_at >= 0:
        reform(world, hunter)


def core(world: World) -> int:
    """Return the largest pool, -1 if nothing is left."""
    b = world.b
    alive = [s for s in world.blobs if b.here[s]]
    return max(alive, key=lambda s: (b.share[s], -s), default=-1)


def crawl(world: World, hunter: int) -> None:
    """Every pool makes for the largest, or for itself if it stands again, under doors, and joins it."""
    b = world.b
    heart = hunter if b.here[hunter] else core(world)
    if heart != hunter:
        b.x[hunter], b.y[hunter] = b.x[heart], b.y[heart]  # where it is, to whoever asks
    if world.state.split_at >= 0 and world.tick - world.state.split_at < LIES:
        return
    field = world.ways.to(b.x[heart], b.y[heart])
    # the largest may lie where no way leads, on a ledge: from the end of the way on they run straight at it
    off = sqrt((field.x - b.x[heart]) * (field.x - b.x[heart]) + (field.y - b.y[heart]) * (field.y - b.y[heart]))
    straight = max(STRAIGHT, off + MERGE)
    for slot in world.blobs:
        if slot == heart or not b.here[slot]:
            continue
        dx, dy = b.x[heart] - b.x[slot], b.y[heart] - b.y[slot]
        d = sqrt(dx * dx + dy * dy)
        open_between = clear(world.ground.wall, b.x[slot], b.y[slot], b.x[heart], b.y[heart])
        if d < MERGE and open_between:
            join(world, slot, heart, hunter)
            continue
        if not open_between or (d > straight and not world.in_steel(slot) and not world.in_steel(heart)):
            sx, sy = field.steer(b.x[slot], b.y[slot])
            if sx or sy:
                dx, dy = sx, sy
        run(world, slot, dx, dy)


def join(world: World, slot: int, heart: int, hunter: int) -> None:
    """Let a pool become part of the largest, or of the body that stands again."""
    b = world.b
    b.share[heart] += b.share[slot]
    b.share[slot], b.here[slot] = 0.0, 0
    if heart != hunter:
        b.radius[heart] = 0.1 + 0.3 * sqrt(b.share[heart])
    world.report(E.Merged(b.x[heart], b.y[heart], heart))


def run(world: World, slot: int, dx: float, dy: float) -> None:
    """Let a pool creep along (dx, dy), any length, on floor that it can reach."""
    b = world.b
    k = CRAWL / max(CRAWL, sqrt(dx * dx + dy * dy))
    b.x[slot], b.y[slot] = seep(world.g.solid, b.x[slot], b.y[slot], dx * k, dy * k)


def melt(world: World, hunter: int) -> None:
    """Molten steel takes a quarter of it a second, from each pool that lies in it by its share."""
    b, state = world.b, world.state
    lying = [s for s in world.blobs if b.here[s] and world.in_steel(s)]
    mass = sum(b.share[s] for s in lying)
    if mass > 0.0:
        taken = min(MELTS, mass)
        for slot in lying:
            part = b.share[slot] * taken / mass
            b.share[slot] -= part
            state.melted += part
            if b.share[slot] <= NOTHING_LEFT:
                state.melted += b.share[slot]
                b.share[slot], b.here[slot] = 0.0, 0
            b.radius[slot] = 0.1 + 0.3 * sqrt(b.share[slot])
        if (world.tick - state.split_at) % FACE_TICKS == 0:
            show_face(world, hunter, lying[0])
    if core(world) < 0 and not b.here[hunter]:
        state.split_at = -1
        state.gone.append(world.names[hunter])
        world.breathe_again()
        world.report(E.Gone(b.x[hunter], b.y[hunter], hunter))
        world.stop_clock()
        state.due.append(("flag", -1, -1.0, -1.0))


def show_face(world: World, hunter: int, slot: int) -> None:
    """It wears, one after the other, the faces that it really took."""
    looks = world.state.gear[hunter].forms
    n = (world.tick - world.state.split_at) // FACE_TICKS
    look = looks[n % len(looks)]
    world.report(
        E.Melting(world.b.x[slot], world.b.y[slot], slot, look, float(sum(world.b.share[s] for s in world.blobs)))
    )


def reform(world: World, hunter: int) -> None:
    """Enough of it in one place, out of the steel, and it stands up again; stray pools go on looking for it."""
    b, state, heart = world.b, world.state, core(world)
    if heart < 0 or b.share[heart] < WHOLE * (1.0 - state.melted) or world.tick - state.split_at < WHOLE_AFTER:
        return
    if world.in_steel(heart) or not room_to_stand(world, heart):
        return
    b.here[hunter] = 1
    b.x[hunter], b.y[hunter], b.vx[hunter], b.vy[hunter] = b.x[heart], b.y[heart], 0.0, 0.0
    b.share[hunter], b.share[heart], b.here[heart] = b.share[heart], 0.0, 0
    b.cohesion[hunter] = max(0.3, min(1.0, b.share[hunter] * 0.6))
    b.stun_until[hunter] = world.tick + RISES
    state.split_at = -1
    world.report(E.Reformed(b.x[hunter], b.y[hunter], hunter))


def room_to_stand(world: World, heart: int) -> bool:
    """Say whether a grown body can stand where the largest pool lies; from a ledge or a nook it crawls on until it can."""
    b = world.b
    if world.ways.walk[int(b.y[heart] * 2), int(b.x[heart] * 2)]:  # floor that leads somewhere
        return True
    x, y = world.ways.middle(world.ways.snap(b.x[heart], b.y[heart]))
    run(world, heart, x - b.x[heart], y - b.y[heart])
    return False
