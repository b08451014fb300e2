"""Maps of the odd kinds that Tiled really writes: name -> what makes it in a folder and returns its path."""

import base64
import gzip
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from level_maps import SHEETS, START, H, W, csv, layer, png, room, thing, tmx, write

H_FLIP, V_FLIP, D_FLIP = 1 << 31, 1 << 30, 1 << 29
Make = Callable[[Path], Path]
ODD: dict[str, Make] = {}
ZERO = [[0] * W for _ in range(H)]


def odd(make: Make) -> Make:
    """Enter a maker under its name."""
    ODD[make.__name__.replace("_", " ")] = make
    return make


def squeezed(cells: list[list[int]], how: str) -> str:
    """Return cells as base64, squeezed or not."""
    raw = b"".join(struct.pack("<I", c) for row in cells for c in row)
    packed = {"": bytes, "zlib": zlib.compress, "gzip": gzip.compress}[how](raw)
    return base64.b64encode(packed).decode()


def packed_layer(name: str, cells: list[list[int]], number: int, how: str) -> str:
    """Return a tile layer in base64."""
    kind = f' compression="{how}"' if how else ""
    return layer(name, squeezed(cells, how), number, f'encoding="base64"{kind}')


def floor_cells() -> list[list[int]]:
    """Return a floor that is not the same everywhere."""
    return [[1 + (x * 7 + y) % 2 for x in range(W)] for y in range(H)]


def sheet(name: str, inner: str, more: str = "") -> str:
    """Return the text of a .tsx."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tileset version="1.8" tiledversion="1.8.2" '
        f'name="{name}" tilewidth="32" tileheight="32" {more}>\n{inner}\n</tileset>\n'
    )


def icons(folder: Path, name: str = "icons", columns: int = 4, tiles: str = "") -> None:
    """Write a tileset of one row, and its picture."""
    (folder / f"{name}.png").write_bytes(png(columns * 32, 32))
    picture = f'<image source="{name}.png" width="{columns * 32}" height="32"/>'
    text = sheet(name, picture + tiles, f'tilecount="{columns}" columns="{columns}"')
    (folder / f"{name}.tsx").write_text(text, encoding="utf-8")


ICON = '<tile id="2" type="prop"><properties><property name="kind" value="drum"/></properties></tile>'
ICONS = SHEETS + ' <tileset firstgid="30" source="icons.tsx"/>\n'


@odd
def plain(folder: Path) -> Path:
    return write(folder, tmx())


@odd
def crlf(folder: Path) -> Path:
    return write(folder, tmx().replace("\n", "\r\n"))


@odd
def byte_order_mark(folder: Path) -> Path:
    return write(folder, b"\xef\xbb\xbf" + tmx().encode())


@odd
def names_of_all_sorts(folder: Path) -> Path:
    (folder / "Böden").mkdir()
    icons(folder / "Böden", "ängstlich")
    sheets = SHEETS + ' <tileset firstgid="30" source="Böden/ängstlich.tsx"/>\n'
    more = layer("décor ☂", csv([[30] * W, *ZERO[1:]]), 5)
    return write(
        folder, tmx(sheets=sheets, more=more, objects=START + thing(2, "", "Łódź &amp; &lt;“x”&gt;")), "Straße.tmx"
    )


@odd
def base64_raw(folder: Path) -> Path:
    return write(folder, tmx(floor=packed_layer("floor", floor_cells(), 1, "")))


@odd
def base64_zlib(folder: Path) -> Path:
    return write(folder, tmx(floor=packed_layer("floor", floor_cells(), 1, "zlib")))


@odd
def base64_gzip(folder: Path) -> Path:
    return write(folder, tmx(floor=packed_layer("floor", floor_cells(), 1, "gzip")))


@odd
def tile_elements(folder: Path) -> Path:
    cells = "".join(f'<tile gid="{c}"/>' if c != 2 else '<tile gid="2" />' for row in floor_cells() for c in row)
    return write(folder, tmx(floor=layer("floor", cells, 1, "")))


def infinite(text: str) -> str:
    return text.replace('infinite="0"', 'infinite="1"')


def pieces(cells: list[list[int]], how: str, x0: int, y0: int) -> str:
    """Return a layer's data as four chunks."""
    kind = {"csv": 'encoding="csv"', "": 'encoding="base64"'}.get(how, f'encoding="base64" compression="{how}"')
    found = ""
    for y in (0, 3):
        for x in (0, 4):
            part = [row[x : x + 4] for row in cells[y : y + 3]]
            body = csv(part) if how == "csv" else squeezed(part, how)
            found += f'<chunk x="{x0 + x}" y="{y0 + y}" width="4" height="3">\n{body}\n</chunk>\n'
    return f"<data {kind}>\n{found}</data>"


