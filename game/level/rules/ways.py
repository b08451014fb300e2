"""Rules of ways: whoever must act can get there, keys lie before their doors, and no door shuts somebody in for good."""

from collections.abc import Iterator, Sequence

from game.core.ground import HALF, DoorSpot
from game.core.sight import clear
from game.level.data import Level
from game.level.hunt import ENTRY
from game.level.plain import PlainMap
from game.level.rules.doubt import Doubt, error, warning
from game.level.rules.reach import TAKE, Known, Reach
from game.level.softlock.doorways import blocked
from game.level.softlock.floor import Cells
from game.level.spots import of
from game.level.typed import Thing
from game.level.words import write_when
from game.sim.effects import SetDoor
from game.sim.trigger import Trigger

OPEN = "open the way, or put a lever or key on this side of the door"


def ways(_p: PlainMap, things: Sequence[Thing], level: Level | None) -> Iterator[Doubt]:
    """Everything that must be reached can be, as the doors stand and as they can be opened; nobody is shut in."""
    if level is None:
        return
    known = Known(level)
    best = Reach(known, known.shut_first())
    wide = Reach(known, ())
    yield from places(things, known, best, wide)
    yield from company(things, known, best, wide)
    yield from goals(things, level, best)
    yield from silent(things, level, best)
    yield from traps(level, known, best)
    yield from entry(things, level, known)
    yield from doorways(things, known)


def places(things: Sequence[Thing], known: Known, best: Reach, wide: Reach) -> Iterator[Doubt]:
    """Devices have somebody who can work them; items lie where somebody gets."""
    for i, t in enumerate(of(things, "device")):
        if not best.can_work(i):
            user = t.v["user"]
            if not any(user in m.hands for m in known.side):
                yield warning(
                    "play-reach", f"nobody here has the hands ({user}) for the device {t.name}", "see user", t.id
                )
            elif wide.can_work(i):
                yield error("play-key", f"the device {t.name} lies behind {between(known, best, wide)}", OPEN, t.id)
    for t in of(things, "item"):
        near = known.near(*t.middle, TAKE)
        if near and not best.anywhere() & near and wide.anywhere() & near:
            own = [d.name for d in shut_doors(known, best) if d.key == t.v["kind"]]
            what = f"{', '.join(own)}, which it opens" if own else between(known, best, wide)
            yield error("play-key", f"the {t.v['kind']} lies behind {what}", OPEN, t.id)
    for t in of(things, "zone"):
        if "exit" in t.v["tags"]:
            cells = known.floor.inside(t.zone())
            if cells & wide.anywhere() and not cells & best.anywhere():
                yield error("play-key", f"the exit {t.name} lies behind {between(known, best, wide)}", OPEN, t.id)


def company(things: Sequence[Thing], known: Known, best: Reach, wide: Reach) -> Iterator[Doubt]:
    """The player can come together with everybody on his side."""
    mine = best.where[0]
    for m, at, at_most in zip(known.side[1:], best.where[1:], wide.where[1:], strict=True):
        if at and not at & mine and at_most & wide.where[0]:
            t = next(t for t in of(things, "spawn") if t.name == m.name)
            yield error("play-key", f"{m.name or m.team} stands behind {between(known, best, wide)}", OPEN, t.id)


def shut_doors(known: Known, best: Reach) -> list[DoorSpot]:
    """Return the doors that stay shut even at best."""
    return [known.level.ground.doors[i] for i in sorted(best.shut)]


def between(known: Known, best: Reach, wide: Reach) -> str:
    """Return in words the doors that part what is reached from what is not."""
    mine, more = known.floor.grown(best.anywhere()), wide.anywhere()
    names = [known.level.ground.doors[i].name for i in sorted(best.shut) if known.doorways[i] & mine & more]
    return f"the door {', '.join(names)}, which nothing on this side opens" if names else "a way that does not open"


def goals(things: Sequence[Thing], level: Level, best: Reach) -> Iterator[Doubt]:
    """Every objective can be done by whoever must do it."""
    by_name = {o.id: o for o in level.objectives}
    for t in of(things, "objective"):
        if t.name not in best.done and t.name in by_name:
            lacks = " and ".join(write_when(a) for a in best.lacking(by_name[t.name].done)[:3])
            yield error(
                "play-reach", f"the objective {t.name} can never be done: {lacks} cannot be", "open a way", t.id
            )


def silent(things: Sequence[Thing], level: Level, best: Reach) -> Iterator[Doubt]:
    """A trigger can be set off."""
    used = {t.id: t for t in level.triggers}
    for t in of(things, "trigger"):
        made = used[t.id]
        if t.id in best.fired:
            continue
        if made.on == "use" and not best.devices_of(made):
            yield warning("trigger-never", "no device lies in its area", "draw the area over the device", t.id)
        elif not best.can_hear(made):
            yield warning("trigger-never", f"nobody can ever set it off (on {made.on})", "open a way to it", t.id)
        elif made.when is not None:
            lacks = " and ".join(write_when(a) for a in best.lacking(made.when)[:3])
            yield warning("trigger-never", f"its condition never holds: {lacks} cannot be", "correct `when`", t.id)


