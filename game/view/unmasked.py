"""The moment of proof: for two seconds the picture leans toward the machine and says which of all these faces it is."""

import math
from typing import TYPE_CHECKING

import pygame

from game.sim.events import Event
from game.sim.events import Unmasked as Proven
from game.view import font
from game.view.arrows import aside
from game.view.camera import Camera
from game.view.cast import Person
from game.view.labels import Label, bracket
from game.view.pixels import METRE
from game.view.plates import WHITE, arrow, at_edge, on_screen

if TYPE_CHECKING:
    from game.session import Session

TICKS, BLINK = 120, 10
CLOSING = 14  # ticks in which the bracket closes round it
SIZE, WIDE = 18, 16  # half the bracket's side, and how much wider it begins
WORD = "MACHINE"


class Unmasked:
    """Remembers who was proven to be the machine, and when."""

    def __init__(self) -> None:
        self._who, self._at = -1, -TICKS

    def forget(self) -> None:
        """Point at nobody: time has gone back."""
        self._who, self._at = -1, -TICKS

    def notice(self, session: "Session", events: list[Event]) -> None:
        """Take in a proof."""
        for e in events:
            if isinstance(e, Proven):
                self._who, self._at = e.who, session.world.tick

    def _stands(self, session: "Session") -> bool:
        """Say whether the moment lasts, and somebody of ours still has it in sight."""
        b, age = session.world.b, session.world.tick - self._at
        return (
            self._who >= 0
            and 0 <= age < TICKS
            and bool(b.here[self._who] and b.seen[self._who])
            and session.player >= 0
        )

    def toward(self, session: "Session") -> tuple[float, float] | None:
        """Return the unit way from the player to it while the moment lasts; None else."""
        if not self._stands(session):
            return None
        b, me = session.world.b, session.player
        dx, dy = b.x[self._who] - b.x[me], b.y[self._who] - b.y[me]
        far = max(math.hypot(dx, dy), 1.0)
        return dx / far, dy / far

    def draw(
        self, frame: pygame.Surface, session: "Session", people: list[Person], cam: Camera, taken: list[pygame.Rect]
    ) -> None:
        """Draw a bracket that closes round it with its word, or an arrow to it at the screen's edge."""
        if not self._stands(session):
            return
        b, age = session.world.b, session.world.tick - self._at
        x, y = b.x[self._who] * METRE - cam.x, b.y[self._who] * METRE - cam.y
        if on_screen(x, y, SIZE):
            shown = next((p for p in people if p.slot == self._who), None)
            x, y = (int(shown.x) - cam.x, int(shown.y) - cam.y) if shown else (int(x), int(y))
            half = SIZE + WIDE * max(0, CLOSING - age) // CLOSING
            bracket(frame, x, y, Label([], strong=True, size=half), [])
            place = pygame.Rect(0, 0, font.width(WORD), 10)
            place.midbottom = x, y - half - 3
            if age // BLINK % 2 == 0 or age > TICKS // 2:
                font.draw_text(frame, WORD, place.centerx, place.y, WHITE, align="centre")
            taken.append(place.union((x - half, y - half, 2 * half, 2 * half)))
            return
        me = session.player
        words = f"{WORD} {math.dist((b.x[self._who], b.y[self._who]), (b.x[me], b.y[me])):.0f} M"
        ex, ey, angle = at_edge(x, y)
        head, label = aside(ex, ey, font.width(words), taken)
        taken.append(head.union(label))
        arrow(frame, head.centerx, head.centery, angle, WHITE, 8)
        font.draw_text(frame, words, label.x, label.y, WHITE)
