"""A level that is saved while it is played: new rules at once, the player where they stood, a broken one changes nothing."""

import shutil
from pathlib import Path

import pygame
import pytest
from windows import Desk, FakeView

from game.app import reload
from game.app.building import Wanted
from game.app.presenter import open_display
from game.level.load import load
from game.session import Session

LEVELS = Path(__file__).parents[2] / "levels"
DRUM = (
    '<object id="900" name="new_drum" type="prop" x="{}" y="{}"><properties><property name="kind" value="drum"/></properties>'
    "<point/></object>"
)


@pytest.fixture
def level(tmp_path):
    shutil.copytree(LEVELS / "tiles", tmp_path / "tiles")
    path = tmp_path / "own.tmx"
    text = (LEVELS / "examples" / "yard.tmx").read_text()
    path.write_text(
        text.replace("../tiles/", "tiles/").replace('name="mission" value="yard"', 'name="mission" value=""')
    )
    return path


@pytest.fixture
def desk(home, level, monkeypatch):
    home.mkdir()
    monkeypatch.setattr(reload, "paint", lambda _level, _seed: FakeView())
    open_display()
    made = Desk()
    wanted = Wanted(level=str(level), seed=3, difficulty="standard", watch=True)
    made.app.push("play", session=Session(load(level), 3), view=FakeView(), wanted=wanted)
    yield made
    pygame.display.quit()


def turns(desk, count=12):
    for _ in range(count):
        desk.app.turn(1)
        painting = desk.app.top.reload.painting
        if painting:
            painting._thread.join()


def save(level, text):
    """Save as editors do: beside, then in its place."""
    new = level.with_suffix(".new")
    new.write_text(text)
    new.replace(level)


def with_drum(level, x, y):
    return level.read_text().replace("</objectgroup>", DRUM.format(x, y) + "</objectgroup>", 1)


def test_a_new_prop_is_in_the_rules_and_the_player_stays(desk, level):
    play = desk.app.top
    b, slot = play.session.world.b, play.session.player
    b.x[slot] += 0.5
    before, picture = (b.x[slot], b.y[slot]), play.view
    save(level, with_drum(level, 320, 288))
    turns(desk)
    after = play.session
    assert "new_drum" in after.world.props
    assert (after.world.b.x[slot], after.world.b.y[slot]) == before
    assert play.view is not picture
    turns(desk, 120)
    assert after.world.tick > 100


def test_a_player_whose_place_is_taken_begins_at_the_start(desk, level):
    play = desk.app.top
    b, slot = play.session.world.b, play.session.player
    b.x[slot] += 0.5
    save(level, with_drum(level, b.x[slot] * 32, b.y[slot] * 32))
    turns(desk)
    start = play.session.level.start
    assert play.session.world.b.x[slot] == pytest.approx(start.x, abs=0.4)  # the boy may push a little
    assert play.session.world.b.y[slot] == pytest.approx(start.y, abs=0.4)


def test_a_broken_save_keeps_the_level_and_shows_the_line(desk, level):
    play = desk.app.top
    before, good = play.session, level.read_text()
    save(level, good.replace('type="start"', 'type="strat"'))
    turns(desk)
    assert play.session is before
    assert "unknown class 'strat'" in play.reload.fault
    tick = before.world.tick
    turns(desk)
    assert before.world.tick > tick  # life goes on
    save(level, good)
    turns(desk)
    assert play.reload.fault == ""
    assert play.session is not before


def test_a_tileset_and_a_picture_are_watched_too(desk, level):
    play = desk.app.top
    for name in ("tiles/floors.tsx", "tiles/walls.png"):
        before, file = play.session, level.parent / name
        data = file.read_bytes()
        file.unlink()
        turns(desk)
        file.write_bytes(data)
        turns(desk)
        assert play.session is not before, name


def test_what_breaks_in_painting_is_heard_of(desk, level, monkeypatch):
    def broken(_level, _seed):
        raise RuntimeError("no paint")

    monkeypatch.setattr(reload, "paint", broken)
    save(level, with_drum(level, 320, 288))
    with pytest.raises(RuntimeError, match="no paint"):
        turns(desk)
