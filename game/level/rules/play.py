"""Rules of play: there is something to do, everything can be reached, and floor ends at walls."""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from game.content.props import PROPS
from game.core.ground import Bytes
from game.level import hunt
from game.level.data import Level
from game.level.plain import PlainMap
from game.level.references import words_of
from game.level.rules.doubt import Doubt, error, warning
from game.level.spots import of
from game.level.typed import Thing
from game.level.where import brief
from game.sim.effects import Checkpoint
from game.sim.systems.guise import FLOOR

REACH = 1.6  # metres: how near one must come to a device, an item, an objective
COUNTERS = 3
Mask = npt.NDArray[np.bool_]


def hunts(_p: PlainMap, _t: Sequence[Thing], level: Level | None) -> Iterator[Doubt]:
    """A hunt has devices to use and a way out."""
    for what in hunt.lacks(level.ground) if level is not None and level.hunt else ():
        yield warning("hunt", what, "add some, or write a mission of your own: objectives and an ending")


def play(plain: PlainMap, things: Sequence[Thing], level: Level | None) -> Iterator[Doubt]:
    """A level that is no hunt has objectives, checkpoints, a way for the bot, and three counters unless it is quiet."""
    if level is not None and level.hunt:
        return
    goals = [t for t in of(things, "objective") if not t.v["optional"]]
    points = sum(isinstance(w, Checkpoint) for t in things for w in words_of(t))
    if not goals:
        yield warning("play-objective", "there is no objective", "add one")
    if points < len(goals):
        what = f"fewer checkpoints ({points}) than objectives ({len(goals)})"
        yield warning("play-checkpoint", what, "add `do checkpoint …`")
    if not any(t.v["kind"] == "bot" for t in of(things, "path")):
        yield warning("play-bot", "there is no path of kind bot", "draw one from start to exit")
    counters = sum("counter" in t.v["tags"] for t in of(things, "device"))
    hunted = any(t.v["team"] == "hunter" for t in of(things, "spawn"))
    if hunted and counters < COUNTERS and not plain.properties.get("quiet"):
        what = f"devices tagged counter: {counters}, not {COUNTERS}"
        yield warning("play-counter", what, "tag more, or set the map's quiet")


def tells(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """What may be the T-1000 is something, and gives itself away in two ways."""
    for t in of(things, "mimic"):
        if t.v["tell_a"] == t.v["tell_b"]:
            what = f"the mimic site {t.name} has one tell only, {brief(t.v['tell_a'], 40)!r} twice"
            yield error("mimic-tells", what, "give tell_b another", t.id)
        if t.v["form"] not in PROPS and not t.v["form"].startswith(FLOOR):
            what = f"there is no prop of the kind {brief(t.v['form'], 40)!r} to lie as"
            yield warning("reference-name", what, f"write a kind of prop, or {FLOOR}", t.id)


def places(_p: PlainMap, things: Sequence[Thing], level: Level | None) -> Iterator[Doubt]:
    """People stand on free floor that the start reaches; devices, items, objectives, exits and paths are near it."""
    if level is None:
        return
    start = level.start
    if not level.ground.free(start.x, start.y):  # then everything else would be out of reach too
        what = f"{start.name} stands in a wall or a prop"
        yield error("object-inside", what, "move it to free floor", of(things, "start")[0].id)
        return
    near = reachable(level.ground.walk, start.x, start.y)
    for t in things:
        x, y = t.middle
        if t.cls == "spawn" and not level.ground.free(x, y):
            yield error("object-inside", f"{t.name or t.cls} stands in a wall or a prop", "move it to free floor", t.id)
        elif t.cls == "spawn" and not beside(near, x, y, 0.5):
            yield error("play-reach", f"nothing leads from the start to {t.name or t.cls}", "open a way", t.id)
        elif t.cls in ("device", "item", "objective") and not beside(near, x, y, REACH):
            yield error("play-reach", f"nobody can come near the {t.cls} {t.name}", "open a way", t.id)
        elif t.cls == "zone" and {"exit", "hide"} & set(t.v["tags"]) and not inside(near, t):
            yield error("play-reach", f"nobody can come into the zone {t.name}", "open a way", t.id)
        elif t.cls == "path" and not all(beside(near, px, py, 0.6) for px, py in t.points):
            yield warning("path-wall", f"a point of the path {t.name} is not on free floor", "move it", t.id)


def holes(_p: PlainMap, _t: Sequence[Thing], level: Level | None) -> Iterator[Doubt]:
    """Floor ends at walls, not at nothing."""
    if level is None:
        return
    floor = np.kron(level.floor > 0, np.ones((2, 2), bool))
    void = ~floor & (level.ground.wall == 0)
    beside_void = np.zeros_like(void)
    beside_void[1:] |= void[:-1]
    beside_void[:-1] |= void[1:]
    beside_void[:, 1:] |= void[:, :-1]
    beside_void[:, :-1] |= void[:, 1:]
    spots = np.argwhere(beside_void & floor & (level.ground.wall == 0))
    if len(spots):
        at = float(spots[0][1]) / 2, float(spots[0][0]) / 2
        what = f"floor without a wall at its end in {len(spots)} half cells"
        yield msgspec.structs.replace(warning("floor-hole", what, "close it with wall tiles"), at=at)


def reachable(walk: Bytes, x: float, y: float) -> Mask:
    """Return the half cells that a grown body reaches from a place with all doors open [2h, 2w]."""
    free = walk > 0
    seen = np.zeros(free.shape, bool)
    r, c = min(free.shape[0] - 1, int(y * 2)), min(free.shape[1] - 1, int(x * 2))
    todo = [(r, c)] if free[r, c] else []
    while todo:
        r, c = todo.pop()
        if not (0 <= r < free.shape[0] and 0 <= c < free.shape[1]) or seen[r, c] or not free[r, c]:
            continue
        seen[r, c] = True
        todo += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
    return seen


def beside(near: Mask, x: float, y: float, reach: float) -> bool:
    """Say whether a marked half cell's middle lies within reach of a place."""
    ys, xs = np.nonzero(near)
    dx, dy = (xs + 0.5) / 2 - x, (ys + 0.5) / 2 - y
    return bool((dx * dx + dy * dy <= reach * reach).any())


def inside(near: Mask, t: Thing) -> bool:
    """Say whether a marked half cell's middle lies in an area, or just beside it."""
    zone = t.zone()
    ys, xs = np.nonzero(near)
    return any(zone.holds((x + 0.5) / 2, (y + 0.5) / 2) for y, x in zip(ys, xs, strict=True)) or beside(
        near, *t.middle, REACH
    )
