"""The storey below a floor of bars: seen between the bars and nowhere else."""

from types import SimpleNamespace
from typing import Any

import numpy as np

from game.view import below
from game.view.pixels import METRE

SIDE = 12


def floor_of(material: str) -> tuple[Any, Any]:
    """Return a bare floor of one material, bright bars with a dark hole in the middle of every tile."""
    level: Any = SimpleNamespace(materials=[material], floor=np.ones((SIDE, SIDE), np.uint8))
    tile = np.full((METRE, METRE, 3), 120.0, np.float32)
    tile[8:24, 8:24] = 11.0
    return level, np.tile(tile, (SIDE, SIDE, 1))


def test_something_lies_between_the_bars_and_the_bars_stay() -> None:
    level, rgb = floor_of("grating")
    bars = rgb.max(2) > below.HOLE
    below.lay(rgb, level)
    assert (rgb[bars] == 120.0).all()
    holes = rgb[~bars].max(1)
    assert holes.min() < 20 < 60 < holes.max()  # dark where nothing is, and something shines
    assert holes.mean() < 60  # but all in all darker than the bars


def test_what_lies_below_is_the_same_each_time() -> None:
    (level, first), (_, second) = floor_of("grating"), floor_of("grating")
    below.lay(first, level)
    below.lay(second, level)
    assert np.array_equal(first, second)


def test_other_floors_have_nothing_below() -> None:
    level, rgb = floor_of("mill")
    before = rgb.copy()
    below.lay(rgb, level)
    assert np.array_equal(rgb, before)
