"""What the hands need to see over the picture: the cross-hair, the wheels, how long a key is held."""

from collections.abc import Sequence

import pygame

from game.app import ink
from game.content.weapons import WEAPONS
from game.controls.wheel import OpenWheel
from game.view.font import grown, span, write
from game.view.plates import icon

ARM, GAP = 4, 3  # pixels of the cross-hair
WIDE, TALL = 56, 38  # a choice on a wheel
OUT_X, OUT_Y = 88, 58  # how far out it lies
ASKED_AT, ANSWER = (8, 180), 13  # pixels: the left and middle of a question, and an answer's line
NUMBERED = 4  # choices that a number key makes

NEWS_TOP = 46
SLOT, SLOTS_RIGHT, SLOTS_FOOT = 13, 632, 352  # pixels: a slot's side, and where the plates end


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


def draw_wheel(frame: pygame.Surface, wheel: OpenWheel, weapons: dict[int, str]) -> None:
    """Draw the choices round where the cursor was; the chosen one glows. `weapons`: id by slot, of those carried."""
    x = min(max(int(wheel.cursor[0]), OUT_X + WIDE // 2), ink.W - OUT_X - WIDE // 2)
    y = min(max(int(wheel.cursor[1]), OUT_Y + TALL // 2), ink.H - OUT_Y - TALL // 2)
    pygame.draw.circle(frame, ink.AMBER, (x, y), 12, 1)
    for n, spoke in enumerate(wheel.spokes, 1):
        chosen, may = spoke.value == wheel.chosen, spoke.value in wheel.may
        left = x + round(spoke.x * OUT_X) - WIDE // 2
        top = y + round(spoke.y * OUT_Y) - TALL // 2
        frame.blit(
            ink.plate(WIDE, TALL, ink.RED if chosen else ink.PLATE, 0.9, ink.AMBER if may else ink.DARK), (left, top)
        )
        held = weapons.get(spoke.value, "") if wheel.action == "next_weapon" else ""
        picture = icon(held or spoke.icon) if may else None
        if picture:
            frame.blit(picture, (left + (WIDE - picture.get_width()) // 2, top + 2))
        name = WEAPONS[held].name if held else spoke.words
        words = f"{n} {name}" if n <= NUMBERED else name
        line = top + (TALL - 11 if picture else TALL // 2 - 4)
        colour = ink.WHITE if chosen else ink.STEEL if may else ink.DARK
        ink.draw_text(frame, words, left + WIDE // 2 + 1, line, colour, align="centre")


def draw_slots(frame: pygame.Surface, weapons: dict[int, str], hand: str) -> None:
    """Draw the slots of what is carried over the weapon's plate, the one in hand lit."""
    side, right = grown(SLOT), SLOTS_RIGHT
    top = SLOTS_FOOT - grown(22) - grown(2) - side
    for slot in sorted(weapons, reverse=True):
        held = weapons[slot] == hand
        frame.blit(ink.plate(side, side, strength=0.72), (right - side, top))
        frame.fill(ink.AMBER if held else ink.DARK, (right - side, top + side - 1, side, 1))
        write(frame, str(slot), right - side // 2, top + 2, ink.WHITE if held else ink.FAINT, align="centre")
        right -= side + 2


def draw_news(frame: pygame.Surface, words: str, above: pygame.Rect | None = None) -> None:
    """Write a new objective large over the player's head, and under what is spoken `above` there."""
    top = max(NEWS_TOP, above.bottom + 4 if above else 0)
    scale = 2 if ink.width(words, 2) < ink.W - 40 else 1
    wide = ink.width(words, scale)
    frame.blit(ink.plate(wide + 24, 22, strength=0.72, tab=ink.AMBER), (320 - wide // 2 - 12, top))
    ink.draw_text(frame, words, 320, top + (1 if scale == 2 else 6), ink.WHITE, scale, "centre")


def draw_question(frame: pygame.Surface, question: str, answers: Sequence[str], keys: Sequence[str]) -> None:
    """Write a question that is put to the player, and its answers with the key that gives each."""
    aside, row = max(map(span, keys)) + 10, grown(ANSWER)
    wide = max(span(question), *(span(words) + aside for words in answers)) + 24
    tall = 9 + row + row * len(answers)
    x, y = ASKED_AT[0], ASKED_AT[1] - tall // 2
    frame.blit(ink.plate(wide, tall, strength=0.82, tab=ink.AMBER), (x, y))
    write(frame, question, x + 10, y + 4, ink.AMBER)
    for i, (key, words) in enumerate(zip(keys, answers, strict=False)):
        write(frame, key, x + 10, y + 6 + row * (i + 1), ink.AMBER)
        write(frame, words, x + 10 + aside, y + 6 + row * (i + 1), ink.WHITE)


def draw_holding(frame: pygame.Surface, words: str, share: float) -> None:
    """Draw how far a held key is."""
    frame.blit(ink.plate(76, 28, strength=0.82, tab=ink.AMBER), (282, 240))
    ink.draw_text(frame, words, 321, 244, ink.AMBER, align="centre")
    ink.bar(frame, 290, 257, 60, share)