def endless(how: str, x0: int = 0, y0: int = 0) -> str:
    """Return an infinite map, its corner at a tile."""

    def whole(name: str, cells: list[list[int]], number: int) -> str:
        return f'<layer id="{number}" name="{name}" width="{W}" height="{H}">{pieces(cells, how, x0, y0)}</layer>\n'

    start = thing(1, "start", "t800", box=f'x="{x0 * 32 + 96}" y="{y0 * 32 + 80}"')
    return infinite(tmx(floor=whole("floor", floor_cells(), 1), walls=whole("walls", room(), 2), objects=start))


@odd
def chunks_csv(folder: Path) -> Path:
    return write(folder, endless("csv"))


@odd
def chunks_zlib_left_of_the_origin(folder: Path) -> Path:
    return write(folder, endless("zlib", -20, -7))


@odd
def chunks_gzip_far_out(folder: Path) -> Path:
    return write(folder, endless("gzip", 160, 96))


@odd
def chunks_raw(folder: Path) -> Path:
    return write(folder, endless("", 4, -3))


@odd
def chunks_of_an_empty_layer(folder: Path) -> Path:
    more = f'<layer id="5" name="decor" width="{W}" height="{H}"><data encoding="csv"></data></layer>'
    return write(folder, endless("csv").replace("<objectgroup", more + "<objectgroup"))


@odd
def flipped_tiles(folder: Path) -> Path:
    cells = [[1 | (i % 8) << 29 for i in range(y, y + W)] for y in range(H)]
    return write(folder, tmx(more=layer("decor", csv(cells), 5)))


@odd
def flipped_tiles_squeezed(folder: Path) -> Path:
    cells = [[2 | (i % 8) << 29 for i in range(y, y + W)] for y in range(H)]
    return write(folder, tmx(more=packed_layer("decor", cells, 5, "zlib")))


@odd
def tile_objects_with_flips(folder: Path) -> Path:
    icons(folder, tiles=ICON)
    put = ""
    for i, flips in enumerate((0, H_FLIP, V_FLIP, H_FLIP | V_FLIP)):
        put += f'<object id="{i + 2}" gid="{32 | flips}" x="{64 + 40 * i}" y="128" width="32" height="32"/>'
    put += '<object id="8" gid="31" x="70.5" y="128.25" width="48" height="12.5" rotation="-90"/>'
    return write(folder, tmx(sheets=ICONS, objects=START + put))


@odd
def tile_class_under_an_objects_own(folder: Path) -> Path:
    icons(folder, tiles=ICON)
    own = '<properties><property name="turn" type="int" value="90"/></properties>'
    put = f'<object id="2" type="prop" gid="32" x="64" y="128" width="32" height="32">{own}</object>'
    put += '<object id="3" name="b" gid="32" x="128" y="128" width="32" height="32"/>'
    put += '<object id="4" type="sign" gid="32" x="160" y="128" width="32" height="32"/>'
    return write(folder, tmx(sheets=ICONS, objects=START + put))


def template(folder: Path, name: str, inner: str, tileset: str = "") -> None:
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<template>{tileset}{inner}</template>\n'
    (folder / f"{name}.tx").write_text(text, encoding="utf-8")


