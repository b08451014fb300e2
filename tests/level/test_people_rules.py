"""The lint looks at the people of a level: one hunter, one ward, each on the right side, with gear and names that can be."""

from pathlib import Path

import pytest
from level_maps import START, thing, tmx, write

from game.level.lint import Finding, check


def found(tmp_path: Path, *objects: str) -> list[Finding]:
    """Return what is said of the people of a map."""
    codes = ("fairness-hunter", "object-count", "team-odd", "item-unknown", "object-name")
    return [f for f in check([write(tmp_path, tmx(objects=START + "".join(objects)))]) if f.code in codes]


def someone(number: int, name: str, kind: str, **values: str) -> str:
    return thing(number, "spawn", name, kind=kind, **values)


def test_one_spawn_of_three_hunters_is_more_than_one(tmp_path: Path) -> None:
    three = someone(2, "it", "t1000", team="hunter").replace(
        "</properties>", '<property name="count" type="int" value="3"/></properties>'
    )
    (told,) = found(tmp_path, three)
    assert (told.code, told.object_id, told.hint) == ("fairness-hunter", 2, "set its count to 1")


@pytest.mark.parametrize(
    ("kind", "team", "odd"),
    [
        ("t1000", "", True),
        ("t1000", "civilian", True),
        ("t1000", "hunter", False),
        ("shopper", "hunter", True),
        ("john", "", True),
        ("john", "ward", False),
        ("guard", "", False),
    ],
)
def test_hunter_and_ward_are_on_their_own_side(tmp_path: Path, kind: str, team: str, odd: bool) -> None:
    told = found(tmp_path, someone(2, "who", kind, **({"team": team} if team else {})))
    assert [(f.code, f.severity) for f in told] == ([("team-odd", "warning")] if odd else [])


def test_gear_that_there_is_not_is_told_with_what_there_is(tmp_path: Path) -> None:
    (told,) = found(tmp_path, someone(2, "g", "guard", team="law", gear="pistol bazooka radio"))
    assert "'bazooka'" in told.message
    assert "pistol" in told.hint


@pytest.mark.parametrize("name", ["all", "player", "them"])
def test_a_name_that_triggers_use_for_others_is_told(tmp_path: Path, name: str) -> None:
    assert [f.code for f in found(tmp_path, someone(2, name, "clerk"))] == ["object-name"]
