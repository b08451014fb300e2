"""Props: the table of what stands about, each sculpted anew for every quarter turn, so that the light stays put."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from game.content.props import PROPS
from tools.paint import cargo, furniture, items, lorry, machines
from tools.paint.clay import Clay
from tools.paint.colour import Picture
from tools.paint.output import Folder
from tools.paint.ramps import MATERIALS, Material, glossy
from tools.paint.shading import THING, picture

METRE = 32  # pixels
MARGIN = 3  # pixels around a footprint, for outline and overhang
TURNS = (0, 90, 180, 270)

Sculptor = Callable[[Clay, float, float, int], None]


@dataclass(frozen=True)
class Shape:
    """A kind of prop: who sculpts it, in how many variants, and the paint of its `coat` and `roof`, one a variant."""

    sculptor: Sculptor
    variants: int = 1
    coats: tuple[str, ...] = ("grey",)
    roofs: tuple[str, ...] = ("sheet",)


SHAPES: dict[str, Shape] = {
    "truck": Shape(lorry.lorry, 2, ("denim", "cotton"), ("sheet", "grey")),
    "crates": Shape(cargo.crates, 3),
    "dumpster": Shape(cargo.dumpster),
    "pallet": Shape(cargo.pallet, 2),
    "drum": Shape(cargo.drum, 3),
    "bollard": Shape(cargo.bollard),
    "barrier": Shape(cargo.barrier),
    "shelf": Shape(furniture.shelf, 2),
    "desk": Shape(furniture.desk, 2),
    "lockers": Shape(furniture.lockers),
    "fridge": Shape(furniture.fridge),
    "conveyor": Shape(machines.conveyor),
    "generator": Shape(machines.generator),
    "forklift": Shape(machines.forklift, 1, ("yellow",)),
}


def canvas(metres: float) -> int:
    """Return the even number of pixels that holds a length and its margin."""
    return 2 * math.ceil((metres * METRE) / 2 + MARGIN)


def materials(shape: Shape, variant: int) -> dict[str, Material]:
    """Return a prop's materials, with its own coat and roof."""
    own = {"coat": glossy(MATERIALS[shape.coats[variant % len(shape.coats)]])}
    own["roof"] = MATERIALS[shape.roofs[variant % len(shape.roofs)]]
    return MATERIALS | own


def prop(kind: str, turn: int, variant: int) -> Picture:
    """Return the picture of one prop, its footprint in the middle: [y, x, 4]."""
    row, shape = PROPS[kind], SHAPES[kind]
    across, along = (row.w, row.h) if turn % 180 == 0 else (row.h, row.w)
    clay = Clay(canvas(across), canvas(along), materials(shape, variant), yaw=math.radians(turn))
    shape.sculptor(clay, row.w * METRE, row.h * METRE, variant)
    return picture(clay, THING)


def small(name: str) -> Picture:
    """Return the picture of a small thing."""
    sculptor, size = items.SMALL[name]
    clay = Clay(size, size, MATERIALS, samples=4)
    sculptor(clay)
    return picture(clay, THING)


def paint_props(folder: Folder) -> None:
    """Paint assets/props."""
    for kind, shape in SHAPES.items():
        for variant in range(shape.variants):
            for turn in TURNS:
                folder.picture(f"props/{kind}_{turn}_{variant}.png", prop(kind, turn, variant))
    for name in items.SMALL:
        folder.picture(f"props/{name}_0_0.png", small(name))
