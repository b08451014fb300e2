"""What an observer thinks of somebody who has just come into view: what the face tells, never what was known of the body."""

from game.agent import command as C
from game.agent.command import Command
from game.agent.doubt import SURE
from game.sim.step import step
from game.sim.systems.percepts import percept
from game.sim.world import World
from tests.worlds import person, world_of


def proven_then_gone() -> World:
    """Return a world in which the player has proven the hunter, and it has slipped away with another face."""
    world = world_of(person("t800", 3, 2.5), person("t1000", 7, 2.5), person("packer_a", 10, 4.2))
    for _ in range(12):
        step(world, {})
    world.doubt[world.player, world.hunter] = 8.0
    world.b.here[world.hunter] = 0
    for _ in range(60):
        step(world, {})
    world.b.here[world.hunter] = 1
    world.b.face[world.hunter] = world.slot("packer_a")
    world.become(world.hunter, "packer_a")
    world.b.known[world.hunter] = 0
    return world


def test_a_body_that_comes_back_with_another_face_is_a_stranger_from_the_first_look() -> None:
    world = proven_then_gone()
    proofs, seen = world.state.proofs, 0
    for _ in range(60):
        step(world, {world.player: Command(aim_x=64, held=C.STEADY)})
        if world.looked(world.player):
            it = next((t for t in percept(world, world.player).tracks if 6 < t.x < 8), None)
            seen += it is not None
            assert it is None or it.doubt < SURE
    assert seen
    assert world.state.proofs == proofs
