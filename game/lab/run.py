"""Headless runs: a bot plays a level, and the result is one plain object."""

import time
from typing import Any

from game.core.trouble import Trouble
from game.lab.ledger import Ledger
from game.lab.omniscient import NAME, STANDS_IN, Omniscient
from game.lab.seat import live
from game.level.data import Level
from game.replay import Recorder, save
from game.session import RULES_VERSION, Session
from game.sim.carried import Carried

PARS = 2  # a run without a limit ends after this many times the level's par


def begin(level: Level, seed: int, difficulty: str, pursuer: str, carried: Carried | None = None) -> Session:
    """Return a new session; raises Trouble where a word is unknown."""
    try:
        return Session(level, seed, difficulty, STANDS_IN if pursuer == NAME else pursuer, carried)
    except ValueError as e:
        raise Trouble(str(e)) from e


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
) -> dict[str, Any]:
    """Play one run and return its result.

    ticks    each attempt at most so many (0: PARS times the level's par)
    retries  how often the bot may go back to the checkpoint
    record   file to write a replay to, and `name` the level's name in it
    """
    session = begin(level, seed, difficulty, pursuer)
    return played(session, bot, ticks, retries, record, name or level.id, pursuer)


def played(
    session: Session,
    bot: str,
    ticks: int = 0,
    retries: int = 0,
    record: str = "",
    name: str = "",
    pursuer: str = "t1000",
) -> dict[str, Any]:
    """Play a session to its end and return its result; as for run()."""
    level = session.level
    recorder = Recorder(session, name) if record else None
    ledger = Ledger(session)
    began = time.perf_counter()
    beside = Omniscient(session) if pursuer == NAME else None
    for _ in live(session, bot, ticks or PARS * level.par, retries, recorder, beside):
        ledger.look(session)
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
