"""Levels by strangers: whatever a file holds, the reader says one line and nothing worse."""

import base64
import os
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from level_maps import START, H, W, layer, png, thing, tmx, write

from game.level.data import LevelError
from game.level.files import LevelFiles
from game.level.load import load
from game.level.read import read

Spoil = Callable[[Path], str | bytes]
Be = Callable[[str], None]
ENTITIES = "<!DOCTYPE map [<!ENTITY a 'x'>" + "".join(f"<!ENTITY b{i} '&a;&a;'>" for i in range(9)) + "]>\n"
CHAIN = "<!DOCTYPE map [<!ENTITY e0 'x'>" + "".join(f"<!ENTITY e{i} '&e{i - 1};'>" for i in range(1, 50_000)) + "]>\n"


def bomb(kind: str) -> str:
    """Return a layer that claims to be small and unpacks to 64 MiB."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31 if kind == "gzip" else 15)
    raw = squeeze.compress(bytes(64 << 20)) + squeeze.flush()
    return layer("floor", base64.b64encode(raw).decode(), 1, f'encoding="base64" compression="{kind}"')


def beside(name: str, source: str) -> str:
    """Return a tileset whose picture is elsewhere."""
    return f' <tileset firstgid="1" name="{name}" tilewidth="32" tileheight="32"><image source="{source}"/></tileset>\n'


def link(folder: Path) -> str:
    """Plant a link inside the folder that leads outside."""
    outside = folder.parent / f"{folder.name}-outside.png"
    outside.write_bytes(png(64, 32))
    try:
        os.symlink(outside, folder / "link.png")
    except OSError:
        pytest.skip("no links here")
    return tmx(sheets=beside("floors", "link.png"))


def pipe(folder: Path) -> str:
    """Plant a pipe that nobody writes to where a picture should be."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(folder / "pipe.png")
    return tmx(sheets=beside("floors", "pipe.png"))


def giant(folder: Path) -> str:
    (folder / "giant.png").write_bytes(png(30000, 30000))
    return tmx(sheets=beside("floors", "giant.png"))


def fake(folder: Path) -> str:
    (folder / "fake.png").write_bytes(b"GIF89a" + bytes(60))
    return tmx(sheets=beside("floors", "fake.png"))


