"""The examples of the front page and of the lab's, and the three programs, do what they say."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from game.lab.envs.play import Config
from game.lab.run import run
from game.level.load import load
from game.level.made import SCENARIOS
from game.options import parser
from tools.examples import hunter_on_trial, learn, my_bot

ROOT = Path(__file__).resolve().parents[2]
PAGE, FRONT = ((ROOT / name).read_text("utf-8") for name in ("game/lab/README.md", "README.md"))
EXAMPLES = [code for page in (PAGE, FRONT) for code in re.findall(r"```python\n(.*?)```", page, re.S)]


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_runs(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType(f"example_{number}")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    exec(compile(EXAMPLES[number], module.__name__, "exec"), module.__dict__)


def test_the_page_names_what_there_is() -> None:
    assert len(EXAMPLES) == 6
    assert all(f"`{word}`" in PAGE for word in (*SCENARIOS, *Config.__struct_fields__, "obs", "actions"))


def test_the_page_names_what_a_run_says_and_nothing_else() -> None:
    table = PAGE.split("## What a run says")[1].split("## ")[0]
    named = {
        w for line in table.splitlines() if line.startswith("| `") for w in re.findall(r"`(\w+)`", line.split("|")[1])
    }
    assert named == set(run(load("find/3"), ticks=60))


@pytest.mark.parametrize("word", SCENARIOS)
def test_the_page_says_who_is_in_a_scenario(word: str) -> None:
    (row,) = (line.split("|") for line in PAGE.splitlines() if line.startswith(f"| `{word}` |"))
    teams = {team for _, _, team, *_ in SCENARIOS[word].people}
    assert [bool(cell.strip()) for cell in row[3:5]] == ["ward" in teams, "hunter" in teams]


@pytest.mark.parametrize("line", re.findall(r"^python -m game (.*)$", PAGE, re.M))
def test_a_command_of_the_page_is_one(line: str) -> None:
    said = parser().parse_args(shlex.split(line))
    assert said.do.startswith("lab ")


def test_the_tests_of_the_page_pass(tmp_path: Path) -> None:
    (tests,) = re.findall(r"```pytest\n(.*?)```", PAGE, re.S)
    (tmp_path / "test_my_bot.py").write_text("import pytest\n" + tests)
    (tmp_path / "my_module.py").write_text(
        "from game.bots import BOTS\n\ndecide, memory = BOTS['base']\ndecide.memory = memory\n"
    )
    call = [sys.executable, "-m", "pytest", "-p", "game.lab.testing", "-p", "no:cacheprovider", "-q"]
    alone = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(call, cwd=tmp_path, env=alone, capture_output=True, text=True, check=False)
    assert "4 passed" in done.stdout, done.stdout + done.stderr


def test_the_bot_of_the_examples_wins_and_the_hunter_hunts(capsys: pytest.CaptureFixture[str]) -> None:
    assert my_bot.main(3) == 3
    seizures = hunter_on_trial.main(2)
    assert seizures["none"] == 0 < seizures["t1000"]


def test_the_learner_of_the_examples_runs() -> None:
    learned, chance = learn.main(rounds=1, judged=1, population=7)
    assert -2.0 < learned < 2.0
    assert -2.0 < chance < 2.0
