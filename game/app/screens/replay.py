"""A replay in the window: the same life again, slower, faster or standing still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.agent.command import AIM_UNIT, IDLE
from game.app import ink
from game.app.progress import clock
from game.app.screens.base import Screen
from game.app.thoughts import draw_thoughts
from game.controls.menus import MenuKeys

if TYPE_CHECKING:
    from game.app.app import App
    from game.level.data import Level
    from game.replay import Replay
    from game.view.view import View

MIND = pygame.K_m
SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)


class ReplayRoom(Screen):
    """Space stops and goes, left and right change the speed, M shows its mind, Escape ends."""

    def __init__(self, app: App, record: Replay, level: Level, view: View) -> None:
        super().__init__(app)
        from game.replay import relive

        self.record, self.view = record, view
        self.life = relive(record, level)
        self.session, _, _ = next(self.life)
        self.lived, self.command = 0, IDLE
        self.speed = SPEEDS.index(1.0)
        self.owed = 0.0
        self.stopped = self.over = self.mind = False
        self.keys = MenuKeys()

    def enter(self) -> None:
        self.app.sound.enter(self.session)

    def leave(self) -> None:
        self.app.sound.leave()

    def handle(self, event: pygame.event.Event) -> None:
        if event.type == pygame.KEYDOWN and event.key == MIND and self.session.hunter >= 0:
            self.mind = not self.mind
            return
        word = self.keys.read(event)
        if word in ("back", "menu"):
            self.app.home()
        elif word == "ok":
            self.stopped = not self.stopped
        elif word in ("left", "right"):
            self.speed = max(0, min(len(SPEEDS) - 1, self.speed + (1 if word == "right" else -1)))

    def tick(self) -> None:
        if self.stopped or self.over:
            return
        self.owed += SPEEDS[self.speed]
        while self.owed >= 1.0 and not self.over:
            self.owed -= 1.0
            self._live()

    def _live(self) -> None:
        lived = next(self.life, None)
        if lived is None:
            self.over = True
        else:
            self.session, segment, index = lived
            self.view.notice(self.session)
            if SPEEDS[self.speed] <= 1.0:
                self.app.sound.notice(self.session)
            if index:
                self.lived += 1
                self.command = segment.commands[index - 1]

    def draw(self) -> pygame.Surface:
        b, slot = self.session.world.b, self.session.player
        aim = b.x[slot] + self.command.aim_x * AIM_UNIT, b.y[slot] + self.command.aim_y * AIM_UNIT
        frame = self.view.draw(self.session, aim=aim)
        if self.mind:
            draw_thoughts(frame, self.session, self.view.camera)
        words = "END" if self.over else "STOPPED" if self.stopped else f"x{SPEEDS[self.speed]:g}"
        key = "   M  ITS MIND" if self.session.hunter >= 0 else ""
        text = f"REPLAY  {clock(self.lived)}/{clock(self.record.ticks)}  {words}{key}"
        wide = ink.width(text) + 12
        frame.blit(ink.plate(wide, 15, tab=ink.STEEL), (320 - wide // 2, 342))
        ink.draw_text(frame, text, 320, 346, ink.WHITE, align="centre")
        ink.bar(frame, 230, 336, 180, self.lived / max(1, self.record.ticks), ink.STEEL)
        return frame
