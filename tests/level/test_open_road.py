"""Open Road: nobody hunts, nobody fails; it comes round unseen, tells what the run has left, and ends with the lights."""

import numpy as np

from game.agent.command import FULL, IDLE, Command
from game.lab.seat import live
from game.level.load import load
from game.session import Session
from game.sim.carried import Carried, Leg
from game.view.roadside import board, number, words_of

PERIOD = 120
CARRIED = Carried(
    forms=("guard",),
    facts=("deck_mall",),
    lessons=("bluff",),
    legs=(Leg(mission="closing_time", ticks=7260, deaths=2, victims=1, seizures=3),),
)


def test_the_bot_drives_to_the_end_and_switches_the_lights_off():
    session = Session(load("open_road"), 5)
    ticks = sum(1 for _ in live(session, "base", 2 * session.level.par))
    assert (session.outcome, session.reason) == ("won", "main")
    assert ticks < session.level.par
    assert session.world.state.counts["lap"] >= 3
    assert not session.world.state.rides["car"].lights


def test_who_only_stands_is_never_lost_and_the_morning_waits_for_the_lights():
    session = Session(load("open_road"), 5)
    for _ in range(5000):
        session.step({"sarah": IDLE})
    assert session.outcome == ""
    assert session.world.state.objective == "11.end"


def test_backward_the_road_has_no_end_either():
    session = Session(load("open_road"), 5)
    for _ in range(60 * 60):
        session.step({"sarah": Command(move_y=FULL)})
    assert session.world.state.counts["lap"] <= -1


def test_what_is_seen_where_it_comes_round_looks_the_same():
    level = load("open_road")
    sight = 14  # metres that the screen shows to each side
    for x in range(8, 36 - sight):
        assert np.array_equal(level.floor[:, x : x + sight], level.floor[:, x + PERIOD : x + PERIOD + sight])
    marks = {(d.kind, d.x, d.y) for d in level.decals}
    assert all((k, x + PERIOD, y) in marks for k, x, y in marks if 8 <= x < 39)
    props = {(p.kind, round(p.x, 2), round(p.y, 2)) for p in level.props if p.name != "car"}
    assert all((k, round(x + PERIOD, 2), y) in props for k, x, y in props if 8 <= x < 36)


def test_boards_count_on_where_the_road_comes_round():
    level = load("open_road")
    at = {s.x: number(s.text) for s in level.signs}
    assert all(n is not None for n in at.values())
    for x, (n, around) in at.items():
        if x + PERIOD in at:
            assert at[x + PERIOD] == (n + around, around)


def test_boards_tell_places_names_costs_lessons_and_facts():
    said = words_of(CARRIED)
    assert ("CLOSING TIME", "2 MIN 1 S") in said
    assert ("JOHN CONNOR", "TEN. ASLEEP.") in said
    assert ("BY OUR HAND", "2 DEAD") in said
    assert ("GUARD", "IT WORE THIS FACE") in said
    assert any("LIE" in body for _, body in said)
    assert any(first == "ONLY WE KNOW" for first, _ in said)


def test_every_word_fits_its_board():
    from game.content.lessons import LESSONS
    from game.content.lines import FACTS
    from game.view import font
    from game.view.roadside import ROWS, WIDE

    assert all(len(font.wrapped(words.upper(), WIDE)) <= ROWS for words in LESSONS.values())
    assert all(
        sum(map(bool, (first,))) + len(font.wrapped(body, WIDE)) <= ROWS
        for first, body in words_of(Carried(facts=tuple(FACTS), lessons=tuple(LESSONS)))
    )
    assert board(("A", "B")).get_width() == WIDE
