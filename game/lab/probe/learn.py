"""Learning within a mission: somebody with habits is found the sooner, somebody without none the later (T1000.md 10)."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import get_context
from typing import NamedTuple

import numpy as np

from game.agent.command import IDLE, Command
from game.core.ground import Ground
from game.core.posts import posts_of
from game.lab.probe.drive import Driver, pursuer
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.prey import Prey
from game.lab.probe.search import FIRST_MAP, hunted_down, meet, nobody_looks, places, start
from game.lab.probe.statistics import Interval, Numbers, Rows, ratio, resampled
from game.lab.probe.worlds import ground_of, hall, person, world_of
from game.level.made.rooms import office
from game.sim.step import step
from game.sim.world import World

MAPS = 6
HAUNTS = 3
EARLY, LATE = slice(0, 2), slice(4, 8)
SWITCHES = 5  # he has other haunts from the sixth time on
OLD, NEW = slice(3, 5), slice(7, 10)  # times that tell what it had gained by the old ones, and gains by the new
HIDDEN = 1200  # ticks in which he goes to where he hides: it has to look for him, not to run after him
TAKES_IN = 12  # ticks in which it takes in that it has found him
UNSEEN, FULL_UNSEEN, MINUTE = 2, 20, 3600
JOBS = 2


class Sort(NamedTuple):
    """A sort of prey: whether he has haunts and changes them, how often they meet, how many series a full probe takes."""

    habits: bool
    switches: bool
    times: int
    series: int


# As many series as tell a figure inside its bound from one that is not. One series leaves to chance, as a standard error, .5 of
# the ratio of one without haunts (with 60 a true 1.0 could not be told inside of 1 +- .12), 2 of what is regained of a gain.
SETTLED, ANYWHERE, FICKLE = Sort(True, False, 8, 480), Sort(False, False, 8, 300), Sort(True, True, 10, 400)
SERIES = 2
Task = tuple[Sort, bool, int]
Took = list[list[float]]


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure L1 to L4."""
    settled, forgets = pairs(asked, SETTLED)
    n = len(settled)
    r = ratio([sum(s[LATE]) for s in settled], [2.0 * sum(s[EARLY]) for s in settled])
    yield asked.figure("learning.habit", r.value, n, r.low, r.high)
    r = ratio([sum(s[LATE]) for s in settled], [sum(s[LATE]) for s in forgets])
    yield asked.figure("learning.worth", r.value, n, r.low, r.high)
    anywhere, wiped = pairs(asked, ANYWHERE)
    r = ratio([sum(s[LATE]) for s in anywhere], [sum(s[LATE]) for s in wiped])
    yield asked.figure("learning.none", r.value, len(anywhere), r.low, r.high)
    fickle, blank = pairs(asked, FICKLE)
    r = regained(fickle, blank)
    asked.log.row("regained", value=r.value, low=r.low, high=r.high)
    yield asked.figure("learning.switch", r.value, len(fickle))  # 400 leave +-.2 to chance: judged by its value
    unseen = FULL_UNSEEN if asked.full else UNSEEN
    yield asked.figure("learning.unobserved", sum(learned_unseen(k) for k in range(unseen)), unseen)


def pairs(asked: Asked, sort: Sort) -> tuple[Took, Took]:
    """Return the seconds of some series: of a hunter that learns, and of one that forgets, each with the same prey."""
    tasks = [(sort, learns, seed) for learns in (True, False) for seed in range(sort.series if asked.full else SERIES)]
    if asked.full:
        with ProcessPoolExecutor(JOBS, mp_context=get_context("spawn")) as workers:
            took = list(workers.map(met, tasks, chunksize=MAPS))
    else:
        took = [met(task) for task in tasks]
    for (_, learns, seed), seconds in zip(tasks, took, strict=True):
        asked.log.row("learning", seed=seed, habits=sort.habits, learns=learns, switches=sort.switches, seconds=seconds)
    return took[: len(took) // 2], took[len(took) // 2 :]


def regained(learns: Took, forgets: Took) -> Interval:
    """Return how much of what it had gained by the old haunts it gains by the new ones, from two times after the change on.

    A gain is the share of the time of one that forgets: both meet the same prey, and some haunts are found sooner than others.
    """
    mine, its = np.array(learns), np.array(forgets)

    def gained(rows: Rows, part: slice) -> Numbers:
        both = [seconds[rows][..., part].sum((-2, -1)) for seconds in (mine, its)]
        return np.asarray(1.0 - both[0] / np.maximum(1e-9, both[1]))

    return resampled(len(mine), lambda rows: gained(rows, NEW) / np.maximum(1e-9, gained(rows, OLD)))


@lru_cache(maxsize=MAPS)
def ground_of_series(number: int) -> Ground:
    """Return one of the offices that the series go round."""
    return office(FIRST_MAP + number)


def met(task: Task) -> list[float]:
    """Return the seconds that one hunter takes to find the same prey again and again, by his sort, whether it learns, a seed."""
    sort, learns, seed = task
    ground = ground_of_series(seed % MAPS)
    world, dice = start(ground, seed), np.random.default_rng(1000 + seed)
    driver = pursuer("t1000", world.hunter, world.ward, seed)
    rooms = np.array([p for p, room in enumerate(posts_of(ground).room) if room])
    haunts = [tuple(int(p) for p in dice.choice(rooms, HAUNTS, replace=False)) for _ in range(2)]
    took = list[float]()
    for k in range(sort.times):
        if k:
            again(world, places(ground, dice))
            driver.memory.prey.seen_at = world.tick  # that they meet is no find of its own
        if not learns:
            driver.memory.found, driver.memory.haunts_since, driver.memory.prey.habit = [], [1.0], np.zeros(0)
        mine = haunts[int(sort.switches and k >= SWITCHES)] if sort.habits else ()
        prey = Prey(world.ward, world.hunter, "hide", seed * 100 + k, mine)
        took.append(hunted_down(world, driver, prey, nobody_looks, HIDDEN).seconds)
        for _ in range(TAKES_IN):
            step(world, {world.hunter: driver.command(world)})
    return took


def again(world: World, spots: tuple[float, float, float, float]) -> None:
    """Let the two meet somewhere else."""
    b = world.b
    for slot, (x, y) in ((world.hunter, spots[:2]), (world.ward, spots[2:])):
        b.x[slot], b.y[slot], b.vx[slot], b.vy[slot] = x, y, 0.0, 0.0
    meet(world)


def learned_unseen(seed: int) -> bool:
    """Say whether it has learned anything by a minute in which somebody hides again and again behind a wall."""
    lines = hall(24, 8).splitlines()
    split = ground_of("\n".join(line[:24] + "#" + line[25:] for line in lines))
    world = world_of(split, person("john", 18.0, 4.0), person("t1000", 4.0, 4.0), seed=seed)
    driver: Driver = pursuer("t1000", world.hunter, world.ward, seed)
    dice, walk = np.random.default_rng(seed), IDLE
    for tick in range(MINUTE):
        if tick % 60 == 0:
            x, y = (int(v) for v in dice.integers(-127, 128, 2))
            walk = Command(x, y, gait=int(dice.integers(0, 3)))
        step(world, {world.hunter: driver.command(world), world.ward: walk})
    blank = type(driver.memory)()
    names = ("found", "haunts", "haunts_since", "grabs", "calls")
    return any(getattr(driver.memory, name) != getattr(blank, name) for name in names)
