"""The mall: who is in it, how its places hang together, what its levers and words do, and that it mirrors."""

from pathlib import Path

import numpy as np
import pytest

from game.content.actors import ACTORS
from game.content.lines import BODILESS
from game.core.ground import Bytes, DoorSpot
from game.level.data import Level
from game.level.lint import check
from game.level.load import load
from game.level.rules.play import beside, reachable
from game.sim.effects import Say
from tools.mirror import mirrored

SOURCE = Path(__file__).parents[2] / "levels" / "closing_time.tmx"
BIKE = 4.6, 4.6
# the doors that each way home has to itself
WAYS = {
    "way_service": ("shutter_hall", "fire_west"),
    "way_court": ("shutter_court", "court_west", "fire_south"),
    "way_concourse": ("east_door_a", "east_door_b", "gate_alley"),
    "way_deck": ("staff_arcade", "workshop_west"),
}


@pytest.fixture(scope="module")
def mall() -> Level:
    return load("closing_time")


def door(level: Level, name: str) -> DoorSpot:
    return next(d for d in level.ground.doors if d.name == name)


def without(level: Level, *names: str) -> Bytes:
    """Return where one can walk with some doors walled up."""
    walk = level.ground.walk.copy()
    for name in names:
        d = door(level, name)
        walk[int(d.y * 2) : int(np.ceil((d.y + d.h) * 2)), int(d.x * 2) : int(np.ceil((d.x + d.w) * 2))] = 0
    return walk


def test_the_lint_wants_nothing_but_the_next_mission() -> None:
    assert {(f.severity, f.code) for f in check(["closing_time"])} <= {("warning", "mission-unknown")}


def test_a_hundred_and_forty_five_civilians_three_guards_two_officers_and_the_two_strangers(mall: Level) -> None:
    count: dict[str, int] = {}
    for s in mall.spawns:
        key = s.kind if s.team != "civilian" else "civilian"
        count[key] = count.get(key, 0) + s.count
    assert count == {"john": 1, "t1000": 1, "guard": 3, "officer": 2, "civilian": 145}
    assert {s.team for s in mall.spawns if s.kind in ("guard", "officer")} == {"law"}


def test_they_have_at_least_twelve_faces(mall: Level) -> None:
    faces: set[str] = set()
    count: dict[str, int] = {}
    for s in mall.spawns:
        if s.team == "civilian":
            for _ in range(s.count):
                nth = count[s.kind] = count.get(s.kind, -1) + 1
                faces.add(ACTORS[s.kind].looks[nth % len(ACTORS[s.kind].looks)])
    assert len(faces) >= 12


def test_everybody_has_an_errand_or_a_round(mall: Level) -> None:
    for s in mall.spawns:
        if s.team in ("civilian", "law", "ward"):
            path = mall.paths[s.route]
            assert path.kind == ("patrol" if s.team == "law" else "errand"), s.name
            assert len(path.points) > 1
            assert (s.x, s.y) == pytest.approx(path.points[0], abs=0.6), s.name


def test_one_officer_comes_later(mall: Level) -> None:
    assert [s.name for s in mall.spawns if s.when is not None] == ["officer_b"]


def test_it_has_the_rooms_that_the_story_needs(mall: Level) -> None:
    g = mall.ground
    assert (g.width, g.height, mall.control, mall.hour) == (64, 44, "t800", "dusk")
    places = "lot corridor arcade store food_court rotunda concourse stockroom dock throat guard_post plaza"
    assert set(places.split()) <= set(g.rooms)
    assert len(g.doors) == 44
    assert sum("counter" in d.tags for d in g.devices) >= 3
    assert len(g.tagged("hide")) >= 30
    assert "lot_exit" in {z.name for z in g.tagged("exit")}


def test_everybody_hangs_together(mall: Level) -> None:
    near = reachable(mall.ground.walk, mall.start.x, mall.start.y)
    for s in mall.spawns:
        assert beside(near, s.x, s.y, 0.5), s.name
    assert beside(near, *BIKE, 0.5)
    assert near.sum() == mall.ground.walk.sum(), "there is floor that nobody can reach"


