"""Real time cut into ticks: how many are due, and how long to sleep until the next; knows nothing of the game."""

TICK = 1 / 60
MOST = 5  # ticks made up for at once; what is later than that is dropped, so a stopped laptop does not race
NEAR = 0.0025  # seconds: a tick that is due this soon is lived now, so that an early wake does not cost a frame


class Pace:
    """`due` says how many ticks to live now, `rest` how many seconds may be slept."""

    def __init__(self, now: float) -> None:
        self._last = now
        self._owed = 0.0

    def due(self, now: float) -> int:
        """Return the ticks owed since the last call, at most MOST."""
        spent = max(0.0, now - self._last)
        self._last = now
        self._owed = min(self._owed + spent, (MOST + 0.5) * TICK)
        ticks = int((self._owed + NEAR) / TICK)
        self._owed -= ticks * TICK
        return ticks

    def rest(self, now: float) -> float:
        """Return the seconds until the next tick is due."""
        return max(0.0, TICK - self._owed - (now - self._last))

    def skip(self, now: float) -> None:
        """Start anew: what was spent on loading is not made up for."""
        self._last, self._owed = now, 0.0
