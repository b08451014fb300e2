"""The small examples are clean, can be won, and are what the level maker's page says of them."""

from pathlib import Path

import pytest

from game.lab.run import run
from game.level.lint import check
from game.level.load import load

LEVELS = Path(__file__).parents[2] / "levels"
EXAMPLES = ("back_room", "night_shift")


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_clean_and_can_be_won(name: str) -> None:
    path = LEVELS / "examples" / f"{name}.tmx"
    assert check([path]) == []
    level = load(str(path))
    assert level.hunt == (name == "night_shift")
    told = run(level, seed=1, pursuer="none")
    assert (told["outcome"], told["reason"]) == ("won", "out")
    assert told["ticks"] < level.par * 1.2
    assert told["stuck"] == []


def test_the_lesson_tells_the_names_that_its_level_has() -> None:
    page = (LEVELS / "README.md").read_text(encoding="utf-8")
    level = load(str(LEVELS / "examples" / "back_room.tmx"))
    names = [o.id for o in level.objectives if not o.optional] + [d.name for d in level.ground.doors]
    assert all(f"`{n}`" in page for n in [*names, "keypad_back", "lever_store"])


def test_every_picture_of_the_page_is_there() -> None:
    page = (LEVELS / "README.md").read_text(encoding="utf-8")
    named = [part.split(")")[0] for part in page.split("](pictures/")[1:]]
    assert sorted(named) == sorted(p.name for p in (LEVELS / "pictures").iterdir())
