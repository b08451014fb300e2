"""Real pads come and go (SDL's virtual ones): nothing raises, nothing sticks."""

import ctypes
from pathlib import Path

import pygame
import pytest

from game.controls import sources
from game.controls.hands import Hands

GAME_PAD, AXES, BUTTONS = 1, 6, 15


@pytest.fixture
def sdl():
    """Return SDL itself, the copy that pygame uses."""
    found = sorted(Path(pygame.__file__).parent.parent.glob("pygame_ce.libs/libSDL2-2*.so*"))
    if not found:
        pytest.skip("pygame's own SDL is not where Linux wheels put it")
    library = ctypes.CDLL(str(found[0]))
    if not hasattr(library, "SDL_JoystickAttachVirtual"):
        pytest.skip("this SDL knows no virtual pads")
    library.SDL_JoystickFromInstanceID.restype = ctypes.c_void_p
    pygame.display.init()
    sources.listen()
    pygame.event.clear()
    yield library
    pygame.quit()


def pump(hands):
    for event in pygame.event.get():
        hands.handle(event)


def test_five_hundred_pads_come_and_go(sdl):
    hands = Hands()
    for _ in range(500):
        index = sdl.SDL_JoystickAttachVirtual(GAME_PAD, AXES, BUTTONS, 0)
        assert index >= 0
        pump(hands)
        assert len(hands.sources.pads) == 1
        assert sdl.SDL_JoystickDetachVirtual(index) == 0
        pump(hands)
        assert hands.sources.pads == {}


def test_a_pad_that_goes_while_held_lets_go(sdl):
    hands = Hands()
    index = sdl.SDL_JoystickAttachVirtual(GAME_PAD, AXES, BUTTONS, 0)
    pump(hands)
    pad = ctypes.c_void_p(sdl.SDL_JoystickFromInstanceID(next(iter(hands.sources.pads))))
    sdl.SDL_JoystickSetVirtualAxis(pad, 0, ctypes.c_int16(32767))
    sdl.SDL_JoystickSetVirtualButton(pad, 0, ctypes.c_uint8(1))
    sdl.SDL_JoystickUpdate()
    pump(hands)
    command = hands.tick()
    assert command.move_x == 127
    assert command.held
    sdl.SDL_JoystickDetachVirtual(index)
    pump(hands)
    command = hands.tick()
    assert (command.move_x, command.held) == (0, 0)
    assert hands.sources.unplugged
