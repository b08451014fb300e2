"""The ground: the part of a level that never changes in play, shared and read-only; the map that every mind knows.

Metres everywhere. "Half cells" are half a metre; arrays are indexed [y, x].
"""

from functools import lru_cache
from math import sqrt
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Shorts = npt.NDArray[np.int16]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]

Rectangle = tuple[float, float, float, float]  # x0 y0 x1 y1, metres

HALF = 0.5  # metres in a half cell
BODY = 0.38  # metres: the widest body that walks


class Zone(msgspec.Struct, frozen=True, kw_only=True):
    """A named area: a room, a hide, an exit, a dark place. `points` is empty for a rectangle."""

    name: str
    x: float
    y: float
    w: float
    h: float
    room: str = ""
    tags: tuple[str, ...] = ()
    points: tuple[tuple[float, float], ...] = ()

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies in the area."""
        if not (self.x <= x <= self.x + self.w and self.y <= y <= self.y + self.h):
            return False
        if not self.points:
            return True
        inside = False
        x0, y0 = self.points[-1]
        for x1, y1 in self.points:
            if (y1 > y) != (y0 > y) and x < (x0 - x1) * (y - y1) / (y0 - y1) + x1:
                inside = not inside
            x0, y0 = x1, y1
        return inside

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the bounding box."""
        return self.x + self.w / 2, self.y + self.h / 2


def to_rectangle(spot: "DoorSpot | DeviceSpot", x: float, y: float) -> float:
    """Return the metres from a point to the rectangle of a spot, 0 inside."""
    dx, dy = x - min(max(x, spot.x), spot.x + spot.w), y - min(max(y, spot.y), spot.y + spot.h)
    return sqrt(dx * dx + dy * dy)


class DoorSpot(msgspec.Struct, frozen=True, kw_only=True):
    """A door's place. `delay` ticks after a device moved it, it goes back; 0 stays. `key` names a device or an item.

    pushes, opaque: of its kind, as everybody knows them: walking opens it; it hides what is behind it while shut.
    """

    name: str
    kind: str
    x: float
    y: float
    w: float
    h: float
    key: str = ""
    delay: int = 0
    pushes: bool = True
    opaque: bool = True

    @property
    def cells(self) -> tuple[slice, slice]:
        """The rows and columns of half cells in which it stands; one that it touches by a hair is none."""
        rows = slice(int(self.y * 2 + 0.01), int((self.y + self.h) * 2 + 0.99))
        return rows, slice(int(self.x * 2 + 0.01), int((self.x + self.w) * 2 + 0.99))

    def gap(self, x: float, y: float) -> float:
        """Return the metres from a point to it."""
        return to_rectangle(self, x, y)


class DeviceSpot(msgspec.Struct, frozen=True, kw_only=True):
    """Something to hold Interact at for `ticks`; `user` says whose hands it wants."""

    name: str
    x: float
    y: float
    w: float
    h: float
    user: str = "any"
    ticks: int = 30
    tags: tuple[str, ...] = ()

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.x + self.w / 2, self.y + self.h / 2

    def gap(self, x: float, y: float) -> float:
        """Return the metres from a point to it."""
        return to_rectangle(self, x, y)


