"""The painted pictures: where they lie and how they are read; one that is missing gets a plain stand-in where it can."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame

from game.level.data import DecalSpot
from game.level.where import data_root
from game.view.pixels import rgba_of


class AssetError(Exception):
    """A picture that the game cannot do without: which file, and what to do."""


def folder() -> Path:
    """Return the folder of all pictures."""
    return data_root() / "assets"


def path_of(name: str) -> Path:
    """Return the file of a picture by its name inside the folder ('props/drum_0_0.png'); it may not exist."""
    return folder() / name


@lru_cache(maxsize=256)
def rgba(name: str) -> npt.NDArray[np.uint8] | None:
    """Return a picture [y, x, 4], or None where there is no such file."""
    path = path_of(name)
    if not path.exists():
        return None
    picture = rgba_of(pygame.image.load(path))
    picture.setflags(write=False)
    return picture


def turned(name: str, spot: DecalSpot) -> npt.NDArray[np.uint8] | None:
    """Return a tile's picture with Tiled's flips: first the diagonal, then across, then up and down."""
    picture = rgba(name)
    if picture is None:
        return None
    if spot.flip_d:
        picture = picture.transpose(1, 0, 2)
    if spot.flip_h:
        picture = picture[:, ::-1]
    if spot.flip_v:
        picture = picture[::-1]
    return picture


def table(name: str) -> dict[str, Any]:
    """Return a JSON table; raises AssetError where it is missing or broken."""
    try:
        found = json.loads(path_of(name).read_text())
    except (OSError, ValueError) as error:
        raise AssetError(f"{path_of(name)}: {error}; run `python -m tools.paint` or install the game again") from error
    if not isinstance(found, dict):
        raise AssetError(f"{path_of(name)}: a table is wanted; run `python -m tools.paint` or install the game again")
    return found


@lru_cache(maxsize=128)
def variants(kind: str, turn: int) -> tuple[str, ...]:
    """Return the names of a prop's pictures at a turn, best first: that turn, else any turn, else none."""
    found = sorted(p.name for p in (folder() / "props").glob(f"{kind}_{turn}_*.png"))
    return tuple(f"props/{name}" for name in found)


def forget() -> None:
    """Read everything anew next time (the painter has been at work, or a test points elsewhere)."""
    rgba.cache_clear()
    variants.cache_clear()
