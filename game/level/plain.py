"""A map as its file says it: pixels and tiles, everything resolved and finite, before any of it means something."""

from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from game.level.tree import Note

FLIP_H, FLIP_V, FLIP_D = 1 << 31, 1 << 30, 1 << 29
GID = (1 << 28) - 1  # a gid without its flags

Cells = npt.NDArray[np.uint32]
Value = str | int | float | bool


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A tileset.

    ids      its tiles
    classes  the class of those that have one; `values` their properties
    sizes    (width, height) in pixels of those that have a picture of their own
    corner   where a tile object's x, y is: bottomleft, top, center …
    """

    name: str
    first: int
    tile_width: int
    tile_height: int
    ids: range | frozenset[int]
    classes: dict[int, str]
    values: dict[int, dict[str, Value]]
    sizes: dict[int, tuple[int, int]]
    corner: str = "bottomleft"

    def size(self, tile: int) -> tuple[int, int]:
        """Return the width and height of a tile in pixels."""
        return self.sizes.get(tile, (self.tile_width, self.tile_height))


class PlainLayer(msgspec.Struct, frozen=True, kw_only=True):
    """A layer in document order; the state of its groups is passed on. `cells` are gids with flags [h, w]."""

    path: str
    name: str
    kind: str  # tile, object, image, group
    visible: bool
    opacity: float
    offset: tuple[float, float]
    properties: dict[str, Value]
    cells: Any = None


class PlainObject(msgspec.Struct, frozen=True, kw_only=True):
    """An object, its template and its tile's class resolved; x and y as Tiled keeps them (a tile's: bottom left)."""

    id: int
    layer: str
    shape: str  # rect, point, ellipse, polygon, polyline, text, tile
    name: str
    cls: str
    x: float
    y: float
    w: float
    h: float
    rotation: float
    visible: bool
    properties: dict[str, Value]
    points: tuple[tuple[float, float], ...] = ()  # from x, y
    text: str = ""
    gid: int = 0


class PlainMap(msgspec.Struct, frozen=True, kw_only=True):
    """The whole map.

    width, height   tiles of its grid; of an infinite map that is the box round all tiles
    origin          the tile at the grid's corner: 0, 0 unless the map is infinite
    offsets         how far object layers are moved, by path: pixels
    said            what the file says that its size is
    """

    file: str
    width: int
    height: int
    origin: tuple[int, int]
    said: tuple[int, int]
    infinite: bool
    tile_width: int
    tile_height: int
    version: str
    properties: dict[str, Value]
    sheets: tuple[Sheet, ...]
    layers: tuple[PlainLayer, ...]
    objects: tuple[PlainObject, ...]
    offsets: dict[str, tuple[float, float]]
    notes: tuple[Note, ...]

    def layer(self, name: str) -> PlainLayer | None:
        """Return the tile layer of a name."""
        return next((la for la in self.layers if la.kind == "tile" and la.name == name), None)

    def moved(self, path: str) -> tuple[float, float]:
        """Return the offset of an object layer, with that of its groups, in pixels."""
        return self.offsets.get(path, (0.0, 0.0))

    def sheet_of(self, gid: int) -> Sheet:
        """Return the tileset of a gid (without flags) that the reader let through."""
        return next(s for s in reversed(self.sheets) if s.first <= gid)
