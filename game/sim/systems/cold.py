"""Cold and thaw: metal that stands in it slows, in three seconds is solid, then shatters at a touch; what has been frozen glitches.

It thaws in twelve seconds, three times as fast in heat (T1000.md 9).
"""

from game.sim import events as E
from game.sim.systems.combat import CRACKED
from game.sim.systems.shatter import burst
from game.sim.tables import NOTHING
from game.sim.world import World

EVERY = 6  # ticks, as in hazards
CHILLS = EVERY / 180.0  # a share each time: solid after three seconds
THAWS, HOT = EVERY / 720.0, 3.0  # a share each time, and how much faster in heat
LIMP = 0.4  # share of cold under which what was solid moves again
MOST = {"metal": 1.0, "machine": 0.5, "flesh": 0.35}  # how cold a body gets: only what is all metal freezes through
SOLID = 1  # field `stiff`


def chill(world: World, slot: int) -> None:
    """Make a body that stands in the cold a little colder."""
    b, body = world.b, world.actors[slot].body
    b.chill[slot] = min(MOST[body], b.chill[slot] + CHILLS + THAWS)
    b.chilled_at[slot] = world.tick
    if body == "metal" and b.chill[slot] >= 1.0 and not b.stiff[slot]:
        b.stiff[slot], b.act[slot], b.touching[slot] = SOLID, NOTHING, 0
        if b.holds[slot] >= 0:
            world.release(slot, "cold")
        world.state.glitches = True
        world.prove(slot)
        world.report(E.Froze(b.x[slot], b.y[slot], slot))


def begin_frozen(world: World, slot: int) -> None:
    """Let a body begin as the cold has left it."""
    world.b.chill[slot], world.b.stiff[slot] = 1.0, SOLID
    world.b.stun_until[slot] = EVERY + 1
    world.state.glitches = True


def can(world: World) -> bool:
    """Say whether anything here can be cold: there is a place that chills, or the machine, which may come so."""
    return bool(world.hazards) or world.hunter >= 0


def thaw(world: World) -> None:
    """Let what is cold warm up, what is solid stand still, and what was struck while it was solid fly apart."""
    if world.tick % EVERY and not world.state.glitches:
        return
    b = world.b
    for slot in world.acting:
        if b.stiff[slot] == CRACKED and b.here[slot]:
            shatter(world, slot)
        elif world.tick % EVERY == 0 and b.chill[slot] > 0.0:
            warm(world, slot)


def warm(world: World, slot: int) -> None:
    """One step of thawing."""
    b = world.b
    b.chill[slot] = max(0.0, b.chill[slot] - THAWS * (HOT if heated(world, slot) else 1.0))
    if b.stiff[slot]:
        if b.chill[slot] <= LIMP:
            b.stiff[slot] = 0
            world.report(E.Thawed(b.x[slot], b.y[slot], slot))
        else:
            b.stun_until[slot] = max(b.stun_until[slot], world.tick + EVERY + 1)


def heated(world: World, slot: int) -> bool:
    """Say whether a body stands where it is hot, and not in the cold."""
    b = world.b
    if world.tick - b.chilled_at[slot] <= EVERY:
        return False
    return any(z.holds(b.x[slot], b.y[slot]) for z in world.hot)


def shatter(world: World, slot: int) -> None:
    """It flies apart like glass."""
    b = world.b
    b.stiff[slot], b.chill[slot] = 0, 0.0
    world.report(E.Shattered(b.x[slot], b.y[slot], slot))
    world.noise("shatter", b.x[slot], b.y[slot], 40, slot)
    burst(world, slot, 0.0)
