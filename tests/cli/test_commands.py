"""The command line keeps what the program promises: words, results, exit statuses, and one line for every trouble."""

import argparse
import json
import struct
from pathlib import Path

import pytest

from game.__main__ import main
from game.content.keys import KEYS
from game.options import parser

RUN_KEYS = (
    "level content_hash rules_version seed difficulty bot pursuer ticks outcome reason objectives human_cost trust seizures"
    " rescues proofs forms hunter stuck events digest ticks_per_second"
).split()
HUNTER_KEYS = ["aware_within_12m_ticks", "quiet_ticks", "touches", "questions", "lures", "ambushes"]
BENCH_KEYS = "level agents ticks digest ticks_per_second snapshot_us restore_us frame_ms env_steps_per_second".split()

BROKEN = "<map><layer"
CLIMBING = """<?xml version="1.0" encoding="UTF-8"?>
<map version="1.8" orientation="orthogonal" width="2" height="2" tilewidth="32" tileheight="32" infinite="0">
 <tileset firstgid="1" name="t" tilewidth="32" tileheight="32" tilecount="1" columns="1">
  <image source="../../secret.png" width="32" height="32"/>
 </tileset>
</map>
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a few unusable files."""
    (tmp_path / "broken.tmx").write_text(BROKEN)
    (tmp_path / "climbing.tmx").write_text(CLIMBING)
    (tmp_path / "noise.replay").write_bytes(b"\0\1" * 500)
    (tmp_path / "noise.save").write_bytes(b"\0\1" * 500)
    monkeypatch.chdir(tmp_path)
    return tmp_path


# What is asked, and what the one line must name.
UNUSABLE = [
    ("run nowhere", "nowhere", "known levels"),
    ("run nowhere.tmx", "nowhere.tmx", "check"),
    ("run broken.tmx", "broken.tmx", "Tiled"),
    ("run climbing.tmx", "climbing.tmx", "secret.png"),
    ("check nowhere.tmx", "nowhere.tmx", ""),
    ("check broken.tmx --dump", "broken.tmx", ""),
    ("run yard --bot nobody", "nobody", "base"),
    ("run yard --pursuer nobody", "nobody", "t1000"),
    ("run yard --difficulty easy", "easy", "gentle"),
    ("run yard --seed -1", "-1", "whole number"),
    ("run yard --seed 9223372036854775808", "9223372036854775808", "whole number"),
    ("run yard --seed 1e3", "1e3", "whole number"),
    ("run yard --ticks 0", "0", "whole number from 1"),
    ("run yard --seeds 4:4", "4:4", "0:100"),
    ("run yard --seeds 4", "4", "0:100"),
    ("run yard --seed 1 --seeds 1:2", "--seeds", "not allowed"),
    ("run yard --seeds 1:3 --record a.replay", "--record", "--seed"),
    ("run yard --to yard", "--to", "campaign"),
    ("run campaign --to nowhere", "nowhere", "closing_time"),
    ("run yard --record missing/a.replay", "missing/a.replay", "folder"),
    ("run", "LEVEL", "--help"),
    ("play broken.tmx", "broken.tmx", "Tiled"),
    ("play yard --watch --record a.replay", "--record", "--watch"),
    ("play --at dock", "--at", "play yard"),
    ("play yard --record missing/a.replay", "missing/a.replay", "folder"),
    ("replay noise.replay", "noise.replay", "record it again"),
    ("fly", "fly", "play"),
    ("replay noise.replay --verify", "noise.replay", "record it again"),
    ("replay nothing.replay --verify", "nothing.replay", "check the name"),
    ("shot yard --out missing/a.png", "missing/a.png", "folder"),
    ("shot yard --out a.jpg", "a.jpg", ".png"),
    ("shot yard --out a.png --event nonsense", "nonsense", "seizure"),
    ("shot yard --out a.png --size 12", "12", "1280x720"),
    ("bench nowhere", "nowhere", "yard"),
    ("save-info noise.save", "noise.save", "damaged"),
    ("save-info nothing.save", "nothing.save", ""),
]


