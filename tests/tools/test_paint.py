"""The painted pictures: complete, as the view expects them, and the same whenever they are painted."""

import json
import shutil
import string
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from game.content.doors import DOORS
from game.content.looks import LOOKS
from game.content.props import PROPS
from game.content.weapons import ITEMS, WEAPONS

Image = pytest.importorskip("PIL.Image")
pytest.importorskip("scipy")

from tools.paint import __main__ as command  # noqa: E402
from tools.paint import manifest, people, props, tilesets  # noqa: E402
from tools.paint.costumes import COSTUMES  # noqa: E402
from tools.paint.faces import bust  # noqa: E402
from tools.paint.floors import FLOORS, floor  # noqa: E402
from tools.paint.font import letters, paint_font  # noqa: E402
from tools.paint.icons import ICONS  # noqa: E402
from tools.paint.output import HOME, Folder  # noqa: E402
from tools.paint.portraits import coverage  # noqa: E402
from tools.paint.sitters import BOY, MACHINE  # noqa: E402
from tools.paint.walls import WALLS  # noqa: E402

ASSETS = HOME / "assets"
CLASSES = {  # what the maps count on: tile ids of each class, by tileset
    "floors": "terrazzo terrazzo_teal lino carpet carpet_red concrete asphalt metal grating wood tile_white mill grass "
    "paving molten water frost",
    "decor": "hazard parking drain scuff arrow seam puddle",
    "litter": "gum joint poster spill bag photograph papers popcorn leaves mat skid gleam_pink gleam_cyan gleam_violet",
    "overhead": "skylight beam bridge canopy crane",
    "foundry": "slag_hot slag splash scale soot cable cable_bend chain track rime frost_ring glow_hot glow_cold walkway "
    "hatch bay_1 bay_2 bay_3 pricks edge_line cryo_pool",
    "hoists": "trolley girder hook chains duct mains lamp_cage",
    "graffiti": "graffiti_rose graffiti_sea graffiti_fire graffiti_lime graffiti_crown graffiti_eye graffiti_bolt",
    "ground": "road verge scrub",
    "roadside": "centre_line side_line crack tufts",
}


def pixels(name: str, root: Path = ASSETS) -> np.ndarray:
    with Image.open(root / name) as image:
        return np.array(image)


def test_manifest_agrees_with_the_disk() -> None:
    assert manifest.differences(ASSETS) == []