class Ground:
    """The static map.

    width, height  metres
    wall           u8 [2h, 2w]: 0 open, else 1 + index of the wall style
    pit            u8 [2h, 2w]: 1 over molten steel
    opaque         u8 [2h, 2w]: 1 where walls or tall props stop sight (doors come on top, in play)
    low            u8 [2h, 2w]: 1 where a low prop gives cover to one who sneaks
    walk           u8 [2h, 2w]: 1 where the middle of a grown body may be; one table for player and ward
    blocks         f8 [n, 4]: rectangles x0 y0 x1 y1 that stop bodies (props, glass panes)
    block_height   f8 [n]: metres; under 1.2 a standing body shoots over it
    block_pane     u8 [n]: 1 for glass
    near_start     i4 [cells + 1], near_item i4: for each half cell the blocks within a metre of it
    room           i2 [h, w]: index into rooms, on the metre grid; -1 outside every room
    """

    __slots__ = (
        "block_height",
        "block_pane",
        "blocks",
        "bot_path",
        "devices",
        "doors",
        "height",
        "low",
        "near_item",
        "near_start",
        "opaque",
        "pit",
        "room",
        "rooms",
        "walk",
        "wall",
        "width",
        "zones",
    )

    def __init__(
        self,
        *,
        width: int,
        height: int,
        wall: Bytes,
        opaque: Bytes,
        pit: Bytes | None = None,
        low: Bytes,
        walk: Bytes,
        blocks: Floats,
        block_height: Floats,
        block_pane: Bytes,
        near_start: Ints,
        near_item: Ints,
        room: Shorts,
        rooms: tuple[str, ...],
        zones: tuple[Zone, ...],
        doors: tuple[DoorSpot, ...],
        devices: tuple[DeviceSpot, ...],
        bot_path: tuple[tuple[float, float], ...],
    ) -> None:
        self.width, self.height = width, height
        self.wall, self.opaque, self.low, self.walk = wall, opaque, low, walk
        self.blocks, self.block_height, self.block_pane = blocks, block_height, block_pane
        self.near_start, self.near_item = near_start, near_item
        self.pit = np.zeros_like(wall) if pit is None else pit
        self.room, self.rooms = room, rooms
        self.zones, self.doors, self.devices, self.bot_path = zones, doors, devices, bot_path
        for name in (
            "wall",
            "pit",
            "opaque",
            "low",
            "walk",
            "blocks",
            "block_height",
            "block_pane",
            "near_start",
            "near_item",
            "room",
        ):
            getattr(self, name).setflags(write=False)

    def zone(self, name: str) -> Zone | None:
        """Return the zone of a name or of a room name, if there is one."""
        return zones_by_name(self).get(name)

    def tagged(self, tag: str) -> list[Zone]:
        """Return the zones that carry a tag, in map order."""
        return [z for z in self.zones if tag in z.tags]

    def free(self, x: float, y: float) -> bool:
        """Say whether a grown body may stand at a point, doors aside."""
        c, r = int(x * 2), int(y * 2)
        return x >= 0 and y >= 0 and r < self.walk.shape[0] and c < self.walk.shape[1] and bool(self.walk[r, c])

    def room_at(self, x: float, y: float) -> str:
        """Return the name of the room at a point, or an empty string."""
        c, r = int(x), int(y)
        if not (x >= 0 and y >= 0 and r < self.height and c < self.width) or self.room[r, c] < 0:
            return ""
        return self.rooms[int(self.room[r, c])]


@lru_cache(maxsize=64)
def zones_by_name(ground: Ground) -> dict[str, Zone]:
    """Return the first zone of each name and of each room name."""
    found: dict[str, Zone] = {}
    for zone in ground.zones:
        found.setdefault(zone.name, zone)
        found.setdefault(zone.room, zone)
    return found


def kept_off(rows: int, columns: int, box: Rectangle, reach: float = BODY) -> npt.NDArray[np.bool_]:
    """Return True for each half cell whose middle is within `reach` metres of a rectangle: no circle of that size fits there."""
    x0, y0, x1, y1 = box
    ys, xs = (np.arange(rows) + 0.5)[:, None] * HALF, (np.arange(columns) + 0.5)[None, :] * HALF
    dx = np.maximum(0.0, np.maximum(x0 - xs, xs - x1))
    dy = np.maximum(0.0, np.maximum(y0 - ys, ys - y1))
    touched: npt.NDArray[np.bool_] = dx * dx + dy * dy <= reach * reach
    return touched


def near_table(blocks: Floats, width: int, height: int, reach: float = 1.0) -> tuple[Ints, Ints]:
    """List for each half cell the blocks whose rectangle comes within `reach` metres of the cell."""
    lists: list[list[int]] = [[] for _ in range(width * 2 * height * 2)]
    for i, (x0, y0, x1, y1) in enumerate(blocks.tolist()):
        for r in range(max(0, int((y0 - reach) * 2)), min(height * 2 - 1, int((y1 + reach) * 2)) + 1):
            for c in range(max(0, int((x0 - reach) * 2)), min(width * 2 - 1, int((x1 + reach) * 2)) + 1):
                lists[r * width * 2 + c].append(i)
    starts = np.cumsum([0, *map(len, lists)]).astype(np.int32)
    return starts, np.array([i for cell in lists for i in cell], np.int32)


def as_plain(ground: Ground) -> dict[str, Any]:
    """Return every field by name, for the compiled cache."""
    return {name: getattr(ground, name) for name in Ground.__slots__}
