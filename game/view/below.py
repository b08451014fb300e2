"""What lies a storey below a floor of bars: ducts, mains, girders and machines, dark and cold; laid at load."""

from collections.abc import Iterator

import numpy as np

from game.level.data import DecalSpot, Level
from game.view import assets
from game.view.pixels import METRE, Floats, Picture, over

MATERIAL = "grating"
HOLE = 24  # the brightest that a pixel between bars is, 0..255
DIM = np.array((0.44, 0.49, 0.58), np.float32)  # what the depth leaves of each colour
PIT = np.array((9.0, 11.0, 16.0), np.float32)
# What runs below, the deepest first: picture, whether along columns, in each how many rows or columns, in the which of them.
RUNS = (
    ("overhead/duct.png", False, 7, 4),
    ("overhead/mains.png", True, 9, 2),
    ("overhead/mains.png", False, 7, 1),
    ("overhead/beam.png", True, 5, 4),
)
MACHINES = ("props/motor_0_0.png", "props/boiler_0_0.png", "props/generator_0_0.png", "props/tank_0_0.png")
APART, ODDS = 4, 0.6  # metres between two machines, and how likely there is one


def lay(rgb: Floats, level: Level) -> None:
    """Paint the storey below into the holes of every floor of bars."""
    if MATERIAL not in level.materials:
        return
    cells = level.floor == level.materials.index(MATERIAL) + 1
    if not cells.any():
        return
    deep = np.empty_like(rgb)
    deep[:] = PIT
    for picture, x, y in _things(cells):
        over(deep, picture, x, y)
    holes = np.kron(cells, np.ones((METRE, METRE), bool)) & (rgb.max(2) < HOLE)
    rgb[holes] = deep[holes] * DIM + PIT * (1 - DIM)


def _things(cells: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> Iterator[tuple[Picture, float, float]]:
    """Yield what lies below, the deepest first: its picture and its middle in pixels."""
    for r, c in np.argwhere(cells[::APART, ::APART]).tolist():
        dice = np.random.default_rng((r, c))
        picture = assets.rgba(MACHINES[int(dice.integers(len(MACHINES)))]) if dice.random() < ODDS else None
        if picture is not None:
            yield picture, (c * APART + 1.5) * METRE, (r * APART + 2.5) * METRE
    for name, along, every, at in RUNS:
        spot = DecalSpot(x=0, y=0, kind="", flip_d=along)
        picture = assets.turned(name, spot)
        if picture is not None:
            for r, c in np.argwhere(cells).tolist():
                if (c if along else r) % every == at:
                    yield picture, (c + 0.5) * METRE, (r + 0.5) * METRE
