"""How far the player's side has come with somebody: the photograph, the long scan, the evidence of its own eyes."""

from typing import TYPE_CHECKING

from game.agent.doubt import MATCH_TICKS, SURE
from game.sim.systems.suspicion import PLAYER_PRIOR, SCAN_TICKS
from game.sim.tables import SCANNING

if TYPE_CHECKING:
    from game.session import Session


def scanned(session: "Session", slot: int) -> float:
    """Return how far the long scan of somebody has come, 0..1; -1 if they are not being scanned."""
    world, player = session.world, session.player
    b = world.b
    if player < 0 or b.act[player] != SCANNING or b.target[player] != slot:
        return -1.0
    left = float(b.act_until[player] - world.tick) / SCAN_TICKS
    return min(1.0, max(0.0, 1.0 - left))


def sureness(session: "Session", slot: int) -> float:
    """Return how far the evidence of the player's own eyes has come against somebody in sight: 0 none .. 1 proof."""
    world, player = session.world, session.player
    if player < 0 or slot == player or not world.sees_now[player, slot]:
        return 0.0
    share = (float(world.doubt[player, slot]) - PLAYER_PRIOR) / (SURE - PLAYER_PRIOR)
    return min(1.0, max(0.0, share))


def searching(session: "Session") -> bool:
    """Say whether the player is still looking for the face on the photograph."""
    return alone(session) and session.world.b.matched[session.ward] < MATCH_TICKS


def alone(session: "Session") -> bool:
    """Say whether the ward is somewhere in the level and has nothing to do with the player yet: no order, no hand on him."""
    world, ward = session.world, session.ward
    return ward >= 0 and ward not in world.state.orders and world.b.held_by[ward] < 0
