"""Boards beside a road: what this run has left behind, one after another, as the road comes round again.

A sign whose text is `@N/M` is the N-th board from the start, on a road that comes round after every M of them.
"""

from __future__ import annotations

import re
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

import pygame

from game.content.lessons import LESSONS
from game.content.lines import FACTS
from game.content.looks import LOOKS
from game.content.missions import mission
from game.level.data import Level
from game.view import font
from game.view.camera import LEAN, Camera
from game.view.pixels import METRE, H, W
from game.view.raised import WALL

if TYPE_CHECKING:
    from game.session import Session
    from game.sim.carried import Carried

BOARD = re.compile(r"@(\d{1,3})/(\d{1,3})\Z")
TALL = 2.2  # metres: as the prop that they stand before
WIDE, ROWS = 88, 3  # pixels and lines of a board
INK, FIRST = (236, 244, 236), (255, 214, 120)  # its letters, and those of its first line
MILE = 114  # where the road begins
Words = tuple[str, str]  # what stands first, and under it


def number(text: str) -> tuple[int, int] | None:
    """Return which board a sign is and after how many the road comes round, None for any other sign."""
    found = BOARD.match(text)
    return (int(found[1]), int(found[2])) if found and int(found[2]) else None


class Roadside:
    """The boards of a level."""

    def __init__(self, level: Level) -> None:
        boards = [(number(s.text), s) for s in level.signs]
        self._boards = [(n, s.x * METRE, s.y * METRE) for n, s in boards if n is not None]
        self._words: list[Words] | None = None
        self._pictures: dict[int, pygame.Surface] = {}

    def draw(self, frame: pygame.Surface, session: Session, cam: Camera, lean: float = LEAN) -> None:
        """Draw the words of the boards near the screen."""
        if not self._boards:
            return
        if self._words is None:
            self._words = words_of(session.carried)
        lap = session.world.state.counts.get("lap", 0)
        up = 1 + (lean - 1) * TALL / WALL
        for (n, around), x, y in self._boards:
            px, py = cam.lean(x, y, up)
            if -WIDE < px < W + WIDE and -WIDE < py < H + WIDE:
                picture = self._picture(n + around * lap)
                frame.blit(picture, (int(px) - picture.get_width() // 2, int(py) - picture.get_height() // 2))

    def _picture(self, at: int) -> pygame.Surface:
        if at not in self._pictures:
            said = self._words[at - 1] if self._words and 0 < at <= len(self._words) else ("", f"MILE {MILE + at}")
            self._pictures[at] = board(said)
        return self._pictures[at]


def board(said: Words) -> pygame.Surface:
    """Return the words of a board, transparent where there are none."""
    first = [said[0]] if said[0] else []
    lines = [*first, *font.wrapped(said[1], WIDE)][:ROWS]
    step = font.height() + 1
    picture = pygame.Surface((WIDE, ROWS * step), pygame.SRCALPHA)
    top = (ROWS - len(lines)) * step // 2
    for i, line in enumerate(lines):
        colour = FIRST if i < len(first) else INK
        font.draw_text(picture, line, WIDE // 2, top + i * step, colour, align="centre")
    return picture


def words_of(carried: Carried) -> list[Words]:
    """Return what the boards say: places and names, faces and costs, lessons and facts, in turn."""
    groups = (_places(carried), _names(carried), _costs(carried), _learned(carried))
    return [said for said in chain.from_iterable(zip_longest(*groups)) if said is not None]


def _places(carried: Carried) -> list[Words]:
    rows = [(mission(leg.mission), leg) for leg in carried.legs]
    titles = [(row.title.upper() if row else leg.mission.upper(), leg.ticks) for row, leg in rows]
    return [(title, f"{ticks // 3600} MIN {ticks // 60 % 60} S") for title, ticks in titles]


def _names(carried: Carried) -> list[Words]:
    known = [("JOHN CONNOR", "TEN. ASLEEP."), ("MILES DYSON", "HELD ON"), ("T-800", "ASKED")]
    worn = [(LOOKS[look].name, "IT WORE THIS FACE") for look in carried.forms if look in LOOKS]
    return [*known, *worn]


def _costs(carried: Carried) -> list[Words]:
    fallen = [f for leg in carried.legs for f in leg.fallen if f.dead]
    ours, its = carried.deaths, sum(leg.victims for leg in carried.legs)
    held = sum(leg.seizures for leg in carried.legs)
    rows = [("BY OUR HAND", f"{ours} DEAD" if ours else "NOBODY DIED"), ("BY ITS HAND", f"{its} DEAD")]
    rows += [("JOHN", f"SEIZED {held}, FREED {held}")] if held else []
    who = [(LOOKS[f.look].name if f.look in LOOKS else f.kind.upper(), f.by) for f in fallen]
    return rows + [(name, "BY OUR HAND" if by == "us" else "DID NOT GET HOME") for name, by in who]


def _learned(carried: Carried) -> list[Words]:
    lessons = [("", LESSONS[name].upper()) for name in carried.lessons if name in LESSONS]
    known = [FACTS[name].upper() for name in carried.facts if name in FACTS]
    return [*lessons, *(("ONLY WE KNOW" if fits(words, 1) else "", words) for words in known if fits(words))]


def fits(words: str, beside: int = 0) -> bool:
    """Say whether words go on a board that holds so many lines besides."""
    return len(font.wrapped(words, WIDE)) + beside <= ROWS
