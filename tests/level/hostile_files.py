"""Levels by strangers: name -> (what writes it into a folder, the code that it is refused with; '' where it is harmless)."""

import base64
import gzip
import os
import socket
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from level_maps import SHEETS, START, H, W, csv, layer, png, thing, tmx, write

Spoil = Callable[[Path], str | bytes]  # returns the text of level.tmx
Row = tuple[Spoil, str]
ENTITIES = "<!DOCTYPE map [<!ENTITY a 'x'>" + "".join(f"<!ENTITY b{i} '&a;&a;'>" for i in range(9)) + "]>\n"
CHAIN = "<!DOCTYPE map [<!ENTITY e0 'x'>" + "".join(f"<!ENTITY e{i} '&e{i - 1};'>" for i in range(1, 50_000)) + "]>\n"
OUTSIDE = "outside.png"  # lies beside the level's folder
FINE = ""  # the code of a file that is odd and harmless


# ------------------------------------------------------------------ pieces
def text(made: str | bytes) -> Spoil:
    """Return a maker of a map that needs nothing beside it."""
    return lambda _: made


def swapped(old: str, new: str) -> Spoil:
    """Return a maker of the usual map with one piece exchanged; the piece must be there."""
    assert old in tmx()
    return text(tmx().replace(old, new, 1))


def start(**attributes: str) -> Spoil:
    """Return a map whose start has other attributes."""
    words = {"id": "1", "name": "t800", "type": "start", "x": "96", "y": "80"} | attributes
    told = " ".join(f'{k}="{v}"' for k, v in words.items())
    return text(tmx(objects=f"<object {told}><point/></object>"))


def put(inner: str) -> Spoil:
    """Return a map with something more among its objects."""
    return text(tmx(objects=START + inner))


def shape(inner: str) -> Spoil:
    """Return a map with a path drawn in some way."""
    return put(thing(2, "path", "p", inner, kind="bot"))


def rows(inner: str) -> Spoil:
    """Return a map with properties of the start."""
    return text(tmx(objects=START.replace("<point/>", f"<properties>{inner}</properties><point/>")))


def floor(data: str, attributes: str = 'encoding="csv"') -> Spoil:
    return text(tmx(floor=layer("floor", data, 1, attributes)))


def squeezed(raw: bytes, kind: str) -> Spoil:
    """Return a map whose floor is these bytes, squeezed."""
    pack = {"zlib": zlib.compress, "gzip": gzip.compress, "zstd": bytes}[kind]
    return floor(base64.b64encode(pack(raw)).decode(), f'encoding="base64" compression="{kind}"')


def sheet(source: str) -> str:
    """Return a tileset whose picture is elsewhere."""
    return f' <tileset firstgid="1" name="floors" tilewidth="32" tileheight="32"><image source="{source}"/></tileset>\n'


def picture(source: str) -> Spoil:
    return text(tmx(sheets=sheet(source)))


def painted(data: bytes) -> Spoil:
    """Return a map whose tileset's picture is these bytes."""

    def make(folder: Path) -> str:
        (folder / "own.png").write_bytes(data)
        return tmx(sheets=sheet("own.png"))

    return make


def external(name: str, data: str | bytes, use: str) -> Spoil:
    """Return a map that uses a file of this content."""

    def make(folder: Path) -> str:
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
        return use

    return make


def tsx(data: str | bytes) -> Spoil:
    return external(
        "own.tsx", data, tmx(sheets='<tileset firstgid="1" source="own.tsx"/>' + SHEETS.replace("1", "9", 1))
    )


def tx(data: str | bytes) -> Spoil:
    return external("own.tx", data, tmx(objects=START + '<object id="2" template="own.tx" x="64" y="64"/>'))


