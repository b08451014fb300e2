"""A window is pulled about, left, filled, stopped and unplugged; play goes on and nothing sticks."""

import random

import pygame
import pytest
from windows import Desk, FakeView

from game.app.building import Wanted
from game.app.presenter import open_display
from game.level.load import load
from game.session import Session

CODES = (
    pygame.K_w,
    pygame.K_a,
    pygame.K_s,
    pygame.K_d,
    pygame.K_LSHIFT,
    pygame.K_e,
    pygame.K_f,
    pygame.K_q,
    pygame.K_r,
)


@pytest.fixture
def desk(home):
    home.mkdir()
    open_display()
    made = Desk()
    wanted = Wanted(level="yard", seed=3, difficulty="standard")
    made.app.push("play", session=Session(load("yard"), 3), view=FakeView(), wanted=wanted)
    yield made
    pygame.display.quit()


def test_five_hundred_faults(desk):
    dice = random.Random(5)
    for _ in range(500):
        what = dice.randrange(8)
        if what == 0:
            size = dice.choice([(1, 1), (4000, 3000), (dice.randint(1, 2000), dice.randint(1, 1200))])
            pygame.display.set_mode(size, pygame.RESIZABLE)
        elif what == 1:
            desk.post(dice.choice([pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED]))
        elif what == 2:
            desk.key(pygame.K_F11)
        elif what == 3:
            desk.post(pygame.CONTROLLERDEVICEREMOVED, instance_id=dice.randrange(3))
        elif what == 4:
            desk.post(
                pygame.CONTROLLERAXISMOTION, axis=dice.randrange(6), value=dice.randint(-32768, 32767), instance_id=0
            )
        elif what == 5:
            desk.post(pygame.MOUSEBUTTONDOWN, button=1, pos=(dice.randint(-50, 5000), dice.randint(-50, 5000)))
        else:
            desk.post(dice.choice([pygame.KEYDOWN, pygame.KEYUP]), key=dice.choice(CODES), mod=0)
        desk.app.turn(dice.randrange(6))
        if desk.screen != "Play":
            while desk.screen not in ("Play", "Title", ""):
                desk.app.pop()
        assert desk.screen == "Play"
    desk.post(pygame.WINDOWFOCUSLOST)
    desk.app.pop()
    command = desk.app.hands.tick()
    assert (command.move_x, command.move_y, command.held) == (0, 0, 0)
