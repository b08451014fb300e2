"""The compiled cache: the same level again without a child, and never a level that has changed."""

import os
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from level_maps import START, thing, tmx, write

from game.core.ground import Ground
from game.level import load as loading
from game.level.data import Level
from game.level.load import load


def plain(level: Level) -> dict[str, Any]:
    """Return everything that a level holds, arrays as lists."""
    rows = {n: getattr(level, n) for n in Level.__slots__ if n != "ground"}
    rows |= {f"ground.{n}": getattr(level.ground, n) for n in Ground.__slots__}
    return {n: (v.dtype.str, v.tolist()) if isinstance(v, np.ndarray) else v for n, v in rows.items()}


def no_child(*_: object) -> None:
    raise AssertionError("a child was started")


def test_a_kept_level_is_the_same_level(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load("yard")
    assert list((home / "cache" / "levels").glob("*.level"))
    monkeypatch.setattr(loading, "read", no_child)
    assert plain(load("yard")) == plain(first)
    assert not load("yard").ground.wall.flags.writeable


def test_a_kept_level_takes_a_small_part_of_the_work_of_reading_it(home: Path) -> None:
    def work() -> float:
        began = time.process_time()
        load("yard")
        return time.process_time() - began

    fresh = work()
    assert min(work() for _ in range(3)) < fresh / 3


def test_a_changed_map_or_tileset_is_read_again(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path, tmx())
    first = load(str(path))
    write(tmp_path, tmx(objects=START.replace('x="96"', 'x="128"')))
    assert load(str(path)).start.x == 4.0
    write(tmp_path, tmx())
    assert load(str(path)).hash == first.hash
    (tmp_path / "floors.png").unlink()
    with pytest.raises(Exception, match=r"floors\.png"):
        load(str(path))


def test_an_external_tilesets_change_counts(tmp_path: Path, home: Path) -> None:
    sheet = '<tileset name="floors" tilewidth="32" tileheight="32"><image source="floors.png"/><tile id="0" type="{}"/></tileset>'
    text = tmx()
    start, end = text.index(' <tileset firstgid="1"'), text.index(' <tileset firstgid="3"')
    path = write(tmp_path, text[:start] + '<tileset firstgid="1" source="floors.tsx"/>' + text[end:])
    (tmp_path / "floors.tsx").write_text(sheet.format("lino"))
    first = load(str(path))
    (tmp_path / "floors.tsx").write_text(sheet.format("metal"))
    second = load(str(path))
    assert (first.materials, second.materials) == (("lino",), ("metal",))
    assert first.hash != second.hash


def test_a_repainted_picture_is_the_same_level_read_again(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path, tmx())
    first = load(str(path))
    picture = tmp_path / "floors.png"
    picture.write_bytes(picture.read_bytes() + b" ")
    assert load(str(path)).hash == first.hash


@pytest.mark.parametrize("spoil", [lambda b: b[:40], lambda b: b[:-9] + b"123456789", lambda b: b"", lambda b: b * 2])
def test_a_damaged_cache_is_made_again(tmp_path: Path, home: Path, spoil: Any) -> None:
    path = write(tmp_path, tmx())
    first = load(str(path))
    (kept,) = (home / "cache" / "levels").glob("*.level")
    good = kept.read_bytes()
    kept.write_bytes(spoil(good))
    assert plain(load(str(path))) == plain(first)
    assert kept.read_bytes() == good


def test_a_home_that_cannot_be_written_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("GAME_HOME", str(blocked / "home"))
    assert load(str(write(tmp_path, tmx()))).start.kind == "t800"


def test_old_compiled_levels_are_forgotten(tmp_path: Path) -> None:
    from game.level.cache import forget_old
    from game.level.limits import LIMITS

    for i in range(LIMITS.cached + 5):
        file = tmp_path / f"{i}.level"
        file.write_bytes(b"")
        os.utime(file, (i, i))
    forget_old(tmp_path)
    left = {int(p.stem) for p in tmp_path.glob("*.level")}
    assert left == set(range(5, LIMITS.cached + 5))


def test_one_map_under_two_names_is_two_levels(tmp_path: Path, home: Path) -> None:
    text = tmx(objects=START + thing(2, "sign", text="A"))
    a, b = write(tmp_path, text, "a.tmx"), write(tmp_path, text, "b.tmx")
    assert (load(str(a)).id, load(str(b)).id) == ("a", "b")
