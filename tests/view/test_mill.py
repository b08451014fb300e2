"""A mill in pictures: press heads that keep the beat, gear wheels that turn when driven, kerbs, shades, air that trembles."""

from copy import copy
from types import SimpleNamespace
from typing import Any

import numpy as np
import pygame
import pytest

from game.content.looks import LOOKS
from game.core.jit import JIT
from game.level.data import DecalSpot, Level
from game.level.load import load
from game.session import Session
from game.view import kerbs, underneath
from game.view.camera import Camera
from game.view.cast import casting, worn
from game.view.engines import Engines
from game.view.heat import Heat
from game.view.hoist import Hoist
from game.view.light import StandingLight
from game.view.moods import portrait_of
from game.view.pixels import SIZE
from game.view.presses import FALL, RISE, Presses
from game.view.small import _device
from game.view.sparks import Sparks
from game.view.steel import tiles
from game.view.walls import Walls

MAP = "levels/melt.tmx"
compiled = pytest.mark.skipif(not JIT, reason="the picture's loops over pixels need the compiler")
PERIOD, SHARE = 180, 0.33


@pytest.fixture(scope="module")
def mill() -> Level:
    return load(MAP)


@pytest.fixture(scope="module")
def light(mill: Level) -> StandingLight:
    return StandingLight(mill)


def beat(kind: str, on: bool | None = None) -> Any:
    """Return a hazard that keeps a beat, or one that is on or off for good."""

    def at_work(world: Any) -> bool:
        return on if on is not None else world.tick % PERIOD < SHARE * PERIOD

    area = SimpleNamespace(x=6.0, y=16.0, w=4.0, h=2.0)
    return SimpleNamespace(kind=kind, area=area, period=PERIOD, share=SHARE, when=None, on=at_work)


def moment(tick: int, *hazards: Any) -> Any:
    return SimpleNamespace(world=SimpleNamespace(tick=tick, hazards=hazards))


def presses(light: StandingLight) -> Presses:
    return Presses(SimpleNamespace(hazards=[beat("press")]), light, Sparks(np.random.default_rng(1)))  # type: ignore[arg-type]


@compiled
def test_a_press_head_is_down_whenever_its_stroke_is_deadly_and_nearly_down_just_before(light: StandingLight) -> None:
    heads, cam, seen = presses(light), Camera((64 * 32, 48 * 32)), {}
    for tick in range(3 * PERIOD):
        heads.step(moment(tick, beat("press")), cam)
        seen[tick] = heads._heads[0].height
    for tick in range(PERIOD, 3 * PERIOD):
        phase = tick % PERIOD
        if phase < SHARE * PERIOD:
            assert seen[tick] == 0.0
        elif phase == PERIOD - 1:
            assert seen[tick] < 0.2
        elif SHARE * PERIOD + RISE + 1 < phase < PERIOD - FALL:
            assert seen[tick] == 1.0


@compiled
def test_a_landing_press_throws_sparks_once(light: StandingLight) -> None:
    heads, cam = presses(light), Camera((64 * 32, 48 * 32))
    thrown = []
    for tick in range(PERIOD):
        before = heads._sparks._next
        heads.step(moment(tick, beat("press")), cam)
        thrown.append(heads._sparks._next != before)
    assert thrown.count(True) == 1


@compiled
def test_a_raised_head_thins_out_over_the_player_and_a_fallen_one_hides_him(light: StandingLight) -> None:
    heads, cam = presses(light), Camera((64 * 32, 48 * 32))
    cam.x, cam.y = 0, 300

    def drawn(under: list[tuple[float, float]], height: float) -> int:
        frame = pygame.Surface((640, 360))
        heads._heads[0].height = height
        heads.draw_high(frame, cam, under)
        return int(pygame.surfarray.array3d(frame).astype(int).sum())

    player = [(8.0 * 32, 17.0 * 32)]
    assert drawn(player, 1.0) < 0.6 * drawn([], 1.0)
    assert drawn(player, 0.0) == drawn([], 0.0)


def only(level: Level, *kinds: str) -> Level:
    """Return a level with no props but those of some kinds."""
    bare = copy(level)
    bare.props = [p for p in level.props if p.kind in kinds]
    return bare


@compiled
@pytest.mark.parametrize(("kind", "ticks", "pictures"), [("flywheel", 15, 5), ("piston", 120, 10), ("belt", 12, 6)])
def test_the_great_machines_move_for_ever(
    mill: Level, light: StandingLight, kind: str, ticks: int, pictures: int
) -> None:
    machines, cam = Engines(only(mill, kind), light), Camera((64 * 32, 48 * 32))
    cam.x, cam.y = 18 * 32, 14 * 32
    seen = []
    for tick in range(2 * ticks):
        machines.step(moment(tick))
        frame = pygame.Surface((640, 360))
        machines.draw(frame, cam)
        seen.append(pygame.image.tobytes(frame, "RGB"))
    assert len(set(seen)) == pictures
    assert seen[:ticks] == seen[ticks:]


