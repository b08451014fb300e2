"""The composed sounds: complete, as loud as their rows say, and the same whenever they are computed; a few are rendered here."""

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pygame
import pytest

pytest.importorskip("scipy")

from game.content.cues import CUES, TELLS
from game.content.music import BARS, FAST, NOTE, NOTES, PIECES, RATE, STEMS
from game.content.voices import SLOT, SYLLABLES, VOICES
from tools.compose import __main__ as command
from tools.compose import files
from tools.compose.bodies import looped
from tools.compose.flac import coded
from tools.compose.loudness import finish, integrated, momentary, peak
from tools.compose.recipes import RECIPES, rendered
from tools.compose.score.grid import Grid, room_for_tells
from tools.compose.score.players import climb
from tools.compose.score.stems import STEM_FILES
from tools.compose.speech import slots, speak
from tools.compose.tone import dice, noise, sine

ROOT = Path(__file__).resolve().parents[2]
SHORT = ("step_john_tile", "tell_slash", "ripple", "ui_ok", "dry")


@pytest.fixture(scope="module")
def decode():
    pygame.mixer.init(RATE, -16, 2, 256, allowedchanges=0)
    yield lambda data: pygame.sndarray.array(pygame.mixer.Sound(file=io.BytesIO(data))).astype(float) / 32767
    pygame.mixer.quit()


def test_manifest_table_and_disk_agree() -> None:
    assert files.differences() == []


def test_manifest_notices_a_changed_a_missing_and_a_stray_file(tmp_path: Path) -> None:
    files.write("ui_ok", tmp_path)
    files.note(tmp_path)
    (tmp_path / "ui_ok.flac").write_bytes(b"by hand")
    (tmp_path / "stray.flac").write_bytes(b"")
    told = "\n".join(files.differences(tmp_path))
    assert "ui_ok: changed" in told
    assert "ui_back: missing" in told
    assert "stray: nothing" in told


def test_every_cue_has_a_recipe_and_every_piece_its_stems() -> None:
    assert set(RECIPES) == set(CUES)
    assert {p.file(s) for p in PIECES.values() for s in STEMS} - {""} == set(STEM_FILES)
    assert all(STEM_FILES[p.file(s)].bar == p.bar for p in PIECES.values() for s in STEMS if p.file(s))


@pytest.mark.parametrize("name", SHORT)
def test_a_cue_is_as_loud_as_its_row_and_neither_clips_nor_clicks(name: str) -> None:
    x = rendered(name)
    assert momentary(x) == pytest.approx(CUES[name].lufs, abs=1.0)
    assert peak(x) <= -1.0
    assert abs(x.mean()) < 1e-3
    assert max(abs(x[0]), abs(x[-1])) < 0.01 * np.abs(x).max()


def test_the_same_numbers_come_out_of_two_processes() -> None:
    source = (
        "import hashlib, numpy as np; from tools.compose.recipes import RECIPES; from tools.compose.tone import dice;"
        "print(hashlib.sha256(b''.join((RECIPES[n](dice(n)) * 2**20).astype(np.int64).tobytes()"
        f" for n in {SHORT})).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", source],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    here = b"".join((RECIPES[n](dice(n)) * 2**20).astype(np.int64).tobytes() for n in SHORT)
    assert seen == {hashlib.sha256(here).hexdigest() + "\n"}


def test_takes_differ() -> None:
    a, b = rendered("step_john_tile", 0), rendered("step_john_tile", 1)
    assert len(a) != len(b) or np.abs(a - b).max() > 0.001


def test_a_loop_has_no_seam() -> None:
    x = finish(looped(noise(dice("n"), 1.2), 1.0), -30, loop=True)
    assert len(x) == RATE
    assert abs(x[0] - x[-1]) < np.median(np.abs(np.diff(x)))


def test_loudness_is_that_of_the_standard() -> None:
    tone = np.stack([sine(997.0, 3.0)] * 2, 1) * 10 ** (-23 / 20)
    assert integrated(tone) == pytest.approx(-23.0, abs=0.15)  # BS.1770: -23 dBFS in both ears is -23 LUFS


@pytest.mark.parametrize("margin", [0.0, 46.0])
@pytest.mark.parametrize("ears", [1, 2])
def test_a_file_holds_what_was_written(decode, ears: int, margin: float) -> None:
    rng = np.random.default_rng(1)
    x = 0.3 * np.sin(np.arange(5000) / 9)[:, None] * np.ones((1, ears)) + 0.02 * rng.standard_normal((5000, ears))
    got = decode(coded(x if ears == 2 else x[:, 0], RATE, margin))
    assert len(got) == 5000
    wrong = np.sqrt(((got[:, :ears] - x) ** 2).mean() / (x**2).mean())
    assert wrong < (2e-4 if not margin else 10 ** (-40 / 20))


def test_silence_and_the_shortest_sounds_can_be_written(decode) -> None:
    assert not decode(coded(np.zeros(3000), RATE)).any()
    assert len(decode(coded(np.array([0.5, -0.5, 0.25]), RATE))) == 3


def test_a_copy_is_exactly_even_and_its_owner_never() -> None:
    gaps = [np.diff(speak(dice("t"), VOICES["sarah"], 20, copy)[1]) for copy in (False, True)]
    assert gaps[0].std() / gaps[0].mean() > 0.08
    assert gaps[1].std() / gaps[1].mean() < 0.01


def test_a_voice_has_its_syllables_in_slots() -> None:
    x = slots(VOICES["t800"]).reshape(SYLLABLES, -1)
    assert x.shape[1] == int(SLOT * RATE)
    assert (np.abs(x).max(1) > 0.05).all()
    assert not x[:, -50:].any()


def test_a_glissando_stops_where_it_should() -> None:
    for under in (45.0, 0.0):
        x = climb(60, 79, 3.0, under)[-3600:-400]
        power = np.abs(np.fft.rfft(x * np.hanning(len(x)), 1 << 18))
        f = np.fft.rfftfreq(1 << 18, 1 / RATE)
        near = (f > 600) & (f < 900)
        cents = 1200 * np.log2(f[near][power[near].argmax()] / (440 * 2 ** ((79 - 69) / 12)))
        assert cents == pytest.approx(-under, abs=8)


def test_the_score_leaves_room_for_what_warns() -> None:
    dip = 20 * np.log10(room_for_tells(np.array([1000.0, 3300.0])))
    assert dip[0] - dip[1] > 8


def test_a_note_past_the_last_bar_comes_round() -> None:
    grid = Grid(FAST)
    ring = grid.blank()
    grid.put(ring, BARS - 1, 4, np.ones(int(grid.eighth) + 100))
    assert ring[:99].all()
    assert len(ring) == BARS * FAST


def test_the_whistles_notes_lie_where_the_score_takes_them() -> None:
    x = rendered("whistle")
    assert len(x) == int(NOTE * len(NOTES) * RATE)


def test_what_warns_repeats_to_the_sample() -> None:
    assert all(cue.takes == 1 for cue in CUES.values() if cue.bus == TELLS)


def test_a_part_that_does_not_exist_is_named() -> None:
    with pytest.raises(SystemExit, match="unknown: trumpet"):
        command.main(["trumpet"])
