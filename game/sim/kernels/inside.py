"""Who is in a rectangle."""

from typing import Any

from game.core.jit import kernel


@kernel
def upright_in(b: Any, n: Any, x0: Any, y0: Any, x1: Any, y1: Any, out: Any) -> Any:
    """Write into `out` which of n bodies are here, on their feet, no pool, and within the rectangle; return how many."""
    made = 0
    for i in range(n):
        if b.here[i] and not b.down[i] and not b.fluid[i] and x0 <= b.x[i] <= x1 and y0 <= b.y[i] <= y1:
            out[made] = i
            made += 1
    return made
