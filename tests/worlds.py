"""Builds small worlds from drawings: one character is half a metre."""

import numpy as np

from game.content.difficulty import DIFFICULTIES
from game.core.ground import DeviceSpot, DoorSpot, Ground, Zone, near_table
from game.sim import build
from game.sim.state import Sound
from game.sim.world import World

OPEN_ROOM = """
########################
#......................#
#......................#
#......................#
#......................#
#......................#
#......................#
#......................#
#......................#
########################
"""


def ground_of(
    drawing: str = OPEN_ROOM,
    *,
    doors: tuple[DoorSpot, ...] = (),
    devices: tuple[DeviceSpot, ...] = (),
    zones: tuple[Zone, ...] = (),
    blocks: tuple[tuple[float, float, float, float, float, bool], ...] = (),
) -> Ground:
    """Make a ground: `#` wall, anything else floor. blocks: x0, y0, x1, y1, height, pane."""
    lines = drawing.strip("\n").splitlines()
    h2, w2 = len(lines) + len(lines) % 2, len(lines[0]) + len(lines[0]) % 2
    wall = np.ones((h2, w2), np.uint8)
    for r, line in enumerate(lines):
        for c, ch in enumerate(line):
            wall[r, c] = ch == "#"
    rects = np.array([b[:4] for b in blocks], np.float64).reshape(-1, 4)
    start, item = near_table(rects, w2 // 2, h2 // 2)
    return Ground(
        width=w2 // 2,
        height=h2 // 2,
        wall=wall,
        opaque=wall.copy(),
        low=np.zeros_like(wall),
        walk=(wall == 0).astype(np.uint8),
        blocks=rects,
        block_height=np.array([b[4] for b in blocks], np.float64),
        block_pane=np.array([b[5] for b in blocks], np.uint8),
        near_start=start,
        near_item=item,
        room=np.full((h2 // 2, w2 // 2), -1, np.int16),
        rooms=(),
        zones=zones,
        doors=doors,
        devices=devices,
        bot_path=(),
    )


def person(name: str, x: float, y: float, team: str = "", kind: str = "") -> build.Person:
    """Somebody to place: the three of the story by name, anybody else a civilian packer."""
    teams = {"t800": "player", "john": "ward", "t1000": "hunter"}
    known = name in teams
    return build.Person(
        name, kind or (name if known else "packer"), team or teams.get(name, "civilian"), x, y, -1, (), ""
    )


def world_of(*people: build.Person, ground: Ground | None = None, seed: int = 1, minds: bool = False) -> World:
    """Make a lit world with these people, civilians last; without minds unless asked for."""
    ground = ground or ground_of()
    crowd = [p for p in people if p.team == "civilian"]
    order = [p for p in people if p.team != "civilian"] + crowd
    world = World(ground, [p.name for p in order], [p.kind for p in order], seed, DIFFICULTIES["standard"])
    build.place(world, order)
    build.hang_doors(world)
    build.wake(world, "t1000", "t800")
    if not minds:
        world.minds.clear()
        world.memories.clear()
    build.brief(world, [])
    build.light(world, 0.8, [])
    build.finish(world, [])
    world.block_material = ["steel"] * max(1, len(ground.blocks))
    return world


def arm(world: World, kind: str = "shotgun", who: str = "t800") -> None:
    """Put a loaded weapon in somebody's hands, ready to fire."""
    slot = world.slot(who)
    world.give(slot, kind)
    world.draw(slot, kind)
    world.b.ready_at[slot] = 0


def coming(world: World) -> list[Sound]:
    """Return the sounds that are on their way, first come first."""
    return [sound for tick in sorted(world.state.coming) for sound in world.state.coming[tick]]
