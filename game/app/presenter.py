"""The window: opens it, puts a finished frame on it by a whole factor, and says where on the frame the mouse is."""

import os
import sys

import pygame

from game.core.trouble import Trouble

SIZE = W, H = 640, 360
TITLE = "What the Metal Learned"
_WAYLAND = ("WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")  # without either there is no Wayland to be found
_UNSEEN = ("offscreen", "dummy")  # drivers that SDL falls back to and nobody can look at


class NoDisplay(Trouble):
    """There is no screen to open a window on."""

    def __init__(self, why: str) -> None:
        super().__init__(f"no display: {why}; start it on a desktop, or play without one: python -m game run yard")


def open_display() -> None:
    """Start the display; raises NoDisplay where nobody could see the window."""
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")  # else Windows blurs the pixels
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", TITLE)
    asked = os.environ.get("SDL_VIDEODRIVER") or os.environ.get("SDL_VIDEO_DRIVER")
    if sys.platform.startswith("linux") and not (
        asked or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        raise NoDisplay("neither DISPLAY nor WAYLAND_DISPLAY is set")
    if sys.platform.startswith("linux") and not any(os.environ.get(v) for v in _WAYLAND) and not asked:
        os.environ["SDL_VIDEODRIVER"] = "x11"  # libwayland would complain on stderr before SDL gives up
    try:
        pygame.display.init()
    except pygame.error as e:
        raise NoDisplay(str(e)) from e
    if pygame.display.get_driver() in _UNSEEN and not asked:
        pygame.display.quit()
        raise NoDisplay("only an invisible driver was found")


def fitting(desktop: tuple[int, int]) -> int:
    """Return the largest factor for a window that leaves some of a desktop free (a small one may be filled)."""
    factor = max(1, min(desktop[0] // W, desktop[1] // H))
    return factor - 1 if factor > 2 and desktop[1] == factor * H else factor


def placed(window: tuple[int, int]) -> pygame.Rect:
    """Return where the frame lies in a window: a whole factor, in the middle; a small window shrinks it."""
    factor = min(window[0] // W, window[1] // H)
    share = float(factor) if factor else min(window[0] / W, window[1] / H)
    size = max(1, int(W * share)), max(1, int(H * share))
    return pygame.Rect((window[0] - size[0]) // 2, (window[1] - size[1]) // 2, *size)


class Presenter:
    """The open window. `show` is the only way to the screen."""

    def __init__(self, factor: int = 0, fullscreen: bool = False) -> None:
        self.factor = factor
        self.fullscreen = fullscreen
        self._open()

    def _open(self) -> None:
        desktop = (pygame.display.get_desktop_sizes() or [SIZE])[0]
        factor = self.factor or fitting(desktop)
        if self.fullscreen:
            pygame.display.set_mode(desktop, pygame.FULLSCREEN)
        else:
            pygame.display.set_mode((W * factor, H * factor), pygame.RESIZABLE)
        pygame.display.set_caption(TITLE)

    def show(self, frame: pygame.Surface) -> None:
        """Put a frame of 640x360 on the screen."""
        window = pygame.display.get_surface()
        if window is None:
            return
        place = placed(window.get_size())
        if place.size != window.get_size():
            window.fill((0, 0, 0))
        if window.get_masks()[:3] == frame.get_masks()[:3] and window.get_bitsize() == frame.get_bitsize():
            pygame.transform.scale(frame, place.size, window.subsurface(place))
        else:
            window.blit(pygame.transform.scale(frame, place.size), place)
        pygame.display.flip()

    def to_frame(self, at: tuple[float, float]) -> tuple[float, float]:
        """Return where a place of the window lies on the frame, in its pixels; beyond the edges too."""
        window = pygame.display.get_surface()
        place = placed(window.get_size() if window else SIZE)
        return (at[0] - place.x) * W / place.w, (at[1] - place.y) * H / place.h

    def resize(self, factor: int) -> None:
        """Open the window anew at a factor; 0 fits the desktop."""
        self.factor, self.fullscreen = factor, False
        self._open()

    def toggle_fullscreen(self) -> bool:
        """Fill the screen, or stop filling it; return which."""
        self.fullscreen = not self.fullscreen
        self._open()
        return self.fullscreen


def set_icon(picture: pygame.Surface | None) -> None:
    """Give the window its icon; before it opens, or Windows keeps its own."""
    if picture is not None:
        pygame.display.set_icon(picture)
