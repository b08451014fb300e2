"""The pytest plugin: silent until used; a failing run leaves its replay and the line that shows it."""

import os
import subprocess
import sys
from pathlib import Path

from game.replay import level_of, load, verify

ROOT = Path(__file__).resolve().parents[2]
TESTS = """
import pytest

def test_one_run(run_scenario):
    assert run_scenario("escort/1", seed=1)["outcome"] == "won"

def test_enough(assert_wins):
    assert_wins("escort/1", seeds=range(2))

def test_too_few(assert_wins):
    assert_wins("escort/1", bot="idle", seeds=range(2), ticks=120)

def test_never(assert_never):
    assert_never("escort/1", "seizure", seeds=range(1))
    assert_never("escort/1", "held john", seeds=range(1))

def test_it_happens(assert_never):
    assert_never("escort/1", "in all out", seeds=range(1))

@pytest.mark.scenario("escort/2", seeds=range(2), ticks=60)
def test_of_a_marker(scenario_run):
    assert scenario_run["ticks"] == 60
    assert scenario_run["seed"] == 0
"""


def pytest_in(folder: Path, *words: str) -> str:
    call = [sys.executable, "-m", "pytest", "-p", "game.lab.testing", "-p", "no:cacheprovider", "-q", *words]
    alone = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # installed or not, it is loaded once
    done = subprocess.run(call, cwd=folder, env=alone, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_ten_lines_make_a_test_of_a_mind(tmp_path: Path) -> None:
    (tmp_path / "test_minds.py").write_text(TESTS)
    said = pytest_in(tmp_path, "--replays", str(tmp_path / "kept"), "--strict-markers")
    assert "3 failed, 4 passed" in said
    assert "escort/1: 0 of 2 won, 90% wanted" in said
    assert "in all out happens at tick" in said
    kept = sorted((tmp_path / "kept").iterdir())
    assert len(kept) == 3
    for file in kept:
        assert f"python -m game replay {file}" in said
        replay = load(file)
        assert verify(replay, level_of(replay, file)).verified


def test_it_is_nothing_until_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "test_other.py").write_text(
        "import sys\ndef test_other():\n    assert not {'numba', 'pygame', 'gymnasium', 'game.session'} & {*sys.modules}\n"
    )
    assert "1 passed" in pytest_in(tmp_path)
