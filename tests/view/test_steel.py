"""The end in pictures: steel that flows, rails that tear, fire, chrome in pieces, faces in the steel; and steam."""

import math

import numpy as np
import pygame
import pytest

from game.content.looks import LOOKS
from game.content.weapons import WEAPONS
from game.core.jit import JIT
from game.level.data import Level
from game.level.load import load
from game.session import Session
from game.sim import events as ev
from game.sim.systems.combat import shoot
from game.sim.systems.shatter import FLING_TICKS, burst
from game.sim.tables import THROWN
from game.view import blasts, drops, steel
from game.view.camera import Camera
from game.view.cast import Cast, Person
from game.view.drops import Drop
from game.view.effects import Effects
from game.view.pools import Pools
from game.view.remains import FACES, STANDS, Remains
from game.view.steam import Steam
from game.view.things import is_rail, standing
from game.view.view import View

MAP = "levels/examples/edge.tmx"
compiled = pytest.mark.skipif(not JIT, reason="the picture's loops over pixels need the compiler")


@pytest.fixture(scope="module")
def edge() -> Level:
    return load(MAP)


@pytest.fixture
def run(edge: Level) -> Session:
    session = Session(edge, 1)
    session.step({})
    return session


@pytest.fixture(scope="module")
def view(edge: Level) -> View:
    return View(edge, 1)


def rng() -> np.random.Generator:
    return np.random.default_rng(1)


def camera(x: int, y: int) -> Camera:
    cam = Camera((28 * 32, 20 * 32))
    cam.x, cam.y = x, y
    return cam


def screen() -> pygame.Surface:
    return pygame.Surface((640, 360))


def lit(surface: pygame.Surface) -> int:
    return int(pygame.surfarray.array3d(surface).sum())


# ------------------------------------------------------------------ steel
def test_the_pool_is_round_and_gratings_near_it_let_it_through(edge: Level) -> None:
    found = steel.Steel(edge, rng())
    (vat,) = [p for p in found.pools if p.open]
    assert vat.box == pygame.Rect(14 * 32, 6 * 32, 256, 256)
    cover = pygame.surfarray.array_alpha(vat.cover)
    assert cover[128, 128] == 255
    assert cover[2, 2] == 0
    assert abs((cover > 0).mean() - math.pi / 4) < 0.02
    below = [p for p in found.pools if not p.open]
    assert below
    assert all(0.1 < (pygame.surfarray.array_alpha(p.cover) > 0).mean() < 0.95 for p in below)


def test_it_flows_and_stays_on_its_place_as_the_camera_moves(edge: Level) -> None:
    found = steel.Steel(edge, rng())
    frames = []
    for cam, tick in ((camera(250, 140), 0), (camera(250, 140), steel.TICKS * 4), (camera(244, 137), 0)):
        frame = screen()
        found.draw(frame, cam, tick)
        frames.append(pygame.surfarray.array3d(frame))
    assert (frames[0] != frames[1]).any()
    assert (frames[2][6:600, 3:300] == frames[0][:594, :297]).all()


def test_a_level_without_steel_draws_none() -> None:
    found, frame = steel.Steel(load("yard"), rng()), screen()
    found.draw(frame, camera(0, 0), 0)
    found.glow(frame, camera(0, 0))
    assert lit(frame) == 0


def test_the_loop_of_steel_is_seamless() -> None:
    tile = pygame.surfarray.pixels2d(steel.frames()[0]).astype(int)
    inside = np.abs(np.diff(tile, axis=0)).mean()
    assert np.abs(tile[0] - tile[-1]).mean() < 3 * inside + 0.05


# ------------------------------------------------------------------ rails
@compiled
def test_rails_are_drawn_live_and_torn_ones_otherwise(run: Session, view: View) -> None:
    assert not [p for p in standing(run.level) if is_rail(p)]
    whole, torn = screen(), screen()
    cam = camera(250, 140)
    view.rails.draw(whole, run, cam)
    assert lit(whole) > 0
    run.world.state.rails.append(next(p.block for p in run.level.props if is_rail(p) and p.turn == 90))
    view.rails.draw(torn, run, cam)
    assert (pygame.surfarray.array3d(whole) != pygame.surfarray.array3d(torn)).any()


