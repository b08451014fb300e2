"""What was found on the way: the wishes that were not asked for, and the facts that only we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.progress import clock
from game.app.report.names import spaced
from game.content.lines import FACTS

if TYPE_CHECKING:
    from game.session import Session


EARLIER = "BEFORE"  # when a fact was learned that was carried into the mission


def secrets(session: Session) -> list[tuple[str, bool]]:
    """Return the optional objectives and whether they are fulfilled as the run stands."""
    world = session.world
    optional = [o for o in session.level.objectives if o.optional]
    return [(o.text.upper(), o.id in world.state.done or o.done.holds(world)) for o in optional]


def facts(session: Session) -> list[tuple[str, str]]:
    """Return when something was learned, and what, in words."""
    learned = session.world.state.facts.items()
    return [(clock(tick) if tick >= 0 else EARLIER, FACTS.get(name, spaced(name)).upper()) for name, tick in learned]
