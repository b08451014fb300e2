"""The hunter as a thing or as the floor: one thing too many that casts no dust ring, and a ripple that runs over it."""

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.content.props import PROPS
from game.level.data import PropSpot
from game.sim import events as ev
from game.sim.systems.guise import shown
from game.view import liquid
from game.view.camera import Camera
from game.view.light import StandingLight
from game.view.pixels import ADD, METRE, MULT, H, W, alpha, hexc
from game.view.pools import visible
from game.view.things import prop_picture

if TYPE_CHECKING:
    from game.session import Session

RIPPLES = 44  # ticks that a ripple runs
PATCH, SEAMLESS = 30, 14  # pixels across of a floor that it is; how much paler that is, of 255
RING = 26.0  # pixels to which a ripple in the floor runs out
TIDE = hexc("bfe6f7")
FLOOR_LEAST = 0.35  # least brightness
BAND = 7.0  # pixels of metal in a ripple
COMES = 24  # ticks in which metal turns into the thing


class Guises:
    """Remembers whether our side has seen the thing, and when it last rippled."""

    def __init__(self, light: StandingLight) -> None:
        self._light = light
        self._known = False
        self._rippled = -RIPPLES

    def forget(self) -> None:
        """Nothing has been seen yet."""
        self._known, self._rippled = False, -RIPPLES

    def notice(self, events: list[ev.Event], tick: int) -> None:
        """Note a ripple, and that it is a thing no more."""
        for e in events:
            if isinstance(e, ev.Rippled):
                self._rippled = tick
            elif isinstance(e, (ev.Sprang, ev.Settled)):
                self._known = False

    def draw(self, frame: pygame.Surface, session: "Session", cam: Camera, everybody: bool = False) -> None:
        """Draw the thing once our side has had its place in view, and what runs over it where they can see it now."""
        world, slot = session.world, session.hunter
        form = shown(world, slot) if slot >= 0 and world.b.here[slot] else ""
        if not form:
            return
        x, y = world.b.x[slot], world.b.y[slot]
        now = everybody or visible(session, x, y)
        self._known = self._known or now
        px, py = round(x * METRE) - cam.x, round(y * METRE) - cam.y
        if not self._known or not (-METRE < px < W + METRE and -METRE < py < H + METRE):
            return
        share = (world.tick - self._rippled) / RIPPLES
        wave = share if now and 0 <= share < 1 else -1.0
        if form in PROPS:
            self._thing(frame, form, (x, y), (px, py), wave, 1 - (world.tick - world.state.lain_at) / COMES)
        else:
            _floor(frame, (px, py), wave)

    def _thing(
        self,
        frame: pygame.Surface,
        form: str,
        place: tuple[float, float],
        at: tuple[int, int],
        wave: float,
        metallic: float,
    ) -> None:
        """Draw a thing at `at` on the screen; `metallic` is how much of it is chrome still."""
        picture = thing(form)
        if metallic > 0:
            picture = liquid.wipe(picture, metal(form), metallic)
        elif wave >= 0:
            picture = liquid.wipe(picture, metal(form), wave, BAND)
        lit = picture.copy()
        light = self._light.at(place[0] * METRE, place[1] * METRE)
        lit.fill([min(255, int((c * (1 - FLOOR_LEAST) + FLOOR_LEAST) * 255)) for c in light], special_flags=MULT)
        frame.blit(lit, (at[0] - lit.get_width() // 2, at[1] - lit.get_height() // 2))


@lru_cache(maxsize=32)
def thing(form: str) -> pygame.Surface:
    """Return the square picture of a prop."""
    row = PROPS[form]
    made = prop_picture(PropSpot(id=1, name="", kind=form, x=0.0, y=0.0, w=row.w, h=row.h, turn=0))
    size = max(made.shape[:2])
    square = np.zeros((size, size, 4), np.uint8)
    top, left = (size - made.shape[0]) // 2, (size - made.shape[1]) // 2
    square[top : top + made.shape[0], left : left + made.shape[1]] = made
    return alpha(square)


@lru_cache(maxsize=32)
def metal(form: str) -> pygame.Surface:
    """Return the same in chrome: its greys as tones of metal."""
    skin = thing(form)
    grey = pygame.surfarray.array3d(skin).mean(2).T / 255
    tones = liquid.TONES[np.clip((grey * 1.5 * len(liquid.TONES)), 0, len(liquid.TONES) - 1).astype(int)]
    return alpha(np.dstack((tones, pygame.surfarray.array_alpha(skin).T.astype(np.float32))))


def _floor(frame: pygame.Surface, at: tuple[int, int], wave: float) -> None:
    """A patch a shade too clean; and rings that run out from its middle."""
    patch = _patch()
    frame.blit(patch, (at[0] - PATCH // 2, at[1] - PATCH // 2), special_flags=ADD)
    if wave < 0:
        return
    for k in range(2):
        radius = RING * (wave - 0.22 * k)
        strength = math.sin(math.pi * min(1.0, max(0.0, wave))) * (0.5 - 0.2 * k)
        if radius > 2:
            frame.blit(_ring(round(radius), round(strength * 8)), (at[0] - 32, at[1] - 32), special_flags=ADD)


@lru_cache(maxsize=1)
def _patch() -> pygame.Surface:
    y, x = np.mgrid[0:PATCH, 0:PATCH].astype(np.float32) - PATCH / 2 + 0.5
    inside = np.clip(1 - np.hypot(x, y) / (PATCH / 2), 0, 1) ** 0.5
    out = pygame.Surface((PATCH, PATCH))
    pygame.surfarray.blit_array(out, np.repeat((inside * SEAMLESS).T[..., None], 3, 2).astype(np.uint8))
    return out


@lru_cache(maxsize=512)
def _ring(radius: int, strength: int) -> pygame.Surface:
    """Return a thin bright ring, flattened a little, on 64 x 64 pixels of black."""
    y, x = np.mgrid[0:64, 0:64].astype(np.float32) - 32
    near = np.clip(1 - np.abs(np.hypot(x, y * 1.15) - radius) / 1.6, 0, 1) * strength / 8
    out = pygame.Surface((64, 64))
    pygame.surfarray.blit_array(out, (near[..., None] * np.array(TIDE, np.float32)).transpose(1, 0, 2).astype(np.uint8))
    return out
