"""Golden runs happen again, tick for tick; `python -m tools.golden` records them anew where that is meant."""

import pytest

from game.replay import level_of, load, verify
from tools.golden import FOLDER, GOLDENS


@pytest.mark.parametrize("name", [g.name for g in GOLDENS])
def test_a_golden_run_happens_again(name: str) -> None:
    file = FOLDER / f"{name}.replay"
    replay = load(file)
    verdict = verify(replay, level_of(replay, file))
    first = verdict.first_difference
    assert verdict.verified, (
        f"differs at tick {first and first.tick} in {first and first.part}: python -m tools.golden, if meant"
    )


def test_no_replay_is_kept_that_nothing_records() -> None:
    assert {p.stem for p in FOLDER.glob("*.replay")} == {g.name for g in GOLDENS}
