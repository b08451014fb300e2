"""Plays a level in many ways and prints which triggers fired and which never did: python -m tools.triggers LEVEL [--seeds A:B].

The base bot plays hunted and alone, and after standing about for a while; then a tourist goes to what has not fired yet.
"""

import argparse
from collections.abc import Iterator, Sequence

import msgspec

from game.agent.command import IDLE
from game.lab.seat import live
from game.level.data import Level
from game.level.load import load
from game.options import seeds
from game.session import Session
from game.sim.trigger import Trigger
from tools.tourist import Tourist

PARS = 2  # a bot's run ends after so many times the level's par
LATE = 900  # ticks that one stands about first
TOUR = 60_000  # ticks of one tour, at most


class First(msgspec.Struct, frozen=True):
    """When a trigger fired first: in which run, at which tick."""

    run: str
    tick: int


def bot_run(level: Level, seed: int, pursuer: str = "t1000", late: int = 0) -> Session:
    """Let the base bot play, after it has stood about for some ticks."""
    session = Session(level, seed, pursuer=pursuer)
    seat = session.seat
    for _ in range(late):
        session.step({seat: IDLE})
    for _ in live(session, "base", PARS * level.par):
        pass
    return session


def tours(
    level: Level, fired: set[int], seed: int = 0, pursuers: Sequence[str] = ("none", "t1000")
) -> Iterator[Session]:
    """Let the tourist go to what has not fired yet while it helps: alone with his ward, apart from him, then in danger."""
    wanted = [t for t in level.triggers if t.id not in fired]
    for pursuer, apart in [("none", False), ("none", True), ("t1000", True)]:
        new = pursuer in pursuers
        while wanted and new:
            session = Session(level, seed, pursuer=pursuer)
            Tourist(session, TOUR, apart=apart).tour(wanted)
            yield session
            left = [t for t in wanted if t.id not in session.world.state.fired]
            wanted, new = left, len(left) < len(wanted)


def runs(level: Level, some: range) -> Iterator[tuple[str, Session]]:
    """Yield (name, session) of every way in which the base bot plays."""
    for seed in some:
        yield f"hunted {seed}", bot_run(level, seed)
    yield f"alone {some[0]}", bot_run(level, some[0], "none")
    yield f"late {some[0]}", bot_run(level, some[0], late=LATE)


def coverage(level: Level, some: range) -> dict[int, First]:
    """Return for each trigger that fired when it did so first."""
    found: dict[int, First] = {}
    for name, session in runs(level, some):
        note(found, name, session)
    for i, session in enumerate(tours(level, set(found))):
        note(found, f"tour {i + 1}", session)
    return found


def note(found: dict[int, First], name: str, session: Session) -> None:
    """Enter what fired in a run."""
    for number, tick in session.world.state.fired.items():
        found.setdefault(number, First(name, tick))


def line(t: Trigger, first: First | None) -> str:
    """Return a trigger's line of the table."""
    who = f"{t.on} {t.who}".strip()
    when = f"{first.run}, tick {first.tick}" if first else "NEVER"
    return f"{t.id:5d}  {t.name:20s} {who:16s} {when}"


def main() -> int:
    """Print the table; 1 if a trigger never fired."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("level", help="a mission's id or a .tmx file")
    parser.add_argument("--seeds", type=seeds, default=range(4), help="A:B, those that the bot plays hunted")
    args = parser.parse_args()
    level = load(args.level)
    found = coverage(level, args.seeds)
    for t in level.triggers:
        print(line(t, found.get(t.id)))
    never = [t for t in level.triggers if t.id not in found]
    print(f"{len(level.triggers) - len(never)} of {len(level.triggers)} fired")
    return 1 if never else 0


if __name__ == "__main__":
    raise SystemExit(main())