# ------------------------------------------------------------------ fire
@compiled
def test_a_blast_lights_burns_smokes_and_is_over(run: Session, view: View) -> None:
    fire = blasts.Blasts(Effects(rng()), rng())
    tick, cam = run.world.tick, camera(200, 140)
    fire.notice(run, [ev.Blast(12.0, 10.0, 2.0, 0), ev.RailTorn(0, 13.6, 9.0)], view.floors)
    assert fire.lamps(tick)
    assert not fire.lamps(tick + blasts.LIT)
    heart, later, gone = screen(), screen(), screen()
    fire.draw_high(heart, [], cam, tick)
    fire.draw_high(later, [], cam, tick + 20)
    assert lit(heart) > lit(later) > 0
    run.world.tick += blasts.SMOKE
    fire.notice(run, [], view.floors)
    fire.draw_high(gone, [], cam, run.world.tick)
    assert lit(gone) == 0


@compiled
def test_who_stands_in_the_fire_is_seen_in_it_as_a_shadow(run: Session, view: View) -> None:
    fire, cam, tick = blasts.Blasts(Effects(rng()), rng()), camera(200, 140), run.world.tick
    fire.notice(run, [ev.Blast(12.0, 10.0, 2.0, 0)], view.floors)
    body = {"slot": 0, "sheet": "civ1", "y": 320.0, "aim": 0, "heading": 0, "legs": "idle", "pose": "idle"}
    it, far = (Person(x=12.0 * 32 + away, step=0, glow=0.3, **body) for away in (6.0, blasts.WITHIN + 2.0))  # type: ignore[arg-type]
    empty, with_it, beside = screen(), screen(), screen()
    fire.draw_high(empty, [], cam, tick)
    fire.draw_high(with_it, [it], cam, tick)
    fire.draw_high(beside, [far], cam, tick)
    assert lit(with_it) < lit(empty)
    assert lit(beside) == lit(empty)
    late = screen()
    fire.draw_high(late, [it], cam, tick + blasts.SHADOWED)
    assert lit(late) > 0


@compiled
def test_a_fall_into_steel_opens_rings(run: Session, view: View) -> None:
    fire, low = blasts.Blasts(Effects(rng()), rng()), screen()
    fire.notice(run, [ev.Burst(18.0, 10.0, 2, 5)], view.floors)
    fire.draw_low(low, camera(250, 140), run.world.tick + 4)
    assert lit(low) > 0
    dry = blasts.Blasts(Effects(rng()), rng())
    dry.notice(run, [ev.Burst(11.0, 10.0, 2, 5)], view.floors)
    nothing = screen()
    dry.draw_low(nothing, camera(250, 140), run.world.tick + 4)
    assert lit(nothing) == 0


def test_a_grenade_is_seen_in_flight(run: Session) -> None:
    world = run.world
    world.give(run.player, "grenade")
    world.draw(run.player, "grenade")
    shoot(world, run.player, world.state.gear[run.player], WEAPONS["grenade"])
    frame = screen()
    blasts.Blasts.draw_slugs(frame, world.s, camera(0, 40))
    assert lit(frame) > 0


# ------------------------------------------------------------------ chrome in pieces
def test_pools_that_are_near_run_into_one() -> None:
    near = [Drop(100, 100, 10, False), Drop(125, 100, 10, False)]
    assert len(drops.groups(near)) == 1
    assert len(drops.groups([*near, Drop(300, 100, 10, True)])) == 2