def head(width: int, height: int) -> bytes:
    """Return the head of a PNG that has no more than that."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))


def linked(to: str, name: str = "own.png") -> Spoil:
    """Return a map whose picture is a link."""

    def make(folder: Path) -> str:
        outside = folder.parent / OUTSIDE
        outside.write_bytes(png(64, 32))
        os.symlink(to, folder / name)
        return tmx(sheets=sheet(name))

    return make


def pipe(name: str) -> Spoil:
    """Return a map that refers to a pipe that nobody writes to."""

    def make(folder: Path) -> str:
        os.mkfifo(folder / name)
        if name.endswith(".tx"):
            return tmx(objects=START + f'<object id="2" template="{name}" x="64" y="64"/>')
        return tmx(sheets=sheet(name) if name.endswith(".png") else f'<tileset firstgid="1" source="{name}"/>')

    return make


def wire(folder: Path) -> str:
    with socket.socket(socket.AF_UNIX) as s:
        here = os.getcwd()
        os.chdir(folder)  # a socket's name must be short
        try:
            s.bind("wire.png")
        finally:
            os.chdir(here)
    return tmx(sheets=sheet("wire.png"))


def folder_for_a_picture(folder: Path) -> str:
    (folder / "own.png").mkdir()
    return tmx(sheets=sheet("own.png"))


def behind_a_link(folder: Path) -> str:
    (folder.parent / OUTSIDE).write_bytes(png(64, 32))
    os.symlink(folder.parent, folder / "up")
    return tmx(sheets=sheet(f"up/{OUTSIDE}"))


def another_project(folder: Path) -> str:
    """The nearest project's folder counts, not one farther up."""
    (folder / "a.tiled-project").write_text("{}")
    (folder.parent / OUTSIDE).write_bytes(png(64, 32))
    return tmx(sheets=sheet(f"../{OUTSIDE}"))


CHUNK = '<chunk x="{}" y="{}" width="{}" height="{}">{}</chunk>'


def chunked(inner: str) -> Spoil:
    """Return an infinite map whose floor is in these chunks."""
    one = f'<layer id="1" name="floor" width="8" height="6"><data encoding="csv">{inner}</data></layer>'
    return text(tmx(floor=one).replace('infinite="0"', 'infinite="1"'))


def trigger(do: str = "music x", **words: str) -> Spoil:
    return put(thing(2, "trigger", on="start", do=do, **words))


