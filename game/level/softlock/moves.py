"""All that may happen next: objectives are done, hands work, triggers are set off, doors go back and time passes."""

from collections.abc import Iterator

import msgspec

from game.level.softlock.facts import OBJECTIVE
from game.level.softlock.hands import in_reach, items, keys, uses
from game.level.softlock.listening import listening
from game.level.softlock.move import Move, Way
from game.level.softlock.play import Moment, Place, Play
from game.sim.trigger import Objective


class Moves:
    """All moves of a level; `reach`: (device, slot) -> the cells from which he works it."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.slots = range(len(play.side.people))
        self.reach = {(i, s): in_reach(play, i, s) for i in range(len(play.level.ground.devices)) for s in self.slots}
        self.all: tuple[Move, ...] = (
            *objectives(play),
            *uses(play, self.reach),
            *listening(play),
            *items(play),
            *keys(play),
            *falls(play),
            *time(play),
        )

    def after(self, move: Move, facts: int, place: Place) -> list[tuple[int, Place | None]]:
        """Return (facts, place) of everything that may come of a move, the place None where it wins."""
        found: dict[tuple[int, Place | None], None] = {}
        for moment in move.way(Moment(facts, place.mask, self.play.stand(place))):
            for settled in self.play.settled(moment):
                if settled.won:
                    found[settled.facts, None] = None
                else:
                    found |= dict.fromkeys((settled.facts, p) for p in self.play.places(settled))
        return list(found)


def objectives(play: Play) -> Iterator[Move]:
    """Yield a move for each objective that can come on screen."""
    for o in play.facts.shown:
        flag = play.facts.flags.get(o.id, 0)
        reads = OBJECTIVE | play.facts.done[o.id] | play.facts.reads(o.done) | flag
        yield Move(f"the objective {o.id} is done", reads | (play.echo if flag else 0), _doing(play, o))


def _doing(play: Play, objective: Objective) -> Way:
    index, done = play.facts.objectives[objective.id], play.facts.done[objective.id]
    flag, onward = play.facts.flags.get(objective.id, 0), play.facts.objectives.get(objective.next, index)

    def way(at: Moment) -> Iterator[Moment]:
        if at.facts & OBJECTIVE != index or at.facts & done:
            return
        facts = at.facts & ~OBJECTIVE | onward | done | flag
        for stand in play.truth.ways(objective.done, True, at.facts, at.mask, at.stand):
            held = ((objective.done, at.facts, at.mask),)
            yield Moment(facts, at.mask, stand, flagged=bool(flag & ~at.facts), held=held)

    return way


def falls(play: Play) -> Iterator[Move]:
    """Yield a move for each heavy door that goes back to where it rests."""
    for k, i in enumerate(play.floor.heavy):
        door = play.level.ground.doors[i]
        if door.delay:
            what = "shut" if play.rest >> k & 1 else "open"
            yield Move(f"{door.name} goes back: {what}", 0, _falling(1 << k, play.rest))


def _falling(door: int, rest: int) -> Way:
    def way(at: Moment) -> Iterator[Moment]:
        if (at.mask ^ rest) & door:
            yield msgspec.structs.replace(at, mask=at.mask ^ door)

    return way


def time(play: Play) -> Iterator[Move]:
    """Yield a move for each mark of a timer that somebody waits for, in order."""
    for name, bits in play.facts.timers.items():
        for before, bit, ticks in zip(bits, bits[1:], play.facts.marks[name], strict=False):
            yield Move(f"{ticks} ticks of the timer {name} pass", before | bit, _passing(before, bit))


def _passing(before: int, bit: int) -> Way:
    def way(at: Moment) -> Iterator[Moment]:
        if at.facts & before and not at.facts & bit:
            yield msgspec.structs.replace(at, facts=at.facts | bit)

    return way
