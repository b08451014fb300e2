"""What the hands need to see over the picture: the cross-hair, the order wheel, how long a key is held."""

import pygame

from game.agent.command import ORDERS
from game.app import ink
from game.controls.hands import OrderWheel
from game.controls.wheel import WHEEL
from game.view.plates import icon

ARM, GAP = 4, 3  # pixels of the cross-hair
WIDE, TALL = 56, 38  # an order on the wheel
OUT_X, OUT_Y = 88, 58  # how far out it lies
NUMBERED = 4  # orders that a number key chooses


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
    x = min(max(int(wheel.cursor[0]), OUT_X + WIDE // 2), ink.W - OUT_X - WIDE // 2)
    y = min(max(int(wheel.cursor[1]), OUT_Y + TALL // 2), ink.H - OUT_Y - TALL // 2)
    pygame.draw.circle(frame, ink.AMBER, (x, y), 12, 1)
    for n, spoke in enumerate(WHEEL, 1):
        chosen = spoke.order == wheel.order
        left = x + round(spoke.x * OUT_X) - WIDE // 2
        top = y + round(spoke.y * OUT_Y) - TALL // 2
        frame.blit(ink.plate(WIDE, TALL, ink.RED if chosen else ink.PLATE, 0.9, ink.AMBER), (left, top))
        picture = icon(ORDERS[spoke.order].lower())
        if picture:
            frame.blit(picture, (left + (WIDE - picture.get_width()) // 2, top + 2))
        words = f"{n} {spoke.words}" if n <= NUMBERED else spoke.words
        line = top + (TALL - 11 if picture else TALL // 2 - 4)
        ink.draw_text(frame, words, left + WIDE // 2 + 1, line, ink.WHITE if chosen else ink.STEEL, align="centre")


def draw_holding(frame: pygame.Surface, words: str, share: float) -> None:
    """Draw how far a held key is."""
    ink.draw_text(frame, words, 320, 244, ink.AMBER, align="centre")
    ink.bar(frame, 290, 257, 60, share)