@pytest.mark.parametrize("way", WAYS)
def test_each_way_home_stands_alone(mall: Level, way: str) -> None:
    """With the doors of the other three walled up, John still comes to his bike."""
    others = [name for other, names in WAYS.items() if other != way for name in names]
    john = next(s for s in mall.spawns if s.kind == "john")
    assert beside(reachable(without(mall, *others), john.x, john.y), *BIKE, 0.5)
    every = [name for names in WAYS.values() for name in names]
    assert not beside(reachable(without(mall, *every), john.x, john.y), *BIKE, 0.5)


@pytest.mark.parametrize("way", WAYS)
def test_the_ways_are_drawn_on_free_floor(mall: Level, way: str) -> None:
    near = reachable(mall.ground.walk, mall.start.x, mall.start.y)
    path = next(p for p in mall.paths if p.name == way)
    assert all(beside(near, x, y, 0.6) for x, y in path.points)


def test_the_short_cut_through_the_store_is_locked(mall: Level) -> None:
    assert (door(mall, "store_arcade").kind, door(mall, "store_arcade").key) == ("staff", "key_staff")
    key = next(i for i in mall.items if i.kind == "key_staff")
    assert mall.ground.room_at(key.x, key.y) == "guard_post"
    assert mall.ground.wall[int(5.25 * 2), int(35.75 * 2)], "the store and the alley touch"


def test_it_comes_from_far_and_unseen(mall: Level) -> None:
    it = next(s for s in mall.spawns if s.team == "hunter")
    for other in (mall.start, next(s for s in mall.spawns if s.kind == "john")):
        assert abs(it.x - other.x) + abs(it.y - other.y) > 12


def test_what_it_may_be_and_where_it_calls_from_is_kept(mall: Level) -> None:
    assert {m.form for m in mall.mimics} == {"mannequin", "floor_terrazzo", "bin"}
    assert all(a and b and a != b for a, b in (m.tells for m in mall.mimics))
    assert [mall.ground.room_at(c.x, c.y) for c in mall.lures] == ["stockroom"]
    assert {h.kind for h in mall.hazards} == {"steam", "power"}


def test_no_prop_stands_in_a_doorway(mall: Level) -> None:
    for d in mall.ground.doors:
        for x0, y0, x1, y1 in mall.ground.blocks.tolist():
            assert x1 <= d.x or d.x + d.w <= x0 or y1 <= d.y or d.y + d.h <= y0, d.name


@pytest.mark.parametrize("room", "dock corridor food_court arcade hall rotunda concourse store lot plaza".split())
def test_cold_and_warm_light_meet_in_every_scene(mall: Level, room: str) -> None:
    zone = mall.ground.zone(room)
    assert zone is not None
    cold = warm = False
    for lamp in mall.lamps:
        dx = max(zone.x - lamp.x, lamp.x - zone.x - zone.w, 0.0)
        dy = max(zone.y - lamp.y, lamp.y - zone.y - zone.h, 0.0)
        if dx * dx + dy * dy < lamp.radius**2 / 4:
            cold |= lamp.colour[2] > lamp.colour[0]
            warm |= lamp.colour[2] < lamp.colour[0]
    assert cold
    assert warm


def test_whoever_speaks_is_here_or_has_no_body(mall: Level) -> None:
    here = {s.name for s in mall.spawns} | {"t800", *BODILESS}
    assert {e.who for t in mall.triggers for e in t.do if isinstance(e, Say)} <= here


def test_its_mirror_image_is_as_good(mall: Level, tmp_path: Path) -> None:
    path = mirrored(SOURCE, tmp_path / "once")
    assert {f.code for f in check([str(path)])} <= {"mission-unknown"}
    other = load(path)
    assert np.array_equal(other.ground.wall[:, ::-1] > 0, mall.ground.wall > 0)
    assert np.array_equal(other.ground.walk[:, ::-1], mall.ground.walk)
    assert other.start.x == pytest.approx(64 - mall.start.x)
    again = load(mirrored(path, tmp_path / "twice"))
    for name in ("wall", "opaque", "low", "walk", "blocks", "room"):
        assert np.allclose(getattr(again.ground, name), getattr(mall.ground, name)), name
    assert again.decals == mall.decals
    assert again.panes == pytest.approx(mall.panes) or len(again.panes) == len(mall.panes)
