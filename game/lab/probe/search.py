"""Searching: how long the T-1000 takes to find prey it has lost, against who knows where he is and against dumb searchers."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from game.agent.command import Command, quantise
from game.core.ground import Ground
from game.core.posts import posts_of
from game.core.sight import clear
from game.lab.probe.calibrate import Watcher, calibration
from game.lab.probe.drive import Driver, pursuer
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.prey import KINDS, TO_METRES, Prey
from game.lab.probe.statistics import ratio, share
from game.lab.probe.worlds import person, world_of
from game.level.load import load
from game.level.made.rooms import office
from game.sim.step import step
from game.sim.world import World

MAPS, FULL_MAPS, FIRST_MAP = 2, 12, 11
RUNS, FULL_RUNS = 8, 960  # of each kind: 480 hunts leave .02 to chance, more than two minds differ by
MALL = "closing_time"
WATCHES, HEAD_START = 30, 180  # ticks: it sees him go, then turns its back on him
CALIBRATED = 60  # hunts of a kind
CAP = 120 * 60  # ticks
NEAR, FAR = 3.0, 9.0  # metres between them when it begins
KNOWN = 1.2  # awareness: it knows whom it loses
AGAINST = ("t1000", "omniscient", "sweep", "random")


Look = Callable[[World, Driver], None]


def nobody_looks(_world: World, _driver: Driver) -> None:
    """Look at nothing."""


class Hunt(NamedTuple):
    """How a hunt went: seconds from the end of the head start, and whether he was found within two minutes."""

    seconds: float
    found: bool


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure B1 to B3."""
    grounds = [office(FIRST_MAP + i) for i in range(FULL_MAPS if asked.full else MAPS)]
    names = [f"office {FIRST_MAP + i}" for i in range(len(grounds))]
    for level in asked.levels or ((MALL,) if asked.full else ()):
        grounds.append(load(level).ground)
        names.append(level)
    runs = FULL_RUNS if asked.full else RUNS
    for kind in KINDS:
        took: dict[str, list[Hunt]] = {name: [] for name in AGAINST}
        for n in range(runs):
            ground, where = grounds[n % len(grounds)], names[n % len(grounds)]
            for name in AGAINST:
                made = hunt(ground, name, kind, n)
                took[name].append(made)
                asked.log.row("search", kind=kind, pursuer=name, map=where, seed=n, **made._asdict())
        yield from figures(asked, kind, took)
    yield from calibration(asked, hunted(grounds, CALIBRATED if asked.full else RUNS))


def hunted(grounds: list[Ground], runs: int) -> Iterator[Watcher]:
    """Hunt with somebody who looks at its belief, and yield them when the hunt is over."""
    for n in range(runs):
        for kind in ("hide", "roam", "flee"):
            watcher = Watcher(grounds[n % len(grounds)])
            hunt(grounds[n % len(grounds)], "t1000", kind, n, watcher)
            yield watcher


def figures(asked: Asked, kind: str, took: dict[str, list[Hunt]]) -> Iterator[Figure]:
    """Return the figures of one kind of prey."""
    mine = [h.seconds for h in took["t1000"]]
    for other in ("omniscient", "sweep", "random"):
        r = ratio(mine, [h.seconds for h in took[other]])
        yield asked.figure(f"search.{kind}.{other}", r.value, len(mine), r.low, r.high)
    s = share(sum(h.found for h in took["t1000"]), len(mine))
    yield asked.figure(f"search.{kind}.found", s.value, len(mine), s.low, s.high)


def hunt(ground: Ground, name: str, kind: str, seed: int, look: Look = nobody_looks) -> Hunt:
    """Let a pursuer lose somebody and look for him; `look` looks on after each tick of the search."""
    world = start(ground, seed)
    driver = pursuer(name, world.hunter, world.ward, seed)
    return hunted_down(world, driver, Prey(world.ward, world.hunter, kind, seed), look)


def hunted_down(
    world: World, driver: Driver, prey: Prey, look: Look = nobody_looks, head_start: int = HEAD_START
) -> Hunt:
    """Let it watch him go, turn its back for some ticks, and look for him."""
    hunter, john = world.hunter, world.ward
    for tick in range(head_start + CAP):
        command = driver.command(world)
        if tick < head_start:
            command = held_back(world, hunter, john, tick)
        step(world, {hunter: command, john: prey.command(world)})
        if tick >= head_start and world.sees(hunter, john):
            return Hunt((tick - head_start) / 60.0, True)
        if tick >= head_start:
            look(world, driver)
    return Hunt(CAP / 60.0, False)


def start(ground: Ground, seed: int) -> World:
    """Place the two a few metres from each other, anywhere, in a clear line; it knows him."""
    px, py, x, y = places(ground, np.random.default_rng(seed))
    world = world_of(ground, person("john", x, y), person("t1000", px, py), seed=seed)
    meet(world)
    return world


def places(ground: Ground, dice: np.random.Generator) -> tuple[float, float, float, float]:
    """Return where the hunter and its prey may begin, in metres."""
    posts, columns = posts_of(ground), ground.walk.shape[1]
    cells = np.flatnonzero(posts.owner >= 0)
    while True:
        p, cell = int(dice.integers(posts.n)), int(dice.choice(cells))
        px, py = float(posts.x[p]), float(posts.y[p])
        x, y = cell % columns * 0.5 + 0.25, cell // columns * 0.5 + 0.25
        if NEAR < posts.far[p, cell] * TO_METRES < FAR and clear(ground.opaque, px, py, x, y):
            return px, py, x, y


def meet(world: World) -> None:
    """Let it face him and know him, with every door open: whoever shut them is not here."""
    turn(world, world.hunter, world.b.x[world.ward], world.b.y[world.ward])
    world.aware[world.hunter, world.ward] = KNOWN
    for k in world.heavy_doors:
        world.d.shut[k] = 0
    world.refresh_doors()


def turn(world: World, slot: int, x: float, y: float) -> None:
    """Let somebody face a place."""
    b = world.b
    dx, dy = x - b.x[slot], y - b.y[slot]
    d = max(1e-9, (dx * dx + dy * dy) ** 0.5)
    b.fx[slot], b.fy[slot] = dx / d, dy / d


def held_back(world: World, hunter: int, john: int, tick: int) -> Command:
    """It stands and watches him for half a second, then it is made to turn its back on him."""
    b = world.b
    dx, dy = b.x[john] - b.x[hunter], b.y[john] - b.y[hunter]
    way = 1.0 if tick < WATCHES else -1.0
    ax, ay = quantise(dx * way, dy * way)
    return Command(aim_x=ax, aim_y=ay)
