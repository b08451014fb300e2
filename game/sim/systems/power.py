"""Hands on the T-800 that lies without power: somebody of its side holds Interact beside it, and it runs on what is left."""

from game.agent import command as C
from game.sim.systems.arms import held_for
from game.sim.systems.combat import DOWN_CLOCK, power_up
from game.sim.world import World

REACH, TICKS = 1.1, 120  # metres, ticks


def restart(world: World) -> None:
    """Let whoever kneels beside it bring it back; on its reserve cell it comes back alone."""
    keeper, b = world.keeper, world.b
    if keeper < 0 or not b.down[keeper] or b.down_until[keeper] >= 0:
        return
    if world.state.clock is None:  # another countdown has come between and is over
        world.start_clock("down", DOWN_CLOCK)
    for slot in world.ours:
        near = slot != keeper and world.able(slot) and world.gap(slot, keeper) < REACH
        if near and held_for(world, slot, C.INTERACT) >= TICKS:
            power_up(world, keeper)
            return
