"""Python's garbage collector, told what lives long: its full pass would cost two frames in play and a batch a twentieth."""

import gc

SELDOM = (10_000, 20, 50)  # what rules and minds make is freed by its count; circles are rare


def settle() -> None:
    """Let the collector forget what has been loaded, and look for circles of garbage seldom."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
