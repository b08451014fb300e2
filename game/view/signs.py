"""Signs: neon letters with a halo where they name a place to go, painted plates elsewhere; both lean with the wall tops."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pygame

from game.level.data import Level, SignSpot
from game.view import font
from game.view.camera import LEAN, Camera
from game.view.pixels import ADD, METRE, H, W, alpha, opaque
from game.view.roadside import number
from game.view.smooth import gauss

PAD = 40  # pixels of halo round the letters
ROOM, THIN = 12, 80  # pixels round letters that count as under them; strength of letters over somebody who matters
OVER = 1.6  # metres between a shutter and the sign that hangs over it
DEAD = (70, 72, 84, 90)  # what is left of letters that have gone out
BACK = 150  # strength of the dark behind the letters
# the player's plates and the weapon's: no sign shows half under them
UNDER = (pygame.Rect(8, 300, 160, 60), pygame.Rect(504, 314, 136, 46))
PALE = 0.62  # share of its halo that a white sign loses: it would drown its own letters


class Signs:
    """The signs of a level, painted once; one that hangs over a shutter goes out while that is down."""

    def __init__(self, level: Level) -> None:
        self.places: list[pygame.Rect] = []  # where the letters of this frame stand
        self._signs = []
        for spot in level.signs:
            if number(spot.text) is not None:
                continue
            halo, core = _neon(spot)
            out = core.copy()
            out.fill(DEAD, special_flags=pygame.BLEND_RGBA_MULT)
            self._signs.append((halo, core, out, spot.x * METRE, spot.y * METRE, _shutter_under(level, spot)))

    def draw(
        self,
        frame: pygame.Surface,
        cam: Camera,
        d: Any,
        under: Iterable[tuple[float, float]] = (),
        lean: float = LEAN,
        words: Sequence[pygame.Rect] = (),
    ) -> None:
        """Draw what is near the screen: halo added, then the letters; thin over world pixels `under` them that matter.

        None is drawn where `words` of the screen would lie across it.

        d: columns of the doors; lean: 1 where the whole map is drawn, which has no plates
        """
        self.places.clear()
        for halo, core, out, x, y, door in self._signs:
            px, py = cam.lean(x, y, lean)
            at = int(px) - halo.get_width() // 2, int(py) - halo.get_height() // 2
            if (
                -halo.get_width() < at[0] < W
                and -halo.get_height() < at[1] < H
                and not (lean > 1.0 and _under_plates(core, at))
                and core.get_rect(topleft=at).inflate(-2 * PAD, -2 * PAD).collidelist(words) < 0
            ):
                if door >= 0 and d.shut[door] and not d.rest[door]:
                    frame.blit(out, at)
                else:
                    wide, tall = core.get_width() / 2 - PAD + ROOM, core.get_height() / 2 - PAD + ROOM
                    hides = any(abs(ux - x) < wide and abs(uy - y) < tall for ux, uy in under)
                    core.set_alpha(THIN if hides else 255)
                    if not hides:
                        frame.blit(halo, at, special_flags=ADD)
                    frame.blit(core, at)
                    self.places.append(core.get_rect(topleft=at).inflate(-2 * PAD, -2 * PAD))


def _under_plates(core: pygame.Surface, at: tuple[int, int]) -> bool:
    """Say whether letters would stand half under a plate."""
    return core.get_rect(topleft=at).inflate(-2 * PAD, -2 * PAD).collidelist(UNDER) >= 0


def _shutter_under(level: Level, spot: SignSpot) -> int:
    """Return the shutter over which a sign hangs, -1 none."""
    for k, door in enumerate(level.ground.doors):
        middle = door.x + door.w / 2, door.y + door.h / 2
        if door.kind == "shutter" and math.dist(middle, (spot.x, spot.y)) < OVER:
            return k
    return -1


def _neon(spot: SignSpot) -> tuple[pygame.Surface, pygame.Surface]:
    """Return two halos in one to add, and a pale core with a dark edge."""
    m = np.pad(font.mask(spot.text, 2), PAD).astype(np.float32)
    c = np.array(spot.colour, np.float32) * 255
    halo = (gauss(m, 4) * 1.3 + gauss(m, 11) * 1.9) * (1 - PALE * min(spot.colour) / max(1e-3, *spot.colour))
    edge = (np.roll(m, (2, 2), (0, 1)) > 0) & (m == 0)
    for by, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1)):
        edge |= (np.roll(m, by, axis) > 0) & (m == 0)
    core = np.zeros((*m.shape, 4), np.float32)
    core[..., 3] = BACK * np.clip(gauss(m, 2.2) * 1.7, 0, 1)  # they stand out on white awnings too
    core[edge] = (8, 8, 16, 150)
    core[m > 0] = (*(190 + c * 0.26), 255)
    return opaque(halo[..., None] * c), alpha(core)
