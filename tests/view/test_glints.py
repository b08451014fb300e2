"""Glints colour the picture and are no light to the rules; painted lines wear in long waves."""

import numpy as np

from game.level.data import Level
from game.level.load import load
from game.session import Session
from game.view.floors import worn
from game.view.light import StandingLight


def half(level: Level, glints: bool) -> Level:
    """Return a level with nothing but its glints for lamps, or with all but them."""
    level.lamps = tuple(lamp for lamp in level.lamps if (lamp.kind == "glint") == glints)
    return level


def test_a_glint_is_in_the_picture_and_no_light_to_the_rules() -> None:
    alone = half(load("melt"), glints=True)
    assert len(alone.lamps) >= 20
    rules = Session(alone, 1).world.lamp_light[""]
    assert rules.min() == rules.max()
    picture = StandingLight(alone).now
    assert picture.max() > picture.min() + 0.2


def test_painted_lines_are_worn_between_half_and_whole_and_never_in_jumps() -> None:
    row = np.array([worn(x, 20) for x in range(60)])
    assert 0.5 <= row.min() < 0.7 < 0.85 < row.max() <= 1.0
    assert np.abs(np.diff(row)).max() < 0.35
