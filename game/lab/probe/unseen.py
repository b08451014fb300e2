"""Telepathy and tether: does it go toward prey that it cannot perceive, does it stay near him? Two truths, one hunt.

The prey stands still and silent in one of two places that a hunt without anybody never brought into view; then in the
other. Whoever does not know goes the same way both times.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from game.core.ground import Ground
from game.core.posts import posts_of
from game.core.sight import clear
from game.lab.probe.drive import pursuer
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.overhear import Diary
from game.lab.probe.statistics import mean, partial_correlation
from game.lab.probe.worlds import person, world_of
from game.level.load import load
from game.level.made.rooms import office
from game.sim.step import step
from game.sim.world import World

PAIRS, FULL_PAIRS = 4, 500
MAPS, FIRST_MAP = 4, 31
LASTS, LONG = 110 * 60, 90 * 60  # ticks; from when on he has been unseen for long
EVERY = 30  # ticks between two samples
SIGHT = 20.0  # metres
APART = 12.0  # metres between the two places
MOVES = 0.02  # metres a tick from which it is going somewhere

Place = tuple[float, float]


class Sample(NamedTuple):
    """Where it was and which way it went at a tick; how much of its belief lay round each of the two places."""

    tick: int
    x: float
    y: float
    dx: float
    dy: float
    beliefs: tuple[float, float]


class Pair(NamedTuple):
    """Two hunts that differ only in where the prey is, as long as it was perceived in neither; and the first one's diary."""

    places: tuple[Place, Place]
    hunts: tuple[list[Sample], list[Sample]]
    diary: Diary


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure X3 and X4."""
    grounds = [load(name).ground for name in asked.levels]
    pairs = []
    for n in range(FULL_PAIRS if asked.full else PAIRS):
        made = pair(grounds[n % len(grounds)] if grounds else ground_of_pair(n), n)
        if made is not None:
            pairs.append(made)
            asked.log.row("telepathy", seed=n, places=made.places, hunts=made.hunts)
    by_pair = [cosine(p) for p in pairs]
    m = mean(by_pair)
    yield asked.figure("telepathy.heading", m.value, len(pairs), m.low, m.high)
    yield asked.figure("tether.distance", tether(pairs), len(pairs))


def ground_of_pair(n: int) -> Ground:
    """Return the map that the n-th pair is hunted on."""
    return office(FIRST_MAP + n % MAPS)


def pair(ground: Ground, seed: int) -> Pair | None:
    """Hunt where nobody is, choose two places that never came into view, and hunt again with him at the one and the other."""
    posts, dice = posts_of(ground), np.random.default_rng(seed)
    p = int(dice.integers(posts.n))
    begin = float(posts.x[p]), float(posts.y[p])
    alone, unseen = hunt(ground, begin, None, seed)[0], np.ones(posts.n, bool)
    for s in alone:
        for q in np.flatnonzero(unseen):
            if in_view(ground, s, float(posts.x[q]), float(posts.y[q])):
                unseen[q] = False
    left = np.flatnonzero(unseen & (posts.far[:, posts.cell[p]] < 30000))
    if len(left) < 2:
        return None
    a = int(dice.choice(left))
    apart = left[(posts.x[left] - posts.x[a]) ** 2 + (posts.y[left] - posts.y[a]) ** 2 > APART**2]
    if not len(apart):
        return None
    b = int(dice.choice(apart))
    places = (float(posts.x[a]), float(posts.y[a])), (float(posts.x[b]), float(posts.y[b]))
    (one, diary), (other, _) = hunt(ground, begin, places, seed), hunt(ground, begin, places[::-1], seed)
    return Pair(places, (one, other), diary)


def hunt(ground: Ground, begin: Place, places: tuple[Place, Place] | None, seed: int) -> tuple[list[Sample], Diary]:
    """Return samples and diary of a hunt for somebody at the first of two places, until he is perceived; None: nowhere."""
    john = places[0] if places else begin
    world = world_of(ground, person("john", *john), person("t1000", *begin), seed=seed)
    hunter, ward = world.hunter, world.ward
    if places is None:
        world.b.here[ward] = 0
    driver = pursuer("t1000", hunter, ward, seed)
    driver.writes = places is not None
    samples: list[Sample] = []
    for tick in range(LASTS):
        step(world, {hunter: driver.command(world)})
        if world.aware[hunter, ward] > 0.0:
            break
        if tick % EVERY == 0:
            samples.append(sample(world, hunter, driver.memory, places, tick))
    return samples, Diary(hunter, "t1000", driver.seed, world.briefings[hunter], driver.looks)


def another_world(ground: Ground) -> World:
    """Return a world on the same map for a mind that would look at the truth."""
    posts = posts_of(ground)
    john, it = (float(posts.x[0]), float(posts.y[0])), (float(posts.x[1]), float(posts.y[1]))
    return world_of(ground, person("john", *john), person("t1000", *it), seed=2)


def sample(world: World, hunter: int, memory: Any, places: tuple[Place, Place] | None, tick: int) -> Sample:
    """Note where it is, where it goes, and what it believes of the two places."""
    b = world.b
    prey = memory.prey
    columns = world.ground.walk.shape[1]
    beliefs = []
    for x, y in places or ():
        near = (prey.cell % columns * 0.5 - x) ** 2 + (prey.cell // columns * 0.5 - y) ** 2 < 36.0
        beliefs.append(float(prey.weight[near].sum()))
    return Sample(
        tick, b.x[hunter], b.y[hunter], b.vx[hunter], b.vy[hunter], (beliefs[0], beliefs[1]) if beliefs else (0, 0)
    )


def in_view(ground: Ground, s: Sample, x: float, y: float) -> bool:
    """Say whether a place lies in a clear line near enough to be seen, whichever way it looks."""
    return (x - s.x) ** 2 + (y - s.y) ** 2 < SIGHT * SIGHT and bool(clear(ground.opaque, s.x, s.y, x, y))


def toward(s: Sample, place: Place) -> float:
    """Return the cosine between where it goes and where a place is."""
    dx, dy = place[0] - s.x, place[1] - s.y
    size = (dx * dx + dy * dy) ** 0.5 * (s.dx * s.dx + s.dy * s.dy) ** 0.5
    return (dx * s.dx + dy * s.dy) / size if size > 1e-9 else 0.0


def cosine(pair: Pair) -> float:
    """Return how much more it goes toward the place where he is than toward the one where he might as well be."""
    first, second = pair.places
    made = []
    for s, t in zip(*pair.hunts, strict=False):
        if (s.dx**2 + s.dy**2) ** 0.5 > MOVES and (t.dx**2 + t.dy**2) ** 0.5 > MOVES:
            made.append((toward(s, first) - toward(t, first) + toward(t, second) - toward(s, second)) / 2)
    return float(np.mean(made)) if made else 0.0


def tether(pairs: list[Pair]) -> float:
    """Return how its distance to a place goes with his being there, what it believes of the place taken away."""
    distance, truth, belief = [], [], []
    for pair in pairs:
        for s, t in zip(*pair.hunts, strict=False):
            if s.tick < LONG:
                continue
            for here, there, is_it in ((s, 0, 1.0), (s, 1, 0.0), (t, 1, 1.0), (t, 0, 0.0)):
                place = pair.places[there]
                distance.append(((place[0] - here.x) ** 2 + (place[1] - here.y) ** 2) ** 0.5)
                truth.append(is_it)
                own = there if here is s else 1 - there  # the second hunt has its own place first
                belief.append(here.beliefs[own])
    if not distance:
        return 0.0
    return partial_correlation(np.array(distance), np.array(truth), np.array(belief))
