"""The table of limits: what is wrong with a sound is noticed."""

import numpy as np
import pytest

pytest.importorskip("scipy")

from game.content.music import RATE
from tools.compose.check.score import cents, hole
from tools.compose.check.table import Table, seam
from tools.compose.check.tells import clear, kind, shape, thirds
from tools.compose.check.voices import jitter
from tools.compose.recipes import rendered
from tools.compose.speech import speak
from tools.compose.tone import dice, noise, sine


def test_the_table_names_what_is_missed(capsys: pytest.CaptureFixture[str]) -> None:
    table = Table()
    table.most("peak", {"a": -3.0, "b": 0.5}, -1.0)
    table.least("clear", {"a": 7.0, "b": 9.0}, 6.0)
    assert table.missed == ["peak"]
    told = capsys.readouterr().out
    assert "FAIL  peak" in told
    assert "0.5 (b)" in told
    assert "PASS  clear" in told


def test_a_joint_that_steps_is_noticed() -> None:
    ring = sine(100.0, 1.0)
    assert seam(ring) < 1.5
    assert seam(np.concatenate([ring, [0.5]])) > 10


def test_a_tell_under_noise_is_not_clear() -> None:
    tell, bed = rendered("tell_slash"), noise(dice("bed"), 3.0)
    assert clear(tell, thirds(0.001 * bed).max(0)) > 6
    assert clear(tell, thirds(bed).max(0)) < 0


def test_shapes_tell_a_blade_from_a_grab_and_take_after_take_alike() -> None:
    blade, again, grab = (shape(x) for x in (rendered("tell_slash"), rendered("tell_slash", 1), rendered("tell_grab")))
    assert np.abs(blade - again).mean() < 0.5 * np.abs(blade - grab).mean()
    assert kind("step_john_tile") == kind("step_human_wood") != kind("step_hunter_near")


def test_an_empty_eighth_is_measured_and_so_is_a_note() -> None:
    bar = 4000
    full = np.ones((bar * 32, 2))
    assert abs(hole(full, bar)) < 0.1
    for b in range(32):
        full[b * bar + 1600 : b * bar + 2400] = 0
    assert hole(full, bar) < -40
    assert cents(sine(440.0 * 2 ** (-50 / 1200), 0.5), 440.0) == pytest.approx(-50, abs=3)


def test_a_copy_has_no_jitter() -> None:
    from game.content.voices import VOICES

    own, copy = (jitter(speak(dice("j"), VOICES["john"], 8, c)[0], VOICES["john"].pitch) for c in (False, True))
    assert own > 2 * copy


def test_a_second_is_a_second() -> None:
    assert len(sine(100.0, 1.0)) == RATE
