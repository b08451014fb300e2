"""What becomes of a run whose level was saved again: its rules at once, its picture as soon as it is painted.

The player stays where they stand if the place is still free. A level that cannot be read changes nothing; its line is shown.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.building import Wanted
from game.app.watch import watch
from game.core.settle import settle

if TYPE_CHECKING:
    from game.level.data import Level
    from game.session import Session
    from game.view.view import View

WIDE, LEAD = 600, 20  # pixels of the words about a broken level; how far they stand from the frame's edge


class Reload:
    """Watches the level of one run.

    fault   the line of the lint that keeps the level as it was, '' none
    """

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.watch = watch(wanted.level)
        self.fault = ""
        self.painting: Painting | None = None

    def again(self, session: Session) -> Session | None:
        """Read the level again if it was saved; return the session to go on with, None where nothing is new."""
        if not self.watch.tick():
            return None
        from game.level.data import LevelError
        from game.level.load import attempt

        made, files = attempt(self.wanted.level)
        self.watch.follow(files)
        if isinstance(made, LevelError):
            self.fault = str(made).replace(made.file, Path(made.file).name, 1)
            return None
        self.fault = ""
        self.painting = Painting(made, session.seed)
        return begun(made, session)

    def painted(self) -> View | None:
        """Return the picture of the new level when it is ready, once; raises what went wrong with it."""
        view = self.painting.done() if self.painting else None
        if view is not None:
            self.painting = None
        return view

    def draw(self, frame: pygame.Surface) -> None:
        """Say over the picture what the level is waiting for."""
        if self.fault:
            lines = ink.wrapped(self.fault.upper(), WIDE)
            tall = (ink.height() + 3) * (len(lines) + 1) + 10
            frame.blit(ink.plate(WIDE + 2 * 8, tall, strength=0.9, tab=ink.HOT), (LEAD - 8, LEAD))
            ink.draw_text(frame, "THE LEVEL STAYS AS IT WAS:", LEAD, LEAD + 6, ink.HOT)
            ink.paragraph(frame, self.fault.upper(), LEAD, LEAD + 6 + ink.height() + 3, WIDE, ink.WHITE)
        elif self.painting:
            ink.draw_text(frame, "THE LEVEL WAS SAVED: PAINTING IT ANEW", ink.W // 2, LEAD, ink.WHITE, align="centre")


class Painting:
    """A view that is painted in a thread of its own, so that the window stays alive."""

    def __init__(self, level: Level, seed: int) -> None:
        self._made: View | None = None
        self._fault: BaseException | None = None
        self._thread = threading.Thread(target=self._paint, args=(level, seed), name="painting", daemon=True)
        self._thread.start()

    def _paint(self, level: Level, seed: int) -> None:
        try:
            self._made = paint(level, seed)
        except BaseException as e:  # whatever it is, the main thread must hear of it
            self._fault = e

    def done(self) -> View | None:
        if self._fault:
            raise self._fault
        if self._made is not None:
            settle()
        return self._made


def paint(level: Level, seed: int) -> View:
    """Return the view of a level."""
    from game.view.view import View

    return View(level, seed, lambda _share, _words: None)


def begun(level: Level, before: Session) -> Session:
    """Return a run of the new level from its start, the player and the ward where they stood, if they can."""
    from game.session import Session

    made = Session(level, before.seed, before.difficulty, before.pursuer, before.carried)
    made.stand_where(before)
    return made
