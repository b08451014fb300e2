"""Arrows at the screen's edge to the objective, the ward and an ally who lies; none stands across a plate or words."""

import math
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
AMBER, HELD, WORDS = hexc("ffa52a"), hexc("ff5a3a"), hexc("ffbf4d")


def draw(
    frame: pygame.Surface, hud: "Hud", session: "Session", cam: Camera, taken: list[pygame.Rect], red: bool = False
) -> None:
    """Draw all arrows clear of what is `taken`, and note what they take; in `red` sight only those to our own."""
    _ward(frame, session, cam, taken)
    _fallen(frame, session, cam, taken)
    if not red:
        _objective(frame, hud, session, cam, taken)


def _ward(frame: pygame.Surface, session: "Session", cam: Camera, taken: list[pygame.Rect]) -> None:
    """Off the screen, the ward always has an amber arrow; red while he is held."""
    ward, b, place = session.ward, session.world.b, _ward_place(session, cam)
    if session.player < 0 or place is None or on_screen(*place) or not session.world.met():
        return
    gap = math.dist((b.x[ward], b.y[ward]), (b.x[session.player], b.y[session.player]))
    words = f"{name_of(session, ward)} {gap:.0f} M"
    ex, ey, angle = at_edge(*place)
    _point(frame, (ex, ey, angle), HELD if b.held_by[ward] >= 0 else AMBER, 8, (words, WORDS), taken)


def _fallen(frame: pygame.Surface, session: "Session", cam: Camera, taken: list[pygame.Rect]) -> None:
    """Point at whoever of the player's allies lies: a red chevron over her, or an arrow at the edge with the distance."""
    b, player = session.world.b, session.player
    for slot in allies(session.world):
        if not b.down[slot] or player < 0 or slot == player:
            continue
        x, y = b.x[slot] * METRE - cam.x, b.y[slot] * METRE - cam.y
        if on_screen(x, y, INSET):
            arrow(frame, int(x), int(y) - LYING - round(2 * math.sin(session.world.tick / 12)), math.pi / 2, HELD, 6)
            continue
        gap = math.dist((b.x[slot], b.y[slot]), (b.x[player], b.y[player]))
        _point(frame, at_edge(x, y), HELD, 8, (f"{name_of(session, slot)} {gap:.0f} M", WORDS), taken)


def _objective(frame: pygame.Surface, hud: "Hud", session: "Session", cam: Camera, taken: list[pygame.Rect]) -> None:
    """Point at the objective: a chevron over it, or an arrow at the edge with the distance."""
    if hud.marker is None:
        return
    x, y = hud.marker[0] * METRE - cam.x, hud.marker[1] * METRE - cam.y
    b, slot = session.world.b, session.player
    if session.ward >= 0 and math.dist(hud.marker, (b.x[session.ward], b.y[session.ward])) < 0.6:
        return  # the ward has his own ring and arrow
    if on_screen(x, y, 16):
        lift = 30 + round(2 * math.sin(session.world.tick / 12))
        place = pygame.Rect(int(x) - HALF // 2, int(y) - lift - HALF // 2, HALF, HALF)
        hit = place.collidelist(taken)
        top = taken[hit].top - HALF if hit >= 0 else place.centery  # over the words that stand there
        arrow(frame, int(x), top, math.pi / 2, WHITE, 5)
        return
    ex, ey, angle = at_edge(x, y, INSET)
    wx, wy = _ward_place(session, cam) or (W / 2, 0.0)
    if math.dist((ex, ey), at_edge(wx, wy)[:2]) < APART and not on_screen(wx, wy) and session.world.met():
        return  # his arrow points there already
    words = f"{math.dist(hud.marker, (b.x[slot], b.y[slot])):.0f} M" if slot >= 0 else ""
    _point(frame, (ex, ey, angle), WHITE, 6, (words, WHITE), taken)


def _ward_place(session: "Session", cam: Camera) -> tuple[float, float] | None:
    """Return the screen place of the ward, on the screen or not; None if there is none."""
    b, ward = session.world.b, session.ward
    return (b.x[ward] * METRE - cam.x, b.y[ward] * METRE - cam.y) if ward >= 0 and b.here[ward] else None


def _point(
    frame: pygame.Surface,
    at: tuple[int, int, float],
    colour: Colour,
    size: int,
    words: tuple[str, Colour],
    taken: list[pygame.Rect],
) -> None:
    """Draw an arrow and its words where they are clear of what is `taken`; `at` is its place and its angle."""
    x, y, angle = at
    head, label = aside(x, y, font.width(words[0]), taken)
    taken.append(head.union(label))
    arrow(frame, head.centerx, head.centery, angle, colour, size)
    font.draw_text(frame, words[0], label.x, label.y, words[1])


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
