"""Arrows at the screen's edge to the objective, the ward and an ally who lies; none stands across a plate or words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.hud import allies
from game.view import font
from game.view.camera import Camera
from game.view.hud import name_of
from game.view.pixels import METRE, Colour, H, W, hexc
from game.view.plates import WHITE, arrow, at_edge, on_screen

if TYPE_CHECKING:
    from game.hud import Hud
    from game.session import Session

APART = 40  # pixels between two arrows at the edge; nearer, the ward's alone is drawn
INSET = 22  # pixels from the edge to the objective's arrow
HALF = 10  # pixels from the middle of an arrow to its edge
TALL = 11  # pixels of its words
LYING = 18  # pixels over one who lies
TRIES = 6  # how often an arrow goes aside
SHIFTS = (0, 18, -18, 36, -36, 54, -54)  # pixels that one goes along its edge where it would hide somebody
SIDE = 40  # pixels: what is as near to the left or the right of the screen stands at that edge
SCREEN = pygame.Rect(0, 0, W, H)
AMBER, HELD, WORDS = hexc("ffa52a"), hexc("ff5a3a"), hexc("ffbf4d")


@dataclass(slots=True, kw_only=True)
class Pointer:
    """An arrow to draw at the screen's edge: `what` it points at, its place there and its angle, and the words beside it."""

    what: str
    at: tuple[int, int, float]
    colour: Colour
    size: int
    words: str
    tone: Colour = WORDS


class Arrows:
    """Remembers how far along the screen's edge each arrow stands, so that none goes to and fro."""

    def __init__(self) -> None:
        self._shifts: dict[str, int] = {}

    def draw(
        self,
        frame: pygame.Surface,
        hud: "Hud",
        session: "Session",
        cam: Camera,
        taken: list[pygame.Rect],
        people: Sequence[pygame.Rect] = (),
        red: bool = False,
    ) -> None:
        """Draw all arrows clear of what is `taken`, over as few `people` as can be, and note what they take.

        red  sight by red light: only arrows to our own
        """
        drawn: dict[str, int] = {}
        for pointer in (*_ward(session, cam), *_fallen(frame, session, cam)):
            self._point(frame, pointer, taken, people, drawn)
        for pointer in () if red else _objective(frame, hud, session, cam, taken):
            self._point(frame, pointer, taken, people, drawn)
        self._shifts = drawn

    def _point(
        self,
        frame: pygame.Surface,
        pointer: Pointer,
        taken: list[pygame.Rect],
        people: Sequence[pygame.Rect],
        drawn: dict[str, int],
    ) -> None:
        """Draw an arrow and its words where they are clear of what is `taken`, and keep how far along the edge that is."""
        x, y, angle = pointer.at
        wide = font.width(pointer.words)
        shift = along(x, y, wide, taken, people, self._shifts.get(pointer.what, 0))
        if shift is None:
            head, label = aside(x, y, wide, taken)
        else:
            drawn[pointer.what] = shift
            head, label = _beside(*_moved(x, y, shift), wide)
        taken.append(head.union(label))
        arrow(frame, head.centerx, head.centery, angle, pointer.colour, pointer.size)
        font.draw_text(frame, pointer.words, label.x, label.y, pointer.tone)


def _ward(session: "Session", cam: Camera) -> list[Pointer]:
    """Off the screen, the ward always has an amber arrow; red while he is held."""
    ward, b, place = session.ward, session.world.b, _ward_place(session, cam)
    if session.player < 0 or place is None or on_screen(*place) or not session.world.met():
        return []
    gap = math.dist((b.x[ward], b.y[ward]), (b.x[session.player], b.y[session.player]))
    colour = HELD if b.held_by[ward] >= 0 else AMBER
    return [
        Pointer(what="ward", at=at_edge(*place), colour=colour, size=8, words=f"{name_of(session, ward)} {gap:.0f} M")
    ]


def _fallen(frame: pygame.Surface, session: "Session", cam: Camera) -> list[Pointer]:
    """Point at whoever of the player's allies lies: a red chevron over her, or an arrow at the edge with the distance."""
    b, player, out = session.world.b, session.player, []
    for slot in allies(session.world):
        if not b.down[slot] or player < 0 or slot == player:
            continue
        x, y = b.x[slot] * METRE - cam.x, b.y[slot] * METRE - cam.y
        if on_screen(x, y, INSET):
            arrow(frame, int(x), int(y) - LYING - round(2 * math.sin(session.world.tick / 12)), math.pi / 2, HELD, 6)
            continue
        name, gap = name_of(session, slot), math.dist((b.x[slot], b.y[slot]), (b.x[player], b.y[player]))
        out.append(Pointer(what=name, at=at_edge(x, y), colour=HELD, size=8, words=f"{name} {gap:.0f} M"))
    return out


