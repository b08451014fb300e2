"""Frames of the real yard: drawn without a trace in the world, the same each time, and true to what the rules say."""

import numpy as np
import pygame
import pytest

from game.core.jit import JIT
from game.level.data import Level
from game.level.load import load
from game.session import Session
from game.sim import events
from game.view.pixels import H, W
from game.view.view import View

pytestmark = pytest.mark.skipif(not JIT, reason="the picture's loops over pixels need the compiler")
LOADER = "loader"  # somebody whom nothing in the story depends on


@pytest.fixture(scope="module")
def yard() -> Level:
    return load("yard")


@pytest.fixture
def run(yard: Level) -> Session:
    session = Session(yard, 3)
    for _ in range(3):
        session.step({})
    return session


def pixels(frame: pygame.Surface) -> bytes:
    return frame.get_buffer().raw


def luminance(frame: pygame.Surface, area: pygame.Rect | None = None) -> float:
    part = frame.subsurface(area) if area else frame
    return float(pygame.surfarray.array3d(part).mean())


def test_drawing_leaves_the_world_as_it_is(yard: Level, run: Session) -> None:
    before = run.digest(), run.world.bodies.tobytes(), run.world.doors.tobytes(), run.world.shots.tobytes()
    view = View(yard)
    view.draw(run)
    view.draw(run, vision=True)
    view.whole(run)
    assert before == (run.digest(), run.world.bodies.tobytes(), run.world.doors.tobytes(), run.world.shots.tobytes())


def test_two_fresh_views_draw_the_same_bytes(yard: Level) -> None:
    films = []
    for _ in range(2):
        session, view = Session(yard, 5), View(yard, seed=1)
        film = []
        for _ in range(12):
            session.step({})
            film.append(pixels(view.draw(session)))
        films.append(film)
    assert films[0] == films[1]


def test_a_frame_drawn_twice_on_one_tick_is_the_same(yard: Level, run: Session) -> None:
    view = View(yard)
    first = pixels(view.draw(run))
    assert pixels(view.draw(run)) == first


def test_a_dark_lamp_group_darkens_its_floor(yard: Level, run: Session) -> None:
    view = View(yard)
    lamp = next(lamp for lamp in yard.lamps if lamp.group)
    at = pygame.Rect(int(lamp.x * 32) - 40, int(lamp.y * 32) - 40, 80, 80)
    bright = luminance(view.whole(run), at)
    run.world.state.lamps_off.append(lamp.group)
    view = View(yard)
    dark = luminance(view.whole(run), at)
    assert dark < bright * 0.85


def test_a_lamp_group_goes_dark_and_comes_back_in_play(yard: Level, run: Session) -> None:
    view = View(yard)
    lamp = next(lamp for lamp in yard.lamps if lamp.group)
    run.step({})
    view.draw(run)
    lit = view.light.at(lamp.x * 32, lamp.y * 32)
    run.world.state.lamps_off.append(lamp.group)
    run.step({})
    view.draw(run)
    view.switching.finish()
    assert sum(view.light.at(lamp.x * 32, lamp.y * 32)) < sum(lit) * 0.8
    run.world.state.lamps_off.clear()
    run.step({})
    view.draw(run)
    view.switching.finish()
    assert view.light.at(lamp.x * 32, lamp.y * 32) == lit


def test_a_change_of_lamps_ends_as_if_it_had_always_been_so(yard: Level, run: Session) -> None:
    view, group = View(yard), next(lamp.group for lamp in yard.lamps if lamp.group)
    view.draw(run)
    run.world.state.lamps_off.append(group)
    run.step({})
    view.draw(run)
    view.switching.finish()
    fresh = View(yard)
    fresh.light.set_dark(frozenset({group}))
    everywhere = pygame.Rect(0, 0, yard.ground.width * 32, yard.ground.height * 32)
    fresh.light.refresh(everywhere)
    assert np.array_equal(view.light.now, fresh.light.now)
    assert np.allclose(view.light.feet, fresh.light.feet, atol=1e-5)


def test_whoever_is_out_of_sight_is_not_drawn(yard: Level, run: Session) -> None:
    b, slot = run.world.b, run.world.slot(LOADER)
    b.x[slot], b.y[slot] = b.x[run.player] + 1.2, b.y[run.player]
    b.seen[slot] = 0
    hidden = pixels(View(yard).draw(run))
    b.here[slot] = 0
    assert pixels(View(yard).draw(run)) == hidden
    b.here[slot], b.seen[slot] = 1, 1
    assert pixels(View(yard).draw(run)) != hidden


