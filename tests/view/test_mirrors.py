"""Reflections: who stands at the steel's bank is mirrored behind it, nobody else is, and a late reflection trails."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pygame
import pytest

from game.level.load import load
from game.view.mirrors import LEAST, REACH, Mirrors, mirrored, nearest, rain_on
from game.view.pixels import METRE, alpha
from game.view.steel import Pool

BOX = pygame.Rect(320, 160, 8 * METRE, 8 * METRE)


def pool(*, round_: bool = True) -> Pool:
    y, x = np.mgrid[0 : BOX.h, 0 : BOX.w] - BOX.w / 2
    inside = np.hypot(x, y) < BOX.w / 2 if round_ else np.ones((BOX.h, BOX.w), bool)
    return Pool(BOX, alpha(np.dstack((np.full((BOX.h, BOX.w, 3), 255.0), inside * 255.0))), True, 0.0, round_)


def somebody(x: float, y: float, late: tuple[float, float] = (0.0, 0.0), sunk: float = 0.0) -> Any:
    return SimpleNamespace(
        x=x, y=y, late=late, sunk=sunk, sheet="t800", strength=255, lying=False,
        legs="idle", pose="idle", step=0.0, heading=0, aim=0,
    )  # fmt: skip


@pytest.mark.parametrize("round_", [True, False])
def test_who_is_near_the_bank_has_a_place_on_it_and_who_is_far_or_in_it_has_none(round_: bool) -> None:
    steel = pool(round_=round_)
    assert nearest(steel, BOX.left - 20, BOX.centery) == (BOX.left, BOX.centery)
    assert nearest(steel, BOX.left - REACH - 2, BOX.centery) is None
    assert nearest(steel, *BOX.center) is None


def test_a_reflection_stands_as_far_behind_the_bank_as_he_before_it_and_a_late_one_trails() -> None:
    bank = (float(BOX.left), float(BOX.centery))
    assert mirrored(somebody(bank[0] - 30, bank[1]), bank) == (bank[0] + 30, bank[1])
    assert mirrored(somebody(bank[0] - 3, bank[1]), bank) == pytest.approx((bank[0] + LEAST, bank[1]))
    assert mirrored(somebody(bank[0] - 30, bank[1], late=(0.0, 9.0)), bank) == (bank[0] + 30, bank[1] + 9)


def drawn(who: Any) -> Any:
    frame, cam = pygame.Surface((640, 360)), SimpleNamespace(x=100, y=60)
    Mirrors(SimpleNamespace(pools=[pool()])).draw(frame, [who], cam, 0)  # type: ignore[arg-type]
    return pygame.surfarray.array3d(frame).any(2)


def test_only_steel_mirrors_and_what_has_sunk_into_it_does_not() -> None:
    marks = drawn(somebody(BOX.left - 24, BOX.centery))
    xs = np.nonzero(marks.any(1))[0]
    assert xs.size
    assert xs.min() >= BOX.left - 100
    assert not drawn(somebody(BOX.left - 24, BOX.centery, sunk=0.3)).any()
    assert not drawn(somebody(BOX.left - 24 - REACH, BOX.centery)).any()


def test_rain_mirrors_who_stands_beside_it_and_dry_floor_does_not() -> None:
    level = load("closing_time")
    rain = rain_on(level)
    assert len(rain) == sum(d.kind == "puddle" for d in level.decals) > 10
    frame, box = pygame.Surface((640, 360)), rain[0].box
    who = somebody(box.left - 2, box.centery)
    Mirrors(SimpleNamespace(pools=[]), rain[:1]).draw(frame, [who], SimpleNamespace(x=box.x - 100, y=box.y - 60), 0)  # type: ignore[arg-type]
    marks = np.argwhere(pygame.surfarray.array3d(frame).any(2))
    assert len(marks) > 10
    assert marks[:, 0].min() >= 100
    assert marks[:, 0].max() < 100 + box.w
