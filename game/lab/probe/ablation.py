"""What each behaviour is worth: the same runs with it and without it; only in a full probe, two processes at a time."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from game.lab.probe.figure import Asked, Figure
from game.lab.probe.patches import ROOT, afresh, patches, under
from game.lab.probe.statistics import ratio

FOLDER = ROOT / "tools" / "ablations"
LEVEL, SEEDS, A_TASK, JOBS = "closing_time", 100, 10, 2
WHOLE = ""  # the hunter as it is


class Task(NamedTuple):
    """Some seeds of a level under one patch."""

    without: str
    level: str
    seeds: range


class Played(NamedTuple):
    """What matters of a run."""

    without: str
    seed: int
    won: bool
    seizures: int
    trusted: int


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure G2 and what takes the place of D3."""
    if not asked.full:
        return
    level = asked.levels[0] if asked.levels else LEVEL
    names = [WHOLE, *(p.name for p in patches(FOLDER))]
    tasks = [Task(n, level, range(at, at + A_TASK)) for n in names for at in range(0, SEEDS, A_TASK)]
    runs: dict[str, list[Played]] = {name: [] for name in names}
    with ProcessPoolExecutor(JOBS, mp_context=get_context("spawn")) as workers:
        for played in workers.map(play, tasks):
            for run in played:
                runs[run.without].append(run)
                asked.log.row("ablation", **run._asdict())
    won = {name: sum(r.won for r in of) / SEEDS for name, of in runs.items()}
    for name in names[1:]:
        yield asked.figure(f"ablation.{name}", won[name] - won[WHOLE], SEEDS)
    r = ratio([float(x.trusted) for x in runs[WHOLE]], [float(x.trusted) for x in runs["random_form"]])
    yield asked.figure("ablation.trusted", r.value, SEEDS, r.low, r.high)


def play(task: Task) -> list[Played]:
    """Play runs without one behaviour."""
    folder: Path = FOLDER
    patch = next((p for p in patches(folder) if p.name == task.without), None)
    with under(patch):
        session_of: Any = afresh("game.session").Session
        live: Any = afresh("game.lab.seat").live
        level = afresh("game.level.load").load(task.level)
        return [played(session_of(level, seed), live, task.without) for seed in task.seeds]


def played(session: Any, live: Any, without: str) -> Played:
    """Play one run to its end."""
    trusted = 0
    for _ in live(session, "base", 2 * session.level.par):
        trusted += sum(type(e).__name__ == "Seized" and e.trusted for e in session.events)
    return Played(without, session.seed, session.outcome == "won", session.world.state.seizures, trusted)
