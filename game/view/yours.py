"""Whose body the player has: four corners with its name close about it when that begins, and when it is another's."""

from typing import TYPE_CHECKING

import pygame

from game.view import font
from game.view.camera import Camera
from game.view.cast import Person
from game.view.hud import name_of
from game.view.labels import corners
from game.view.pixels import hexc
from game.view.plates import WHITE, on_screen

if TYPE_CHECKING:
    from game.session import Session

TICKS = 200  # for which they stand: nearly as long as a title
CLOSING, SIZE, WIDE = 36, 15, 40  # ticks in which they close; half their side then, and how much wider they begin
LEAVING, LONG = 24, 6  # ticks in which they grow short at the end; pixels of a corner
RED = hexc("ff5a3a")  # the tab of the player's own plate, as bright as it can be told from a dark floor


class Yours:
    """Remembers whose body the player has, and since when."""

    def __init__(self) -> None:
        self._slot, self._since = -1, 0

    def forget(self) -> None:
        """Show it anew: time has gone back."""
        self._slot = -1

    def step(self, session: "Session") -> None:
        """Look whose body the player has on this tick."""
        if session.player != self._slot:
            self._slot, self._since = session.player, session.world.tick

    def draw(
        self, frame: pygame.Surface, session: "Session", people: list[Person], cam: Camera, taken: list[pygame.Rect]
    ) -> None:
        """Draw the corners and the name about the player's body while it is news, and note what they take."""
        slot, age = self._slot, session.world.tick - self._since
        shown = next((p for p in people if p.slot == slot), None) if 0 <= age < TICKS else None
        if shown is None or not on_screen(shown.x - cam.x, shown.y - cam.y):
            return
        x, y = int(shown.x) - cam.x, int(shown.y) - cam.y
        open_ = max(0, CLOSING - age) / CLOSING
        half = SIZE + round(WIDE * open_ * open_)
        corners(frame, x, y, half, LONG * min(LEAVING, TICKS - age) // LEAVING, RED)
        words = name_of(session, slot)
        place = pygame.Rect(0, 0, font.width(words), 10)
        place.midtop = x, y + half + 3
        if place.collidelist(taken) < 0:
            font.draw_text(frame, words, x, place.y, WHITE, align="centre")
        taken.append(place.union((x - half, y - half, 2 * half, 2 * half)))
