"""Ground that no file tells of: from a table of walls."""

import numpy as np

from game.core.ground import DeviceSpot, DoorSpot, Ground, Zone, near_table

Block = tuple[float, float, float, float, float, bool]  # x0, y0, x1, y1, height, pane


def ground_from(
    wall: np.ndarray,
    walk: np.ndarray,
    *,
    doors: tuple[DoorSpot, ...] = (),
    devices: tuple[DeviceSpot, ...] = (),
    zones: tuple[Zone, ...] = (),
    blocks: tuple[Block, ...] = (),
    room: np.ndarray | None = None,
    rooms: tuple[str, ...] = (),
) -> Ground:
    """Make a ground of a wall table u8 [2h, 2w] and a table of where one may stand."""
    rows, columns = wall.shape
    boxes = np.array([b[:4] for b in blocks], np.float64).reshape(-1, 4)
    start, item = near_table(boxes, columns // 2, rows // 2)
    return Ground(
        width=columns // 2,
        height=rows // 2,
        wall=wall,
        opaque=wall.copy(),
        low=np.zeros_like(wall),
        walk=walk,
        blocks=boxes,
        block_height=np.array([b[4] for b in blocks], np.float64),
        block_pane=np.array([b[5] for b in blocks], np.uint8),
        near_start=start,
        near_item=item,
        room=np.full((rows // 2, columns // 2), -1, np.int16) if room is None else room,
        rooms=rooms,
        zones=zones,
        doors=doors,
        devices=devices,
        bot_path=(),
    )
