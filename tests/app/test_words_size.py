"""Words can be larger: every row of every menu has room for its words and its value, and none falls off the page."""

import pygame
import pytest
from windows import Desk

from game.app.menu import Menu, Row
from game.app.presenter import H, open_display
from game.app.screens.chapter import WIDE as CARD_WIDE
from game.content.chapters import CHAPTERS, EPILOGUES
from game.content.lines import CLOCKS, HELD_HIMSELF, SHOVE_NOW
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


@pytest.mark.parametrize("percent", SIZES)
def test_a_caption_stays_within_its_line(percent):
    font.enlarge(percent)
    try:
        frame = pygame.Surface((640, 360))
        words = "HANDS LIKE THE FLOOR, DRIVE ROOM DOOR AND A FEW MORE"
        lines = font.broken(words, LINE)
        assert all(font.span(line) <= LINE for line in lines)
        assert caption(frame, words, 320, (255, 255, 255)) == 320 - len(lines) * (font.grown(12) + 1)
        plate = magnified(pygame.Surface((154, 22), pygame.SRCALPHA))
        assert plate.get_size() == (font.grown(154), font.grown(22))
        longest = [HELD_HIMSELF.format(seconds=8), SHOVE_NOW, *(w for pair in CLOCKS.values() for w in pair)]
        assert max(map(font.span, longest)) + 80 < 640
    finally:
        font.enlarge(100)


@pytest.mark.parametrize("percent", SIZES)
def test_a_box_of_words_shows_all_of_them_over_the_plates(percent):
    font.enlarge(percent)
    try:
        rows = font.broken(
            "Put him behind the ladles. It comes to us now, and it wears whatever it has touched.", text_width("sarah")
        )
        box = box_of(Line(1, "SARAH", "sarah", (255, 255, 255), rows, 100, 0, top=BELOW))
        assert box.bottom <= (354 if percent == 100 else 352 - font.grown(22))
        assert font.grown(12) * len(rows) + 5 + font.grown(15) <= box.h
    finally:
        font.enlarge(100)


@pytest.mark.parametrize("percent", SIZES)
def test_the_cards_and_the_epilogue_end_over_the_foot_of_their_page(percent):
    font.enlarge(percent)
    try:
        step = font.grown(font.height()) + 4
        for card in CHAPTERS:
            assert 142 + step * len(font.broken(card.text, CARD_WIDE)) <= 334, card.title
        for lines in EPILOGUES.values():
            assert 60 + sum(step * len(font.broken(words, 420)) + 14 for words in lines) <= 346
    finally:
        font.enlarge(100)
