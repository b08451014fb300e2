"""Words can be larger: rows of menus, tables and pages have room for them; nothing is cut, and nothing stands on other words."""

from types import SimpleNamespace

import msgspec
import pygame
import pytest
from windows import Desk

from game.app import ink
from game.app.knobs import draw_knobs
from game.app.menu import Menu, Row
from game.app.presenter import H, open_display
from game.app.report.leaf import FOOT
from game.app.report.leaves import leaves
from game.app.report.whole import whole_leaves
from game.app.screens.chapter import WIDE as CARD_WIDE
from game.app.screens.lost import Lost
from game.content.chapters import CHAPTERS, EPILOGUES
from game.content.difficulty import DIFFICULTIES
from game.content.lessons import LESSONS
from game.content.lines import CLOCKS, FACTS, HELD_HIMSELF, SHOVE_NOW
from game.level.load import load
from game.session import Session
from game.sim.carried import Carried, Dials, Leg
from game.sim.state import Alert, Clock, Decision, Entry, Fallen
from game.view import font
from game.view.bubbles import LINE, caption
from game.view.dialogue import BELOW, Line, box_of, text_width
from game.view.plates import magnified

PAGES = ("options", "sound", "captions", "keys", "toggles", "verbs", "new", "missions", "replays")
SIZES = (100, 125, 150)


@pytest.fixture
def desk(home):
    home.mkdir()
    open_display()
    yield Desk()
    font.enlarge(100)
    pygame.display.quit()


@pytest.fixture(params=SIZES)
def percent(request):
    """Return a size of words; all are that large until the test is over."""
    font.enlarge(request.param)
    yield request.param
    font.enlarge(100)


@pytest.fixture
def window():
    """Open the window that pictures are converted for."""
    open_display()
    yield
    pygame.display.quit()


@pytest.mark.parametrize("page", PAGES)
def test_every_row_has_room_at_the_largest_size(desk, page):
    desk.app.set(words=150)
    desk.app.push(page)
    menu = desk.app.top.menu
    for i, row in enumerate(menu.rows):
        menu.at = i
        desk.app.turn(1)
        place = menu._place(i)
        value = font.span(f"< {row.value()} >") + 12 if row.value else 0
        assert 18 + font.span(row.words) + value <= place.w, row.words
        assert menu.y - 4 <= place.top, row.words
        assert place.bottom <= H, row.words


def test_as_drawn_a_menu_shows_all_the_rows_that_its_page_has_room_for(desk):
    three = Menu([Row(words=f"{n}") for n in range(3)], 40, 300, 180)  # as on the page after a mission
    assert three.shown >= 3
    font.enlarge(150)
    assert three.shown == 2


def test_the_size_is_kept_and_used_at_the_next_start(desk):
    desk.app.set(words=150)
    font.enlarge(100)
    again = Desk()
    assert again.app.settings.words == 150
    assert font.Size.now == 1.5


def test_a_caption_stays_within_its_line(percent):
    frame = pygame.Surface((640, 360))
    words = "HANDS LIKE THE FLOOR, DRIVE ROOM DOOR AND A FEW MORE"
    lines = font.broken(words, LINE)
    assert all(font.span(line) <= LINE for line in lines)
    assert caption(frame, words, 320, (255, 255, 255)) == 320 - len(lines) * (font.grown(12) + 1)
    plate = magnified(pygame.Surface((154, 22), pygame.SRCALPHA))
    assert plate.get_size() == (font.grown(154), font.grown(22))
    longest = [HELD_HIMSELF.format(seconds=8), SHOVE_NOW, *(w for pair in CLOCKS.values() for w in pair)]
    assert max(map(font.span, longest)) + 80 < 640


def test_a_box_of_words_shows_all_of_them_over_the_plates(percent):
    rows = font.broken(
        "Put him behind the ladles. It comes to us now, and it wears whatever it has touched.", text_width("sarah")
    )
    box = box_of(Line(1, "SARAH", "sarah", (255, 255, 255), rows, 100, 0, top=BELOW))
    assert box.bottom <= (354 if percent == 100 else 352 - font.grown(22))
    assert font.grown(12) * len(rows) + 5 + font.grown(15) <= box.h


def test_the_cards_and_the_epilogue_end_over_the_foot_of_their_page(percent):
    step = font.grown(font.height()) + 4
    for card in CHAPTERS:
        assert 142 + step * len(font.broken(card.text, CARD_WIDE)) <= 334, card.title
    for lines in EPILOGUES.values():
        assert 60 + sum(step * len(font.broken(words, 420)) + 14 for words in lines) <= 346


