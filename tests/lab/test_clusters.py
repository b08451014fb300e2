"""The same command on a cluster: Ray and Dask here give the digests of one run after another, or say that they are not there."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from game.core.trouble import Trouble
from game.lab.batch import batch, compare, jobs
from game.lab.batch.compare import SAME
from game.lab.batch.work import SCHEDULER, cluster

WORDS = ["find", "duel/2", "--seeds", "0:3", "--ticks", "300"]


def ran(folder: Path, *words: str, **where: str) -> Path:
    folder.mkdir()
    command = [sys.executable, "-m", "game", "lab", "run", *WORDS, *words, "--out", str(folder)]
    made = subprocess.run(command, env=os.environ | where, capture_output=True, text=True, timeout=170)
    assert made.returncode == 0, made.stderr
    assert "6 runs made" in made.stdout
    return folder


def alone(folder: Path) -> Path:
    folder.mkdir()
    list(batch(jobs(["find", "duel/2"], ["base"], ["t1000"], ["standard"], range(3), 300), folder))
    return folder


@pytest.fixture
def scheduler() -> Iterator[str]:
    """Start a Dask scheduler and a worker of its own; yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{probe.getsockname()[1]}"
    dask = [sys.executable, "-c", "import sys; from dask.__main__ import main; sys.argv[0] = 'dask'; main()"]
    host, port = "127.0.0.1", address.rpartition(":")[2]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    began = [
        subprocess.Popen([*dask, *words], **quiet)  # type: ignore[call-overload]
        for words in (
            ["scheduler", "--host", host, "--port", port, "--no-dashboard"],
            ["worker", address, "--nworkers", "2", "--nthreads", "1", "--no-dashboard"],
        )
    ]
    yield address
    for process in reversed(began):
        process.terminate()
        process.wait(20)


@pytest.mark.slow
@pytest.mark.skipif(find_spec("ray") is None, reason="ray is not installed")
def test_a_ray_cluster_lives_the_same_lives(tmp_path: Path) -> None:
    verdict = compare(alone(tmp_path / "alone"), ran(tmp_path / "ray", "--jobs", "2", "--backend", "ray"))
    assert (verdict.verdict, verdict.alike) == (SAME, 6)


@pytest.mark.slow
@pytest.mark.skipif(find_spec("distributed") is None, reason="dask is not installed")
def test_a_dask_cluster_lives_the_same_lives(tmp_path: Path, scheduler: str) -> None:
    there = ran(tmp_path / "dask", "--jobs", "2", "--backend", "dask", **{SCHEDULER: scheduler})
    verdict = compare(alone(tmp_path / "alone"), there)
    assert (verdict.verdict, verdict.alike) == (SAME, 6)


@pytest.mark.parametrize("backend", ["ray", "dask"])
def test_a_cluster_that_is_not_there_is_one_line(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SCHEDULER, raising=False)
    for name in ("ray.util.joblib", "dask.distributed"):
        monkeypatch.setitem(sys.modules, name, None)  # as where it is not installed
    with pytest.raises(Trouble, match=f"backend {backend} is not there") as trouble, cluster(backend):
        pass
    assert "\n" not in str(trouble.value)
