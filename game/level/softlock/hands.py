"""What hands do: work devices, take things, open doors by their keys."""

from collections.abc import Iterator, Sequence
from math import sqrt

import msgspec

from game.core.ground import DeviceSpot
from game.level.softlock.floor import Cells
from game.level.softlock.move import Move, Way, narrowed
from game.level.softlock.play import Moment, Play
from game.sim.systems.devices import ARM, TAKE
from game.sim.systems.doors import KEY_REACH
from game.sim.trigger import Trigger

PLAYER = 0  # slot: only he takes things
PRESSED = 0.35  # metres that a body comes nearer to a wall than the middle of the last cell that counts as floor


def in_reach(play: Play, device: int, slot: int) -> Cells:
    """Return the cells from which somebody lays hands on a device: it is within reach and no other is nearer."""
    hands, d = play.side.people[slot].hands, play.level.ground.devices[device]
    if d.user not in hands:
        return 0
    mine = [(i, o) for i, o in enumerate(play.level.ground.devices) if o.user in hands]
    cells = 0
    for bit, x, y in play.floor.around(d.x, d.y, d.x + d.w, d.y + d.h, ARM + PRESSED):
        dx, dy = min(max(x, d.x), d.x + d.w) - x, min(max(y, d.y), d.y + d.h) - y
        step = min(1.0, PRESSED / max(1e-9, sqrt(dx * dx + dy * dy)))
        cells |= bit if at_hand(mine, x, y) == device or at_hand(mine, x + dx * step, y + dy * step) == device else 0
    return cells


def at_hand(devices: Sequence[tuple[int, DeviceSpot]], x: float, y: float) -> int:
    """Return the device that is nearest to a point among those within reach, -1 none."""
    near = []
    for i, d in devices:
        dx, dy = x - min(max(x, d.x), d.x + d.w), y - min(max(y, d.y), d.y + d.h)
        if dx * dx + dy * dy <= ARM * ARM:
            near.append(((x - d.x - d.w / 2) ** 2 + (y - d.y - d.h / 2) ** 2, i))
    return min(near)[1] if near else -1


def uses(play: Play, reach: dict[tuple[int, int], Cells]) -> Iterator[Move]:
    """Yield a move for each device and each of the side who can work it and whom a trigger means."""
    for i, d in enumerate(play.level.ground.devices):
        middle = d.x + d.w / 2, d.y + d.h / 2
        here = [t for t in play.facts.triggers if t.on == "use" and (t.area is None or t.area.holds(*middle))]
        for slot, person in enumerate(play.side.people):
            mine = [t for t in here if not t.who or slot in play.side.meant(t.who)]
            if mine and reach[i, slot]:
                reads = 0
                for t in mine:
                    reads |= play.touches(t)
                yield Move(f"{person.name} works {d.name}", reads, _using(play, mine, slot, reach[i, slot]))


def _using(play: Play, triggers: Sequence[Trigger], slot: int, reach: Cells) -> Way:
    def way(at: Moment) -> Iterator[Moment]:
        yield from play.asked(triggers, list(narrowed(at, slot, reach)))

    return way


def items(play: Play) -> Iterator[Move]:
    """Yield a move for each thing that matters."""
    for item in play.level.items:
        bit = play.facts.taken.get(item.id, 0)
        near = play.floor.near_box(item.x, item.y, 0.0, 0.0, TAKE + PRESSED)
        if bit:
            yield Move(f"{play.side.people[PLAYER].name} takes {item.name or item.kind}", bit, _taking(bit, near))


def _taking(bit: int, near: Cells) -> Way:
    def way(at: Moment) -> Iterator[Moment]:
        if not at.facts & bit:
            for m in narrowed(at, PLAYER, near):
                yield msgspec.structs.replace(m, facts=at.facts | bit)

    return way


def keys(play: Play) -> Iterator[Move]:
    """Yield a move for each door that a thing opens."""
    for k, i in enumerate(play.floor.heavy):
        door = play.level.ground.doors[i]
        bits = sum(play.facts.taken[item.id] for item in play.level.items if item.kind == door.key)
        near = play.floor.near_box(door.x, door.y, door.w, door.h, KEY_REACH + PRESSED)
        if bits:
            yield Move(f"{play.side.people[PLAYER].name} unlocks {door.name}", bits, _unlocking(1 << k, bits, near))


def _unlocking(door: int, bits: int, near: Cells) -> Way:
    def way(at: Moment) -> Iterator[Moment]:
        if at.facts & bits and at.mask & door:
            for m in narrowed(at, PLAYER, near):
                yield msgspec.structs.replace(m, mask=at.mask & ~door)

    return way
