"""What a noise loses from metre to metre: open air 1, a thin wall 18 more, a shut door what its kind takes."""

import numpy as np
import numpy.typing as npt

from game.content.doors import DOORS
from game.core.ground import Ground
from game.sim.kernels.sound import WALL_COST

AIR = 1
MOST_COST = 60  # below the number of buckets that the flood cycles through


class SoundMap:
    """cost i4 [h, w]: what entering a metre cell takes."""

    def __init__(self, ground: Ground) -> None:
        h, w = ground.height, ground.width
        solid = (ground.wall > 0).reshape(h, 2, w, 2).sum((1, 3))
        self._base = np.where(solid >= 4, AIR + 2 * WALL_COST, np.where(solid >= 2, AIR + WALL_COST, AIR)).astype(
            np.int32
        )
        self._open_passages(ground)
        self._doors = []
        for spot in ground.doors:
            rows = slice(int(spot.y), max(int(spot.y) + 1, int(spot.y + spot.h + 0.99)))
            self._doors.append(
                (rows, slice(int(spot.x), max(int(spot.x) + 1, int(spot.x + spot.w + 0.99))), DOORS[spot.kind].hush)
            )
        for rows, cols, _ in self._doors:
            self._base[rows, cols] = AIR
        self.cost: npt.NDArray[np.int32] = self._base.copy()
        doors = np.zeros_like(self._base)
        for rows, cols, _ in self._doors:
            doors[rows, cols] += 1
        self._alone = [int(doors[rows, cols].max(initial=0)) < 2 for rows, cols, _ in self._doors]

    def _open_passages(self, ground: Ground) -> None:
        """A cell that somebody can walk through is air, however narrow."""
        walk = ground.walk.reshape(ground.height, 2, ground.width, 2).sum((1, 3))
        self._base[walk >= 2] = AIR

    def set_doors(self, shut: list[bool]) -> None:
        """Let shut doors hush what passes; each of a door's cells takes its share once, on the way in."""
        self.cost[...] = self._base
        for (rows, cols, hush), is_shut in zip(self._doors, shut, strict=True):
            if is_shut:
                self.cost[rows, cols] = min(MOST_COST, AIR + hush)

    def set_door(self, k: int, shut: list[bool]) -> None:
        """Do the same where one door has moved; `shut` is how all stand."""
        rows, cols, hush = self._doors[k]
        if self._alone[k]:
            self.cost[rows, cols] = min(MOST_COST, AIR + hush) if shut[k] else self._base[rows, cols]
        else:  # it shares a cell with another
            self.set_doors(shut)
