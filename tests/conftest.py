"""Shared by all tests; being here, it puts this folder on the path, so that tests can import plans and worlds.

User files go to a folder of the tests' own, never to the player's: it must be named before the game is imported, and in
the environment, so that workers and child processes share the compiled kernels in it.
"""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("GAME_HOME", str(ROOT / ".pytest_cache" / "home"))
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the user's for one test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("GAME_HOME", str(folder))
    return folder
