"""Mission select shows every mission with its picture; replays that were recorded can be watched."""

import os

import pygame
import pytest
from windows import Desk

from game.app.presenter import open_display
from game.app.screens.missions import brought
from game.app.screens.replays import recorded
from game.content.missions import MISSIONS, told
from game.level.where import data_root
from game.sim.carried import Carried, Leg


@pytest.fixture
def desk(home):
    home.mkdir()
    open_display()
    yield Desk()
    pygame.display.quit()


def test_the_story_comes_first_and_in_its_order(desk):
    desk.choose("MISSIONS")
    assert [m.id for m in desk.app.top.missions][: len(told())] == [m.id for m in told()]
    assert desk.app.top.missions[-1].training
    for _ in desk.app.top.menu.rows:
        desk.key(pygame.K_DOWN)


def test_every_mission_has_its_picture():
    for mission in MISSIONS:
        assert (data_root() / "assets" / "missions" / f"{mission.id}.png").exists(), "run python -m tools.stills"


def test_every_card_has_its_hand():
    from game.content.chapters import CHAPTERS

    hands = {c.hand for c in CHAPTERS} | {m.hand for m in MISSIONS if m.hand}
    assert all((data_root() / "assets" / "hands" / f"{hand}.png").exists() for hand in hands)


def test_what_is_carried_on_is_told():
    assert brought(Carried()) == "Begins with nothing carried on."
    much = Carried(forms=("guard",), facts=("initials",), legs=(Leg(mission="closing_time", ticks=1, deaths=2),))
    assert brought(much) == "Carries on 2 faces that it can wear, 1 thing that only we know, 2 dead by our hand."


def test_runs_are_recorded_on_wish_and_listed_newest_first(desk, home):
    desk.choose("REPLAYS")
    desk.choose("RECORD RUNS")
    assert desk.app.settings.record
    desk.key(pygame.K_ESCAPE)
    desk.app.runs.play("yard")
    assert desk.app.top.wanted.record.parent == home / "replays"
    desk.key(pygame.K_ESCAPE)
    for n, name in enumerate(("old", "new")):
        path = home / "replays" / f"{name}.replay"
        path.write_bytes(b"no replay")
        os.utime(path, (n, n))
    assert [p.stem for p in recorded()] == ["new", "old"]
    desk.choose("REPLAYS")
    desk.choose("OLD")
    for _ in range(400):
        desk.app.turn(1)
        pygame.time.wait(5)
        if desk.screen != "Loading":
            break
    assert desk.screen == "TroublePage"
