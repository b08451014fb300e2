"""What people paid: a dossier line for everybody who went down, by our hand or by its."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.app.progress import clock
from game.app.report.names import of_look, somebody
from game.content.rooms import room_words
from game.content.weapons import WEAPONS

if TYPE_CHECKING:
    from game.session import Session
    from game.sim.state import Fallen

ITS_CAUSES = {"blade": "A BLADE"}


@dataclass(frozen=True)
class Dossier:
    """One who went down: look, who it was, where and when, what by, and whether for good."""

    look: str
    who: str
    place: str
    cause: str
    dead: bool


def dossiers(session: Session, by: str) -> list[Dossier]:
    """Return those whom a side brought down (us, it, others), in order."""
    return [dossier(f) for f in session.world.state.fallen if f.by == by]


def dossier(f: Fallen) -> Dossier:
    """Return the line of one who went down."""
    room = f"IN THE {room_words(f.room)}" if f.room else "OUTSIDE"
    weapon = WEAPONS[f.cause].name if f.cause in WEAPONS else ""
    cause = ITS_CAUSES.get(f.cause) or (somebody(weapon) if weapon else "UNKNOWN")
    how = "DEAD" if f.dead else "UP AGAIN" if f.rises else "SHOT IN THE LEG"
    return Dossier(f.look, of_look(f.look), f"{room}, {clock(f.tick)}", f"{how}: {cause}", f.dead)
