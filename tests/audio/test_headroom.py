"""Room for one more sound: the loudest counts whole, the others in part; rings come round; what is past is let go."""

import numpy as np
import pytest

from game.audio.headroom import BLOCK, CEILING, LONG, REST, Headroom, Peaks, peaks_of

HALF = Peaks(np.full(30, 0.5, np.float32), 0.5)
SHORT = Peaks(np.full(12, 0.5, np.float32), 0.5)


def test_a_sounds_peaks_are_those_of_its_blocks_and_the_next() -> None:
    frames = np.zeros((3 * BLOCK + 5, 2), np.int16)
    frames[BLOCK + 3, 1] = -32767
    assert peaks_of(frames).blocks.tolist() == [0, 1, 1, 0, 0]


def test_silence_leaves_the_whole_room() -> None:
    assert Headroom().fits(3, 0.0, HALF, 1.9, 1.0) == 1.0


def test_the_loudest_counts_whole_and_the_others_in_part() -> None:
    room = Headroom()
    room.take(3, 0.0, HALF, 1.6, 0.0)
    assert room.fits(4, 0.0, HALF, 1.0, 1.0) == pytest.approx((CEILING - 0.8) / REST / 0.5)
    assert room.fits(4, 0.0, HALF, 0.0, 1.0) == 1.0  # the other ear is free
    assert room.fits(3, 0.0, HALF, 1.0, 1.0) == 1.0  # its own channel is given up


def test_what_has_ended_or_been_stopped_takes_no_room() -> None:
    room = Headroom()
    room.take(3, 0.0, HALF, 1.9, 1.9)
    assert room.fits(4, 0.6, HALF, 1.9, 1.9) == 1.0
    room.free(3)
    assert room.fits(4, 0.0, HALF, 1.9, 1.9) == 1.0


def test_a_ring_is_loud_only_where_it_comes_round() -> None:
    room = Headroom()
    click = np.zeros(62, np.float32)
    click[:2] = 0.9
    ring = Peaks(click, 0.9)
    for now in (0.0, 0.25):  # turned, not begun again
        room.ring(1, now, ring, 1.0, 1.0, 1.0)
    for seconds in (1, 40, 500):
        assert room.fits(4, seconds - 0.05, SHORT, 1.9, 1.9) < 0.2
        assert room.fits(4, seconds + 0.1, SHORT, 1.9, 1.9) == 1.0
    room.free(1)
    assert room.fits(4, 501.0, SHORT, 1.9, 1.9) == 1.0


def test_a_sound_that_was_turned_down_leaves_more() -> None:
    room = Headroom()
    room.take(3, 0.0, HALF, 1.9, 1.9)
    before = room.fits(4, 0.0, HALF, 1.0, 1.0)
    room.turn(3, 0.0, 0.5)
    assert room.fits(4, 0.0, HALF, 1.0, 1.0) > before


def test_what_lasts_longer_than_is_kept_counts_as_far_as_that() -> None:
    room = Headroom()
    room.take(3, 5.0, Peaks(np.full(2 * LONG, 0.5, np.float32), 0.5), 1.9, 1.9)
    assert room.fits(4, 20.0, HALF, 1.0, 1.0) < 1.0
