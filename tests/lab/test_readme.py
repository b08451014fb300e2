"""The lab's page and its three programs do what they say."""

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from game.lab.envs.play import Config
from game.level.made import SCENARIOS
from tools.examples import hunter_on_trial, learn, my_bot

PAGE = (Path(__file__).resolve().parents[2] / "game/lab/README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.S)


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_runs(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType(f"example_{number}")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    exec(compile(EXAMPLES[number], module.__name__, "exec"), module.__dict__)


def test_the_page_names_what_there_is() -> None:
    assert len(EXAMPLES) == 4
    assert all(f"`{word}`" in PAGE for word in (*SCENARIOS, *Config.__struct_fields__, "obs", "actions"))


def test_the_bot_of_the_examples_wins_and_the_hunter_hunts(capsys: pytest.CaptureFixture[str]) -> None:
    assert my_bot.main(3) == 3
    seizures = hunter_on_trial.main(2)
    assert seizures["none"] == 0 < seizures["t1000"]


def test_the_learner_of_the_examples_runs() -> None:
    learned, chance = learn.main(rounds=1, judged=1, population=7)
    assert -2.0 < learned < 2.0
    assert -2.0 < chance < 2.0
