"""The loading yard: the example level holds what it should, and can be walked through both ways."""

import numpy as np
import pytest

from game.level.data import Level
from game.level.lint import check
from game.level.load import load
from game.level.rules.play import beside, reachable
from game.sim.conditions import Near


@pytest.fixture(scope="module")
def yard() -> Level:
    return load("yard")


def test_the_lint_has_nothing_to_say() -> None:
    assert check(["yard"]) == []


def test_it_holds_everything_once(yard: Level) -> None:
    g = yard.ground
    assert (g.width, g.height, yard.par, yard.control, yard.hour) == (28, 20, 5400, "t800", "night")
    assert g.rooms == ("yard", "container", "store", "office", "packing")
    assert {d.name: d.kind for d in g.doors} == {
        "shutter_store": "shutter",
        "store_office": "swing",
        "office_packing": "swing",
        "gate_street": "gate",
    }
    assert len(yard.panes) == 4
    assert {d.name for d in g.devices if "counter" in d.tags} == {"lever_store", "floodlight", "forklift"}
    assert [o.id for o in yard.objectives] == ["y.find", "y.out"]
    assert yard.objectives[0].done == Near("t800", "john", 2.0)
    assert len(g.tagged("hide")) == 7
    assert [z.name for z in g.tagged("exit")] == ["street"]
    assert "forklift" in {p.name for p in yard.props}


def test_six_civilians_have_errands(yard: Level) -> None:
    civilians = [s for s in yard.spawns if s.team == "civilian"]
    assert sum(s.count for s in civilians) == 6
    for s in civilians:
        route = yard.paths[s.route]
        assert route.kind == "errand"
        assert len(route.points) > 1
        assert (s.x, s.y) == pytest.approx(route.points[0])


def test_john_is_in_the_office_and_it_stands_between_him_and_the_street(yard: Level) -> None:
    by_name = {s.name: s for s in yard.spawns}
    john, it, street = by_name["john"], by_name["t1000"], yard.ground.zone("street")
    assert street is not None
    assert yard.ground.room_at(john.x, john.y) == "office"
    assert john.x < it.x < street.x
    assert yard.ground.room_at(it.x, it.y) == "yard"


def test_start_john_street_and_both_ways_hang_together(yard: Level) -> None:
    near = reachable(yard.ground.walk, yard.start.x, yard.start.y)
    for s in yard.spawns:
        assert beside(near, s.x, s.y, 0.5), s.name
    for path in yard.paths:
        for x, y in path.points:
            assert beside(near, x, y, 0.6), path.name
    ys, xs = np.nonzero(near)
    street = yard.ground.zone("street")
    assert street is not None
    assert any(street.holds((x + 0.5) / 2, (y + 0.5) / 2) for y, x in zip(ys, xs, strict=True))


def test_the_way_out_has_two_sides(yard: Level) -> None:
    """With the shutter's cells closed the lit way still leads out, with the packing hall closed the dark one does."""
    g = yard.ground
    street = g.zone("street")
    assert street is not None
    for name in ("shutter_store", "office_packing"):
        door = next(d for d in g.doors if d.name == name)
        walk = g.walk.copy()
        walk[int(door.y * 2) : int((door.y + door.h) * 2), int(door.x * 2) : int((door.x + door.w) * 2)] = 0
        assert beside(reachable(walk, yard.start.x, yard.start.y), *street.middle, 1.0), name


def test_no_small_prop_stands_in_a_doorway(yard: Level) -> None:
    for d in yard.ground.doors:
        for x0, y0, x1, y1 in yard.ground.blocks.tolist():
            apart = x1 <= d.x or d.x + d.w <= x0 or y1 <= d.y or d.y + d.h <= y0
            assert apart, d.name


def test_cold_and_warm_light_meet(yard: Level) -> None:
    cold = [lamp for lamp in yard.lamps if lamp.colour[2] > lamp.colour[0]]
    warm = [lamp for lamp in yard.lamps if lamp.colour[2] < lamp.colour[0]]
    assert len(cold) >= 3
    assert len(warm) >= 3
    assert {lamp.group for lamp in warm} == {"", "light_yard"}
