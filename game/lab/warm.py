"""Compiles every kernel by living a few seconds of a level; the title screen runs it in a child process."""

import sys
from collections.abc import Callable
from typing import Any

from numba.core.dispatcher import Dispatcher
from numba.core.event import Listener, install_listener

from game.agent.command import FIRE, FULL, RUN, SHOVE, WHISTLE, Command
from game.content.missions import MISSIONS
from game.level.data import Level
from game.level.load import load
from game.session import Session

TICKS = 600
HOLDS = (FIRE, 0, SHOVE, 0, WHISTLE, 0)  # what the player holds, TURN ticks each: so that shots fly and people run
TURN = 10
WAYS = ((FULL, 0), (0, FULL), (-FULL, 0), (0, -FULL))  # where he runs, a second each

Tell = Callable[[int, int, str], None]


class Compiled(Listener):  # type: ignore[misc]
    """Counts the functions that numba has compiled, and tells of each."""

    def __init__(self, total: int, tell: Tell) -> None:
        self.done, self._total, self._tell = 0, total, tell

    def on_start(self, event: Any) -> None:
        """Nothing is to be told before the end."""

    def on_end(self, event: Any) -> None:
        """Tell what has been compiled; one function may come several times, for several types."""
        self.done = min(self.done + 1, self._total - 1)
        self._tell(self.done, self._total, event.data["dispatcher"].py_func.__name__)


def warm(tell: Tell) -> None:
    """Compile what is not in the cache yet; tell(done, total, name) after each, and (total, total, 'ready') at the end."""
    level = load(MISSIONS[0].id)
    total = len(kernels()) + 1
    with install_listener("numba:compile", Compiled(total, tell)):
        exercise(level)
    tell(total, total, "ready")


def kernels() -> set[int]:
    """Return the ids of all kernels that the modules of the game hold."""
    modules = [m for name, m in sys.modules.items() if name.startswith("game.")]
    return {id(thing) for m in modules for thing in vars(m).values() if isinstance(thing, Dispatcher)}


def exercise(level: Level) -> None:
    """Live long enough to call everything: the player runs in squares, shoots, shoves and whistles."""
    session = Session(level)
    seat = session.world.names[session.player]
    for tick in range(TICKS):
        way, held = WAYS[tick // 60 % len(WAYS)], HOLDS[tick // TURN % len(HOLDS)]
        session.step({seat: Command(move_x=way[0], move_y=way[1], gait=RUN, held=held)})
        if session.outcome:
            return
