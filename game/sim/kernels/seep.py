"""Where metal that lies on the floor may run: under doors, props and into pits, never through a wall."""

from typing import Any

from game.core.jit import kernel

WALL = 1  # in kernels.motion's `solid`


@kernel
def floor_at(solid: Any, x: Any, y: Any) -> Any:
    """Say whether a point (metres) is on the map and not in a wall."""
    rows, columns = solid.shape
    return x >= 0.0 and y >= 0.0 and x < columns * 0.5 and y < rows * 0.5 and solid[int(y * 2.0), int(x * 2.0)] != WALL


@kernel
def seep(solid: Any, x: Any, y: Any, dx: Any, dy: Any) -> Any:
    """Return where a pool at (x, y) comes to that runs (dx, dy), less than half a metre: it slides along walls."""
    if floor_at(solid, x + dx, y) and floor_at(solid, x + dx, y + dy):
        return x + dx, y + dy
    if floor_at(solid, x, y + dy):
        return x, y + dy
    if floor_at(solid, x + dx, y):
        return x + dx, y
    return x, y
