"""What somebody's own function does wrong is one line that says where, and no traceback; a program still gets the cause."""

import sys
from pathlib import Path

import pytest

from game import lab
from game.__main__ import main
from game.core.trouble import Trouble
from game.lab.run import run
from game.level.load import load
from game.session import Session

WRITTEN = """
from game.agent.command import IDLE, Command

def raises(percept, memory, dice):
    return 1 / 0

def takes_two(percept, memory):
    return IDLE

def nothing(percept, memory, dice):
    return None

def too_far(percept, memory, dice):
    return Command(move_x=9999)

def no_number(percept, memory, dice):
    return Command(move_x=float("nan"))

def goes(percept, memory, dice):
    return IDLE
"""


@pytest.fixture
def strange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a module full of mistakes."""
    (tmp_path / "strange.py").write_text(WRITTEN)
    (tmp_path / "unfinished.py").write_text("def decide(")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "strange", raising=False)
    return "strange"


@pytest.mark.parametrize(
    ("function", "words"),
    [
        ("raises", ("strange:raises", "ZeroDivisionError", "strange.py, line 5", "division")),
        ("takes_two", ("strange:takes_two", "3 were given", "must take (percept, memory, dice)")),
        ("nothing", ("strange:nothing", "NoneType", "Command")),
        ("too_far", ("strange:too_far", "move_x", "-127 to 127")),
        ("no_number", ("strange:no_number", "move_x", "nan")),
    ],
)
def test_a_bot_that_fails_is_told_in_a_line(
    strange: str, function: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", "find/3", "--bot", f"{strange}:{function}", "--ticks", "60"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert [word for word in words if word not in err] == []


def test_a_pursuer_that_fails_is_told_so_too(strange: str) -> None:
    with pytest.raises(Trouble, match=r"strange:raises.*strange\.py, line 5"):
        run(load("guard/3"), pursuer=f"{strange}:raises", ticks=600)


def test_a_program_gets_the_cause(strange: str) -> None:
    with pytest.raises(Trouble) as found:
        run(load("find/3"), bot=f"{strange}:raises", ticks=60)
    assert isinstance(found.value.__cause__, ZeroDivisionError)


@pytest.mark.usefixtures("strange")
def test_a_module_that_is_no_python_is_told_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "find/3", "--bot", "unfinished:decide"]) == 2
    assert "unfinished" in capsys.readouterr().err


def test_a_pursuer_for_whom_there_is_no_body_is_refused(strange: str) -> None:
    with pytest.raises(Trouble, match="no T-1000 in find"):
        run(load("find/3"), pursuer=f"{strange}:goes", ticks=60)
    assert run(load("find/3"), pursuer="none", ticks=60)["pursuer"] == "none"


@pytest.mark.parametrize("given", [None, {"move_x": 1}, "RUN", 7])
def test_what_is_no_command_is_refused_and_nothing_changes(given: object) -> None:
    session = Session(load("find/3"))
    before = session.digest()
    with pytest.raises(ValueError, match="is no Command"):
        session.step({"t800": given})  # type: ignore[dict-item]
    assert session.digest() == before


def test_the_table_for_all_says_which_extra_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pettingzoo", None)
    monkeypatch.delitem(sys.modules, "game.lab.envs.together", raising=False)
    monkeypatch.delattr("game.lab.envs.together", raising=False)  # an earlier test may have imported it
    with pytest.raises(ImportError, match=r"parallel_env needs pettingzoo; install the extra: pip install '\.\[lab\]'"):
        _ = lab.parallel_env
