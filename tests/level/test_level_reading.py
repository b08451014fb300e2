"""What small maps are read to: encodings, groups, templates, glass, rooms, and what is dropped with a note."""

import base64
import gzip
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from level_maps import START, H, W, csv, layer, room, thing, tmx, write

from game.level.data import LevelError
from game.level.dump import dump
from game.level.lint import check
from game.level.load import attempt, load

CELLS = np.array(room(), "<u4").tobytes()


@pytest.mark.parametrize(
    ("data", "attributes"),
    [
        (base64.b64encode(CELLS).decode(), 'encoding="base64"'),
        (base64.b64encode(zlib.compress(CELLS)).decode(), 'encoding="base64" compression="zlib"'),
        (base64.b64encode(gzip.compress(CELLS)).decode(), 'encoding="base64" compression="gzip"'),
        ("".join(f'<tile gid="{g}"/>' for row in room() for g in row), ""),
    ],
    ids=["base64", "zlib", "gzip", "elements"],
)
def test_every_encoding_reads_alike(tmp_path: Path, home: Path, data: str, attributes: str) -> None:
    plain = dump(str(write(tmp_path, tmx(), "csv.tmx")))
    other = dump(str(write(tmp_path, tmx(walls=layer("walls", data, 2, attributes)))))
    assert other["cells"] == plain["cells"]


def test_a_room_is_walls_and_floor(tmp_path: Path, home: Path) -> None:
    level = load(str(write(tmp_path, tmx())))
    g = level.ground
    assert (g.width, g.height, level.materials, level.wall_styles) == (W, H, ("concrete",), ("brick",))
    assert g.wall[:2].all()
    assert not g.wall[2:-2, 2:-2].any()
    assert g.walk[3:-3, 3:-3].all()  # a body's width off the walls
    assert g.walk.sum() == (2 * W - 6) * (2 * H - 6)
    assert (level.id, level.title, level.par) == ("level", "level", 300 * 60)


def test_glass_stands_on_its_edge_and_breaks_alone(tmp_path: Path, home: Path) -> None:
    cells = [[0] * W for _ in range(H)]
    cells[2][3], cells[2][4], cells[3][5] = 18, 18 + 1, 18 + 9  # h0, h0l, v1
    prop = thing(2, "prop", inner="", box='x="64" y="96" width="48" height="38.4"', kind="crates")
    level = load(str(write(tmp_path, tmx(more=layer("glass", csv(cells), 3), objects=START + prop))))
    boxes = [(p.x, p.y, p.w, p.h) for p in level.panes]
    assert boxes == [(3, 2 - 3 / 32, 1, 6 / 32), (4, 2 - 3 / 32, 0.5, 6 / 32), (5.5 - 3 / 32, 3, 6 / 32, 1)]
    assert [p.block for p in level.panes] == [1, 2, 3]
    assert level.props[0].block == 0
    assert level.ground.block_pane.tolist() == [0, 1, 1, 1]
    assert level.ground.opaque[7, 5] == 1  # crates stop sight
    assert not level.ground.opaque[4, 6]  # glass does not


def test_a_low_prop_gives_cover_and_a_tall_one_none(tmp_path: Path, home: Path) -> None:
    drum = thing(2, "prop", inner="", box='x="128" y="96" width="25.6" height="25.6"', kind="drum")
    level = load(str(write(tmp_path, tmx(objects=START + drum))))
    assert level.ground.low[6, 8]
    assert level.ground.low[5, 7]
    assert not level.ground.low[6, 4]
    assert not level.ground.opaque[6, 8]


def test_a_prop_may_be_a_point_with_its_own_footprint(tmp_path: Path, home: Path) -> None:
    shelf = thing(2, "prop", box='x="128" y="96"', kind="shelf", turn="0").replace(
        'name="turn" value="0"', 'name="turn" type="int" value="90"'
    )
    (prop,) = load(str(write(tmp_path, tmx(objects=START + shelf)))).props
    assert (prop.w, prop.h, prop.turn) == (0.6, 2.0, 90)
    assert (prop.x + prop.w / 2, prop.y + prop.h / 2) == (4.0, 3.0)


def test_the_smaller_room_wins(tmp_path: Path, home: Path) -> None:
    zones = thing(2, "zone", "hall", "", 'x="32" y="32" width="192" height="128"', room="hall", tags="room")
    zones += thing(3, "zone", "nook", "", 'x="32" y="32" width="64" height="64"', room="nook", tags="room,dark")
    ground = load(str(write(tmp_path, tmx(objects=START + zones)))).ground
    assert [ground.room_at(1.5, 1.5), ground.room_at(4.5, 3.5), ground.room_at(0.5, 0.5)] == ["nook", "hall", ""]
    assert ground.zones[1].tags == ("room", "dark")


def test_templates_and_tile_classes_are_resolved(tmp_path: Path, home: Path) -> None:
    (tmp_path / "drum.tx").write_text(
        '<template><object name="barrel" type="prop" width="25.6" height="25.6"><properties>'
        '<property name="kind" value="drum"/><property name="turn" type="int" value="90"/></properties></object></template>'
    )
    uses = '<object id="2" template="drum.tx" x="128" y="96"/>'
    uses += '<object id="3" template="drum.tx" name="other" x="64" y="96"><properties>'
    uses += '<property name="kind" value="pallet"/></properties></object>'
    first, second = load(str(write(tmp_path, tmx(objects=START + uses)))).props
    assert (first.name, first.kind, first.turn) == ("barrel", "drum", 90)
    assert (second.name, second.kind, second.turn) == ("other", "pallet", 90)


