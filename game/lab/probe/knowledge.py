"""Causality: nobody acts on what no sight, sound or call could have brought to him; the law, the boy, the crowd."""

from collections.abc import Iterator

import numpy as np

from game.lab.probe.audit import growth
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.honesty import replayed, watch
from game.lab.seat import live
from game.level.load import load
from game.session import Session
from game.sim import events as E
from game.sim.effects import Report
from game.sim.tables import FLEE
from game.sim.world import World

LEVELS = ("closing_time",)
RUNS, FULL_RUNS = 1, 50
MORE = 8  # runs that are added until somebody has been frightened
TICKS, FULL_TICKS = 1500, 7200
HEARD = frozenset({"pistol", "shotgun", "alarm", "bell", "grenade", "blast", "scream"})
PANIC, SIGHT = 5.5, 16.0  # metres


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure N1."""
    differ = looks = faults = checked = 0
    told = Talk()
    for name in asked.levels or LEVELS:
        level = load(name)
        for seed in range(FULL_RUNS if asked.full else RUNS):
            session = Session(level, seed)
            others = [s for s in session.world.minds if s != session.hunter]
            watched = watch(level, seed, FULL_TICKS if asked.full else TICKS, others)
            faults, checked = faults + len(watched.faults), checked + watched.looks
            for fault in watched.faults:
                asked.log.row("knowledge.percepts", level=name, seed=seed, **fault._asdict())
            for slot in others:
                diary = watched.run.diaries[slot]
                same = list(replayed(level, diary))
                differ, looks = differ + same.count(False), looks + len(same)
            told.listen(asked, session)
    name = (asked.levels or LEVELS)[-1]
    for seed in range(RUNS, RUNS + MORE):
        if told.frights:
            break  # else there is nothing yet to judge
        told.listen(asked, Session(load(name), seed))
    yield asked.figure("knowledge.minds", differ, looks)
    yield asked.figure("knowledge.percepts", faults, checked)
    yield asked.figure("knowledge.crowd", told.unexplained, told.frights)
    yield asked.figure("knowledge.radio", told.nobody, told.calls)


class Talk:
    """Counts of the crowd's frights and of calls on the air, and of those without a cause."""

    def __init__(self) -> None:
        self.frights = self.unexplained = self.calls = self.nobody = 0

    def listen(self, asked: Asked, session: Session) -> None:
        """Play a run and count."""
        level, seed = session.level.id, session.seed
        for tick, what, explained in happened(session, FULL_TICKS if asked.full else TICKS):
            asked.log.row("knowledge.crowd", level=level, seed=seed, tick=tick, what=what, explained=explained)
            self.frights, self.calls = self.frights + (what == "fright"), self.calls + (what == "call")
            self.unexplained += what == "fright" and not explained
            self.nobody += what == "call" and not explained


def happened(session: Session, ticks: int) -> Iterator[tuple[int, str, bool]]:
    """Yield each fright in the crowd and each call on the air: when, what, and whether something can have caused it.

    Goes on after `ticks` until the first fright: without one there would be nothing to judge.
    """
    world = session.world
    before = np.array(world.bodies["mood"][: world.count])
    here = np.array(world.bodies["here"][: world.count])  # at the last tick: one who has just left was seen leaving
    caller = -1
    frights = 0
    for _ in live(session, "base", FULL_TICKS):
        if frights and world.tick > ticks:
            return
        mood = np.array(world.bodies["mood"][: world.count])
        for slot in np.flatnonzero((mood >= FLEE) & (before < FLEE)).tolist():
            if slot >= world.crowd_from:
                frights += 1
                yield world.tick, "fright", has_cause(session, slot, here)
        before, here = mood, np.array(world.bodies["here"][: world.count])
        for e in session.events:
            if isinstance(e, E.RadioCall):
                yield world.tick, "call", somebody_called(session, e, caller)
        caller = world.state.caller


def somebody_called(session: Session, call: E.RadioCall, caller: int) -> bool:
    """Say whether a call was made by somebody who carries a radio, by a passer-by who had dialled, or by the level."""
    world = session.world
    if caller >= 0 and call.speaker in (world.look(caller), "dispatch"):
        return True
    if call.speaker != "dispatch":
        return any(world.look(s) == call.speaker and world.b.here[s] for s in world.state.radios)
    now = {i for i, tick in world.state.fired.items() if tick == world.tick - 1}
    told = [effect for t in world.triggers if t.id in now for effect in t.do if isinstance(effect, Report)]
    return any((r.place, r.look) == (call.place, call.look) for r in told)


def has_cause(session: Session, slot: int, here: np.ndarray) -> bool:
    """Say whether somebody could have heard a shot, a bell or a cry, or seen a gun, metal or people who run."""
    world, b = session.world, session.world.b
    for e in session.events:
        if isinstance(e, E.NoiseMade) and e.kind in HEARD:
            if abs(e.x - b.x[slot]) + abs(e.y - b.y[slot]) <= e.level:
                return True
        elif isinstance(e, E.CrowdAlarmed):
            return True
    if any(seen(world, slot, j) for j in (world.player, world.hunter) if j >= 0):
        return True
    return any(
        j != slot and b.mood[j] >= FLEE and here[j] and world.gap(slot, j) < PANIC and world.clear_between(slot, j)
        for j in range(world.crowd_from, world.count)
    )


def seen(world: World, slot: int, j: int) -> bool:
    """Say whether somebody has one of the two machines in view."""
    return growth(world, slot, j, SIGHT) > 0.0 or world.gap(slot, j) < 2.0
