"""Small grounds drawn in letters, one letter a half cell: # wall, . floor, o low prop, D a door's cells."""

import numpy as np

from game.core.ground import DeviceSpot, DoorSpot, Ground, Zone, near_table


def ground_of(
    *lines: str,
    zones: tuple[Zone, ...] = (),
    doors: tuple[DoorSpot, ...] = (),
    devices: tuple[DeviceSpot, ...] = (),
    bot_path: tuple[tuple[float, float], ...] = (),
) -> Ground:
    """Return a ground of the drawn plan; every line has the same even length and there are evenly many lines."""
    plan = np.array([list(line) for line in lines])
    rows, columns = plan.shape
    wall = (plan == "#").astype(np.uint8)
    blocks = np.array([(c / 2, r / 2, c / 2 + 0.5, r / 2 + 0.5) for r, c in zip(*np.nonzero(plan == "o"), strict=True)])
    blocks = blocks.reshape(-1, 4).astype(np.float64)
    start, item = near_table(blocks, columns // 2, rows // 2)
    return Ground(
        width=columns // 2,
        height=rows // 2,
        wall=wall,
        opaque=wall.copy(),
        low=(plan == "o").astype(np.uint8),
        walk=((plan != "#") & (plan != "o")).astype(np.uint8),
        blocks=blocks,
        block_height=np.full(len(blocks), 0.8),
        block_pane=np.zeros(len(blocks), np.uint8),
        near_start=start,
        near_item=item,
        room=np.zeros((rows // 2, columns // 2), np.int16),
        rooms=("hall",),
        zones=zones,
        doors=doors,
        devices=devices,
        bot_path=bot_path,
    )


def hall(width: int = 24, height: int = 16, *changes: tuple[int, int, str], **parts: object) -> Ground:
    """Return a walled empty hall of width x height metres; changes are (row, first column, letters) in half cells."""
    lines = ["#" * (width * 2)] + ["#" + "." * (width * 2 - 2) + "#"] * (height * 2 - 2) + ["#" * (width * 2)]
    for r, c, letters in changes:
        lines[r] = lines[r][:c] + letters + lines[r][c + len(letters) :]
    return ground_of(*lines, **parts)  # type: ignore[arg-type]
