"""Learning within a mission: somebody with habits is found the sooner, somebody without none the later (T1000.md 10)."""

from collections.abc import Iterator

import numpy as np

from game.agent.command import IDLE, Command
from game.core.ground import Ground
from game.core.posts import posts_of
from game.lab.probe.drive import Driver, pursuer
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.prey import Prey
from game.lab.probe.search import FIRST_MAP, hunted_down, meet, nobody_looks, places, start
from game.lab.probe.statistics import Interval, ratio
from game.lab.probe.worlds import ground_of, hall, person, world_of
from game.level.made.rooms import office
from game.sim.step import step
from game.sim.world import World

MAPS = 6
SERIES, FULL_SERIES = 2, 60
ENCOUNTERS, SWITCHES = 8, 5  # how often they meet, and after which time he has other haunts
LAST = 10  # encounters of one who switches
HAUNTS = 3
EARLY, LATE = slice(0, 2), slice(4, 8)
HIDDEN = 1200  # ticks in which he goes to where he hides: it has to look for him, not to run after him
TAKES_IN = 12  # ticks in which it takes in that it has found him
UNSEEN, FULL_UNSEEN, MINUTE = 2, 20, 3600


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure L1 to L4."""
    grounds = [office(FIRST_MAP + i) for i in range(MAPS)]
    n = FULL_SERIES if asked.full else SERIES
    settled = [met(asked, grounds[k % MAPS], k, ENCOUNTERS, habits=True) for k in range(n)]
    r = between(settled, LATE, EARLY)
    yield asked.figure("learning.habit", r.value, n, r.low, r.high)
    forgets = [met(asked, grounds[k % MAPS], k, ENCOUNTERS, habits=True, learns=False) for k in range(n)]
    r = ratio([sum(s[LATE]) for s in settled], [sum(s[LATE]) for s in forgets])
    yield asked.figure("learning.worth", r.value, n, r.low, r.high)
    anywhere = [met(asked, grounds[k % MAPS], k, ENCOUNTERS, habits=False) for k in range(n)]
    wiped = [met(asked, grounds[k % MAPS], k, ENCOUNTERS, habits=False, learns=False) for k in range(n)]
    r = ratio([sum(s[LATE]) for s in anywhere], [sum(s[LATE]) for s in wiped])
    yield asked.figure("learning.none", r.value, n, r.low, r.high)
    fickle = [met(asked, grounds[k % MAPS], k, LAST, habits=True, switches=True) for k in range(n)]
    yield asked.figure("learning.switch", regained(fickle), n)
    unseen = FULL_UNSEEN if asked.full else UNSEEN
    yield asked.figure("learning.unobserved", sum(learned_unseen(k) for k in range(unseen)), unseen)


def between(series: list[list[float]], some: slice, others: slice) -> Interval:
    """Return the ratio of the mean times to find of some encounters and of others."""
    return ratio([float(np.mean(s[some])) for s in series], [float(np.mean(s[others])) for s in series])


def regained(series: list[list[float]]) -> float:
    """Return how much of what it had gained by the old haunts it gains by the new ones, two encounters after the change."""
    first, old = (float(np.mean([s[k] for s in series for k in part])) for part in ((0, 1), (3, 4)))
    new = float(np.mean([s[k] for s in series for k in range(SWITCHES + 2, LAST)]))
    return (first - new) / max(1e-9, first - old)


def met(
    asked: Asked,
    ground: Ground,
    seed: int,
    encounters: int,
    *,
    habits: bool,
    learns: bool = True,
    switches: bool = False,
) -> list[float]:
    """Return the seconds that one hunter takes to find the same prey again and again."""
    world, dice = start(ground, seed), np.random.default_rng(1000 + seed)
    driver = pursuer("t1000", world.hunter, world.ward, seed)
    rooms = np.array([p for p, room in enumerate(posts_of(ground).room) if room])
    haunts = [tuple(int(p) for p in dice.choice(rooms, HAUNTS, replace=False)) for _ in range(2)]
    took = list[float]()
    for k in range(encounters):
        if k:
            again(world, places(ground, dice))
            driver.memory.prey.seen_at = world.tick  # that they meet is no find of its own
        if not learns:
            driver.memory.found, driver.memory.prey.habit = {}, np.zeros(0)
        mine = haunts[int(switches and k >= SWITCHES)] if habits else ()
        prey = Prey(world.ward, world.hunter, "hide", seed * 100 + k, mine)
        made = hunted_down(world, driver, prey, nobody_looks, HIDDEN)
        took.append(made.seconds)
        for _ in range(TAKES_IN):
            step(world, {world.hunter: driver.command(world)})
    asked.log.row("learning", seed=seed, habits=habits, learns=learns, switches=switches, seconds=took)
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
    return any(getattr(driver.memory, name) != getattr(blank, name) for name in ("found", "haunts", "grabs", "calls"))
