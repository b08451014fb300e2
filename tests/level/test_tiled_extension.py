"""Where Tiled is installed: its window (that nobody sees) loads our extension, which checks on save and goes to the object."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tiled_says

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(tiled_says.TILED is None, reason="Tiled is not installed")

# Saves what was opened, looks at what was selected then, and lets the program be ended.
DRIVER = """
function note(words) {
    var file = new TextFile("%s", TextFile.Append);
    file.write(words + "\\n");
    file.commit();
}
tiled.assetOpened.connect(function (asset) {
    asset.setProperty("title", "Anew");
    tiled.trigger("Save");
    note("selected " + asset.selectedObjects.map(function (o) { return o.id; }).join(" "));
    new Process().exec("sh", ["-c", "kill $PPID"], false); // nothing less ends it so early
});
"""


def test_a_save_is_checked_and_an_issue_leads_to_its_object(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "levels", tmp_path / "levels")
    level = tmp_path / "levels" / "examples" / "yard.tmx"
    level.write_text(level.read_text().replace('name="kind" value="dumpster"', 'name="kind" value="sphinx"', 1))
    script = (ROOT / "levels" / "extensions" / "metal.js").read_text()
    told = tmp_path / "told.txt"
    for old, new in {
        "__filename": f'"{tmp_path}/levels/extensions/metal.js"',
        '["python3", "python"]': f'["{sys.executable}"]',
        "tiled.error(words, jump);": "{ tiled.error(words, jump); note(words); jump(); }",  # as a double click would
        "tiled.log(": "note(",
    }.items():
        assert old in script
        script = script.replace(old, new)
    extensions = tmp_path / "home" / ".config" / "tiled" / "extensions"
    extensions.mkdir(parents=True)
    (extensions / "a_driver.js").write_text(DRIVER % told)
    (extensions / "metal.js").write_text(script)
    home = {"HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": str(tmp_path / "home" / ".config")}
    quiet = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [str(tiled_says.TILED), str(level)], env={**os.environ, **home, **quiet}, capture_output=True, timeout=120
    )
    lines = told.read_text().splitlines()
    assert lines[0].startswith("[property-value] prop.kind may not be 'sphinx'; one of: ")
    assert lines[0].endswith(" (at 1.2, 7.2)")
    assert lines[1:] == ["yard.tmx: 1 finding", "selected 9"]
    assert 'name="title" value="Anew"' in level.read_text()
