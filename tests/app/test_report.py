"""The report reads a finished run right: who fell, which faces it wore and when they could have been known."""

import pygame
import pytest

from game.app.presenter import SIZE
from game.app.report.faces import faces, verdict
from game.app.report.found import facts, secrets
from game.app.report.leaves import leaves
from game.app.report.mind import alert_lines, turns, why_caught
from game.app.report.people import dossiers
from game.level.load import load
from game.session import Session
from game.sim.state import Alert, Decision, Entry, Fallen


@pytest.fixture
def session():
    return Session(load("closing_time"), 3)


@pytest.fixture
def frame():
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield pygame.Surface(SIZE)
    pygame.display.quit()


def test_a_run_without_anything_has_all_its_leaves(session, frame):
    for leaf in leaves(session):
        leaf.paint(frame, 10)
        assert leaf.heading


def test_a_face_is_told_with_when_it_could_have_been_known(session):
    session.world.tick = 3000
    session.world.state.ledger += [
        Entry(300, "tell", "officer", "even_steps", True),
        Entry(480, "unmasked", "officer", "t800", True),
        Entry(600, "seized", "officer", "john", True),
        Entry(900, "touched", "guard", "guard_a", False),
        Entry(960, "became", "guard", "", False),
        Entry(970, "unmasked", "officer", "officer_a", True),  # word of the face before
        Entry(1500, "seized", "guard", "john", True),
        Entry(2000, "touched", "cook", "cook", True),
        Entry(2100, "became", "cook", "", False),
    ]
    officer, guard, cook = faces(session)
    assert (officer.since, officer.until, guard.since, guard.until, cook.until) == (0, 960, 960, 2100, 3000)
    assert verdict(officer) == ("0:05  STEPS AS EVEN AS A CLOCK", "YOU KNEW AT 0:08, 3 S LATER")
    assert guard.owner == "GUARD A"
    assert verdict(guard) == ("NOTHING GAVE IT AWAY BEFORE IT STRUCK", "")
    assert verdict(cook) == ("0:33  YOU SAW ITS HAND ON A COOK", "YOU NEVER KNEW")
    assert [m.kind for m in officer.marks] == ["tell", "proof", "strike", "law"]


def test_who_noticed_again_soon_is_told_once(session):
    seen = [Alert(60 * t, "guard_a", "t800", "sight", 7.2, 0.9) for t in (1, 10, 60)]
    session.world.state.alerts += [*seen, Alert(65 * 60, "t1000", "john", "noise", 12.0, 0.1, "shotgun")]
    assert alert_lines(session) == [
        ("0:01", "GUARD A SAW YOU AT 7 M, IN THE LIGHT   x2"),
        ("1:00", "GUARD A SAW YOU AT 7 M, IN THE LIGHT"),
        ("1:05", "IT HEARD SHOTGUN AT 12 M"),
    ]


def test_a_fight_is_told_as_one(session):
    intents = [(0, "lead"), (100, "chase"), (160, "seize"), (200, "stunned"), (900, "chase"), (960, "search")]
    session.world.state.decisions += [Decision(t, intent, "into a parent_b in the back_hall") for t, intent in intents]
    told = turns(session)
    assert [(t.since, t.intent, t.turns) for t in told] == [
        (0, "lead", 1),
        (100, "chase", 3),
        (900, "chase", 1),
        (960, "search", 1),
    ]
    assert told[0].why == "into a father in the back hall"


def test_an_approach_under_an_eye_that_comes_and_goes_is_told_as_one(session):
    intents = [(0, "stalk"), (40, "walk along"), (90, "stalk"), (130, "walk along"), (200, "seize"), (260, "stalk")]
    session.world.state.decisions += [Decision(t, intent, f"since {t}") for t, intent in intents]
    told = [(t.since, t.intent, t.turns) for t in turns(session)]
    assert told == [(0, "stalk", 4), (200, "seize", 1), (260, "stalk", 1)]
    assert why_caught(session) == "STALK: SINCE 260"


def test_why_it_got_you_is_its_last_plan_and_what_told_it(session):
    session.world.state.decisions += [
        Decision(10, "search", "nothing better to do", [], ["perceives nobody"]),
        Decision(60, "stalk", "a parent_b walks up to a boy, 7 m", [("deceive", 0.3)], ["sees john, 7 m"]),
        Decision(90, "seize", "he is at arm's length", [], ["sees john, 1 m"]),
    ]
    assert why_caught(session) == "STALK: A FATHER WALKS UP TO A BOY, 7 M (SEES JOHN, 7 M)"


def test_each_decision_names_what_the_hunter_perceived(session):
    for _ in range(120):
        session.step({})
    log = session.world.state.decisions
    assert log
    assert all(1 <= len(d.by) <= 4 for d in log)


def test_everybody_who_fell_has_a_dossier(session, frame):
    session.world.state.fallen += [
        Fallen(3720, "guard_a", "guard", "guard", "food_court", "us", "shotgun", False),
        *(Fallen(3800, "stroll_a", "shopper", "shopper_a", "", "it", "blade", True) for _ in range(9)),
        Fallen(4000, "sarah", "sarah", "sarah", "", "us", "grenade", False, True),
    ]
    ours, sarah = dossiers(session, "us")
    assert sarah.cause.startswith("UP AGAIN: ")
    assert (ours.who, ours.place, ours.cause) == ("GUARD", "IN THE FOOD COURT, 1:02", "SHOT IN THE LEG: A SHOTGUN")
    assert dossiers(session, "it")[0].cause == "DEAD: A BLADE"
    leaves(session)[1].paint(frame, 0)


def test_secrets_and_facts_are_named(session):
    session.world.state.done["2.initials"] = 400
    session.world.state.facts["wounds_close"] = 130
    assert dict(secrets(session))["LEAVE THE NAME HE SIGNS WITH"]
    assert facts(session) == [("0:02", "ITS WOUNDS CLOSE")]


def test_the_shooting_of_a_person_is_written_down(session):
    from game.sim.systems.combat import limb

    world = session.world
    limb(world, world.crowd_from, world.player)
    (fallen,) = world.state.fallen
    assert (fallen.by, fallen.dead, fallen.who) == ("us", False, world.names[world.crowd_from])


def test_facts_of_earlier_missions_are_told_as_such():
    from game.sim.carried import Carried

    assert facts(Session(load("closing_time"), 3, carried=Carried(facts=("initials",))))[0][0] == "BEFORE"
