"""Event keys that are no single event but a state of things; each is asked ten times a second until it has come."""

from collections.abc import Callable

from game.session import Session
from game.sim.tables import FLEE

NEAR = 8.0  # metres
CROWD = 5  # people


def has_seen_john(who: str, session: Session) -> bool:
    """Say whether somebody has made out the boy."""
    world = session.world
    seer, john = world.slot(who), world.slot("john")
    return seer >= 0 and john >= 0 and bool(world.b.here[seer]) and world.sees(seer, john)


def shutter_fell(session: Session) -> bool:
    """Say whether a shutter has come down, other than those that are down from the start."""
    world = session.world
    shut, moved_at, doors = world.d.shut, world.d.moved_at, session.level.ground.doors
    return any(shut[k] and moved_at[k] > 1 and doors[k].kind == "shutter" for k in world.heavy_doors)


def converge(session: Session) -> bool:
    """Say whether both machines are near the boy."""
    world = session.world
    john, machines = world.slot("john"), (world.slot("t800"), world.slot("t1000"))
    return john >= 0 and all(m >= 0 and world.b.here[m] and world.gap(m, john) <= NEAR for m in machines)


def crowd_flees(session: Session) -> bool:
    """Say whether a crowd runs."""
    world = session.world
    return int((world.bodies["mood"][world.crowd_from : world.count] == FLEE).sum()) >= CROWD


MOMENTS: dict[str, Callable[[Session], bool]] = {
    "john_seen_t800": lambda session: has_seen_john("t800", session),
    "john_seen_t1000": lambda session: has_seen_john("t1000", session),
    "converge": converge,
    "proof": lambda session: session.world.state.proofs > 0,
    "crowd_flees": crowd_flees,
    "shutter": shutter_fell,
}