@odd
def template_of_a_rectangle(folder: Path) -> Path:
    rows = '<property name="kind" value="drum"/><property name="turn" type="int" value="90"/>'
    template(
        folder,
        "drum",
        f'<object name="d" type="prop" width="25.6" height="25.6"><properties>{rows}</properties></object>',
    )
    put = '<object id="2" template="drum.tx" x="64" y="96"/>'
    put += '<object id="3" template="drum.tx" name="own" x="100" y="96" width="40" height="12" rotation="15"/>'
    put += '<object id="4" template="drum.tx" x="140" y="96"><properties><property name="kind" value="bin"/>'
    put += '<property name="more" type="bool" value="true"/></properties></object>'
    return write(folder, tmx(objects=START + put))


@odd
def template_with_a_tileset_of_its_own(folder: Path) -> Path:
    (folder / "models").mkdir()
    icons(folder / "models", tiles=ICON)
    stamp = f'<object name="box" gid="{3 | H_FLIP}" width="48" height="32"/>'
    template(folder / "models", "box", stamp, '<tileset firstgid="1" source="icons.tsx"/>')
    return write(folder, tmx(objects=START + '<object id="2" template="models/box.tx" x="128" y="128"/>'))


@odd
def template_whose_tileset_the_map_has_too(folder: Path) -> Path:
    icons(folder, tiles=ICON)
    template(
        folder,
        "box",
        '<object type="prop" gid="3" width="32" height="32"/>',
        '<tileset firstgid="1" source="icons.tsx"/>',
    )
    put = '<object id="2" template="box.tx" x="128" y="128"/>'
    put += f'<object id="3" template="box.tx" gid="{31 | V_FLIP}" x="64" y="128"/>'
    return write(folder, tmx(sheets=ICONS, objects=START + put))


@odd
def templates_of_every_shape(folder: Path) -> Path:
    for name, inner in {
        "spot": "<point/>",
        "round": "<ellipse/>",
        "line": '<polyline points="0,0 32,0 32.5,16"/>',
        "area": '<polygon points="0,0 32,0 32,32"/>',
        "words": '<text wrap="1" pixelsize="12">Hello\nthere</text>',
    }.items():
        size = ' width="32" height="20"' if name in ("round", "words") else ""
        template(folder, name, f'<object name="{name}"{size}>{inner}</object>')
    put = "".join(
        f'<object id="{i}" template="{n}.tx" x="{32 + i * 8}" y="64"/>'
        for i, n in enumerate(("spot", "round", "line", "area", "words"), 2)
    )
    return write(folder, tmx(objects=START + put))


@odd
def grown_tileset(folder: Path) -> Path:
    icons(folder, columns=12)
    icons(folder, "later")
    sheets = ICONS + ' <tileset firstgid="34" source="later.tsx"/>\n'  # saved when icons had four tiles
    more = layer("decor", csv([[30, 33, 34, 35, 37, 0, 0, 0], *ZERO[1:]]), 5)
    return write(folder, tmx(sheets=sheets, more=more))


@odd
def tilesets_in_another_order(folder: Path) -> Path:
    icons(folder)
    sheets = ' <tileset firstgid="30" source="icons.tsx"/>\n' + SHEETS
    return write(folder, tmx(sheets=sheets, more=layer("decor", csv([[30, 31, 33, 0, 0, 0, 0, 0], *ZERO[1:]]), 5)))


@odd
def collection_with_holes(folder: Path) -> Path:
    tiles = ""
    for number, (w, h) in {0: (32, 32), 3: (48, 16), 7: (20, 64)}.items():
        (folder / f"c{number}.png").write_bytes(png(w, h))
        tiles += f'<tile id="{number}" type="k{number}"><image width="{w}" height="{h}" source="c{number}.png"/></tile>'
    text = sheet(
        "several", f'<grid orientation="orthogonal" width="1" height="1"/>{tiles}', 'tilecount="3" columns="0"'
    )
    (folder / "several.tsx").write_text(text)
    sheets = SHEETS + ' <tileset firstgid="40" source="several.tsx"/>\n'
    put = '<object id="2" gid="47" x="64" y="128" width="20" height="64"/><object id="3" gid="43" x="9" y="99"/>'
    more = layer("decor", csv([[40, 43, 47, 0, 0, 0, 0, 0], *ZERO[1:]]), 5)
    return write(folder, tmx(sheets=sheets, more=more, objects=START + put))


