"""Draws the player's screen for environments; beside lab.shot and lab.frames the only headless user of the view."""

from typing import Any

import numpy as np
import pygame

from game.lab.shot import open_dummy
from game.session import Session
from game.view.pixels import H, W
from game.view.view import View

SHRINK = 4
WIDTH, HEIGHT = W // SHRINK, H // SHRINK


class Picture:
    """The player's screen of one run, seen from now on."""

    def __init__(self, session: Session) -> None:
        open_dummy()
        self._view = View(session.level, session.seed)

    def notice(self, session: Session) -> None:
        """See a tick that is not drawn."""
        self._view.notice(session)

    def draw(self, session: Session) -> Any:
        """Return the screen as u8 [HEIGHT, WIDTH, 3]."""
        small = pygame.transform.smoothscale(self._view.draw(session), (WIDTH, HEIGHT))
        return np.ascontiguousarray(pygame.surfarray.array3d(small).swapaxes(0, 1))
