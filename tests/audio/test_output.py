"""What SDL really writes for what is asked: rendered by its disk driver, faster than in time."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.audio.output import DEVICE, Speakers

HALF = np.full((6000, 2), 16384, np.int16)


@pytest.fixture
def rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with DEVICE:
        pygame.mixer.quit()
    for name, value in {"AUDIODRIVER": "disk", "DISKAUDIOFILE": str(tmp_path / "raw"), "DISKAUDIODELAY": "1"}.items():
        monkeypatch.setenv(f"SDL_{name}", value)
    yield tmp_path / "raw"
    with DEVICE:
        pygame.mixer.quit()


def written(path: Path, speakers: Speakers, ear: int = 0) -> list[int]:
    """Close and return the levels that were written to an ear, each once, silence left out."""
    speakers.close()
    frames = np.fromfile(path, np.int16).reshape(-1, 2)[:, ear].astype(int)
    levels = frames[np.flatnonzero(np.diff(frames, prepend=0))]
    return [round(int(v) / 16384, 1) for v in levels if v]


def wait(speakers: Speakers, channel: int) -> None:
    while speakers._channels[channel].get_busy():
        pygame.time.wait(1)


def test_a_stream_keeps_its_volume_from_chunk_to_chunk(rendered: Path) -> None:
    speakers = Speakers()
    assert speakers.open(0.0)
    speakers.stream(0, 0.5)
    for _ in range(4):
        while not speakers.wants(0):
            pygame.time.wait(1)
        assert speakers.queue(0, HALF)
    wait(speakers, 0)
    assert set(written(rendered, speakers)) == {0.5}


def test_a_sound_that_takes_anothers_place_has_its_own_volume(rendered: Path) -> None:
    speakers = Speakers()
    assert speakers.open(0.0)
    long = speakers.made(np.concatenate([HALF] * 20))
    speakers.play(5, long, 0.7, 0.1, 0)
    while not rendered.stat().st_size:
        pygame.time.wait(1)
    speakers.play(5, speakers.made(HALF), 0.3, 0.1, 1)
    wait(speakers, 5)
    assert set(written(rendered, speakers)) <= {0.7, 0.3}
