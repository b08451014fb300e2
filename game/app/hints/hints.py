"""Which hint stands on the screen now: one at a time, never one whose use the player has shown, and none twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.hints.moments import rides
from game.app.hints.table import HINTS, Hint

if TYPE_CHECKING:
    from game.app.screens.play import Play

LONG = 600  # ticks: whoever has read a hint for as long has read it
REST = 150  # ticks between two hints
EVERY = 6  # ticks between two looks for a moment
LINGERS = 90  # ticks that a hint stays when its moment is over
PASSES = 18  # and one about a place


class Hints:
    """Keeps what the player knows. `told`: ids that need never be said again; `now`: the hint on the screen."""

    def __init__(self, told: tuple[str, ...]) -> None:
        self.told = set(told)
        self.now: Hint | None = None
        self.steps = 0  # ticks walked
        self._shown: dict[str, int] = {}
        self._rest = 0
        self._idle = 0  # ticks since the moment of the one that is shown was over

    def tick(self, play: Play, quiet: bool) -> None:
        """Live a tick; while it is not `quiet` (somebody speaks in the same place) only what is urgent is said."""
        for hint in HINTS:
            if hint.id not in self.told and hint.done(play):
                self.told.add(hint.id)
        if self.now and self.now.id in self.told:
            self._end()
        if self.now:
            self._go_on(self.now, play, quiet)
        self._rest = max(0, self._rest - 1)
        if play.session.world.tick % EVERY == 0:
            self._look(play, quiet)

    def _go_on(self, hint: Hint, play: Play, quiet: bool) -> None:
        if quiet or hint.urgent:
            self._shown[hint.id] = self._shown.get(hint.id, 0) + 1
        if play.session.world.tick % EVERY == 0:
            self._idle = 0 if hint.riding == rides(play) and hint.when(play) else self._idle + EVERY
        if self._shown.get(hint.id, 0) >= LONG:
            self.told.add(hint.id)
            self._end()
        elif self._idle >= (PASSES if hint.here else LINGERS) or (hint.urgent and self._idle):
            self._end()

    def _look(self, play: Play, quiet: bool) -> None:
        """Say the first of the table for which it is time; what is urgent takes the place of what is not, or comes after it."""
        riding = rides(play)
        for hint in HINTS:
            if hint is self.now and hint.urgent:
                return
            may = hint.urgent or (self.now is None and quiet and not self._rest)
            may = may and hint.riding == riding
            if may and hint.id not in self.told and hint.when(play):
                self.now, self._idle = hint, 0
                return

    def _end(self) -> None:
        self.now, self._rest, self._idle = None, REST, 0
