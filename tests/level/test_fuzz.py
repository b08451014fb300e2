"""Whatever a file holds, the reader says one line or reads it; and whatever it reads survives ten seconds of play."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from level_maps import tmx, write
from wild_levels import astray, levels

from game.lab.seat import live
from game.level.compile import compile_level
from game.level.data import Level, LevelError
from game.level.files import LevelFiles
from game.level.lint import check_file
from game.level.read import read
from game.session import Session

TICKS = 600
SHORT = settings(
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "80")),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
YARD = (Path(__file__).parents[2] / "levels" / "examples" / "yard.tmx").read_bytes()
ROOM = tmx().encode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures that the small maps use."""
    made = tmp_path_factory.mktemp("fuzz")
    write(made, "")
    return made


def accepted(data: bytes, folder: Path) -> Level | None:
    """Return the level if the reader accepts it; a LevelError is one line, and the lint ends well either way."""
    path = folder / "wild.tmx"
    path.write_bytes(data)
    check_file(str(path))
    try:
        return compile_level(read(LevelFiles(path, "wild.tmx")), "wild", "")
    except LevelError as e:
        one_line(str(e))
        return None


def one_line(words: str) -> None:
    assert "\n" not in words


def play(level: Level) -> None:
    """Let the base bot play for a while."""
    for _ in live(Session(level, seed=7), "base", TICKS):
        pass


@SHORT
@given(levels())
def test_a_level_that_nobody_would_draw_is_refused_or_lives(folder: Path, text: str) -> None:
    level = accepted(text.encode(), folder)
    if level is not None:
        play(level)


@SHORT
@given(astray(ROOM))
def test_a_small_file_with_bytes_astray_is_refused_or_lives(folder: Path, data: bytes) -> None:
    level = accepted(data, folder)
    if level is not None:
        play(level)


@settings(SHORT, max_examples=40)
@given(astray(YARD))
def test_a_shipped_file_with_bytes_astray_is_refused_or_read(folder: Path, data: bytes) -> None:
    accepted(data, folder)


@settings(SHORT, max_examples=40)
@given(st.binary(max_size=400))
def test_bytes_are_refused(folder: Path, data: bytes) -> None:
    assert accepted(data, folder) is None
