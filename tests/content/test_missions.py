"""The story has one order; what has no row yet is told by cards, and never stops the campaign."""

import pytest

from game.content import missions
from game.content.chapters import CHAPTERS, between
from game.content.missions import SIDEWAYS, STORY, Mission


def row(id_: str) -> Mission:
    return Mission(id=id_, number=0, title=id_, file="x.tmx")


@pytest.fixture
def three(monkeypatch):
    rows = tuple(map(row, ("open_road", "closing_time", "melt")))
    monkeypatch.setattr(missions, "MISSIONS", (*rows, Mission(id="yard", number=0, title="", file="", training=True)))


def test_the_story_is_told_in_its_order_whatever_the_order_of_the_rows(three):
    assert [m.id for m in missions.told()] == ["closing_time", "melt", "open_road"]
    assert missions.first() == "closing_time"


def test_a_mission_leads_to_the_next_that_exists(three):
    assert missions.after("closing_time") == "melt"
    assert missions.after("melt") == "open_road"
    assert missions.after("open_road") == ""


@pytest.mark.parametrize(("branch", "to"), [("channel", "melt"), ("melt", "melt"), ("south", "melt"), ("main", "melt")])
def test_a_branch_to_what_does_not_exist_goes_to_the_next_that_does(three, branch, to):
    assert missions.after("closing_time", branch) == to


def test_training_and_levels_of_ones_own_lead_nowhere(three):
    assert missions.after("yard") == ""
    assert missions.after("/home/me/own.tmx") == ""


def test_a_new_row_takes_its_place_in_the_story(three, monkeypatch):
    monkeypatch.setattr(missions, "MISSIONS", (*missions.MISSIONS, row("the_date")))
    assert missions.after("closing_time", "channel") == "the_date"
    assert missions.after("the_date") == "melt"
    assert "the_date" not in [c.tells for c in between("melt")]


def test_the_cards_tell_what_lies_between(three):
    assert [c.tells for c in between("closing_time")] == ["drill", "house_call"]
    assert [c.tells for c in between("melt")] == [m for m in STORY[3:12] if m not in SIDEWAYS]
    assert between("open_road") == []


def test_every_mission_of_the_story_has_its_row_or_a_card():
    known = {m.id for m in missions.MISSIONS} | {c.tells for c in CHAPTERS} | set(SIDEWAYS)
    assert {*STORY} - known <= {"open_road"}
