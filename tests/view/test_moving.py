"""What moves by itself or lies where it fell: water, games, dust, pools, splinters, doors, and the marks over heads."""

import numpy as np
import pygame
import pytest

from game.agent.command import THROW, Command
from game.content.lines import REFUSED
from game.content.looks import LOOK_INDEX
from game.core.ground import DoorSpot
from game.core.jit import JIT
from game.level.data import Level
from game.level.load import load
from game.session import Session
from game.sim import events as ev
from game.sim.state import Clock
from game.sim.systems.forms import POUR_TICKS
from game.sim.tables import CALL, POUR
from game.view import doors, liquid, pools, screens, seizure, water
from game.view.camera import Camera
from game.view.cast import ARM, MOST, Cast, Person, part
from game.view.debris import FLIES, Debris, splinters, thing
from game.view.light import graded
from game.view.marks import SHAPES, Marks, Word, picture
from game.view.signals import Signals
from game.view.view import View

compiled = pytest.mark.skipif(not JIT, reason="the picture's loops over pixels need the compiler")


@pytest.fixture(scope="module")
def mall() -> Level:
    return load("closing_time")


@pytest.fixture
def run(mall: Level) -> Session:
    session = Session(mall, 1)
    session.step({})
    return session


def bright(surface: pygame.Surface) -> int:
    return int(pygame.surfarray.array3d(surface).sum())


def test_only_the_blue_of_a_basin_is_water() -> None:
    painted = np.zeros((2, 2, 4), np.uint8)
    painted[0, 0] = (30, 90, 150, 255)
    painted[0, 1] = (120, 120, 130, 255)
    painted[1, 0] = (30, 90, 150, 0)
    assert water.water_of(painted).tolist() == [[True, False], [False, False]]


def test_the_fountain_moves(mall: Level) -> None:
    fountain, cam = water.Fountains(mall, np.random.default_rng(1)), Camera((2048, 1408))
    spot = next(p for p in mall.props if p.kind == water.KIND)
    cam.x, cam.y = int(spot.x * 32) - 200, int(spot.y * 32) - 100
    frames = []
    for tick in (0, water.TICKS):
        frame = pygame.Surface((640, 360))
        fountain.draw(frame, cam, tick)
        frames.append(frame.get_buffer().raw)
    assert frames[0] != frames[1]


def test_games_play_and_never_flicker_fast() -> None:
    assert screens.SPAN >= 10  # three changes a second are six spans at most
    for kind in range(4):
        first, later = (screens.game((24, 13), kind, phase, (64, 232, 255)) for phase in (0, 5))
        assert bright(first) > 0
        assert first.get_buffer().raw != later.get_buffer().raw


def test_a_pool_grows_with_what_has_run_into_it() -> None:
    sizes = [int((pygame.surfarray.array_alpha(liquid.pool(n, 0)) > 0).sum()) for n in range(1, liquid.AMOUNTS + 1)]
    assert sizes == sorted(sizes)
    assert sizes[-1] > 6 * sizes[0]


def test_it_comes_out_on_the_other_side_of_a_door() -> None:
    flat = DoorSpot(name="a", kind="shutter", x=10.0, y=5.0, w=3.0, h=1.0)
    assert pools.beyond(flat, 11.0, 4.0) == (11.0, 6.0 + pools.DEPTH)
    upright = DoorSpot(name="b", kind="shutter", x=10.0, y=5.0, w=1.0, h=3.0)
    assert pools.beyond(upright, 12.0, 6.0) == (10.0 - pools.DEPTH, 6.0)


def test_the_hunter_runs_down_while_it_pours_and_stands_up_after(run: Session, mall: Level) -> None:
    pool, b, hunter = pools.Pools(None), run.world.b, run.hunter
    b.act[hunter], b.act_until[hunter] = POUR, run.world.tick + POUR_TICKS
    assert pool.sunk(run, hunter) == 0
    b.act_until[hunter] = run.world.tick + POUR_TICKS // 2
    assert pool.sunk(run, hunter) == 1
    b.act[hunter] = 0
    pool.notice([ev.Poured(0, 0, 1, 0, hunter)], run.world.tick)
    assert pool.sunk(run, hunter) == 1
    run.world.tick += pools.RISES // 2
    assert pool.sunk(run, hunter) == pytest.approx(0.5)
    run.world.tick += pools.RISES
    assert pool.sunk(run, hunter) == 0


def test_a_door_swings_away_from_who_pushes_it() -> None:
    flat = DoorSpot(name="a", kind="swing", x=10.0, y=5.0, w=1.5, h=0.5)
    assert doors.away(flat, 10.5, 4.0) == 1
    assert doors.away(flat, 10.5, 7.0) == -1
    upright = DoorSpot(name="b", kind="swing", x=10.0, y=5.0, w=0.5, h=1.5)
    assert doors.away(upright, 12.0, 5.5) == 1
    assert doors.away(upright, 9.0, 5.5) == -1


