"""A hunt: any map with a start, devices and an exit is a game: three devices drawn by the seed, then out, with the T-1000 about.

What the map itself brings (people, items, its own T-1000) stays as it is; only what is missing is added.
"""

from typing import Any

import numpy as np

from game.content.actors import ACTORS
from game.core.dice import Dice, seed_of
from game.core.fields import FAR, TO_METRES
from game.core.ground import DeviceSpot, Ground, Zone, as_plain
from game.core.paths import Ways, ways_of
from game.core.sight import clear
from game.level.data import Level, SpawnSpot
from game.sim.conditions import And, Done, Flag
from game.sim.effects import Checkpoint, Ending, GiveItem, SetFlag, SetObjective
from game.sim.trigger import Objective, Trigger

DEVICES = 3  # to be used
DRAWN = 60  # cells among which a place is chosen
ENTRY = 12.0  # metres by path that the T-1000 begins away at least, where there is so much room
FARTHEST = 0.7  # … and this share of the longest way
BESIDE = 1.5  # metres at most from the player to the boy
MINE = 1 << 30  # ids of what is added begin here: no object of a map has such a number
HANDS = ("t800", "john")  # who is there to work devices


def staged(level: Level, seed: int) -> Level:
    """Return a level as a run of that seed plays it: a hunt gets its errands and whoever is missing, others stay as they are."""
    if not level.hunt:
        return level
    dice = Dice(seed_of("hunt", seed))
    people = (*level.spawns, *(missing(level, dice)))
    errands = drawn([d for d in level.ground.devices if workable(d, level)], dice)
    if not level.ground.tagged("exit"):
        level = with_zone(level, far_end(level))
    exits = level.ground.tagged("exit")
    out = exits[dice.below(len(exits))]
    goals = [goal(i, d.name, len(errands)) for i, d in enumerate(errands, 1)]
    leave = Objective(id="hunt_out", text=f"Get out: {said(out.name)}", done=Flag("hunt_is_out"), marker=out.name)
    triggers = (*level.triggers, begin(level, (goals or [leave])[0].id), *uses(errands), left(out, len(errands)))
    return changed(level, spawns=people, objectives=(*goals, leave), triggers=triggers)


def changed(level: Level, **new: Any) -> Level:
    """Return a level with some parts exchanged."""
    return Level(**({name: getattr(level, name) for name in Level.__slots__} | new))


# ------------------------------------------------------------------ errands
def workable(d: DeviceSpot, level: Level) -> bool:
    """Say whether somebody of a hunt has the hands for a device."""
    kinds = (level.start.kind, *HANDS)
    return any(d.user in ACTORS[kind].hands for kind in kinds)


def drawn(devices: list[DeviceSpot], dice: Dice) -> list[DeviceSpot]:
    """Return some devices in the order of the dice."""
    left: list[DeviceSpot] = list(devices)
    found: list[DeviceSpot] = []
    while left and len(found) < DEVICES:
        found.append(left.pop(dice.below(len(left))))
    return found


def said(name: str) -> str:
    return name.replace("_", " ")


def goal(i: int, device: str, all_of: int) -> Objective:
    """Return the i-th errand; the last one leads out."""
    return Objective(
        id=f"hunt_{i}",
        text=f"Use the {said(device)} ({i} of {all_of})",
        done=Flag(f"hunt_{i}_used"),
        next=f"hunt_{i + 1}" if i < all_of else "hunt_out",
        marker=device,
    )


def uses(devices: list[DeviceSpot]) -> list[Trigger]:
    """Return what tells that a device was used: it counts only while it is asked for."""
    return [
        Trigger(
            id=MINE + i,
            name=f"hunt_{i}_used",
            on="use",
            do=(SetFlag(f"hunt_{i}_used"), Checkpoint(f"hunt_{i}")),
            when=Done(f"hunt_{i - 1}") if i > 1 else None,
            once=False,
            area=Zone(name="", x=d.x, y=d.y, w=d.w, h=d.h),
        )
        for i, d in enumerate(devices, 1)
    ]


