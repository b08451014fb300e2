"""A replay happens again, tells where it does not, and cannot be read when it has been damaged."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.agent.command import FIRE, FULL, LIMITS, RUN, SHOVE, Command
from game.core.dice import Dice
from game.core.sealed import seal, unseal
from game.core.trouble import Trouble
from game.level.data import Level
from game.level.load import load as load_level
from game.replay import Difference, Recorder, Replay, ReplayError, level_of, load, save, verify
from game.replay.file import columns, commands
from game.session import Session

TICKS = 200


def wish(tick: int) -> Command:
    """Return what a restless player would do."""
    way = ((FULL, 0), (0, FULL), (-FULL, 0), (0, -FULL))[tick // 60 % 4]
    return Command(move_x=way[0], move_y=way[1], gait=RUN, aim_x=tick % 50, held=(FIRE, 0, SHOVE, 0)[tick // 10 % 4])


def live(session: Session, recorder: Recorder, ticks: int) -> None:
    """Let the restless player play."""
    for tick in range(ticks):
        given = {"t800": wish(tick)}
        session.step(given)
        recorder.record(given)


@pytest.fixture(scope="module")
def level() -> Level:
    return load_level("yard")


@pytest.fixture(scope="module")
def played(level: Level) -> bytes:
    """Return a replay with a retry in its middle, as plain bytes, so that each test may spoil its own."""
    session = Session(level, seed=7)
    recorder = Recorder(session, "yard")
    live(session, recorder, TICKS)
    session.retry()
    recorder.retry()
    live(session, recorder, TICKS)
    return msgspec.msgpack.encode(recorder.replay())


@pytest.fixture
def replay(played: bytes) -> Replay:
    return msgspec.msgpack.decode(played, type=Replay)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run.replay"


def test_a_replay_happens_again_after_a_trip_through_a_file(replay: Replay, level: Level, path: Path) -> None:
    save(replay, path)
    back = load(path)
    assert back == replay
    verdict = verify(back, level_of(back, path))
    assert verdict.verified
    assert verdict.ticks == 2 * TICKS == back.ticks
    assert verdict.digest == replay.digest


def test_recording_changes_nothing(replay: Replay, level: Level) -> None:
    session = Session(level, seed=7)
    for tick in range(TICKS):
        session.step({"t800": wish(tick)})
    session.retry()
    for tick in range(TICKS):
        session.step({"t800": wish(tick)})
    assert session.digest() == replay.digest


@pytest.mark.parametrize(("segment", "tick"), [(0, 0), (0, 59), (0, 131), (1, 60), (1, TICKS - 1)])
def test_a_changed_command_is_found_within_a_second(replay: Replay, level: Level, segment: int, tick: int) -> None:
    row = replay.segments[segment].commands
    row[tick] = msgspec.structs.replace(row[tick], aim_y=row[tick].aim_y + 1)
    verdict = verify(replay, level)
    assert not verdict.verified
    assert verdict.first_difference is not None
    assert verdict.first_difference.part == "commands"
    assert tick < verdict.first_difference.tick - segment * TICKS <= tick + 60


def test_another_world_is_found_and_its_part_named(replay: Replay, level: Level) -> None:
    replay.seed += 1
    assert verify(replay, level).first_difference == Difference(0, "bodies") or not verify(replay, level).verified
    replay.seed -= 1
    replay.segments[0].beats[1].parts["doors"] = b"???"
    assert verify(replay, level).first_difference == Difference(60, "doors")


def _drop(replay: Replay) -> None:
    replay.segments[1].commands.pop()


def _add(replay: Replay) -> None:
    replay.segments[0].commands.append(wish(0))


def _mark(replay: Replay) -> None:
    s = replay.segments[0]
    s.marks = s.marks[:70] + bytes([s.marks[70] ^ 1]) + s.marks[71:]


def _end(replay: Replay) -> None:
    replay.digest = "0" * 32


def _start(replay: Replay) -> None:
    replay.segments[1].start = "0" * 32


@pytest.mark.parametrize("spoil", [_drop, _add, _mark, _end, _start])
def test_no_part_of_the_record_can_be_changed_unseen(
    replay: Replay, level: Level, spoil: Callable[[Replay], None]
) -> None:
    spoil(replay)
    assert not verify(replay, level).verified


def test_a_recording_may_begin_in_the_middle(level: Level, path: Path) -> None:
    session = Session(level, seed=3)
    for tick in range(90):
        session.step({"t800": wish(tick)})
    recorder = Recorder(session, "yard")
    live(session, recorder, 70)
    save(recorder.replay(), path)
    assert verify(load(path), level).verified


def test_a_replaced_mind_is_recorded_too(level: Level, path: Path) -> None:
    session = Session(level, seed=3)
    recorder = Recorder(session, "yard")
    for tick in range(70):
        given = {"t800": wish(tick), "john": wish(tick + 30)}
        session.step(given)
        recorder.record(given)
    save(recorder.replay(), path)
    back = load(path)
    assert len(back.segments[0].others["john"]) == 70
    assert verify(back, level).verified


def test_every_cut_and_every_flipped_bit_is_noticed(replay: Replay, path: Path) -> None:
    save(replay, path)
    whole = path.read_bytes()
    for size in range(0, len(whole), 97):
        path.write_bytes(whole[:size])
        with pytest.raises(ReplayError):
            load(path)
    for at in range(0, len(whole), 53):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        with pytest.raises(ReplayError):
            load(path)


@pytest.mark.parametrize("seed", range(60))
def test_no_forged_content_does_more_than_be_refused(replay: Replay, level: Level, path: Path, seed: int) -> None:
    dice = Dice(seed)
    save(replay, path)
    _, plain = unseal(b"RPLY", path.read_bytes())
    forged = bytearray(plain)
    for _ in range(1 + dice.below(3)):
        forged[dice.below(len(forged) if seed % 2 else 300)] = dice.below(256)
    path.write_bytes(seal(b"RPLY", 1, bytes(forged)))
    with contextlib.suppress(Trouble):
        verify(load(path), level)


def test_a_seat_that_is_not_there_is_refused(replay: Replay, level: Level) -> None:
    replay.seat = "nobody"
    with pytest.raises(ReplayError, match="nobody"):
        verify(replay, level)


def test_old_rules_and_changed_levels_are_refused(replay: Replay, path: Path) -> None:
    replay.rules_version += 1
    with pytest.raises(ReplayError, match="rules version"):
        level_of(replay, path)
    replay.rules_version -= 1
    replay.content_hash = "another"
    with pytest.raises(ReplayError, match="has changed"):
        level_of(replay, path)
    replay.level = "nowhere"
    with pytest.raises(ReplayError, match="nowhere"):
        level_of(replay, path)


def test_a_failed_save_leaves_the_old_file(replay: Replay, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ReplayError, match="No space left"):
        save(replay, path)
    assert path.read_bytes() == b"old"
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@given(
    st.lists(st.builds(Command, **{name: st.integers(low, high) for name, (low, high) in LIMITS.items()}), max_size=9)
)
def test_commands_survive_as_columns(row: list[Command]) -> None:
    assert commands(columns(row)) == row
