"""Drives one body of a small world by a mind: it looks ten times a second, and its Command holds in between."""

from collections.abc import Callable
from typing import Any

import msgspec

from game.agent.command import IDLE, RUN, Command, held_on
from game.agent.legs import Legs, walk_to
from game.agent.percept import Percept
from game.content.minds import MINDS
from game.core.dice import Dice, seed_of
from game.core.paths import NOWHERE, ways_of
from game.core.posts import posts_of
from game.lab.omniscient import told_the_truth
from game.lab.probe.overhear import Look, fingerprint, unsaid, written
from game.sim.systems import percepts
from game.sim.world import World

Decide = Callable[[Percept, Any, Dice], Command]


class Driver:
    """A mind at the wheel of a body; `memory` is what it keeps, `looks` its diary, kept if `writes`."""

    def __init__(self, slot: int, decide: Decide, memory: Any, seed: int, knows: int = -1) -> None:
        self.slot, self.memory, self.seed = slot, memory, seed_of("driver", seed)
        self.dice = Dice(self.seed)
        self.looks: list[Look] = []
        self.writes = False
        self._decide, self._knows, self._command = decide, knows, IDLE

    def command(self, world: World) -> Command:
        """Return the Command for this tick."""
        if world.looked(self.slot):
            known = self._knows >= 0
            told = told_the_truth(world, self.slot, self._knows) if known else percepts.percept(world, self.slot)
            words = written(told) if self.writes else b""
            self._command = self._decide(told, self.memory, self.dice)
            if self.writes:
                self.looks.append(Look(told.tick, words, self._command, fingerprint(self.memory)))
            unsaid(self.memory)
        else:
            self._command = held_on(self._command)
        return self._command


class Walker(msgspec.Struct):
    """What the dumb searchers keep: legs, where they go, rooms visited and when, where he was last seen."""

    legs: Legs = msgspec.field(default_factory=Legs)
    goal: tuple[float, float] | None = None
    visited: dict[int, int] = msgspec.field(default_factory=dict)
    room: int = -1
    seen: tuple[float, float] | None = None


def notice(percept: Percept, memory: Walker) -> None:
    """Go where he was last seen, first of all."""
    prey = percept.sight_of(percept.briefing.prey[0])
    if prey is not None:
        memory.seen = memory.goal = (prey.x, prey.y)
        memory.room = -1


def there(percept: Percept, goal: tuple[float, float]) -> bool:
    dx, dy = goal[0] - percept.me.x, goal[1] - percept.me.y
    return dx * dx + dy * dy < 1.0


def wander(percept: Percept, memory: Walker, dice: Dice) -> Command:
    """Walk to where he was last seen, then to any room, and another."""
    notice(percept, memory)
    if memory.goal is None or there(percept, memory.goal):
        rooms = room_middles(percept)
        memory.goal = rooms[dice.below(len(rooms))]
    return walk_to(percept, memory.legs, dice, memory.goal, gait=RUN)


def room_by_room(percept: Percept, memory: Walker, dice: Dice) -> Command:
    """Walk to where he was last seen, then to the nearest room not yet visited, the longest ago when all were."""
    notice(percept, memory)
    rooms = room_middles(percept)
    if memory.goal is None or there(percept, memory.goal):
        if memory.room >= 0:
            memory.visited[memory.room] = percept.tick
        ways, me = ways_of(percept.ground), percept.me
        far = [ways.to(x, y).distance(me.x, me.y) for x, y in rooms]
        order = [(memory.visited.get(i, -1), d, i) for i, d in enumerate(far) if d < NOWHERE]
        memory.room = min(order)[2] if order else 0
        memory.goal = rooms[memory.room]
    return walk_to(percept, memory.legs, dice, memory.goal, gait=RUN)


def room_middles(percept: Percept) -> list[tuple[float, float]]:
    """Return a walkable place in the middle of every room, or the posts of a map without rooms."""
    ground = percept.ground
    ways = ways_of(ground)
    rooms = [ways.middle(ways.snap(*z.middle)) for z in ground.tagged("room")]
    posts = posts_of(ground)
    return rooms or list(zip(posts.x.tolist(), posts.y.tolist(), strict=True))


# Pursuers by name: the mind, its memory, and whether it is told the truth.
PURSUERS: dict[str, tuple[Decide, type, bool]] = {
    "t1000": (MINDS["t1000"].decide, MINDS["t1000"].memory, False),
    "omniscient": (MINDS["chaser"].decide, MINDS["chaser"].memory, True),
    "sweep": (room_by_room, Walker, False),
    "random": (wander, Walker, False),
}


def pursuer(name: str, slot: int, prey: int, seed: int) -> Driver:
    """Return a driver for the hunter."""
    decide, memory, knows = PURSUERS[name]
    return Driver(slot, decide, memory(), seed, prey if knows else -1)
