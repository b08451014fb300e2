"""Tells: how well an attentive player can tell the machine from people, near and far, and that a long scan never lies."""

from collections.abc import Iterator

import numpy as np

from game.agent.command import IDLE, SCAN, Command, quantise
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.statistics import Interval, auc
from game.lab.probe.worlds import ground_of, hall, person, world_of
from game.lab.seat import live
from game.level.load import load
from game.session import Session
from game.sim import events as E
from game.sim.step import step
from game.sim.systems.suspicion import SCAN_TICKS
from game.sim.world import World

WORLDS, FULL_WORLDS = 40, 1500
PEOPLE = 6
WATCHED = 600  # ticks
NEAR, FAR = 5.0, 13.0  # metres from the eye
ARC = 0.5  # radians to each side of where it looks
SCANS, FULL_SCANS = 20, 500
LEVEL, RUNS, FULL_RUNS, TICKS = "closing_time", 2, 50, 3600
LATELY, ENOUGH = 360, 2  # ticks; soft tells


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure T1, T3 and T4."""
    worlds = FULL_WORLDS if asked.full else WORLDS
    for name, metres in (("tells.soft", NEAR), ("tells.far", FAR)):
        a = watched(worlds, metres, asked, name)
        yield asked.figure(name, a.value, worlds, a.low, a.high)
    scans = FULL_SCANS if asked.full else SCANS
    made = [scanned(n) for n in range(scans)]
    a = auc([m for m, _ in made], [h for _, h in made])
    yield asked.figure("tells.scan", a.value, scans, a.low, a.high)
    yield asked.figure("tells.scan_false", sum(m <= 0.0 for m, _ in made) + sum(h >= 0.0 for _, h in made), 2 * scans)
    yield from before(asked)


def watched(worlds: int, metres: float, asked: Asked, name: str) -> Interval:
    """Return how well ten seconds of watching tell the machine from people who stand as far off."""
    machine, people = list[float](), list[float]()
    for n in range(worlds):
        world = arc(n, metres)
        eye = world.player
        for _ in range(WATCHED):
            step(world, {eye: IDLE, world.hunter: IDLE})
        machine.append(float(world.doubt[eye, world.hunter]))
        people += [float(world.doubt[eye, j]) for j in range(world.crowd_from, world.count)]
        asked.log.row(name, machine=machine[-1], people=people[-PEOPLE:])
    return auc(machine, people)


def arc(seed: int, metres: float, people: int = PEOPLE, wide: float = ARC) -> World:
    """Return a hall in which people and the machine stand in an arc before an eye, all as far off."""
    ground = ground_of(hall(32, 32))
    dice = np.random.default_rng(seed)
    angles = dice.permutation(np.linspace(-wide, wide, people + 1))
    spots = [(16.0 + metres * float(np.cos(a)), 16.0 + metres * float(np.sin(a))) for a in angles]
    crowd = [person(f"packer_{i}", x, y) for i, (x, y) in enumerate(spots[1:])]
    world = world_of(ground, person("t800", 16.0, 16.0), person("t1000", *spots[0]), *crowd, seed=seed)
    world.b.fx[world.player], world.b.fy[world.player] = 1.0, 0.0
    for j in range(world.crowd_from, world.count):
        world.b.wait_until[j] = 10**6
    return world


def scanned(seed: int) -> tuple[float, float]:
    """Return what the eye makes of the machine and of a person after a long scan of each."""
    world = arc(seed, NEAR, 1, 0.8)
    eye, b, found = world.player, world.b, []
    for whom in (world.hunter, world.crowd_from):
        ax, ay = quantise(b.x[whom] - b.x[eye], b.y[whom] - b.y[eye])
        for _ in range(SCAN_TICKS + 30):
            events = step(world, {eye: Command(aim_x=ax, aim_y=ay, held=SCAN), world.hunter: IDLE})
            verdicts = [e for e in events if isinstance(e, E.Scanned)]
            if verdicts:
                found.append(float(world.doubt[eye, whom]))
                break
        for _ in range(6):
            step(world, {eye: IDLE, world.hunter: IDLE})
    return found[0], found[1]


def before(asked: Asked) -> Iterator[Figure]:
    """Measure T3: what there was to notice before a trusted face put its hand out."""
    told = seized = 0
    for name in asked.levels or (LEVEL,):
        level = load(name)
        for seed in range(FULL_RUNS if asked.full else RUNS):
            session, tells = Session(level, seed), list[int]()
            for _ in live(session, "base", TICKS):
                tick, hunter = session.world.tick, session.hunter
                for e in session.events:
                    if isinstance(e, E.Told) and e.who == hunter:
                        tells.append(tick)
                    elif isinstance(e, E.Seized) and e.trusted:
                        seized += 1
                        enough = sum(tick - t <= LATELY for t in tells) >= ENOUGH
                        told += enough
                        asked.log.row("tells.before", level=name, seed=seed, tick=tick, enough=enough)
    yield asked.figure("tells.before", told / max(1, seized), seized)  # every one of them: no interval could be inside