def test_groups_pass_their_state_on_and_order_is_the_files(tmp_path: Path, home: Path) -> None:
    inner = layer("decor", csv([[0] * W for _ in range(H)]), 5)
    group = f'<group id="4" name="art" opacity="0.5" visible="0" offsetx="1.5">{inner}</group>'
    rows = dump(str(write(tmp_path, tmx(more=group))))["layers"]
    assert [r["path"] for r in rows] == ["floor", "walls", "art", "art/decor", "entities"]
    assert rows[3] == {"path": "art/decor", "kind": "tile", "visible": False, "opacity": 0.5, "offset": [1.5, 0.0]}


def test_flips_survive_the_library(tmp_path: Path, home: Path) -> None:
    cells = [[0] * W for _ in range(H)]
    cells[2][2] = 1 | 1 << 31 | 1 << 29
    cells[2][3] = 2 | 1 << 30
    level = load(str(write(tmp_path, tmx(more=layer("decor", csv(cells), 5)))))
    a, b = level.decals
    assert (a.kind, a.flip_h, a.flip_v, a.flip_d) == ("concrete", True, False, True)
    assert (b.kind, b.flip_h, b.flip_v, b.flip_d) == ("asphalt", False, True, False)


def test_what_a_newer_tiled_adds_is_left_out_with_a_warning(tmp_path: Path, home: Path) -> None:
    text = tmx(objects=START.replace('x="96"', 'x="96" sparkle="9"') + '<hologram strength="3"/>')
    path = write(tmp_path, text)
    assert load(str(path)).start.x == 3.0
    codes = {f.code: f.severity for f in check([path])}
    assert codes["unknown-attribute"] == codes["unknown-element"] == "warning"


def test_a_forged_filename_changes_nothing(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path, tmx().replace("<map ", '<map filename="/etc/x.tmx" layers="5" images="7" parent="1" '))
    assert load(str(path)).file == str(path)


def test_references_may_rise_to_the_projects_folder(tmp_path: Path, home: Path) -> None:
    deep = tmp_path / "project" / "maps"
    deep.mkdir(parents=True)
    write(tmp_path / "project", "", "unused.tmx")
    text = tmx().replace('source="', 'source="../')
    path = deep / "level.tmx"
    path.write_text(text)
    with pytest.raises(LevelError, match="leaves the level's folder"):
        load(str(path))
    (tmp_path / "project" / "any.tiled-project").write_text("{}")
    assert load(str(path)).start.kind == "t800"


def test_reading_a_level_brings_in_no_window_and_no_map_library() -> None:
    code = "import sys; from game.level.load import load; load('yard'); print({'pygame','pytmx'} & set(sys.modules))"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "set()"


SHEET = (
    '<tileset name="icons" tilewidth="32" tileheight="32"><image source="walls.png"/>'
    '<tile id="4" type="prop"><properties><property name="kind" value="crates"/></properties></tile></tileset>'
)
STAMP = (
    '<template><tileset firstgid="1" source="icons.tsx"/><object name="box" gid="2147483653" width="48" height="32"/>'
    "</template>"
)


def test_a_templates_tile_brings_its_tileset_class_and_flips(tmp_path: Path, home: Path) -> None:
    (tmp_path / "icons.tsx").write_text(SHEET)
    (tmp_path / "box.tx").write_text(STAMP)
    path = write(tmp_path, tmx(objects=START + '<object id="2" template="box.tx" x="128" y="128"/>'))
    (prop,) = load(str(path)).props
    assert (prop.name, prop.kind, prop.x, prop.y, prop.w, prop.h) == ("box", "crates", 4.0, 3.0, 1.5, 1.0)
    row = dump(str(path))["objects"][1]
    assert (row["shape"], row["tileset"], row["local"], row["h"], row["v"]) == ("tile", "icons", 4, True, False)
    assert (row["class"], row["properties"], row["y"]) == ("prop", {"kind": "crates"}, 128.0)


def test_a_tileset_that_has_grown_since_the_map_was_saved_is_no_fault(tmp_path: Path, home: Path) -> None:
    text = tmx().replace('<image source="floors.png" width="64" height="32"/>', '<image source="glass.png"/>')
    assert load(str(write(tmp_path, text))).materials == ("concrete",)


def test_watched_files_are_all_that_it_was_made_of(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path, tmx())
    for _ in range(2):  # read, then kept
        _, files = attempt(str(path))
        assert sorted(f.name for f in files) == ["floors.png", "glass.png", "level.tmx", "walls.png"]


def test_watched_files_of_a_level_that_is_none_are_those_that_it_wants(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path, tmx(sheets='<tileset firstgid="1" source="gone.tsx"/>'))
    why, files = attempt(str(path))
    assert isinstance(why, LevelError)
    assert [f.name for f in files] == ["level.tmx", "gone.tsx"]


def test_an_empty_choice_is_the_usual_one(tmp_path: Path, home: Path) -> None:
    packer = thing(2, "spawn", "p", kind="packer", team="")
    assert load(str(write(tmp_path, tmx(objects=START + packer)))).spawns[0].team == "civilian"
