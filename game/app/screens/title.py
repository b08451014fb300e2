"""The title: the first picture, the main menu, and how far the machine has warmed up."""

from __future__ import annotations

import random
from importlib import metadata
from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.menu import Row
from game.app.screens.base import Page
from game.app.warm import learning
from game.view import assets

if TYPE_CHECKING:
    from game.app.app import App

EMBERS = 70
GLINTS = ((324, 70, 13, 0), (564, 72, 9, 110))  # x, y, arm, when, in ticks
WARM_X, WARM_Y, WARM_BAR_X = 380, 330, 560  # where what the first start says begins, and its bar
GLINT_EVERY = 240
FOOT_RIGHT = 590  # pixels: where the line under the name ends
FOOT = "OPEN SOURCE   UNOFFICIAL FAN WORK"


def version() -> str:
    """Return the game's version for the foot of the title."""
    try:
        return "v" + metadata.version("what-the-metal-learned")
    except metadata.PackageNotFoundError:
        return "v0.1"


class Embers:
    """Sparks that rise over the burning city; each a place, a speed and an age."""

    COLOURS = ((255, 184, 74), (234, 106, 20), (168, 56, 12), (94, 28, 12))

    def __init__(self) -> None:
        self.dice = random.Random(7)
        self.all = [self._new(self.dice.randrange(260)) for _ in range(EMBERS)]

    def _new(self, age: int) -> list[float]:
        d = self.dice
        return [d.uniform(150, 680), d.uniform(250, 330), d.uniform(-0.25, 0.05), d.uniform(-0.75, -0.25), age]

    def tick(self) -> None:
        """Let them rise; the old ones begin again."""
        for ember in self.all:
            ember[0] += ember[2]
            ember[1] += ember[3]
            ember[4] += 1
            if ember[4] > 260 or ember[1] < 90:
                ember[:] = self._new(0)

    def draw(self, frame: pygame.Surface) -> None:
        """Draw each as one or two pixels that cool with age."""
        for x, y, _, _, age in self.all:
            frame.fill(self.COLOURS[min(3, int(age / 65))], (int(x), int(y), 1, 2 if age < 40 else 1))


class Title(Page):
    """The main menu over the painted title."""

    music = "title"
    PLACE = (430, 204, 130)
    LIGHT = 255

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.menu.floor = WARM_Y - 2
        self.embers = Embers()
        self.age = 0
        self.foot = f"{version()}   {FOOT}"

    def enter(self) -> None:
        self.menu.rows = self.rows()
        if not self.menu.rows[self.menu.at].ready():
            self.menu.at = 1

    def rows(self) -> list[Row]:
        runs = self.app.runs
        return [
            Row(words="CONTINUE", ok=runs.go_on, ready=lambda: bool(runs.left_off()), note=runs.where()),
            Row(words="NEW GAME", ok=lambda: self.app.push("new")),
            Row(words="MISSIONS", ok=lambda: self.app.push("missions")),
            Row(words="REPLAYS", ok=lambda: self.app.push("replays")),
            Row(words="OPTIONS", ok=lambda: self.app.push("options")),
            Row(words="QUIT", ok=self.app.quit),
        ]

    def back(self) -> None:
        """Go to Quit rather than out at once."""
        self.menu.at = len(self.menu.rows) - 1

    def tick(self) -> None:
        super().tick()
        self.embers.tick()
        self.age += 1

    def paint(self, frame: pygame.Surface) -> None:
        self.embers.draw(frame)
        for x, y, arm, when in GLINTS:
            _glint(frame, x, y, arm, (self.age + when) % GLINT_EVERY)
        ink.draw_text(frame, self.menu.row.note.upper(), 424, 208, ink.STEEL, align="right")
        ink.draw_text(frame, self.foot, FOOT_RIGHT, 344, ink.FAINT, align="right")
        warm = self.app.warmth
        if not warm.ready and warm.words:
            ink.draw_text(frame, learning(warm.words), WARM_X, WARM_Y, ink.STEEL)
            ink.bar(frame, WARM_BAR_X, WARM_Y + 2, 70, warm.share)

    def behind(self) -> pygame.Surface:
        """Return the painted title, or a plain one where it is missing."""
        painted = assets.rgba("title.png")
        frame = ink.canvas()
        if painted is None:
            ink.draw_text(frame, "WHAT THE METAL LEARNED", 320, 110, ink.WHITE, 3, "centre")
        else:
            picture = pygame.surfarray.make_surface(painted[..., :3].swapaxes(0, 1))
            frame.blit(picture, (0, 0))
        return frame


def _glint(frame: pygame.Surface, x: int, y: int, arm: int, age: int) -> None:
    """Draw a star on the metal that opens and closes within a second."""
    size = round(arm * (1 - abs(age - 30) / 30)) if age < 60 else 0
    for i in range(-size, size + 1):
        light = (int(255 * (1 - abs(i) / (size + 1)) ** 1.5),) * 3
        frame.fill(light, (x + i, y, 1, 1), pygame.BLEND_RGB_ADD)
        frame.fill(light, (x, y + i, 1, 1), pygame.BLEND_RGB_ADD)
