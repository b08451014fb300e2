"""What the hands need to see over the picture: the cross-hair, the order wheel, how long a key is held."""

import pygame

from game.app import ink
from game.controls.hands import OrderWheel
from game.controls.wheel import WHEEL

ARM, GAP = 4, 3  # pixels of the cross-hair
RADIUS = 38


def draw_crosshair(frame: pygame.Surface, at: tuple[float, float]) -> None:
    """Draw four short arms round where the mouse points, dark below them so that they show on any ground."""
    x, y = int(at[0]), int(at[1])
    for colour, off in ((ink.PLATE, 1), (ink.WHITE, 0)):
        for dx, dy, w, h in (
            (GAP, 0, ARM, 1),
            (-GAP - ARM + 1, 0, ARM, 1),
            (0, GAP, 1, ARM),
            (0, -GAP - ARM + 1, 1, ARM),
        ):
            frame.fill(colour, (x + dx + off, y + dy + off, w, h))


def draw_wheel(frame: pygame.Surface, wheel: OrderWheel) -> None:
    """Draw the orders round where the cursor was; the chosen one glows."""
    x = min(max(int(wheel.cursor[0]), 80), ink.W - 80)
    y = min(max(int(wheel.cursor[1]), 60), ink.H - 60)
    pygame.draw.circle(frame, ink.DARK, (x, y), 14, 1)
    for n, spoke in enumerate(WHEEL, 1):
        chosen = spoke.order == wheel.order
        words = f"{n} {spoke.words}"
        wide = ink.width(words) + 12
        left, top = x + spoke.x * (RADIUS + wide // 2 - 8) - wide // 2, y + spoke.y * RADIUS - 7
        frame.blit(ink.plate(wide, 15, ink.RED if chosen else ink.PLATE, 0.85, ink.AMBER), (left, top))
        ink.draw_text(frame, words, left + 7, top + 4, ink.WHITE if chosen else ink.STEEL)


def draw_holding(frame: pygame.Surface, words: str, share: float) -> None:
    """Draw how far a held key is."""
    ink.draw_text(frame, words, 320, 300, ink.AMBER, align="centre")
    ink.bar(frame, 290, 313, 60, share)