@pytest.mark.parametrize(("words", "names", "cure"), UNUSABLE, ids=[row[0] for row in UNUSABLE])
def test_what_cannot_be_used_is_one_line_and_status_2(
    words: str, names: str, cure: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: ")
    assert err.endswith("\n")
    assert err.count("\n") == 1
    assert names in err
    assert cure in err
    assert "_compile" not in err
    assert not (here / "missing").exists()


def asked(words: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what a command that must succeed prints."""
    assert main(words.split()) == 0
    return capsys.readouterr().out


def test_run_prints_the_promised_object(capsys: pytest.CaptureFixture[str]) -> None:
    result = json.loads(asked("run yard --seed 7 --ticks 240 --json", capsys))
    assert list(result) == RUN_KEYS
    assert list(result["hunter"]) == HUNTER_KEYS
    assert list(result["trust"]) == ["john", "sarah"]
    assert [list(o) for o in result["objectives"]] == [["id", "done_tick"]] * 2
    assert (result["level"], result["seed"], result["ticks"], result["outcome"]) == ("yard", 7, 240, "timeout")
    assert set(result["events"]) <= {key.id for key in KEYS}


def test_many_seeds_are_an_object_a_line_each_as_if_alone(capsys: pytest.CaptureFixture[str]) -> None:
    lines = asked("run yard --seeds 3:6 --ticks 90", capsys).splitlines()
    results = [json.loads(line) for line in lines]
    assert [r["seed"] for r in results] == [3, 4, 5]
    alone = json.loads(asked("run yard --seed 5 --ticks 90 --json", capsys))
    assert alone["digest"] == results[2]["digest"]


def test_run_tells_people_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    out = asked("run yard --ticks 60 --bot idle", capsys)
    assert out.startswith("yard seed 0: timeout after 1.0 s")
    assert out.count("\n") == 1


def test_the_campaign_is_an_object_of_the_same_shape(capsys: pytest.CaptureFixture[str]) -> None:
    result = json.loads(asked("run campaign --ticks 60 --json", capsys))
    assert set(result) == {*RUN_KEYS, "missions"}
    assert result["outcome"] == "timeout"
    assert result["ticks"] == 60 == result["missions"][0]["ticks"]


def test_a_recorded_run_verifies_and_a_changed_one_does_not(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = json.loads(asked("run yard --seed 2 --ticks 150 --record a.replay --json", capsys))
    verdict = json.loads(asked("replay a.replay --verify --json", capsys))
    assert verdict == {"verified": True, "ticks": 150, "digest": run["digest"], "first_difference": None}

    from game.replay import load, save

    replay = load("a.replay")
    replay.segments[0].commands[100] = replay.segments[0].commands[0].__class__(move_x=1)
    save(replay, "b.replay")
    assert main("replay b.replay --verify --json".split()) == 1
    changed = json.loads(capsys.readouterr().out)
    assert not changed["verified"]
    assert 100 < changed["first_difference"]["tick"] <= 160
    assert main("replay b.replay --verify".split()) == 1
    assert "differs at tick" in capsys.readouterr().out


def test_bench_prints_the_promised_object(capsys: pytest.CaptureFixture[str]) -> None:
    result = json.loads(asked("bench yard --json", capsys))
    assert list(result) == BENCH_KEYS
    assert result["frame_ms"] is None
    assert result["env_steps_per_second"] > 0
    assert result["ticks_per_second"] > 0


def test_bench_measures_a_level_without_the_machine_of_its_environment_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.lab import bench

    monkeypatch.setattr(bench, "TICKS", 60)
    result = json.loads(asked("bench open_road --json", capsys))
    assert list(result) == BENCH_KEYS
    assert result["env_steps_per_second"] is None


def test_missions_exist_and_have_their_promised_facts(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(asked("missions --json", capsys))
    assert rows
    assert all(list(r) == ["id", "number", "title", "file", "par_ticks"] for r in rows)
    assert "Loading Yard" in asked("missions", capsys)


def test_check_finds_nothing_wrong_with_the_shipped_levels(capsys: pytest.CaptureFixture[str]) -> None:
    from game.level.where import data_root

    found = json.loads(asked(f"check {data_root() / 'levels'} --json", capsys))
    assert [f for f in found if f["severity"] == "error"] == []
    assert main(["check", "yard", "--dump"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"map", "layers", "cells", "objects"}


def test_check_of_a_bad_level_is_status_1_with_findings(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main("check broken.tmx --json".split()) == 1
    found = json.loads(capsys.readouterr().out)
    assert list(found[0]) == ["file", "severity", "code", "object_id", "x", "y", "message", "hint"]
    assert found[0]["severity"] == "error"
    assert main("check broken.tmx".split()) == 1
    assert "broken.tmx" in capsys.readouterr().out


def test_a_saved_run_tells_what_it_holds(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from game.level.load import load
    from game.session import Session

    session = Session(load("yard"), seed=9)
    session.step()
    (here / "a.save").write_bytes(session.save())
    said = json.loads(asked("save-info a.save --json", capsys))
    assert (said["level"], said["seed"], said["tick"], said["attempt"]) == ("yard", 9, 1, 0)
    assert "yard" in asked("save-info a.save", capsys)


def test_a_file_of_another_kind_is_called_by_its_name_and_its_command(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.level.load import load
    from game.session import Session

    asked("run yard --ticks 60 --record a.replay", capsys)
    (here / "a.save").write_bytes(Session(load("yard"), seed=9).save())
    for words, what in (("save-info a.replay", "a replay"), ("replay a.save --verify", "a saved game")):
        assert main(words.split()) == 2
        said = capsys.readouterr().err
        cure = "replay a.replay" if what == "a replay" else "save-info a.save"
        assert said == f"error: {words.split()[1]}: this is {what}; python -m game {cure} reads it\n"


def test_compiling_ahead_tells_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    lines = asked("_compile", capsys).splitlines()
    done, _, total = lines[-1].partition(" ")[0].partition("/")
    assert lines[-1].endswith(" ready")
    assert done == total
    assert int(total) > 40


def test_shot_draws_what_was_asked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("shot yard --out a.png --tick 20", capsys) == "a.png: tick 20\n"
    assert picture_size(here / "a.png") == (1280, 720)
    asked("shot yard --out b.png --tick 3 --whole --vision", capsys)
    width, height = picture_size(here / "b.png")
    assert width % 32 == height % 32 == 0
    assert [p.name for p in here.glob("*.png")] == [p.name for p in here.glob("[ab].png")]


def test_an_event_that_never_comes_is_status_1_and_a_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main("shot yard --out a.png --bot idle --event shot".split()) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: yard: shot does not happen")
    assert not (here / "a.png").exists()


def picture_size(path: Path) -> tuple[int, int]:
    """Return width and height of a PNG."""
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    return struct.unpack(">II", head[16:24])


def helps() -> list[tuple[str, str]]:
    """Return (the command's words, its --help) of every command for people."""
    found = []
    todo = [("", parser())]
    while todo:
        words, p = todo.pop()
        below = [a for a in p._actions if isinstance(a, argparse._SubParsersAction)]
        todo += [(f"{words} {name}".strip(), q) for a in below for name, q in a.choices.items() if name[0] != "_"]
        found += [] if below else [(words, p.format_help())]
    return sorted(found)


@pytest.mark.parametrize(("words", "text"), helps(), ids=[words for words, _ in helps()])
def test_the_help_of_a_command_has_examples_that_can_be_typed_and_its_exit_statuses(words: str, text: str) -> None:
    examples = [line.split("python -m game ")[1] for line in text.splitlines() if line.startswith("  python -m game ")]
    assert examples
    for example in examples:
        assert parser().parse_args(example.split()).do == words
        assert example.startswith(words)
    assert "exit status: 0 " in text
