"""The lint: stable codes, the object, the place, a hint; more than the first fault at once."""

import shutil
from pathlib import Path

import pytest
from level_maps import SHEETS, START, H, W, csv, layer, thing, tmx, write

from game.level.data import LevelError
from game.level.lint import check
from game.level.load import load

AREA = 'x="64" y="64" width="32" height="32"'
WRONG: dict[str, tuple[str, str]] = {
    "flag-unset": (thing(2, "trigger", on="start", when="flag never", do="music x"), "error"),
    "timer-unset": (thing(2, "trigger", on="timer", when="timer never &gt; 9", do="music x"), "error"),
    "door-key": (
        thing(2, "door", "d", "", 'x="64" y="64" width="16" height="48"', kind="swing", key="gone"),
        "error",
    ),
    "object-inside": (
        thing(2, "spawn", "john", box='x="10" y="10"', kind="john", team="ward"),
        "error",
    ),
    "property-unknown": (thing(2, "sign", text="A", collour="red"), "warning"),
    "property-reserved": (thing(2, "sign", text="A", width="9"), "error"),
    "who-unknown": (thing(2, "trigger", on="start", who="nobody", do="music x"), "warning"),
    "line-missing": (thing(2, "trigger", on="start", do="say t800 nonsense"), "warning"),
    "item-unknown": (thing(2, "trigger", on="start", do="item t800 bazooka"), "error"),
    "reference-name": (thing(2, "trigger", on="start", do="set gone off"), "error"),
    "tag-unknown": (thing(2, "zone", "z", "", AREA, tags="darkk"), "warning"),
    "object-class": (thing(2, ""), "warning"),
    "fairness-verb": (
        thing(2, "trigger", on="start", do="item t1000 pistol")
        + thing(3, "spawn", "t1000", kind="t1000", team="hunter"),
        "error",
    ),
    "path-wall": (thing(2, "path", "p", '<polyline points="0,0 -90,0"/>', kind="way"), "warning"),
    "play-bot": ("", "warning"),
    "spawn-never": (thing(2, "spawn", "john", kind="john", team="ward", when="held all"), "error"),
    "spawn-here": (
        thing(2, "spawn", "john", kind="john", team="ward") + thing(3, "trigger", on="start", do="spawn john"),
        "warning",
    ),
    "fairness-hunter": (
        thing(2, "spawn", "t1000", kind="t1000", team="hunter", when="held all")
        + thing(3, "trigger", on="start", do="spawn t1000"),
        "error",
    ),
    "fairness-entry": (thing(2, "spawn", "t1000", box='x="200" y="140"', kind="t1000", team="hunter"), "warning"),
    "mimic-tells": (thing(2, "mimic", "m", form="crate", tell_a="drip", tell_b="drip"), "error"),
    "property-missing": (thing(2, "mimic", "m", form="crate", tell_a="drip"), "error"),
    "vehicle-kind": (
        thing(2, "trigger", on="start", do="vehicle box drive") + thing(3, "prop", "box", "", AREA, kind="crates"),
        "error",
    ),
    "team-odd": (thing(2, "spawn", "john", kind="john"), "warning"),
    "object-count": (
        thing(3, "spawn", "john", kind="john", team="ward") + thing(2, "spawn", "boy", kind="john", team="ward"),
        "error",
    ),
    "mission-unknown": (thing(2, "trigger", on="start", do="branch nowhere"), "warning"),
}


@pytest.mark.parametrize("code", WRONG)
def test_each_fault_has_its_code(code: str, tmp_path: Path) -> None:
    extra, severity = WRONG[code]
    mission = '<properties><property name="mission" value="m"/></properties> <tileset'
    path = write(tmp_path, tmx(objects=START + extra).replace(" <tileset", mission, 1))
    found = [f for f in check([path]) if f.code == code]
    assert found, [f.code for f in check([path])]
    assert found[0].severity == severity
    assert found[0].hint
    assert found[0].file == str(path)
    if extra:
        assert found[0].object_id == 2
        assert found[0].x is not None


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    bad = thing(2, "tirgger") + thing(3, "prop", kind="sphinx") + thing(4, "trigger", on="start", do="explode")
    found = check([write(tmp_path, tmx(objects=START + bad))])
    assert {(f.object_id, f.code) for f in found if f.severity == "error"} == {
        (2, "object-class"),
        (3, "property-value"),
        (4, "trigger-word"),
    }


