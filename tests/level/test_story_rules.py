"""The lint looks at a level as a story: it ends, its objectives come up, its doors are ways, its words are known."""

from pathlib import Path

import pytest
from level_maps import START, csv, layer, room, thing, tmx, write

from game.level.lint import Finding, check

MISSION = '<properties><property name="mission" value="m"/></properties> <tileset'
END = thing(90, "trigger", "out", on="flag", when="flag one", do="ending out")
BEGIN = thing(91, "trigger", "begin", on="start", do="objective one")


def goal(number: int, name: str, following: str = "") -> str:
    return thing(number, "objective", name, text=name.upper(), done="near t800 all 2", next=following)


def found(tmp_path: Path, code: str, *objects: str, walls: str | None = None) -> list[Finding]:
    """Return the findings of one code in a mission of these objects."""
    text = tmx(walls=walls, objects=START + "".join(objects)).replace(" <tileset", MISSION, 1)
    return [f for f in check([write(tmp_path, text)]) if f.code == code]


def test_a_mission_that_nothing_ends_is_told(tmp_path: Path) -> None:
    (told,) = found(tmp_path, "play-ending", BEGIN, goal(2, "one"))
    assert "ending" in told.hint


def test_a_mission_with_an_end_is_not_told(tmp_path: Path) -> None:
    assert found(tmp_path, "play-ending", BEGIN, goal(2, "one"), END) == []
    assert found(tmp_path, "play-ending", BEGIN, goal(2, "one"), END.replace("ending out", "branch melt")) == []


def test_an_objective_that_never_comes_up_is_told(tmp_path: Path) -> None:
    (told,) = found(tmp_path, "play-objective", BEGIN, goal(2, "one"), goal(3, "two"), END)
    assert told.object_id == 3
    assert "two" in told.message


def test_objectives_that_follow_each_other_round_leave_the_others_out(tmp_path: Path) -> None:
    told = found(tmp_path, "play-objective", BEGIN, goal(2, "one", "two"), goal(3, "two", "one"), goal(4, "three"), END)
    assert [f.object_id for f in told] == [4]


def test_objectives_that_come_up_in_turn_are_not_told(tmp_path: Path) -> None:
    objects = (BEGIN, goal(2, "one", "two"), goal(3, "two"), END)
    assert found(tmp_path, "play-objective", *objects) == []
    beside = thing(4, "objective", "aside", text="ASIDE", done="near t800 all 2").replace(
        "</properties>", '<property name="optional" type="bool" value="true"/></properties>'
    )
    assert found(tmp_path, "play-objective", *objects, beside) == []


def test_a_door_in_a_wall_is_no_way(tmp_path: Path) -> None:
    walls = [[17 if x == 4 and y not in (2, 3) else gid for x, gid in enumerate(row)] for y, row in enumerate(room())]
    layers = layer("walls", csv(walls), 2)
    door = thing(10, "door", "d", "", 'x="128" y="{}" width="32" height="64"', kind="swing")
    assert found(tmp_path, "door-blocked", door.format(64), walls=layers) == []
    (told,) = found(tmp_path, "door-blocked", door.format(128).replace('height="64"', 'height="32"'), walls=layers)
    assert (told.object_id, told.severity) == (10, "warning")


@pytest.mark.parametrize(("cue", "known"), [("disco", False), ("panic", True)])
def test_music_that_there_is_not_is_told_with_what_there_is(tmp_path: Path, cue: str, known: bool) -> None:
    told = found(tmp_path, "reference-name", thing(2, "trigger", on="start", do=f"music {cue}"))
    assert [(f.object_id, f.severity) for f in told] == ([] if known else [(2, "warning")])
    assert all("panic" in f.hint for f in told)


def test_who_has_no_such_words_is_told_what_there_is_to_say(tmp_path: Path) -> None:
    (told,) = found(tmp_path, "line-missing", thing(2, "trigger", on="start", do="say t800 quite"))
    assert "quiet" in told.hint


def test_a_start_in_a_wall_is_one_finding_and_not_one_for_each_thing(tmp_path: Path) -> None:
    text = tmx(
        objects=START.replace('x="96"', 'x="9"') + thing(2, "device", "d", "", 'x="96" y="80" width="9" height="9"')
    )
    errors = [f.code for f in check([write(tmp_path, text)]) if f.severity == "error"]
    assert errors == ["object-inside"]


@pytest.mark.parametrize(("kind", "seen"), [("swing", False), ("staff", False), ("glass", True), ("shutter", True)])
def test_a_hunter_behind_a_door_that_is_shut_at_first_is_out_of_sight(kind: str, seen: bool, tmp_path: Path) -> None:
    wide, high = 24, 4
    walls = [[17 if x in (0, 12, wide - 1) or y in (0, high - 1) else 0 for x in range(wide)] for y in range(high)]
    walls[1][12] = walls[2][12] = 0
    rows = "".join(
        f'<layer id="{i}" name="{name}" width="{wide}" height="{high}"><data encoding="csv">{csv(cells)}</data></layer>'
        for i, (name, cells) in enumerate([("floor", [[1] * wide] * high), ("walls", walls)], 1)
    )
    hunter = thing(3, "spawn", "t1000", box='x="704" y="64"', kind="t1000", team="hunter")
    door = thing(10, "door", "d", "", 'x="384" y="32" width="32" height="64"', kind=kind)
    objects = START.replace('y="80"', 'y="64"') + hunter + door
    text = tmx(floor=rows, walls="", objects=objects, size=(wide, high))
    told = [f.message for f in check([write(tmp_path, text)]) if f.code == "fairness-entry"]
    assert told == (["t1000 begins in the player's sight"] if seen else [])