@compiled
def test_what_stands_on_a_wall_lies_on_its_top_and_stops_nobody(mill: Level, light: StandingLight) -> None:
    (house,) = (p for p in mill.props if p.kind == "boilerhouse")
    assert house.block < 0
    area = np.s_[int(house.y * 32) : int((house.y + house.h) * 32), int(house.x * 32) : int((house.x + house.w) * 32)]
    bare = Walls(only(mill), light)._bright[0][area]
    built = Walls(only(mill, "boilerhouse"), light)._bright[0][area]
    assert np.mean(np.abs(bare - built) > 8) > 0.5


@compiled
def test_gear_wheels_turn_only_while_something_drives_them(mill: Level, light: StandingLight) -> None:
    wheels, cam = Engines(only(mill, "gear"), light), Camera((64 * 32, 48 * 32))
    cam.x, cam.y = 22 * 32, 14 * 32

    def picture() -> bytes:
        frame = pygame.Surface((640, 360))
        wheels.draw(frame, cam)
        return pygame.image.tobytes(frame, "RGB")

    for tick in range(9):
        wheels.step(moment(tick, beat("gears", on=False)))
    still = picture()
    assert not any(still)  # the floor shows them
    pictures = set()
    for tick in range(9):
        wheels.step(moment(tick, beat("gears", on=True)))
        pictures.add(picture())
    assert len(pictures) == 4


def test_a_straight_bath_has_a_kerb_but_no_kerb_lies_on_a_grating(mill: Level) -> None:
    rgb = np.zeros((48 * 32, 64 * 32, 3), np.float32)
    kerbs.lay(rgb, mill)
    laid = rgb.any(2)
    assert laid[27 * 32 + 4, 43 * 32]  # south of the channel
    assert not laid[np.kron(tiles(mill, "grating"), np.ones((32, 32))) > 0].any()
    assert not laid[np.kron(tiles(mill, "molten"), np.ones((32, 32))) > 0].any()
    assert not laid[6 * 32 : 15 * 32, 49 * 32 : 59 * 32].any()  # a vat has its own rim


def test_what_hangs_overhead_darkens_the_floor_and_glass_does_not() -> None:
    for kind, dark in (("girder", True), ("skylight", False)):
        rgb = np.full((128, 128, 3), 100, np.float32)
        underneath.lay(rgb, SimpleNamespace(overhead=(DecalSpot(kind=kind, x=1, y=1),)))  # type: ignore[arg-type]
        assert (rgb.min() < 90) == dark


@compiled
def test_air_trembles_over_a_bath_and_nowhere_else(mill: Level) -> None:
    bath = pygame.Rect(100, 100, 120, 80)
    heat = Heat(SimpleNamespace(props=()), [bath], Sparks(np.random.default_rng(1)), np.random.default_rng(1))  # type: ignore[arg-type]
    cam = Camera((640, 360))
    cam.x = cam.y = 0
    rng = np.random.default_rng(3)
    moved = np.zeros((640, 360), bool)
    for tick in range(0, 200, 10):
        frame = pygame.Surface((640, 360))
        pygame.surfarray.blit_array(frame, rng.integers(0, 255, (640, 360, 3)))
        before = pygame.surfarray.array3d(frame)
        heat.tremble(frame, cam, tick)
        moved |= (pygame.surfarray.array3d(frame) != before).any(2)
    xs, ys = np.nonzero(moved)
    assert moved.any()
    room = bath.inflate(12, 20)
    assert room.left <= xs.min() <= xs.max() <= room.right
    assert room.top <= ys.min() <= ys.max() <= room.bottom


def test_a_device_is_never_mistaken_for_the_prop_that_it_works() -> None:
    lever = _device("lever", ())
    for name in ("rolls_lever", "press_lever", "gear_lever"):
        assert _device(name, ()).shape[0] < 40
    assert np.array_equal(_device("rolls_lever", ()), lever)


@compiled
def test_the_mill_draws_without_changing_the_run(mill: Level) -> None:
    from game.view.view import View

    session, other = Session(mill, 1), Session(mill, 1)
    view = View(mill, 1)
    for _ in range(3):
        session.step({})
        other.step({})
        view.draw(session)
    view.whole(session)
    assert session.digest() == other.digest()


