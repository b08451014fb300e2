"""From the title into the real picture and out again, as a player would."""

import pygame
from windows import Desk

from game.app.presenter import open_display


def until(desk, screen, tries=2000):
    for _ in range(tries):
        desk.app.turn(1)
        if desk.screen == screen:
            return
        pygame.time.wait(5)
    raise AssertionError(f"{desk.screen} instead of {screen}")


def test_a_whole_visit(home):
    home.mkdir()
    open_display()
    desk = Desk()
    desk.choose("MISSIONS")
    desk.choose("TRAINING")
    until(desk, "Play")
    desk.key(pygame.K_c, pygame.K_r, pygame.K_3)
    desk.click(400, 100)
    for _ in range(40):
        desk.app.turn(1)
    desk.post(pygame.KEYDOWN, key=pygame.K_q, mod=0)
    for _ in range(20):
        desk.app.turn(1)
    assert desk.app.hands.wheel
    desk.post(pygame.KEYUP, key=pygame.K_q, mod=0)
    desk.key(pygame.K_TAB, pygame.K_TAB, pygame.K_ESCAPE)
    assert desk.screen == "Pause"
    desk.choose("QUIT TO TITLE")
    desk.choose("CONTINUE")
    until(desk, "Play")
    assert desk.app.top.session.world.tick > 60
    desk.key(pygame.K_ESCAPE)
    desk.choose("RESTART MISSION")
    until(desk, "Play")
    assert desk.app.top.session.world.tick < 60
    desk.post(pygame.QUIT)
    assert desk.screen == ""
    pygame.display.quit()
