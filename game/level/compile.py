"""PlainMap -> Level: what the map means, in metres and ticks; raises LevelError on the first thing that cannot be."""

from typing import Any

import numpy as np

from game.core.ground import Ground, near_table
from game.level import grids, spots
from game.level.data import DecalSpot, Level, LevelError
from game.level.limits import LIMITS
from game.level.plain import FLIP_D, FLIP_H, FLIP_V, PlainMap
from game.level.references import faults, words_of
from game.level.schema import CLASSES
from game.level.spots import each, of
from game.level.typed import TILE, Thing, map_values, things
from game.sim.effects import Branch, Ending


def compile_level(plain: PlainMap, stem: str, content: str) -> Level:
    """Return the level; `stem` names it if the map does not, `content` is the fingerprint of its files."""
    check_map(plain)
    some = things(plain)
    check_counts(some, plain)
    for fault in faults(some, plain):
        raise fault
    v = map_values(plain)
    floor, materials = grids.floor_grid(plain)
    wall, styles = grids.wall_grid(plain)
    props = spots.props(some)
    panes = grids.glass(plain, first=sum(p.block >= 0 for p in props))
    paths = each(some, "path", spots.path)
    ground = _ground(plain, some, floor, materials, wall, grids.block_rows(props, panes), props)
    if not ground.walk.any():
        raise LevelError(plain.file, "nobody can stand anywhere", "lay floor, and leave room on it", code="floor-none")
    return Level(
        id=v["mission"] or stem,
        file=plain.file,
        title=v["title"] or stem,
        hash=content,
        par=int(v["par"] * spots.SECOND),
        control=v["control"],
        hour=v["hour"],
        stage=v["stage"],
        ambient=v["ambient"],
        ground=ground,
        floor=floor,
        materials=materials,
        wall_styles=styles,
        decals=_decals(plain, "decor"),
        overhead=_decals(plain, "overhead"),
        panes=panes,
        props=props,
        signs=each(some, "sign", spots.sign),
        lamps=each(some, "light", spots.lamp),
        items=each(some, "item", spots.item),
        start=spots.start(of(some, "start")[0]),
        spawns=spots.spawns(some, paths, plain.file),
        paths=paths,
        triggers=each(some, "trigger", spots.trigger),
        objectives=each(some, "objective", spots.objective),
        hazards=each(some, "hazard", spots.hazard),
        mimics=each(some, "mimic", spots.mimic),
        lures=each(some, "lure", spots.lure),
        lessons=each(some, "lesson", spots.lesson),
        hunt=not v["mission"] and not has_story(some),
    )


def has_story(some: list[Thing]) -> bool:
    """Say whether a map says itself what is to be done: by objectives, or by an end to come to."""
    return bool(of(some, "objective")) or any(isinstance(w, Ending | Branch) for t in some for w in words_of(t))


def check_map(plain: PlainMap) -> None:
    """Refuse what the file may say but the game does not play: other tile sizes, moved layers, two of a name."""
    if (plain.tile_width, plain.tile_height) != (TILE, TILE):
        what = f"has tiles of {plain.tile_width} x {plain.tile_height} pixels"
        raise LevelError(plain.file, what, f"use tiles of {TILE} x {TILE}", code="map-tiles")
    seen: set[str] = set()
    for layer in plain.layers:
        if layer.kind != "tile":
            continue
        if layer.name in seen:
            raise LevelError(plain.file, f"has two layers named {layer.name!r}", "rename one", code="layer-twice")
        seen.add(layer.name)
    for layer in plain.layers:
        if layer.offset != (0.0, 0.0) and layer.kind == "tile":
            raise LevelError(
                plain.file, f"layer {layer.path!r} is moved", "set its offset to 0, 0", code="layer-offset"
            )


def check_counts(some: list[Thing], plain: PlainMap) -> None:
    """Refuse a map without a start, or with too many of something."""
    if not of(some, "start"):
        raise LevelError(plain.file, "has no start", "add a point of class start", code="start-missing")
    for cls in CLASSES.values():
        if cls.most and len(of(some, cls.id)) > cls.most:
            extra = of(some, cls.id)[cls.most]
            raise LevelError(plain.file, f"more than {cls.most} {cls.id}", "remove one", extra.id, "object-count")
    people = sum(t.v["count"] for t in of(some, "spawn"))
    if people > LIMITS.people:
        raise LevelError(plain.file, f"holds {people} people", f"at most {LIMITS.people}", code="object-count")


STEEL = "molten"  # the floor material that nobody walks on


def _ground(
    plain: PlainMap,
    some: list[Thing],
    floor: Any,
    materials: tuple[str, ...],
    wall: Any,
    rows: dict[str, Any],
    props: Any,
) -> Ground:
    zones = tuple(t.zone(t.v["tags"], t.v["room"]) for t in of(some, "zone"))
    opaque, low = grids.sight_grids(wall, props)
    pit = (
        np.kron(floor == 1 + materials.index(STEEL), np.ones((2, 2), np.uint8)).astype(np.uint8)
        if STEEL in materials
        else None
    )
    starts, near = near_table(rows["blocks"], plain.width, plain.height)
    room, rooms = grids.room_grid(plain.height, plain.width, zones)
    return Ground(
        width=plain.width,
        height=plain.height,
        wall=wall,
        opaque=opaque,
        low=low,
        pit=pit,
        walk=grids.walk_grid(wall if pit is None else wall | pit, floor, rows["blocks"]),
        near_start=starts,
        near_item=near,
        room=room,
        rooms=rooms,
        zones=zones,
        doors=each(some, "door", spots.door),
        devices=each(some, "device", spots.device),
        bot_path=next((t.points for t in of(some, "path") if t.v["kind"] == "bot"), ()),
        **rows,
    )


def _decals(plain: PlainMap, layer: str) -> tuple[DecalSpot, ...]:
    return tuple(
        DecalSpot(
            kind=kind,
            x=x,
            y=y,
            flip_h=bool(flips & FLIP_H),
            flip_v=bool(flips & FLIP_V),
            flip_d=bool(flips & FLIP_D),
        )
        for x, y, _, _, kind, flips in grids.tiles(plain, layer)
        if kind
    )
