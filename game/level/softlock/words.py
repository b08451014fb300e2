"""The search's findings in words: what was done, where everybody is then, what is shut and what nobody can lay hands on."""

from functools import reduce
from operator import or_

from game.level.softlock.facts import OBJECTIVE
from game.level.softlock.floor import Cells
from game.level.softlock.move import Move
from game.level.softlock.moves import Moves
from game.level.softlock.play import Place, Play

ROOMS = 4  # that a region is named by


class Teller:
    """Words for the states of one level."""

    def __init__(self, play: Play, moves: Moves) -> None:
        self.play, self.moves = play, moves
        ground = play.level.ground
        self._barred = reduce(or_, (b.bars for b in play.floor.barriers), 0)
        zones = [z for z in ground.zones if "room" in z.tags]
        self._rooms = [(z.room or z.name, play.floor.inside(z)) for z in sorted(zones, key=lambda z: z.w * z.h)]

    def step(self, move: Move, before: Place, after: Place) -> str:
        """Return what a move did, and where it left those for whom it shut a way."""
        was, now = self.play.stand(before), self.play.stand(after)
        people = zip(self.play.side.people, was, now, strict=True)
        parted = [f"{p.name} {self.where(n)}" for p, w, n in people if w & ~n & ~self._barred]
        return move.words + (f", {', '.join(parted)}" if parted else "")

    def state(self, place: Place, facts: int) -> str:
        """Return a state: `john is in store, shutter_store shut, lever_store out of reach`."""
        said = [
            f"{p.name} is {self.where(cells)}" if cells else f"{p.name} is not here"
            for p, cells in zip(self.play.side.people, self.play.stand(place), strict=True)
        ]
        said += [
            f"{self.play.level.ground.doors[i].name} shut"
            for k, i in enumerate(self.play.floor.heavy)
            if place.mask >> k & 1
        ]
        said += [f"{prop} rolled" for (prop, _), bit in self.play.rolls.items() if place.mask & bit]
        said += [f"{name} out of reach" for name in self.beyond(place)]
        objectives, index = self.play.level.objectives, facts & OBJECTIVE
        said += [f"the objective is {objectives[index].id}"] if index < len(objectives) else []
        said += [f"{name} set" for name, bit in self.play.facts.flags.items() if facts & bit]
        return ", ".join(said)

    def where(self, cells: Cells) -> str:
        """Name a region by the rooms that lie mostly in it, or by those that do not where these are fewer."""
        within = {
            name: (room & cells).bit_count() * 2 >= room.bit_count() for name, room in self._rooms if room & cells
        }
        names = [name for name, mostly in within.items() if mostly]
        others = [name for name in dict(self._rooms) if name not in names]
        if not names:
            return f"in a part of {listed(list(within))}" if within else "in a place without a name"
        if len(names) > max(ROOMS, len(others)):
            return f"anywhere but {listed(others)}" if others else "anywhere"
        return f"in {listed(names)}"

    def beyond(self, place: Place) -> list[str]:
        """Return the devices that somebody has hands for and that none of them can get at now."""
        stand, devices = self.play.stand(place), self.play.level.ground.devices
        found = []
        for i, d in enumerate(devices):
            reach = [self.moves.reach[i, s] for s in self.moves.slots]
            if any(reach) and not any(r & cells for r, cells in zip(reach, stand, strict=True)):
                found.append(d.name)
        return found


def listed(names: list[str]) -> str:
    """Return some names and how many more there are."""
    more = f" and {len(names) - ROOMS} more" if len(names) > ROOMS else ""
    return ", ".join(names[:ROOMS]) + more
