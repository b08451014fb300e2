"""Typed objects to the spots of a Level: one small function a class."""

from collections.abc import Callable, Sequence
from typing import Any

from game.content.doors import DOORS
from game.content.props import PROPS
from game.core.ground import DeviceSpot, DoorSpot
from game.level.data import (
    HazardSpot,
    ItemSpot,
    LampSpot,
    LessonSpot,
    LevelError,
    LureSpot,
    MimicSpot,
    PathSpot,
    PropSpot,
    SignSpot,
    SpawnSpot,
)
from game.level.typed import Thing
from game.sim.trigger import Objective, Trigger

SECOND = 60  # ticks


def of(things: Sequence[Thing], cls: str) -> list[Thing]:
    """Return the things of a class, in map order."""
    return [t for t in things if t.cls == cls]


def props(things: Sequence[Thing]) -> tuple[PropSpot, ...]:
    """Return the props; the solid ones number the first rows of the blocks."""
    found: list[PropSpot] = []
    row = 0
    for t in of(things, "prop"):
        solid = PROPS[t.v["kind"]].solid
        found.append(_prop(t, row if solid else -1))
        row += solid
    return tuple(found)


def _prop(t: Thing, block: int) -> PropSpot:
    kind, turn = PROPS[t.v["kind"]], int(t.v["turn"])
    x, y, w, h = t.x, t.y, t.w, t.h
    if not (w and h):  # drawn as a point: its own footprint about it
        w, h = (kind.w, kind.h) if turn % 180 == 0 else (kind.h, kind.w)
        x, y = x - w / 2, y - h / 2
    return PropSpot(id=t.id, name=t.name, kind=kind.id, x=x, y=y, w=w, h=h, turn=turn, block=block)


def lamp(t: Thing) -> LampSpot:
    x, y = t.middle
    v = t.v
    return LampSpot(
        id=t.id,
        name=t.name,
        kind=v["kind"],
        x=x,
        y=y,
        radius=v["radius"],
        colour=v["colour"],
        flicker=v["flicker"],
        group=v["group"],
        power=v["power"],
    )


def sign(t: Thing) -> SignSpot:
    x, y = t.middle
    return SignSpot(x=x, y=y, text=t.v["text"], colour=t.v["colour"])


def item(t: Thing) -> ItemSpot:
    x, y = t.middle
    return ItemSpot(id=t.id, name=t.name, kind=t.v["kind"], x=x, y=y)


def path(t: Thing) -> PathSpot:
    dwell = int(t.v["dwell"] * SECOND + 0.5)
    return PathSpot(id=t.id, name=t.name, kind=t.v["kind"], points=t.points, act=t.v["act"], dwell=dwell)


def door(t: Thing) -> DoorSpot:
    v, row = t.v, DOORS[t.v["kind"]]
    return DoorSpot(
        name=t.name,
        kind=v["kind"],
        x=t.x,
        y=t.y,
        w=t.w,
        h=t.h,
        key=v["key"],
        delay=v["delay"],
        pushes=row.pushes,
        opaque=row.opaque,
    )


def device(t: Thing) -> DeviceSpot:
    v = t.v
    return DeviceSpot(name=t.name, x=t.x, y=t.y, w=t.w, h=t.h, user=v["user"], ticks=v["ticks"], tags=v["tags"])


def start(t: Thing) -> SpawnSpot:
    x, y = t.middle
    kind = t.v["kind"]
    return SpawnSpot(
        id=t.id, name=t.name or kind, kind=kind, team="player", x=x, y=y, gear=t.v["gear"], form=t.v["form"]
    )


def spawn(t: Thing, route: int) -> SpawnSpot:
    x, y = t.middle
    v = t.v
    return SpawnSpot(
        id=t.id,
        name=t.name,
        kind=v["kind"],
        team=v["team"],
        x=x,
        y=y,
        count=v["count"],
        route=route,
        gear=v["gear"],
        form=v["form"],
        when=v["when"],
    )


def trigger(t: Thing) -> Trigger:
    v = t.v
    return Trigger(
        id=t.id,
        name=t.name,
        on=v["on"],
        do=v["do"],
        who=v["who"],
        when=v["when"],
        once=v["once"],
        wait=v["wait"],
        area=t.zone() if t.w and t.h else None,
    )


def objective(t: Thing) -> Objective:
    v = t.v
    return Objective(
        id=t.name, text=v["text"], done=v["done"], next=v["next"], optional=v["optional"], marker=v["marker"]
    )


def hazard(t: Thing) -> HazardSpot:
    v = t.v
    return HazardSpot(
        id=t.id, kind=v["kind"], area=t.zone(), name=t.name, period=v["period"], share=v["share"], when=v["when"]
    )


def mimic(t: Thing) -> MimicSpot:
    v = t.v
    return MimicSpot(id=t.id, name=t.name, form=v["form"], x=t.x, y=t.y, w=t.w, h=t.h, tells=(v["tell_a"], v["tell_b"]))


def lure(t: Thing) -> LureSpot:
    x, y = t.middle
    return LureSpot(id=t.id, name=t.name, form=t.v["form"], x=x, y=y)


def lesson(t: Thing) -> LessonSpot:
    x, y = t.middle
    return LessonSpot(id=t.id, name=t.name, teacher=t.v["teacher"], act=t.v["act"], x=x, y=y)


def each(things: Sequence[Thing], cls: str, make: Callable[[Thing], Any]) -> tuple[Any, ...]:
    """Return what `make` makes of every thing of a class."""
    return tuple(make(t) for t in of(things, cls))


def spawns(things: Sequence[Thing], paths: Sequence[PathSpot], file: str) -> tuple[SpawnSpot, ...]:
    """Return the spawns, their routes turned from object ids into rows of `paths`."""
    rows = {p.id: i for i, p in enumerate(paths)}
    found = []
    for t in of(things, "spawn"):
        ref = t.v["route"]
        if ref and ref not in rows:
            raise LevelError(file, f"its route {ref} is no path", "point it at a path", t.id, "reference-object")
        found.append(spawn(t, rows.get(ref, -1)))
    return tuple(found)
