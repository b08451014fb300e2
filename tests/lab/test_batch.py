"""Many runs: the same digests as one by one, broken off and gone on with, a page, heat maps, a test of two folders."""

import random
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from game.__main__ import main
from game.core.trouble import Trouble
from game.lab.batch import Job, batch, compare, jobs, work
from game.lab.batch.compare import LESS, MORE, OPEN, SAME, judged
from game.lab.batch.rows import FILE, opened
from game.lab.run import run
from game.level.load import load

TICKS = 150


def asked(seeds: range) -> list[Job]:
    return jobs(["yard"], ["base", "idle"], ["t1000"], ["standard"], seeds, TICKS)


def test_two_at_a_time_live_the_same_lives_as_one_by_one(tmp_path: Path) -> None:
    lines = list(batch(asked(range(2)), tmp_path, at_once=2))
    assert lines[0].startswith("4 runs made, 0 were there")
    with opened(tmp_path) as rows:
        made = rows.all()
    level = load("yard")
    for job, result, places in made:
        alone = run(level, bot=job.bot, seed=job.seed, ticks=TICKS)
        assert {**alone, "ticks_per_second": 0} == {**result, "ticks_per_second": 0}
        assert len(places["time"]) == TICKS // 60
    assert len(made) == 4


def test_with_no_kernel_compiled_yet_the_first_run_is_made_here_before_there_are_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[Job] = []

    def noted(job: Job) -> work.Made:
        here.append(job)
        return one(job)

    one = work.one
    monkeypatch.setattr(work, "one", noted)
    monkeypatch.setattr(work, "cold", lambda: True)
    monkeypatch.setattr(
        "joblib.Parallel.__call__", lambda _self, tasks: [task[0](*task[1]) for task in list(tasks)[:0]]
    )
    list(batch(asked(range(1)), tmp_path, at_once=2))
    assert len(here) == 1


def test_what_is_there_is_not_run_again(tmp_path: Path) -> None:
    list(batch(asked(range(1)), tmp_path))
    lines = list(batch(asked(range(2)), tmp_path))
    assert lines[0].startswith("2 runs made, 2 were there; of 4 in the folder")
    assert next(batch(asked(range(2)), tmp_path)).startswith("0 runs made, 4 were there")


def test_page_and_heat_maps_lie_beside_the_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--seeds", "0:1", "--ticks", "150", "--out", str(tmp_path)]
    assert main(["lab", "run", "yard", "duel/2", *words]) == 0
    assert (tmp_path / "duel_2.heat.tmx").is_file()
    assert "2 runs made" in capsys.readouterr().out
    text = (tmp_path / "report.html").read_text()
    assert "Loading Yard" in text
    assert "<figcaption>time</figcaption>" in text
    top = fromstring((tmp_path / "yard.heat.tmx").read_bytes())
    layers = {g.get("name"): g for g in top.findall("objectgroup")}
    assert len(layers) == 5
    counts = [int(p.get("value", "")) for p in layers["heat time"].iter("property")]
    assert sum(counts) == TICKS // 60


def test_what_cannot_be_run_is_one_line_and_leaves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--bots", "nobody"], ["--pursuers", "nobody"], ["--difficulties", "x"], ["--bots", "base,,"]):
        assert main(["lab", "run", "yard", "--seeds", "0:1", "--out", str(tmp_path), *words]) == 2
        assert capsys.readouterr().err.startswith("error: ")
    assert main(["lab", "run", "nowhere", "--seeds", "0:1", "--out", str(tmp_path)]) == 2
    assert list(tmp_path.iterdir()) == []
    (tmp_path / FILE).write_text("no rows")
    assert main(["lab", "run", "yard", "--seeds", "0:1", "--out", str(tmp_path)]) == 2


def test_two_folders_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        list(batch(asked(range(1)), tmp_path / name))
    verdict = compare(tmp_path / "a", tmp_path / "b")
    assert (verdict.verdict, verdict.pairs, verdict.only_a, verdict.only_b, verdict.alike) == (SAME, 2, 0, 0, 2)
    assert main(["lab", "compare", str(tmp_path / "a"), str(tmp_path / "b")]) == 0
    assert "no difference: of 2 runs" in capsys.readouterr().out
    (tmp_path / "c").mkdir()
    list(batch(jobs(["yard"], ["base"], ["none"], ["standard"], range(2), TICKS), tmp_path / "c"))
    (tmp_path / "d").mkdir()
    list(batch(jobs(["yard"], ["novice"], ["none"], ["standard"], range(2), TICKS), tmp_path / "d"))
    verdict = compare(tmp_path / "c", tmp_path / "d")  # one bot against another, seed by seed
    assert (verdict.verdict, verdict.pairs, verdict.alike) == (OPEN, 2, 0)
    with pytest.raises(Trouble, match="no runs in it"):
        compare(tmp_path / "a", tmp_path / "nothing")


def shares(dice: random.Random, a: float, b: float) -> str:
    return judged([(dice.random() < a, dice.random() < b, False) for _ in range(4000)]).verdict


def test_the_sequential_test_errs_about_as_seldom_as_it_says() -> None:
    dice = random.Random(1)
    same = [shares(dice, 0.7, 0.7) for _ in range(200)]
    better = [shares(dice, 0.6, 0.75) for _ in range(200)]
    assert same.count(SAME) >= 170  # two tests at .05 each
    assert better.count(MORE) >= 188
    assert shares(dice, 0.9, 0.6) == LESS
