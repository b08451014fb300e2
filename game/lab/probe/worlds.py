"""Small worlds for measuring: a drawn room or a made map, a few people, no story."""

import numpy as np

from game.content.difficulty import DIFFICULTIES
from game.core.ground import DeviceSpot, DoorSpot, Ground, Zone
from game.level.made.ground import Block, ground_from
from game.sim import build
from game.sim.world import World

LIT = 0.8
POOLS = 12  # that the hunter may come apart into
TEAMS = {"t800": "player", "john": "ward", "t1000": "hunter"}


def hall(width: int, height: int) -> str:
    """Return the drawing of an empty walled hall of so many metres."""
    line = "#" + "." * (width * 2 - 2) + "#"
    return "\n".join(["#" * (width * 2), *[line] * (height * 2 - 2), "#" * (width * 2)])


def ground_of(
    drawing: str,
    *,
    doors: tuple[DoorSpot, ...] = (),
    devices: tuple[DeviceSpot, ...] = (),
    zones: tuple[Zone, ...] = (),
    blocks: tuple[Block, ...] = (),
) -> Ground:
    """Make a ground of a drawing, one letter half a metre: `#` wall, anything else floor. blocks: x0, y0, x1, y1, height, pane."""
    lines = drawing.strip("\n").splitlines()
    rows, columns = len(lines) + len(lines) % 2, len(lines[0]) + len(lines[0]) % 2
    wall = np.ones((rows, columns), np.uint8)
    for r, line in enumerate(lines):
        wall[r, : len(line)] = [letter == "#" for letter in line]
    return ground_from(wall, (wall == 0).astype(np.uint8), doors=doors, devices=devices, zones=zones, blocks=blocks)


def person(name: str, x: float, y: float, kind: str = "", team: str = "") -> build.Person:
    """Somebody to place: the three of the story by name, anybody else a packer of the crowd."""
    known = name if name in TEAMS else "packer"
    return build.Person(name, kind or known, team or TEAMS.get(name, "civilian"), x, y, -1, (), "")


def pools(x: float, y: float) -> list[build.Person]:
    """Return what the hunter needs to come apart."""
    return [build.Person(f"blob_{i}", "blob", "hunter", x, y, -1, (), "", later=True) for i in range(POOLS)]


def world_of(
    ground: Ground, *people: build.Person, seed: int = 1, difficulty: str = "standard", light: float = LIT
) -> World:
    """Make a world with these people, the crowd last; nobody has a mind of his own, whoever could have one takes Commands."""
    order = [p for p in people if p.team != "civilian"] + [p for p in people if p.team == "civilian"]
    world = World(ground, [p.name for p in order], [p.kind for p in order], seed, DIFFICULTIES[difficulty])
    build.place(world, order)
    build.hang_doors(world)
    build.wake(world, "t1000", "t800")
    world.minds.clear()
    world.memories.clear()
    build.brief(world, [])
    build.light(world, light, [])
    build.finish(world, [])
    world.block_material = ["steel"] * max(1, len(ground.blocks))
    return world
