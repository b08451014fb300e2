"""Times the drawing of a run without a window."""

from game.agent.command import Command
from game.lab.shot import open_dummy
from game.level.data import Level
from game.session import Session
from game.view.view import View

MOST_FRAMES = 900


def frame_ms(level: Level, session: Session, chase: list[dict[str, Command]]) -> dict[str, float]:
    """Return mean and 95th percentile of the CPU milliseconds that a frame takes, one a tick, without showing it."""
    open_dummy()
    view = View(level)
    for commands in chase[:MOST_FRAMES]:
        session.step(commands)
        view.draw(session)
        view.clock.on = True  # from now on: the first frame loads what the others find ready
    spent = sorted(1000 * s for s in view.clock.spent["frame"])
    return {"mean": round(sum(spent) / len(spent), 3), "p95": round(spent[len(spent) * 95 // 100], 3)}
