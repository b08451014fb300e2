"""Applies small patches to the real sources in memory: the patched modules are imported afresh beside the running ones."""

import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

from game.core.trouble import Trouble

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "tools" / "mutants"
OLD, NEW, END, FILE, ALSO = "<<<<<<<", "=======", ">>>>>>>", "--- ", "also "
# What is imported afresh under a patch; everything else is shared, so that levels and kernels stay what they are.
AFRESH = (
    "game.ai.",
    "game.sim.",
    "game.content.minds",
    "game.session",
    "game.staging",
    "game.hud",
    "game.replay",
    "game.lab.",
)
SHARED = (
    *(f"game.sim.{name}" for name in ("kernels", "tables", "conditions", "effects", "trigger", "events", "state")),
    *(f"game.lab.probe.{name}" for name in ("patches", "figure", "targets")),
)


class Hunk(NamedTuple):
    """One place that changes: the file, the text as it is, and as it becomes."""

    file: str
    old: str
    new: str


class Patch(NamedTuple):
    """A named change to the sources, and what it does in a sentence."""

    name: str
    words: str
    hunks: tuple[Hunk, ...]


def read_patch(path: Path) -> Patch:
    """Return what a patch file says; raises Trouble where it cannot be understood."""
    words, hunks, file = "", list[Hunk](), ""
    lines = iter(path.read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line.startswith(FILE):
            file = line[len(FILE) :].strip()
        elif line.startswith(ALSO):
            hunks += read_patch(path.with_name(line[len(ALSO) :].strip())).hunks
        elif line == OLD:
            hunks.append(Hunk(file, until(lines, NEW), until(lines, END)))
        elif line.strip() and not words:
            words = line.strip()
    if not hunks or not all(h.file for h in hunks):
        raise Trouble(f"{path.name}: a patch names a file and what changes in it; see the other patches")
    return Patch(path.stem, words, tuple(hunks))


def until(lines: Iterator[str], mark: str) -> str:
    """Return the lines before a mark."""
    found: list[str] = []
    for line in lines:
        if line == mark:
            return "\n".join(found)
        found.append(line)
    raise Trouble(f"a patch ends before {mark}")


def patched(patch: Patch) -> dict[str, str]:
    """Return the changed sources by module name; raises Trouble where the code has moved on."""
    sources: dict[str, str] = {}
    for hunk in patch.hunks:
        name = hunk.file.removesuffix(".py").replace("/", ".")
        text = sources.get(name) or (ROOT / hunk.file).read_text(encoding="utf-8")
        if text.count(hunk.old) != 1:
            raise Trouble(
                f"patch {patch.name}: {hunk.file} has what it changes {text.count(hunk.old)} times, not once;"
                f" bring {patch.name}.mutant up to date: {hunk.old.strip().splitlines()[0]!r}"
            )
        if not is_afresh(name):
            raise Trouble(f"patch {patch.name}: {name} is shared by everything and cannot be patched")
        sources[name] = text.replace(hunk.old, hunk.new)
    return sources


def is_afresh(name: str) -> bool:
    """Say whether a module is imported afresh under a patch."""
    return name.startswith(AFRESH) and not name.startswith(SHARED)


class Loader(SourceFileLoader):
    """Loads one module from changed text; its bytecode is never kept."""

    def __init__(self, name: str, path: str, text: str) -> None:
        super().__init__(name, path)
        self._text = text

    def get_code(self, fullname: str) -> CodeType | None:  # noqa: ARG002
        """Compile the changed text."""
        return compile(self._text, self.path, "exec", dont_inherit=True)


class Finder:
    """Finds the changed modules before anybody else does."""

    def __init__(self, sources: dict[str, str]) -> None:
        self._sources = sources

    def find_spec(self, name: str, _path: Sequence[str] | None = None, _target: Any = None) -> ModuleSpec | None:
        """Return how a changed module is loaded."""
        if name not in self._sources:
            return None
        file = str(ROOT / (name.replace(".", "/") + ".py"))
        return spec_from_file_location(name, file, loader=Loader(name, file, self._sources[name]))


@contextmanager
def under(patch: Patch | None) -> Iterator[None]:
    """Let everything that is imported meanwhile be the patched code; afterwards all is as it was. None: the code as it is."""
    sources = patched(patch) if patch else {}
    before = {name: m for name, m in sys.modules.items() if is_afresh(name)}
    packages = {name.rpartition(".")[0] for name in before} - set(before)  # those that stay, and hold what goes
    held = {name: dict(vars(sys.modules[name])) for name in packages}
    finder: Any = Finder(sources)
    forget()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        forget()
        sys.modules.update(before)
        for name, names in held.items():
            vars(sys.modules[name]).update(names)


def forget() -> None:
    """Take what is imported afresh out of the interpreter's memory, and off the packages that stay."""
    for name in sorted(name for name in sys.modules if is_afresh(name)):  # packages before what is in them
        module = sys.modules.pop(name)
        package, _, last = name.rpartition(".")
        if package in sys.modules and vars(sys.modules[package]).get(last) is module:
            delattr(sys.modules[package], last)


def afresh(name: str) -> Any:
    """Return a module, imported under the patch that is in force."""
    return importlib.import_module(name)


def patches(folder: Path = FOLDER) -> list[Patch]:
    """Return all patches of a folder; raises Trouble where there are none, as in an installed game."""
    found = sorted(folder.glob("*.mutant"))
    if not found:
        raise Trouble(f"this probe patches the source tree; run it in a checkout, where tools/{folder.name} is")
    return [read_patch(path) for path in found]