def test_metal_is_chrome_on_the_floor_and_mirrors_fire_over_steel() -> None:
    cold, hot = (drops.metal(((0, 0, 14.0),), 0, h) for h in (False, True))
    for picture in (cold, hot):
        alpha = pygame.surfarray.array_alpha(picture)
        assert alpha[picture.get_width() // 2, picture.get_height() // 2] == 255
        assert alpha[0, 0] == 0
    r, _, b = (pygame.surfarray.array3d(cold)[..., i].astype(int).sum() for i in range(3))
    assert b > r
    r, _, b = (pygame.surfarray.array3d(hot)[..., i].astype(int).sum() for i in range(3))
    assert r > b


def test_the_pools_are_no_people_and_its_ghost_is_gone(run: Session) -> None:
    world, cast = run.world, Cast(rng(), Pools(None))
    hunter = run.hunter
    world.b.seen[hunter] = 1
    assert hunter in {p.slot for p in cast.look(run)}
    burst(world, hunter, 0.0)
    cast.notice([e for e in world.events if isinstance(e, ev.Burst)], world.b, world.tick)
    for s in world.blobs:
        world.b.seen[s] = world.b.here[s]
    assert {p.slot for p in cast.look(run)} <= {run.player, run.ward}
    assert len(drops.drops(run)) == sum(world.b.here[s] for s in world.blobs)


# ------------------------------------------------------------------ its last faces
def test_a_face_comes_up_as_chrome_is_somebody_and_goes_under(run: Session) -> None:
    remains = Remains(Effects(rng()).sparks)
    remains.notice([ev.Melting(18.0, 10.0, 5, "john", 0.8)], run.world.tick)
    seen = []
    for _ in range(STANDS):
        (face,) = remains.join(run, [])
        assert face.slot >= FACES
        assert face.sheet == LOOKS["john"].sheet
        seen.append((face.chrome, face.sunk))
        run.world.tick += 1
    middle = seen[STANDS // 2]
    assert seen[1][0] > 0.9
    assert seen[-1][0] > 0.9
    assert middle[0] == 0.0
    assert middle[1] < min(seen[1][1], seen[-1][1])
    assert remains.join(run, []) == []


def test_a_flung_body_turns_in_the_air(run: Session) -> None:
    remains, b, hunter = Remains(Effects(rng()).sparks), run.world.b, run.hunter
    b.seen[hunter] = 1
    flat = next(p for p in Cast(rng(), Pools(None)).look(run) if p.slot == hunter)
    run.world.begin(hunter, THROWN, FLING_TICKS)
    run.world.tick += FLING_TICKS // 2
    up = next(p for p in remains.join(run, Cast(rng(), Pools(None)).look(run)) if p.slot == hunter)
    assert up.y < flat.y - 10
    assert up.late[1] > 10
    assert up.chrome > 0.3


def test_a_grenade_blinks_until_it_goes_off(run: Session) -> None:
    remains, b, hunter = Remains(Effects(rng()).sparks), run.world.b, run.hunter
    b.seen[hunter] = 1
    b.x[hunter], b.y[hunter] = 12.0, 10.0
    cam = camera(200, 140)
    remains.notice([ev.Embedded(12.0, 10.0, hunter, 42)], run.world.tick)
    bright = []
    for _ in range(42):
        frame = screen()
        remains.draw_high(frame, run, cam)
        bright.append(lit(frame) > 0)
        run.world.tick += 1
    assert any(bright)
    assert not all(bright)
    remains.notice([ev.Flung(12.0, 10.0, 15.0, 10.0, hunter, 24)], run.world.tick)
    frame = screen()
    remains.draw_high(frame, run, cam)
    assert lit(frame) == 0


# ------------------------------------------------------------------ steam
def test_steam_stands_while_the_valve_is_open(run: Session, edge: Level) -> None:
    steam, frame = Steam(edge, rng()), screen()
    cam = camera(0, 280)
    for _ in range(10):
        run.world.tick += 1
        steam.step(run, cam)
    steam.draw(frame, cam, run.world.tick)
    assert lit(frame) == 0
    run.world.state.timers["steam"] = run.world.tick
    for _ in range(20):
        run.world.tick += 1
        steam.step(run, cam)
    steam.draw(frame, cam, run.world.tick)
    assert lit(frame) > 0


# ------------------------------------------------------------------ all of it
@compiled
def test_the_whole_end_is_drawn_and_changes_nothing(edge: Level) -> None:
    session, view = Session(edge, 1), View(edge, 1)
    world = session.world
    session.step({})
    b, hunter = world.b, session.hunter
    b.x[hunter], b.y[hunter], b.x[0], b.y[0] = 12.6, 10.0, 10.9, 10.0
    b.stun_until[hunter] = world.tick + 100
    world.went_off.append((12.6, 10.0, 0, hunter, 1.0, 0.0))
    for _ in range(330):
        session.step({})
        if world.tick % 5 == 0:
            before = session.digest()
            view.draw(session)
            assert session.digest() == before
    assert world.state.gone == ["t1000"]
    assert view.whole(session).get_size() == (28 * 32, 20 * 32)
