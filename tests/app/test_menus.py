"""The menus from outside: events in, screens and settings out."""

import subprocess
import sys

import msgspec
import pygame
import pytest
from windows import Desk

from game.app import settings
from game.app.presenter import open_display
from game.app.screens import title
from game.app.sound import mixing
from game.app.warm import learning
from game.audio.mixing import PRESETS
from game.content.cues import BUSES
from game.controls.bindings import ACTIONS
from game.view import font

CODE = """
import sys
from game.app.app import App
from game.app.presenter import open_display
from game.app.sound import mixing
from game.audio.mixing import PRESETS
from game.content.cues import BUSES
from game.app.start import Start
open_display()
app = App(Start())
app.runs.begin()
app.turn(1)
assert app.frame is not None and app.frame.get_size() == (640, 360)
heavy = [m for m in ("numba", "pytmx", "game.session", "game.view.view", "game.level.load") if m in sys.modules]
assert not heavy, heavy
"""


@pytest.fixture
def desk(home):
    open_display()
    yield Desk()
    pygame.display.quit()


def test_the_first_frame_needs_nothing_heavy():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_the_words_of_the_first_start_end_before_its_bar():
    assert title.WARM_X + font.width(learning("a kernel")) < title.WARM_BAR_X


def test_the_title_draws_something(desk):
    frame = desk.app.frame
    colours = {tuple(frame.get_at((x, y)))[:3] for x in range(0, 640, 8) for y in range(0, 360, 8)}
    assert len(colours) > 8


def test_continue_waits_until_there_is_something_to_continue(desk):
    assert desk.app.top.menu.rows[0].words == "CONTINUE"
    assert desk.app.top.menu.at == 1


def test_pages_open_and_close_by_keys(desk):
    seen = []
    for words in ("MISSIONS", "OPTIONS"):
        desk.choose(words)
        seen.append(desk.screen)
        desk.key(pygame.K_ESCAPE)
    assert [*seen, desk.screen] == ["Missions", "Options", "Title"]


def test_pages_open_and_close_by_pad(desk):
    down = pygame.CONTROLLER_BUTTON_DPAD_DOWN
    desk.button(down, down, down, pygame.CONTROLLER_BUTTON_A)
    assert desk.screen == "Options"
    desk.button(pygame.CONTROLLER_BUTTON_DPAD_RIGHT)
    assert desk.app.settings.difficulty == "hunted"
    desk.button(pygame.CONTROLLER_BUTTON_B)
    assert desk.screen == "Title"


def test_pages_open_by_mouse(desk):
    desk.click(470, 204 + 4 * 19)
    assert desk.screen == "Options"
    desk.click(470, 10, button=3)
    assert desk.screen == "Title"


def test_quit_ends_the_program(desk):
    desk.choose("QUIT")
    assert desk.screen == ""


def test_closing_the_window_ends_the_program(desk):
    desk.choose("OPTIONS")
    desk.post(pygame.QUIT)
    assert desk.screen == ""


def test_every_option_changes_and_is_saved(desk):
    desk.choose("OPTIONS")
    before = desk.app.settings
    for row in desk.app.top.menu.rows:
        if row.turn:
            row.turn(-1 if row.words in ("GAME SPEED", "FLASHES") else 1)
    desk.choose("SOUND AND CAPTIONS")
    desk.choose("WORDS AND CAPTIONS")
    for row in desk.app.top.menu.rows[:2]:
        row.turn(1)
    after = desk.app.settings
    changed = {f for f in before.__struct_fields__ if getattr(before, f) != getattr(after, f)}
    told = {"difficulty", "shake", "flash", "brightness", "blood", "wheel", "assist", "factor", "fullscreen", "hints"}
    assert changed == told | {"speed", "captions", "reading", "words"}
    assert settings.load() == (after, "")
    desk.app.set(words=100)  # one size for the whole program: the next test's too


def test_the_cursor_goes_over_every_row_and_round(desk):
    desk.choose("OPTIONS")
    menu = desk.app.top.menu
    begun, passed = menu.at, []
    for _ in menu.rows:
        passed.append(menu.at)
        desk.key(pygame.K_DOWN)
    assert menu.at == begun
    assert sorted(passed) == list(range(len(menu.rows)))


