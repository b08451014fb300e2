"""A difficulty told by its knobs, so that a player knows what he chooses."""

import pygame

from game.app import ink
from game.content.difficulty import DIFFICULTIES
from game.view import font

WORDS = {
    "gentle": "Time to look, time to run, two lives to lose.",
    "standard": "As it was meant.",
    "hunted": "It sees sooner, waits less and remembers which way you ran.",
}
NEVER = "Never a knob: how fast it is, what it knows, the sign before it strikes."
WIDE, LINE = 214, 14


def knobs(difficulty: str) -> list[tuple[str, str]]:
    """Return what a difficulty sets, in words and figures."""
    d = DIFFICULTIES[difficulty]
    return [
        ("THE CLOCK WHEN JOHN IS HELD", f"{d.clock:g} S"),
        ("HOW FAST IT SEES", f"{d.look_rate:.0%}"),
        ("IT HESITATES", f"{d.doubt:g} S"),
        ("IT GUESSES WHICH WAY YOU WENT", "YES" if d.heading else "NO"),
        ("YOUR WOUNDS", f"{d.damage:.0%}"),
        ("RESERVE CELLS", f"{d.cells}"),
        ("ITS SLIPS A MINUTE", f"{d.tell_machine * 60:.0f}"),
        ("REST AFTER A CHASE", f"{d.quiet:.0f} S"),
        ("PEOPLE WHO SEEM ODD A MINUTE", f"{d.tell_human * 60:.1f}"),
    ]


def draw_knobs(frame: pygame.Surface, difficulty: str, x: int, y: int) -> None:
    """Draw a plate about a difficulty with its corner at (x, y), or left of that as far as larger words want."""
    wide = max(WIDE, *(font.span(words) + font.span(value) + font.grown(10) for words, value in knobs(difficulty)))
    step = LINE if font.Size.now == 1 else font.grown(12)
    told, never = font.broken(WORDS[difficulty], wide), font.broken(NEVER, wide)
    prose = font.grown(12) + 1
    tall = 32 + prose * len(told) + 6 + step * len(knobs(difficulty)) + 6 + prose * len(never) + 6
    x = min(x, ink.W - 12 - wide - 20)
    frame.blit(ink.plate(wide + 20, max(216, tall), tab=ink.AMBER), (x, y))
    ink.draw_text(frame, difficulty.upper(), x + 10, y + 8, ink.WHITE, 2)
    below = y + 32
    for words in told:
        font.write(frame, words, x + 10, below, ink.STEEL)
        below += prose
    below += 6
    for words, value in knobs(difficulty):
        font.write(frame, words, x + 10, below, ink.STEEL)
        font.write(frame, value, x + 10 + wide, below, ink.AMBER, "right")
        below += step
    for i, words in enumerate(never):
        font.write(frame, words, x + 10, below + 6 + prose * i, ink.FAINT)
