"""Runs the jobs of a batch, here or on a cluster, and keeps each result as it comes; those that are there are not run again."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from pathlib import Path
from typing import Any

from game.core.jit import cold
from game.core.settle import settle
from game.core.trouble import Trouble
from game.lab.batch.heat import tiled
from game.lab.batch.job import Job
from game.lab.batch.page import page
from game.lab.batch.places import Places
from game.lab.batch.rows import opened
from game.lab.probe.figure import whole
from game.lab.run import run
from game.level.data import Level
from game.level.load import load
from game.session import RULES_VERSION

LOCAL, RAY = "loky", "ray"
AT_A_TIME = 64  # runs handed to a Ray cluster before their rows are kept
SCHEDULER = "DASK_SCHEDULER_ADDRESS"  # as Dask itself has it
Made = tuple[Job, dict[str, Any], dict[str, Any]]


@lru_cache(maxsize=32)
def read(level: str) -> Level:
    """Return a level, read once in a process."""
    made = load(level)
    settle()
    return made


def one(job: Job) -> Made:
    """Play one run; what it returns depends on the job alone."""
    places = Places()
    result = run(
        read(job.level),
        bot=job.bot,
        pursuer=job.pursuer,
        seed=job.seed,
        difficulty=job.difficulty,
        ticks=job.ticks,
        name=job.level,
        watch=places.look,
    )
    return job, result, places.whole(result)


def batch(asked: list[Job], folder: Path, *, at_once: int = 1, backend: str = LOCAL) -> Iterator[str]:
    """Run what is not in the folder yet, write page and heat maps, and yield lines that sum it up."""
    hashes = {name: load(name).hash for name in {job.level for job in asked}}
    with opened(folder) as rows:
        there = rows.done()
        left = [job for job in asked if there.get(job) != (hashes[job.level], RULES_VERSION)]
        for job, result, places in shown(results(left, at_once, backend), len(left)):
            rows.add(job, result, places)
        made = rows.all()
    whole(folder / "report.html", page(made))
    for name in sorted({job.level for job, _, _ in made}):
        file = folder / f"{file_name(name)}.heat.tmx"
        whole(file, tiled(read(name), [places for job, _, places in made if job.level == name]))
    won = sum(result["outcome"] == "won" for _, result, _ in made)
    yield f"{len(left)} runs made, {len(asked) - len(left)} were there; of {len(made)} in the folder {won} are won"
    yield f"{folder / 'report.html'}"


def file_name(level: str) -> str:
    """Return a level's name as a part of a file's: a path's stem, a scenario and its map."""
    return Path(level).stem if level.lower().endswith(".tmx") else level.replace("/", "_")


def results(left: list[Job], at_once: int, backend: str) -> Iterator[Made]:
    """Yield the results in whatever order they come."""
    if at_once == 1 and backend == LOCAL:
        yield from map(one, left)
        return
    try:
        from joblib import Parallel, delayed
    except ImportError as e:
        raise Trouble("several runs at a time need joblib; install the extra: pip install '.[lab]'") from e
    if left and cold():  # the first run compiles for all
        yield one(left[0])
        left = left[1:]
    with cluster(backend):
        if backend != RAY:
            yield from Parallel(n_jobs=at_once, return_as="generator_unordered")(delayed(one)(job) for job in left)
            return
        for first in range(0, len(left), AT_A_TIME):  # Ray's backend hands results back all at once
            yield from Parallel(n_jobs=at_once)(delayed(one)(job) for job in left[first : first + AT_A_TIME])


@contextmanager
def cluster(backend: str) -> Iterator[None]:
    """Let joblib hand its work to a cluster that is there: the one that RAY_ADDRESS or DASK_SCHEDULER_ADDRESS names.

    Without an address Ray begins one on this machine; raises Trouble where the library or Dask's address is missing.
    """
    if backend == LOCAL:
        yield
        return
    client: Any = nullcontext()
    try:
        import joblib

        if backend == RAY:
            from ray.util.joblib import register_ray

            register_ray()
        else:
            from dask.distributed import Client

            client = Client(os.environ[SCHEDULER]) if SCHEDULER in os.environ else nullcontext(Client.current())
    except (ImportError, ValueError, OSError) as e:
        raise Trouble(f"backend {backend} is not there ({one_line(e)}); {HOW[backend]}, or use loky") from e
    with client, joblib.parallel_config(backend=backend):
        yield


def one_line(wrong: Exception) -> str:
    """Return what is wrong without line breaks."""
    return " ".join(str(wrong).split())


HOW = {
    "ray": "install ray",
    "dask": f"install distributed, start a scheduler and its workers, and name it in {SCHEDULER}",
}


def shown(made: Iterable[Made], total: int) -> Iterator[Made]:
    """Show how far it is, on stderr, where somebody is there to see it."""
    try:
        from rich.console import Console
        from rich.progress import track
    except ImportError:
        yield from made
        return
    console = Console(stderr=True)
    yield from track(made, "runs", total=total, console=console, disable=not console.is_terminal or not total)