# ------------------------------------------------------------------ the table
XML: dict[str, Row] = {
    "entity bomb": (text(tmx(head=ENTITIES)), "xml-entity"),
    "entity chain": (text(tmx(head=CHAIN)), "xml-entity"),
    "entity of a file": (text(tmx(head='<!DOCTYPE map [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n')), "xml-entity"),
    "entity in an entity": (text(tmx(head="<!DOCTYPE map [<!ENTITY % p 'x'> %p;]>\n")), "xml-entity"),
    "entity unparsed": (
        text(tmx(head='<!DOCTYPE map [<!NOTATION n SYSTEM "x"><!ENTITY u SYSTEM "y" NDATA n>]>\n')),
        "xml-entity",
    ),
    "entity that nobody declared": (swapped('name="entities"', 'name="&nobody;"'), "xml"),
    "doctype from the net": (text(tmx(head='<!DOCTYPE map SYSTEM "http://example.invalid/map.dtd">\n')), FINE),
    "doctype of a file": (text(tmx(head='<!DOCTYPE map SYSTEM "/etc/passwd">\n')), FINE),
    "attributes by doctype": (text(tmx(head='<!DOCTYPE map [<!ATTLIST map orientation CDATA "hexagonal">]>\n')), FINE),
    "deep": (text(tmx(more="<group>" * 40 + "</group>" * 40)), "xml-depth"),
    "deep in what is unknown": (text(tmx(more="<y>" * 5000 + "</y>" * 5000)), "xml-depth"),
    "wide": (text(tmx(more="<group/>" * 40)), "layer-count"),
    "many elements": (text(tmx(more="<x/>" * 130_000)), "xml-size"),
    "many attributes": (start(**{f"a{i}": "1" for i in range(200_000)}), "xml-size"),
    "an attribute twice": (start(x='1" x="2'), "xml"),
    "a giant attribute": (start(name="x" * (7 << 20)), "xml-size"),
    "a giant name of an attribute": (start(**{"x" * (7 << 20): "1"}), "xml-size"),
    "many references": (text(tmx(more="<y>" + "&#x20;" * 1_000_000 + "</y>")), FINE),
    "a giant comment": (text(tmx(more=f"<!-- {'x' * (7 << 20)} -->\n")), "xml-size"),
    "a giant comment first": (text(f"<!-- {'x' * (7 << 20)} -->" + tmx()), "xml"),
    "a comment without end": (text(tmx(more="<!-- ")), "xml"),
    "cdata without end": (text(tmx(more="<![CDATA[ ")), "xml"),
    "much cdata": (text(tmx(more="<y><![CDATA[" + "]" * 3_000_000 + "]]></y>")), FINE),
    "an instruction": (text(tmx(head='<?xml-stylesheet href="file:///etc/passwd"?>\n')), FINE),
    "an inclusion": (
        text(tmx(more='<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>')),
        FINE,
    ),
    "namespaces": (text(tmx(more='<a:layer xmlns:a="urn:a" a:name="x"/>')), FINE),
    "a character that is none": (swapped('name="entities"', 'name="&#0;"'), "xml"),
    "half a character": (swapped('name="entities"', 'name="&#xD800;"'), "xml"),
    "bytes that are no text": (text(tmx().encode().replace(b"entities", b"\xff\xfe\xfa")), "xml"),
    "a NUL": (text(tmx().encode().replace(b"entities", b"enti\0ties")), "xml"),
    "another encoding": (swapped('encoding="UTF-8"', 'encoding="cp037"'), FINE),
    "latin 1 by name": (swapped('encoding="UTF-8"', 'encoding="ISO-8859-1"'), FINE),
    "UTF-16": (text(tmx().encode("utf-16")), "xml-encoding"),
    "UTF-16 without a mark": (text(tmx().encode("utf-16-be")), "xml-encoding"),
    "UTF-32": (text(tmx().encode("utf-32")), "xml-encoding"),
    "truncated": (text(tmx()[:900]), "xml"),
    "two roots": (text(tmx() + "<map/>"), "xml"),
    "something after the end": (text(tmx() + "x" * 100_000), "xml"),
    "another root": (text("<foo/>"), "xml-root"),
    "a tileset for a map": (text("<tileset/>"), "xml-root"),
    "not XML": (text(b"\x89PNG\r\n\x1a\n" + bytes(200)), "xml"),
    "JSON": (text('{"type": "map"}'), "xml"),
    "squeezed as a whole": (text(gzip.compress(tmx().encode())), "xml"),
    "empty": (text(b""), "xml"),
    "nothing but spaces": (text(b" " * (1 << 20)), "xml"),
    "nothing but brackets": (text(b"<" * (1 << 20)), "xml"),
    "too large": (text(b" " * (9 << 20)), "file-size"),
}
REFERENCES: dict[str, Row] = {
    "image above": (picture("../../secret.png"), "reference-outside"),
    "image in the folder above": (picture(f"../{OUTSIDE}"), "reference-outside"),
    "image round about": (picture("a/../../secret.png"), "reference-outside"),
    "image absolute": (picture("/etc/hostname.png"), "reference-path"),
    "image on a drive": (picture("C:/secret.png"), "reference-path"),
    "image on a share": (picture("//host/share/a.png"), "reference-path"),
    "image with backslash": (picture("..\\a.png"), "reference-path"),
    "image on the net": (picture("http://example.invalid/a.png"), "reference-path"),
    "image by URL of a file": (picture("file:///etc/passwd.png"), "reference-path"),
    "image in a stream of a file": (picture("own.txt:a.png"), "reference-path"),
    "image at home": (picture("~/secret.png"), "file-missing"),
    "image by percent": (picture("%2e%2e/secret.png"), "file-missing"),
    "image a device": (picture("con.png"), "reference-path"),
    "image a device in a folder": (picture("a/LPT1.x.png"), "reference-path"),
    "image with a dot at the end": (picture("a./b.png"), "reference-path"),
    "image below a file": (swapped('"floors.png"', '"level.tmx/../floors.png"'), FINE),
    "image of endless name": (picture("a/" * 5000 + "b.png"), "attribute-value"),
    "image of long name": (picture("a" * 300 + ".png"), "reference-path"),
    "image without name": (picture(""), "reference-path"),
    "image no png": (picture("level.tmx"), "reference-kind"),
    "image missing": (picture("gone.png"), "file-missing"),
    "image in other letters": (picture("FLOORS.png"), "reference-case"),
    "image a folder": (folder_for_a_picture, "file-kind"),
    "image a link out": (linked(f"../{OUTSIDE}"), "reference-outside"),
    "image a link to a device": (linked("/dev/zero"), "reference-outside"),
    "image a link to itself": (linked("own.png"), "file-unreadable"),
    "image behind a link": (behind_a_link, "reference-outside"),
    "image of another project": (another_project, "reference-outside"),
    "image a pipe": (pipe("pipe.png"), "file-kind"),
    "image a wire": (wire, "file-unreadable"),
    "tileset a pipe": (pipe("pipe.tsx"), "file-kind"),
    "template a pipe": (pipe("pipe.tx"), "file-kind"),
    "image inside": (
        text(tmx(sheets=sheet("x").replace('<image source="x"/>', '<image format="png"><data>AA</data></image>'))),
        "image-inside",
    ),
    "image layer above": (
        text(tmx(more='<imagelayer><image source="../../a.png"/></imagelayer>')),
        "reference-outside",
    ),
    "image layer absolute": (text(tmx(more='<imagelayer><image source="/etc/a.png"/></imagelayer>')), "reference-path"),
    "property with a file above": (rows('<property name="f" type="file" value="../../../etc/passwd"/>'), FINE),
    "tileset missing": (text(tmx(sheets='<tileset firstgid="1" source="gone.tsx"/>')), "file-missing"),
    "tileset above": (text(tmx(sheets='<tileset firstgid="1" source="../gone.tsx"/>')), "reference-outside"),
    "tileset a map": (text(tmx(sheets='<tileset firstgid="1" source="level.tmx"/>')), "reference-kind"),
    "tileset with entities": (tsx(ENTITIES + "<tileset/>"), "xml-entity"),
    "tileset of another root": (tsx("<map/>"), "xml-root"),
    "tileset of itself": (tsx('<tileset source="own.tsx" name="own"/>'), "tileset-size"),
    "tileset too large": (tsx(b" " * (2 << 20)), "file-size"),
    "tileset with a picture above": (
        tsx('<tileset name="o" tilewidth="32" tileheight="32"><image source="../a.png"/></tileset>'),
        "reference-outside",
    ),
    "template missing": (put('<object id="2" template="gone.tx" x="64" y="64"/>'), "file-missing"),
    "template above": (put('<object id="2" template="../gone.tx" x="64" y="64"/>'), "reference-outside"),
    "template of itself": (tx('<template><object template="own.tx"/></template>'), "template"),
    "template without object": (tx("<template/>"), "template"),
    "template with entities": (tx(ENTITIES + "<template/>"), "xml-entity"),
    "template with a tile and no tileset": (tx('<template><object gid="4"/></template>'), "template"),
    "template with a tileset above": (
        tx('<template><tileset firstgid="1" source="../a.tsx"/><object gid="4"/></template>'),
        "reference-outside",
    ),
}
PICTURES: dict[str, Row] = {
    "picture a giant": (painted(png(30000, 30000)), "image-size"),
    "picture of lying size": (painted(head(2**31 - 1, 2**31 - 1)), "image-size"),
    "picture of no size": (painted(head(0, 0)), "image-size"),
    "picture that ends after its head": (
        external("own.png", head(64, 32), tmx().replace('"floors.png"', '"own.png"')),
        FINE,
    ),
    "picture of a few bytes": (painted(b"\x89PNG\r\n\x1a\n"), "image-kind"),
    "picture a GIF": (painted(b"GIF89a" + bytes(60)), "image-kind"),
    "picture without bytes": (painted(b""), "image-kind"),
    "picture a BMP bomb": (
        painted(b"BM" + struct.pack("<IHHIIii", 54, 0, 0, 54, 40, 40000, 40000) + bytes(28)),
        "image-kind",
    ),
    "picture with another first part": (painted(head(8, 8).replace(b"IHDR", b"tEXt")), "image-kind"),
    "picture too many bytes": (painted(head(64, 64) + bytes(9 << 20)), "file-size"),
}
NUMBERS: dict[str, Row] = {
    "position nan": (start(x="nan"), "attribute-value"),
    "position infinite": (start(x="1e999"), "attribute-value"),
    "position as a word": (start(x="inf"), "attribute-value"),
    "position far away": (start(x="1e300"), "attribute-value"),
    "position outside": (start(x="9000"), "object-outside"),
    "position in hex": (start(x="0x60"), "attribute-value"),
    "position with underscores": (start(x="9_6"), "attribute-value"),
    "position in other digits": (start(x="９６"), "attribute-value"),
    "position with spaces": (start(x=" 96 "), "attribute-value"),
    "position of many digits": (start(x="9" * 1000), "attribute-value"),
    "position minus nothing": (start(y="-0.0"), FINE),
    "size nan": (put('<object id="2" type="zone" name="z" x="0" y="0" width="nan" height="9"/>'), "attribute-value"),
    "size negative": (
        put('<object id="2" type="zone" name="z" x="64" y="64" width="-32" height="32"/>'),
        "object-size",
    ),
    "rotation nan": (start(rotation="-nan"), "attribute-value"),
    "opacity beyond": (swapped('name="entities"', 'name="entities" opacity="1e9"'), "attribute-value"),
    "offset nan": (swapped('name="entities"', 'name="entities" offsetx="nan"'), "attribute-value"),
    "id nothing": (start(id="0"), "object-id"),
    "id negative": (start(id="-1"), "attribute-value"),
    "id huge": (start(id="99999999999999999999"), "attribute-value"),
    "gid huge": (start(gid="4294967296"), "attribute-value"),
    "gid negative": (start(gid="-1"), "attribute-value"),
    "gid that no tileset has": (start(gid="9999"), "object-gid"),
    "map huge": (text(tmx(size=(2**31 - 1, 2**31 - 1))), "attribute-value"),
    "map negative": (text(tmx(size=(-4, -4))), "attribute-value"),
    "map of nothing": (text(tmx(size=(0, 0))), "attribute-value"),
    "map as large as may be, with few tiles": (text(tmx(size=(512, 512))), "layer-size"),
    "map without size": (swapped(f'width="{W}" height="{H}" tilew', "tilew"), "map-size"),
    "tiles of nothing": (text(tmx(tile=0)), "attribute-value"),
    "tiles of another size": (text(tmx(tile=16)), "map-tiles"),
    "isometric": (text(tmx(orientation="isometric")), "map-orientation"),
    "hexagonal": (text(tmx(orientation="hexagonal")), "map-orientation"),
    "of no orientation": (text(tmx(orientation="")), "map-orientation"),
    "tileset at gid 0": (swapped('firstgid="1"', 'firstgid="0"'), "attribute-value"),
    "tileset at gid of all": (swapped('firstgid="1"', 'firstgid="4294967295"'), "attribute-value"),
    "tilesets over one another": (swapped('firstgid="3"', 'firstgid="1"'), "tileset-gid"),
    "tileset of tiles without size": (
        swapped('tilewidth="32" tileheight="32" tilecount="2"', 'tilecount="2"'),
        "tileset-size",
    ),
    "tileset of tiles larger than it": (
        swapped('name="floors" tilewidth="32"', 'name="floors" tilewidth="256"'),
        "tileset-size",
    ),
    "tileset of a billion": (swapped('tilecount="2"', 'tilecount="2000000000"'), FINE),
    "tileset of a number too large": (swapped('tilecount="2"', 'tilecount="99999999999"'), "attribute-value"),
    "tile that the tileset has not": (swapped('<tile id="1" type="asphalt"/>', '<tile id="900000"/>'), "tileset-tile"),
    "many tilesets": (
        text(tmx(sheets="".join(sheet("walls.png").replace('"1"', f'"{i * 20 + 1}"') for i in range(1000)))),
        "tileset-count",
    ),
}
TILES: dict[str, Row] = {
    "zlib bomb": (squeezed(bytes(64 << 20), "zlib"), "tiles-count"),
    "gzip bomb": (squeezed(bytes(64 << 20), "gzip"), "tiles-count"),
    "zlib too short": (squeezed(bytes(8), "zlib"), "tiles-count"),
    "zlib cut off": (floor("eJxjYBgFo2AU", 'encoding="base64" compression="zlib"'), "tiles-count"),
    "zstd": (squeezed(bytes(9), "zstd"), "tiles-compression"),
    "an unknown compression": (floor("AAAA", 'encoding="base64" compression="lzma"'), "tiles-compression"),
    "an unknown encoding": (floor("AAAA", 'encoding="base91"'), "tiles-encoding"),
    "base64 that is none": (floor("\u2603" * 20, 'encoding="base64"'), "tiles-encoding"),
    "unknown gid": (floor(",".join(["900"] * (W * H))), "tiles-gid"),
    "gid of too many bits": (floor(",".join(["4294967296"] * (W * H))), "tiles-encoding"),
    "too few tiles": (floor("1,1,1"), "tiles-count"),
    "too many tiles": (floor(",".join(["1"] * 400_000)), "tiles-count"),
    "tiles that are none": (floor(",".join(["x"] * (W * H))), "tiles-encoding"),
    "tiles in other digits": (floor(",".join(["１"] * (W * H))), "tiles-encoding"),
    "negative tiles": (floor(",".join(["-1"] * (W * H))), "tiles-encoding"),
    "gaps between tiles": (floor("," * (W * H - 1)), "tiles-encoding"),
    "tiles of a thousand digits": (floor(",".join(["1" * 1000] * (W * H))), "tiles-encoding"),
    "no data": (text(tmx(floor='<layer name="floor" width="8" height="6"/>')), "tiles-missing"),
    "layer of another size": (text(tmx(floor=layer("floor", "1", 1).replace('width="8"', 'width="9"'))), "layer-size"),
    "a floor without tiles": (text(tmx(floor=layer("floor", csv([[0] * W] * H), 1))), "floor-none"),
    "no floor": (text(tmx(floor="")), "layer-missing"),
    "two floors": (text(tmx(more=layer("floor", csv([[1] * W] * H), 5))), "layer-twice"),
    "chunk without place": (chunked("<chunk>1</chunk>"), "tiles-missing"),
    "chunk of no size": (chunked(CHUNK.format(0, 0, 0, 0, "")), "attribute-value"),
    "chunk huge": (chunked(CHUNK.format(0, 0, 512, 512, "1")), "tiles-count"),
    "chunk nowhere": (chunked(CHUNK.format(2**31, 0, 1, 1, "1")), "attribute-value"),
    "chunks far apart": (chunked(CHUNK.format(0, 0, 1, 1, "1") + CHUNK.format(9000, 0, 1, 1, "1")), "map-infinite"),
    "many chunks": (chunked("".join(CHUNK.format(i % 100, 0, 1, 1, "1") for i in range(9000))), "map-infinite"),
}
OBJECTS: dict[str, Row] = {
    "no start": (text(tmx(objects="")), "start-missing"),
    "two starts": (put(thing(2, "start", "other")), "object-count"),
    "crowd of objects": (text(tmx(objects="".join(thing(i, "sign") for i in range(1, 5200)))), "object-count"),
    "crowd of people": (put("".join(thing(i, "spawn", f"p{i}", kind="packer") for i in range(2, 300))), "object-count"),
    "two objects of one id": (text(tmx(objects=START + START)), "object-id"),
    "long string": (start(name="x" * 2000), "attribute-value"),
    "unknown class": (put(thing(2, "tirgger")), "object-class"),
    "a turned prop": (
        put('<object id="2" type="prop" x="64" y="64" width="9" height="9" rotation="45"/>'),
        "object-rotation",
    ),
    "a light drawn as a line": (put(thing(2, "light", inner='<polyline points="0,0 1,1"/>')), "object-shape"),
    "points nan": (shape('<polyline points="0,0 nan,1"/>'), "object-points"),
    "points infinite": (shape('<polyline points="0,0 1e999,1"/>'), "object-points"),
    "points of three numbers": (shape('<polyline points="0,0,0 1,1"/>'), "object-points"),
    "points that are none": (shape('<polyline points="a,b c,d"/>'), "object-points"),
    "no points": (shape("<polyline/>"), "object-points"),
    "one point": (shape('<polygon points="0,0"/>'), "object-points"),
    "many points": (shape(f'<polyline points="{"0,0 " * 4000}"/>'), "object-points"),
    "points without end": (shape(f'<polyline points="{"0,0 " * 400_000}"/>'), "xml-size"),
    "bad property": (rows('<property name="a" type="int" value="x"/>'), "property-value"),
    "property too large": (rows('<property name="a" type="int" value="99999999999"/>'), "property-value"),
    "property nan": (rows('<property name="a" type="float" value="nan"/>'), "property-value"),
    "property maybe": (rows('<property name="a" type="bool" value="maybe"/>'), "property-value"),
    "property of an unknown type": (rows('<property name="a" type="code" value="x"/>'), "property-type"),
    "property without name": (rows('<property value="x"/>'), "property-name"),
    "many properties": (rows("".join(f'<property name="a{i}" value="x"/>' for i in range(5000))), "property-name"),
    "a class for a property": (rows('<property name="a" type="class"><properties/></property>'), FINE),
    "a property of giant text": (rows(f'<property name="a">{"x" * 5000}</property>'), "text-size"),
    "a text of giant text": (put(f'<object id="2" x="1" y="1"><text>{"x" * 5000}</text></object>'), "text-size"),
    "a name that turns round": (put(thing(2, "sign", "a\u202eb", text="x\u202e\u2066\x85y")), FINE),
    "a needed property": (put(thing(2, "prop")), "property-missing"),
    "a kind that nobody sees": (put(thing(2, "prop", kind="\u202e")), "property-missing"),
    "a kind that there is not": (put(thing(2, "prop", kind="sphinx")), "property-value"),
    "forged attributes of the map": (
        swapped("<map ", '<map filename="/etc/x.tmx" parent="1" layers="5" tilesets="2" gidmap="1" __class__="x" '),
        FINE,
    ),
    "forged attributes of an object": (
        start(properties="1", parent="x", points="0,0", apply_transformations="1"),
        FINE,
    ),
    "forged attributes of a layer": (swapped('name="floor"', 'name="floor" data="x" parent="y" iter_data="z"'), FINE),
    "properties named like attributes": (
        rows("".join(f'<property name="{n}" value="1"/>' for n in ("parent", "x", "__class__", "__init__", "gid"))),
        FINE,
    ),
}
WORDS: dict[str, Row] = {
    "unknown word": (trigger("explode"), "trigger-word"),
    "a door that is not there": (trigger("door gone open"), "reference-name"),
    "not not not": (trigger(when="!" * 1000 + "flag a"), FINE),
    "not nothing": (trigger(when="!" * 1000), "trigger-word"),
    "many conditions": (trigger(when="|".join(["flag a"] * 140)), FINE),
    "many effects": (trigger("&#10;".join(["flag a"] * 140)), FINE),
    "a number that is none": (trigger("blast noise nan"), "trigger-word"),
    "a number too large": (trigger("blast noise 99999999999999"), "trigger-word"),
    "a number in other digits": (trigger("blast noise ９"), "trigger-word"),
    "an objective after itself": (put(thing(2, "objective", "o", text="x", done="flag o", next="o")), FINE),
    "a flag that sets itself off": (put(thing(2, "trigger", on="flag", do="flag a&#10;flag b")), FINE),
    "a route that is a door": (
        put(
            thing(2, "spawn", "p", "<point/>", kind="packer").replace(
                "</prop", '<property name="route" type="object" value="1"/></prop', 1
            )
        ),
        "reference-object",
    ),
}
HOSTILE: dict[str, Row] = XML | REFERENCES | PICTURES | NUMBERS | TILES | OBJECTS | WORDS


def plant(name: str, folder: Path) -> Path:
    """Write a hostile level into a folder and return its path."""
    return write(folder, HOSTILE[name][0](folder))
