"""The small version of every probe: what must hold holds, and what is a matter of skill is measured."""

import json
from pathlib import Path

import pytest

from game.__main__ import main
from game.lab.probe import Asked, Log, mutants, run
from game.lab.probe.patches import Patch, patches
from game.lab.probe.targets import TARGETS, most
from game.lab.run import run as play
from game.level.load import load

# What must hold whatever it is like to play; everything else is skill, and may be short while the hunter is being tuned.
MUST = {
    "honesty": {"honesty.replay", "honesty.percepts", "honesty.hidden", "honesty.imports"},
    "unseen": {"telepathy.heading", "tether.distance"},
    "teleport": {"teleport.steps"},
    "senses": {
        "senses.one_rate",
        "senses.symmetry",
        "senses.dark",
        "senses.doors",
        "senses.sound",
        "senses.sound_speed",
    },
    "search": set[str](),
    "disguise": {"disguise.untouched", "disguise.hidden"},
    "fairness": {
        "fairness.tell",
        "fairness.perceived",
        "fairness.dodge_150",
        "fairness.dodge_300",
        "fairness.dodge_450",
        "fairness.blind",
    },
    "tells": {"tells.far", "tells.scan", "tells.scan_false"},
    "body": {"body.mass", "body.deaths", "body.outside", "body.reform", "body.stuck", "body.staggered"},
    "edge": {"edge.ends", "edge.mass"},
    "finale": {"finale.ends", "finale.mass"},
    "pacing": set[str](),
    "knowledge": {"knowledge.minds", "knowledge.percepts", "knowledge.crowd", "knowledge.radio"},
}


@pytest.mark.parametrize("name", MUST)
def test_a_small_probe_holds_what_must_hold(name: str) -> None:
    log = Log()
    made = {f.name: f for f in run([name], Asked(False, (), log), lambda words: None)}
    assert made
    assert MUST[name] <= set(made)
    assert {f for f in MUST[name] if made[f].verdict != "ok"} == set(), log.rows.get(name)


@pytest.mark.parametrize("patch", patches(), ids=lambda p: p.name)
def test_a_planted_leak_is_caught(patch: Patch) -> None:
    assert mutants.caught_by(patch).by, patch.words


def test_the_code_as_it_is_raises_no_alarm() -> None:
    assert mutants.caught_by(None) == mutants.Catch("", "")


# ------------------------------------------------------------------ the command
def test_the_command_prints_figures_and_leaves_what_is_behind_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lab", "probe", "tells.scan", "tells.scan_false", "--json", "--out", str(tmp_path)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [set(row) for row in rows] == [{"name", "value", "target", "verdict"}] * 2
    assert json.loads((tmp_path / "figures.json").read_text()) == rows
    assert (tmp_path / "tells.soft.jsonl").exists()


def test_a_figure_short_of_its_target_ends_with_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TARGETS, "senses.sound_speed", most(1.0, "S5", "sound that would be slower than a walk"))
    assert main(["lab", "probe", "senses.sound_speed", "--level", "yard"]) == 1
    assert "short" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("nothing", "unknown"),
        ("play", "--full"),
        ("body --level nowhere.tmx", "nowhere.tmx"),
        ("body --out nowhere", "no such folder"),
    ],
)
def test_what_cannot_be_measured_is_one_line(
    words: str, said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["lab", "probe", *words.split()]) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    assert out == ""


def test_who_knows_where_he_is_can_be_run_and_recorded(tmp_path: Path) -> None:
    from game.replay import load as load_replay
    from game.replay import verify

    file = str(tmp_path / "a.replay")
    result = play(load("yard"), pursuer="omniscient", seed=1, ticks=700, retries=1, record=file, name="yard")
    assert result["pursuer"] == "omniscient"
    assert result["hunter"]["aware_within_12m_ticks"] > 0
    assert verify(load_replay(file), load("yard")).verified