def entry(things: Sequence[Thing], level: Level, known: Known) -> Iterator[Doubt]:
    """The hunter begins out of the player's sight, and not too near by path."""
    start, opaque = level.start, level.ground.opaque.copy()
    for i, d in enumerate(level.ground.doors):
        if d.opaque and (d.pushes or i in known.shut_first()):
            opaque[d.cells] = 1
    for t in of(things, "spawn"):
        if t.v["team"] != "hunter" or t.v["when"] is not None or start.kind == "t1000":
            continue
        x, y = t.middle
        near = known.side[0].at
        for _ in range(int(ENTRY / HALF)):
            near = known.floor.grown(near) & known.walk
        if near & known.floor.at(x, y):
            yield warning(
                "fairness-entry", f"{t.name} begins less than {ENTRY:g} m from the player", "move it away", t.id
            )
        elif clear(opaque, start.x, start.y, x, y):
            yield warning("fairness-entry", f"{t.name} begins in the player's sight", "move it behind something", t.id)


def doorways(things: Sequence[Thing], known: Known) -> Iterator[Doubt]:
    """A door is a way."""
    no_way = blocked(known.floor)
    for t in of(things, "door"):
        if t.name in no_way:
            what = f"no grown body gets through the door {t.name}"
            yield warning("door-blocked", what, "put it over a doorway, or move what stands before it", t.id)


# ------------------------------------------------------------------ traps
def traps(level: Level, known: Known, best: Reach) -> Iterator[Doubt]:
    """Whoever shuts a door, or goes through one that goes back by itself, can still come to an end."""
    if not best.ended:
        return
    told: set[tuple[int, str]] = set()
    for t in level.triggers:
        for e in t.do if t.id in best.fired else ():
            if isinstance(e, SetDoor) and e.name in known.heavy and (t.id, e.name) not in told:
                told.add((t.id, e.name))
                door = known.heavy[e.name]
                rests_shut = door in known.shut_first()
                back = level.ground.doors[door].delay > 0
                if e.what == "shut" and not (back and not rests_shut):
                    yield from shut_in(t, door, known, best)
                elif e.what == "open" and back and rests_shut:
                    yield from fallen_shut(t, door, known, best)


def shut_in(t: Trigger, door: int, known: Known, best: Reach) -> Iterator[Doubt]:
    """Yield a doubt if who sets a trigger off may stand where the door that it shuts leaves no end to come to."""
    stand = standing(t, known, best)
    for i, m in enumerate(known.side):
        for part in parts(known, best, door, best.where[i] & stand) if stand else ():
            if part & stand and meant(t, m.name, m.team) and lost(known, best, door, i, part):
                name = known.level.ground.doors[door].name
                what = f"{m.name} shuts the door {name} on himself: no end can be reached from there"
                yield error("play-trap", what, "a lever on both sides, or a delay after which it opens", t.id)
                return


def fallen_shut(t: Trigger, door: int, known: Known, best: Reach) -> Iterator[Doubt]:
    """Yield a doubt if a door that goes back by itself may leave somebody behind it without an end to come to."""
    spot = known.level.ground.doors[door]
    beside = known.floor.grown(known.floor.grown(known.doorways[door]))
    for i, m in enumerate(known.side):
        for part in parts(known, best, door, best.where[i]):
            if part & beside and lost(known, best, door, i, part):
                what = f"the door {spot.name} goes shut again behind {m.name}: no end can be reached from there"
                yield error("play-trap", what, "a lever on that side, or no delay", t.id)
                return


def standing(t: Trigger, known: Known, best: Reach) -> Cells:
    """Return the cells in which somebody of the side sets a trigger off, 0 where it is not in their hands."""
    cells = 0
    if t.on == "use":
        for i in best.devices_of(t):
            cells |= known.near_device(known.level.ground.devices[i])
    elif t.on == "enter" and t.area is not None:
        cells = known.floor.inside(t.area)
    return cells


def meant(t: Trigger, name: str, team: str) -> bool:
    """Say whether a trigger's `who` may be somebody."""
    return t.who in ("", "all", name, team)


def parts(known: Known, best: Reach, door: int, cells: Cells) -> Iterator[Cells]:
    """Yield the parts into which a shut door cuts what somebody reaches."""
    closed = known.doorways[door]
    for i in best.shut:
        closed |= known.doorways[i]
    left = cells & ~closed
    while left:
        part = known.floor.flood(left & -left, known.walk & ~closed)
        yield part
        left &= ~part


def lost(known: Known, best: Reach, door: int, member: int, part: Cells) -> bool:
    """Say whether no end can be reached, at best, with the door shut and somebody on that side of it."""
    begin = [part if i == member else at for i, at in enumerate(best.where)]
    return not Reach(known, {*best.shut, door}, begin, best).ended