@odd
def margin_and_spacing(folder: Path) -> Path:
    (folder / "spaced.png").write_bytes(png(4 + 3 * 32 + 2 * 2, 4 + 2 * 32 + 2))
    head = '<image source="spaced.png" width="104" height="70"/>'
    text = sheet("spaced", head, 'spacing="2" margin="2" tilecount="6" columns="3"')
    (folder / "spaced.tsx").write_text(text)
    sheets = SHEETS + ' <tileset firstgid="50" source="spaced.tsx"/>\n'
    return write(folder, tmx(sheets=sheets, more=layer("decor", csv([[50, 52, 55, 0, 0, 0, 0, 0], *ZERO[1:]]), 5)))


@odd
def nested_groups(folder: Path) -> Path:
    inner = layer("decor", csv(ZERO), 5).replace("<layer ", '<layer offsety="-3.5" opacity="0.5" ')
    things = '<objectgroup id="7" name="more" offsetx="4"><object id="20" x="8" y="8"><point/></object></objectgroup>'
    deep = f'<group id="6" name="inner" offsetx="10" offsety="2" opacity="0.5">{inner}{things}</group>'
    more = (
        f'<group id="4" name="outer" offsetx="1.5" visible="0" opacity="0.8">{deep}</group><group id="8" name="empty"/>'
    )
    return write(folder, tmx(more=more))


@odd
def image_layers(folder: Path) -> Path:
    (folder / "sky.png").write_bytes(png(64, 64))
    one = '<imagelayer id="5" name="sky" offsetx="3" offsety="4" opacity="0.3"><image source="sky.png" width="64" height="64"/>'
    one += '<properties><property name="far" type="float" value="2.5"/></properties></imagelayer>'
    two = '<imagelayer id="6" name="nothing" visible="0"/>'
    return write(folder, tmx(more=f'{one}<group id="7" name="g">{two}</group>'))


@odd
def properties_of_every_type(folder: Path) -> Path:
    rows = (
        '<property name="a" value="text &amp; more"/><property name="b">two\nlines</property><property name="c" value=""/>'
        '<property name="d" type="int" value="-7"/><property name="e" type="float" value="0.1"/>'
        '<property name="f" type="bool" value="true"/><property name="g" type="bool" value="false"/>'
        '<property name="h" type="color" value="#ff8800"/><property name="i" type="color" value="#80ff8800"/>'
        '<property name="j" type="object" value="1"/><property name="k" type="float" value="1e-05"/>'
        '<property name="l" type="color" value=""/><property name="m" type="int" value="2147483647"/>'
    )
    put = f'<object id="2" name="all" x="64" y="64" width="8" height="8"><properties>{rows}</properties></object>'
    text = tmx(objects=START + put)
    return write(folder, text.replace("<tileset ", f"<properties>{rows}</properties>\n<tileset ", 1))


@odd
def animation_and_colliders(folder: Path) -> Path:
    tiles = (
        '<tile id="0"><objectgroup draworder="index" id="2"><object id="1" x="0" y="0" width="32" height="16"/></objectgroup>'
        '<animation><frame tileid="0" duration="100"/><frame tileid="1" duration="100"/></animation></tile>'
        '<wangsets><wangset name="w" type="corner" tile="-1"><wangcolor name="" color="#ff0000" tile="-1" probability="1"/>'
        '<wangtile tileid="0" wangid="0,1,0,1,0,1,0,1"/></wangset></wangsets>'
    )
    icons(folder, tiles=tiles)
    more = layer("decor", csv([[30, 31, 0, 0, 0, 0, 0, 0], *ZERO[1:]]), 5)
    return write(folder, tmx(sheets=ICONS, more=more))


