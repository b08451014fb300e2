"""How what was set rolling goes, for the rule that moves it and for the search that asks where it comes to rest."""

from math import sqrt

from game.core.ground import Bytes

SPEED = 5.0 / 60.0  # metres a tick
ROLLS = 8.0  # metres that a vehicle rolls, at most


def heading(x: float, y: float, to_x: float, to_y: float) -> tuple[float, float, float]:
    """Return the unit way from one place to another, and the metres."""
    dx, dy = to_x - x, to_y - y
    far = max(1e-6, sqrt(dx * dx + dy * dy))
    return dx / far, dy / far, far


def strikes(wall: Bytes, x: float, y: float, dx: float, dy: float, w: float, h: float) -> bool:
    """Say whether the end that goes first, of a vehicle `w` by `h` whose middle is at (x, y), is in a wall or off the map."""
    front = nose(dx, dy, w, h)
    x, y = x + dx * front, y + dy * front
    if x < 0 or y < 0 or y * 2 >= wall.shape[0] or x * 2 >= wall.shape[1]:
        return True
    return bool(wall[int(y * 2), int(x * 2)])


def nose(dx: float, dy: float, w: float, h: float) -> float:
    """Return the metres from the middle of a vehicle to the end that goes first."""
    return abs(dx) * w / 2 + abs(dy) * h / 2
