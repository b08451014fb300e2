"""A hint drawn: words with the keys as caps, in the names of the player's own bindings or of his pad."""

import re
from functools import lru_cache

import pygame

from game.app import ink
from game.controls.bindings import ACTIONS, PAD_TAPS, Binds, key_for, label
from game.controls.hands import CROSS
from game.view.font import Size, grown, write
from game.view.plates import magnified

FOOT, HIGH = 340, 108  # y of a hint at the foot of the screen, and of an urgent one under the Clock
MOST_WIDE = 330  # pixels between the plates at the foot
WORD = re.compile(r"\{(\w+)\}")
STICKS = {"walk": "L STICK", "look": "R STICK"}
ROUND: dict[str, ink.Colour] = {"A": (74, 160, 84), "B": (198, 62, 52), "X": (66, 120, 200), "Y": (214, 170, 50)}

PLAIN, KEY, PAD = "", "key", "pad"
Piece = tuple[str, str]  # words, and what they are: plain, the name of a key, of a pad's button


def pieces(words: str, table: Binds, pad: bool) -> list[Piece]:
    """Return a hint's words cut into plain ones and keys."""
    out: list[Piece] = []
    for i, part in enumerate(WORD.split(words)):
        if i % 2 == 0:
            out += [(part, PLAIN)] if part else []
        else:
            out += _keys(part, table, pad)
    return out


def _keys(name: str, table: Binds, pad: bool) -> list[Piece]:
    if name == "answers":
        keys = CROSS if pad else [key_for(table, f"weapon{n + 1}") for n in range(len(CROSS))]
        return [(label(k), PAD) if pad else (k or "-", KEY) for k in keys[:3]]
    if name in ACTIONS:
        button = button_for(table, name) if pad else ""
        return [(button, PAD)] if button else [(key_for(table, name) or "-", KEY)]
    if pad:
        return [(STICKS[name], PAD)]
    if name == "look":
        return [("MOUSE", KEY)]
    return [(key_for(table, way), KEY) for way in ("up", "left", "down", "right")]


def button_for(table: Binds, action: str) -> str:
    """Return the label of an action's pad button; some begin by a short press of another's."""
    tapped = next((first for first, then in PAD_TAPS.items() if then == action), "")
    return key_for(table, action, pad=True) or (f"TAP {key_for(table, tapped, pad=True)}" if tapped else "")


@lru_cache(maxsize=128)
def cap(label: str, kind: str = KEY) -> pygame.Surface:
    """Return a key's cap, or a pad's button: the four of the right thumb are round."""
    colour = ROUND.get(label) if kind == PAD else None
    wide = ink.width(label) + 7
    made = pygame.Surface((wide, 13), pygame.SRCALPHA)
    if colour:
        pygame.draw.circle(made, colour, (wide // 2, 6), 6)
    else:
        made.fill((*ink.STEEL, 255), (1, 0, wide - 2, 13))
        made.fill((*ink.STEEL, 255), (0, 1, wide, 11))
        made.fill((*ink.PLATE, 255), (1, 1, wide - 2, 11))
    ink.draw_text(made, label, wide // 2 + 1, 2, ink.WHITE, align="centre", shadow=False)
    return made


def draw_hint(frame: pygame.Surface, words: list[Piece], y: int = FOOT) -> None:
    """Draw a hint round the middle of the line at y; one that is too wide goes over two lines."""
    size = Size.now
    sizes = [round((cap(text, kind).get_width() + 2 if kind else ink.width(text) + 4) * size) for text, kind in words]
    if y == FOOT and size > 1:
        y = ink.H - grown(22) - grown(20)  # over the plates, which leave it no room between them
    if sum(sizes) > (MOST_WIDE if size == 1 else ink.W - 40) and len(words) > 1:
        at = min(range(1, len(words)), key=lambda i: abs(sum(sizes[:i]) - sum(sizes[i:])))
        _line(frame, words[:at], sizes[:at], y - grown(16))
        _line(frame, words[at:], sizes[at:], y)
    else:
        _line(frame, words, sizes, y)


def _line(frame: pygame.Surface, words: list[Piece], sizes: list[int], y: int) -> None:
    x = (ink.W - sum(sizes)) // 2
    frame.blit(ink.plate(sum(sizes) + 12, grown(16), strength=0.82, tab=ink.AMBER), (x - 7, y - 3))
    for (text, kind), size in zip(words, sizes, strict=True):
        if kind:
            frame.blit(magnified(cap(text, kind)), (x, y - 1))
        else:
            write(frame, text.strip(), x + 2, y + 1, ink.WHITE)
        x += size
