"""Headless runs: a bot plays a level, and the result is one plain object."""

import time
from collections.abc import Callable
from typing import Any

from game.core.trouble import Trouble
from game.lab.ledger import Ledger
from game.lab.omniscient import NAME, STANDS_IN, Omniscient
from game.lab.seat import Beside, Pursuer, live
from game.level.data import Level
from game.replay import Recorder, save
from game.session import RULES_VERSION, Session
from game.sim.carried import Carried

PARS = 2  # a run without a limit ends after this many times the level's par


def begin(level: Level, seed: int, difficulty: str, pursuer: str, carried: Carried | None = None) -> Session:
    """Return a new session; raises Trouble where a word is unknown."""
    try:
        return Session(level, seed, difficulty, sits_in(pursuer), carried)
    except ValueError as e:
        raise Trouble(str(e)) from e


def sits_in(pursuer: str) -> str:
    """Return the pursuer of the game in whose body another one comes: a policy, or the one that knows everything."""
    return STANDS_IN if pursuer == NAME else "t1000" if ":" in pursuer else pursuer


def beside_for(pursuer: str, session: Session) -> Beside | None:
    """Return who drives the hunter in place of its own mind, None where that does."""
    return Omniscient(session) if pursuer == NAME else Pursuer(pursuer, session) if ":" in pursuer else None


def run(
    level: Level,
    *,
    bot: str = "base",
    pursuer: str = "t1000",
    seed: int = 0,
    difficulty: str = "standard",
    ticks: int = 0,
    retries: int = 0,
    record: str = "",
    name: str = "",
    watch: Callable[[Session], None] | None = None,
) -> dict[str, Any]:
    """Play one run and return its result.

    ticks    each attempt at most so many (0: PARS times the level's par)
    retries  how often the bot may go back to the checkpoint
    record   file to write a replay to, and `name` the level's name in it
    watch    called after every tick
    """
    session = begin(level, seed, difficulty, pursuer)
    if ":" in pursuer and session.hunter < 0:
        raise Trouble(f"pursuer {pursuer!r}: there is no T-1000 in {name or level.id}; choose another level")
    return played(session, bot, ticks, retries, record, name or level.id, pursuer, watch)


def played(
    session: Session,
    bot: str,
    ticks: int = 0,
    retries: int = 0,
    record: str = "",
    name: str = "",
    pursuer: str = "t1000",
    watch: Callable[[Session], None] | None = None,
) -> dict[str, Any]:
    """Play a session to its end and return its result; as for run()."""
    level = session.level
    recorder = Recorder(session, name) if record else None
    ledger = Ledger(session)
    began = time.perf_counter()
    beside = beside_for(pursuer, session)
    for _ in live(session, bot, ticks or PARS * level.par, retries, recorder, beside):
        ledger.look(session)
        if watch:
            watch(session)
    took = time.perf_counter() - began
    if recorder:
        save(recorder.replay(), record)
    head = {
        "level": level.id,
        "content_hash": level.hash,
        "rules_version": RULES_VERSION,
        "seed": session.seed,
        "difficulty": session.difficulty,
        "bot": bot,
        "pursuer": pursuer,
    }
    return head | ledger.report(session) | {"ticks_per_second": round(ledger.ticks / max(took, 1e-9), 1)}