@odd
def what_the_editor_keeps_for_itself(folder: Path) -> Path:
    text = tmx().replace('infinite="0">', 'infinite="0" compressionlevel="9" nextlayerid="9" nextobjectid="44">')
    settings = (
        '<editorsettings><chunksize width="32" height="32"/><export target="x.json" format="json"/></editorsettings>'
    )
    text = text.replace(" <tileset", settings + " <tileset", 1).replace("right-down", "left-up")
    text = text.replace('name="floor"', 'name="floor" locked="1" tintcolor="#ff0000" parallaxx="0.5" parallaxy="2"')
    return write(folder, text.replace("<objectgroup ", '<objectgroup color="#00ff00" draworder="index" ', 1))


@odd
def objects_of_every_shape(folder: Path) -> Path:
    put = (
        thing(2, "", "spot") + '<object id="3" x="64" y="64" width="32" height="32" rotation="30"/>'
        '<object id="4" x="64" y="64" width="32.25" height="20"><ellipse/></object><object id="5" x="64" y="64"/>'
        '<object id="6" x="64" y="64" visible="0"><polygon points="0,0 10.5,0 -3.25,12"/></object>'
        '<object id="7" x="64" y="64"><polyline points="0,0 10,0 10,10 0,10"/></object>'
        '<object id="8" x="64" y="64" width="90" height="20"><text bold="1" color="#ff0000">A &lt; B</text></object>'
        '<object id="9" x="-12.5" y="1e3" width="4" height="0.000125"/>'
    )
    return write(folder, tmx(objects=START + put))


@odd
def ids_in_another_order(folder: Path) -> Path:
    second = '<objectgroup id="3" name="lights"><object id="2" x="64" y="64"><point/></object></objectgroup>'
    return write(folder, tmx(more=second, objects=thing(40, "", "late") + START + thing(7, "", "early")))


@odd
def layers_without_a_name(folder: Path) -> Path:
    return write(folder, tmx(more=layer("", csv(ZERO), 5).replace(' name=""', "") + layer("x/y", csv(ZERO), 6)))


@odd
def parts_above_the_level_inside_the_project(folder: Path) -> Path:
    (folder / "levels" / "deep").mkdir(parents=True)
    (folder / "tiles").mkdir()
    (folder / "any.tiled-project").write_text("{}")
    icons(folder / "tiles", tiles=ICON)
    template(
        folder / "tiles",
        "box",
        '<object type="prop" gid="3" width="32" height="32"/>',
        '<tileset firstgid="1" source="icons.tsx"/>',
    )
    sheets = SHEETS + ' <tileset firstgid="30" source="../../tiles/icons.tsx"/>\n'
    put = '<object id="2" template="../../tiles/box.tx" x="128" y="128"/>'
    return write(folder / "levels" / "deep", tmx(sheets=sheets, objects=START + put))


@odd
def tileset_with_an_offset_and_another_corner(folder: Path) -> Path:
    (folder / "icons.png").write_bytes(png(128, 32))
    inner = '<tileoffset x="3" y="-4"/><image source="icons.png" width="128" height="32"/>' + ICON
    (folder / "icons.tsx").write_text(sheet("icons", inner, 'tilecount="4" columns="4" objectalignment="top"'))
    put = '<object id="2" gid="32" x="64" y="96" width="32" height="32"/>'
    return write(folder, tmx(sheets=ICONS, objects=START + put))


@odd
def classes_as_1_9_writes_them(folder: Path) -> Path:
    icons(folder, tiles=ICON.replace('type="prop"', 'class="prop"'))
    put = (
        START.replace('type="start"', 'class="start"')
        + '<object id="2" gid="32" x="64" y="128" width="32" height="32"/>'
    )
    return write(folder, tmx(sheets=ICONS, objects=put))
