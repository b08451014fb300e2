"""An app with a window that nobody sees, and hands that post events to it."""

from types import SimpleNamespace

import pygame

import game.core.jit  # noqa: F401  before any test moves GAME_HOME: kernels are kept in the home of all tests
from game.app.app import App
from game.app.presenter import SIZE
from game.app.start import Start


class FakeView:
    """Draws nothing; a metre is 32 pixels from the frame's corner."""

    def __init__(self) -> None:
        self.shake = 0.0
        self.effects = SimpleNamespace(blood=True)
        self.captions = SimpleNamespace(sounds=frozenset(), pings=True)
        self.talk = SimpleNamespace(now=None, pace=1.0, titled=False)
        self.frame = pygame.Surface(SIZE)
        self.camera = SimpleNamespace(x=0, y=0)

    def notice(self, session: object) -> None:
        """Take in nothing."""

    def draw(self, session: object, vision: bool = False, aim: object = None) -> pygame.Surface:
        return self.frame

    def on_screen(self, px: float, py: float) -> tuple[float, float]:
        return px / 32, py / 32

    def pixel_of(self, x: float, y: float) -> tuple[int, int]:
        return int(x * 32), int(y * 32)


class Desk:
    """An app on its title, and what a user does to it."""

    def __init__(self, start: Start | None = None, sound: bool = False) -> None:
        self.app = App(start or Start())
        if not sound:
            self.app.sound.open = lambda: None  # type: ignore[method-assign]
        self.app.warmth.begun = self.app.warmth.ready = True
        self.app.runs.begin()
        pygame.event.clear()
        self.app.turn(1)

    @property
    def screen(self) -> str:
        return type(self.app.top).__name__ if self.app.stack else ""

    def post(self, kind: int, **fields: object) -> None:
        pygame.event.post(pygame.event.Event(kind, **fields))
        self.app.turn(1)

    def key(self, *codes: int, mod: int = 0) -> None:
        for code in codes:
            self.post(pygame.KEYDOWN, key=code, mod=mod, unicode="")
            self.post(pygame.KEYUP, key=code, mod=mod)

    def button(self, *buttons: int) -> None:
        for button in buttons:
            self.post(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0)
            self.post(pygame.CONTROLLERBUTTONUP, button=button, instance_id=0)

    def click(self, x: float, y: float, button: int = 1) -> None:
        window = pygame.display.get_surface()
        assert window is not None
        scale = window.get_width() / 640
        pos = (int(x * scale), int(y * scale))
        self.post(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))
        self.post(pygame.MOUSEBUTTONDOWN, pos=pos, button=button)
        self.post(pygame.MOUSEBUTTONUP, pos=pos, button=button)

    def choose(self, words: str) -> None:
        """Walk the menu to a row and choose it, by keys."""
        menu = self.app.top.menu  # type: ignore[attr-defined]
        for _ in menu.rows:
            if menu.rows[menu.at].words == words:
                break
            self.key(pygame.K_DOWN)
        assert menu.rows[menu.at].words == words
        self.key(pygame.K_RETURN)