def test_the_view_remembers_who_pushed(run: Session, mall: Level) -> None:
    hung, b = doors.Doors(mall.ground.doors, None), run.world.b
    k, spot = next((k, d) for k, d in enumerate(mall.ground.doors) if d.kind == "swing" and d.w > d.h)
    x, y = spot.x + spot.w / 2, spot.y + spot.h / 2
    b.x[run.player], b.y[run.player] = x, y + 0.8
    hung.notice([ev.DoorMoved(k, False, x, y)], b, run.world.count)
    assert hung._ways[k] == -1


@compiled
def test_splinters_fly_and_then_lie_there(run: Session, mall: Level) -> None:
    view = View(mall)
    debris = Debris(np.random.default_rng(2))
    at = pygame.Rect(24 * 32 - 60, 26 * 32 - 60, 120, 120)
    before = view.floors.lit.subsurface(at).copy().get_buffer().raw
    debris.burst(24 * 32.0, 26 * 32.0, 0.0, 0)
    for tick in range(FLIES + 1):
        debris.step(tick, view.floors)
    assert not debris._bits
    assert view.floors.lit.subsurface(at).copy().get_buffer().raw != before


def test_everything_that_can_be_dropped_has_a_picture() -> None:
    assert all(bright(thing(kind)[0]) > 0 for kind in range(6))
    assert len(splinters(0)) == 8


def test_a_breath_is_held_by_who_tells_so(run: Session) -> None:
    cast, who = Cast(np.random.default_rng(1), pools.Pools(None)), run.world.crowd_from
    b = run.world.b
    b.vx[who] = b.vy[who] = 0.0

    def breathes() -> bool:
        seen = set()
        for _ in range(90):
            run.world.tick += 1
            seen |= {p.breath for p in cast.look(run, everybody=True) if p.slot == who}
        return len(seen) == 2

    assert breathes()
    cast.notice([ev.Told("no_breath", 0, 0, who)], b, run.world.tick)
    assert not breathes()


def test_who_stares_turns_to_the_player(run: Session) -> None:
    cast, who, b = (
        Cast(np.random.default_rng(1), pools.Pools(None)),
        run.world.crowd_from,
        run.world.b,
    )
    b.x[who], b.y[who] = b.x[run.player] - 3, b.y[run.player]
    b.fx[who], b.fy[who] = -1.0, 0.0
    cast.notice([ev.Told("stare", 0, 0, who)], b, run.world.tick)
    assert next(p.aim for p in cast.look(run, everybody=True) if p.slot == who) == 0


def test_marks_show_a_verdict_a_call_and_nothing_else(run: Session) -> None:
    marks, cam, b = Marks(), Camera((2048, 1408)), run.world.b
    who = run.world.crowd_from
    cam.x, cam.y = int(b.x[who] * 32) - 320, int(b.y[who] * 32) - 180
    people = [p for p in Cast(np.random.default_rng(1), pools.Pools(None)).look(run, everybody=True) if p.slot == who]

    def drawn() -> int:
        frame = pygame.Surface((640, 360))
        marks.draw(frame, run, people, cam)
        return bright(frame)

    assert drawn() == 0
    b.mood[who] = CALL
    assert drawn() > 0
    b.mood[who] = 0
    run.world.state.marks[who] = 3
    assert drawn() > 0


def test_every_mark_is_a_shape_of_its_own() -> None:
    assert len({picture(name, (255, 255, 255)).get_buffer().raw for name in SHAPES}) == len(SHAPES)


def test_the_arc_of_a_throw_shows_while_it_is_aimed(run: Session) -> None:
    signals, cam, b = Signals(), Camera((2048, 1408)), run.world.b
    cam.x, cam.y = int(b.x[run.player] * 32) - 320, int(b.y[run.player] * 32) - 180
    run.world.state.throw_aim = (3.0, 0.0)
    frame = pygame.Surface((640, 360))
    signals.draw_high(frame, cam, run)
    assert bright(frame) == 0
    run.world.state.commands[run.player] = Command(held=THROW)
    signals.draw_high(frame, cam, run)
    assert bright(frame) > 0


def test_light_keeps_its_hue_and_deepens() -> None:
    lamp = np.array([[[0.6, 0.3, 0.9]]], np.float32)
    out = graded(lamp)[0, 0]
    assert out[2] > out[0] > out[1]
    assert out.mean() < 0.6
    assert np.ptp(out) > np.ptp(lamp) * 0.95


