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
DIM = 0.42  # share of the road's light behind names
HORIZON, BRIGHT = 200, 90  # pixels: the road's horizon, and how far from it that is brighter
LEFT, PALE = 64, (198, 212, 220)  # pixels: where names begin, clear of the sun; their colour
HEAD = 12  # pixels: what the keys do stands in the sky, not across the bonnet
TINTS = {"warm": (255, 232, 206), "cold": (150, 168, 200)}


class Epilogue(Tale):
    """Sarah on the road, a line at a time."""

    foot = HEAD

    def __init__(self, app: App, carried: Carried) -> None:
        super().__init__(app, lambda: app.swap("credits", carried=carried))
        self.music = self.tone = "cold" if carried.cold else "warm"
        self.lines = EPILOGUES[self.tone]
        self.ground = morning(self.tone)

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
    """Names that rise before the road."""

    foot = HEAD

    def __init__(self, app: App, carried: Carried) -> None:
        super().__init__(app, lambda: app.swap("whole_run", carried=carried))
        self.music = tone = "cold" if carried.cold else "warm"
        self.ground = dimmed(tone)
        self.tall = LINE + sum(GAP + LINE * (1 + len(lines)) for _, lines in CREDITS)

    def tick(self) -> None:
        super().tick()
        if self.age * RISE > ink.H + self.tall:
            self.done()

    def paint(self, frame: pygame.Surface) -> None:
        frame.blit(self.ground, (0, 0))
        y = ink.H - self.age * RISE
        for heading, lines in CREDITS:
            large = 2 if heading == CREDITS[0][0] else 1
            _write(frame, heading, y, ink.AMBER, large)
            y += LINE * large + 4
            for words in lines:
                _write(frame, words.upper(), y, PALE, 1)
                y += LINE
            y += GAP


def morning(tone: str) -> pygame.Surface:
    """Return the road of the last page in a tone."""
    ground = picture("morning.png") or ink.canvas()
    ground.fill(TINTS[tone], special_flags=pygame.BLEND_RGB_MULT)
    return ground


def dimmed(tone: str) -> pygame.Surface:
    """Return the same road as names stand on it: bright at its horizon, dark where most of them are read."""
    ground = morning(tone)
    for y in range(ink.H):
        left = DIM + (1 - DIM) * max(0.0, 1 - abs(y - HORIZON) / BRIGHT)
        ground.fill((int(255 * left),) * 3, (0, y, ink.W, 1), pygame.BLEND_RGB_MULT)
    return ground


def _write(frame: pygame.Surface, words: str, y: float, colour: ink.Colour, scale: int) -> None:
    if -20 < y < ink.H:
        ink.draw_text(frame, words, LEFT, int(y), colour, scale)
