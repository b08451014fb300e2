"""Maps whose edge is open: what rolls, flies and walks there stays on the map, and the lint looks at it all the same."""

from pathlib import Path

import pytest
from level_maps import START, H, W, csv, layer, thing, tmx, write

import game.core.jit  # noqa: F401  before any test moves GAME_HOME: kernels are kept in the home of all tests
from game.lab.seat import live
from game.level.lint import check
from game.level.load import load
from game.session import Session

NO_WALLS = layer("walls", csv([[0] * W for _ in range(H)]), 2)


@pytest.mark.parametrize(("x", "y"), [(0, 64), (224, 64), (96, 0), (96, 160)])
def test_a_vehicle_that_rolls_to_the_edge_stops_there(x: int, y: int, tmp_path: Path, home: Path) -> None:
    car = thing(2, "prop", "car", "", 'x="112" y="64" width="32" height="32"', kind="car")
    edge = thing(3, "zone", "edge", "", f'x="{x}" y="{y}" width="32" height="32"')
    rolls = thing(4, "trigger", on="start", do="vehicle car roll edge")
    goal = thing(5, "objective", "never", text="Wait", done="flag never")
    path = write(tmp_path, tmx(walls=NO_WALLS, objects=START + car + edge + rolls + goal))
    assert check([path])
    session = Session(load(str(path)), 1)
    for _ in live(session, "idle", 240):
        pass
    assert not session.world.state.rolling
    at_x, at_y = session.world.state.rolled["car"]
    assert 0 <= at_x <= W
    assert 0 <= at_y <= H


def test_people_on_a_map_without_walls_live(tmp_path: Path, home: Path) -> None:
    people = "".join(
        thing(10 + i, "spawn", f"p{i}", box=f'x="{32 + 40 * i}" y="16"', kind="clerk", team="civilian")
        for i in range(5)
    )
    goal = thing(5, "objective", "never", text="Wait", done="flag never")
    path = write(tmp_path, tmx(walls=NO_WALLS, objects=START + people + goal))
    for _ in live(Session(load(str(path)), 1), "base", 600):
        pass
