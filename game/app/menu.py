"""A list to choose from: rows with words and perhaps a value; walked by keys, pad or mouse."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.app import ink
from game.controls.menus import MenuKeys
from game.view.font import grown, write

FLOOR = 352  # pixels: no row ends lower


def _always() -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of a menu.

    ok     what choosing it does
    value  what it is set to now
    turn   sets it one further (+1) or one back (-1)
    ready  whether it can be chosen; it is grey otherwise
    note   what a page may say of it while it is chosen
    """

    words: str
    ok: Callable[[], object] | None = None
    value: Callable[[], str] | None = None
    turn: Callable[[int], object] | None = None
    ready: Callable[[], bool] = _always
    note: str = ""


class Menu:
    """Rows at a place on the frame; `at` is the chosen one. Shows at most `most` of them, over its floor, and scrolls."""

    STEP = 19

    def __init__(self, rows: Sequence[Row], x: int, y: int, wide: int, most: int = 12) -> None:
        self.rows, self.x, self.y, self.wide, self.most = list(rows), x, y, wide, most
        self.keys = MenuKeys()
        self.floor = FLOOR
        self.top = 0
        self.at = next((i for i, row in enumerate(self.rows) if row.ready()), 0)

    @property
    def row(self) -> Row:
        """The chosen row."""
        return self.rows[self.at]

    def handle(self, event: pygame.event.Event, mouse: tuple[float, float]) -> str:
        """Take in an event, the mouse in frame pixels; return the word that the page must answer, else ''."""
        if event.type == pygame.MOUSEMOTION:
            self._point(mouse)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button in (1, 3):
            if self._point(mouse):
                self._choose(1 if event.button == 1 else -1)
            elif event.button == 3:
                return "back"
        elif event.type == pygame.MOUSEWHEEL and event.y:
            self._move(-1 if event.y > 0 else 1)
        return self.say(self.keys.read(event))

    def tick(self) -> str:
        """Repeat a held way; return it where it is not about the rows."""
        return self.say(self.keys.tick())

    def say(self, word: str) -> str:
        """Obey a menu word; return back, menu, and left or right where the row has nothing to turn."""
        turn = self.rows[self.at].turn
        if word in ("up", "down"):
            self._move(1 if word == "down" else -1)
        elif word in ("left", "right") and turn:
            if self.rows[self.at].ready():
                turn(1 if word == "right" else -1)
        elif word == "ok":
            self._choose(1)
        else:
            return word
        return ""

    @property
    def shown(self) -> int:
        """How many rows are drawn: larger ones as many as there is room for over the foot of the page."""
        return self.most if self.step == self.STEP else min(self.most, max(2, (self.floor - self.y) // self.step))

    @property
    def foot(self) -> int:
        """The y below its rows."""
        return self.y + self.step * min(self.shown, len(self.rows))

    @property
    def step(self) -> int:
        """The pixels from row to row: larger words take more."""
        return grown(self.STEP)

    def draw(self, frame: pygame.Surface) -> None:
        """Draw the rows in sight."""
        self.top = min(max(self.top, self.at - self.shown + 1), self.at)
        for i, row in enumerate(self.rows[self.top : self.top + self.shown], self.top):
            self._draw_row(frame, row, self._place(i), i == self.at)
        if self.top:
            ink.draw_text(frame, "^", self.x + self.wide // 2, self.y - 14, ink.FAINT)
        if self.top + self.shown < len(self.rows):
            ink.draw_text(frame, "...", self.x + self.wide // 2 - 3, self._place(self.top + self.shown).y, ink.FAINT)

    def _draw_row(self, frame: pygame.Surface, row: Row, place: pygame.Rect, chosen: bool) -> None:
        ready = row.ready()
        if chosen:
            frame.blit(ink.plate(place.w, place.h, ink.RED, 0.36, ink.HOT), place)
            write(frame, ">", place.x + 8, place.y + 4, ink.HOT)
        colour = ink.WHITE if chosen and ready else ink.STEEL if ready else ink.DARK
        write(frame, row.words, place.x + 18, place.y + 4, colour)
        if row.value:
            words = f"< {row.value()} >" if chosen and row.turn else row.value()
            write(frame, words, place.right - 8, place.y + 4, ink.AMBER if ready else ink.DARK, align="right")

    def _place(self, i: int) -> pygame.Rect:
        return pygame.Rect(self.x, self.y + (i - self.top) * self.step - 4, self.wide, grown(17))

    def _point(self, mouse: tuple[float, float]) -> bool:
        """Choose the row under the mouse; say whether there is one."""
        for i in range(self.top, min(len(self.rows), self.top + self.shown)):
            if self._place(i).collidepoint(mouse) and self.rows[i].ready():
                self.at = i
                return True
        return False

    def _move(self, step: int) -> None:
        """Go to the next row that can be chosen, round the ends."""
        for n in range(1, len(self.rows) + 1):
            i = (self.at + step * n) % len(self.rows)
            if self.rows[i].ready():
                self.at = i
                return

    def _choose(self, step: int) -> None:
        row = self.rows[self.at]
        if row.ready():
            if row.ok:
                row.ok()
            elif row.turn:
                row.turn(step)