def test_manifest_notices_a_changed_a_missing_and_a_new_file(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for name in ("a", "b"):
        folder.picture(f"floors/{name}.png", np.zeros((2, 2, 3)))
    manifest.write(folder)
    (tmp_path / "floors/a.png").write_bytes(b"by hand")
    (tmp_path / "floors/b.png").unlink()
    folder.picture("floors/c.png", np.zeros((2, 2, 3)))
    told = "\n".join(manifest.differences(tmp_path))
    assert "a.png: changed" in told
    assert "b.png: missing" in told
    assert "c.png: not in" in told


def test_every_look_has_a_sheet() -> None:
    assert {look.sheet for look in LOOKS.values()} <= set(people.PEOPLE)


@pytest.mark.parametrize("name", people.PEOPLE)
def test_sheet_holds_every_frame_that_the_view_may_ask_for(name: str) -> None:
    sheet, rim = pixels(f"people/{name}.png"), pixels(f"people/{name}_rim.png")
    frames = json.loads((ASSETS / f"people/{name}.json").read_text())["frames"]
    asked = {
        f"{layer}/{pose}/{step}/{facing}"
        for layer, poses in (("legs", people.LEG_POSES), ("body", people.BODY_POSES))
        for pose in poses
        for step in range(8 if pose in ("walk", "run", "sneak") else 1)
        for facing in range(16)
    }
    assert asked <= set(frames)
    assert rim.shape == sheet.shape[:2]
    assert rim.max() <= 16
    for x, y, w, h, ox, oy in frames.values():
        assert 0 <= x <= x + w <= sheet.shape[1]
        assert 0 <= y <= y + h <= sheet.shape[0]
        assert -64 < ox <= 48
        assert -64 < oy <= 48


def test_only_john_wears_amber_and_no_bystander_navy() -> None:
    for name, costume in COSTUMES.items():
        worn = set(costume.roles().values())
        assert ("amber" in worn) == (name == "john")
        if name not in ("t1000", "cop"):
            assert not {"navy", "navypant"} & worn


def test_no_two_strangers_cut_the_same_figure() -> None:
    names = [name for name in people.PEOPLE if name not in ("chrome", "t800", "john")]
    figures = {}
    for name in names:
        figure = people._frame(name, "body/idle/0/2").pixels[..., 3]
        figures[name] = figure.shape, figure.tobytes()
    assert len(set(figures.values())) == len(names)


def test_a_stranger_whom_somebody_holds_has_his_arms_pinned() -> None:
    frames = json.loads((ASSETS / "people/shopper1.json").read_text())["frames"]
    assert frames["body/held/0/3"] == frames["body/hauled/0/3"] != frames["body/hurt/0/3"]


def test_john_is_the_smallest() -> None:
    widths = {}
    for name in people.PEOPLE:
        frames = json.loads((ASSETS / f"people/{name}.json").read_text())["frames"]
        widths[name] = frames["body/idle/0/4"][2]
    assert min(widths, key=widths.__getitem__) == "john"
    assert max(widths, key=widths.__getitem__) == "t800"


@pytest.mark.parametrize("kind", PROPS)
def test_every_prop_is_painted_round_its_footprint(kind: str) -> None:
    row, shape = PROPS[kind], props.SHAPES[kind]
    for variant in range(shape.variants):
        for turn in shape.turns:
            picture = pixels(f"props/{kind}_{turn}_{variant}.png")
            w, h = (row.w, row.h) if turn % 180 == 0 else (row.h, row.w)
            tall, wide = (props.canvas(side + 2 * shape.spread) for side in (h, w))
            assert picture.shape == (tall, wide, 4)
            solid = picture[..., 3] > 0
            assert solid.mean() > (0.15 if shape.spread else 0.35)
            assert not np.isin(picture[..., 3], (0, 255), invert=True).any()


def test_every_other_picture_that_content_names_is_there() -> None:
    names = [f"doors/{kind}.png" for kind in DOORS] + [f"props/{kind}_0_0.png" for kind in ITEMS]
    names += [f"icons/{kind}.png" for kind in (*WEAPONS, *ICONS)] + [f"floors/{kind}.png" for kind in FLOORS]
    assert [name for name in names if not (ASSETS / name).exists()] == []


def test_wall_styles_have_all_their_tones() -> None:
    rows = json.loads((ASSETS / "walls.json").read_text())
    assert set(rows) == {"plaster", "concrete", "brick", "steel", "chain"} == set(WALLS)
    for row in rows.values():
        assert set(row) == {"top", "side", "trim", "wainscot", "edge"}
        assert all(len(tone) == 7 and tone[0] == "#" for tone in row.values())


@pytest.mark.parametrize("material", FLOORS)
def test_floor_has_no_seam(material: str) -> None:
    picture = floor(material)
    for axis in (0, 1):
        steps = np.abs(np.diff(picture, axis=axis, append=picture[:1] if axis == 0 else picture[:, :1])).mean(
            (1 - axis, 2)
        )
        assert steps[-1] <= 1.25 * steps[:-1].max()


def test_font_covers_what_the_game_writes() -> None:
    table = json.loads((ASSETS / "font.json").read_text())
    assert set(string.printable[:95] + "—…’“”Ééñ°·›") <= set(letters()) == set(table["glyphs"])
    strip = pixels("font.png")
    assert strip.shape[0] == table["height"]
    assert max(x + w for x, w in table["glyphs"].values()) <= strip.shape[1]


@pytest.mark.parametrize("name", ["floors", "walls", "glass", "decor", "litter", "overhead"])
def test_tileset_keeps_the_ids_that_maps_count_on(name: str) -> None:
    root = ElementTree.parse(HOME / f"levels/tiles/{name}.tsx").getroot()
    kinds = [tile.get("type") for tile in root.iter("tile")]
    if name in CLASSES:
        assert kinds == CLASSES[name].split()
    elif name == "walls":
        assert kinds == [style for style in ("plaster", "concrete", "brick", "steel", "chain") for _ in range(15)]
    else:
        assert kinds == ["glass"] * 12
    image = root.find("image")
    assert image is not None
    wide, tall = int(image.get("width", 0)), int(image.get("height", 0))
    assert pixels(f"{name}.png", HOME / "levels/tiles").shape[:2] == (tall, wide)
    assert len(kinds) * 32 * 32 == wide * tall


def test_wall_tile_fills_the_quarters_of_its_mask() -> None:
    for mask in range(1, 16):
        alpha = tilesets.wall("brick", mask)[..., 3] > 0
        quarters = [alpha[y : y + 16, x : x + 16].all() for y in (0, 16) for x in (0, 16)]
        assert quarters == [bool(mask >> bit & 1) for bit in range(4)]


def test_painting_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for place in ("one", "two"):
        command.paint(
            ["floors", "decals", "font", "tiles"], Folder(tmp_path / place / "a"), Folder(tmp_path / place / "t")
        )
        frames = [people._frame("john", key).pixels.tobytes() for key in ("body/run/3/5", "legs/sneak/1/2")]
        (tmp_path / place / "frames").write_bytes(b"".join(frames))
    files = [p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*") if p.is_file()]
    assert len(files) > 40
    assert all((tmp_path / "one" / p).read_bytes() == (tmp_path / "two" / p).read_bytes() for p in files)


def test_font_on_disk_is_the_font_in_the_source(tmp_path: Path) -> None:
    paint_font(Folder(tmp_path))
    assert (tmp_path / "font.json").read_bytes() == (ASSETS / "font.json").read_bytes()


def test_faces_differ_in_breadth() -> None:
    assert coverage(bust(MACHINE)).mean() > coverage(bust(BOY)).mean()


def test_parts_can_be_named_and_unknown_ones_are_told() -> None:
    assert command.wanted(["floors", "people", "t800"])[:2] == ["floors", "t800"]
    with pytest.raises(SystemExit, match="unknown: nobody"):
        command.wanted(["nobody"])


def test_check_finds_a_missing_manifest(tmp_path: Path) -> None:
    shutil.copy(ASSETS / "walls.json", tmp_path / "walls.json")
    assert manifest.differences(tmp_path) == ["manifest.json is missing"]
