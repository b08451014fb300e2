"""Words on the picture: speech bubbles, captions on their plates, cards, and a mark over a place."""

import math
from dataclasses import dataclass

import pygame

from game.view import font
from game.view.pixels import Colour, W
from game.view.plates import AMBER, INK, WHITE, arrow, at_edge, on_screen, plate

BUBBLE, CARD = 170, 400  # pixels of text in a line


@dataclass(slots=True)
class Bubble:
    slot: int
    lines: list[str]
    name: str
    tab: Colour
    until: int


def point_at(frame: pygame.Surface, x: float, y: float, tick: int) -> None:
    """Draw a level's mark: a chevron over the place, or an amber arrow at the screen's edge."""
    if on_screen(x, y, 16):
        arrow(frame, int(x), int(y) - 26 - round(2 * math.sin(tick / 12)), math.pi / 2, AMBER, 6)
    else:
        ex, ey, angle = at_edge(x, y, 20)
        arrow(frame, ex, ey, angle, AMBER, 8)


def caption(frame: pygame.Surface, words: str, y: int, colour: Colour) -> int:
    """Write one centred line on a plate with its bottom at y; return the next bottom."""
    for line in reversed(font.wrapped(words, CARD)):
        wide = font.width(line)
        frame.blit(plate(wide + 10, 12, strength=0.62), (W // 2 - wide // 2 - 5, y - 11))
        font.draw_text(frame, line, W // 2, y - 10, colour, align="centre")
        y -= 13
    return y


def speech(frame: pygame.Surface, bubble: Bubble, x: float, y: float, taken: list[pygame.Rect]) -> None:
    """Draw a bubble whose tail points at (x, y), lifted over those drawn before."""
    wide = max(font.width(line) for line in bubble.lines) + 9
    tall = 11 * len(bubble.lines) + 4
    box = pygame.Rect(int(min(max(x - wide // 2, 2), W - 2 - wide)), int(max(24, y - tall)), wide, tall)
    while box.collidelist(taken) >= 0 and box.y > 24:
        box.y -= 6
    taken.append(box)
    frame.blit(plate(wide, tall, bubble.tab, strength=0.88), box)
    for i, line in enumerate(bubble.lines):
        font.draw_text(frame, line, box.x + 6, box.y + 2 + 11 * i, WHITE)
    tail = int(min(max(x, box.x + 5), box.right - 5))
    for i in range(4):
        pygame.draw.line(frame, INK, (tail - 3 + i, box.bottom + i), (tail + 3 - i, box.bottom + i))


def card(frame: pygame.Surface, lines: list[str], bottom: int) -> int:
    """Write a card with its lower edge at `bottom`; return where the next line may end."""
    tall = 13 * len(lines) + 12
    wide = max(font.width(line) for line in lines) + 40
    x, y = W // 2 - wide // 2, bottom - tall
    frame.blit(plate(wide, tall, strength=0.8), (x, y))
    frame.fill(AMBER, (x, y, wide, 1))
    frame.fill(AMBER, (x, y + tall - 1, wide, 1))
    for i, line in enumerate(lines):
        font.draw_text(frame, line, W // 2, y + 7 + 13 * i, WHITE, align="centre")
    return y - 3