# ------------------------------------------------------------------ tables, the ledger, the page of a run that is lost
FALLEN = (
    Fallen(900, "guard_a", "guard", "guard", "service_corridor", "us", "pistol", True),
    Fallen(960, "officer_b", "officer", "officer", "west_alley", "us", "shotgun", False),
    *(Fallen(60 * n, f"cook_{n}", "cook", "cook", "food_court", "it", "blade", True) for n in range(9)),
)
LEGS = tuple(
    Leg(mission=m, ticks=54321, retries=12, dials=Dials(100, 80, 90, 75), deaths=10, victims=12, seizures=13, faces=14)
    for m in ("closing_time", "melt", "open_road")
)


@pytest.fixture
def written(monkeypatch):
    """Return the places of all words that are written from now on."""
    places: list[tuple[str, pygame.Rect]] = []
    draw = font.draw_text

    def noted(surface, text, x, y, colour="e6f0f2", scale=1, align="left", shadow=True):
        wide = draw(surface, text, x, y, colour, scale, align, shadow)
        left = x if align == "left" else x - wide // 2 if align == "centre" else x - wide
        if text:
            places.append((text, pygame.Rect(left, y + 2, wide, round(8 * scale))))
        return wide

    monkeypatch.setattr(font, "draw_text", noted)
    monkeypatch.setattr(ink, "draw_text", noted)
    return places


def clear(places: list[tuple[str, pygame.Rect]], page: pygame.Rect) -> None:
    """Hold that all words stand on the page and none on others."""
    assert places
    for i, (words, place) in enumerate(places):
        assert page.contains(place), (words, place)
        hit = place.collidelist([other for _, other in places[:i]])
        assert hit < 0, (words, places[hit][0])


def full_run():
    """Return a run of which there is much to tell."""
    session = Session(load("closing_time"), 3)
    state, looks = session.world.state, ("guard", "shopper_a", "officer", "assistant_a", "parent_b", "cleaner")
    session.world.tick = 60 * 800
    state.fallen += FALLEN
    state.facts |= dict.fromkeys(FACTS, -1)
    for n, look in enumerate(looks):
        tick = 1200 * n + 600
        state.ledger += [
            Entry(tick, "touched", look, look, True),
            Entry(tick + 60, "became", look, "", False),
            Entry(tick + 300, "tell", look, "even_steps", True),
            Entry(tick + 600, "unmasked", look, "t800", True),
            Entry(tick + 620, "seized", look, "john", True),
        ]
    state.alerts += [Alert(1000 * n, f"officer_{'ab'[n % 2]}", "t800", "sight", 12.0, 0.9) for n in range(30)]
    scores = [("deceive", 0.9), ("look about", 0.5), ("question", 0.2)]
    why = "half one and half the other, where he should be by now, a boy in the service corridor"
    state.decisions += [Decision(500 * n, "walk along", why, scores, ["sees 9 more"]) for n in range(40)]
    return session


@pytest.mark.usefixtures("percent", "window")
def test_every_leaf_has_room_for_its_words_at_every_size(written):
    carried = Carried(
        forms=("guard", "shopper_b", "cook", "sarah", "assistant_a"),
        facts=tuple(FACTS),
        lessons=tuple(LESSONS),
        legs=(msgspec.structs.replace(LEGS[0], fallen=FALLEN), *LEGS[1:]),
    )
    for leaf in [*leaves(full_run(), True), *whole_leaves(carried)]:
        written.clear()
        leaf.paint(pygame.Surface((640, 360)), 100)
        clear(written, pygame.Rect(0, 50, 640, FOOT + 6 - 50))


@pytest.mark.usefixtures("percent", "window")
def test_the_knobs_of_every_difficulty_stand_on_their_plate(written):
    for difficulty in DIFFICULTIES:
        written.clear()
        draw_knobs(pygame.Surface((640, 360)), difficulty, 376, 72)
        clear(written, pygame.Rect(356, 72, 284, 288))


def test_the_page_of_a_lost_run_has_room_for_its_words(percent, written, desk):
    desk.app.set(words=percent)
    session = full_run()
    session.world.state.clock = Clock("seized_trusted", 0, 48000)
    play = SimpleNamespace(session=session, hud=session.hud(), draw=lambda: pygame.Surface((640, 360)))
    page = Lost(desk.app, play)
    page.age = 100
    assert page.how
    written.clear()
    page.draw()
    clear(written, pygame.Rect(100, 8, 440, 344))
