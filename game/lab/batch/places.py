"""Where things happen in a run: who went down, where the hunter was seen, who was stuck, where the player spends his time."""

from typing import Any

from game.session import Session
from game.sim.events import BodyDowned, HunterSeen, Seized

KINDS = ("deaths", "sightings", "seizures", "stuck", "time")
SECOND = 60  # ticks
Points = dict[str, list[tuple[float, float]]]


class Places:
    """Looks at a session after each tick; `points` are metres by kind."""

    def __init__(self) -> None:
        self.points: Points = {kind: [] for kind in KINDS}

    def look(self, session: Session) -> None:
        """Take in the tick just lived."""
        for event in session.events:
            if isinstance(event, BodyDowned):
                self._add("deaths", event.x, event.y)
            elif isinstance(event, HunterSeen):
                self._add("sightings", event.x, event.y)
            elif isinstance(event, Seized):
                self._add("seizures", event.x, event.y)
        world = session.world
        if world.tick % SECOND == 0 and session.player >= 0:
            self._add("time", world.b.x[session.player], world.b.y[session.player])

    def _add(self, kind: str, x: float, y: float) -> None:
        self.points[kind].append((round(x, 1), round(y, 1)))

    def whole(self, result: dict[str, Any]) -> Points:
        """Return the points, those of the run's own report included."""
        return self.points | {"stuck": [(s["x"], s["y"]) for s in result["stuck"]]}
