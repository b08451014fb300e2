"""A map with a start, devices and an exit is a hunt: three errands drawn by the seed, then out, with the T-1000 about."""

from pathlib import Path

import pytest
from level_maps import START, thing, tmx, write
from small_levels import WEST, level_of, lever

import game.core.jit  # noqa: F401  before any test moves GAME_HOME: kernels are kept in the home of all tests
from game.lab.run import run
from game.level.hunt import staged
from game.level.lint import check
from game.level.load import load
from game.replay import load as load_replay
from game.replay import verify
from game.session import Session

CORNERS = ((36, 36), (206, 36), (36, 144), (206, 144))
DEVICES = "".join(
    thing(10 + i, "device", f"switch_{i}", "", f'x="{x}" y="{y}" width="12" height="12"')
    for i, (x, y) in enumerate(CORNERS)
)
EXIT = thing(20, "zone", "gate", "", 'x="160" y="40" width="60" height="60"', tags="exit")


@pytest.fixture
def hunt(tmp_path: Path, home: Path) -> Path:
    return write(tmp_path, tmx(objects=START + DEVICES + EXIT), "own.tmx")


def errands(level: Path, seed: int) -> list[str]:
    return [o.marker for o in Session(load(str(level)), seed).level.objectives]


def test_three_devices_and_the_exit_are_drawn_by_the_seed(hunt: Path) -> None:
    assert load(str(hunt)).hunt
    drawn = {tuple(errands(hunt, seed)) for seed in range(12)}
    assert len(drawn) > 4
    assert all(len(set(d[:3])) == 3 and d[3] == "gate" for d in drawn)
    assert errands(hunt, 5) == errands(hunt, 5)


def test_the_boy_and_the_machine_are_there(hunt: Path) -> None:
    session = Session(load(str(hunt)), 3)
    assert {"t800", "john", "t1000"} <= set(session.world.names)
    assert session.ward >= 0
    assert session.hunter >= 0
    b = session.world.b
    assert session.world.gap(session.player, session.ward) < 2.0
    assert session.world.gap(session.player, session.hunter) > 1.5
    assert session.level.ground.free(b.x[session.hunter], b.y[session.hunter])


def test_a_bot_does_the_errands_in_order_and_gets_out(hunt: Path) -> None:
    told = run(load(str(hunt)), seed=1, pursuer="none")
    assert (told["outcome"], told["reason"]) == ("won", "out")
    ticks = [o["done_tick"] for o in told["objectives"]]
    assert ticks == sorted(ticks)


def test_a_saved_hunt_and_a_copy_go_on_with_the_same_errands(hunt: Path) -> None:
    session = Session(load(str(hunt)), 4)
    for _ in range(30):
        session.step()
    other = Session(load(str(hunt)), 9)
    other.load(session.save())
    for _ in range(60):
        session.step()
        other.step()
    assert other.digest() == session.digest() == session.clone().digest()
    assert [o.marker for o in other.level.objectives] == [o.marker for o in session.level.objectives]


def test_a_replay_of_a_hunt_is_the_same_again(hunt: Path) -> None:
    level = load(str(hunt))
    told = run(level, seed=6, ticks=200, record=str(hunt.with_suffix(".replay")), name=str(hunt))
    verdict = verify(load_replay(str(hunt.with_suffix(".replay"))), level)
    assert verdict.verified
    assert verdict.digest == told["digest"]


def test_a_map_that_says_what_is_to_be_done_is_no_hunt(tmp_path: Path, home: Path) -> None:
    for extra in (
        thing(2, "objective", "o", text="Go", done="flag a"),
        thing(2, "trigger", on="start", do="ending out"),
    ):
        assert not load(str(write(tmp_path, tmx(objects=START + extra)))).hunt
    named = tmx(objects=START).replace(
        " <tileset", '<properties><property name="mission" value="m"/></properties><tileset', 1
    )
    assert not load(str(write(tmp_path, named))).hunt
    plain = level_of(devices=(lever(),), zones=(WEST,))
    assert staged(plain, 3) is plain


def test_a_map_with_nothing_but_a_start_can_be_played_all_the_same(tmp_path: Path, home: Path) -> None:
    told = run(load(str(write(tmp_path, tmx()))), seed=1, pursuer="none")
    assert told["outcome"] == "won"
    assert told["ticks"] > 60  # as far away as one can get


def test_what_the_map_brings_itself_stays(tmp_path: Path, home: Path) -> None:
    own = thing(30, "spawn", "t1000", box='x="200" y="140"', kind="t1000", team="hunter")
    level = load(str(write(tmp_path, tmx(objects=START + DEVICES + EXIT + own))))
    people = [s for s in Session(level, 1).level.spawns if s.team == "hunter"]
    assert [(p.name, p.x) for p in people] == [("t1000", 6.25)]


def test_what_is_wrong_about_play_is_a_warning_there(tmp_path: Path, hunt: Path) -> None:
    assert check([hunt]) == []
    found = {f.code: f.severity for f in check([write(tmp_path, tmx(objects=START + EXIT))])}
    assert found == {"hunt": "warning"}
    far = thing(31, "device", "far", "", 'x="2" y="2" width="8" height="8"')
    found = {f.code: f.severity for f in check([write(tmp_path, tmx(objects=START + DEVICES + EXIT + far))])}
    assert found == {"play-reach": "warning"}
