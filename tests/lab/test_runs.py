"""Headless runs: the books are kept, a lost bot may go back, and looking at a run changes nothing."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from game.content.keys import KEYS
from game.lab.bench import bench
from game.lab.moments import MOMENTS
from game.lab.run import run
from game.lab.stuck import STUCK_TICKS, Stuck
from game.level.load import load
from game.replay import load as load_replay
from game.replay import verify
from game.session import Session
from game.sim.events import Event
from game.sim.tables import BODY, columns, rows


def test_a_lost_bot_goes_back_as_often_as_it_may(tmp_path: Path) -> None:
    level, file = load("yard"), str(tmp_path / "a.replay")
    result = run(level, bot="idle", seed=1, ticks=7200, retries=1, record=file)
    replay = load_replay(file)
    assert result["ticks"] == replay.ticks
    assert result["outcome"] == "lost"
    assert [s.attempt for s in replay.segments] == [0, 1]
    assert verify(replay, level).verified


def test_a_sensible_player_wins_where_nobody_hunts() -> None:
    result = run(load("yard"), pursuer="none", seed=1)
    assert result["outcome"] == "won"
    assert result["seizures"] == 0
    assert all(o["done_tick"] for o in result["objectives"])
    assert result["events"]["won"] == result["ticks"] == result["objectives"][-1]["done_tick"]


def test_the_same_seed_gives_the_same_report() -> None:
    level = load("yard")
    first, second = (run(level, seed=4, ticks=400) for _ in range(2))
    first.pop("ticks_per_second")
    second.pop("ticks_per_second")
    assert first == second


def test_bench_lives_the_same_chase_each_time() -> None:
    level = "yard"
    assert bench(level)["digest"] == bench(level)["digest"]


def stuck_session() -> Any:
    """Return something that looks like a session with three people who want to walk."""
    bodies = rows(BODY, 3)
    bodies["here"], bodies["held_by"], bodies["wish_x"] = 1, -1, 0.05
    return SimpleNamespace(
        world=SimpleNamespace(
            bodies=bodies, b=SimpleNamespace(**columns(bodies)), count=3, names=["wall", "walker", "held"], tick=0
        )
    )


def test_who_wants_to_walk_and_does_not_move_is_stuck() -> None:
    session = stuck_session()
    bodies = session.world.bodies
    bodies["held_by"][2] = 0
    stuck = Stuck(cast(Session, session))
    for tick in range(1, STUCK_TICKS + 12):
        bodies["x"][1] += 0.05
        stuck.look(session, tick)
    assert [(s["who"], s["x"]) for s in stuck.found] == [("wall", 0.0)]


def test_who_rests_is_not_stuck() -> None:
    session = stuck_session()
    stuck = Stuck(cast(Session, session))
    for tick in range(1, 2 * STUCK_TICKS):
        session.world.bodies["wish_x"] = 0.05 if tick % 100 < 90 else 0.0
        stuck.look(session, tick)
    assert stuck.found == []


def test_every_key_is_an_event_with_those_fields_or_a_moment() -> None:
    kinds = {kind.__name__: kind for kind in Event.__subclasses__()}
    assert {key.id for key in KEYS if not key.event} == set(MOMENTS)
    for key in KEYS:
        if key.event:
            assert {name for name, _ in key.where} <= set(kinds[key.event].__struct_fields__)
    assert len({key.id for key in KEYS}) == len(KEYS)


def test_first_times_come_in_a_possible_order() -> None:
    level = load("yard")
    for seed in range(3):
        first = run(level, seed=seed)["events"]
        assert first["john_seen_t800"] <= first["won" if "won" in first else "lost"]
        assert first.get("seizure", 0) <= first.get("rescued", 10**9)
        assert max(first.values()) == first.get("won", first.get("lost"))


def test_a_run_tells_how_far_each_of_ours_trusts() -> None:
    assert run(load("melt"), ticks=30)["trust"]["sarah"] == pytest.approx(0.2, abs=0.05)
    assert run(load("find/3"), ticks=30)["trust"] == {"john": pytest.approx(0.6, abs=0.05), "sarah": None}
