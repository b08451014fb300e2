"""Metal that freezes, in pictures: more rime the colder it is, never outside its outline; glitches keep their place."""

import numpy as np
import pygame
import pytest

from game.core.jit import JIT
from game.level.data import Level
from game.level.load import load
from game.session import Session
from game.view import frost
from game.view.camera import Camera
from game.view.cast import Cast
from game.view.cold import Cold
from game.view.pixels import rgba_of
from game.view.steam import OF_PROPS, VAPOURS, Steam

compiled = pytest.mark.skipif(not JIT, reason="the picture's loops over pixels need the compiler")
RED = (150, 20, 20, 255)


def figure() -> pygame.Surface:
    s = pygame.Surface((96, 96), pygame.SRCALPHA)
    pygame.draw.circle(s, RED, (48, 48), 20)
    return s


def icy(s: pygame.Surface) -> float:
    """Return the share of a figure's pixels that are no longer red."""
    pixels = rgba_of(s)
    solid = pixels[..., 3] > 0
    return float((pixels[solid][:, 2] > 60).mean())


def test_the_colder_the_more_rime_and_frozen_through_there_is_no_skin_left() -> None:
    shares = [icy(frost.freeze(figure(), amount)) for amount in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert shares == sorted(shares)
    assert shares[0] < 0.12
    assert 0.25 < shares[2] < 0.8
    assert shares[-1] == 1.0


def test_rime_and_glitches_never_leave_the_outline_by_more_than_they_run() -> None:
    solid = rgba_of(figure())[..., 3] > 0
    assert np.array_equal(rgba_of(frost.freeze(figure(), 0.6))[..., 3] > 0, solid)
    assert np.array_equal(rgba_of(frost.hands(figure(), figure()))[..., 3] > 0, solid)
    ran = rgba_of(frost.run(figure(), 5))[..., 3] > 0
    assert not np.array_equal(ran, solid)
    ys, xs = np.nonzero(ran)
    assert 24 <= xs.min() <= xs.max() <= 72
    assert 28 <= ys.min() <= ys.max() <= 68


@pytest.fixture(scope="module")
def mill() -> Level:
    return load("levels/melt.tmx")


@compiled
def test_the_cold_shows_on_metal_only(mill: Level) -> None:
    from game.view.light import StandingLight
    from game.view.pools import Pools

    session = Session(mill, 1)
    session.step({})
    b, hunter = session.world.b, session.hunter
    cast = Cast(np.random.default_rng(1), Pools(StandingLight(mill)))
    b.here[hunter], b.x[hunter], b.y[hunter] = 1, 9.0, 9.0
    b.chill[hunter], b.chill[session.player], b.stiff[hunter] = 0.5, 0.5, 0
    people = {p.slot: p for p in cast.look(session, everybody=True)}
    assert people[hunter].cold == 0.5
    assert people[session.player].cold == 0.0
    b.stiff[hunter] = 1
    assert {p.slot: p.cold for p in cast.look(session, everybody=True)}[hunter] == 1.0


def test_leaks_breathe_near_the_screen_and_nowhere_else(mill: Level) -> None:
    steam, session = Steam(mill, np.random.default_rng(1)), Session(mill, 1)
    cam = Camera((64 * 32, 48 * 32))
    cam.x, cam.y = 40 * 32, 4 * 32  # the casting bay
    for tick in range(120):
        session.world.tick = tick
        steam.step(session, cam)
    sorts = {p.kind for p in steam._puffs}
    assert "smoke" in sorts
    assert sorts <= set(VAPOURS)
    assert set(OF_PROPS.values()) <= set(VAPOURS)
    assert all(p.x > 30 * 32 for p in steam._puffs if p.kind != "cryo")


@compiled
def test_a_pool_of_cold_lies_where_its_hazard_works_and_dries_after(mill: Level) -> None:
    from game.view.light import StandingLight

    session, cold = Session(mill, 1), Cold(mill, StandingLight(mill))
    cam = Camera((64 * 32, 48 * 32))
    cam.x, cam.y = 0, 0

    def lit() -> int:
        frame = pygame.Surface((640, 360))
        cold.draw(frame, cam)
        return int((pygame.surfarray.array3d(frame)[240:360, 190:290] > 0).any(2).sum())

    cold.step(session)
    assert lit() == 0
    session.world.state.run_until["cryo_pool"] = session.world.tick + 1000
    for _ in range(60):
        cold.step(session)
    assert lit() > 4000
    session.world.state.run_until.clear()
    for _ in range(160):
        cold.step(session)
    assert lit() == 0
