"""Lying in wait: the T-1000 as a thing among things or as the floor, at the places that a level names; and what gives it away."""

from math import sqrt

from game.sim import events as E
from game.sim.state import Entry
from game.sim.tables import NOTHING, RISING, SETTLING
from game.sim.world import World

SETTLE = 2  # Command.choice: become what belongs here
SETTLE_WITHIN, SETTLE_TICKS, LOUD = 0.8, 60, 14  # metres from the place; ticks; noise level
RISE_TICKS = 54  # ticks from a thing to a body that can act (T1000.md 7, A3)
RIPPLE_EVERY, RIPPLE_VARIES = 180, 120  # ticks: each four seconds, one more or less
DRAWN = 4.0 / 60.0  # metres a tick by which it comes to lie where the thing belongs
RIPPLE_LOUD, RIPPLE_SEEN = 8, 5.0  # noise level; metres
FLOOR = "floor"  # how the forms of the ground are called
ANYWHERE = -1000  # the field `guise` of who lies as floor where no place of the level is


def place_at(world: World, slot: int) -> int:
    """Return the place within reach that wants a thing, -1 none."""
    b, found = world.b, []
    for k, spot in enumerate(world.guises):
        dx, dy = spot.x - b.x[slot], spot.y - b.y[slot]
        if dx * dx + dy * dy <= SETTLE_WITHIN * SETTLE_WITHIN:
            found.append((dx * dx + dy * dy, k))
    return min(found)[1] if found else -1


def form_of(world: World, k: int) -> str:
    """Return what the thing of a place is, plain floor where there is none."""
    return world.guises[k].form if k >= 0 else FLOOR


def shown(world: World, slot: int) -> str:
    """Return as what somebody lies, '' nobody does."""
    number = world.b.guise[slot]
    if number == 0:
        return ""
    return FLOOR if number == ANYWHERE else world.guises[abs(number) - 1].form


def settle(world: World, slot: int) -> None:
    """Begin to run into the thing that this place wants, else into the floor it stands on; it can be seen and heard."""
    k, b = place_at(world, slot), world.b
    world.begin(slot, SETTLING, SETTLE_TICKS, k)
    world.noise("change", b.x[slot], b.y[slot], LOUD, slot)
    world.report(E.Settled(form_of(world, k), b.x[slot], b.y[slot], slot, SETTLE_TICKS))


def settle_on(world: World, slot: int) -> None:
    """At the end it is the thing."""
    b = world.b
    if b.act_until[slot] > world.tick:
        return
    k = b.target[slot]
    form = form_of(world, k)
    b.act[slot] = NOTHING
    b.guise[slot] = ANYWHERE if k < 0 else -(k + 1) if form.startswith(FLOOR) else k + 1
    world.state.lain_at = world.tick
    world.state.ledger.append(Entry(world.tick, "lay", form, world.ground.room_at(b.x[slot], b.y[slot]), False))
    lie(world, slot)


def lie(world: World, slot: int) -> None:
    """Keep still as a thing, but for a ripple now and then; a wish to move or a wound ends it."""
    b, command = world.b, world.state.commands[slot]
    if b.stun_until[slot] > world.tick or 0 < b.hurt_at[slot] >= world.tick - 1:
        leave(world, slot, 0)
    elif command.move_x or command.move_y:
        rise(world, slot)
    else:
        if b.guise[slot] != ANYWHERE:
            spot = world.guises[abs(b.guise[slot]) - 1]
            b.x[slot], b.y[slot] = drawn_to(b.x[slot], b.y[slot], spot.x, spot.y)
        b.vx[slot] = b.vy[slot] = 0.0
        ripple(world, slot)


def drawn_to(x: float, y: float, to_x: float, to_y: float) -> tuple[float, float]:
    """Return a place a little nearer to where the thing belongs, no farther than it walks in a tick."""
    dx, dy = to_x - x, to_y - y
    way = sqrt(dx * dx + dy * dy)
    share = 1.0 if way <= DRAWN else DRAWN / way
    return x + dx * share, y + dy * share


def rise(world: World, slot: int) -> None:
    """Stand up out of the thing."""
    leave(world, slot, RISE_TICKS)
    world.begin(slot, RISING, RISE_TICKS)
    world.noise("change", world.b.x[slot], world.b.y[slot], LOUD, slot)


def leave(world: World, slot: int, ticks: int) -> None:
    """Be no thing any more; `ticks` until it stands."""
    form = shown(world, slot)
    world.b.guise[slot] = 0
    world.report(E.Sprang(form, world.b.x[slot], world.b.y[slot], slot, ticks))


def ripple(world: World, slot: int) -> None:
    """Let it run over the thing each four seconds, for whoever is near enough to see or hear."""
    state, b = world.state, world.b
    if world.tick < state.ripple_at:
        return
    form = shown(world, slot)
    if state.ripple_at > state.lain_at:  # not the moment in which it has settled
        world.noise("ripple", b.x[slot], b.y[slot], RIPPLE_LOUD, slot)
        world.report(E.Rippled(form, b.x[slot], b.y[slot], slot))
        state.ledger.append(Entry(world.tick, "tell", form, "ripple", near(world, slot)))
    dice = world.dice(slot, "ripple")
    state.ripple_at = world.tick + RIPPLE_EVERY + dice.below(RIPPLE_VARIES)
    world.keep(slot, "ripple", dice)


def near(world: World, slot: int) -> bool:
    """Say whether the player's side is near enough to see a ripple."""
    eyes = [eye for eye in (world.player, world.ward) if world.alive(eye)]
    return any(world.gap(eye, slot) < RIPPLE_SEEN and world.clear_between(eye, slot) for eye in eyes)
