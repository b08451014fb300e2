"""Lures: how often John goes where a stranger's voice calls him, the first time, after a lie, under orders, against his eyes."""

from collections.abc import Iterator

import numpy as np

from game.agent.command import IDLE, STAY, Command
from game.content.minds import MINDS
from game.core.ground import Ground
from game.core.posts import posts_of
from game.lab.probe.drive import Driver
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.prey import TO_METRES
from game.lab.probe.search import FIRST_MAP
from game.lab.probe.statistics import share
from game.lab.probe.worlds import person, world_of
from game.lab.seat import live
from game.level.load import load
from game.level.made.rooms import office
from game.session import Session
from game.sim import events as E
from game.sim.step import step
from game.sim.world import World

MAPS = 4
CALLS, FULL_CALLS = 40, 500  # of each kind
FROM, TO = 4.0, 24.0  # metres of way between the voice and him
LISTENS = 90  # ticks that he is given to hear it and to make up his mind
APART = 90 * 60  # ticks between two calls, at least
VOICE = "packer_a"
LEVEL, RUNS, FULL_RUNS, TICKS = "closing_time", 2, 50, 7200

# kind of call -> how often he has been lied to, whether he was told to stay
KINDS = {"first": (0, False), "fooled": (1, False), "told": (0, True)}


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure V1 and V3."""
    grounds = [office(FIRST_MAP + i) for i in range(MAPS)]
    n = FULL_CALLS if asked.full else CALLS
    for kind, (lies, told) in KINDS.items():
        answers = [called(grounds[k % MAPS], k, lies, told) for k in range(n)]
        heard = [a for a in answers if a is not None]
        asked.log.row("lure", kind=kind, heard=len(heard), goes=sum(heard))
        s = share(sum(heard), len(heard))
        yield asked.figure(f"lure.{kind}", s.value, len(heard), s.low, s.high)
    gaps, calls = between_calls(asked)
    yield asked.figure("lure.often", float(gaps), calls)


def called(ground: Ground, seed: int, lies: int, told: bool) -> bool | None:
    """Say whether he goes where he is called; None where too little of the voice comes to him."""
    world, dice = stage(ground, seed), np.random.default_rng(seed)
    hunter, john = world.hunter, world.ward
    boy = Driver(john, MINDS["ward"].decide, MINDS["ward"].memory(), seed)
    boy.memory.fooled = lies
    if told:
        boy.memory.order, boy.memory.order_at = STAY, 0
    world.state.gear[hunter].voices.append(VOICE)
    quiet = int(dice.integers(6, 30))
    for tick in range(quiet + LISTENS):
        events = step(world, {hunter: Command(voice=0) if tick == quiet else IDLE, john: boy.command(world)})
        if any(isinstance(e, E.Called) and not e.heard for e in events):
            return None
        if tick > quiet and boy.memory.call_at > 0:
            return boy.memory.called is not None
    return None


def stage(ground: Ground, seed: int) -> World:
    """Place the boy and the machine so many metres of way from each other."""
    posts, dice = posts_of(ground), np.random.default_rng(seed)
    while True:
        p, q = (int(v) for v in dice.integers(posts.n, size=2))
        if FROM < posts.far[p, posts.cell[q]] * TO_METRES < TO:
            break
    spots = [(float(posts.x[k]), float(posts.y[k])) for k in (p, q)]
    return world_of(ground, person("john", *spots[0]), person("t1000", *spots[1]), seed=seed)


def between_calls(asked: Asked) -> tuple[int, int]:
    """Return the pairs of calls in play that are less than a minute and a half apart, and how many calls there were."""
    close = calls = 0
    for name in asked.levels or (LEVEL,):
        level = load(name)
        for seed in range(FULL_RUNS if asked.full else RUNS):
            session, last = Session(level, seed), -APART
            for _ in live(session, "base", TICKS):
                for e in session.events:
                    if isinstance(e, E.Called):
                        close, calls = close + (session.world.tick - last < APART), calls + 1
                        last = session.world.tick
                        asked.log.row("lure.often", level=name, seed=seed, tick=last, heard=e.heard)
    return close, calls
