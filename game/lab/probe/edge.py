"""The edge: it ends only in molten steel and only after a grenade, its masses add up, and a sensible player brings it there."""

from collections.abc import Iterator

from game.lab.probe.figure import Asked, Figure
from game.lab.probe.statistics import share
from game.lab.seat import live
from game.level.load import load
from game.level.where import data_root
from game.session import Session
from game.sim import events as E

FILE = data_root() / "levels" / "examples" / "edge.tmx"
RUNS, FULL_RUNS = 3, 1000
WON = 50  # runs of which a share must be won
WHOLE = 1e-6


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure R1 and R5 where it can end."""
    wrong = won = 0
    error = 0.0
    runs = FULL_RUNS if asked.full else RUNS
    level = load(FILE)
    for seed in range(runs):
        session = Session(level, seed)
        off, right, outcome = lived(session)
        error, wrong = max(error, off), wrong + (not right)
        won += outcome == "won" and seed < WON
        asked.log.row("edge", seed=seed, error=off, ended_rightly=right, outcome=outcome, ticks=session.world.tick)
    yield asked.figure("edge.ends", wrong, runs)
    yield asked.figure("edge.mass", error, runs)
    s = share(won, min(WON, runs))
    yield asked.figure("edge.won", s.value, min(WON, runs))


def lived(session: Session) -> tuple[float, bool, str]:
    """Play a run; return the largest error of its mass, whether no other end came to it, and how it went."""
    error, burst = 0.0, False
    for _ in live(session, "base", 2 * session.level.par):
        world, b = session.world, session.world.b
        burst = burst or any(isinstance(e, (E.Blast, E.Embedded)) for e in session.events)
        mass = b.share[session.hunter] + sum(b.share[s] for s in world.blobs) + world.state.melted
        error = max(error, abs(float(mass) - 1.0))
    state = session.world.state
    ended = session.world.names[session.hunter] in state.gone
    return error, not ended or (burst and state.melted > 1.0 - WHOLE), session.outcome
