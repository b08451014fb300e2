"""Parked vehicles that a trigger sets rolling: where each comes to rest, what it bars there and what it leaves free."""

from functools import reduce
from operator import or_

import numpy as np

from game.core.ground import BODY, Bytes, Zone
from game.level.data import Level, PropSpot
from game.level.grids import walk_grid
from game.level.softlock.floor import Barrier, Cells, Floor
from game.sim.effects import Vehicle
from game.sim.rolling import ROLLS, SPEED, heading, strikes

WINDOW = 5.0  # metres: a change of the floor that can be walked round within so many is none


def rolls(level: Level, floor: Floor) -> dict[tuple[str, str], int]:
    """Add to the floor what each (vehicle, area) of the triggers changes there; return their bits, 0 where it is nothing."""
    props = {p.name: p for p in level.props if p.name and p.block >= 0}
    found: dict[tuple[str, str], int] = {}
    for e in (e for t in level.triggers for e in t.do if isinstance(e, Vehicle) and e.what == "roll"):
        prop, zone = props.get(e.prop), floor.ground.zone(e.zone)
        if prop is not None and zone is not None and (e.prop, e.zone) not in found:
            barrier = moved(level, floor, prop, zone)
            if parts(floor, barrier.bars) or parts(floor, barrier.frees):
                found[e.prop, e.zone] = floor.add(barrier)
    return found


def moved(level: Level, floor: Floor, prop: PropSpot, zone: Zone) -> Barrier:
    """Return what a vehicle bars and frees when it has rolled toward an area."""
    ground = level.ground
    x, y = rest(ground.wall, prop, zone)
    bars = floor.near_box(x - prop.w / 2, y - prop.h / 2, prop.w, prop.h, BODY)
    blocks = np.delete(ground.blocks, prop.block, axis=0)
    without = floor.cells_of(walk_grid(ground.wall | ground.pit, level.floor, blocks) > 0)
    return Barrier(bars, without & ~floor.walk & ~bars)


def rest(wall: Bytes, prop: PropSpot, zone: Zone) -> tuple[float, float]:
    """Return the middle of a vehicle that has come to rest: at a wall, or as far as it rolls."""
    x, y = prop.x + prop.w / 2, prop.y + prop.h / 2
    dx, dy, far = heading(x, y, *zone.middle)
    left = min(far, ROLLS) - SPEED
    while left > 0 and not strikes(wall, x + dx * SPEED, y + dy * SPEED, dx, dy, prop.w, prop.h):
        x, y, left = x + dx * SPEED, y + dy * SPEED, left - SPEED
    return x, y


def parts(floor: Floor, cells: Cells) -> bool:
    """Say whether it matters if some cells are floor: not all that lies beside them hangs together without them."""
    around = floor.spread(cells, WINDOW) & floor.walk & ~cells & ~reduce(or_, floor.doorways, 0)
    beside = floor.grown(cells) & floor.walk & ~cells
    return bool(beside & ~floor.flood(beside & -beside & around, around))
