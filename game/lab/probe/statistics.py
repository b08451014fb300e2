"""The few statistics that the probes need: ratios with an interval, areas under a curve, correlations without a third thing."""

from collections.abc import Callable
from math import sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]
RESAMPLES = 1000
NORMAL = 1.959964


class Interval(NamedTuple):
    """A value and its 95 % interval."""

    value: float
    low: float
    high: float


def ratio(above: list[float], below: list[float]) -> Interval:
    """Return the ratio of two means over the same runs, with a bootstrap interval over runs."""
    a, b = np.asarray(above, np.float64), np.asarray(below, np.float64)
    return resampled(len(a), lambda rows: a[rows].mean(-1) / np.maximum(1e-9, b[rows].mean(-1)))


def resampled(n: int, value: Callable[[Rows], Numbers]) -> Interval:
    """Return a value of n runs with a bootstrap interval; `value` takes indexes of runs [..., n] and returns values [...]."""
    low, high = np.percentile(value(np.random.default_rng(0).integers(0, n, (RESAMPLES, n))), (2.5, 97.5))
    return Interval(float(value(np.arange(n))), float(low), float(high))


def mean(values: list[float]) -> Interval:
    """Return a mean with a bootstrap interval."""
    a = np.asarray(values, np.float64)
    if not len(a):
        return Interval(float("nan"), float("nan"), float("nan"))
    rows = np.random.default_rng(0).integers(0, len(a), (RESAMPLES, len(a)))
    low, high = np.percentile(a[rows].mean(1), (2.5, 97.5))
    return Interval(float(a.mean()), float(low), float(high))


def share(hits: int, n: int) -> Interval:
    """Return a share with Wilson's interval."""
    if n == 0:
        return Interval(float("nan"), float("nan"), float("nan"))
    p, z2 = hits / n, NORMAL * NORMAL
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = NORMAL / (1 + z2 / n) * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return Interval(p, min(p, max(0.0, middle - half)), max(p, min(1.0, middle + half)))


def auc(positive: list[float], negative: list[float]) -> Interval:
    """Return the chance that a positive scores above a negative, ties counting half, with a bootstrap interval."""
    p, n = np.asarray(positive, np.float64), np.asarray(negative, np.float64)
    if not len(p) or not len(n):
        return Interval(float("nan"), float("nan"), float("nan"))
    dice = np.random.default_rng(0)
    made = [
        area(p[dice.integers(0, len(p), len(p))], n[dice.integers(0, len(n), len(n))]) for _ in range(RESAMPLES // 5)
    ]
    low, high = np.percentile(made, (2.5, 97.5))
    return Interval(area(p, n), float(low), float(high))


def area(positive: Numbers, negative: Numbers) -> float:
    """Return the area under the curve by ranks."""
    order = np.sort(negative)
    below, upto = np.searchsorted(order, positive, "left"), np.searchsorted(order, positive, "right")
    return float((below + upto).mean() / 2 / len(negative))


def partial_correlation(x: Numbers, y: Numbers, given: Numbers) -> float:
    """Return the correlation of x and y when what `given` explains of both is taken away; 0 where one does not vary."""
    base = np.stack([np.ones_like(given), given], axis=1)
    rest = [v - base @ np.linalg.lstsq(base, v, rcond=None)[0] for v in (x, y)]
    size = sqrt(float((rest[0] ** 2).sum() * (rest[1] ** 2).sum()))
    return float((rest[0] * rest[1]).sum()) / size if size > 1e-9 else 0.0
