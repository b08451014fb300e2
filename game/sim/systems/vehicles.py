"""Parked vehicles that were set rolling: they ram whoever stands in the way and stop at a wall."""

from math import sqrt

from game.core.paths import ways_of
from game.sim.events import NoiseMade
from game.sim.rolling import SPEED, strikes
from game.sim.state import Roll
from game.sim.systems.combat import hurt, lose_cohesion, stagger
from game.sim.world import World

RAM = 0.5  # cohesion
WOUND = 20
BESIDE = 0.1  # metres from a vehicle at rest within which somebody may be wedged between it and something else
GIVES = 0.2  # metres that somebody may be inside what rolls: with a wall behind him it stops


def can(world: World) -> bool:
    """Say whether there is anything to set rolling or to drive."""
    return bool(world.props)


def roll(world: World) -> None:
    """Move what rolls."""
    for rolling in list(world.state.rolling):
        x, y = world.state.rolled[rolling.prop]
        x, y = x + rolling.dx * SPEED, y + rolling.dy * SPEED
        rolling.left -= SPEED
        _, _, _, w, h = world.props[rolling.prop]
        wall = world.ground.wall
        blocked = strikes(wall, x, y, rolling.dx, rolling.dy, w, h) or pins(world, rolling.prop, x, y)
        if rolling.swings and rolling.left <= 0 and not rolling.back:
            turn_back(world, rolling, x, y)
            continue
        if (blocked and not rolling.swings) or rolling.left <= 0:
            world.state.rolling.remove(rolling)
            if rolling.swings:
                del world.state.rolled[rolling.prop]  # it hangs where it hung
            world.refresh_blocks()
            let_out(world, rolling.prop, *world.state.rolled.get(rolling.prop, (x, y)))
            world.report(NoiseMade("crash", x, y, 40, rolling.by))
            world.noise("machine", x, y, 40, rolling.by)
            continue
        world.state.rolled[rolling.prop] = (x, y)
        for slot in range(world.count):
            if world.alive(slot) and depth(world, rolling.prop, slot, x, y) > 0.0:
                ram(world, slot, rolling.dx, rolling.dy, rolling.by)


def depth(world: World, prop: str, slot: int, x: float, y: float) -> float:
    """Return how deep somebody is inside a vehicle whose middle is at (x, y), metres; below 0 he is beside it."""
    _, _, _, w, h = world.props[prop]
    b = world.b
    dx, dy = max(0.0, abs(b.x[slot] - x) - w / 2), max(0.0, abs(b.y[slot] - y) - h / 2)
    return float(b.radius[slot] - sqrt(dx * dx + dy * dy))


def pins(world: World, prop: str, x: float, y: float) -> bool:
    """Say whether somebody would be crushed there; the crowd makes way."""
    return any(world.alive(slot) and depth(world, prop, slot, x, y) > GIVES for slot in range(world.crowd_from))


def let_out(world: World, prop: str, x: float, y: float) -> None:
    """Let whoever is wedged beside a vehicle that has come to rest at (x, y) scramble out to the nearest floor."""
    ways, b = ways_of(world.ground), world.b
    mask = ways.bars(tuple((x0, y0, x1, y1) for x0, y0, x1, y1 in world.rest_box.tolist()))
    for slot in range(world.count):
        if world.alive(slot) and depth(world, prop, slot, x, y) > -BESIDE and ways.wedged(b.x[slot], b.y[slot], mask):
            b.x[slot], b.y[slot] = ways.middle(ways.snap(b.x[slot], b.y[slot], mask))
            b.vx[slot] = b.vy[slot] = 0.0


def turn_back(world: World, rolling: Roll, x: float, y: float) -> None:
    """What hangs from a crane has swung out: now it comes back."""
    _, x0, y0, w, h = world.props[rolling.prop]
    dx, dy = x0 + w / 2 - x, y0 + h / 2 - y
    d = max(SPEED, sqrt(dx * dx + dy * dy))
    rolling.dx, rolling.dy, rolling.left, rolling.back = dx / d, dy / d, d, True


def ram(world: World, slot: int, dx: float, dy: float, by: int) -> None:
    """Throw somebody the way that a vehicle goes; he lets go of whom he holds."""
    b = world.b
    b.vx[slot], b.vy[slot] = dx * SPEED * 1.6, dy * SPEED * 1.6
    if world.actors[slot].body == "metal":
        if b.immune_until[slot] <= world.tick:
            lose_cohesion(world, slot, RAM)
            stagger(world, slot, "ram")
    elif world.tick - b.hurt_at[slot] > 30 and slot != world.ward:
        hurt(world, slot, by, WOUND)
