"""Props: the table of what stands about, each sculpted anew for every quarter turn, so that the light stays put."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from game.content.props import PROPS
from tools.paint import (
    amusements,
    backrooms,
    cargo,
    drives,
    enginery,
    foundry,
    furniture,
    greens,
    halls,
    lorry,
    machines,
    mannequins,
    motors,
    plaza,
    roadside,
    rolling,
    roofs,
    shops,
    smalls,
)
from tools.paint.clay import Clay
from tools.paint.colour import Picture
from tools.paint.figure import UNIT
from tools.paint.output import Folder
from tools.paint.ramps import MATERIALS, Material, glossy
from tools.paint.shading import THING, picture

METRE = 32  # pixels
MARGIN = 3  # pixels around a footprint, for outline and overhang
TURNS = (0, 90, 180, 270)

Sculptor = Callable[[Clay, float, float, int], None]


def _no_roles(_: int) -> dict[str, str]:
    return {}


@dataclass(frozen=True)
class Shape:
    """A kind of prop: who sculpts it, in how many variants, and the paint of its `coat` and `roof`, one a variant.

    spread   metres that it reaches beyond its footprint, as a tree's crown does
    unit     pixels of one of the sculptor's units
    roles    materials by role, for the sculptor's own words
    turns    the quarter turns that are sculpted; the view turns the picture for the others
    """

    sculptor: Sculptor
    variants: int = 1
    coats: tuple[str, ...] = ("grey",)
    roofs: tuple[str, ...] = ("sheet",)
    spread: float = 0.0
    unit: float = 1.0
    roles: Callable[[int], dict[str, str]] = _no_roles
    turns: tuple[int, ...] = TURNS


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
    "car": Shape(motors.car, 3, ("oxblood", "denim", "cotton")),
    "cruiser": Shape(motors.cruiser, 1, ("tank",)),
    "van": Shape(motors.van, 2, ("cotton", "grey")),
    "bike": Shape(motors.bike, 1, ("gun",)),
    "planter": Shape(greens.planter, 2),
    "shrub": Shape(greens.shrub, 3),
    "tree": Shape(greens.tree, 2, spread=0.6),
    "bench": Shape(greens.bench),
    "bin": Shape(greens.bin_, 2),
    "fountain": Shape(plaza.fountain),
    "sculpture": Shape(plaza.sculpture),
    "kiosk": Shape(halls.kiosk, 3),
    "directory": Shape(halls.directory),
    "phones": Shape(halls.phones),
    "vending": Shape(halls.vending, 2),
    "photobooth": Shape(halls.photobooth),
    "trolley": Shape(halls.trolley, 2),
    "shelter": Shape(halls.shelter),
    "counter": Shape(shops.counter, 2),
    "counter_pink": Shape(shops.counter_pink),
    "counter_blue": Shape(shops.counter_blue),
    "rack": Shape(shops.rack, 4),
    "stand": Shape(shops.stand, 3),
    "table": Shape(shops.table, 3),
    "stove": Shape(shops.stove, 2),
    "mannequin": Shape(mannequins.mannequin, 4, spread=0.4, unit=UNIT, roles=mannequins.roles),
    "arcade": Shape(amusements.arcade, 4),
    "change": Shape(amusements.change),
    "pool": Shape(amusements.pool),
    "sofa": Shape(backrooms.sofa),
    "console": Shape(backrooms.console),
    "toolbench": Shape(backrooms.toolbench),
    "stall": Shape(backrooms.stall),
    "compactor": Shape(backrooms.compactor),
    "boiler": Shape(backrooms.boiler, 2),
    "tank": Shape(backrooms.tank),
    "rail": Shape(foundry.rail),
    "vat": Shape(foundry.vat, spread=0.25),
    "ladle": Shape(foundry.ladle),
    "ingot": Shape(foundry.ingot, 2),
    "mould": Shape(foundry.mould, 2),
    "pipes": Shape(foundry.pipes),
    "rolls": Shape(rolling.rolls),
    "slabs": Shape(rolling.slabs, 3),
    "coil": Shape(rolling.coil, 3),
    "coolbed": Shape(rolling.coolbed, 2),
    "hotbed": Shape(rolling.hotbed, 2),
    "furnace": Shape(rolling.furnace),
    "cage": Shape(rolling.cage),
    "press": Shape(drives.press),
    "gear": Shape(drives.gear, drives.GEAR_STEPS),
    "motor": Shape(drives.motor),
    "flywheel": Shape(enginery.flywheel, enginery.WHEEL_STEPS, turns=(0,)),
    "piston": Shape(enginery.piston, enginery.STROKES),
    "belt": Shape(enginery.belt, enginery.BELT_STEPS),
    "boilerhouse": Shape(enginery.boilerhouse, turns=(0,)),
    "roof_plant": Shape(roofs.roof_plant, turns=(0,)),
    "roof_light": Shape(roofs.roof_light, 3, turns=(0,)),
    "roof_vent": Shape(roofs.roof_vent, turns=(0,)),
    "valve": Shape(drives.valve),
    "shower": Shape(drives.shower),
    "tanker": Shape(drives.tanker),
    "station": Shape(roadside.station, 1, ("khaki",)),
    "fence_post": Shape(roadside.fence_post, 3, spread=0.1),
    "wire": Shape(roadside.wire, spread=0.1),
    "road_sign": Shape(roadside.road_sign),
    "mile_post": Shape(roadside.mile_post, spread=0.05),
    "power_pole": Shape(roadside.power_pole, spread=0.2),
    "guard_rail": Shape(roadside.guard_rail),
}


def canvas(metres: float) -> int:
    """Return the even number of pixels that holds a length and its margin."""
    return 2 * math.ceil((metres * METRE) / 2 + MARGIN)


def materials(shape: Shape, variant: int) -> dict[str, Material]:
    """Return a prop's materials, with its own coat and roof."""
    own = {"coat": glossy(MATERIALS[shape.coats[variant % len(shape.coats)]])}
    own["roof"] = MATERIALS[shape.roofs[variant % len(shape.roofs)]]
    return MATERIALS | own | {role: MATERIALS[name] for role, name in shape.roles(variant).items()}


