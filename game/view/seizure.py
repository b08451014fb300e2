"""The moment in which it has the boy: the screen closes in, a ring of time runs out round him, and the face that was trusted."""

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.content.looks import LOOK_IDS, LOOKS
from game.view import font
from game.view.camera import Camera
from game.view.pixels import METRE, MULT, H, W, hexc, opaque
from game.view.plates import AMBER, INK, RED, WHITE, on_screen, plate
from game.view.sheets import sheet

if TYPE_CHECKING:
    from game.session import Session

STEPS, DEEPEST = 5, 0.85  # pictures of the closing rim, and how dark it is at the end
# what the rim leaves of the picture: calm, and at the height of a pulse
COLD, HOT = (0.30, 0.20, 0.24), (0.62, 0.16, 0.10)
PULSE = 36  # ticks of a pulse
RING, ARCS = 22, 48  # radius of the ring of time, and its pieces
FACE, SOUTH = 52, 4  # side of the card with the face; the facing toward the player's eye
TRUSTED = "seized_trusted"


@lru_cache(maxsize=2 * STEPS)
def _rim(step: int, hot: bool) -> pygame.Surface:
    """Return the rim at step/STEPS of the way, to multiply."""
    x, y = (np.arange(W) - W / 2)[None] / (W / 2), (np.arange(H) - H / 2)[:, None] / (H / 2)
    inner = 0.92 - 0.5 * step / STEPS
    dark = DEEPEST * np.clip((np.hypot(x, y) - inner) / 0.6, 0, 1)[..., None] * (0.5 + 0.5 * step / STEPS)
    return opaque(255 * (1 - dark + dark * np.array(HOT if hot else COLD)))


def prepare() -> None:
    """Paint all rims, so that the moment itself does not wait."""
    for step in range(STEPS):
        for hot in (False, True):
            _rim(step, hot)


def draw(
    frame: pygame.Surface, session: "Session", cam: Camera, beside: pygame.Rect, in_reach: bool = False
) -> list[pygame.Rect]:
    """Draw what the countdown of a seizure does to the picture, under all words; return what it covers `beside` the Clock.

    in_reach  the player's hands would free him now: the ring says so
    """
    clock, ward, hunter = session.world.state.clock, session.ward, session.hunter
    if clock is None or ward < 0 or hunter < 0 or session.world.b.held_by[ward] != hunter:
        return []
    tick, b = session.world.tick, session.world.b
    left = max(0.0, (clock.ends - tick) / max(1, clock.ends - clock.began))
    frame.blit(_rim(round((1 - left) * (STEPS - 1)), tick % PULSE < PULSE // 3), (0, 0), special_flags=MULT)
    x, y = b.x[ward] * METRE - cam.x, b.y[ward] * METRE - cam.y
    if on_screen(x, y):
        _ring(frame, int(x), int(y), left)
        if in_reach:
            _grasp(frame, int(x), int(y), tick)
    return [_face(frame, session, beside)] if clock.cause == TRUSTED else []


def _ring(frame: pygame.Surface, x: int, y: int, left: float) -> None:
    """Draw the time that is left as an arc from the top, clockwise."""
    for i in range(ARCS):
        a = -math.pi / 2 + 2 * math.pi * i / ARCS
        at = int(x + RING * math.cos(a)), int(y + RING * math.sin(a))
        frame.fill(INK, (at[0] - 1, at[1] - 1, 4, 4))
        if i < left * ARCS:
            frame.fill(AMBER if left > 0.33 else hexc("ff5a3a"), (*at, 2, 2))


def _grasp(frame: pygame.Surface, x: int, y: int, tick: int) -> None:
    """Draw four white corners that close on the ring: now a shove would do."""
    far = RING + (6 if tick % PULSE < PULSE // 2 else 4)
    for sx in (-1, 1):
        for sy in (-1, 1):
            for wide, tall in ((9, 3), (3, 9)):
                box = pygame.Rect(0, 0, wide, tall)
                box.left, box.top = x + sx * far - (wide if sx > 0 else 0), y + sy * far - (tall if sy > 0 else 0)
                frame.fill(INK, box.inflate(2, 2))
                frame.fill(WHITE, box)


def _face(frame: pygame.Surface, session: "Session", beside: pygame.Rect) -> pygame.Rect:
    """Show whom it looked like, on a card to the left of the Clock; return what it covers."""
    row = LOOKS[LOOK_IDS[session.world.b.look[session.hunter]]]
    own, x, y = sheet(row.sheet), beside.left - FACE - 3, beside.top
    frame.blit(plate(FACE, FACE + 13, RED, strength=0.86), (x, y))
    body = pygame.Surface((FACE // 2, FACE // 2), pygame.SRCALPHA)
    for key in (own.key("legs", "idle", 0.0, SOUTH), own.key("body", "idle", 0.0, SOUTH)):
        picture, _, ox, oy = own.frame(key)
        body.blit(picture, (ox + FACE // 4, oy + FACE // 4))
    frame.blit(pygame.transform.scale(body, (FACE, FACE)), (x, y))
    font.draw_text(frame, row.name, x + FACE // 2, y + FACE + 1, WHITE, align="centre")
    return pygame.Rect(x, y, FACE, FACE + 13)
