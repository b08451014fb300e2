"""Who cannot heed a mind, and who is in the middle of something."""

from typing import Any

from game.core.jit import kernel


@kernel
def idle(b: Any, acting: Any, tick: Any, out: Any, amid: Any) -> Any:
    """Write into `out` who of `acting` is away, lies or waits, and into `amid` who is in the middle of something: how many."""
    lost, made = 0, 0
    for i in acting:
        if not b.here[i] or b.down[i] or b.wait_until[i] > tick:
            out[lost] = i
            lost += 1
        if b.act[i]:
            amid[made] = i
            made += 1
    return lost, made
