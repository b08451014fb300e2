"""What Tiled and level makers read is written from the schema, and nobody has forgotten to."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

from game.level.lint import check
from game.level.schema import CLASSES, MAP_FIELDS
from game.level.words import usage
from game.sim.conditions import WHEN
from game.sim.effects import DO
from game.sim.trigger import ON
from tools.tiled import page, project, templates, types
from tools.tiled.written import LEVELS, stale, write


def test_nothing_is_stale() -> None:
    assert stale(LEVELS) == [], "run `python -m tools.tiled` and commit what it wrote"


def test_what_was_forgotten_is_written_and_what_is_too_much_goes(tmp_path: Path) -> None:
    (tmp_path / "templates" / "props").mkdir(parents=True)
    (tmp_path / "templates" / "props" / "sphinx.tx").write_text("<template/>")
    (tmp_path / "README.md").write_text("By hand.\n")
    assert "templates/props/sphinx.tx" in stale(tmp_path)
    write(tmp_path)
    assert stale(tmp_path) == []
    assert not (tmp_path / "templates" / "props" / "sphinx.tx").exists()
    assert (tmp_path / "README.md").read_text().startswith("By hand.\n")


def test_every_class_and_property_is_in_the_project_and_in_the_types() -> None:
    rows = {r["name"]: r for r in json.loads(project.text())["propertyTypes"]}
    known = {t.get("name"): {p.get("name") for p in t} for t in ElementTree.fromstring(types.text())}
    for c in CLASSES.values():
        assert {m["name"] for m in rows[c.id]["members"]} == set(c.fields) == known[c.id]
    assert {m["name"] for m in rows["level"]["members"]} == set(MAP_FIELDS)
    assert all(m.get("propertyType", "prop.kind") in rows for r in rows.values() for m in r.get("members", ()))


def test_a_needed_property_has_no_value_until_somebody_gives_it_one() -> None:
    kind = CLASSES["prop"].fields["kind"]
    assert kind.need
    assert project.default_of(kind) == ""


def test_properties_are_flat_and_no_choice_is_forced() -> None:
    for row in json.loads(project.text())["propertyTypes"]:
        assert all(m["type"] not in ("class", "list") for m in row.get("members", ()))
        if row["type"] == "enum":
            assert row["storageType"] == "string"


def test_the_page_tells_every_word_of_the_trigger_language() -> None:
    told = page.reference().replace("\\|", "|")
    for word, kind in {**WHEN, **DO}.items():
        assert f"`{usage(word, kind)}`" in told
    assert all(f"| `{word}` |" in told for word in ON)


def test_every_template_is_an_object_that_the_lint_accepts(tmp_path: Path) -> None:
    shutil.copytree(LEVELS / "tiles", tmp_path / "tiles")
    write_page = tmp_path / "README.md"
    write_page.write_text("")
    write(tmp_path)
    names = [n for n in templates.texts() if n != "start.tx"]
    put = "".join(
        f'<object id="{i}" name="n{i}" template="templates/{n}" x="{320 + i % 20 * 64}" y="{320 + i // 20 * 64}"/>'
        for i, n in enumerate(names, 2)
    )
    cells = ",".join(["1"] * 64 * 64)
    (tmp_path / "all.tmx").write_text(
        '<map version="1.8" tiledversion="1.8.2" orientation="orthogonal" width="64" height="64" tilewidth="32" '
        'tileheight="32" infinite="0"><tileset firstgid="1" source="tiles/floors.tsx"/>'
        f'<layer id="1" name="floor" width="64" height="64"><data encoding="csv">{cells}</data></layer>'
        f'<layer id="2" name="walls" width="64" height="64"><data encoding="csv">{cells.replace("1", "0")}</data></layer>'
        '<objectgroup id="3" name="entities"><object id="1" template="templates/start.tx" x="64" y="64"/>'
        f"{put}</objectgroup></map>"
    )
    wrong = [
        f for f in check([tmp_path / "all.tmx"]) if f.code.startswith(("property", "object-c", "object-s", "templ"))
    ]
    assert wrong == []
