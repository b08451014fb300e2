"""Beams of what is driven: they shine ahead, and only while the lights are on and somebody drives."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pygame
import pytest

from game.content.vehicles import VEHICLES
from game.view import headlights
from game.view.pixels import METRE

KIND = next(iter(VEHICLES))
CAM: Any = SimpleNamespace(x=0, y=0)


def driven(*, lights: bool = True, riders: tuple[int, ...] = (1,), hx: float = 1.0, hy: float = 0.0) -> Any:
    ride = SimpleNamespace(lights=lights, riders=riders, kind=KIND, x=10.0, y=5.5, hx=hx, hy=hy)
    return SimpleNamespace(world=SimpleNamespace(state=SimpleNamespace(rides={"car": ride})))


def shone(session: Any) -> np.ndarray:
    """Return what the dust of the beams adds to a dark picture, [y, x]."""
    frame = pygame.Surface((640, 360))
    headlights.dust(frame, session, CAM)
    picture: np.ndarray = pygame.surfarray.array3d(frame).sum(2).T
    return picture


@pytest.mark.parametrize("session", [driven(lights=False), driven(riders=())])
def test_nothing_shines_from_what_is_dark_or_stands_empty(session: Any) -> None:
    assert not shone(session).any()
    assert headlights.lamps(session) == []


@pytest.mark.parametrize(("hx", "hy"), [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.6, 0.8)])
def test_dust_shines_ahead(hx: float, hy: float) -> None:
    ys, xs = np.nonzero(shone(driven(hx=hx, hy=hy)))
    ahead = (xs - 10.0 * METRE) * hx + (ys - 5.5 * METRE) * hy
    assert len(xs) > 500
    assert ahead.min() > 0


def test_a_morning_leaves_less_of_the_lights() -> None:
    session, dark = driven(), pygame.Surface((640, 360))
    headlights.dust(dark, session, CAM, 0.3)
    assert 0 < pygame.surfarray.array3d(dark).sum() < shone(session).sum() / 2
    assert headlights.lamps(session, 0.3)[0].power < headlights.lamps(session)[0].power
