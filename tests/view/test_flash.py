"""The player's slider for what flashes: guns, blasts and bad lamps, from not at all to as they were made."""

from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pygame
import pytest

from game.view.blasts import Bang, Blasts
from game.view.effects import Effects, Flash
from game.view.pixels import H, W

NO_SHOTS = SimpleNamespace(here=[])
CAM = SimpleNamespace(x=0, y=0)


def shown(flash: float) -> tuple[int, float]:
    """Fire a shotgun and let a grenade go off; return how many pixels are lit in the first tick, and the lamps' power."""
    effects = Effects(np.random.default_rng(1))
    blasts = Blasts(effects, np.random.default_rng(2))
    effects.flash = flash
    effects.flashes.append(Flash(300.0, 300.0, 0.5, True, 10))
    blasts._bangs.append(Bang(700.0, 300.0, 10))
    frame = pygame.Surface((W, H))
    effects.draw_high(frame, CAM, NO_SHOTS, 10)
    bright = int((pygame.surfarray.array3d(frame)[200:420, 200:420].max(axis=2) > 0).sum())
    blasts.draw_high(frame, [], CAM, 10)
    return bright, sum(lamp.power for lamp in effects.lamps(10) + blasts.lamps(10))


def test_at_nothing_nothing_flashes() -> None:
    assert shown(0.0) == (0, 0)


def test_every_step_of_the_slider_is_brighter() -> None:
    steps = [shown(step / 4) for step in range(5)]
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(steps))
    assert steps[2][1] == pytest.approx(steps[4][1] / 2)
