"""Metal that freezes: rime creeps over a figure until it stands like glass; thawed, its face runs and its hands forget."""

import math
from functools import lru_cache

import numpy as np
import pygame

from game.view.pixels import alpha, hexc
from game.view.smooth import cloud

STEPS = 12  # pictures from bare to frozen through
COLD, SHEEN = (150, 190, 220), (52, 80, 104)  # what a frozen figure is multiplied with, and what is added
RIME, CREST = hexc("dff4ff"), hexc("ffffff")
EDGE = 0.05  # how wide the front of the rime is, of its noise
FACE, RUN, ROW = 11, 2.6, 2  # pixels round the middle that run, how far, and rows that run as one
REACH = 8.5  # pixels from the middle of a body beyond which its hands begin


@lru_cache(maxsize=STEPS + 1)
def _rime(size: int, step: int) -> tuple[pygame.Surface, pygame.Surface]:
    """Return what is frozen at a step (a mask), and the white crest of the rime."""
    noise = cloud(size, size, 12, np.random.default_rng(5))
    order = noise.ravel().argsort().argsort().astype(np.float32)
    noise = (order / np.float32(order.size)).reshape(size, size)  # spread evenly over 0..1
    share = step / STEPS * (1 + 2 * EDGE)
    keep = np.zeros((size, size, 4), np.uint8)
    keep[noise < share] = 255
    crest = np.zeros((size, size, 4), np.uint8)
    crest[np.abs(noise - share) < EDGE] = (*RIME, 255)
    crest[np.abs(noise - share) < EDGE / 3] = (*CREST, 255)
    veins = (np.abs(noise - 0.5) < 0.022) | (np.abs(noise - 0.2) < 0.016) | (np.abs(noise - 0.8) < 0.016)
    crest[veins & (noise < share - EDGE)] = (*CREST, 255)  # rime stays in veins where it has passed
    return alpha(keep), alpha(crest)


def freeze(figure: pygame.Surface, amount: float) -> pygame.Surface:
    """Return a square figure as cold as `amount`: 0 bare .. 1 frozen through."""
    keep, crest = _rime(figure.get_width(), round(min(1.0, max(0.0, amount)) * STEPS))
    ice = pygame.transform.grayscale(figure)
    ice.fill(COLD, special_flags=pygame.BLEND_RGB_MULT)
    ice.fill(SHEEN, special_flags=pygame.BLEND_RGB_ADD)
    white = figure.copy()
    white.fill((255, 255, 255), special_flags=pygame.BLEND_RGB_MAX)
    ice.blit(keep, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    white.blit(crest, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    out = figure.copy()
    out.blit(ice, (0, 0))
    out.blit(white, (0, 0))
    return out


def run(figure: pygame.Surface, tick: int) -> pygame.Surface:
    """Return a square figure whose middle runs like water."""
    size = figure.get_width()
    out, middle = figure.copy(), size // 2
    out.fill((0, 0, 0, 0), (0, middle - FACE, size, 2 * FACE))
    for y in range(middle - FACE, middle + FACE, ROW):
        fade = math.cos((y - middle) / FACE * math.pi / 2)
        dx = round(RUN * fade * math.sin(tick * 0.55 + y * 0.7))
        out.blit(figure, (dx, y), (0, y, size, ROW))
    return out


@lru_cache(maxsize=2)
def _outer(size: int) -> pygame.Surface:
    """Return a mask of all but the middle of a figure."""
    y, x = np.mgrid[0:size, 0:size].astype(np.float32) - size / 2 + 0.5
    keep = np.zeros((size, size, 4), np.uint8)
    keep[np.hypot(x, y) > REACH] = 255
    return alpha(keep)


def hands(figure: pygame.Surface, metal: pygame.Surface) -> pygame.Surface:
    """Return a square figure whose arms and hands have gone to metal."""
    part, out = metal.copy(), figure.copy()
    part.blit(_outer(figure.get_width()), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    out.blit(part, (0, 0))
    return out
