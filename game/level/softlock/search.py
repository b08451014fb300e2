"""Walks every state that can be reached and marks those from which no ending can: a mission must never be lost in silence."""

import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import numpy as np
import numpy.typing as npt

from game.level.data import Level
from game.level.softlock.moves import Moves
from game.level.softlock.play import Moment, Place, Play, TooMuch
from game.level.softlock.words import Teller

MOST = 400_000  # states
TOLD = 8  # dead ends that are told in full
Numbers = npt.NDArray[np.int64]


class Trace(msgspec.Struct, frozen=True):
    """The shortest way into a dead end: its steps, the state they lead to, and how many states lie beyond its like."""

    steps: tuple[str, ...]
    state: str
    states: int = 1

    def __str__(self) -> str:
        return "; ".join((*self.steps, self.state))


class Report(msgspec.Struct, frozen=True):
    """What the search found.

    states   how many can be reached; `whole` is false where it was cut off there
    lost     how many of them have no way to an ending
    dead     the first ways into them, one for each last step and place
    never    objectives that no run can do
    seconds  that it took
    """

    states: int
    lost: int
    dead: tuple[Trace, ...]
    never: tuple[str, ...]
    seconds: float
    whole: bool = True


def search(level: Level, *, hunter: bool = True, most: int = MOST) -> Report:
    """Look at every state of a level; without `hunter`, at those of a run in which nobody hunts."""
    return Search(level, hunter, most).report()


class Search:
    """The states of one level. A state is (place, facts); both are numbered as they are met, 0 is the ending."""

    def __init__(self, level: Level, hunter: bool, most: int) -> None:
        began = time.perf_counter()
        self.level, self.most = level, most
        self.play = Play(level, hunter=hunter)
        self.whole = True
        beginnings: list[Moment] = []
        with self._bounds():
            beginnings = self.play.begin()
        self.moves = Moves(self.play)
        self.places: list[Place] = []
        self.place_of: list[int] = [-1]
        self.facts_of: list[int] = [0]
        self.parent, self.step = array("q", [-1]), array("h", [-1])
        self.source, self.target = array("q"), array("q")
        self.done = 0  # every fact that ever came true
        self.known: dict[int, int] = {}  # place and facts -> number of the state
        self._places: dict[Place, int] = {}
        with self._bounds():
            self._explore(beginnings)
        self.seconds = time.perf_counter() - began

    @contextmanager
    def _bounds(self) -> Iterator[None]:
        """Note it where there is more to look at than a search should."""
        try:
            yield
        except TooMuch:
            self.whole = False

    def _place(self, place: Place) -> int:
        number = self._places.setdefault(place, len(self.places))
        if number == len(self.places):
            self.places.append(place)
        return number

    def _explore(self, beginnings: list[Moment]) -> None:
        """Number all states in order of their distance from the beginning, and note every step between them."""
        width = self.play.facts.width
        known = self.known
        for moment in beginnings:
            for begins in [] if moment.won else self.play.places(moment):
                key = self._place(begins) << width | moment.facts
                if key not in known:
                    self._met(key, -1, -1)
        groups = self._groups()
        here = 1
        while here < len(self.place_of) and self.whole:
            place, facts = self.place_of[here], self.facts_of[here]
            reached: set[int] = set()
            for bits, steps, memo in groups:
                key = place << width | facts & bits
                after = memo.get(key)
                if after is None:
                    after = memo[key] = [one for step in steps for one in self._after(step, facts & bits, place)]
                rest = facts & ~bits
                for to, step in after:
                    number = known.get(to | rest) if to >= 0 else 0
                    reached.add(self._met(to | rest, here, step) if number is None else number)
            reached.discard(here)
            self.source.extend([here] * len(reached))
            self.target.extend(reached)
            here += 1
            self.whole = len(self.place_of) <= self.most

    def holds(self, place: Place, facts: int) -> bool:
        """Say whether a state is among those that were reached."""
        number = self._places.get(place)
        return number is not None and number << self.play.facts.width | facts in self.known

    def _groups(self) -> list[tuple[int, list[int], dict[int, list[tuple[int, int]]]]]:
        """Return (bits, moves, what is known to come of them) of the moves that read the same bits."""
        steps: dict[int, list[int]] = {}
        for i, move in enumerate(self.moves.all):
            steps.setdefault(move.reads, []).append(i)
        return [(bits, some, {}) for bits, some in steps.items()]

    def _met(self, key: int, parent: int, step: int) -> int:
        """Give a new state its number."""
        width = self.play.facts.width
        number = self.known[key] = len(self.place_of)
        self.place_of.append(key >> width)
        self.facts_of.append(key & ((1 << width) - 1))
        self.parent.append(parent)
        self.step.append(step)
        return number

    def _after(self, step: int, facts: int, place: int) -> Iterator[tuple[int, int]]:
        """Yield (place and facts, move) of what comes of a move with only the bits that it reads; -1 is an ending."""
        width = self.play.facts.width
        for new, at in self.moves.after(self.moves.all[step], facts, self.places[place]):
            self.done |= new
            number = -1 if at is None else self._place(at) << width | new
            if number != place << width | facts:
                yield number, step

    # ------------------------------------------------------------------ what it means
    def saved(self) -> npt.NDArray[np.bool_]:
        """Return for each state whether an ending can be reached from it."""
        source, target = np.array(self.source, np.int64), np.array(self.target, np.int64)
        good = np.zeros(len(self.place_of), bool)
        good[0] = True
        while True:  # rounds of steps backward, each over the edges that are still open
            new = np.unique(source[good[target] & ~good[source]])
            if not len(new):
                return good
            good[new] = True
            still = ~good[source]
            source, target = source[still], target[still]

    def report(self) -> Report:
        dead = np.flatnonzero(~self.saved()) if self.whole else np.zeros(0, np.int64)
        bits = self.play.facts.done
        told = [o for o in self.level.objectives if not o.optional or o.id in bits]  # those at the side are never shown
        never = tuple(o.id for o in told if not self.done & bits.get(o.id, 0)) if self.whole else ()
        return Report(len(self.place_of) - 1, len(dead), self._told(dead), never, self.seconds, self.whole)

    def _told(self, dead: Numbers) -> tuple[Trace, ...]:
        """Tell the first way into each kind of dead end: kinds differ in the step that leads there, the doors or the rooms."""
        lost = set(dead.tolist())
        kinds: dict[tuple[int, int], list[int]] = {}
        for number in dead.tolist():
            if self.parent[number] not in lost:
                kinds.setdefault((self.step[number], self.place_of[number]), []).append(number)
        teller = Teller(self.play, self.moves)
        return tuple(self._trace(some[0], len(some), teller) for some in list(kinds.values())[:TOLD])

    def _trace(self, number: int, like: int, teller: Teller) -> Trace:
        steps: list[str] = []
        at = number
        while self.parent[at] >= 0:
            before, after = self.places[self.place_of[self.parent[at]]], self.places[self.place_of[at]]
            steps.append(teller.step(self.moves.all[self.step[at]], before, after))
            at = self.parent[at]
        return Trace(
            tuple(reversed(steps)), teller.state(self.places[self.place_of[number]], self.facts_of[number]), like
        )
