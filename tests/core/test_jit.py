"""Kernels hold no memory: what makes arrays is a maker; and what they are made from names their cache."""

import ast
from collections.abc import Iterator
from pathlib import Path

import numba
import numpy as np
import pytest

from game.core.jit import GAME, JIT, SOURCES, cold, kernel, maker


def refused(row: np.ndarray) -> float:
    made = np.empty(len(row))
    made[:] = row
    return float(made[-1])


def allowed(row: np.ndarray) -> float:
    made = np.empty(len(row))
    made[:] = row
    return float(made[-1])


@pytest.mark.skipif(not JIT, reason="nothing is compiled")
def test_a_kernel_that_makes_an_array_is_refused() -> None:
    with pytest.raises(Exception, match="nopython"):
        kernel(refused)(np.ones(3))


def test_a_maker_may_make_one() -> None:
    assert maker(allowed)(np.ones(3)) == 1.0


def test_no_kernel_asks_for_an_array_that_numba_makes_elsewhere() -> None:
    """It compiles when a maker has asked for the same before, and not when that one was read from the cache."""
    makes = {"ravel", "flatten", "copy", "astype", "empty", "zeros", "ones", "full", "arange"}
    for path in GAME.rglob("*.py"):
        functions = (n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.FunctionDef))
        for f in (f for f in functions if any(isinstance(d, ast.Name) and d.id == "kernel" for d in f.decorator_list)):
            calls = (n.func for n in ast.walk(f) if isinstance(n, ast.Call))
            assert not {c.attr for c in calls if isinstance(c, ast.Attribute)} & makes, f"{path.name}: {f.name}"


def imported(path: Path) -> Iterator[Path]:
    """Yield the game's modules that a file names in its imports."""
    for n in (n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.ImportFrom) and n.module):
        base = GAME.parent.joinpath(*n.module.split("."))
        yield from (p for p in (base.with_suffix(".py"), *(base / f"{a.name}.py" for a in n.names)) if p.exists())


def test_the_cache_is_named_by_every_file_that_kernels_are_made_from() -> None:
    counted = {path for pattern in SOURCES for path in GAME.glob(pattern)}
    made = {p for p in GAME.rglob("*.py") if any(mark in p.read_text() for mark in ("\n@kernel\n", "\n@maker\n"))}
    jit = GAME / "core" / "jit.py"
    for alone in made - counted:  # numba sees a change in the kernel's own file
        assert set(imported(alone)) & counted == {jit}, alone
    assert {more for path in counted for more in imported(path) if GAME in more.parents} - counted == set()


@pytest.mark.skipif(not JIT, reason="nothing is compiled")
def test_a_cache_without_a_kernel_is_cold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(tmp_path))
    assert cold()
    (tmp_path / "sim").mkdir()
    (tmp_path / "sim" / "motion.move.nbi").touch()
    assert not cold()