def _objective(
    frame: pygame.Surface, hud: "Hud", session: "Session", cam: Camera, taken: list[pygame.Rect]
) -> list[Pointer]:
    """Point at the objective: a chevron over it, or an arrow at the edge with the distance."""
    if hud.marker is None:
        return []
    x, y = hud.marker[0] * METRE - cam.x, hud.marker[1] * METRE - cam.y
    b, slot = session.world.b, session.player
    if session.ward >= 0 and b.held_by[session.ward] >= 0:
        return []  # there is one thing to do now, and it is not there
    if session.ward >= 0 and math.dist(hud.marker, (b.x[session.ward], b.y[session.ward])) < 0.6:
        return []  # the ward has his own ring and arrow
    if on_screen(x, y, 16):
        lift = 30 + round(2 * math.sin(session.world.tick / 12))
        place = pygame.Rect(int(x) - HALF // 2, int(y) - lift - HALF // 2, HALF, HALF)
        hit = place.collidelist(taken)
        top = taken[hit].top - HALF if hit >= 0 else place.centery  # over the words that stand there
        arrow(frame, int(x), top, math.pi / 2, WHITE, 5)
        return []
    ex, ey, angle = at_edge(x, y, INSET)
    wx, wy = _ward_place(session, cam) or (W / 2, 0.0)
    if math.dist((ex, ey), at_edge(wx, wy)[:2]) < APART and not on_screen(wx, wy) and session.world.met():
        return []  # his arrow points there already
    words = f"{math.dist(hud.marker, (b.x[slot], b.y[slot])):.0f} M" if slot >= 0 else ""
    return [Pointer(what="objective", at=(ex, ey, angle), colour=WHITE, size=6, words=words, tone=WHITE)]


def _ward_place(session: "Session", cam: Camera) -> tuple[float, float] | None:
    """Return the screen place of the ward, on the screen or not; None if there is none."""
    b, ward = session.world.b, session.ward
    return (b.x[ward] * METRE - cam.x, b.y[ward] * METRE - cam.y) if ward >= 0 and b.here[ward] else None


def along(
    x: int, y: int, wide: int, taken: list[pygame.Rect], people: Sequence[pygame.Rect], last: int = 0
) -> int | None:
    """Return how far along the edge an arrow and its words stand, None where that is nowhere clear of what is `taken`.

    As little as can be for as few of the people under them as can be; where they stood `last`, if one fewer is not to be had.
    """

    def cost(shift: int) -> float:
        head, label = _beside(*_moved(x, y, shift), wide)
        box = head.union(label)
        if not SCREEN.contains(box) or box.collidelist(taken) >= 0:
            return math.inf
        return len(box.collidelistall(people)) + abs(shift) / 200

    costs = {shift: cost(shift) for shift in (last, *SHIFTS)}
    best = min(costs, key=costs.__getitem__)
    if costs[best] == math.inf:
        return None
    return last if costs[last] - costs[best] < 0.7 else best


def _moved(x: int, y: int, shift: int) -> tuple[int, int]:
    """Return a place at the screen's edge moved along that edge."""
    return (x, y + shift) if min(x, W - x) < SIDE else (x + shift, y)


def aside(x: int, y: int, wide: int, taken: list[pygame.Rect]) -> tuple[pygame.Rect, pygame.Rect]:
    """Return where an arrow and its words stand: at its place, else as little nearer to the middle's height as is clear."""
    upper = y < H // 2
    for _ in range(TRIES):
        head, label = _beside(x, y, wide)
        hit = head.union(label).collidelist(taken)
        if hit < 0:
            break
        y = taken[hit].bottom + HALF + 1 if upper else taken[hit].top - HALF - 1
    return _beside(x, y, wide)


def _beside(x: int, y: int, wide: int) -> tuple[pygame.Rect, pygame.Rect]:
    """Return an arrow and the words beside it, toward the middle."""
    head = pygame.Rect(x - HALF, y - HALF, 2 * HALF, 2 * HALF)
    left = x + HALF + 2 if x < W // 2 else x - HALF - 2 - wide
    return head, pygame.Rect(left, y - 4, wide, TALL)
