"""The story in the window: cards, missions, what is carried on, the end; and its file, which nothing breaks."""

import pygame
import pytest
from windows import Desk, FakeView

from game.app import campaign
from game.app.building import Wanted
from game.app.campaign import END, Campaign
from game.app.presenter import open_display
from game.app.screens.play import LAST_LOOK
from game.app.start import Start
from game.content import missions
from game.content.chapters import CHAPTERS, EPILOGUES
from game.level.load import load
from game.session import Session
from game.sim.carried import COLD, Carried, Leg
from game.view import font

LAST = missions.told()[-1].id
MUCH = Carried(forms=("guard",), legs=(Leg(mission="closing_time", ticks=600, deaths=1),))


@pytest.fixture
def desk(home):
    home.mkdir()
    open_display()
    yield Desk()
    pygame.display.quit()


def won(desk, level, reason="on", **carried):
    """Let a run be won in the window, on the yard's ground."""
    session = Session(load("yard"), 3, carried=Carried(**carried))
    desk.app.push("play", session=session, view=FakeView(), wanted=Wanted(level=level, seed=3, difficulty="standard"))
    session.world.win(reason)
    for _ in range(LAST_LOOK + 2):
        desk.app.turn(1)


def turn(desk, pages):
    for _ in range(pages):
        for _ in range(20):
            desk.app.turn(1)
        desk.key(pygame.K_RETURN, pygame.K_RETURN)


def test_cards_come_before_the_first_mission_and_one_press_turns_them(desk):
    desk.choose("NEW GAME")
    desk.choose("STANDARD")
    assert desk.screen == "Chapters"
    page = desk.app.top
    for _ in range(20):
        desk.app.turn(1)
    desk.key(pygame.K_RETURN)  # the rest of the words
    assert page.at == 0
    desk.key(pygame.K_RETURN)
    assert page.at == 1
    desk.key(pygame.K_LEFT)
    assert page.at == 0
    turn(desk, page.pages)
    assert desk.screen == "Loading"


def test_a_mission_that_is_won_leads_on_and_continue_finds_the_next(desk, home):
    assert not desk.app.top.menu.rows[0].ready()
    desk.app.campaign.restart()
    won(desk, missions.first())
    after = missions.after(missions.first()) or END
    assert desk.app.campaign.next == after
    assert campaign.load()[0].next == after
    assert (home / campaign.FILE).exists()
    if after != END:
        assert desk.screen == "Won"
        desk.choose("TITLE")
        assert desk.app.runs.left_off() == after
        desk.choose("CONTINUE")
        assert (desk.screen, desk.app.top.cards[-1].tells) == ("Chapters", after)
        desk.key(pygame.K_ESCAPE)
        assert desk.app.top.wanted.carried == desk.app.campaign.begun[after]


@pytest.mark.parametrize(("deaths", "tone"), [(0, "warm"), (COLD, "cold")])
def test_the_last_mission_ends_the_story_by_what_it_has_cost(desk, deaths, tone):
    won(desk, LAST, "main", legs=(Leg(mission="x", ticks=9, deaths=deaths),))
    assert (desk.screen, desk.app.top.tone) == ("Epilogue", tone)
    for _ in EPILOGUES[tone]:
        assert desk.screen == "Epilogue"
        for _ in range(60):
            desk.app.turn(1)
        desk.key(pygame.K_RETURN)
    assert desk.screen == "Credits"
    desk.key(pygame.K_ESCAPE)
    assert desk.screen == "WholeRun"
    for _ in desk.app.top.leaves:
        desk.key(pygame.K_RIGHT)
    desk.choose("TITLE")
    assert desk.screen == "Title"
    assert desk.app.campaign.endings == ("main",)
    assert desk.app.runs.left_off() == ""


def test_credits_end_by_themselves(desk):
    desk.app.push("credits", carried=Carried())
    for _ in range(3000):
        desk.app.top.tick()
        if desk.screen != "Credits":
            break
    assert desk.screen == "WholeRun"


def test_training_leaves_the_story_alone(desk):
    desk.app.campaign.restart()
    won(desk, "yard")
    assert desk.screen == "Won"
    assert desk.app.campaign == Campaign(next=missions.first())


def test_a_run_from_the_command_line_leaves_the_story_alone(desk, home):
    desk.app.direct = True
    won(desk, missions.first())
    assert not (home / campaign.FILE).exists()


def test_a_mission_chosen_from_the_list_begins_as_it_was_begun_last():
    tale = Campaign(next=END, begun={missions.first(): Carried(), LAST: MUCH})
    assert tale.carried(LAST) == MUCH
    assert tale.carried("yard") == Carried()


def test_the_story_survives_a_broken_file(home):
    tale = Campaign(next="closing_time", begun={"closing_time": MUCH})
    assert campaign.save(tale) == campaign.save(tale) == ""
    data = bytearray((home / campaign.FILE).read_bytes())
    data[-3] ^= 1
    (home / campaign.FILE).write_bytes(data)
    found, words = campaign.load()
    assert found == tale
    assert "story.sealed.corrupt" in words
    assert "THE ONE BEFORE IT" in words


def test_every_card_and_breath_fits_its_page():
    from game.app.screens.chapter import WIDE

    assert all(len(font.wrapped(c.text, WIDE)) <= 12 for c in CHAPTERS)
    assert all(sum(len(font.wrapped(w, 420)) * 14 + 14 for w in lines) < 260 for lines in EPILOGUES.values())


def test_a_mission_begun_again_begins_with_what_it_was_begun_with(desk):
    session = Session(load("yard"), 3, carried=MUCH)
    wanted = Wanted(level="yard", seed=3, difficulty="standard", go_on=True)
    desk.app.push("play", session=session, view=FakeView(), wanted=wanted)
    desk.app.runs.restart(desk.app.top)
    assert desk.screen == "Loading"
    assert desk.app.top.wanted.carried == MUCH
    assert not desk.app.top.wanted.go_on


def test_a_mission_begun_again_is_as_hard_as_chosen_since(desk):
    wanted = Wanted(level="yard", seed=3, difficulty="hunted")
    desk.app.push("play", session=Session(load("yard"), 3, "hunted"), view=FakeView(), wanted=wanted)
    desk.app.runs.restart(desk.app.top)
    assert desk.app.top.wanted.difficulty == "hunted"  # as it was begun, whatever the settings say
    desk.app.push("play", session=Session(load("yard"), 3, "hunted"), view=FakeView(), wanted=wanted)
    desk.app.set(difficulty="gentle")
    desk.app.runs.restart(desk.app.top)
    assert desk.app.top.wanted.difficulty == "gentle"


def test_a_run_from_the_command_line_carries_on_by_itself(home):
    campaign.save(Campaign(next=LAST, begun={LAST: MUCH}))
    open_display()
    desk = Desk(Start(level="yard", seed=1))
    assert desk.app.campaign == Campaign()
    desk.app.stack.clear()
    won(desk, missions.first())
    after = missions.after(missions.first())
    assert [leg.mission for leg in desk.app.campaign.carried(after).legs] == ["yard"]
    assert campaign.load()[0].begun == {LAST: MUCH}
    pygame.display.quit()