def test_what_the_reader_refuses_is_an_error(tmp_path: Path) -> None:
    (found,) = check([write(tmp_path, "<foo/>")])
    assert (found.severity, found.code) == ("error", "xml-root")


def test_a_folder_is_searched(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    write(tmp_path / "deep", tmx(), "b.tmx")
    write(tmp_path, "nonsense", "a.tmx")
    files = {f.file for f in check([tmp_path])}
    assert files == {str(tmp_path / "a.tmx"), str(tmp_path / "deep" / "b.tmx")}


def test_a_path_without_levels_is_unusable(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.tmx"):
        with pytest.raises(LevelError):
            check([path])


def test_a_floor_that_ends_in_nothing_is_seen(tmp_path: Path) -> None:
    open_walls = layer("walls", csv([[0] * W for _ in range(H)]), 2)
    floor = layer("floor", csv([[1 if y < 4 else 0 for _ in range(W)] for y in range(H)]))
    found = {f.code: f for f in check([write(tmp_path, tmx(walls=open_walls, floor=floor))])}
    assert (found["floor-hole"].x, found["floor-hole"].y) == (0.0, 3.5)


def test_the_levels_that_ship_have_no_errors() -> None:
    root = Path(__file__).parents[2] / "levels"
    assert [f for f in check([root]) if f.severity == "error"] == []


def test_the_lint_leaves_nothing_behind(tmp_path: Path) -> None:
    path = write(tmp_path, tmx())
    before = sorted(p.name for p in tmp_path.iterdir())
    check([path])
    assert sorted(p.name for p in tmp_path.iterdir()) == before
    shutil.rmtree(tmp_path)


def test_words_that_mean_nothing_are_doubted_where_only_some_do(tmp_path: Path) -> None:
    hour = ' <properties><property name="hour" value="midnight"/></properties>\n'
    things = (
        thing(2, "device", "bell", "", AREA, tags="counter loud"),
        thing(3, "zone", "kitchen", "", AREA, tags="room restricted=cook"),
        thing(4, "light", kind="lantern", radius="4"),
    )
    found = check([write(tmp_path, tmx(objects=START + "".join(things), sheets=hour + SHEETS))])
    told = [(f.object_id, f.code, f.message) for f in found if "means nothing" in f.message]
    assert told == [
        (0, "property-value", "hour 'midnight' means nothing"),
        (2, "tag-unknown", "tags 'loud' means nothing"),
    ]


@pytest.mark.parametrize(
    ("object_", "cure"),
    [
        (thing(2, "trigger", on="start", do="objective go / door gate shut"), "each effect on a line of its own"),
        (thing(2, "trigger", on="start", when="in t800 z and held john", do="flag a"), "and & or | between two"),
        (thing(2, "trigger", on="start", when="(held john)", do="flag a"), "without: & binds tighter than |"),
        (thing(2, "objective", "go", text="Go", done="flag a", marker="gatte"), "there is: gate"),
        (thing(2, "mimic", form="craate", tell_a="a", tell_b="b"), "a kind of prop, or floor"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_its_cure(tmp_path: Path, object_: str, cure: str) -> None:
    gate = thing(3, "zone", "gate", "", AREA)
    told = [f.hint for f in check([write(tmp_path, tmx(objects=START + object_ + gate))]) if f.object_id == 2]
    assert any(cure in hint for hint in told), told


def test_what_is_no_tmx_says_what_to_do_with_it(tmp_path: Path) -> None:
    packed = tmp_path / "level.zip"
    packed.write_bytes(b"PK")
    for path, cure in ((packed, "unpack it"), (tmp_path, "name a .tmx in it")):
        with pytest.raises(LevelError, match=cure):
            load(path)
