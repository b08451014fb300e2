"""Compiles every kernel by living and drawing a few seconds of a level; the title screen runs it in a child process."""

from collections.abc import Callable

from game.agent.command import FIRE, FULL, RUN, SHOVE, WHISTLE, Command
from game.content.missions import MISSIONS
from game.core.jit import compiling, kernels
from game.lab.seat import live
from game.lab.shot import pictured
from game.level.data import Level
from game.level.load import load
from game.session import Session

TICKS = 1800
# what the restless player holds, TURN ticks each: so that shots fly and people run
HOLDS = (FIRE, 0, SHOVE, 0, WHISTLE, 0)
TURN = 10
WAYS = ((FULL, 0), (0, FULL), (-FULL, 0), (0, -FULL))  # where he runs, a second each

Tell = Callable[[int, int, str], None]


def warm(tell: Tell) -> None:
    """Compile what is not in the cache yet; tell(done, total, name) after each, and (total, total, 'ready') at the end."""
    level = load(MISSIONS[0].id)
    total = len(kernels()) + 1
    done: set[str] = set()

    def count(name: str) -> None:
        done.add(name)
        tell(min(len(done), total - 1), total, name.rpartition(".")[2])

    with compiling(count):
        exercise(level)
    tell(total, total, "ready")


def exercise(level: Level) -> None:
    """Live long enough to call everything: a restless player shoots, shoves and whistles, then a sensible one plays."""
    session = Session(level)
    seat = session.seat
    for tick in range(TICKS):
        way, held = WAYS[tick // 60 % len(WAYS)], HOLDS[tick // TURN % len(HOLDS)]
        session.step({seat: Command(move_x=way[0], move_y=way[1], gait=RUN, held=held)})
    for _ in live(Session(level), "base", TICKS):
        pass
    pictured(level, 0, "base", 2, vision=False)
