"""Levels by strangers: whatever a file holds, the reader says one line and nothing worse."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hostile_files import HOSTILE, plant
from level_maps import tmx, write

from game.__main__ import main
from game.level.data import LevelError
from game.level.files import LevelFiles
from game.level.load import load
from game.level.read import read

Be = Callable[[str], None]
SLOW, MUCH = 0.5, 64.0  # seconds and MiB that reading may take; a busy machine is given more time
BUSY = 4
POSIX = hasattr(os, "mkfifo")


@pytest.mark.skipif(not POSIX, reason="no pipes and links here")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_level_is_one_line_and_an_odd_one_is_read(name: str, tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    code = HOSTILE[name][1]
    path = plant(name, folder)
    if not code:
        load(str(path))
        return
    with pytest.raises(LevelError) as e:
        load(str(path))
    assert e.value.code == code, str(e.value)
    assert "\n" not in str(e.value)
    assert "level.tmx" in str(e.value)
    assert e.value.cure


@pytest.mark.skipif(not POSIX, reason="no pipes and links here")
def test_no_hostile_level_costs_much_or_opens_anything_outside_its_folder(tmp_path: Path) -> None:
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here.parents[1]), str(here), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, str(here / "hostile_worker.py"), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == len(HOSTILE) >= 120
    assert [row for row in told if row["other"]] == []
    assert [row for row in told if row["outside"]] == []
    assert [row for row in told if row["code"] != HOSTILE[row["name"]][1]] == []
    assert [row for row in told if row["mb"] > MUCH] == []
    assert [row for row in told if row["seconds"] > SLOW * BUSY] == []


@pytest.mark.skipif(not POSIX, reason="no pipes and links here")
@pytest.mark.parametrize("words", [["run", "--ticks", "1", "--bot", "idle"], ["check", "--dump"]], ids=lambda w: w[0])
@pytest.mark.parametrize("name", ["entity bomb", "image a link out", "points nan", "unknown word", "truncated"])
def test_on_the_command_line_it_is_one_line_and_two(
    name: str, words: list[str], tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    path = str(plant(name, folder))
    status = main([words[0], path, *words[1:]])
    told = capsys.readouterr()
    if words[0] == "check" and name == "unknown word":  # it can be read, though not played
        assert (status, told.err) == (0, "")
        return
    assert status == 2
    assert told.err.startswith("error: ")
    assert told.err.count("\n") == 1


@pytest.mark.parametrize(
    "name", ["", "gone.tmx", "no_such_mission", "a\0b.tmx", "\ud800.tmx", "x" * 5000 + ".tmx", "."]
)
def test_a_wrong_name_is_one_line(name: str, home: Path) -> None:
    with pytest.raises(LevelError) as e:
        load(name)
    assert "\n" not in str(e.value)


def test_an_unknown_mission_lists_the_known_ones() -> None:
    with pytest.raises(LevelError, match="known levels: yard"):
        load("yrad")


def test_a_folder_is_no_level(tmp_path: Path) -> None:
    (tmp_path / "x.tmx").mkdir()
    with pytest.raises(LevelError, match="is no regular file"):
        load(str(tmp_path / "x.tmx"))


@pytest.fixture
def helper_that(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return what lets the map library be another program for one test."""
    from game.level import child

    def be(code: str) -> None:
        monkeypatch.setattr(child, "_helpers", [])
        monkeypatch.setattr(child, "command", lambda: [sys.executable, "-c", code])

    yield be
    child._end()


def test_a_library_that_stalls_is_given_up(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, helper_that: Be
) -> None:
    from game.level import child

    monkeypatch.setattr(child, "LIMITS", replace(child.LIMITS, child_seconds=0.05))
    helper_that("import time; time.sleep(60)")
    with pytest.raises(LevelError, match="takes longer"):
        load(str(write(tmp_path, tmx())))


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "",
        "import sys; sys.stdin.buffer.read(9); sys.stdout.buffer.write(b'xyz')",
        "import sys; sys.stdin.buffer.read(9); sys.stdout.buffer.write(b'\\xff' * 4)",
        "import sys; sys.stdin.buffer.read(9); sys.stdout.buffer.write(b'\\x01\\0\\0\\0\\xc1')",
    ],
    ids=["aborts", "ends", "breaks off", "is endless", "talks nonsense"],
)
def test_a_library_that_fails_is_one_line(code: str, tmp_path: Path, home: Path, helper_that: Be) -> None:
    helper_that(code)
    with pytest.raises(LevelError, match=r"cannot read it|answered nonsense"):
        load(str(write(tmp_path, tmx())))


def test_after_a_failure_the_next_map_is_read(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, helper_that: Be
) -> None:
    from game.level import child

    usual = child.command
    helper_that("")
    path = write(tmp_path, tmx())
    with pytest.raises(LevelError):
        load(str(path))
    monkeypatch.setattr(child, "command", usual)
    assert load(str(path)).start.kind == "t800"


def test_one_child_reads_many_maps_and_a_forked_process_has_its_own(tmp_path: Path, home: Path) -> None:
    from game.level import child

    path = write(tmp_path, tmx())
    read(LevelFiles(path, "a.tmx"))
    (first,) = child._helpers
    read(LevelFiles(path, "a.tmx"))
    assert child._helpers == [first]
    first.owner += 1  # as a fork sees it
    read(LevelFiles(path, "a.tmx"))
    assert child._helpers != [first]
    first.owner -= 1
    first.end()


def test_a_child_with_nothing_to_do_is_let_go_and_another_comes(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.level import child

    path = write(tmp_path, tmx())
    read(LevelFiles(path, "a.tmx"))
    (first,) = child._helpers
    assert first.idle is not None
    first.idle.function()  # as if so much time had passed
    assert first.process.poll() is not None
    read(LevelFiles(path, "a.tmx"))
    assert child._helpers != [first]
    rested = child.Helper()
    rested.end()
    monkeypatch.setattr(child, "_helper", lambda: rested)
    with pytest.raises(LevelError, match="cannot read it"):
        read(LevelFiles(path, "a.tmx"))
