"""The moment of proof: the picture leans toward the machine and says which face it is, for two seconds and no longer."""

import pygame

from game.level.load import load
from game.session import Session
from game.sim.events import Unmasked as Proven
from game.view.camera import Camera
from game.view.unmasked import TICKS, Unmasked


def moment(away: float) -> tuple[Session, Unmasked, Camera]:
    """Prove the hunter, so many metres to the right of the player, on this tick."""
    session = Session(load("levels/examples/yard.tmx"), 1)
    session.step({})
    b, me, it = session.world.b, session.player, session.hunter
    b.x[it], b.y[it], b.seen[it], b.here[it] = b.x[me] + away, b.y[me], 1, 1
    unmasked = Unmasked()
    unmasked.notice(session, [Proven(it, me, "test")])
    cam = Camera((3000, 3000))
    cam.x, cam.y = int(b.x[me] * 32) - 320, int(b.y[me] * 32) - 180
    return session, unmasked, cam


def test_the_view_leans_toward_it_until_the_moment_is_over() -> None:
    session, unmasked, _ = moment(4.0)
    assert unmasked.toward(session) == (1.0, 0.0)
    session.world.tick += TICKS
    assert unmasked.toward(session) is None


def test_out_of_sight_it_is_not_pointed_at() -> None:
    session, unmasked, _ = moment(4.0)
    session.world.b.seen[session.hunter] = 0
    assert unmasked.toward(session) is None


def test_beyond_the_screen_an_arrow_at_the_edge_points_at_it_and_keeps_clear_of_words() -> None:
    pygame.display.init()
    session, unmasked, cam = moment(14.0)
    words = pygame.Rect(520, 160, 120, 40)
    taken = [words]
    unmasked.draw(pygame.Surface((640, 360)), session, [], cam, taken)
    assert len(taken) == 2
    assert not taken[1].colliderect(words)
    assert taken[1].right > 600
