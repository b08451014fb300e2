"""The program while its window is open: a stack of screens, the settings, and the loop that feeds them real time."""

from __future__ import annotations

import contextlib
import time
from typing import Any

import msgspec
import pygame

from game.app import campaign, ink, progress, settings
from game.app.pace import Pace
from game.app.presenter import Presenter
from game.app.runs import Runs
from game.app.screens import SCREENS
from game.app.screens.base import Screen
from game.app.sound import Sound
from game.app.start import Start
from game.app.warm import Warmth
from game.controls import sources
from game.controls.bindings import binds
from game.controls.hands import Hands
from game.core.home import home
from game.view.font import enlarge

SAY_FOR = 240  # ticks that a message stays


class App:
    """Everything the screens share.

    frame    the last frame shown, None before the first
    canvas   a frame for pages to draw on
    mouse    in pixels of the frame
    direct   started by the command line for one run: leaving it ends the program
    playing  whether a run lies on the stack
    """

    def __init__(self, start: Start) -> None:
        self.start = start
        self.settings, words = settings.load()
        self.progress, more = progress.load()
        self.direct = bool(start.level or start.replay)
        self.campaign, most = (campaign.Campaign(), "") if self.direct else campaign.load()
        enlarge(self.settings.words)
        self.presenter = Presenter(self.settings.factor, self.settings.fullscreen)
        self.canvas = ink.canvas()
        self.frame: pygame.Surface | None = None
        self.mouse = (ink.W / 2, ink.H / 2)
        self.hands = Hands()
        self.warmth = Warmth()
        self.sound = Sound(self.settings)
        self.stack: list[Screen] = []
        self.runs = Runs(self)
        self._said, self._said_for = "", 0
        self._use_keys()
        self.say(words or more or most)

    # ------------------------------------------------------------------ the loop
    def run(self) -> None:
        """Show screens until none is left; whatever ends it, every screen may put its things away."""
        sources.listen()
        pace = Pace(time.perf_counter())
        try:
            while self.stack:
                self.turn(pace.due(time.perf_counter()))
                if self.frame and not self.warmth.begun:
                    self.warmth.begin()
                time.sleep(pace.rest(time.perf_counter()))
        except KeyboardInterrupt:
            self.quit()
            raise
        finally:
            self.warmth.stop()
            with contextlib.suppress(Exception):
                self.sound.close()
            for screen in self.stack:
                with contextlib.suppress(Exception):
                    screen.rescue()

    def turn(self, ticks: int) -> None:
        """Hear what has happened, live some ticks, show one frame."""
        if self.warmth.ready:
            self.sound.open()
        for event in pygame.event.get():
            self.handle(event)
        for _ in range(ticks):
            if self.stack:
                self.top.tick()
            self._said_for = max(0, self._said_for - 1)
        self.sound.scene(next((screen.music for screen in reversed(self.stack) if screen.music), ""))
        self.say(self.sound.frame())
        if ticks and self.stack:
            self.show(self.top.draw())

    def show(self, frame: pygame.Surface) -> None:
        """Put a frame on the screen, with the message of the moment on it."""
        self.frame = frame
        if self._said_for:
            wide = ink.width(self._said) + 16
            frame.blit(ink.plate(wide, 15, strength=0.85, tab=ink.HOT), (632 - wide, 6))
            ink.draw_text(frame, self._said, 624, 10, ink.WHITE, align="right")
        self.presenter.show(frame)

    def handle(self, event: pygame.event.Event) -> None:
        """Answer what concerns the window; the rest goes to the top screen."""
        self.sound.handle(event)
        if event.type == pygame.QUIT:
            self.quit()
        elif event.type == pygame.KEYDOWN and _wants_fullscreen(event):
            self.fullscreen()
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F12:
            self._picture()
        elif self.stack:
            if event.type in sources.PLUGS:
                self.hands.handle(event)
            if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN):
                self.mouse = self.presenter.to_frame(event.pos)
            self.top.handle(event)

    # ------------------------------------------------------------------ screens
    @property
    def top(self) -> Screen:
        return self.stack[-1]

    @property
    def playing(self) -> bool:
        return any(isinstance(s, SCREENS["play"]) for s in self.stack)

    def push(self, name: str, **given: Any) -> None:
        """Lay a screen on top of the others."""
        self.stack.append(SCREENS[name](self, **given))
        self.top.enter()

    def pop(self) -> None:
        """Take the top screen off; the one below goes on."""
        self.stack.pop().leave()
        if self.stack:
            self.top.enter()

    def swap(self, name: str, **given: Any) -> None:
        """Put a screen in place of the top one."""
        self.stack.pop().leave()
        self.push(name, **given)

    def home(self) -> None:
        """Go back to the title, or out where there never was one."""
        while self.stack:
            self.stack.pop().leave()
        if not self.direct:
            self.push("title")

    def end_run(self) -> None:
        """Take off every screen above the title."""
        while self.stack and not isinstance(self.top, SCREENS["title"]):
            self.stack.pop().leave()

    def quit(self) -> None:
        """Leave every screen; the loop ends."""
        while self.stack:
            self.stack.pop().leave()

    # ------------------------------------------------------------------ settings
    def set(self, **changes: Any) -> None:
        """Change settings, use them and save them."""
        self.settings = msgspec.structs.replace(self.settings, **changes)
        self.sound.turn(self.settings)
        enlarge(self.settings.words)
        self._use_keys()
        self.say(settings.save(self.settings))

    def say(self, words: str, ticks: int = SAY_FOR) -> None:
        """Show a message for a while."""
        if words:
            self._said, self._said_for = words.upper(), ticks

    def fullscreen(self) -> None:
        """Fill the screen, or stop."""
        self.set(fullscreen=self.presenter.toggle_fullscreen())

    def resize(self, factor: int) -> None:
        """Set the window's size in frames; 0 fits the desktop."""
        self.presenter.resize(factor)
        self.set(factor=factor, fullscreen=False)

    def _use_keys(self) -> None:
        s = self.settings
        self.hands.set_up(binds(s.keys), s.toggles, s.assist)

    def _picture(self) -> None:
        """Save what is on the screen."""
        if self.frame is None:
            return
        path = home() / "screenshots" / time.strftime("%Y%m%d-%H%M%S.png")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            pygame.image.save(self.frame, path)
        except (OSError, pygame.error) as e:
            self.say(f"CANNOT SAVE THE PICTURE: {e}")
        else:
            self.say(f"SAVED {path.name}")


def _wants_fullscreen(event: pygame.event.Event) -> bool:
    alt = getattr(event, "mod", 0) & pygame.KMOD_ALT
    return event.key == pygame.K_F11 or (event.key == pygame.K_RETURN and bool(alt))
