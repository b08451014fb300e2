"""Kernels hold no memory: what makes arrays is a maker."""

import numpy as np
import pytest

from game.core.jit import JIT, kernel, maker


def refused(row: np.ndarray) -> float:
    made = np.empty(len(row))
    made[:] = row
    return float(made[-1])


def allowed(row: np.ndarray) -> float:
    made = np.empty(len(row))
    made[:] = row
    return float(made[-1])


@pytest.mark.skipif(not JIT, reason="nothing is compiled")
def test_a_kernel_that_makes_an_array_is_refused() -> None:
    with pytest.raises(Exception, match="nopython"):
        kernel(refused)(np.ones(3))


def test_a_maker_may_make_one() -> None:
    assert maker(allowed)(np.ones(3)) == 1.0
