"""The score in play: states turn on the grid, joints are exact, the whistle keeps off the empty eighth."""

import re
from pathlib import Path

import numpy as np
import pytest
from traces import Shelf, Trace

from game.audio.desk import Desk
from game.audio.mixing import Mixing
from game.audio.music import CHUNKS, Music, Turning, gains, whistled
from game.content.music import (
    BARS,
    BUFFER,
    CALM,
    CUED,
    EIGHTHS,
    HOLE,
    HUNTED,
    LAYERS,
    MOURNING,
    PHRASE,
    PIECES,
    RELIEF,
    SCENES,
    SEARCHING,
    STATES,
    TENSE,
    piece_of,
)
from game.level.where import data_root

MALL = PIECES["mall"]


def turning() -> Turning:
    return Turning(MALL, Shelf().stems(MALL))


def test_a_rise_is_heard_with_the_next_chunk() -> None:
    t = turning()
    t.next(CALM)
    t.next(HUNTED)
    assert t.state == HUNTED


def test_a_fall_waits_for_the_bars_line() -> None:
    t = turning()
    t.next(HUNTED)
    states = []
    for _ in range(CHUNKS + 1):
        t.next(SEARCHING)
        states.append(t.state)
    assert states == [HUNTED] * (CHUNKS - 1) + [SEARCHING] * 2


def test_relief_waits_for_the_phrase() -> None:
    t = turning()
    t.next(HUNTED)
    chunks = 1
    while t.state != RELIEF:
        t.next(RELIEF)
        chunks += 1
    assert chunks == PHRASE * CHUNKS + 1


def test_the_music_falls_away_at_once() -> None:
    t = turning()
    t.next(HUNTED)
    t.next(MOURNING)
    assert t.state == MOURNING


@pytest.mark.parametrize("name", ["mall", "mill", "road"])
def test_no_state_of_a_mission_is_silence(name: str) -> None:
    piece = PIECES[name]
    t = Turning(piece, Shelf().stems(piece))
    for state in STATES:
        for _ in range(PHRASE * CHUNKS + 1):
            t.next(state)
        assert t.state == state
        assert t.peak > 0.0, state


def test_a_ring_comes_round_to_its_start() -> None:
    t = turning()
    for _ in range(BARS * CHUNKS):
        t.next(CALM)
    assert t.bar == 0


def test_joints_are_as_exact_as_the_stems() -> None:
    ramp = np.arange(MALL.bar * BARS, dtype=np.int64) % 20000
    layers = {"bed": np.stack([ramp, ramp], 1).astype(np.int16)}
    t = Turning(MALL, layers)
    got = np.concatenate([t.next(CALM) for _ in range(6)])[:, 0].astype(float)
    want = ramp[: len(got)] * gains(MALL, CALM)[LAYERS.index("bed")]
    assert np.abs(got - want).max() <= 1.0


def test_a_change_ramps_over_an_eighth() -> None:
    t = turning()
    t.next(CALM)
    chunk = t.next(HUNTED)[:, 0].astype(float)
    assert np.abs(np.diff(chunk)).max() < 3.0
    assert abs(chunk[-1] - 1000 * gains(MALL, HUNTED).sum()) <= 2


def test_the_whistle_is_laid_on_the_grid_and_leaves_the_third_eighth_empty() -> None:
    ring = whistled(Shelf(), MALL)  # type: ignore[arg-type]
    assert ring is not None
    eighth = MALL.bar / EIGHTHS
    bar = ring[MALL.bar : 2 * MALL.bar]
    filled = [bool(bar[int(e * eighth) + 40 : int(e * eighth) + 400].any()) for e in range(EIGHTHS)]
    assert filled == [e != HOLE for e in range(EIGHTHS)]
    assert not bar[int(HOLE * eighth) + 50 : int((HOLE + 1) * eighth) - 1].any()


def test_bars_are_whole_buffers_and_chunks_whole_frames() -> None:
    for piece in PIECES.values():
        assert piece.bar % BUFFER == 0
        assert piece.bar % CHUNKS == 0


def test_every_state_has_a_mix_and_every_cue_a_state() -> None:
    assert set(TENSE) == set(STATES)
    assert {state for state, _ in CUED.values()} <= set(STATES)


@pytest.mark.parametrize(
    ("level", "molten", "piece"), [("edge", True, "mill"), ("mine", True, "mill"), ("mine", False, "mall")]
)
def test_a_level_of_ones_own_has_music_too(level: str, molten: bool, piece: str) -> None:
    assert piece_of(level, molten).id == piece


def test_music_is_fed_through_the_desk_and_silent_at_nought() -> None:
    trace, shelf = Trace(), Shelf()
    desk = Desk(trace, shelf, Mixing())  # type: ignore[arg-type]
    music = Music(desk, shelf)  # type: ignore[arg-type]
    music.step(CALM)
    assert not trace.chunks
    music.begin(MALL, 0)
    music.step(HUNTED)
    assert len(trace.chunks) == 1
    assert music.state == HUNTED
    desk.turn(Mixing(master=0))
    music.step(HUNTED)
    assert len(trace.chunks) == 1


@pytest.mark.parametrize("path", sorted(Path(data_root() / "levels").rglob("*.tmx")), ids=lambda p: p.stem)
def test_the_music_knows_every_cue_of_the_levels_that_ship(path: Path) -> None:
    cues = set(re.findall(r"\bmusic (\w+)", path.read_text()))
    assert cues <= set(CUED), "give it a row in CUED, game/content/music.py"


def test_a_piece_comes_up_out_of_silence_and_fades_before_the_next() -> None:
    trace, shelf = Trace(), Shelf()
    music = Music(Desk(trace, shelf, Mixing()), shelf)  # type: ignore[arg-type]
    music.begin(MALL, 0)
    music.step(CALM)
    music.begin(PIECES["tale"], 0)
    music.step(CALM)
    music.step(CALM)
    first, last, next_ = (np.abs(chunk[:, 0].astype(float)) for chunk in trace.chunks)
    assert first[0] == next_[0] == 0
    assert first[-1] > 500
    assert last[0] > 500
    assert last[-1] == 0


def test_every_scene_has_a_piece_and_a_state() -> None:
    for piece, state in SCENES.values():
        assert piece in PIECES
        assert state in STATES
