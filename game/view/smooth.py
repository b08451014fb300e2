"""Blurs, distances and noise for pictures, in plain numpy: what the bake needs and nothing more."""

import numpy as np
import numpy.typing as npt

from game.view.pixels import Floats, Mask


def gauss(a: Floats, sigma: float) -> Floats:
    """Blur the first two axes with a Gaussian; edges repeat."""
    r = max(1, int(sigma * 3 + 0.5))
    k = np.exp(-0.5 * (np.arange(-r, r + 1) / sigma) ** 2)
    k /= k.sum()
    out = a.astype(np.float32)
    for axis in (0, 1):
        n = out.shape[axis]
        padded = np.pad(out, [(r, r) if i == axis else (0, 0) for i in range(out.ndim)], "edge")
        part = np.moveaxis(padded, axis, 0)
        total = np.zeros_like(np.moveaxis(out, axis, 0))
        for i, weight in enumerate(k.tolist()):
            total += part[i : i + n] * np.float32(weight)
        out = np.ascontiguousarray(np.moveaxis(total, 0, axis))
    return out


def box(a: Floats, size: int) -> Floats:
    """Return the mean of a size x size window over the first two axes (size odd); edges repeat."""
    r = size // 2
    out = a.astype(np.float64)
    for axis in (0, 1):
        padded = np.pad(out, [(r + 1, r) if i == axis else (0, 0) for i in range(out.ndim)], "edge")
        sums = np.moveaxis(np.cumsum(padded, axis), axis, 0)
        out = np.moveaxis((sums[size:] - sums[:-size]) / size, 0, axis)
    return np.ascontiguousarray(out, np.float32)


def widest(a: Floats, reach: int) -> Floats:
    """Return the greatest value within `reach` rows and columns."""
    out = a.copy()
    for axis in (0, 1):
        padded = np.moveaxis(
            np.pad(out, [(reach, reach) if i == axis else (0, 0) for i in range(out.ndim)], "edge"), axis, 0
        )
        n = out.shape[axis]
        best = padded[:n].copy()
        for i in range(1, 2 * reach + 1):
            np.maximum(best, padded[i : i + n], out=best)
        out = np.moveaxis(best, 0, axis)
    return np.ascontiguousarray(out)


def distance(solid: Mask, reach: int) -> Floats:
    """Return how far each open pixel is from the nearest solid one, cut at `reach`; 0 on the solid ones."""
    far = np.float32(reach * reach)
    across = np.where(solid, np.float32(0), far)
    for axis in (0, 1):
        n = across.shape[axis]
        padded = np.moveaxis(
            np.pad(across, [(reach, reach) if i == axis else (0, 0) for i in (0, 1)], constant_values=far), axis, 0
        )
        best = padded[reach : reach + n].copy()
        for i in range(1, reach):
            for at in (reach - i, reach + i):
                np.minimum(best, padded[at : at + n] + np.float32(i * i), out=best)
        across = np.moveaxis(best, 0, axis)
    return np.ascontiguousarray(np.sqrt(np.minimum(across, far)))


def twice(a: Floats, h: int, w: int) -> Floats:
    """Enlarge a picture to twice its size by linear interpolation, cut to [h, w]."""
    for axis, n in ((0, h), (1, w)):
        at = np.clip((np.arange(n, dtype=np.float32) - 0.5) / 2, 0, a.shape[axis] - 1)
        low = at.astype(int)
        share = (at - low).reshape([-1 if i == axis else 1 for i in range(a.ndim)])
        a = np.take(a, low, axis) * (1 - share) + np.take(a, np.minimum(low + 1, a.shape[axis] - 1), axis) * share
    return a.astype(np.float32)


def cloud(h: int, w: int, cell: int, rng: np.random.Generator) -> Floats:
    """Return smooth noise 0..1 of four octaves, the largest `cell` pixels wide."""
    out = np.zeros((h, w), np.float32)
    weight, total = 1.0, 0.0
    for _ in range(4):
        gh, gw = h // cell + 2, w // cell + 2
        grid = rng.random((gh, gw)).astype(np.float32)
        out += np.float32(weight) * _stretched(grid, h, w, cell)
        total += weight
        weight *= 0.55
        cell = max(2, cell // 2)
    return out / np.float32(total)


def _stretched(grid: Floats, h: int, w: int, cell: int) -> Floats:
    """Interpolate a coarse grid to pixels along eased steps."""
    for axis, n in ((0, h), (1, w)):
        at = np.arange(n, dtype=np.float32) / cell
        low = at.astype(int)
        t = at - low
        t = (t * t * (3 - 2 * t)).reshape([-1 if i == axis else 1 for i in (0, 1)])
        grid = np.take(grid, low, axis) * (1 - t) + np.take(grid, low + 1, axis) * t
    return grid.astype(np.float32)


def grown(cells: npt.NDArray[np.bool_], factor: int) -> Mask:
    """Repeat each cell `factor` times along both axes."""
    return np.repeat(np.repeat(cells, factor, 0), factor, 1)
