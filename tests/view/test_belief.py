"""The hunter's belief as a picture, and the hunter as a thing: what is drawn where, and that looking changes nothing."""

import numpy as np
import pygame
import pytest

from game.agent.command import IDLE, Command
from game.level.data import Level
from game.level.load import load
from game.session import Session
from game.sim import events as ev
from game.sim.systems.guise import SETTLE, SETTLE_TICKS, shown
from game.view import belief, guises
from game.view.camera import Camera
from game.view.light import StandingLight
from game.view.pixels import METRE, H, W


@pytest.fixture(scope="module")
def mall() -> Level:
    return load("closing_time")


@pytest.fixture
def run(mall: Level) -> Session:
    session = Session(mall, 1)
    for _ in range(30):
        session.step({})
    return session


def frame_of(colour: tuple[int, int, int] = (20, 20, 30)) -> pygame.Surface:
    made = pygame.Surface((W, H))
    made.fill(colour)
    return made


def camera_at(session: Session, x: float, y: float) -> Camera:
    ground = session.level.ground
    cam = Camera((ground.width * METRE, ground.height * METRE))
    cam.x, cam.y = int(x * METRE) - W // 2, int(y * METRE) - H // 2
    return cam


def test_belief_adds_up_and_glows_brightest_where_it_is_heaviest(run: Session) -> None:
    cells, shares = belief.particles(run)
    assert shares.sum() == pytest.approx(1.0)
    columns = run.world.ground.wall.shape[1]
    heavy = int(cells[shares.argmax()])
    x, y = (heavy % columns + 0.5) / 2, (heavy // columns + 0.5) / 2
    frame, before = frame_of(), run.digest()
    belief.draw(frame, run, camera_at(run, x, y))
    red = pygame.surfarray.array3d(frame)[..., 0].astype(int)
    assert red[W // 2, H // 2] > 40
    assert red.max() <= red[W // 2 - 20 : W // 2 + 20, H // 2 - 20 : H // 2 + 20].max() + 120
    assert run.digest() == before


def test_the_small_map_shows_the_three_and_fits_its_corner(run: Session) -> None:
    small = belief.map_of(run)
    assert small.get_width() <= belief.WIDE + 1
    assert small.get_height() <= belief.TALL + 1
    colours = {tuple(c) for c in pygame.surfarray.array3d(small).reshape(-1, 3).tolist()}
    assert {belief.US, belief.BOY, belief.IT} <= colours


def test_without_a_hunter_there_is_no_belief(mall: Level) -> None:
    session = Session(mall, 1, pursuer="none")
    session.step({})
    cells, _ = belief.particles(session)
    assert not len(cells)
    frame = frame_of()
    belief.draw(frame, session, camera_at(session, 10.0, 10.0))
    assert pygame.surfarray.array3d(frame).max() == 30


# ------------------------------------------------------------------ a thing among things
def lying(mall: Level) -> Session:
    session = Session(mall, 1)
    world = session.world
    b, spot = world.b, world.guises[0]
    for slot, dx in ((session.hunter, 0.0), (session.player, -2.0), (session.ward, -3.0)):
        b.x[slot], b.y[slot] = spot.x + dx, spot.y + 0.3
    wish = {"t800": IDLE, "john": IDLE}
    session.step(wish | {"t1000": Command(choice=SETTLE)})
    for _ in range(SETTLE_TICKS + guises.COMES + 2):
        session.step(wish | {"t1000": IDLE})
    assert shown(world, session.hunter) == spot.form
    return session


def drawn(part: guises.Guises, session: Session) -> np.ndarray:
    spot = session.world.guises[0]
    frame = frame_of()
    part.draw(frame, session, camera_at(session, spot.x, spot.y))
    return pygame.surfarray.array3d(frame).astype(int)


def test_the_thing_is_drawn_in_its_place_and_a_ripple_runs_over_it(mall: Level) -> None:
    session = lying(mall)
    part = guises.Guises(StandingLight(mall))
    plain = drawn(part, session)
    assert (plain[W // 2 - 16 : W // 2 + 16, H // 2 - 16 : H // 2 + 16] != plain[0, 0]).any()
    assert (plain[: W // 2 - 40] == plain[0, 0]).all()
    part.notice([ev.Rippled("mannequin", 0.0, 0.0, session.hunter)], session.world.tick - guises.RIPPLES // 2)
    assert (drawn(part, session) != plain).any()


def test_an_unseen_place_shows_no_new_thing_until_somebody_of_ours_has_looked(mall: Level) -> None:
    session = lying(mall)
    b = session.world.b
    for slot in (session.player, session.ward):
        b.x[slot], b.y[slot] = 3.0, 3.0
    part = guises.Guises(StandingLight(mall))
    assert (drawn(part, session) == 20).any()
    assert len(np.unique(drawn(part, session).reshape(-1, 3), axis=0)) == 1


def test_every_form_of_a_level_has_a_picture(mall: Level) -> None:
    for spot in mall.mimics:
        if not spot.form.startswith("floor"):
            skin, chrome = guises.thing(spot.form), guises.metal(spot.form)
            assert skin.get_size() == chrome.get_size()
            assert skin.get_width() == skin.get_height()
