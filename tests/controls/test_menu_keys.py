"""Menus can be walked with keys alone and with a pad alone."""

import pygame

from game.controls.menus import FIRST_REPEAT, REPEAT, MenuKeys


def down(code, mod=0):
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="")


def stick(axis, value):
    return pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=round(value * 32767), instance_id=0)


def pad(button):
    return pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0)


def test_keys_have_words():
    keys = MenuKeys()
    assert [keys.read(down(k)) for k in (pygame.K_UP, pygame.K_s, pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_F9)] == [
        "up",
        "down",
        "ok",
        "back",
        "",
    ]


def test_alt_enter_belongs_to_the_window():
    assert MenuKeys().read(down(pygame.K_RETURN, pygame.KMOD_LALT)) == ""


def test_the_pad_has_words():
    keys = MenuKeys()
    buttons = (pygame.CONTROLLER_BUTTON_DPAD_DOWN, pygame.CONTROLLER_BUTTON_A, pygame.CONTROLLER_BUTTON_B)
    assert [keys.read(pad(b)) for b in buttons] == ["down", "ok", "back"]


def test_the_stick_moves_once_for_each_tilt():
    keys = MenuKeys()
    words = [keys.read(stick(1, v)) for v in (0.3, 0.7, 0.9, 0.2, -0.8)]
    assert words == ["", "down", "", "", "up"]


def test_a_held_way_repeats():
    keys = MenuKeys()
    keys.read(down(pygame.K_DOWN))
    words = [keys.tick() for _ in range(FIRST_REPEAT + REPEAT)]
    assert words.count("down") == 2
    keys.read(pygame.event.Event(pygame.KEYUP, key=pygame.K_DOWN))
    assert not any(keys.tick() for _ in range(60))


def test_choosing_does_not_repeat():
    keys = MenuKeys()
    keys.read(down(pygame.K_RETURN))
    assert not any(keys.tick() for _ in range(90))


def test_losing_the_window_ends_the_repeats():
    keys = MenuKeys()
    keys.read(down(pygame.K_DOWN))
    keys.read(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert not any(keys.tick() for _ in range(90))
