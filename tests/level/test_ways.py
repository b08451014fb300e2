"""The lint finds what cannot be reached, keys behind their own doors and doors that shut somebody in: code, object, tile, hint."""

from pathlib import Path

import pytest
from level_maps import START, H, csv, layer, room, thing, tmx, write

from game.lab.run import begin
from game.level.lint import Finding, check
from game.level.load import load

# Two rooms, west x 1..4 and east x 5..7, with a doorway between them, y 2..4.
WALLS = [[17 if x == 4 and y not in (2, 3) else gid for x, gid in enumerate(row)] for y, row in enumerate(room())]
WEST, EAST = 'x="64" y="96"', 'x="184" y="96"'
JOHN = thing(20, "spawn", "john", box='x="64" y="128"', kind="john", team="ward")
EXIT = thing(
    21, "trigger", "out", '<polygon points="0,0 60,0 60,120 0,120"/>', 'x="164" y="36"', on="enter", do="ending out"
)
EXIT_WEST = EXIT.replace('x="164"', 'x="36"')


def door(kind: str = "staff", **values: str) -> str:
    """Return the door between the rooms."""
    delay = values.pop("delay", "")
    made = thing(10, "door", "gate", "", 'x="128" y="64" width="32" height="64"', kind=kind, **values)
    return (
        made.replace("</properties>", f'<property name="delay" type="int" value="{delay}"/></properties>')
        if delay
        else made
    )


def lever(number: int, where: str, **values: str) -> str:
    return thing(number, "device", f"lever_{number}", "", f'{where} width="16" height="16"', **values)


def works(number: int, where: str, do: str, **values: str) -> str:
    """Return a trigger on what is used in a room."""
    left = "36" if where == WEST else "164"
    area = '<polygon points="0,0 90,0 90,120 0,120"/>' if where == WEST else '<polygon points="0,0 60,0 60,120 0,120"/>'
    made = thing(number, "trigger", f"t{number}", area, f'x="{left}" y="36"', on="use", do=do, **values)
    return made.replace("</properties>", '<property name="once" type="bool" value="false"/></properties>')


def found(tmp_path: Path, *objects: str) -> dict[str, Finding]:
    """Return the findings about ways in the two rooms, by code."""
    text = tmx(walls=layer("walls", csv(WALLS), 2), objects=START + "".join(objects))
    codes = ("play-key", "play-reach", "play-trap", "trigger-never")
    all_of = check([write(tmp_path, text)])
    assert all(f.severity != "error" or f.code in codes for f in all_of), all_of
    return {f.code: f for f in all_of if f.code in codes}


def told(finding: Finding, object_id: int, *words: str) -> None:
    """Check that a finding names object, tile and hint, and says some words."""
    assert finding.object_id == object_id
    assert finding.x is not None
    assert finding.y is not None
    assert finding.hint
    assert all(w in finding.message for w in words), finding.message


def test_the_rooms_are_two_and_nothing_is_wrong_with_an_open_door(tmp_path: Path) -> None:
    assert H == 6
    assert found(tmp_path, door("swing"), EXIT, lever(11, EAST)) == {}


def test_a_key_behind_its_own_door(tmp_path: Path) -> None:
    key = thing(12, "item", "key", kind="key_staff")
    wrong = found(tmp_path, door(key="key_staff"), key.replace('x="96" y="80"', EAST), EXIT_WEST)
    told(wrong["play-key"], 12, "key_staff", "gate, which it opens")
    assert found(tmp_path, door(key="key_staff"), key.replace('x="96" y="80"', WEST), EXIT) == {}


def test_a_lever_behind_the_door_that_it_opens(tmp_path: Path) -> None:
    opens = works(13, EAST, "door gate open")
    wrong = found(tmp_path, door(), lever(11, EAST), opens, EXIT_WEST)
    told(wrong["play-key"], 11, "lever_11", "the door gate")
    assert wrong["trigger-never"].object_id == 13
    assert found(tmp_path, door(), lever(11, WEST), works(13, WEST, "door gate open"), EXIT) == {}


