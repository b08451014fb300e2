"""The story played by a bot: mission after mission, each with what those before have left, each with its retries."""

import pytest

from game.content import missions
from game.content.missions import Mission
from game.core.trouble import Trouble
from game.lab import campaign as played
from game.lab.campaign import campaign
from game.level import where


@pytest.fixture
def short(monkeypatch):
    """A story of the yard and the road; returns what each mission was begun with."""
    rows = (
        Mission(id="drill", number=0, title="A", file="levels/examples/yard.tmx"),
        Mission(id="open_road", number=11, title="B", file="levels/open_road.tmx"),
    )
    monkeypatch.setattr(missions, "MISSIONS", rows)
    monkeypatch.setattr(where, "MISSIONS", rows)
    begun, real = [], played.begin

    def begin(level, seed, difficulty, pursuer, carried):
        begun.append(carried)
        return real(level, seed, difficulty, pursuer, carried)

    monkeypatch.setattr(played, "begin", begin)
    return begun


def test_each_mission_begins_with_what_those_before_have_left(short):
    result = campaign(seed=1, pursuer="none")
    assert (result["outcome"], result["reason"]) == ("won", "main")
    assert [m["level"] for m in result["missions"]] == ["yard", "open_road"]
    assert result["ticks"] == sum(m["ticks"] for m in result["missions"])
    assert [[leg.mission for leg in carried.legs] for carried in short] == [[], ["yard"]]
    assert short[1].trust


def test_it_ends_with_the_mission_that_was_named_or_is_not_won(short):
    assert len(campaign(seed=1, pursuer="none", to="drill")["missions"]) == 1
    lost = campaign(seed=1, bot="idle", ticks=30)
    assert (lost["outcome"], len(lost["missions"])) == ("timeout", 1)
    with pytest.raises(Trouble, match="no part of the story"):
        campaign(to="yard")


def test_each_attempt_has_its_own_time(short):
    result = campaign(seed=1, bot="idle", ticks=30, retries=2)
    assert result["ticks"] == 90
