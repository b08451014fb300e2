"""Between the title and play: waits for the warm-up, builds the run in the background, shows how far it is."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pygame

from game.app import ink
from game.app.building import VIEW_FROM, Job, Wanted
from game.app.screens.base import Screen
from game.app.warm import learning
from game.controls.menus import MenuKeys

if TYPE_CHECKING:
    from game.app.app import App


class Loading(Screen):
    """Builds in a thread, so that the window stays alive; `then` names the screen that gets what was built."""

    def __init__(self, app: App, job: Job, then: str, title: str = "", wanted: Wanted | None = None) -> None:
        super().__init__(app)
        self.job, self.then, self.title, self.wanted = job, then, title, wanted
        self.share, self.words = 0.0, "READING THE MAP"
        self.built: dict[str, Any] | None = None
        self.fault: BaseException | None = None
        self.keys = MenuKeys()
        self.begun = False

    def _work(self) -> None:
        try:
            for stage in self.job(self._told):
                if isinstance(stage, dict):
                    self.built = stage
                else:
                    self.share, self.words = stage
        except BaseException as e:  # whatever it is, the main thread must hear of it
            self.fault = e

    def _told(self, share: float, words: str) -> None:
        self.share, self.words = VIEW_FROM + (1 - VIEW_FROM) * share, words.upper()

    def handle(self, event: pygame.event.Event) -> None:
        if self.keys.read(event) == "back" and not self.app.direct:
            self.app.pop()

    def tick(self) -> None:
        if not self.app.warmth.ready:
            return
        if not self.begun:
            self.begun = True
            threading.Thread(target=self._work, name="loading", daemon=True).start()
        if self.fault:
            self.app.runs.trouble(self.fault, self.wanted)
        elif self.built is not None:
            self.app.swap(self.then, **self.built)

    def draw(self) -> pygame.Surface:
        warm = self.app.warmth
        frame = self.app.canvas
        frame.fill(ink.NIGHT)
        ink.draw_text(frame, self.title.upper(), 320, 140, ink.WHITE, 3, "centre")
        words, share = (self.words, self.share) if warm.ready else (learning(warm.words), warm.share)
        ink.draw_text(frame, words, 320, 192, ink.STEEL, align="centre")
        ink.bar(frame, 230, 208, 180, share)
        return frame
