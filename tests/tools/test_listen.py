"""Judging a rendered run: a tell is found where it lies, clipping and silence are noticed."""

import numpy as np
import pytest

pytest.importorskip("scipy")

from game.content.music import CALM, HUNTED, RATE
from tools.compose.recipes import rendered
from tools.listen import measure
from tools.listen.run import Heard

TELL = "tell_slash"


def heard(late: float = 0.004, gap: float = 0.0, loud: float = 0.0) -> Heard:
    """Six seconds of soft noise with four tells in it, each `late` seconds after its tick."""
    sound = 0.02 * np.random.default_rng(1).standard_normal((6 * RATE, 2))
    shape, ticks = rendered(TELL), [k / 60 for k in range(1, 330)]
    plays = []
    for tick in (60, 130, 200, 270):
        at = int((ticks[tick - 1] + late) * RATE)
        sound[at : at + len(shape)] += 0.5 * shape[:, None]
        plays.append((ticks[tick - 1], tick, TELL, TELL, 0.0))
    sound[4 * RATE : 4 * RATE + int(gap * RATE)] = 0
    sound[: int(loud * RATE)] = 1.0
    written = [int(t * RATE) - measure.BLOCK // 2 for t in ticks]
    states = [(k + 1, HUNTED, HUNTED) for k in range(len(ticks))]
    words = [(200, "hunter", "A BLADE IS DRAWN")]
    strikes = [(200, "slash", 30)]
    few = [1e-5] * len(ticks)
    return Heard(sound, plays, states, words, strikes, few, written, few, ticks)


def bad(h: Heard) -> list[str]:
    return [v.what for v in measure.judged(h, {TELL: rendered(TELL)}) if not v.good]


def test_a_good_run_passes() -> None:
    assert bad(heard()) == []


def test_a_late_tell_a_gap_and_clipping_are_noticed() -> None:
    assert bad(heard(late=0.05)) == ["tells after their tick, median and worst"]
    assert bad(heard(gap=0.2)) == ["longest silence"]
    assert "frames that clip; peak" in bad(heard(loud=0.1))


def test_music_that_stays_behind_and_a_strike_without_words_are_noticed() -> None:
    h = heard()
    h.states = [(tick, HUNTED, CALM) for tick, *_ in h.states]
    h.words = []
    assert bad(h) == ["music's slowest rise", "strikes named in words before they land"]