@compiled
def test_a_seizure_darkens_the_rim_and_a_trusted_face_is_shown(run: Session, mall: Level) -> None:
    view, b, w = View(mall), run.world.b, run.world
    b.x[run.hunter], b.y[run.hunter] = b.x[run.player] + 2, b.y[run.player]
    b.x[run.ward], b.y[run.ward] = b.x[run.player] + 1.7, b.y[run.player]
    b.holds[run.hunter], b.held_by[run.ward], b.look[run.hunter] = run.ward, run.hunter, LOOK_INDEX["guard"]
    calm = view.draw(run).copy()
    w.state.clock = Clock("seized", w.tick, w.tick + 360)
    seized = view.draw(run).copy()
    corner = pygame.Rect(0, 130, 40, 60)
    assert bright(seized.subsurface(corner).copy()) < bright(calm.subsurface(corner).copy())
    w.state.clock = Clock("seized_trusted", w.tick, w.tick + 360)
    card = pygame.Rect(160, 37, 52, 52)
    assert view.draw(run).subsurface(card).copy().get_buffer().raw != seized.subsurface(card).copy().get_buffer().raw


@compiled
def test_a_sign_goes_out_over_a_shutter_that_came_down(run: Session, mall: Level) -> None:
    view, d = View(mall), run.world.d
    k = next(s[5] for s in view.signs._signs if s[5] >= 0 and not d.rest[s[5]])
    spot = mall.ground.doors[k]
    cam = view.camera
    cam.x, cam.y = int(spot.x * 32) - 300, int(spot.y * 32) - 170
    lit = pygame.Surface((640, 360))
    view.signs.draw(lit, cam, d)
    d.shut[k] = 1
    dark = pygame.Surface((640, 360))
    view.signs.draw(dark, cam, d)
    assert bright(dark) < bright(lit) * 0.7


def test_people_at_arms_length_are_drawn_apart_and_the_player_stays_where_he_is() -> None:
    def somebody(slot: int, x: float, held: bool = False) -> Person:
        return Person(
            slot=slot,
            sheet="civ1",
            x=x,
            y=100.0,
            aim=0,
            heading=0,
            legs="idle",
            pose="idle",
            step=0,
            glow=0.3,
            held=held,
        )

    me, it, far, held = (
        somebody(0, 100.0),
        somebody(1, 118.0),
        somebody(2, 100.0 + 3 * ARM),
        somebody(3, 119.0, held=True),
    )
    part([me, it, far, held], 0)
    assert me.x == 100.0
    assert 118.0 + 4 < it.x <= 118.0 + MOST
    assert far.x == 100.0 + 3 * ARM
    assert held.x == 119.0


def test_a_trigger_that_clicks_says_why_for_long_enough_to_be_read(
    run: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("game.view.font.write", lambda frame, words, *rest: said.append(words))
    signals, cam, b, player = Signals(), Camera((2048, 1408)), run.world.b, run.player
    tick = run.world.tick
    signals.notice([ev.ShotRefused(b.x[player], b.y[player], player, "ward")], tick)
    for age in (0, 50, 70):
        signals.step(tick + age)
        signals.draw_high(pygame.Surface((640, 360)), cam, run)
    assert said == [REFUSED["ward"]] * 2


def test_what_clicked_is_forgotten_once_the_shot_is_away(run: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("game.view.font.write", lambda frame, words, *rest: said.append(words))
    signals, b, player = Signals(), run.world.b, run.player
    x, y = b.x[player], b.y[player]
    signals.notice([ev.ShotRefused(x, y, player, "person"), ev.ShotFired("grenade", x, y, 1.0, 0.0, player)], 10)
    signals.draw_high(pygame.Surface((640, 360)), Camera((2048, 1408)), run)
    assert not said


def test_a_verdict_stands_over_nobody_elses_head() -> None:
    marks = Marks()
    marks._heads = {1: pygame.Rect(100, 100, 18, 18), 2: pygame.Rect(100, 78, 18, 18)}
    words = [Word("NOT HIM", (255, 255, 255), 0) for _ in range(2)]
    assert marks._free(1, words[0], 109, 84).y > 118  # under his feet
    assert marks._free(2, words[1], 109, 60).y == 60


def test_every_reason_for_a_click_has_words() -> None:
    assert set(REFUSED) == {"ward", "person"}


def test_corners_close_on_the_ring_once_hands_reach(run: Session) -> None:
    b, w = run.world.b, run.world
    b.x[run.ward], b.y[run.ward] = b.x[run.player] + 1.2, b.y[run.player]
    b.holds[run.hunter], b.held_by[run.ward] = run.ward, run.hunter
    w.state.clock = Clock("seized", w.tick, w.tick + 360)
    cam = Camera((2048, 1408))
    cam.x, cam.y = int(b.x[run.player] * 32) - 320, int(b.y[run.player] * 32) - 180
    drawn = []
    for reach in (False, True):
        frame = pygame.Surface((640, 360))
        seizure.draw(frame, run, cam, pygame.Rect(200, 37, 240, 30), reach)
        drawn.append(bright(frame))
    assert drawn[1] > drawn[0]
