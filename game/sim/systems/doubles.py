"""Two with one face: where ours have both in view, four seconds do not pass without a sign that is certain (T1000.md D7).

Only faces of the player's own side: those whom he could tell apart by nothing else.
"""

from game.agent.doubt import SURE
from game.sim import events as E
from game.sim.systems.suspicion import unmask
from game.sim.world import World

EVERY = 6  # ticks
LEAST, SPREAD = 90, 120  # ticks of both in view before the sign, and what its own dice add: within four seconds
SIGN = "face_wave"
KEPT = 4.0  # log-odds that whoever saw it holds from then on


def slip(world: World) -> None:
    """Count how long a double and its owner are in one view, and let it slip."""
    hunter, b, state = world.hunter, world.b, world.state
    owner = b.face[hunter]
    shown = b.here[hunter] and owner != hunter and owner in world.ours and b.here[owner] and not b.known[hunter]
    eyes = (
        [o for o in world.ours if o != owner and world.sees_now[o, hunter] and world.sees_now[o, owner]]
        if shown
        else []
    )
    if not eyes:
        state.double_until = -1
        return
    if state.double_until < 0:
        dice = world.dice(hunter, "double")
        state.double_until = world.tick + LEAST + dice.below(SPREAD)
        world.keep(hunter, "double", dice)
    if world.tick < state.double_until:
        return
    state.double_until = -1
    world.report(E.Told(SIGN, b.x[hunter], b.y[hunter], hunter))
    for o in eyes:
        before = float(world.doubt[o, hunter])
        world.doubt[o, hunter] = max(before, KEPT)
        if before < SURE:
            unmask(world, o, hunter, "double")
    world.prove(hunter)