def prop(kind: str, turn: int, variant: int) -> Picture:
    """Return the picture of one prop, its footprint in the middle: [y, x, 4]."""
    row, shape = PROPS[kind], SHAPES[kind]
    across, along = (row.w, row.h) if turn % 180 == 0 else (row.h, row.w)
    wide, tall = canvas(across + 2 * shape.spread), canvas(along + 2 * shape.spread)
    clay = Clay(wide, tall, materials(shape, variant), yaw=math.radians(turn), unit=shape.unit)
    shape.sculptor(clay, row.w * METRE / shape.unit, row.h * METRE / shape.unit, variant)
    return picture(clay, THING)


def press_head() -> Picture:
    """Return the picture of a press's head, larger than any lane: the view cuts it to its own."""
    wide, tall = round(drives.HEAD[0] * METRE), round(drives.HEAD[1] * METRE)
    clay = Clay(wide, tall, MATERIALS)
    drives.press_head(clay, wide, tall)
    return picture(clay, THING)


def small(name: str) -> Picture:
    """Return the picture of a small thing."""
    sculptor, size = smalls.SMALL[name]
    clay = Clay(size, size, MATERIALS, samples=4)
    sculptor(clay)
    return picture(clay, THING)


def paint_props(folder: Folder) -> None:
    """Paint assets/props."""
    for kind, shape in SHAPES.items():
        for variant in range(shape.variants):
            for turn in shape.turns:
                folder.picture(f"props/{kind}_{turn}_{variant}.png", prop(kind, turn, variant))
    folder.picture("props/press_head_0_0.png", press_head())
    for name in smalls.SMALL:
        folder.picture(f"props/{name}_0_0.png", small(name))
