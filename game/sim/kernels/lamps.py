"""How bright each half cell is to the rules: every lamp's share, walls in the way counted."""

from math import sqrt
from typing import Any

from game.core.jit import kernel
from game.core.sight import clear


@kernel
def shine(out: Any, opaque: Any, x: Any, y: Any, radius: Any, power: Any) -> Any:
    """Add one lamp to out [2h, 2w]: power * (1 - d²/r²)^1.5 where nothing opaque stands between."""
    h2, w2 = out.shape
    r2 = radius * radius
    for row in range(max(0, int((y - radius) * 2.0)), min(h2, int((y + radius) * 2.0) + 1)):
        for col in range(max(0, int((x - radius) * 2.0)), min(w2, int((x + radius) * 2.0) + 1)):
            cx, cy = col * 0.5 + 0.25, row * 0.5 + 0.25
            d2 = (cx - x) * (cx - x) + (cy - y) * (cy - y)
            if d2 < r2 and not opaque[row, col] and clear(opaque, x, y, cx, cy):
                f = 1.0 - d2 / r2
                out[row, col] += power * f * sqrt(f)
