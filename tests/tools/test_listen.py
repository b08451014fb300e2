"""Judging a rendered run: a tell is found where it lies, clipping and silence are noticed."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

pytest.importorskip("scipy")

from game.audio import library
from game.audio.audio import Audio
from game.audio.mixing import Mixing
from game.audio.output import DEVICE
from game.content.cues import CUES
from game.content.music import BUFFER, CALM, HUNTED, PIECES, RATE
from tools.compose.recipes import rendered
from tools.listen import __main__ as command
from tools.listen import measure
from tools.listen.paper import Paper
from tools.listen.run import BLOCK, Heard

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
    written = [int(t * RATE) - BLOCK // 2 for t in ticks]
    states = [(k + 1, HUNTED, HUNTED) for k in range(len(ticks))]
    words = [(200, "hunter", "A BLADE IS DRAWN")]
    strikes = [(200, "slash", 30)]
    few = [1e-5] * len(ticks)
    return Heard(sound, plays, states, words, strikes, few, written, few, ticks)


def bad(h: Heard) -> list[str]:
    return [v.what for v in measure.judged(h, {TELL: rendered(TELL)}) if not v.good]


def test_a_good_run_passes() -> None:
    assert bad(heard()) == []


def test_a_tell_is_not_taken_for_its_own_copy_just_before_it() -> None:
    """Where blobs merge one after another the second was found 57 ms before its tick."""
    h = heard()
    h.plays.append((h.ticks[133], 134, TELL, TELL, -20.0))  # too faint to be found itself
    assert bad(h) == []


def test_a_late_tell_a_gap_and_clipping_are_noticed() -> None:
    assert bad(heard(late=0.05)) == ["tells after their tick, median and worst"]
    assert bad(heard(gap=0.2)) == ["longest silence"]
    assert "frames that clip; peak" in bad(heard(loud=0.1))


def test_music_that_stays_behind_and_a_strike_without_words_are_noticed() -> None:
    h = heard()
    h.states = [(tick, HUNTED, CALM) for tick, *_ in h.states]
    h.words = []
    assert bad(h) == ["music's slowest rise", "strikes named in words before they land"]


@pytest.fixture
def device() -> Iterator[None]:
    pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
    yield
    with DEVICE:
        pygame.mixer.quit()


def read(audio: Audio) -> None:
    audio.open(0.0)
    deadline = time.monotonic() + 60
    while not audio.library.ready and time.monotonic() < deadline:
        time.sleep(0.01)
    audio.library.give_up = lambda: None  # type: ignore[method-assign]
    audio.library._turn += 1  # no forms for other rooms


@pytest.mark.parametrize(("preset", "seed"), [("full", 1), ("full", 2), ("night", 1)])
def test_everything_that_is_loud_at_once_is_not_cut_off(device: None, preset: str, seed: int) -> None:
    paper, dice = Paper(), random.Random(seed)
    audio = Audio(Mixing(preset=preset), paper)
    read(audio)
    audio.music.begin(PIECES["mall"], audio.music._wish)
    loud = [c.id for c in CUES.values() if not c.loop and (c.tell or c.lufs > -24)]
    for channel, ring in ((1, "clock"), (13, "truck"), (14, "steam_bed")):
        audio.desk.ring(channel, ring, 0.0, 0.0)
    heights = []
    for k in range(300):
        for _ in range(dice.choice((0, 0, 0, 1, 2))):
            audio.desk.play(dice.choice(loud), k / 60, dice.uniform(-6, 0), dice.uniform(-1, 1))
        audio.desk.step(k / 60)
        audio.music.step(HUNTED)
        heights.append(paper.write()[1].height)
    assert 0.5 < max(heights) < 1.0


def test_paper_mixes_as_it_is_told() -> None:
    paper = Paper()
    ones = np.full((RATE // 60 + 10, 2), 16384, np.int16)
    paper.play(3, ones, 1.0, 0.5, 1)
    sound, peak = paper.write()
    assert np.allclose(sound.max(0), (0.5, 0.25), atol=1e-3)
    assert list(peak.parts) == [3]
    paper.write()
    assert paper.write()[0][:20].all()  # it went round once, without a joint
    assert not paper.write()[0].any()
    assert paper.queue(0, ones[:100])
    assert paper.queue(0, ones[:100])
    assert not paper.wants(0)
    assert np.count_nonzero(paper.write()[0][:, 0]) == 200


def test_sounds_that_are_missing_are_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(library, "folder", lambda: tmp_path)
    try:
        assert command.main(["yard", "--paper", "--ticks", "10", "--out", str(tmp_path / "out")]) == 2
    finally:
        with DEVICE:
            pygame.mixer.quit()
    told = capsys.readouterr().err
    assert told.startswith("error: sounds are missing or damaged (")
    assert told.count("\n") == 1
