"""The machine's red sight: luminance and edges through eight reds with an ordered dither, brackets and read-outs of our own."""

import math
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.content.looks import LOOK_IDS, LOOKS
from game.view import font
from game.view.camera import Camera
from game.view.cast import Person
from game.view.pixels import METRE, MULT, SIZE, H, W, hexc, opaque
from game.view.plates import plate

if TYPE_CHECKING:
    from game.session import Hud, Session

RED = "0a0103 22040a 480810 7a0e14 b41a1a e83a2a ff7a52 ffd0a8"
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.47
PALE, WARM, HOT = hexc("ffd0a8"), hexc("ff7a52"), hexc("ffffff")
MOST_MARKS = 6
CONE, CONE_LENGTH = 0.87, 44  # half of what somebody sees ahead (radians), and how far it is drawn (pixels)
HEX_ROWS, HEX_TICKS = 12, 24


class Vision:
    """Turns a finished frame red and writes on it."""

    def __init__(self) -> None:
        levels = np.arange(256) / 255
        ramp = [hexc(c) for c in RED.split()]
        steps = np.clip((levels**0.85 * 7.4 + 0.7).astype(int), 0, 7)
        self._dither = (np.tile(BAYER, (H // 4, W // 4)) * 26 + 14).astype(np.uint8)
        self._grey, self._out = pygame.Surface(SIZE), pygame.Surface(SIZE, 0, 8)
        self._out.set_palette([ramp[i] for i in steps.tolist()])
        lines = np.full((H, W, 3), 255.0)
        lines[1::2] = 204
        lines *= (1 - 0.04 * np.abs(np.random.default_rng(5).standard_normal((1, W, 1)))).clip(0, 1)
        v = np.hypot((np.arange(W) - W / 2)[None] / 400, (np.arange(H) - H / 2)[:, None] / 250)
        self._lines = opaque(lines * (1 - 0.55 * np.clip(v - 0.5, 0, 1))[..., None])

    def draw(self, frame: pygame.Surface) -> None:
        """Turn the frame red."""
        pygame.transform.grayscale(frame, self._grey)
        g = np.ascontiguousarray(pygame.surfarray.pixels2d(self._grey).T.view(np.uint8)[:, ::4])
        g += np.minimum(g >> 1, 255 - g)  # the machine sees more light; bytes throughout, so that SIMD carries it
        tone = g - (g >> 3)
        edge = np.zeros_like(g)
        a, b = g[1:, :-1], g[:-1, 1:]
        c, d = g[1:, 1:], g[:-1, :-1]
        np.maximum(np.maximum(a, b) - np.minimum(a, b), np.maximum(c, d) - np.minimum(c, d), out=edge[1:, 1:])
        edge = np.minimum(edge, 60) * np.uint8(2)
        total = tone + np.minimum(edge, 255 - tone)
        total = total + np.minimum(self._dither, 255 - total)
        pygame.surfarray.pixels2d(self._out).T[...] = np.maximum(total, 14) - 14
        frame.blit(self._out, (0, 0))
        frame.blit(self._lines, (0, 0), special_flags=MULT)

    def read_outs(
        self, frame: pygame.Surface, session: "Session", people: list[Person], hud: "Hud", cam: Camera
    ) -> None:
        """Bracket those in sight, nearest first, with what the machine can tell; then its own state."""
        b, player = session.world.b, session.player
        here = (b.x[player] * METRE, b.y[player] * METRE) if player >= 0 else (cam.centre[0], cam.centre[1])
        others = [
            p for p in people if p.slot != player and p.strength == 255 and 0 < p.x - cam.x < W and 0 < p.y - cam.y < H
        ]
        others.sort(key=lambda p: (p.slot != session.ward, math.dist((p.x, p.y), here)))
        for p in others[:MOST_MARKS]:
            self._cone(frame, p, b.fx[p.slot], b.fy[p.slot], cam)
            strong = bool(b.known[p.slot])
            _mark(
                frame,
                int(p.x) - cam.x,
                int(p.y) - cam.y,
                _words(session, p, math.dist((p.x, p.y), here) / METRE),
                strong,
            )
        self._panels(frame, session, hud)

    @staticmethod
    def _cone(frame: pygame.Surface, p: Person, fx: float, fy: float, cam: Camera) -> None:
        """Draw the two sides of what somebody sees ahead."""
        angle, x, y = math.atan2(fy, fx), p.x - cam.x, p.y - cam.y
        for side in (-CONE, CONE):
            c, s = math.cos(angle + side), math.sin(angle + side)
            pygame.draw.line(
                frame, hexc("b41a1a"), (x + c * 16, y + s * 16), (x + c * CONE_LENGTH, y + s * CONE_LENGTH)
            )

    @staticmethod
    def _panels(frame: pygame.Surface, session: "Session", hud: "Hud") -> None:
        b, player, tick = session.world.b, session.player, session.world.tick
        light = b.light[player] if player >= 0 else 0.0
        left = [
            "OPTIC 2  LIVE",
            f"LIGHT ON ME {light * 100:3.0f} %",
            f"DOORS OPEN {sum(1 for s in session.world.d.shut if not s)}",
        ]
        left += [f"TICK {tick:06d}"]
        right = [
            f"POWER {hud.health} %",
            hud.objective.upper(),
            f"ORDER  {hud.order}" if hud.order else "",
            "KEEP HIM BREATHING",
        ]
        if hud.magazine:
            right.insert(1, f"{hud.weapon}  {hud.rounds} / {hud.spare}")
        right = [r for r in right if r]
        wide = max(font.width(s) for s in right) + 14
        frame.blit(plate(112, 8 + 10 * len(left), strength=0.7), (6, 4))
        frame.blit(plate(wide, 8 + 10 * len(right), strength=0.7), (W - 12 - wide, 4))
        for rows, x in ((left, 10), (right, W - 8 - wide)):
            for i, words in enumerate(rows):
                font.draw_text(frame, words, x, 7 + 10 * i, PALE if i == 0 else WARM, shadow=False)
        dice = np.random.default_rng(tick // HEX_TICKS)
        for i in range(HEX_ROWS):
            words = " ".join(f"{v:04X}" for v in dice.integers(0, 65536, 2).tolist())
            font.draw_text(frame, words, 10, 60 + 10 * i, hexc("b41a1a") if i % 5 else WARM, shadow=False)
        for i in range(0, H, 12):
            frame.fill(hexc("e83a2a"), (632 if i % 60 == 0 else 636, i, 8, 1))


def _words(session: "Session", p: Person, metres: float) -> list[str]:
    """Return what the machine can tell of somebody: never more than the player's side knows."""
    b = session.world.b
    if b.known[p.slot]:
        return ["NOT A MAN", "SHAPE  COPIED", f"RANGE  {metres:4.1f} M"]
    name = LOOKS[LOOK_IDS[b.look[p.slot]]].name
    if p.slot == session.ward:
        return [
            name,
            f"PULSE {84 + int(60 * min(1.0, b.fear[p.slot]))}",
            "IN SIGHT" if b.held_by[p.slot] < 0 else "TAKEN",
        ]
    return [name, f"RANGE {metres:4.1f} M", "DOWN" if p.lying else f"LIGHT {b.light[p.slot] * 100:3.0f} %"]


def _mark(frame: pygame.Surface, x: int, y: int, words: list[str], strong: bool) -> None:
    """Draw brackets round (x, y) and a plate of words beside them."""
    c = HOT if strong else WARM
    r = pygame.Rect(x - 18, y - 17, 36, 34)
    for px, sx in ((r.left, 1), (r.right, -1)):
        for py, sy in ((r.top, 1), (r.bottom, -1)):
            pygame.draw.lines(frame, c, False, [(px + 6 * sx, py), (px, py), (px, py + 6 * sy)])
    wide = max(font.width(s) for s in words) + 8
    left = r.right + 12 if r.right + 14 + wide < W else r.left - 12 - wide
    if left > r.right:
        pygame.draw.line(frame, c, (r.right + 2, r.top), (left, r.top))
    frame.blit(plate(wide, 4 + 10 * len(words), strength=0.8), (left, r.top - 5))
    for i, s in enumerate(words):
        font.draw_text(
            frame, s, left + 4, r.top - 4 + 10 * i, HOT if strong and i == 0 else PALE if i == 0 else WARM, shadow=False
        )
