"""Maps of the odd kinds that Tiled writes are read, with or without Tiled at hand; infinite ones become finite levels."""

from pathlib import Path

import pytest
from level_maps import START, H, W, thing, tmx, write
from odd_maps import ODD, endless

from game.level.data import LevelError
from game.level.dump import dump
from game.level.lint import check
from game.level.load import load


@pytest.mark.parametrize("name", ODD)
def test_an_odd_map_can_be_read_and_linted(name: str, tmp_path: Path) -> None:
    path = ODD[name](tmp_path)
    assert dump(str(path))["map"]["tilewidth"] == 32
    assert all(f.code not in ("xml", "library") for f in check([path]))


@pytest.mark.parametrize(("how", "x", "y"), [("csv", 0, 0), ("zlib", -20, -7), ("gzip", 160, 96), ("", 4, -3)])
def test_an_infinite_map_is_the_same_level_wherever_it_lies(
    how: str, x: int, y: int, tmp_path: Path, home: Path
) -> None:
    level = load(str(write(tmp_path, endless(how, x, y))))
    finite = load(str(write(tmp_path, endless("csv"), "here.tmx")))
    assert (level.ground.width, level.ground.height) == (W, H)
    assert (level.start.x, level.start.y) == (3.0, 2.5)
    assert level.floor.tolist() == finite.floor.tolist()
    assert level.ground.wall.tolist() == finite.ground.wall.tolist()


def test_the_lint_tells_places_in_the_tiles_that_tiled_shows(tmp_path: Path) -> None:
    text = endless("csv", -20, -7).replace(' <objectgroup id="9"', ' <objectgroup id="9" offsetx="16"')
    wrong = thing(2, "prop", kind="sphinx", box=f'x="{-18 * 32}" y="{-5 * 32}"')
    path = write(tmp_path, text.replace("</objectgroup>", wrong + "</objectgroup>"))
    (found,) = [f for f in check([path]) if f.severity == "error"]
    assert (found.object_id, found.x, found.y) == (2, -17.5, -5.0)


def test_a_map_whose_tiles_lie_too_far_apart_is_refused(tmp_path: Path, home: Path) -> None:
    far = '<chunk x="900" y="0" width="1" height="1">1</chunk></data>'
    with pytest.raises(LevelError, match="901 x 6 apart") as e:
        load(str(write(tmp_path, endless("csv").replace("</data>", far, 1))))
    assert e.value.code == "map-infinite"


def test_an_object_layers_offset_moves_its_objects(tmp_path: Path, home: Path) -> None:
    text = tmx().replace('<objectgroup id="9"', '<objectgroup id="9" offsetx="32" offsety="-16"')
    level = load(str(write(tmp_path, f"{text}")))
    assert (level.start.x, level.start.y) == (4.0, 2.0)


@pytest.mark.parametrize(
    ("corner", "x", "y"),
    [("unspecified", 4.0, 3.0), ("topleft", 4.0, 4.0), ("center", 3.5, 3.5), ("bottom", 3.5, 3.0), ("right", 3.0, 3.5)],
)
def test_a_tile_object_hangs_by_the_corner_that_its_tileset_says(
    corner: str, x: float, y: float, tmp_path: Path, home: Path
) -> None:
    sheet = (
        f'<tileset firstgid="40" name="icons" tilewidth="32" tileheight="32" objectalignment="{corner}">'
        '<image source="walls.png"/><tile id="4" type="prop"><properties><property name="kind" value="drum"/></properties>'
        "</tile></tileset>"
    )
    drum = '<object id="2" gid="44" x="128" y="128" width="32" height="32"/>'
    text = tmx(objects=START + drum).replace(' <layer id="1"', sheet + ' <layer id="1"')
    (prop,) = load(str(write(tmp_path, text))).props
    assert (prop.x, prop.y) == (x, y)
