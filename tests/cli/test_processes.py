"""What only a process of its own can show: no pygame, no traceback, quiet ends, and the same run everywhere."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.lab.run import run
from game.level.load import load

ROOT = Path(__file__).resolve().parents[2]
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER")


def environment(**words: str) -> dict[str, str]:
    """Return this environment without displays, and with these words."""
    return {name: value for name, value in os.environ.items() if name not in DISPLAYS} | words


def game(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Ask the game in a process of its own."""
    ask = [sys.executable, "-m", "game", *words]
    return subprocess.run(
        ask, cwd=ROOT, env=environment(**more), capture_output=True, text=True, timeout=120, check=False
    )


HEADLESS = """
import sys
from game.__main__ import main
status = main(["run", "yard", "--ticks", "120", "--record", sys.argv[1]])
status |= main(["replay", sys.argv[1], "--verify"]) | main(["check", "yard"]) | main(["bench", "yard"]) | main(["missions"])
found = {"pygame", "pytmx"} & {name.partition(".")[0] for name in sys.modules}
sys.exit(f"imported: {found}" if found else status)
"""


def test_everything_headless_runs_without_pygame(tmp_path: Path) -> None:
    ask = [sys.executable, "-c", HEADLESS, str(tmp_path / "a.replay")]
    done = subprocess.run(ask, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_the_title_says_how_to_run_headless() -> None:
    done = game()
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1
    assert "python -m game run" in done.stderr


def test_the_same_run_in_any_process_under_any_hash_seed() -> None:
    here = run(load("yard"), seed=5, ticks=600)["digest"]
    for hash_seed in ("1", "2"):
        done = game("run", "yard", "--seed", "5", "--ticks", "600", "--json", PYTHONHASHSEED=hash_seed)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["digest"] == here


def test_the_same_run_without_the_compiler() -> None:
    here = run(load("yard"), seed=6, ticks=300)["digest"]
    done = game("run", "yard", "--seed", "6", "--ticks", "300", "--json", NUMBA_DISABLE_JIT="1")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["digest"] == here


@pytest.mark.skipif(os.name != "posix", reason="signals of a shell")
def interrupt(process: "subprocess.Popen[bytes]") -> None:
    """Press Ctrl-C."""
    process.send_signal(signal.SIGINT)


def heed() -> None:
    """Take Ctrl-C in a child even where the tests run in the background: shells let those ignore it, and it is inherited."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_closed_pipe_and_an_interrupt_end_quietly() -> None:
    ask = [sys.executable, "-m", "game", "run", "yard", "--seeds", "0:100000", "--ticks", "60"]
    for end in (lambda p: p.stdout.close(), interrupt):
        with subprocess.Popen(
            ask, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heed
        ) as p:
            assert p.stdout is not None
            assert p.stderr is not None
            assert p.stdout.readline().startswith(b"{")
            end(p)
            errors = p.stderr.read()
        assert errors == b""
        assert p.returncode in (141, 130)
