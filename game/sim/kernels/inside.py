"""Who is in a rectangle, and who is round a body."""

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


@kernel
def around(b: Any, n: Any, i: Any, reach: Any, out: Any) -> Any:
    """Write into `out` which of n bodies are here and may be within a reach of body i, itself among them; return how many.

    All who are, and some in the corners of the square: PERF, whoever asks measures those few anyhow.
    """
    made = 0
    reach *= 1.001  # whatever a root rounds to
    x0, y0, x1, y1 = b.x[i] - reach, b.y[i] - reach, b.x[i] + reach, b.y[i] + reach
    for j in range(n):
        if x0 <= b.x[j] <= x1 and y0 <= b.y[j] <= y1 and b.here[j]:
            out[made] = j
            made += 1
    return made
