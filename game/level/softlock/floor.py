"""The floor as whole numbers: every walkable half cell is a bit; regions join and part as the heavy doors move."""

from collections.abc import Iterator
from functools import cache
from math import sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.core.ground import HALF, DoorSpot, Ground, Zone
from game.core.sight import clear

Cells = int  # bit r * (columns + 1) + c: one blank column on the right, so that no step leads round the edge
EDGE = 0.35  # metres beside an area that holds no middle of a walkable cell
ASTRAY = 2  # metres: who begins beside the floor is put on it


class Unit(NamedTuple):
    """Cells that are always connected: wall if any of the `bars` is set in a mask, floor only if all `needs` are."""

    cells: Cells
    bars: int
    needs: int = 0


class Barrier(NamedTuple):
    """Something that moves for good when its bit of a mask is set: cells that are wall then, and cells that are floor then."""

    bars: Cells
    frees: Cells = 0


class Floor:
    """Where a grown body may stand, and how it hangs together for each way that heavy doors and vehicles may stand.

    A mask has a bit for each barrier: first the heavy doors (set: shut), then what else was added.
    """

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.rows, self.columns = int(ground.walk.shape[0]), int(ground.walk.shape[1])
        self.stride = self.columns + 1
        self.heavy = [i for i, d in enumerate(ground.doors) if not d.pushes]  # bit k of a mask: door heavy[k]
        self.walk = self.cells_of(ground.walk > 0)
        self.doorways = [self.doorway(ground.doors[i]) for i in self.heavy]
        self.barriers = [Barrier(cells) for cells in self.doorways]
        self.regions = cache(self._regions)
        self.spread = cache(self._spread)
        self.sighted = cache(self._sighted)
        self.visible = cache(self._visible)
        self.inside = cache(self._inside)
        self._opaque = cache(self._opaque_grid)
        self._air = cache(lambda mask: self.cells_of(self._opaque(mask) == 0))
        self.units: list[Unit] = []
        self._beside: list[list[int]] = []

    # ------------------------------------------------------------------ cells
    def cells_of(self, grid: npt.NDArray[np.bool_]) -> Cells:
        """Return a grid [2h, 2w] as bits."""
        padded = np.zeros((self.rows, self.stride), bool)
        padded[:, : self.columns] = grid
        return int.from_bytes(np.packbits(padded, bitorder="little").tobytes(), "little")

    def around(self, x0: float, y0: float, x1: float, y1: float, reach: float) -> Iterator[tuple[Cells, float, float]]:
        """Yield (bit, x, y) of the walkable cells whose middle is within reach of a rectangle."""
        for r in range(max(0, int((y0 - reach) * 2) - 1), min(self.rows, int((y1 + reach) * 2) + 2)):
            for c in range(max(0, int((x0 - reach) * 2) - 1), min(self.columns, int((x1 + reach) * 2) + 2)):
                x, y = (c + 0.5) * HALF, (r + 0.5) * HALF
                dx, dy = x - min(max(x, x0), x1), y - min(max(y, y0), y1)
                bit = 1 << (r * self.stride + c)
                if dx * dx + dy * dy <= reach * reach and self.walk & bit:
                    yield bit, x, y

    def near_box(self, x: float, y: float, w: float, h: float, reach: float) -> Cells:
        """Return the walkable cells within reach of a rectangle."""
        return sum(bit for bit, _, _ in self.around(x, y, x + w, y + h, reach))

    def _inside(self, zone: Zone) -> Cells:
        """Return the walkable cells in an area; where it holds no middle of one, those right beside it."""
        box = (zone.x, zone.y, zone.x + zone.w, zone.y + zone.h)
        held = sum(bit for bit, x, y in self.around(*box, 0.0) if zone.holds(x, y))
        return held or self.near_box(zone.x, zone.y, zone.w, zone.h, EDGE)

    def doorway(self, door: DoorSpot) -> Cells:
        """Return the cells that a door bars while it is shut, as ways.walk_with has them."""
        grid = np.zeros((self.rows, self.columns), bool)
        grid[door.cells] = True
        return self.cells_of(grid) & self.walk

    def at(self, x: float, y: float) -> Cells:
        """Return the walkable cell nearest to a point, 0 if none is near."""
        near = [((cx - x) ** 2 + (cy - y) ** 2, bit) for bit, cx, cy in self.around(x, y, x, y, ASTRAY)]
        return min(near)[1] if near else 0

    def grown(self, cells: Cells) -> Cells:
        """Return cells and their four neighbours, wall or not."""
        return cells | cells << 1 | cells >> 1 | cells << self.stride | cells >> self.stride

    def flood(self, seed: Cells, free: Cells) -> Cells:
        """Return what can be walked to from a seed over free cells."""
        found = seed & free
        while (more := self.grown(found) & free) != found:
            found = more
        return found

    # ------------------------------------------------------------------ regions
    def add(self, barrier: Barrier) -> int:
        """Add something that may bar or free cells; return its bit."""
        self.barriers.append(barrier)
        self.walk |= barrier.frees
        return 1 << (len(self.barriers) - 1)

    def keep(self, starts: Cells) -> None:
        """Cut what can ever be reached from some cells into units; the rest of the floor is forgotten."""
        pieces = [Unit(self.flood(starts, self.walk), 0)]
        for k, (bars, frees) in enumerate(self.barriers):
            pieces = [piece for u in pieces for piece in cut(u, bars, frees, 1 << k)]
        for piece in pieces:
            cells = piece.cells
            while cells:
                one = self.flood(cells & -cells, cells)
                self.units.append(piece._replace(cells=one))
                cells &= ~one
        edges = [self.grown(u.cells) for u in self.units]
        self._beside = [
            [j for j, v in enumerate(self.units) if j != i and edge & v.cells] for i, edge in enumerate(edges)
        ]

    def _regions(self, mask: int) -> tuple[Cells, ...]:
        """Return the regions that the floor falls into with the barriers of a mask."""
        free = {i for i, u in enumerate(self.units) if not u.bars & mask and not u.needs & ~mask}
        found = []
        for first in range(len(self.units)):
            if first not in free:
                continue
            free.remove(first)
            cells, todo = self.units[first].cells, [first]
            while todo:
                for j in self._beside[todo.pop()]:
                    if j in free:
                        free.remove(j)
                        cells |= self.units[j].cells
                        todo.append(j)
            found.append(cells)
        return tuple(found)

    # ------------------------------------------------------------------ lines of sight
    def _opaque_grid(self, mask: int) -> npt.NDArray[np.uint8]:
        """Return what stops sight with the doors of a mask shut; light doors count as open: somebody may hold them."""
        made = self.ground.opaque.copy()
        for k, i in enumerate(self.heavy):
            d = self.ground.doors[i]
            if mask >> k & 1 and d.opaque:
                made[d.cells] = 1
        return made

    def _visible(self, a: Cells, b: Cells, mask: int) -> bool:
        """Say whether sight may lead from some cell to another: no wall of opaque things closes one off."""
        return bool(a & b) or bool(self.flood(a, self._air(mask) | a | b) & b)

    def linked(self, a: Cells, b: Cells, metres: float, mask: int) -> bool:
        """Say whether a cell of each lies within some metres of the other with nothing opaque between."""
        if a & b:
            return True
        there = b & self.spread(a, metres)
        if not there:
            return False
        here = a & self.spread(there, metres)
        between = sum(1 << k for k, doorway in enumerate(self.doorways) if doorway & self.spread(here, metres))
        return self.sighted(here, there, metres, mask & between)

    def _spread(self, cells: Cells, metres: float) -> Cells:
        """Return all cells within some metres of some, wall or not."""
        found, n = cells, min(int(metres / HALF), self.rows + self.columns)
        for dy in range(min(n, self.rows) + 1):
            dx = min(self.columns, int(sqrt(metres * metres / HALF / HALF - dy * dy)))
            line, width = cells, 0
            while width < dx:
                step = min(max(1, width), dx - width)
                line, width = line | line << step | line >> step, width + step
            found |= line << dy * self.stride | line >> dy * self.stride
        return found

    def _sighted(self, a: Cells, b: Cells, metres: float, mask: int) -> bool:
        """Say whether a line within some metres from a cell of one to a cell of the other meets nothing opaque."""
        opaque, most = self._opaque(mask), metres * metres
        others = list(self.middles(b))
        return any(
            (x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0) <= most and clear(opaque, x0, y0, x1, y1)
            for x0, y0 in self.middles(a)
            for x1, y1 in others
        )

    def middles(self, cells: Cells) -> Iterator[tuple[float, float]]:
        """Yield the middle of each cell, metres."""
        while cells:
            r, c = divmod((cells & -cells).bit_length() - 1, self.stride)
            yield (c + 0.5) * HALF, (r + 0.5) * HALF
            cells &= cells - 1


def cut(unit: Unit, bars: Cells, frees: Cells, bit: int) -> list[Unit]:
    """Cut a unit where a barrier bars or frees cells."""
    parts = (
        unit._replace(cells=unit.cells & ~bars & ~frees),
        unit._replace(cells=unit.cells & bars, bars=unit.bars | bit),
        unit._replace(cells=unit.cells & frees & ~bars, needs=unit.needs | bit),
    )
    return [part for part in parts if part.cells]