def test_a_ghost_of_who_left_sight_fades(yard: Level, run: Session) -> None:
    view, b, slot = View(yard), run.world.b, run.world.slot(LOADER)
    b.seen[slot] = 1
    assert [p.strength for p in view.cast.look(run) if p.slot == slot] == [255]
    b.seen[slot] = 0
    strengths = []
    for _ in range(130):
        run.world.tick += 1
        strengths += [p.strength for p in view.cast.look(run) if p.slot == slot]
    assert strengths == sorted(strengths, reverse=True)
    assert 100 < len(strengths) < 125


def test_a_mouse_pixel_and_its_place_agree(yard: Level, run: Session) -> None:
    view = View(yard)
    view.draw(run)
    x, y = view.on_screen(100, 200)
    assert view.pixel_of(x, y) == (100, 200)
    b = run.world.b
    px, py = view.pixel_of(b.x[run.player], b.y[run.player])
    assert 0 <= px < W
    assert 0 <= py < H


def test_a_door_that_opens_lets_sight_through(yard: Level, run: Session) -> None:
    view, d = View(yard), run.world.d
    view.draw(run)
    shut = view.doors.solid
    run.step({})
    d.shut[shut[0]] = 0
    view.draw(run)
    assert view.doors.solid == shut[1:]


def test_retry_clears_the_air(yard: Level, run: Session) -> None:
    view = View(yard)
    for _ in range(5):
        run.step({})
        view.draw(run)
    view.effects.sparks.emit(10, 10, 5)
    run.retry()
    view.draw(run)
    assert not (view.effects.sparks._life > 0).any()


def test_the_whole_map_has_the_maps_size(yard: Level, run: Session) -> None:
    whole = View(yard).whole(run)
    assert whole.get_size() == (yard.ground.width * 32, yard.ground.height * 32)
    assert np.ptp(pygame.surfarray.array3d(whole)) > 100


def test_the_whole_map_gives_nobody_away_to_the_player(yard: Level, run: Session) -> None:
    view, b, slot = View(yard), run.world.b, run.world.slot(LOADER)
    b.seen[slot] = 0
    view.whole(run)
    assert all(p.slot != slot for p in view.cast.look(run))


def test_a_broken_pane_leaves_shards(yard: Level, run: Session) -> None:
    view = View(yard)
    pane = yard.panes[0]
    at = pygame.Rect(int(pane.x * 32) - 8, int(pane.y * 32) - 8, int(pane.w * 32) + 16, int(pane.h * 32) + 16)
    before = view.floors.lit.subsurface(at).copy().get_buffer().raw
    run.world.state.broken.append(pane.block)
    run.step({})
    view.draw(run)
    assert view.floors.lit.subsurface(at).copy().get_buffer().raw != before


def test_words_and_marks_show_on_the_screen(yard: Level, run: Session) -> None:
    view, player = View(yard), run.player
    plain = pixels(View(yard).draw(run))
    run.events = [
        events.Said("t800", player, "quiet", "You are John. Stay close."),
        events.Said("card", -1, "yard", "Somebody was told to wait here."),
        events.Stepped(run.hunter, run.world.b.x[player] + 9, run.world.b.y[player], "machine", 20),
        events.ShotRefused(run.world.b.x[player], run.world.b.y[player], player, "ward"),
        events.Whistled(run.world.b.x[player], run.world.b.y[player], player),
    ]
    assert pixels(view.draw(run)) != plain


def test_a_vehicle_that_rolled_stands_where_it_stopped(yard: Level, run: Session) -> None:
    view = View(yard)
    lift = next(p for p in yard.props if p.name == "forklift")
    view.draw(run)
    (before,) = view.small.boxes(run)
    at = pygame.Rect(int(lift.x * 32), int(lift.y * 32), int(lift.w * 32), int(lift.h * 32))
    there = view.whole(run).subsurface(at).copy().get_buffer().raw
    run.world.state.rolled["forklift"] = (lift.x - 3, lift.y)
    (after,) = view.small.boxes(run)
    assert after[0] < before[0]
    assert view.whole(run).subsurface(at).copy().get_buffer().raw != there
