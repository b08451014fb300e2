"""Making way: whom the T-800's launcher would not fire past for being too near, it tells to step aside, and where it aims."""

from game.agent.percept import ASIDE, Word
from game.content.weapons import WEAPONS
from game.sim.systems.combat import in_blast
from game.sim.world import World

EVERY = 6  # ticks
CARE, FRONT = 4.0, 0.4  # metres, cosine: a little more than the launcher wants, so that nobody stands on the line


def can(world: World) -> bool:
    """Say whether anybody of the player's side has a mind to be told."""
    return any(s in world.minds for s in world.ours)


def tell(world: World) -> None:
    """Let whoever of ours stands before a loaded launcher know where it points."""
    slot = world.player
    gear = world.state.gear.get(slot)
    row = WEAPONS.get(gear.weapon) if gear else None
    if gear is None or row is None or row.sort != "launcher" or not gear.rounds.get(row.id, 0) or not world.able(slot):
        return
    b = world.b
    for j in world.ours:
        if j in world.state.ears and in_blast(world, slot, j, CARE, FRONT):
            x, y = b.x[slot] + b.fx[slot], b.y[slot] + b.fy[slot]
            world.ear(j).words.append(Word("gesture", world.look(slot), ASIDE, "", x, y))