def begin(level: Level, first: str) -> Trigger:
    """Return what happens at the beginning: the first errand, and something to stop the machine with."""
    gun = () if level.items or level.start.gear else (GiveItem(level.start.name, "shotgun", 12),)
    return Trigger(id=MINE, name="hunt", on="start", do=(SetObjective(first), *gun))


def left(out: Zone, errands: int) -> Trigger:
    """Return what ends it: everybody of the player's side in the exit, all errands done."""
    done = tuple(Done(f"hunt_{i}") for i in range(1, errands + 1))
    when = None if not done else done[0] if len(done) == 1 else And(done)
    return Trigger(
        id=MINE + DEVICES + 1,
        name="hunt_out",
        on="enter",
        who="all",
        when=when,
        do=(SetFlag("hunt_is_out"), Ending("out")),
        once=False,
        area=out,
    )


# ------------------------------------------------------------------ who is missing
def missing(level: Level, dice: Dice) -> list[SpawnSpot]:
    """Return the boy and the T-1000, where the map has none of them."""
    teams = {s.team for s in level.spawns}
    ways = ways_of(level.ground)
    found = []
    if "ward" not in teams and level.start.kind != "john":
        x, y = beside(level, ways)
        found.append(SpawnSpot(id=MINE + 10, name="john", kind="john", team="ward", x=x, y=y))
    if "hunter" not in teams and level.start.kind != "t1000":
        x, y = entry(level, ways, dice)
        found.append(SpawnSpot(id=MINE + 11, name="t1000", kind="t1000", team="hunter", x=x, y=y))
    return found


def away(level: Level, ways: Ways) -> Any:
    """Return the path length from the start to every cell in metres [cells], negative where none leads."""
    far = ways.to(level.start.x, level.start.y).far.astype(np.float64)
    return np.where(far >= FAR, -1.0, far * TO_METRES)


def beside(level: Level, ways: Ways) -> tuple[float, float]:
    """Return a place beside the player: the farthest one that is still near."""
    far = away(level, ways)
    near = np.where(far <= BESIDE, far, -1.0)
    return ways.middle(int(near.argmax())) if near.max() >= 0 else (level.start.x, level.start.y)


def entry(level: Level, ways: Ways, dice: Dice) -> tuple[float, float]:
    """Return where the T-1000 begins: far by path and, if there is such a place, out of the player's sight."""
    far, ground = away(level, ways), level.ground
    least = min(ENTRY, float(far.max())) if far.max() * FARTHEST < ENTRY else float(far.max()) * FARTHEST
    cells = np.flatnonzero(far >= max(0.0, least)).tolist()
    if not cells:
        return level.start.x, level.start.y
    order = drawn_cells(cells, dice)
    unseen = (c for c in order if not clear(ground.opaque, level.start.x, level.start.y, *ways.middle(c)))
    return ways.middle(next(unseen, order[0]))


def drawn_cells(cells: list[int], dice: Dice) -> list[int]:
    """Return some cells as the dice fall."""
    return [cells[dice.below(len(cells))] for _ in range(DRAWN)]


def far_end(level: Level) -> Zone:
    """Return the way out of a map that has none: as far as one can get."""
    ways = ways_of(level.ground)
    far = away(level, ways)
    x, y = ways.middle(int(far.argmax())) if far.max() > 0 else (level.start.x, level.start.y)
    return Zone(name="the far end", x=x - 1.0, y=y - 1.0, w=2.0, h=2.0, tags=("exit",))


def with_zone(level: Level, zone: Zone) -> Level:
    """Return a level with one more area."""
    ground = as_plain(level.ground)
    return changed(level, ground=Ground(**(ground | {"zones": (*ground["zones"], zone)})))


def lacks(ground: Ground) -> list[str]:
    """Return in words what a map would need to be a good hunt."""
    count = len(ground.devices)
    found = [f"a hunt wants {DEVICES} devices; there are {count}"] if count < DEVICES else []
    return found + (
        ["a hunt wants a zone tagged exit; without one it ends as far away as one can get"]
        * (not ground.tagged("exit"))
    )
