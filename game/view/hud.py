"""What the screen says beside the picture: objective, you, weapon, the Clock, why you were noticed, what Interact would do."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from game.content.looks import LOOK_IDS, LOOKS
from game.view import font
from game.view.camera import Camera
from game.view.pixels import METRE, W, hexc
from game.view.plates import AMBER, GREY, RED, STEEL, WHITE, icon, magnified, plate

if TYPE_CHECKING:
    from game.hud import Hud
from game.session import Session

FOOT = 352  # where the plates at the foot of the screen end
BLOCKS, TRUST_BAR = 16, 78  # segments of the power bar; pixels of the trust bar
MOST_PIPS = 12  # rounds drawn one by one; more than that are a bar
OVERHEAD = 24  # pixels from the player to the prompt over his head
PULSE = 30  # ticks of one slow pulse: two a second, under the three a second that nothing may exceed
DIGITS, CLOCK_TALL = 62, 30  # pixels of the Clock: its number, its height
# pixels: the top of the line that says why you were noticed, under a box of words
LOWER = 88
DIM, SCREEN_GREY = hexc("2a1216"), hexc("566b82")


@lru_cache(maxsize=128)
def _you(name: str, blocks: int, ward: str, trust: int, one_arm: bool) -> pygame.Surface:
    """Return the player's plate: power in segments, an arm lost, and the ward's trust (-1 none)."""
    s = plate(154, 22, RED).copy()
    font.draw_text(s, name, 6, 2, WHITE)
    font.draw_text(s, *(("1 ARM", 6, 12, hexc("ff7a5a")) if one_arm else ("POWER", 6, 12, SCREEN_GREY)))
    for i in range(BLOCKS):
        s.fill(RED if i < blocks else DIM, (44 + i * 6, 5, 5, 5))
        if i < blocks:
            s.fill(hexc("ff7a5a"), (44 + i * 6, 5, 5, 1))
    if trust >= 0:
        font.draw_text(s, ward, 44, 12, hexc("ffbf4d"))
        for colour, w, h in ((hexc("3a2208"), TRUST_BAR, 3), (AMBER, trust, 3), (hexc("ffd070"), trust, 1)):
            s.fill(colour, (70, 16, w, h))
    return s


@lru_cache(maxsize=128)
def _weapon(name: str, rounds: int, magazine: int, spare: int, reloading: bool) -> pygame.Surface:
    """Return the weapon's plate: name, spare rounds, what is in the magazine."""
    s = plate(124, 22, STEEL, right=True).copy()
    font.draw_text(s, name, 6, 2, GREY)
    if not magazine:
        return s
    font.draw_text(s, "RELOAD" if reloading else f"x{spare}", 6, 12, AMBER if reloading else SCREEN_GREY)
    font.draw_text(s, str(rounds), 118, 1, WHITE if rounds else hexc("ff7a5a"), 2, "right")
    if magazine <= MOST_PIPS:
        wide = 5 if magazine <= 6 else 2
        for i in range(magazine):
            x = 48 + i * (wide + 2)
            s.fill(hexc("a83228" if i < rounds else "2a1216"), (x, 8, wide, 10))
            s.fill(hexc("d8a440" if i < rounds else "20180c"), (x, 15, wide, 3))
    else:
        s.fill(DIM, (48, 11, 44, 4))
        s.fill(hexc("d8a440"), (48, 11, 44 * min(rounds, magazine) // magazine, 4))
    return s


def draw(frame: pygame.Surface, hud: "Hud", session: "Session", kept: Sequence[pygame.Rect] = ()) -> None:
    """Draw all plates; `kept` is what a line at the head of the screen may not hide."""
    if hud.objective:
        words = hud.objective.upper()
        frame.blit(plate(font.span(words) + 12, font.grown(13), AMBER, strength=0.6), (8, 8))
        font.write(frame, words, 14, 10, WHITE)
    if session.player >= 0:
        full, one_arm = session.world.actors[session.player].health, session.world.one_armed(session.player)
        blocks = math.ceil(BLOCKS * max(0, hud.health) / max(1, full))
        trusts = hud.trust >= 0 and session.player != session.ward  # nobody trusts or orders himself
        trust = round(TRUST_BAR * min(1.0, hud.trust)) if trusts else -1
        you = magnified(_you(name_of(session, session.player), blocks, name_of(session, session.ward), trust, one_arm))
        frame.blit(you, (8, FOOT - you.get_height()))
        if hud.weapon:
            gun = magnified(_weapon(hud.weapon, hud.rounds, hud.magazine, hud.spare, hud.reloading))
            frame.blit(gun, (W - 8 - gun.get_width(), FOOT - gun.get_height()))
    if hud.order and session.player != session.ward:
        _order(frame, hud.order)
    if hud.fallen:
        box = fallen_box(hud)
        frame.blit(plate(box.w, box.h, RED, strength=0.72), box)
        for i, words in enumerate(hud.fallen.split("\n")):
            font.write(frame, words, box.x + 7, box.y + 2 + font.grown(11) * i, WHITE if i else hexc("ffd0a8"))
    urgent(frame, hud, session.world.tick, kept)


def urgent(frame: pygame.Surface, hud: "Hud", tick: int, kept: Sequence[pygame.Rect] = ()) -> None:
    """Draw what no way of seeing may hide: the Clock, and why you were noticed."""
    if hud.cause:
        box = cause_box(hud, kept)
        frame.blit(plate(box.w, box.h, RED, strength=0.72), box)
        font.write(frame, hud.cause, box.x + 7, box.y + 2, hexc("ffd0a8"))
    if hud.clock >= 0:
        _clock(frame, hud, tick)


def name_of(session: "Session", slot: int) -> str:
    """Return what somebody is called on the plates."""
    return LOOKS[LOOK_IDS[session.world.b.look[slot]]].name if slot >= 0 else ""


def cause_box(hud: "Hud", kept: Sequence[pygame.Rect]) -> pygame.Rect:
    """Return where the line stands that says why you were noticed: under the objective, else where it hides nothing kept."""
    wide, tall, top = font.span(hud.cause) + 14, font.grown(13), 8 + font.grown(14)
    places = [
        pygame.Rect(x, y, wide, tall) for x, y in ((8, top), (W // 2 - wide // 2, top), (W // 2 - wide // 2, LOWER))
    ]
    return next((place for place in places if place.collidelist(kept) < 0), places[0])


def fallen_box(hud: "Hud") -> pygame.Rect:
    """Return where it stands who lies: over the order's plate."""
    lines = hud.fallen.split("\n")
    tall = font.grown(2 + 11 * len(lines))
    return pygame.Rect(8, FOOT - font.grown(52) - tall, max(font.span(words) for words in lines) + 10, tall)


def _order(frame: pygame.Surface, order: str) -> None:
    """Show the ward's order above his bar: an icon where there is one, and the word."""
    made = magnified(_order_plate(order))
    frame.blit(made, (8, FOOT - font.grown(22) - font.grown(3) - made.get_height()))


@lru_cache(maxsize=16)
def _order_plate(order: str) -> pygame.Surface:
    """Return the order's plate."""
    picture = icon(order.lower().replace(" ", "_"))
    wide = font.width(order) + (40 if picture else 0) + 10
    made = plate(wide, 24 if picture else 13, AMBER, strength=0.6).copy()
    if picture:
        made.blit(picture, (4, 0))
    font.draw_text(made, order, 42 if picture else 6, 7 if picture else 2, hexc("ffbf4d"))
    return made


def clock_box(hud: "Hud") -> pygame.Rect:
    """Return where the Clock stands: one plate with the countdown, its cause and its cure."""
    words = max(font.span(hud.clock_cause), font.span(hud.clock_cure))
    wide = DIGITS + (words + 18 if words else 8)
    return pygame.Rect(W // 2 - wide // 2, 37, wide, CLOCK_TALL + 2 * (font.grown(11) - 11))


def _clock(frame: pygame.Surface, hud: "Hud", tick: int) -> None:
    """Draw the countdown, three times as large as text, and beside it its cause over its cure."""
    box = clock_box(hud)
    frame.blit(plate(box.w, box.h, AMBER, strength=0.78), box)
    pulse = 1.0 if tick % PULSE < PULSE // 2 else 0.82
    red, green, blue = (int(c * pulse) for c in hexc("ffbf4d"))
    font.draw_text(frame, f"{hud.clock / 60:.1f}", box.x + DIGITS - 4, box.y + 4, (red, green, blue), 3, "right")
    x = box.x + DIGITS + 8
    if hud.clock_cause:
        frame.fill(DIM, (box.x + DIGITS + 1, box.y + 4, 1, box.h - 8))
        font.write(frame, hud.clock_cause, x, box.y + 4, WHITE)
    font.write(frame, hud.clock_cure, x, box.y + 4 + font.grown(13), hexc("ffbf4d"))


def prompt(
    frame: pygame.Surface,
    hud: "Hud",
    session: "Session",
    cam: Camera,
    taken: list[pygame.Rect],
    kept: Sequence[pygame.Rect] = (),
) -> None:
    """Say over the player's head what Interact would do here, and how far it has come; under his feet where that hides `kept`."""
    if (not hud.prompt and hud.progress <= 0) or session.player < 0:
        return
    b, player = session.world.b, session.player
    words = hud.prompt or "WORKING"
    row = font.grown(13)
    wide, tall = max(font.span(words) + 14, 70), row + 6 if hud.progress > 0 else row
    x = min(max(int(b.x[player] * METRE) - cam.x - wide // 2, 4), W - 4 - wide)
    middle = int(b.y[player] * METRE) - cam.y
    y = max(middle - OVERHEAD - tall, 40)
    if pygame.Rect(x, y, wide, tall).collidelist(kept) >= 0:
        below = pygame.Rect(x, middle + OVERHEAD, wide, tall)
        y = below.y if below.collidelist([*kept, *taken]) < 0 else y
    frame.blit(plate(wide, tall, STEEL, strength=0.72), (x, y))
    font.write(frame, words, x + wide // 2, y + 2, WHITE, align="centre")
    if hud.progress > 0:
        frame.fill(hexc("1b2b3a"), (x + 6, y + row, wide - 12, 3))
        frame.fill(hexc("9cd0ee"), (x + 6, y + row, int((wide - 12) * min(1.0, hud.progress)), 3))
    taken.append(pygame.Rect(x, y, wide, tall))


def covered(hud: "Hud", kept: Sequence[pygame.Rect] = ()) -> list[pygame.Rect]:
    """Return what the plates hide, so that words over heads keep clear of it."""
    g = font.grown
    foot = [(0, g(60), g(162) + 4), (W - g(132) - 4, g(34), g(136))]
    out = [pygame.Rect(0, 0, g(170), g(22)), *(pygame.Rect(x, 360 - tall, wide, tall) for x, tall, wide in foot)]
    if hud.fallen:
        out.append(fallen_box(hud))
    if hud.cause:
        out.append(cause_box(hud, kept))
    if hud.clock >= 0:
        out.append(clock_box(hud))
    return out
