"""The hunter knows what it perceives and nothing else: its percept log alone gives the same scores, beliefs and commands."""

from typing import Any

import msgspec
import pytest

from game.lab.probe import honesty, scenes
from game.lab.probe.overhear import Diary, percept_of, relived, twin, written
from game.level.load import load


@pytest.mark.parametrize(("name", "seed", "ticks"), [("yard", 4, 1500), ("closing_time", 3, 2400)])
def test_the_percept_log_alone_gives_the_same_thoughts_beside_another_world(name: str, seed: int, ticks: int) -> None:
    level = load(name)
    watched = honesty.watch(level, seed, ticks)
    diary = watched.run.diaries[watched.run.session.hunter]
    assert len(diary.looks) > 100
    for look, same in zip(diary.looks, honesty.replayed(level, diary), strict=True):
        assert same, f"it knew more than it perceived at tick {look.tick}"
    assert watched.faults == []
    assert watched.leaps == []
    assert watched.changed == [], "its percepts change with what it cannot perceive"


def test_a_percept_that_differs_shows_in_the_thoughts() -> None:
    """The check itself works: a boy a hand's breadth elsewhere is noticed."""
    level = load("yard")
    run = honesty.watch(level, 4, 1200).run
    diary = run.diaries[run.session.hunter]
    n = moved_at(diary, level.ground)
    diary.looks[n] = diary.looks[n]._replace(words=moved(diary, n, level.ground))
    same = list(relived(diary, twin(level.ground), lambda: None))
    assert all(same[:n])
    assert not same[n]


def moved_at(diary: Diary, ground: Any) -> int:
    """Return the first look in which the boy is made out."""
    for n, look in enumerate(diary.looks):
        tracks = percept_of(look.words, ground, diary.briefing).tracks
        if any(t.look == "john" and t.awareness >= 1 for t in tracks):
            return n
    raise AssertionError("it never sees him")


def moved(diary: Diary, n: int, ground: Any) -> bytes:
    """Return a look's words with the boy ten centimetres further on."""
    percept = percept_of(diary.looks[n].words, ground, diary.briefing)
    tracks = tuple(msgspec.structs.replace(t, x=t.x + 0.1) if t.look == "john" else t for t in percept.tracks)
    return written(msgspec.structs.replace(percept, tracks=tracks))


def test_a_passer_by_tells_what_he_saw_and_not_where_the_boy_is_now() -> None:
    assert scenes.asks_about_him() == []


def test_minds_and_bots_import_nothing_of_the_rules() -> None:
    assert len(list(honesty.minds_and_bots())) > 20
    assert honesty.worldly_imports() == []


def test_an_import_of_the_rules_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(honesty, "WORLDLY", ("game.core.dice",))
    assert honesty.worldly_imports()
