"""The house rules that a machine can hold: who may import whom, who knows a window, what the words of the project may hold."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
OF_A_MACHINE = re.compile(r"/work/|/home/(?!me/)|/root/|[A-Z]:\\Users|python.osted|py.i\.org")
TEXT = (".py", ".md", ".toml", ".txt", ".tmx", ".tsx", ".tx", ".xml", ".json", ".tiled-project", "")
LIBRARIES_WITH_A_WINDOW = {"pygame", "pytmx"}
MAY_DRAW = ("app", "audio", "controls", "view")


def files() -> list[Path]:
    """Return what the project ships: the tracked files, or all of them where there is no git."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [p for name in listed.stdout.splitlines() if (p := ROOT / name).is_file()]
    return [p for folder in ("game", "tests", "tools") for p in (ROOT / folder).rglob("*.py")]


def imports(path: Path) -> Iterator[str]:
    """Yield the top name of every import in a file, wherever it stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_each_room_looks_only_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_a_window_is_known_to_four_rooms_and_the_map_library_to_one_module() -> None:
    known = {
        path.relative_to(ROOT).as_posix(): found
        for path in (ROOT / "game").rglob("*.py")
        if path.relative_to(ROOT).parts[1] not in MAY_DRAW and (found := LIBRARIES_WITH_A_WINDOW & set(imports(path)))
    }
    assert known.pop("game/level/tiled.py") == {"pytmx"}
    assert set(known) <= {"game/lab/shot.py", "game/lab/frames.py", "game/lab/envs/pixels.py"}


def test_nothing_names_a_folder_of_one_machine() -> None:
    guilty = [
        path.relative_to(ROOT).as_posix()
        for path in files()
        if path.suffix in TEXT
        and path != Path(__file__).resolve()
        and OF_A_MACHINE.search(path.read_text("utf-8", "replace"))
    ]
    assert guilty == []


def test_every_module_says_in_one_sentence_what_it_is() -> None:
    silent = []
    for path in [*(ROOT / "game").rglob("*.py"), *(ROOT / "tools").rglob("*.py")]:
        words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        if not words.split("\n\n")[0].rstrip().endswith((".", "!", "?")):
            silent.append(path.relative_to(ROOT).as_posix())
    assert silent == []
