"""The end of the story, warm or cold by what it has cost; then who made it, then the ledger of the whole run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.screens.tale import FADE, Tale, picture
from game.content.chapters import EPILOGUES
from game.content.credits import CREDITS
from game.view.font import broken, grown, write

if TYPE_CHECKING:
    from game.app.app import App
    from game.sim.carried import Carried

BREATH = 150  # ticks between two lines
RISE = 0.4  # pixels that the credits rise in a tick
GAP, LINE = 34, 14  # pixels between two parts of the credits, and two lines of one
TINTS = {"warm": (255, 232, 206), "cold": (150, 168, 200)}


class Epilogue(Tale):
    """Sarah on the road, a line at a time."""

    def __init__(self, app: App, carried: Carried) -> None:
        super().__init__(app, lambda: app.swap("credits", carried=carried))
        self.music = self.tone = "cold" if carried.cold else "warm"
        self.lines = EPILOGUES[self.tone]
        self.ground = picture("morning.png") or ink.canvas()
        self.ground.fill(TINTS[self.tone], special_flags=pygame.BLEND_RGB_MULT)

    def paint(self, frame: pygame.Surface) -> None:
        frame.blit(self.ground, (0, 0))
        y = 60
        for i, words in enumerate(self.lines):
            age = self.age - FADE - i * BREATH
            if age <= 0:
                break
            light = min(1.0, age / FADE)
            colour = tuple(int(c * light) for c in ink.WHITE)
            for line in broken(words, 420):
                write(frame, line, 110, y, (colour[0], colour[1], colour[2]))
                y += grown(ink.height()) + 4
            y += 14

    def turn(self, step: int) -> None:
        """Bring the next line at once; when all are there, go on."""
        shown = max(0, self.age - FADE) // BREATH + 1
        if step > 0 and shown < len(self.lines):
            self.age = FADE + shown * BREATH + 1
        else:
            super().turn(step)


class Credits(Tale):
    """Names that rise."""

    def __init__(self, app: App, carried: Carried) -> None:
        super().__init__(app, lambda: app.swap("whole_run", carried=carried))
        self.music = "cold" if carried.cold else "warm"
        self.tall = sum(GAP + LINE * (1 + len(lines)) for _, lines in CREDITS)

    def tick(self) -> None:
        super().tick()
        if self.age * RISE > ink.H + self.tall:
            self.done()

    def paint(self, frame: pygame.Surface) -> None:
        y = ink.H - self.age * RISE
        for heading, lines in CREDITS:
            _centred(frame, heading, y, ink.AMBER, 1)
            y += LINE + 4
            for words in lines:
                _centred(frame, words.upper(), y, ink.STEEL, 1)
                y += LINE
            y += GAP


def _centred(frame: pygame.Surface, words: str, y: float, colour: ink.Colour, scale: int) -> None:
    if -20 < y < ink.H - 24:
        ink.draw_text(frame, words, ink.W // 2, int(y), colour, scale, "centre")