def test_a_boy_behind_a_door_that_nothing_opens(tmp_path: Path) -> None:
    in_the_east = JOHN.replace('x="64" y="128"', 'x="190" y="128"')
    told(found(tmp_path, door(), in_the_east, EXIT_WEST)["play-key"], 20, "john", "the door gate")
    assert found(tmp_path, door("swing"), in_the_east, EXIT_WEST) == {}
    opens = lever(11, WEST), works(13, WEST, "door gate open")
    assert found(tmp_path, door(), in_the_east, *opens, EXIT_WEST) == {}


def test_an_objective_that_nobody_can_do(tmp_path: Path) -> None:
    zone = thing(14, "zone", "east", '<polygon points="0,0 60,0 60,120 0,120"/>', 'x="164" y="36"')
    goal = thing(15, "objective", "there", text="Go", done="in t800 east &amp; flag ready")
    ready = thing(16, "trigger", "now", on="start", do="flag ready")
    told(found(tmp_path, door(), zone, goal, ready)["play-reach"], 15, "in t800 east cannot be")
    assert found(tmp_path, door("swing"), zone, goal, ready) == {}


@pytest.mark.parametrize(("user", "fine"), [("t800", False), ("john", True), ("any", True)])
def test_a_lever_that_only_he_can_work_must_be_where_he_is(user: str, fine: bool, tmp_path: Path) -> None:
    in_the_east = JOHN.replace('x="64" y="128"', 'x="190" y="128"')
    wrong = found(tmp_path, door(), in_the_east, lever(11, EAST, user=user), works(13, EAST, "door gate open"), EXIT)
    assert ("play-key" not in wrong) == fine


def test_a_device_for_hands_that_are_not_here(tmp_path: Path) -> None:
    told(
        found(tmp_path, door("swing"), lever(11, EAST, user="john"), EXIT)["play-reach"],
        11,
        "nobody here has the hands",
    )


def test_a_door_that_one_shuts_on_oneself(tmp_path: Path) -> None:
    shuts = thing(
        17,
        "trigger",
        "fall",
        '<polygon points="0,0 60,0 60,120 0,120"/>',
        'x="164" y="36"',
        on="enter",
        do="door gate shut",
    )
    told(found(tmp_path, door("shutter"), shuts, EXIT_WEST)["play-trap"], 17, "t800 shuts the door gate on himself")
    assert found(tmp_path, door("shutter", delay="600"), shuts, EXIT_WEST) == {}
    inside = lever(11, EAST), works(13, EAST, "door gate open")
    assert found(tmp_path, door("shutter"), shuts, *inside, EXIT_WEST) == {}
    assert found(tmp_path, door("shutter"), shuts, EXIT) == {}


def test_a_door_that_goes_shut_again_behind_him(tmp_path: Path) -> None:
    outside = lever(11, WEST), works(13, WEST, "door gate open")
    told(found(tmp_path, door(delay="300"), *outside, EXIT_WEST)["play-trap"], 13, "goes shut again behind t800")
    both = *outside, lever(18, EAST), works(19, EAST, "door gate open")
    assert found(tmp_path, door(delay="300"), *both, EXIT_WEST) == {}
    assert found(tmp_path, door(delay="300"), *outside, EXIT) == {}


def test_a_trigger_without_a_device(tmp_path: Path) -> None:
    told(
        found(tmp_path, door("swing"), works(13, EAST, "music x"), EXIT)["trigger-never"],
        13,
        "no device lies in its area",
    )


def test_a_condition_that_never_holds(tmp_path: Path) -> None:
    asks = thing(16, "trigger", "never", on="timer", when="has t800 key_staff", do="music x")
    told(found(tmp_path, door("swing"), asks, EXIT)["trigger-never"], 16, "has t800 key_staff cannot be")


@pytest.mark.parametrize(
    ("mission", "a", "b", "metres"),
    [
        ("melt", (32.5, 31.75), (43.0, 30.0), 16.0),  # from the steam to the moulds, between a tank and the wall
        ("melt", (21.0, 34.0), (23.0, 36.0), 6.0),  # from the steam to the quench
    ],
)
def test_where_a_player_slides_by_a_companion_has_a_way_too(
    mission: str, a: tuple[float, float], b: tuple[float, float], metres: float
) -> None:
    world = begin(load(mission), 1, "gentle", "t1000").world
    start, end = (world.ways.snap(x, y, 0) for x, y in (a, b))
    assert world.ways.lengths(start, 0).ravel()[end] <= metres * 20  # ten for half a metre