def test_the_machine_shows_what_it_has_lost_and_sarah_her_worry(mill: Level) -> None:
    session = Session(mill, 1)
    session.step({})
    b, sarah = session.world.b, session.world.names.index("sarah")
    for left, mood in ((100, "neutral"), (60, "damaged"), (30, "onearm"), (0, "broken")):
        b.health[session.player] = left
        assert portrait_of(session, session.player) == ("t800", f"t800_{mood}")
    assert portrait_of(session, sarah) == ("sarah", "sarah_neutral")
    b.held_by[session.ward] = session.hunter
    assert portrait_of(session, sarah) == ("sarah", "sarah_worried")
    assert portrait_of(session, session.hunter) == ("police", "")
    b.known[session.hunter] = 1
    assert portrait_of(session, session.hunter) == ("", "")


def lowered(mill: Level, left: int) -> tuple[Session, Hoist]:
    """Return a run whose hunter is gone and whose machine waits by the winch, so many ticks of work from the end."""
    session = Session(mill, 1)
    session.step({})
    world = session.world
    row = next(i for i, d in enumerate(mill.ground.devices) if d.name == "hoist")
    world.state.gone.append("t1000")
    world.b.x[session.player], world.b.y[session.player] = 53.5, 15.8
    world.state.begun[row] = left
    baths = [pygame.Rect(1599, 207, 256, 256), pygame.Rect(1584, 800, 256, 64)]
    return session, Hoist(mill, baths, Sparks(np.random.default_rng(1)))


def test_the_hoist_carries_the_machine_out_over_the_vat_and_down_as_far_as_it_is_worked(mill: Level) -> None:
    depths = []
    for left in (900, 540, 300, 100, 1):
        session, hoist = lowered(mill, left)
        depths.append(hoist.depth(hoist.share(session)))
    assert depths == sorted(depths)
    assert depths[:2] == [0.0, 0.0]
    assert depths[-1] > 0.95
    session, hoist = lowered(mill, 300)
    x, y = hoist.toward(session) or (0.0, 0.0)
    assert 50 < x < 58
    assert 10.5 < y < 14.5


def test_nothing_is_lowered_while_the_hunter_is_about_or_the_machine_far(mill: Level) -> None:
    session, hoist = lowered(mill, 300)
    session.world.state.gone.clear()
    assert hoist.toward(session) is None
    session, hoist = lowered(mill, 300)
    session.world.b.x[session.player] = 20.0
    assert hoist.toward(session) is None


def test_the_machine_and_whoever_is_in_its_shape_wear_what_it_has_lost(mill: Level) -> None:
    session = Session(mill, 1)
    session.step({})
    b, look = session.world.b, LOOKS["t800"]
    for left, sheet in ((100, "t800"), (66, "t800_torn"), (33, "t800_onearm"), (1, "t800_onearm")):
        b.health[session.player] = left
        assert worn(session, look) == sheet
    assert worn(session, LOOKS["john"]) == "john"
    assert {"t800", "t800_torn", "t800_onearm"} <= set(casting(mill))


@compiled
def test_what_swings_from_a_crane_hangs_over_people_and_stops_no_sight(mill: Level) -> None:
    from game.view.small import SmallThings

    session, light = Session(mill, 1), StandingLight(mill)
    session.step({})
    small, cam = SmallThings(mill, light), Camera((64 * 32, 48 * 32))
    cam.x, cam.y = 40 * 32, 4 * 32
    before = len(small.boxes(session))
    frame = pygame.Surface((640, 360))
    small.draw_hanging(frame, session, cam)
    assert not pygame.surfarray.array3d(frame).any()
    session.world.roll("ladle", "edge_west", session.player, swings=True)
    assert len(small.boxes(session)) == before - 1
    small.draw_hanging(frame, session, cam)
    assert pygame.surfarray.array3d(frame).any()


def test_steel_runs_through_the_rolls() -> None:
    level = load("melt")
    rng = np.random.default_rng(1)
    heat = Heat(level, [], Sparks(rng), rng)
    box = next(box for box, _ in heat._running)
    cam = Camera((level.ground.width * 32, level.ground.height * 32))
    cam.x, cam.y = box.x - 100, box.y - 100
    seen = set()
    for tick in range(0, 60, 6):
        frame = pygame.Surface(SIZE)
        heat.run(frame, cam, tick)
        lit = pygame.surfarray.array3d(frame).max(2) > 0
        assert lit.any()
        assert not lit[: box.x - cam.x].any()
        seen.add(int(np.argmax(lit.any(1))))
    assert len(seen) > 3
