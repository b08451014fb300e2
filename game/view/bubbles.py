"""Words on the picture: speech bubbles, captions on their plates, cards, the title of a level, and a mark over a place."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame

from game.view import font
from game.view.pixels import Colour, Picture, W, alpha
from game.view.plates import AMBER, INK, STEEL, WHITE, arrow, at_edge, on_screen, plate

BUBBLE, CARD, LINE = 170, 400, 300  # pixels of text in a line
TOP = 24  # nothing that is said stands higher
LIFT, TRIES = 6, 14  # pixels that a bubble goes up to find room, and how often
ASIDE = (0, -1, 1, -2, 2)  # quarters of its width that it may stand aside of him who speaks
BAND, HIGH, LOW, CLEAR = 96, 36, 212, 16  # pixels of dark behind a title; where it may stand; from the player to it


@dataclass(slots=True)
class Bubble:
    """Words over a head. `place`: how far they were last moved to find room, in pixels."""

    slot: int
    lines: list[str]
    tab: Colour
    until: int
    key: str = ""
    place: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Card:
    """Words that nobody says. `top`: where a title stands, once it does; 0 for a plain card."""

    lines: list[str]
    since: int
    until: int
    titled: bool
    top: int = 0


def point_at(frame: pygame.Surface, x: float, y: float, tick: int) -> None:
    """Draw a level's mark: a chevron over the place, or an amber arrow at the screen's edge."""
    if on_screen(x, y, 16):
        arrow(frame, int(x), int(y) - 26 - round(2 * math.sin(tick / 12)), math.pi / 2, AMBER, 6)
    else:
        ex, ey, angle = at_edge(x, y, 20)
        arrow(frame, ex, ey, angle, AMBER, 8)


def caption(
    frame: pygame.Surface,
    words: str,
    y: int,
    colour: Colour,
    tag: Colour | None = None,
    way: float | None = None,
    aside: int = 0,
) -> int:
    """Write lines on plates with their bottom at y, round the middle or `aside` of it; return the next bottom.

    way  radians: an arrow behind them
    """
    more = font.grown(14) if way is not None else 0
    for line in reversed(font.broken(words, LINE)):
        wide, tall = font.span(line) + more, font.grown(12)
        x = W // 2 + aside - wide // 2
        frame.blit(plate(wide + 12, tall, tag, strength=0.62), (x - 6, y - tall + 1))
        font.write(frame, line, x, y - tall + 2, colour)
        if way is not None:
            arrow(frame, x + wide - 5, y - tall // 2 + 1, way, colour, 3.5 * font.Size.now)
        y, more, way = y - tall - 1, 0, None
    return y


def speech(
    frame: pygame.Surface, bubble: Bubble, x: float, y: float, taken: list[pygame.Rect], signs: list[pygame.Rect]
) -> None:
    """Draw a bubble whose tail points at (x, y), up or aside of what stands there already; none where there is no room.

    It gives way to `signs` too, if that leaves it any room, and stays where it found some for as long as that is free.
    """
    row = font.grown(11)
    wide = max(font.span(line) for line in bubble.lines) + 9
    tall = row * len(bubble.lines) + 4
    box = pygame.Rect(int(min(max(x - wide // 2, 2), W - 2 - wide)), int(max(TOP, y - tall)), wide, tall)
    found = _room(box, bubble.place, [*taken, *signs]) or _room(box, bubble.place, taken)
    if found is None:
        return
    bubble.place, box = found, box.move(found)
    taken.append(box)
    frame.blit(plate(wide, tall, bubble.tab, strength=0.88), box)
    for i, line in enumerate(bubble.lines):
        font.write(frame, line, box.x + 6, box.y + 2 + row * i, WHITE)
    tail = int(min(max(x, box.x + 5), box.right - 5))
    for i in range(4):
        pygame.draw.line(frame, INK, (tail - 3 + i, box.bottom + i), (tail + 3 - i, box.bottom + i))


def _room(box: pygame.Rect, last: tuple[int, int], taken: list[pygame.Rect]) -> tuple[int, int] | None:
    """Return how far to move a box so that it covers nothing: as last time, else as little as can be; None: there is no room."""
    step = box.w // 4
    ways = [(side * step, -lift) for lift in range(0, TRIES * LIFT, LIFT) for side in ASIDE]
    ways.sort(key=lambda way: abs(way[0]) // 2 - way[1])
    for dx, dy in (last, *ways):
        moved = box.move(dx, dy)
        if moved.left >= 2 and moved.right <= W - 2 and moved.y >= TOP and moved.collidelist(taken) < 0:
            return dx, dy
    return None


def speaks(frame: pygame.Surface, x: float, y: float, tab: Colour, tick: int, taken: list[pygame.Rect]) -> None:
    """Draw three dots over the head of somebody whose words stand in the box, where nothing is written already."""
    left, top = int(x) - 8, int(y) - 10
    if pygame.Rect(left, top, 16, 8).collidelist(taken) >= 0:
        return
    frame.blit(plate(16, 8, tab, strength=0.88), (left, top))
    for i in range(3):
        frame.fill(WHITE if tick // 12 % 3 == i else STEEL, (left + 4 + 4 * i, top + 3, 2, 2))


def card(frame: pygame.Surface, lines: list[str], bottom: int) -> int:
    """Write a card with its lower edge at `bottom`; return where the next line may end."""
    row = font.grown(13)
    tall = row * len(lines) + 12
    wide = max(font.span(line) for line in lines) + 40
    x, y = W // 2 - wide // 2, bottom - tall
    frame.blit(plate(wide, tall, strength=0.8), (x, y))
    frame.fill(AMBER, (x, y, wide, 1))
    frame.fill(AMBER, (x, y + tall - 1, wide, 1))
    for i, line in enumerate(lines):
        font.write(frame, line, W // 2, y + 7 + row * i, WHITE, align="centre")
    return y - 3


@lru_cache(maxsize=4)
def title_picture(title: str, lines: tuple[str, ...]) -> pygame.Surface:
    """Return a level's title over its first words, on a band that thins out above, below and to the sides."""
    y, x = np.mgrid[0:BAND, 0:W].astype(np.float32)
    edge = np.clip(1.25 - np.abs(y - BAND / 2) / (BAND / 2), 0, 1) * np.clip(1.5 - np.abs(x - W / 2) / (W / 3), 0, 1)
    ink: Picture = np.dstack((np.full((BAND, W, 3), INK), 190 * np.sqrt(edge)))
    s = alpha(ink)
    font.draw_text(s, title.upper(), W // 2, 16, WHITE, 3, "centre")
    wide = font.width(title.upper(), 3)
    s.fill(AMBER, (W // 2 - wide // 2, 45, wide, 1))
    for i, line in enumerate(lines):
        font.draw_text(s, line, W // 2, 54 + 13 * i, WHITE, align="centre")
    return s


def title_box(name: str, lines: list[str], top: int) -> pygame.Rect:
    """Return what the words of a level's title cover."""
    wide = max(font.width(name.upper(), 3), *(font.width(line) for line in lines))
    return pygame.Rect(W // 2 - wide // 2, top + 14, wide, 40 + 13 * len(lines))


def title_top(player_y: float) -> int:
    """Return where a title stands: above the player (screen y), or below where there is no room."""
    return HIGH if player_y > HIGH + BAND + CLEAR else LOW


def title(frame: pygame.Surface, name: str, lines: list[str], strength: int, top: int) -> None:
    """Draw a level's title, `strength` 0..255."""
    s = title_picture(name, tuple(lines))
    s.set_alpha(strength)
    frame.blit(s, (0, top))
