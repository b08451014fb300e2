"""Its mind beside the picture, in a replay: what it does and why, the best three and their worth, what told it, its mood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.report.mind import plainly
from game.view import belief

if TYPE_CHECKING:
    from game.session import Session
    from game.view.camera import Camera

LEFT, TOP, WIDE = 8, 24, 216  # pixels
LINE, BAR = 12, 60
MOODS = {"press": "PRESSES", "neutral": "", "backoff": "HOLDS BACK"}


def draw_thoughts(frame: pygame.Surface, session: Session, cam: Camera) -> None:
    """Draw its belief over the picture and its last decision beside it."""
    belief.draw(frame, session, cam)
    belief.mark(frame, session, cam)
    small = belief.map_of(session)
    x, y = ink.W - small.get_width() - 10, 10
    frame.blit(ink.plate(small.get_width() + 4, small.get_height() + 4, strength=0.9), (x - 2, y - 2))
    frame.blit(small, (x, y))
    panel(frame, session)


def panel(frame: pygame.Surface, session: Session) -> None:
    """Write the decision that stands."""
    log, memory = session.world.state.decisions, session.world.memories.get(session.hunter)
    if not log or memory is None:
        return
    last = log[-1]
    why = ink.wrapped(plainly(memory.why).upper(), WIDE - 16)
    scores = [(name, worth) for name, worth in memory.scores if worth > 0.0]
    grounds = [plainly(words).upper() for words in last.by]
    tall = 26 + LINE * (len(why) + len(scores) + len(grounds)) + (8 if scores else 0) + (6 if grounds else 0)
    frame.blit(ink.plate(WIDE, tall, strength=0.82, tab=ink.RED), (LEFT, TOP))
    ink.draw_text(frame, memory.intent.upper(), LEFT + 9, TOP + 5, ink.AMBER)
    mood = MOODS.get(session.world.state.pace.mood, "")
    ink.draw_text(frame, mood, LEFT + WIDE - 8, TOP + 5, ink.STEEL, align="right")
    y = TOP + 20
    for words in why:
        ink.draw_text(frame, words, LEFT + 9, y, ink.WHITE)
        y += LINE
    y += 4 if scores else 0
    most = max((worth for _, worth in scores), default=1.0)
    for name, worth in scores:
        chosen = name == memory.plan
        ink.draw_text(frame, name.upper(), LEFT + 9, y, ink.AMBER if chosen else ink.STEEL)
        ink.bar(frame, LEFT + 84, y + 2, BAR, worth / most, ink.AMBER if chosen else ink.STEEL)
        ink.draw_text(frame, f"{worth:.2f}", LEFT + WIDE - 8, y, ink.STEEL, align="right")
        y += LINE
    y += 6 if grounds else 0
    for words in grounds:
        ink.draw_text(frame, words, LEFT + 9, y, ink.FAINT)
        y += LINE