def test_a_new_game_asks_how_hard(desk):
    desk.choose("NEW GAME")
    desk.key(pygame.K_DOWN)
    assert desk.screen == "NewGame"
    desk.choose("GENTLE")
    assert desk.screen == "Chapters"
    desk.key(pygame.K_ESCAPE)
    assert (desk.screen, desk.app.top.wanted.level) == ("Loading", "closing_time")
    assert (desk.app.settings.difficulty, desk.app.top.wanted.difficulty) == ("gentle", "gentle")


def test_the_controls_page_shows_every_action(desk):
    from game.app.screens.verbs import COLUMNS, ROWS

    assert len(ACTIONS) <= len(COLUMNS) * ROWS
    desk.app.push("verbs")
    desk.app.turn(1)
    desk.choose("CHANGE THEM")
    assert desk.screen == "Keys"


def test_hints_switched_on_again_begin_anew(desk):
    desk.app.progress.told = ("walk",)
    desk.choose("OPTIONS")
    row = next(r for r in desk.app.top.menu.rows if r.words == "HINTS")
    row.turn(1)
    assert desk.app.progress.told == ("walk",)
    row.turn(1)
    assert desk.app.progress.told == ()


def test_a_key_is_changed_by_pressing_it(desk):
    desk.choose("OPTIONS")
    desk.choose("KEYS AND BUTTONS")
    desk.choose(ACTIONS["reload"].words)
    desk.key(pygame.K_k)
    assert desk.app.settings.keys == {"reload": ("k", "pad_x")}
    desk.app.hands.let_go()
    assert desk.app.hands.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_k)) == ["reload"]
    desk.choose("ALL AS AT FIRST")
    assert desk.app.settings.keys == {}


def test_escape_leaves_a_key_as_it_was(desk):
    desk.choose("OPTIONS")
    desk.choose("KEYS AND BUTTONS")
    desk.choose(ACTIONS["reload"].words)
    desk.key(pygame.K_ESCAPE)
    assert (desk.screen, desk.app.settings.keys) == ("Keys", {})


def test_a_hold_becomes_a_toggle(desk):
    desk.choose("OPTIONS")
    desk.choose("HOLD OR TOGGLE")
    desk.choose("RUN")
    assert desk.app.settings.toggles == ("run", "sneak")


def test_alt_enter_fills_the_screen_and_chooses_nothing(desk):
    desk.key(pygame.K_RETURN, mod=pygame.KMOD_LALT)
    assert desk.screen == "Title"
    assert desk.app.settings.fullscreen


def test_a_picture_can_be_saved(desk, home):
    desk.key(pygame.K_F12)
    assert len(list((home / "screenshots").glob("*.png"))) == 1


def test_broken_settings_are_told(home):
    home.mkdir()
    (home / settings.FILE).write_text("{")
    open_display()
    desk = Desk()
    assert "CORRUPT" in desk.app._said
    pygame.display.quit()


def test_any_keys_in_any_order_do_no_harm(desk):
    import random

    dice = random.Random(3)
    codes = [pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_ESCAPE, pygame.K_TAB, pygame.K_F11]
    for _ in range(150):
        if desk.screen == "Title":
            desk.app.top.menu.at = dice.choice([2, 3, 4])
        desk.key(pygame.K_RETURN if desk.screen != "Keys" and dice.random() < 0.3 else dice.choice(codes))
        pages = "Title Missions Replays Options Captions Keys Toggles Loading Chapters"
        assert desk.screen in pages.split()
        if desk.screen == "Loading":
            desk.app.pop()


def test_sliders_of_sound_are_kept_and_reach_the_mixer(desk):
    desk.choose("OPTIONS")
    desk.choose("SOUND AND CAPTIONS")
    desk.key(pygame.K_DOWN)
    desk.key(pygame.K_LEFT)
    assert settings.load()[0].music_volume == 9
    mixed = mixing(desk.app.settings)
    assert mixed.gain("music") < mixed.gain("tells")


def test_a_preset_says_what_it_is_for(desk):
    desk.choose("OPTIONS")
    desk.choose("SOUND AND CAPTIONS")
    for _ in range(7):
        desk.key(pygame.K_DOWN)
    desk.key(pygame.K_RIGHT)
    assert desk.app.settings.ears == "night"
    assert mixing(desk.app.settings).ears.tells == 4


def test_settings_offer_every_bus_and_every_preset():
    given = settings.Settings()
    assert mixing(given).preset == "full"
    assert all(hasattr(given, f"{bus}_volume") for bus in BUSES)
    for name in PRESETS:
        assert msgspec.json.decode(msgspec.json.encode({"ears": name}), type=settings.Settings).ears == name
