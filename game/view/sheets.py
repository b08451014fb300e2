"""The painted people: frames cut from a sheet when first wanted, each with the ways its edges face."""

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame

from game.view import assets
from game.view.pixels import alpha

FACINGS, STEPS = 16, 8
WAYS = 16  # ways an edge may face
MOVING = ("walk", "run", "sneak")
STAND_INS = tuple(f"civ{i}" for i in range(1, 5))
DARK = [(0, 0, 0)] * (WAYS + 1)

Frame = tuple[pygame.Surface, pygame.Surface, int, int]  # colour, 8-bit ways of the edges, offset from the pivot


class Sheet:
    """One person's pictures. `points`: where a weapon ends, in pixels ahead of and to the right of the pivot."""

    def __init__(self, name: str) -> None:
        table = assets.table(f"people/{name}.json")
        # Tuples: the collector stops looking at them; seventy thousand lists cost it 40 ms a round.
        self._places: dict[str, tuple[int, ...]] = {key: tuple(place) for key, place in table["frames"].items()}
        self.points: dict[str, list[float]] = table.get("points", {})
        colour, rim = assets.rgba(f"people/{name}.png"), _ways(f"people/{name}_rim.png")
        if colour is None or rim is None:
            raise assets.AssetError(
                f"{assets.path_of(f'people/{name}.png')} is missing: run `python -m tools.paint` or install the game again"
            )
        self._colour, self._rim = colour, rim
        self._cut: dict[str, Frame] = {}

    def has(self, layer: str, pose: str) -> bool:
        """Say whether the sheet holds a pose."""
        return f"{layer}/{pose}/0/0" in self._places

    def key(self, layer: str, pose: str, step: float, face: int) -> str:
        """Return the name of a frame; `step` 0..1 of the walking cycle."""
        steps = STEPS if pose in MOVING else 1
        return f"{layer}/{pose}/{int(step * steps) % steps}/{face}"

    def frame(self, key: str) -> Frame:
        """Return a frame, cut now if it was never wanted before."""
        found = self._cut.get(key)
        if found is None:
            x, y, w, h, ox, oy = self._places[key]
            rim = pygame.Surface((w, h), 0, 8)
            rim.set_palette(DARK)
            pygame.surfarray.pixels2d(rim).T[...] = self._rim[y : y + h, x : x + w]
            found = self._cut[key] = alpha(self._colour[y : y + h, x : x + w]), rim, ox, oy
        return found


def _ways(name: str) -> npt.NDArray[np.uint8] | None:
    """Read the picture whose values say which way each edge pixel faces."""
    path = assets.path_of(name)
    if not path.exists():
        return None
    s = pygame.image.load(path)
    values: npt.NDArray[Any] = (
        pygame.surfarray.pixels2d(s).T if s.get_bitsize() == 8 else pygame.surfarray.array_red(s).T
    )
    return np.ascontiguousarray(values, np.uint8)


@lru_cache(maxsize=64)
def sheet(name: str) -> Sheet:
    """Return a person's sheet, read once; somebody whom the painter does not know yet borrows another's."""
    if not assets.path_of(f"people/{name}.json").exists():
        return sheet(STAND_INS[sum(map(ord, name)) % len(STAND_INS)])
    return Sheet(name)


def facing(x: float, y: float) -> int:
    """Return the facing, 0..15 from east clockwise, of a vector."""
    return round(float(np.arctan2(y, x)) / (2 * np.pi) * FACINGS) % FACINGS
