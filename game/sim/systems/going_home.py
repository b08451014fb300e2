"""Sending people out of harm's way: a word to somebody who works here, and he leaves by the nearest way out."""

from game.agent import command as C
from game.sim.systems.devices import at_hand
from game.sim.tables import FLEE
from game.sim.world import World

REACH = 2.4  # metres


def can(world: World) -> bool:
    """Say whether anybody works here who can be sent home."""
    return any(actor.leaves for actor in world.actors[world.crowd_from :])


def ask_to_leave(world: World) -> None:
    """Let the player's word be heard: Interact beside a worker, no device at hand."""
    slot = world.player
    if slot < 0 or not world.state.pressed(slot) & C.INTERACT or not world.able(slot) or at_hand(world, slot) >= 0:
        return
    b = world.b
    near = [
        (world.gap(slot, j), j)
        for j in range(world.crowd_from, world.count)
        if world.alive(j) and world.actors[j].leaves and b.mood[j] != FLEE and world.near(slot, j, REACH)
    ]
    if near:
        send_home(world, min(near)[1])


def send_home(world: World, slot: int) -> None:
    """He drops what he does and goes."""
    b = world.b
    b.mood[slot], b.wait_until[slot] = FLEE, 0
    b.fright_x[slot], b.fright_y[slot], b.fright_at[slot] = -1.0, -1.0, world.tick
    world.say(world.names[slot], "going")
