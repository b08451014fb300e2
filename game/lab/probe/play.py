"""Play: how often the base bot wins against each pursuer; only in a full probe, two processes at a time."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from game.lab.probe.figure import Asked, Figure
from game.lab.probe.statistics import share
from game.lab.run import run
from game.level.load import load

LEVEL, SEEDS, JOBS = "closing_time", 100, 2
PURSUERS = ("t1000", "none", "chaser", "sweep", "omniscient")


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure what the hunter is worth in play."""
    if not asked.full:
        return
    level = asked.levels[0] if asked.levels else LEVEL
    won: dict[str, int] = {}
    with ProcessPoolExecutor(JOBS, mp_context=get_context("spawn")) as workers:
        for pursuer in PURSUERS:
            tasks = [(level, pursuer, seed) for seed in range(SEEDS)]
            results = list(workers.map(played, tasks, chunksize=5))
            won[pursuer] = sum(r["outcome"] == "won" for r in results)
            for r in results:
                asked.log.row("play", **r)
    s = share(won["t1000"], SEEDS)
    yield asked.figure("play.t1000", s.value, SEEDS)
    for other in ("none", "chaser"):
        yield asked.figure(f"play.{other}", (won[other] - won["t1000"]) / SEEDS, SEEDS)


def played(task: tuple[str, str, int]) -> dict[str, object]:
    """Play one run and return what matters of it."""
    level, pursuer, seed = task
    result = run(load(level), pursuer=pursuer, seed=seed)
    keys = ("pursuer", "seed", "outcome", "reason", "ticks", "seizures", "rescues", "forms", "hunter")
    return {key: result[key] for key in keys}
