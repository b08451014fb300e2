"""The parts of the probes: statistics, maps, figures, patches, drivers."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from game.ai.memory import HunterMemory
from game.core.fields import FAR, flood, steps
from game.core.trouble import Trouble
from game.lab.probe import ablation, patches, table
from game.lab.probe.figure import Asked, Figure, Log
from game.lab.probe.learn import NEW, OLD, regained
from game.lab.probe.pacing import Clockwork
from game.lab.probe.page import page
from game.lab.probe.search import hunt
from game.lab.probe.statistics import auc, mean, partial_correlation, ratio, share
from game.lab.probe.targets import TARGETS, most, within
from game.level.made.rooms import office
from game.session import Session
from tests.worlds import person, world_of


# ------------------------------------------------------------------ pacing
@pytest.mark.parametrize(
    ("away_as", "for_so_long", "longest"), [("break off", 180, 10.0), ("break off", 90, 21.5), ("stunned", 180, 23.0)]
)
def test_a_chase_ends_while_it_turns_away_though_everybody_sees_it(
    away_as: str, for_so_long: int, longest: float
) -> None:
    world = world_of(person("t800", 2.0, 2.0), person("john", 4.0, 2.0), person("t1000", 8.0, 2.0))
    session = cast(
        Session, SimpleNamespace(world=world, hunter=world.hunter, ward=world.ward, player=world.player, events=[])
    )
    watch, memory = Clockwork(), HunterMemory()
    world.memories[world.hunter] = memory
    world.b.seen[world.hunter] = world.b.known[world.hunter] = 1
    for intent, ticks in (("chase", 600), (away_as, for_so_long), ("seize", 600)):
        memory.intent = intent
        for _ in range(ticks):
            watch(session)
    assert watch.chase / 60.0 == pytest.approx(longest, abs=0.1)
    assert watch.in_sight / 60.0 == pytest.approx(20.0 + for_so_long / 60.0, abs=0.1)


# ------------------------------------------------------------------ statistics
def test_a_ratio_has_an_interval_round_it() -> None:
    r = ratio([2.0, 4.0, 6.0] * 10, [1.0, 2.0, 3.0] * 10)
    assert r.value == pytest.approx(2.0)
    assert r.low == pytest.approx(2.0)  # every run has the same ratio
    apart = ratio([1.0, 9.0] * 10, [2.0, 2.0] * 10)
    assert apart.low < apart.value < apart.high


def test_a_hunter_has_regained_the_share_of_its_gain_that_it_has_again_whatever_the_new_haunts_are_like() -> None:
    forgets, learns = np.full((20, 10), 40.0), np.full((20, 10), 40.0)
    forgets[:, NEW] = learns[:, NEW] = 10.0  # easy to find for anybody
    learns[:, OLD] *= 0.5
    assert regained(learns.tolist(), forgets.tolist()).value == pytest.approx(0.0)
    learns[:, NEW] *= 0.6
    r = regained(learns.tolist(), forgets.tolist())
    assert r == pytest.approx((0.8, 0.8, 0.8))


def test_an_area_counts_ties_by_half() -> None:
    assert auc([1.0, 2.0], [0.0, 0.5]).value == 1.0
    assert auc([1.0, 1.0], [1.0, 1.0]).value == 0.5
    assert auc([0.0], [1.0]).value == 0.0


def test_a_share_stays_within_its_interval() -> None:
    for hits in range(11):
        s = share(hits, 10)
        assert 0.0 <= s.low <= s.value <= s.high <= 1.0
    assert np.isnan(share(0, 0).value)
    assert np.isnan(mean([]).value)


def test_what_a_third_thing_explains_is_taken_away() -> None:
    dice = np.random.default_rng(1)
    given = dice.normal(size=4000)
    x, y = given + dice.normal(size=4000), given + dice.normal(size=4000)
    assert abs(partial_correlation(x, y, given)) < 0.05
    assert partial_correlation(x, x, given) == pytest.approx(1.0)
    assert partial_correlation(np.ones(9), np.arange(9.0), np.arange(9.0)) == 0.0


# ------------------------------------------------------------------ figures
def test_a_small_figure_is_judged_by_its_value_and_a_full_one_by_its_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TARGETS, "test.most", most(1.0, "T", "words"))
    monkeypatch.setitem(TARGETS, "test.within", within(-1.0, 1.0, "T", "words"))
    small, full = Asked(False, (), Log()), Asked(True, (), Log())
    assert small.figure("test.most", 0.9, 5, 0.7, 1.2).verdict == "ok"
    assert full.figure("test.most", 0.9, 5, 0.7, 1.2).verdict == "short"
    assert full.figure("test.within", 0.0, 5, -0.5, 0.9).verdict == "ok"
    assert small.figure("test.within", float("nan"), 5).verdict == "short"
    made = small.figure("test.within", 1 / 3, 5)
    assert made.plain() == {"name": "test.within", "value": 0.3333, "target": "-1 to 1", "verdict": "ok"}


def test_every_target_names_its_test_and_belongs_to_a_probe() -> None:
    known = [name for probe in table.PROBES.values() for name in table.figures_of(probe)]
    assert sorted(known) == sorted(TARGETS)
    assert all(t.test and t.words and t.text for t in TARGETS.values())


def test_the_rows_behind_a_figure_are_left_as_lines(tmp_path: Path) -> None:
    log = Log(tmp_path)
    log.row("search", kind="hide", seconds=np.float64(1.5))
    log.row("search", kind="roam", seconds=2)
    log.write()
    lines = (tmp_path / "search.jsonl").read_text().splitlines()
    assert [json.loads(line)["seconds"] for line in lines] == [1.5, 2]
    assert [p.name for p in tmp_path.iterdir()] == ["search.jsonl"]


def test_the_page_holds_every_figure_and_stands_alone() -> None:
    log = Log()
    for kind in ("hide", "roam"):
        for pursuer in ("t1000", "sweep"):
            log.row("search", kind=kind, pursuer=pursuer, seconds=3.0)
    made = page([Asked(False, (), log).figure("search.hide.found", 0.5, 8)], log).decode()
    assert "search.hide.found" in made
    assert "short" in made
    assert "http" not in made


# ------------------------------------------------------------------ names
def test_a_probe_is_chosen_by_its_name_or_a_figure_of_its() -> None:
    assert list(table.chosen(["tether"], full=False)) == ["unseen"]
    assert list(table.chosen(["search.hide", "body.mass"], full=False)) == ["search", "body"]
    assert "play" not in table.chosen([], full=False)
    assert "play" in table.chosen([], full=True)
    for wrong in ("nothing", "searc", "search.hide."):
        with pytest.raises(Trouble, match="unknown"):
            table.chosen([wrong], full=False)
    with pytest.raises(Trouble, match="--full"):
        table.chosen(["play"], full=False)


def test_only_the_figures_that_were_named_come_and_empty_ones_are_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    def measure(asked: Asked) -> Iterator[Figure]:
        yield asked.figure("body.mass", 0.0, 3)
        yield asked.figure("body.deaths", 0.0, 0)

    monkeypatch.setitem(table.PROBES, "body", table.Probe(measure, ("body",)))
    notes: list[str] = []
    asked = Asked(False, (), Log())
    assert [f.name for f in table.run(["body"], asked, notes.append)] == ["body.mass"]
    assert notes == ["body.deaths: nothing to measure here"]
    assert list(table.run(["body.deaths"], asked, notes.append)) == []


# ------------------------------------------------------------------ maps and hunts
@pytest.mark.parametrize("seed", [11, 12, 13])
def test_a_made_map_is_all_of_one_piece(seed: int) -> None:
    ground = office(seed)
    reached = flood(steps(ground.walk), ground.walk.shape[1], int(np.flatnonzero(ground.walk)[0])) < FAR
    assert (reached.reshape(ground.walk.shape) == (ground.walk > 0)).all()
    assert len(ground.rooms) > 20
    assert not (ground.walk & ground.wall).any()


def test_a_hunt_is_the_same_each_time_and_who_knows_finds_soonest() -> None:
    ground = office(11, 40, 40)
    took: dict[str, float] = {}
    for name in ("omniscient", "t1000", "random"):
        hunts = [hunt(ground, name, "hide", n) for n in range(4)]
        took[name] = sum(h.seconds for h in hunts)
        assert hunts[0] == hunt(ground, name, "hide", 0)
    assert took["omniscient"] <= min(took.values())


# ------------------------------------------------------------------ patches
def write(folder: Path, text: str) -> Path:
    path = folder / "leak.mutant"
    path.write_text(text)
    return path


CHANGE = (
    "Sees more.\n--- game/sim/systems/senses.py\n<<<<<<<\n"
    "SCREEN_EVERY = 3  # ticks\n=======\nSCREEN_EVERY = 2  # ticks\n>>>>>>>\n"
)


def test_a_patch_is_in_force_only_while_it_lasts(tmp_path: Path) -> None:
    from game.sim.systems import senses

    before = dict(sys.modules)
    with patches.under(patches.read_patch(write(tmp_path, CHANGE))):
        assert patches.afresh("game.sim.systems.senses").SCREEN_EVERY == 2
        assert patches.afresh("game.sim.step").senses.SCREEN_EVERY == 2
    assert patches.afresh("game.sim.systems.senses") is senses
    assert senses.SCREEN_EVERY == 3
    assert {n: m for n, m in sys.modules.items() if n.startswith("game.")} == {
        n: m for n, m in before.items() if n.startswith("game.")
    }
    assert sys.modules["game.sim.systems"].senses is senses


def test_a_patch_that_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    from game.sim.systems import senses

    broken = patches.read_patch(write(tmp_path, CHANGE.replace("SCREEN_EVERY = 2", "SCREEN_EVERY = 1 / 0")))
    with pytest.raises(ZeroDivisionError), patches.under(broken):
        patches.afresh("game.sim.systems.senses")
    assert patches.afresh("game.sim.systems.senses") is senses


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nothing.\n", "names a file"),
        (CHANGE.replace("SCREEN_EVERY = 3", "SCREEN_EVERY = 7"), "up to date"),
        (CHANGE.replace(">>>>>>>", ""), "ends before"),
        (
            CHANGE.replace("game/sim/systems/senses.py", "game/core/dice.py").replace(
                "SCREEN_EVERY = 3  # ticks", "MASK ="
            ),
            "shared",
        ),
    ],
)
def test_a_patch_that_cannot_be_used_says_why(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(Trouble, match=words):
        patches.patched(patches.read_patch(write(tmp_path, text)))


def test_every_planted_leak_and_ablation_fits_the_code() -> None:
    leaks, ablations = patches.patches(), patches.patches(ablation.FOLDER)
    assert len(leaks) >= 20
    assert {f"ablation.{p.name}" for p in ablations} < set(TARGETS)
    for patch in [*leaks, *ablations]:
        assert patch.words.endswith(".")
        assert patches.patched(patch)


def test_a_behaviour_can_be_left_out() -> None:
    whole, without = (ablation.play(ablation.Task(name, "yard", range(5, 6))) for name in ("", "disguise"))
    assert whole != without


def test_without_the_source_tree_there_are_no_mutants(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="checkout"):
        patches.patches(tmp_path)


@pytest.mark.parametrize("file", sorted((patches.ROOT / "tools").glob("*/*.mutant")), ids=lambda file: file.stem)
def test_each_patch_finds_its_text_once(file: Path) -> None:
    for hunk in patches.read_patch(file).hunks:
        assert (patches.ROOT / hunk.file).read_text(encoding="utf-8").count(hunk.old) == 1, hunk.file
