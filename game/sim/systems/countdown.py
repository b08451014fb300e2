"""The Clock: the one way to lose; and the ward's trust, which grows beside you and shrinks when he is left."""

from game.sim.world import World

TRUST_NEAR, NEAR = 0.02 / 60.0, 6.0  # a second, within so many metres


def run(world: World) -> None:
    """Lose the mission when the countdown is over."""
    clock = world.state.clock
    if clock is not None and world.tick >= clock.ends:
        world.lose(clock.cause)
    if world.tick % 60 == 0 and world.ward >= 0 and world.keeper >= 0 and world.gap(world.keeper, world.ward) < NEAR:
        world.state.trust = min(1.0, world.state.trust + TRUST_NEAR)
    if world.tick % 60 == 0 and world.state.trusts:
        for slot in world.ours:
            name = world.names[slot]
            if name in world.state.trusts and world.keeper >= 0 and world.gap(slot, world.keeper) < NEAR:
                world.state.trusts[name] = min(1.0, world.state.trusts[name] + TRUST_NEAR)
