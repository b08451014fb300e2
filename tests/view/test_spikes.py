"""The long blade: as long as the rules say when it lands, gone soon after, drawn along the way it points."""

import pygame
import pytest

from game.level.load import load
from game.session import Session
from game.sim import events as ev
from game.sim.tables import NOTHING, THRUST
from game.view import spikes
from game.view.camera import Camera
from game.view.light import StandingLight
from game.view.pixels import METRE, H, W


@pytest.fixture(scope="module")
def stage() -> tuple[Session, spikes.Spikes]:
    level = load("closing_time")
    session = Session(level, 1)
    session.step({})
    return session, spikes.Spikes(StandingLight(level))


def test_it_is_as_long_as_it_reaches_when_it_lands(stage: tuple[Session, spikes.Spikes]) -> None:
    session, part = stage
    b, slot, tick = session.world.b, session.hunter, session.world.tick
    b.act[slot], b.act_until[slot] = THRUST, tick + 30
    assert part.length(session, slot) == pytest.approx(spikes.SHORT)
    b.act_until[slot] = tick
    assert part.length(session, slot) == pytest.approx(spikes.THRUSTS.reach)
    b.act[slot] = NOTHING
    part.notice([ev.StrikeLanded("thrust", 0.0, 0.0, 1.0, 0.0, slot, -1)], tick)
    assert part.length(session, slot) == pytest.approx(spikes.THRUSTS.reach)
    part.notice([ev.StrikeLanded("thrust", 0.0, 0.0, 1.0, 0.0, slot, -1)], tick - spikes.BACK)
    assert part.length(session, slot) == 0.0


def test_it_is_drawn_along_the_way_it_points_and_only_in_sight(stage: tuple[Session, spikes.Spikes]) -> None:
    session, part = stage
    b, slot = session.world.b, session.hunter
    b.act[slot], b.act_until[slot] = THRUST, session.world.tick
    b.fx[slot], b.fy[slot] = 1.0, 0.0
    ground = session.level.ground
    cam = Camera((ground.width * METRE, ground.height * METRE))
    cam.x, cam.y = int(b.x[slot] * METRE) - W // 2, int(b.y[slot] * METRE) - H // 2
    for seen in (0, 1):
        b.seen[slot] = seen
        frame = pygame.Surface((W, H))
        part.draw(frame, session, cam)
        drawn = pygame.surfarray.array3d(frame).any(axis=2)
        assert drawn.any() == bool(seen)
    columns, rows = drawn.any(axis=1).nonzero()[0], drawn.any(axis=0).nonzero()[0]
    assert columns.min() > W // 2
    assert columns.max() - W // 2 == pytest.approx(spikes.THRUSTS.reach * METRE, abs=8)
    assert rows.max() - rows.min() < 24
