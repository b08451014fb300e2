"""Small playable levels for tests: a drawing in half metres, people, doors, devices, and triggers in the words of a map."""

import numpy as np
from worlds import ground_of

from game.content.doors import DOORS
from game.core.ground import DeviceSpot, DoorSpot, Zone
from game.level.data import ItemSpot, Level, PropSpot, SpawnSpot
from game.level.grids import walk_grid
from game.level.words import parse_do, parse_when
from game.sim.trigger import Objective, Trigger

# Two rooms of 4 x 4 m and the doorway between them, 1 m thick and 1.5 m high: west 0.5..4.5, east 5.5..9.5.
TWO_ROOMS = """
####################
#........##........#
#........##........#
#..................#
#..................#
#..................#
#........##........#
#........##........#
#........##........#
####################
"""
WEST = Zone(name="west", x=0.5, y=0.5, w=4.0, h=4.0, tags=("room",))
EAST = Zone(name="east", x=5.5, y=0.5, w=4.0, h=4.0, tags=("room",))
ROOMS = (WEST, EAST)


def shutter(kind: str = "shutter", *, key: str = "", delay: int = 0) -> DoorSpot:
    """Return the door between the two rooms."""
    row = DOORS[kind]
    return DoorSpot(
        name="shutter",
        kind=kind,
        x=4.5,
        y=1.5,
        w=1.0,
        h=1.5,
        key=key,
        delay=delay,
        pushes=row.pushes,
        opaque=row.opaque,
    )


def lever(name: str = "lever", x: float = 1.0, user: str = "any") -> DeviceSpot:
    """Return a device at the south wall."""
    return DeviceSpot(name=name, x=x, y=4.0, w=0.5, h=0.5, user=user)


def trigger(
    number: int, on: str, do: str, *, who: str = "", when: str = "", again: bool = False, area: Zone | None = None
) -> Trigger:
    """Return a trigger named by its number."""
    asked = parse_when(when) if when else None
    return Trigger(id=number, name=f"t{number}", on=on, do=parse_do(do), who=who, when=asked, once=not again, area=area)


def use(number: int, device: DeviceSpot, do: str, *, who: str = "", when: str = "") -> Trigger:
    """Return a trigger that a device sets off, again and again."""
    area = Zone(name="", x=device.x, y=device.y, w=device.w, h=device.h)
    return trigger(number, "use", do, who=who, when=when, again=True, area=area)


def goal(name: str, done: str, then: str = "") -> Objective:
    return Objective(id=name, text=name, done=parse_when(done), next=then)


def item(kind: str, x: float, y: float) -> ItemSpot:
    return ItemSpot(id=900 + int(x * 10), name=kind, kind=kind, x=x, y=y)


def someone(name: str, team: str, x: float, y: float, *, waits: bool = False) -> SpawnSpot:
    asked = parse_when("flag come") if waits else None
    return SpawnSpot(id=800 + len(name), name=name, kind=name, team=team, x=x, y=y, when=asked)


def car(x: float, y: float) -> PropSpot:
    """Return a parked car with its middle at a point."""
    return PropSpot(id=700, name="car", kind="car", x=x - 0.5, y=y - 0.5, w=1.0, h=1.0, block=0)


def level_of(
    *triggers: Trigger,
    drawing: str = TWO_ROOMS,
    doors: tuple[DoorSpot, ...] = (),
    devices: tuple[DeviceSpot, ...] = (),
    zones: tuple[Zone, ...] = ROOMS,
    items: tuple[ItemSpot, ...] = (),
    spawns: tuple[SpawnSpot, ...] = (),
    goals: tuple[Objective, ...] = (),
    start: tuple[float, float] = (2.0, 2.0),
    cars: tuple[PropSpot, ...] = (),
) -> Level:
    """Return a level where the T-800 begins in the west room; bodies keep their distance from walls and cars."""
    blocks = tuple((c.x, c.y, c.x + c.w, c.y + c.h, 1.2, False) for c in cars)
    ground = ground_of(drawing, doors=doors, devices=devices, zones=zones, blocks=blocks)
    floor = np.ones((ground.height, ground.width), np.uint8)
    ground.walk = walk_grid(ground.wall, floor, ground.blocks)
    begins = SpawnSpot(id=1, name="t800", kind="t800", team="player", x=start[0], y=start[1])
    return Level(
        id="small",
        file="small.tmx",
        title="Small",
        hash="",
        par=600,
        control="t800",
        hour="night",
        stage="",
        ambient=(0.5, 0.5, 0.5),
        ground=ground,
        floor=floor,
        materials=("concrete",),
        wall_styles=("brick",),
        decals=(),
        overhead=(),
        panes=(),
        props=cars,
        signs=(),
        lamps=(),
        items=items,
        start=begins,
        spawns=spawns,
        paths=(),
        triggers=triggers,
        objectives=goals,
    )
