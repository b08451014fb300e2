"""Whose hands move the hoist: tried on copies of the moment at which it is to be lowered."""

from game.agent.command import IDLE, INTERACT, Command
from game.session import Session
from game.sim.step import step

HOIST, LOWERED, HERS, HIS = "hoist", "lowered", "sarah", "t800"
SPARE = 120  # ticks that nobody minds
A_WHILE, REST = 300, 90  # ticks that she holds before she lets go, and that she lets go for


def hands_at_the_hoist(session: Session) -> str:
    """Return what is wrong with whose input moves it, '' nothing: never the T-800's, hers does, letting go only pauses."""
    ticks = next(d.ticks for d in session.world.ground.devices if d.name == HOIST)
    if held(session, HIS, ticks + SPARE):
        return "the T-800's own input moved the hoist"
    hers = session.clone()
    if held(hers, HERS, A_WHILE, go_on=True) or held(hers, HERS, REST, go_on=True, hold=False):
        return "it was lowered before its time"
    left = ticks - A_WHILE
    if held(hers, HERS, left - SPARE, go_on=True):
        return "it went on while she let go"
    if not held(hers, HERS, 2 * SPARE, go_on=True):
        return "her hands did not lower it in the time that was left"
    return ""


def held(session: Session, who: str, ticks: int, *, go_on: bool = False, hold: bool = True) -> bool:
    """Let somebody stand at the hoist and hold it (or not) for so many ticks; say whether it has been lowered."""
    world = (session if go_on else session.clone()).world
    device = next(d for d in world.ground.devices if d.name == HOIST)
    slot, b = world.slot(who), world.b
    command = Command(held=INTERACT) if hold else IDLE
    for _ in range(ticks):
        b.x[slot], b.y[slot] = device.middle[0], device.y + device.h + b.radius[slot]
        step(world, {world.player: IDLE} | {slot: command})
        if LOWERED in world.state.flags:
            return True
    return False
