"""What sounds for as long as something lasts: nearest of its kind, as loud as its way, six at most."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from traces import Shelf, Trace
from worlds import ground_of, person, world_of

from game.audio.desk import Desk
from game.audio.limits import LOOPS
from game.audio.mixing import Mixing
from game.audio.rings import EVERY, FAINTEST, Rings, fading
from game.core.ground import DeviceSpot
from game.level.data import PropSpot
from game.sim.earshot import Earshot
from game.sim.state import Ride, Use
from game.sim.tables import FLEE

HALL = "\n".join(["#" * 90, *["#" + "." * 88 + "#"] * 20, "#" * 90])


def prop(kind: str, x: float) -> PropSpot:
    return PropSpot(id=0, name="", kind=kind, x=x, y=5.0, w=0.0, h=0.0)


def hall(*props: PropSpot, crowd: int = 0) -> Any:
    ground = ground_of(HALL)
    world = world_of(person("t800", 5, 5), *[person(f"p{k}", 6 + k * 0.5, 6) for k in range(crowd)], ground=ground)
    world.hazards = ()
    floor = np.zeros((ground.height, ground.width), np.uint8)
    level = SimpleNamespace(ground=ground, props=props, floor=floor, materials=("grass",))
    return SimpleNamespace(world=world, player=0, level=level, outcome="")


def heard(run: Any, looks: int = 40) -> dict[str, float]:
    """Return the level of each ring once it has eased in."""
    desk = Desk(Trace(), Shelf(), Mixing())  # type: ignore[arg-type]
    rings, ears = Rings(desk, run), Earshot(run.world.ground)
    for k in range(looks):
        run.world.tick = k * EVERY
        ears.listen(run.world, 0)
        rings.look(run, ears, k / 3)
    return {desk.playing(c): rings._levels[desk.playing(c)] for c in LOOPS if desk.playing(c)}


def test_a_place_has_its_air() -> None:
    run = hall()
    assert set(heard(run)) == {"air"}
    run.level.floor[:] = 1
    assert set(heard(run)) == {"night"}


def test_the_nearest_of_a_kind_is_heard_as_loud_as_its_way() -> None:
    near, far = heard(hall(prop("arcade", 8.5), prop("arcade", 20.0))), heard(hall(prop("arcade", 14.5)))
    assert near["arcade"] == pytest.approx(fading(22, 3), abs=0.1)
    assert far["arcade"] < near["arcade"]
    assert "arcade" not in heard(hall(prop("arcade", 40.0)))


def test_a_crowd_talks_until_it_runs() -> None:
    few, many = heard(hall(crowd=3))["crowd"], heard(hall(crowd=12))["crowd"]
    assert few < many
    run = hall(crowd=12)
    for slot in range(run.world.crowd_from, run.world.count):
        run.world.b.mood[slot] = FLEE
    assert "crowd" not in heard(run)


def test_the_car_that_one_drives_is_all_about_and_rises_with_its_speed() -> None:
    run = hall()
    run.world.state.rides["car"] = Ride("car", 5.0, 5.0, 1.0, 0.0, riders=[0])
    idle = heard(run)["car"]
    run.world.state.rides["car"].speed = 10.0
    assert heard(run)["car"] > idle + 5
    run.world.state.rides["car"].riders = []
    assert "car" not in heard(run)


def test_no_more_than_six_ring() -> None:
    kinds = ("arcade", "fountain", "vending", "conveyor", "vat", "boiler")
    run = hall(*[prop(kind, 6.5) for kind in kinds], crowd=12)
    run.world.state.rides["car"] = Ride("car", 5.0, 5.0, 1.0, 0.0, riders=[0])
    assert len(heard(run)) == len(LOOPS)


def test_what_has_ended_fades_and_is_stilled() -> None:
    assert fading(20, 17) < FAINTEST


def test_a_hoist_rings_while_somebody_works_it() -> None:
    run = hall()
    spot = DeviceSpot(name="hoist", x=8.0, y=5.0, w=0.5, h=0.5, user="any", ticks=600)
    run.world.ground.devices = (spot,)
    assert "hoist" not in heard(run)
    run.world.state.using[0] = Use(0, 600)
    assert heard(run)["hoist"] == pytest.approx(fading(30, 3), abs=0.5)
