"""The frame lies in the window by a whole factor, and nobody plays in a window that cannot be seen."""

import os
import subprocess
import sys

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.presenter import SIZE, Presenter, fitting, open_display, placed


@pytest.mark.parametrize(
    ("desktop", "factor"),
    [((1280, 720), 2), ((1366, 768), 2), ((1920, 1080), 2), ((2560, 1440), 3), ((3840, 2160), 5), ((320, 200), 1)],
)
def test_the_window_fits_the_desktop(desktop, factor):
    assert fitting(desktop) == factor


@given(st.tuples(st.integers(1, 5000), st.integers(1, 5000)))
def test_the_frame_never_leaves_the_window(window):
    place = placed(window)
    assert pygame.Rect(0, 0, *window).contains(place)
    if window[0] >= SIZE[0] and window[1] >= SIZE[1]:
        assert place.w % SIZE[0] == 0
        assert place.w * SIZE[1] == place.h * SIZE[0]


@pytest.fixture
def presenter():
    open_display()
    yield Presenter(2)
    pygame.display.quit()


def test_a_frame_is_shown_enlarged(presenter):
    frame = pygame.Surface(SIZE)
    frame.fill((10, 20, 30))
    frame.set_at((639, 359), (200, 0, 0))
    presenter.show(frame)
    window = pygame.display.get_surface()
    assert window.get_size() == (1280, 720)
    assert window.get_at((1279, 719))[:3] == (200, 0, 0)
    assert window.get_at((1277, 719))[:3] == (10, 20, 30)


def test_the_mouse_is_told_in_frame_pixels(presenter):
    assert presenter.to_frame((640, 360)) == (320, 180)
    assert presenter.to_frame((-2, 720)) == (-1, 360)


@pytest.mark.parametrize("size", [(1, 1), (100, 3000), (4000, 3000), (641, 361), (639, 359)])
def test_any_size_of_window_works(presenter, size):
    pygame.display.set_mode(size, pygame.RESIZABLE)
    presenter.show(pygame.Surface(SIZE))
    x, y = presenter.to_frame((size[0] / 2, size[1] / 2))
    assert abs(x - SIZE[0] / 2) < SIZE[0] / 2
    assert abs(y - SIZE[1] / 2) < SIZE[1] / 2


def test_full_screen_and_back(presenter):
    assert presenter.toggle_fullscreen()
    presenter.show(pygame.Surface(SIZE))
    assert not presenter.toggle_fullscreen()
    presenter.show(pygame.Surface(SIZE))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_there_is_one_line():
    unset = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER")
    env = {k: v for k, v in os.environ.items() if k not in unset}
    code = "from game.app.window import main\nfrom game.app.start import Start\nmain(Start())"
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=60)
    assert "NoDisplay: no display: neither DISPLAY" in done.stderr
