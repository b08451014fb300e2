"""Settings survive; a broken file is set aside with a word and never stops the game."""

import os

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from game.app import progress, settings
from game.app.settings import FILE, Settings

ANY = settings.load  # the reader under test


def write(home, text):
    home.mkdir(exist_ok=True)
    (home / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_the_first_start_has_defaults_and_writes_nothing(home):
    assert settings.load() == (Settings(), "")
    assert not home.exists()


def test_what_is_saved_is_read_again(home):
    mine = Settings(shake=0, toggles=("run", "steady"), keys={"fire": ("k", "pad_rt")}, wheel=0, difficulty="hunted")
    assert settings.save(mine) == ""
    assert settings.load() == (mine, "")
    assert [p.name for p in home.iterdir()] == [FILE]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"shake": 9}',
        '{"shake": NaN}',
        '{"version": 2}',
        '{"wheel": 31}',
        '{"difficulty": "easy"}',
        '{"keys": {"fire": "k"}}',
        '{"unknown": 1}',
        "[" * 100_000,
        b"\xff\x00",
        b" " * (2 << 20),
    ],
)
def test_a_broken_file_is_kept_aside(home, text):
    write(home, text)
    found, words = settings.load()
    assert found == Settings()
    assert "settings.json.corrupt" in words
    assert (home / "settings.json.corrupt").exists()
    assert not (home / FILE).exists()


def test_a_second_broken_file_does_not_replace_the_first(home):
    for text in ("first", "second"):
        write(home, text)
        settings.load()
    assert (home / "settings.json.corrupt").read_text() == "first"
    assert (home / "settings.json.corrupt1").read_text() == "second"


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", int)() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_a_line(home):
    home.mkdir(mode=0o500)
    assert "CANNOT WRITE" in settings.save(Settings())


def test_a_file_in_place_of_the_folder_is_a_line(home):
    home.write_text("not a folder")
    assert "CANNOT WRITE" in settings.save(Settings())
    found, words = settings.load()
    assert found == Settings()
    assert "CANNOT READ" in words


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@examples(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_stop_the_game(home, data):
    write(home, data)
    assert isinstance(settings.load()[0], Settings)


def test_every_setting_goes_through_json():
    assert msgspec.json.decode(msgspec.json.encode(Settings()), type=Settings) == Settings()


def test_progress_keeps_the_best_time(home):
    mine, _ = progress.load()
    assert mine.won("yard", 4000)
    assert not mine.won("yard", 5000)
    progress.save(mine)
    again, _ = progress.load()
    assert again.best("yard") == "1:06"
    assert again.best("mall") == ""
