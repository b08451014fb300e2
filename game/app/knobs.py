"""A difficulty told by its knobs, so that a player knows what he chooses."""

import pygame

from game.app import ink
from game.content.difficulty import DIFFICULTIES

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
    """Draw a plate about a difficulty with its corner at (x, y)."""
    frame.blit(ink.plate(WIDE + 20, 216, tab=ink.AMBER), (x, y))
    ink.draw_text(frame, difficulty.upper(), x + 10, y + 8, ink.WHITE, 2)
    below = ink.paragraph(frame, WORDS[difficulty], x + 10, y + 32, WIDE, scale=1) + 6
    for i, (words, value) in enumerate(knobs(difficulty)):
        ink.draw_text(frame, words, x + 10, below + LINE * i, ink.STEEL)
        ink.draw_text(frame, value, x + 10 + WIDE, below + LINE * i, ink.AMBER, align="right")
    ink.paragraph(frame, NEVER, x + 10, y + 188, WIDE, ink.FAINT, scale=1)