HOSTILE: dict[str, tuple[Spoil, str]] = {
    "entity bomb": (lambda _: tmx(head=ENTITIES), "xml-entity"),
    "entity chain": (lambda _: tmx(head=CHAIN), "xml-entity"),
    "image above": (lambda _: tmx(sheets=beside("floors", "../../secret.png")), "reference-outside"),
    "image absolute": (lambda _: tmx(sheets=beside("floors", "/etc/hostname.png")), "reference-path"),
    "image on a drive": (lambda _: tmx(sheets=beside("floors", "C:/secret.png")), "reference-path"),
    "image on a share": (lambda _: tmx(sheets=beside("floors", "//host/share/a.png")), "reference-path"),
    "image with backslash": (lambda _: tmx(sheets=beside("floors", "..\\a.png")), "reference-path"),
    "image a device": (lambda _: tmx(sheets=beside("floors", "con.png")), "reference-path"),
    "image no png": (lambda _: tmx(sheets=beside("floors", "level.tmx")), "reference-kind"),
    "image missing": (lambda _: tmx(sheets=beside("floors", "gone.png")), "file-missing"),
    "image a link out": (link, "reference-outside"),
    "image a pipe": (pipe, "file-kind"),
    "image a giant": (giant, "image-size"),
    "image a fake": (fake, "image-kind"),
    "tileset missing": (lambda _: tmx(sheets='<tileset firstgid="1" source="gone.tsx"/>'), "file-missing"),
    "template missing": (
        lambda _: tmx(objects=START + '<object id="2" template="gone.tx" x="64" y="64"/>'),
        "file-missing",
    ),
    "position nan": (lambda _: tmx(objects=thing(1, "start", box='x="nan" y="80"')), "attribute-value"),
    "position infinite": (lambda _: tmx(objects=thing(1, "start", box='x="1e999" y="80"')), "attribute-value"),
    "position outside": (lambda _: tmx(objects=thing(1, "start", box='x="9000" y="80"')), "object-outside"),
    "point nan": (
        lambda _: tmx(objects=START + thing(2, "path", "p", '<polyline points="0,0 nan,1"/>', kind="bot")),
        "object-points",
    ),
    "zlib bomb": (lambda _: tmx(floor=bomb("zlib")), "tiles-count"),
    "gzip bomb": (lambda _: tmx(floor=bomb("gzip")), "tiles-count"),
    "zstd": (
        lambda _: tmx(floor=layer("floor", "AAAA", 1, 'encoding="base64" compression="zstd"')),
        "tiles-compression",
    ),
    "unknown gid": (lambda _: tmx(floor=layer("floor", ",".join(["900"] * (W * H)))), "tiles-gid"),
    "too few tiles": (lambda _: tmx(floor=layer("floor", "1,1,1")), "tiles-count"),
    "tiles that are none": (lambda _: tmx(floor=layer("floor", ",".join(["x"] * (W * H)))), "tiles-encoding"),
    "isometric": (lambda _: tmx(orientation="isometric"), "map-orientation"),
    "huge": (lambda _: tmx(size=(2147483647, 2147483647)), "attribute-value"),
    "negative": (lambda _: tmx(size=(-4, -4)), "attribute-value"),
    "other tiles": (lambda _: tmx(tile=16), "map-tiles"),
    "deep": (lambda _: tmx(more="<group>" * 40 + "</group>" * 40), "xml-depth"),
    "wide": (lambda _: tmx(more="<group/>" * 40), "layer-count"),
    "many elements": (lambda _: tmx(more="<x/>" * 130_000), "xml-size"),
    "crowd of objects": (lambda _: tmx(objects="".join(thing(i, "sign") for i in range(1, 5200))), "object-count"),
    "two objects of one id": (lambda _: tmx(objects=START + START), "object-id"),
    "long string": (lambda _: tmx(objects=thing(1, "start", "x" * 2000)), "attribute-value"),
    "bad property": (
        lambda _: tmx(
            objects=START.replace("<point/>", '<properties><property name="a" type="int" value="x"/></properties>')
        ),
        "property-value",
    ),
    "truncated": (lambda _: tmx()[:900], "xml"),
    "not XML": (lambda _: b"\x89PNG\r\n\x1a\n" + bytes(200), "xml"),
    "UTF-16": (lambda _: tmx().encode("utf-16"), "xml-encoding"),
    "another root": (lambda _: "<foo/>", "xml-root"),
    "empty": (lambda _: b"", "xml"),
    "nothing but spaces": (lambda _: b" " * (1 << 20), "xml"),
    "too large": (lambda _: b" " * (9 << 20), "file-size"),
    "no start": (lambda _: tmx(objects=""), "start-missing"),
    "unknown class": (lambda _: tmx(objects=START + thing(2, "tirgger")), "object-class"),
    "unknown word": (
        lambda _: tmx(objects=START + thing(2, "trigger", on="start", do="explode")),
        "trigger-word",
    ),
    "a door that is not there": (
        lambda _: tmx(objects=START + thing(2, "trigger", on="start", do="door gone open")),
        "reference-name",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_level_is_one_line(name: str, tmp_path: Path, home: Path) -> None:
    make, code = HOSTILE[name]
    path = write(tmp_path, make(tmp_path))
    began = time.perf_counter()
    with pytest.raises(LevelError) as e:
        load(str(path))
    assert time.perf_counter() - began < 5
    assert e.value.code == code, str(e.value)
    assert "\n" not in str(e.value)
    assert "level.tmx" in str(e.value)
    assert e.value.cure


@pytest.mark.parametrize(
    "name", ["", "gone.tmx", "no_such_mission", "a\0b.tmx", "\ud800.tmx", "x" * 5000 + ".tmx", "."]
)
def test_a_wrong_name_is_one_line(name: str, home: Path) -> None:
    with pytest.raises(LevelError) as e:
        load(name)
    assert "\n" not in str(e.value)


def test_an_unknown_mission_lists_the_known_ones() -> None:
    with pytest.raises(LevelError, match="known levels: yard"):
        load("yrad")


def test_a_folder_is_no_level(tmp_path: Path) -> None:
    (tmp_path / "x.tmx").mkdir()
    with pytest.raises(LevelError, match="is no regular file"):
        load(str(tmp_path / "x.tmx"))


def test_a_plain_doctype_is_fine(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path, tmx(head='<!DOCTYPE map SYSTEM "http://mapeditor.org/dtd/1.0/map.dtd">\n'))
    assert load(str(path)).start.kind == "t800"


@pytest.fixture
def helper_that(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return what lets the map library be another program for one test."""
    from game.level import child

    def be(code: str) -> None:
        monkeypatch.setattr(child, "_helpers", [])
        monkeypatch.setattr(child, "command", lambda: [sys.executable, "-c", code])

    yield be
    child._end()


def test_a_library_that_stalls_is_given_up(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, helper_that: Be
) -> None:
    from game.level import child

    monkeypatch.setattr(child, "LIMITS", replace(child.LIMITS, child_seconds=0.05))
    helper_that("import time; time.sleep(60)")
    with pytest.raises(LevelError, match="takes longer"):
        load(str(write(tmp_path, tmx())))


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "",
        "import sys; sys.stdin.buffer.read(9); sys.stdout.buffer.write(b'xyz')",
        "import sys; sys.stdin.buffer.read(9); sys.stdout.buffer.write(b'\\xff' * 4)",
        "import sys; sys.stdin.buffer.read(9); sys.stdout.buffer.write(b'\\x01\\0\\0\\0\\xc1')",
    ],
    ids=["aborts", "ends", "breaks off", "is endless", "talks nonsense"],
)
def test_a_library_that_fails_is_one_line(code: str, tmp_path: Path, home: Path, helper_that: Be) -> None:
    helper_that(code)
    with pytest.raises(LevelError, match=r"cannot read it|answered nonsense"):
        load(str(write(tmp_path, tmx())))


def test_after_a_failure_the_next_map_is_read(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, helper_that: Be
) -> None:
    from game.level import child

    usual = child.command
    helper_that("")
    path = write(tmp_path, tmx())
    with pytest.raises(LevelError):
        load(str(path))
    monkeypatch.setattr(child, "command", usual)
    assert load(str(path)).start.kind == "t800"


def test_one_child_reads_many_maps_and_a_forked_process_has_its_own(tmp_path: Path, home: Path) -> None:
    from game.level import child

    path = write(tmp_path, tmx())
    read(LevelFiles(path, "a.tmx"))
    (first,) = child._helpers
    read(LevelFiles(path, "a.tmx"))
    assert child._helpers == [first]
    first.owner += 1  # as a fork sees it
    read(LevelFiles(path, "a.tmx"))
    assert child._helpers != [first]
    first.owner -= 1
    first.end()
